import type { ScheduledItem, StoredSchedule } from "@evenkeel/core";
import { compareText, type Result, refuse } from "@evenkeel/kernel";
import { addRow, assume, type Draft, defined, note, warn } from "./draft.js";
import { finish } from "./finish.js";
import { beyondLimit, limitsOf } from "./limits.js";
import { readCalendar } from "./mspdi/calendars.js";
import { mspdiCoverage } from "./mspdi/coverage.js";
import { mspdiFates } from "./mspdi/fates.js";
import { readLinks } from "./mspdi/links.js";
import { type KeptOf, keeperOf } from "./mspdi/own-fields.js";
import { isProjectRow, readProject } from "./mspdi/project.js";
import { readAssignments, readResources, skip } from "./mspdi/rows.js";
import { baselinesOf, type OutlinePlace, readTask, storedDates } from "./mspdi/tasks.js";
import { flagOf, numberOf, timeOf } from "./mspdi/values.js";
import type { Import, ReadOptions, Source } from "./types.js";
import { openXml } from "./xml-source.js";
import { child, children, childText, tallyXml, type XmlElement } from "./xml-tree.js";

export { lossOfMspdi } from "./loss/mspdi.js";
export { writeMspdi } from "./write-mspdi.js";

/** Of all versions; some add their year behind a stroke, some writers an s. */
const namespace = "http://schemas.microsoft.com/project";
const namespaces = /^https?:\/\/schemas\.microsoft\.com\/project(?:\/|$)/;

interface Row {
  readonly element: XmlElement;
  readonly id: string;
  readonly place: OutlinePlace;
}

/** How deep a task stands: as stated, else by the parts of its number in the outline. */
function levelOf(draft: Draft, element: XmlElement): number {
  const stated = numberOf(draft, element, "OutlineLevel");
  const number = childText(element, "OutlineNumber") ?? childText(element, "WBS");
  if (stated !== undefined || number === undefined || !/^\d+(?:\.\d+)*$/.test(number)) return stated ?? 1;
  return number.split(".").length;
}

/** Tasks with their place in the outline; blank rows and the project's own row are left out and counted. */
function outlineOf(draft: Draft, elements: readonly XmlElement[]): Row[] {
  const open: { readonly id: string; readonly level: number }[] = [];
  const rows: { element: XmlElement; id: string; level: number; parentId: string | undefined }[] = [];
  const parents = new Set<string>();
  let blank = 0;
  for (const element of elements) {
    draft.counts.read++;
    const id = childText(element, "UID");
    if (flagOf(element, "IsNull") === true) {
      blank++;
      skip(draft, element, "blank row", "rejected");
    } else if (id === undefined) {
      warn(draft, "mspdi-missing-uid", [element.line], [], { element: "Task" });
      skip(draft, element, "no UID", "rejected");
    } else if (isProjectRow(element)) skip(draft, element, "the project's own summary row", "merged");
    else {
      const level = levelOf(draft, element);
      while (open.length > 0 && (open.at(-1)?.level ?? 0) >= level) open.pop();
      const parentId = open.at(-1)?.id;
      if (parentId !== undefined) parents.add(parentId);
      rows.push({ element, id, level, parentId });
      open.push({ id, level });
    }
  }
  if (blank > 0) note(draft, "mspdi-null-row", [], [], { count: blank });
  return rows.map(({ element, id, parentId }, rank) => ({
    element,
    id,
    place: { rank, parentId, isSummary: parents.has(id) },
  }));
}

function readTasks(draft: Draft, root: XmlElement, keptOf: KeptOf): void {
  const elements = children(child(root, "Tasks"), "Task");
  const stored: ScheduledItem[] = [];
  const baselines = new Map<string, ScheduledItem[]>();
  const accepted: Row[] = [];
  for (const row of outlineOf(draft, elements)) {
    if (!readTask(draft, row.element, row.id, row.place, keptOf)) {
      skip(draft, row.element, "a task with this UID was read before", "rejected");
      continue;
    }
    draft.counts.imported++;
    accepted.push(row);
    stored.push(storedDates(draft, row.element, row.id));
    for (const [number, dates] of baselinesOf(draft, row.element, row.id)) {
      const before = baselines.get(number);
      if (before === undefined) baselines.set(number, [dates]);
      else before.push(dates);
    }
  }
  for (const row of accepted) readLinks(draft, row.element, row.id);
  addSchedules(draft, timeOf(draft, root, "LastSaved"), stored, baselines);
}

function addSchedules(
  draft: Draft,
  madeAt: string | undefined,
  stored: readonly ScheduledItem[],
  baselines: ReadonlyMap<string, ScheduledItem[]>,
): void {
  const shared = { projectId: "project", tool: "msProject" };
  if (stored.length > 0) {
    const row = defined<StoredSchedule>({ id: "imported", kind: "imported", ...shared, madeAt, items: stored });
    addRow(draft, "schedules", row);
  }
  for (const number of [...baselines.keys()].sort(compareText)) {
    const row: StoredSchedule = {
      id: `baseline-${number}`,
      kind: "baseline",
      ...shared,
      items: baselines.get(number) ?? [],
    };
    addRow(draft, "schedules", row);
  }
}

function readAll(draft: Draft, root: XmlElement): void {
  const fateOf = mspdiFates(draft.options.keepUnmapped ?? true);
  draft.version = childText(root, "SaveVersion");
  draft.coverage = mspdiCoverage;
  assume(
    draft,
    "zone",
    draft.options.zone ?? "floating",
    draft.options.zone === undefined ? "the format has none" : "option",
  );
  readProject(draft, root, fateOf);
  for (const element of children(child(root, "Calendars"), "Calendar")) {
    draft.counts.read++;
    if (readCalendar(draft, element, fateOf)) draft.counts.imported++;
    else skip(draft, element, "no UID, or read before", "rejected");
  }
  const keptOf = keeperOf(root, fateOf);
  readTasks(draft, root, keptOf);
  readResources(draft, children(child(root, "Resources"), "Resource"), keptOf);
  readAssignments(draft, children(child(root, "Assignments"), "Assignment"), keptOf);
  tallyXml(draft.tally, root, "Project", fateOf, draft.lost, draft.moved);
}

/**
 * Reads a Microsoft Project XML file into a plan that a scheduler can compute again, with the stored dates beside it as
 * schedules of kind `imported` and `baseline`.
 *
 * Local times stay local. Blank rows and the project's own row are no items. Links to other projects or to nothing are
 * left out, each with an issue. Nothing is computed and nothing repaired.
 *
 * @param source - bytes or text of the file
 * @param options - encoding, zone of the project, limits, strict codes
 * @returns plan, history inferred from stamps, empty records, report
 *
 * Issues: interop/any-*, interop/mspdi-*.
 * Time O(n), space O(n).
 * Source: Microsoft, Project XML Data Interchange Schema Reference.
 *
 * @example
 * orThrow(readMspdi('<Project xmlns="http://schemas.microsoft.com/project"><Tasks><Task><UID>1</UID><Name>Dig</Name></Task></Tasks></Project>')).plan.items[0].title; // => "Dig"
 */
export function readMspdi(source: Source, options: ReadOptions = {}): Result<Import> {
  const opened = openXml(source, "mspdi", options, {
    holds: ({ name, uri }) => name === "Project" && (uri === "" || namespaces.test(uri)),
    expected: `Project in ${namespace}`,
    found: ({ name, uri }) => `${name} in ${uri || "no namespace"}`,
  });
  if (!opened.ok) return opened;
  const { root, draft } = opened.value;
  const limits = limitsOf(options);
  const rows = children(child(root, "Tasks"), "Task").length;
  if (rows > limits.rows) return refuse([beyondLimit("rows", rows, limits.rows)]);
  readAll(draft, root);
  return finish(draft);
}
