import type { WorkItem } from "@evenkeel/core";
import { type Draft, table, warn } from "../draft.js";
import { child, childText, type XmlElement } from "../xml-tree.js";
import { readAssignment } from "./assignments.js";
import type { KeptOf } from "./own-fields.js";
import { readResource } from "./resources.js";
import { compiledById, splitsOf } from "./splits.js";
import { flagOf, numberOf } from "./values.js";

/** Resource of assignments that stand for work nobody has. */
const unassigned = -65535;

/** Leaves an element out of the plan, with the reason. */
export function skip(draft: Draft, element: XmlElement, why: string, count: "merged" | "rejected"): void {
  draft.lost.set(element, why);
  draft.counts[count]++;
}

/** Reads all resources; blank ones and the one that stands for nobody are left out. */
export function readResources(draft: Draft, elements: readonly XmlElement[], keptOf: KeptOf): void {
  for (const element of elements) {
    draft.counts.read++;
    const id = childText(element, "UID");
    if (id === undefined) {
      warn(draft, "mspdi-missing-uid", [element.line], [], { element: "Resource" });
      skip(draft, element, "no UID", "rejected");
    } else if (flagOf(element, "IsNull") === true) skip(draft, element, "blank row", "rejected");
    else if (id === "0" && /^(unassigned)?$/i.test(childText(element, "Name") ?? ""))
      skip(draft, element, "stands for nobody", "merged");
    else if (readResource(draft, element, id, keptOf)) draft.counts.imported++;
    else skip(draft, element, "a resource with this UID was read before", "rejected");
  }
}

/** The calendars that have to work together, for each assignment of an item. */
function calendarsOf(draft: Draft, item: WorkItem, assignments: readonly XmlElement[]): (string | undefined)[][] {
  const project = table(draft, "projects").get("project")?.calendarId;
  const own = item.calendarId;
  return assignments.map((element) => {
    const id = childText(element, "ResourceUID") ?? "";
    const worker = table(draft, "people").get(id) ?? table(draft, "resources").get(id);
    if (own !== undefined && item.schedule?.ignoreResourceCalendars === true) return [own];
    if (own !== undefined) return worker?.calendarId === undefined ? [own] : [own, worker.calendarId];
    return [worker?.calendarId ?? project];
  });
}

/** Puts the gaps that timephased work shows on the items. */
function addSplits(draft: Draft, elements: readonly XmlElement[]): void {
  const items = table(draft, "items");
  const byTask = new Map<string, XmlElement[]>();
  for (const element of elements) {
    if (child(element, "TimephasedData") === undefined) continue;
    const id = childText(element, "TaskUID") ?? "";
    const before = byTask.get(id);
    if (before === undefined) byTask.set(id, [element]);
    else before.push(element);
  }
  if (byTask.size === 0) return;
  const compiled = compiledById(table(draft, "calendars").values());
  for (const [id, assignments] of byTask) {
    const item = items.get(id);
    if (item?.schedule === undefined) continue;
    const calendars = calendarsOf(draft, item, assignments).map((ids) =>
      ids.map((each) => compiled.get(each ?? "")).filter((calendar) => calendar !== undefined),
    );
    const splits = splitsOf(assignments, calendars);
    if (splits !== undefined) items.set(id, { ...item, schedule: { ...item.schedule, splits } });
  }
}

/** Reads all assignments, and the splits their timephased work shows. */
export function readAssignments(draft: Draft, elements: readonly XmlElement[], keptOf: KeptOf): void {
  addSplits(draft, elements);
  for (const element of elements) {
    draft.counts.read++;
    const resource = numberOf(draft, element, "ResourceUID");
    const isNobody = resource === 0 && !table(draft, "people").has("0") && !table(draft, "resources").has("0");
    if (resource === unassigned || isNobody) skip(draft, element, "work that nobody is assigned to", "merged");
    else if (readAssignment(draft, element, keptOf)) draft.counts.imported++;
    else skip(draft, element, "task or resource unknown, or read before", "rejected");
  }
}
