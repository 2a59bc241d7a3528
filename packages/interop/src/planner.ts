import type { Project } from "@evenkeel/core";
import { type Json, type Result, refuse } from "@evenkeel/kernel";
import { attributeOf, attributeValues } from "./attribute-values.js";
import { addRow, assume, type Draft, defined, note, sourceOf, table } from "./draft.js";
import { finish } from "./finish.js";
import { keepRest } from "./keep-rest.js";
import { beyondLimit, limitsOf } from "./limits.js";
import { readPlannerCalendars } from "./planner/calendars.js";
import { plannerFates } from "./planner/fates.js";
import { readPlannerResources } from "./planner/resources.js";
import { readPlannerTasks } from "./planner/tasks.js";
import { localTimeOf, type PlannerReading } from "./planner/values.js";
import type { Import, ReadOptions, Source } from "./types.js";
import { openXml } from "./xml-source.js";
import { child, children, tallyXml, type XmlElement } from "./xml-tree.js";

const coverage = [
  {
    tool: "planner",
    table: "items",
    fields: [
      ...["title", "kind", "body", "parentId", "projectId", "stateId", "rank", "priority", "estimates", "schedule"],
      "constraints",
    ],
  },
  { tool: "planner", table: "dependencies", fields: ["predecessorId", "successorId", "type", "lag"] },
  { tool: "planner", table: "people", fields: ["name", "email", "calendarId"] },
  { tool: "planner", table: "resources", fields: ["name", "kind", "calendarId"] },
  { tool: "planner", table: "assignments", fields: ["itemId", "personId", "resourceId", "units"] },
  { tool: "planner", table: "calendars", fields: ["name", "parentId", "week", "exceptions"] },
  { tool: "planner", table: "schedules", fields: ["items"] },
] as const;

/** The calendar a project names, else the first of the file. */
function calendarIdOf(draft: Draft, root: XmlElement): string | undefined {
  const stated = attributeOf(root, "calendar");
  const calendars = table(draft, "calendars");
  if (stated !== undefined && calendars.has(stated)) return stated;
  return [...calendars.keys()][0];
}

function readProject(reading: PlannerReading, root: XmlElement): void {
  const { draft } = reading;
  const row = defined<Project>({
    id: "project",
    name: attributeOf(root, "name") ?? "Project",
    calendarId: calendarIdOf(draft, root),
    zone: draft.options.zone,
    start: localTimeOf(reading, root, "project-start"),
    sources: [sourceOf(draft, "planner", attributeOf(root, "name") ?? "project")],
  });
  addRow(draft, "projects", row);
}

/** What is no row of a table, as it is. */
function restOf(root: XmlElement, { fateOf }: PlannerReading): Json | undefined {
  const rows = ["calendars", "resources", "allocations"];
  const others = root.children
    .filter((each) => !rows.includes(each.name))
    .map((each) =>
      each.name === "tasks" ? { ...each, children: each.children.filter(({ name }) => name !== "task") } : each,
    );
  const inside = (name: string, row: string) => {
    const holder = child(root, name);
    return holder === undefined ? [] : [{ ...holder, children: holder.children.filter((each) => each.name !== row) }];
  };
  const left = [
    ...inside("calendars", "calendar"),
    ...inside("resources", "resource"),
    ...inside("allocations", "allocation"),
  ];
  return keepRest({ ...root, children: [...others, ...left] }, "project", fateOf);
}

function readAll(draft: Draft, root: XmlElement): void {
  const fateOf = plannerFates(draft.options.keepUnmapped ?? true);
  const reading: PlannerReading = { draft, values: attributeValues(draft, "planner"), fateOf };
  draft.version = attributeOf(root, "mrproject-version");
  draft.coverage = coverage;
  assume(draft, "zone", draft.options.zone ?? "floating", "times are local, their Z is decoration");
  assume(draft, "duration", "work by the units that do it", "tasks that state no duration");
  readPlannerCalendars(reading, root);
  readProject(reading, root);
  readPlannerTasks(reading, root);
  readPlannerResources(reading, root);
  if (children(child(root, "tasks"), "task").some((each) => attributeOf(each, "start")?.endsWith("Z"))) {
    note(draft, "planner-z-is-local", [root.line], [], { found: "Z" });
  }
  const kept = restOf(root, reading);
  if (kept !== undefined) draft.plan = { ...draft.plan, extensions: { planner: kept } };
  tallyXml(draft.tally, root, "project", fateOf, draft.lost, draft.moved);
}

/**
 * Reads a file of GNOME Planner into a plan that a scheduler can compute again, with the stored dates beside it as a schedule of
 * kind `imported`.
 *
 * Times are local though they end in Z; work is in seconds, lags are seconds of elapsed time. A calendar inside another derives
 * from it. Nothing is repaired.
 *
 * @param source - bytes or text of the file
 * @param options - encoding, zone of the project, limits, strict codes
 * @returns plan, empty history and records, report
 *
 * Issues: interop/any-*, interop/planner-*.
 * Time O(n), space O(n).
 * Source: GNOME Planner, document type definition of version 2.
 *
 * @example
 * orThrow(readPlanner('<project name="Pier" mrproject-version="2"><tasks><task id="1" name="Dig" work="28800"/></tasks></project>')).plan.items[0].schedule.durationMinutes; // => 480
 */
export function readPlanner(source: Source, options: ReadOptions = {}): Result<Import> {
  const opened = openXml(source, "planner", options, {
    holds: (root) => root.name === "project" && attributeOf(root, "mrproject-version") !== undefined,
    expected: "project with mrproject-version",
  });
  if (!opened.ok) return opened;
  const { root, draft } = opened.value;
  const limits = limitsOf(options);
  readAll(draft, root);
  if (draft.counts.read > limits.rows) return refuse([beyondLimit("rows", draft.counts.read, limits.rows)]);
  return finish(draft);
}
