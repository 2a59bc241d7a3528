import { inertText } from "@evenkeel/kernel";
import type { Issue, PlanSchedules } from "evenkeel";
import { describe } from "evenkeel";
import { allTexts, issueText } from "../print-issues.js";
import type { PrintedActivity } from "../schedule-rows.js";
import { columns, dayOf, days, heading } from "./lines.js";

/** A schedule as a table for each project, its longest path marked. */
export function scheduleText(
  activities: readonly PrintedActivity[],
  schedules: PlanSchedules,
  issues: readonly Issue[],
): string {
  const tables = schedules.projects.map(({ name, schedule, criticalPath }) => {
    const inside = new Set(schedule.activities.map(({ id }) => id));
    const critical = new Set(criticalPath);
    const rows = activities
      .filter(({ id }) => inside.has(id))
      .map((row) => [
        critical.has(row.id) ? "*" : row.summary === true ? "=" : "",
        row.sourceId ?? row.id,
        row.name,
        dayOf(row.start),
        dayOf(row.finish),
        days(row.totalFloatMinutes),
        row.driver === undefined
          ? ""
          : [row.driver.kind, row.driver.type].filter((part) => part !== undefined).join(" "),
      ]);
    const title = name === "" ? "" : `${inertText(name)}: `;
    return `${heading(`${title}${dayOf(schedule.start)} to ${dayOf(schedule.finish)}`)}${columns([["", "id", "name", "start", "finish", "float", "driven by"], ...rows])}`;
  });
  const missing = schedules.unavailable.map((message) => `${describe(message, allTexts).message}\n`);
  return [
    tables.length === 0 ? "No activity has a duration, so there are no dates.\n" : tables.join(""),
    tables.length === 0 ? "" : "* on the longest path, = summary\n",
    ...missing,
    issueText(issues.filter(({ severity }) => severity !== "info")),
  ].join("");
}
