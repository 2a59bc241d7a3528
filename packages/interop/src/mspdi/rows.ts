import { type Draft, table, warn } from "../draft.js";
import type { FateRule } from "../tally.js";
import { childText, type XmlElement } from "../xml-tree.js";
import { readAssignment, readResource } from "./resources.js";
import { splitsOf } from "./splits.js";
import { flagOf, numberOf } from "./values.js";

type FateOf = (source: string) => Omit<FateRule, "source">;

/** Resource of assignments that stand for work nobody has. */
const unassigned = -65535;

/** Leaves an element out of the plan, with the reason. */
export function skip(draft: Draft, element: XmlElement, why: string, count: "merged" | "rejected"): void {
  draft.lost.set(element, why);
  draft.counts[count]++;
}

/** Reads all resources; blank ones and the one that stands for nobody are left out. */
export function readResources(draft: Draft, elements: readonly XmlElement[], fateOf: FateOf): void {
  for (const element of elements) {
    draft.counts.read++;
    const id = childText(element, "UID");
    if (id === undefined) {
      warn(draft, "mspdi-missing-uid", [element.line], [], { element: "Resource" });
      skip(draft, element, "no UID", "rejected");
    } else if (flagOf(element, "IsNull") === true) skip(draft, element, "blank row", "rejected");
    else if (id === "0" && childText(element, "Name") === undefined)
      skip(draft, element, "stands for nobody", "merged");
    else if (readResource(draft, element, id, fateOf)) draft.counts.imported++;
    else skip(draft, element, "a resource with this UID was read before", "rejected");
  }
}

/** Puts the gaps that timephased work shows on the items; on the task's own calendar, else the project's. */
function addSplits(draft: Draft, elements: readonly XmlElement[]): void {
  const items = table(draft, "items");
  const byTask = new Map<string, XmlElement[]>();
  for (const element of elements) {
    const id = childText(element, "TaskUID") ?? "";
    const before = byTask.get(id);
    if (before === undefined) byTask.set(id, [element]);
    else before.push(element);
  }
  const project = table(draft, "projects").get("project");
  for (const [id, assignments] of byTask) {
    const item = items.get(id);
    if (item?.schedule === undefined) continue;
    const splits = splitsOf(assignments, table(draft, "calendars").get(item.calendarId ?? project?.calendarId ?? ""));
    if (splits !== undefined) items.set(id, { ...item, schedule: { ...item.schedule, splits } });
  }
}

/** Reads all assignments, and the splits their timephased work shows. */
export function readAssignments(draft: Draft, elements: readonly XmlElement[], fateOf: FateOf): void {
  addSplits(draft, elements);
  for (const element of elements) {
    draft.counts.read++;
    if (numberOf(draft, element, "ResourceUID") === unassigned)
      skip(draft, element, "work that nobody is assigned to", "merged");
    else if (readAssignment(draft, element, fateOf)) draft.counts.imported++;
    else skip(draft, element, "task or resource unknown, or read before", "rejected");
  }
}
