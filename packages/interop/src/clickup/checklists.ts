import type { Container, WorkItem } from "@evenkeel/core";
import type { Json } from "@evenkeel/kernel";
import { addRow, defined, sourceOf, table } from "../draft.js";
import { isObject, listAt, member, numberAt, textAt } from "../json-text.js";
import { keptFields } from "../trackers/account.js";
import { addAssignees } from "../trackers/links.js";
import { either } from "../trackers/values.js";
import { type ClickupContext, personOf, type Task } from "./context.js";

type Path = readonly (string | number)[];

const checkFlow = "checklist";
const checkStates = [
  { id: "unresolved", name: "Unresolved", category: "proposed" },
  { id: "resolved", name: "Resolved", category: "done" },
] as const;

interface Entry {
  readonly value: Json;
  readonly path: Path;
  readonly above: string;
}

/** The entries of a checklist by id, also those within others; one that stands twice is read once. */
function entriesOf({ draft, places }: ClickupContext, first: readonly Entry[]): Map<string, Entry> {
  const found = new Map<string, Entry>();
  const queue = [...first];
  for (const entry of queue) {
    const { value, path } = entry;
    const id = either(value, "id");
    if (!isObject(value) || id === undefined) continue;
    places.set(value, "checkItem");
    for (const [index, each] of listAt(value, "children").entries())
      if (isObject(each)) queue.push({ value: each, path: [...path, "children", index], above: id });
    if (found.has(id) || table(draft, "items").has(id)) draft.lost.set(value, "this record was read before");
    else found.set(id, entry);
  }
  return found;
}

function addEntry(context: ClickupContext, id: string, listId: string, parentId: string, { value, path }: Entry): void {
  const { draft } = context;
  const stateId = member(value, "resolved") === true ? "resolved" : "unresolved";
  const item = defined<WorkItem>({
    id,
    title: textAt(value, "name") ?? "",
    kind: "checklistItem",
    parentId,
    workflowId: checkFlow,
    stateId,
    memberships: [{ containerId: listId, stateId }],
    rank: numberAt(value, "orderindex"),
    sources: [sourceOf(draft, "clickup", id)],
    customFields: keptFields(context, value, "checkItem"),
  });
  addRow(draft, "items", item, path);
  addAssignees(draft, id, [personOf(context, member(value, "assignee"))], path);
  draft.counts.read++;
  draft.counts.imported++;
  draft.quality.unavailable++;
}

/** Reads the checklists of a task: each a section, its entries items below the task. */
export function readChecklists(context: ClickupContext, task: Task): void {
  const { draft, places } = context;
  for (const [index, value] of listAt(task.value, "checklists").entries()) {
    const id = either(value, "id");
    if (!isObject(value) || id === undefined) continue;
    places.set(value, "checklist");
    const listId = `checklist:${id}`;
    if (!table(draft, "containers").has(listId)) {
      const row: Container = { id: listId, name: either(value, "name") ?? id, kind: "section" };
      addRow(draft, "containers", row, task.path);
    }
    const path = [...task.path, "checklists", index, "items"];
    const first = listAt(value, "items").map((each, at) => ({ value: each, path: [...path, at], above: task.id }));
    const entries = entriesOf(context, first);
    if (entries.size > 0)
      table(draft, "workflows").set(checkFlow, { id: checkFlow, name: "Checklist", states: checkStates });
    for (const [entryId, entry] of entries) {
      const parent = either(entry.value, "parent");
      addEntry(context, entryId, listId, parent !== undefined && entries.has(parent) ? parent : entry.above, entry);
    }
  }
}
