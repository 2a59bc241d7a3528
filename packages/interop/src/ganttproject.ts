import type { Project } from "@evenkeel/core";
import { type Json, type Result, refuse } from "@evenkeel/kernel";
import { attributeOf, attributeValues } from "./attribute-values.js";
import { addRow, assume, type Draft, defined, sourceOf } from "./draft.js";
import { finish } from "./finish.js";
import { readGanttBaselines } from "./ganttproject/baselines.js";
import { minutesPerDay, readGanttCalendar } from "./ganttproject/calendar.js";
import { ganttFates } from "./ganttproject/fates.js";
import { readGanttResources } from "./ganttproject/resources.js";
import { type GanttReading, readGanttTasks } from "./ganttproject/tasks.js";
import { keepRest } from "./keep-rest.js";
import { beyondLimit, limitsOf } from "./limits.js";
import type { Import, ReadOptions, Source } from "./types.js";
import { openXml } from "./xml-source.js";
import { child, tallyXml, type XmlElement } from "./xml-tree.js";

export { lossOfGanttProject } from "./loss/ganttproject.js";
export { writeGanttProject } from "./write-ganttproject.js";

const coverage = [
  {
    tool: "ganttproject",
    table: "items",
    fields: ["title", "kind", "body", "parentId", "projectId", "stateId", "rank", "schedule", "constraints"],
  },
  { tool: "ganttproject", table: "dependencies", fields: ["predecessorId", "successorId", "type", "lag"] },
  { tool: "ganttproject", table: "people", fields: ["name", "email", "away"] },
  { tool: "ganttproject", table: "assignments", fields: ["itemId", "personId", "role", "units"] },
  { tool: "ganttproject", table: "calendars", fields: ["week", "exceptions"] },
  { tool: "ganttproject", table: "schedules", fields: ["kind", "name", "items"] },
] as const;

function readProject(reading: GanttReading, root: XmlElement, daysPerWeek: number): void {
  const { draft } = reading;
  const id = attributeOf(root, "webLink") ?? attributeOf(root, "name") ?? "project";
  const row = defined<Project>({
    id: "project",
    name: attributeOf(root, "name") ?? "Project",
    calendarId: "calendar",
    zone: draft.options.zone,
    scheduling: { lagCalendar: "project", minutesPerDay, minutesPerWeek: minutesPerDay * daysPerWeek },
    sources: [sourceOf(draft, "ganttproject", id)],
  });
  addRow(draft, "projects", row);
}

/** What is no row of a table, as it is. */
function restOf(root: XmlElement, reading: GanttReading): Json | undefined {
  const without = (element: XmlElement, name: string): XmlElement => ({
    ...element,
    children: element.children.filter((each) => each.name !== name),
  });
  const rows = ["resources", "allocations", "vacations"];
  const others = root.children
    .filter((each) => !rows.includes(each.name))
    .map((each) => (each.name === "tasks" ? without(each, "task") : each));
  return keepRest({ ...root, children: others }, "project", reading.fateOf);
}

function readAll(draft: Draft, root: XmlElement): void {
  const fateOf = ganttFates(draft.options.keepUnmapped ?? true);
  const reading: GanttReading = { draft, values: attributeValues(draft, "gan"), fateOf };
  draft.version = attributeOf(root, "version");
  draft.coverage = coverage;
  assume(draft, "minutesPerDay", String(minutesPerDay), "the format counts days and states no hours");
  assume(
    draft,
    "earliestStart",
    "the stated start, of tasks without a predecessor",
    "the tool leaves them where they are",
  );
  const week = readGanttCalendar(draft, reading.values, root);
  readProject(reading, root, Object.values(week).filter((day) => day.length > 0).length);
  readGanttTasks(reading, root);
  readGanttResources(reading, root);
  readGanttBaselines(reading, root);
  const kept = restOf(root, reading);
  if (kept !== undefined) draft.plan = { ...draft.plan, extensions: { ganttproject: kept } };
  tallyXml(draft.tally, root, "project", fateOf, draft.lost, draft.moved);
}

/**
 * Reads a GanttProject file (`.gan`) into a plan that a scheduler can compute again, with the stated starts beside it as a schedule
 * of kind `imported` and its baselines as schedules of kind `baseline`.
 *
 * Days are working days of 8 hours. Links stand on the predecessor; their differences are working days of the project. Holidays
 * without a year hold every year. Baselines state days and durations: their ends are the last of so many working days. Nothing
 * else is computed and nothing repaired.
 *
 * @param source - bytes or text of the file
 * @param options - encoding, zone of the project, limits, strict codes
 * @returns plan, empty history and records, report
 *
 * Issues: interop/any-*, interop/gan-*.
 * Time O(n), space O(n).
 * Source: files of GanttProject 2.8 to 3.3.
 *
 * @example
 * orThrow(readGanttProject('<project name="Pier"><tasks><task id="1" name="Dig" start="2026-03-02" duration="2"/></tasks></project>')).plan.items[0].schedule.durationMinutes; // => 960
 */
export function readGanttProject(source: Source, options: ReadOptions = {}): Result<Import> {
  const opened = openXml(source, "ganttproject", options, {
    holds: (root) => root.name === "project" && child(root, "tasks") !== undefined,
    expected: "project with tasks",
  });
  if (!opened.ok) return opened;
  const { root, draft } = opened.value;
  const limits = limitsOf(options);
  readAll(draft, root);
  if (draft.counts.read > limits.rows) return refuse([beyondLimit("rows", draft.counts.read, limits.rows)]);
  return finish(draft);
}
