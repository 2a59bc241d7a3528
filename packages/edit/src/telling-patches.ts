import type { Assignment, Membership, WorkItem } from "@evenkeel/core";
import { about, type Happening } from "./happenings.js";
import type { Rows } from "./rows.js";
import type { Patch } from "./types.js";

/** Places in containers that came, went, or are in another state. */
function placed(id: string, before: readonly Membership[], after: readonly Membership[]): Happening[] {
  const find = (list: readonly Membership[], containerId: string): Membership | undefined =>
    list.find((place) => place.containerId === containerId);
  const gone = before.filter(({ containerId }) => find(after, containerId) === undefined);
  return [
    ...gone.map(({ containerId }) => about("items", id, "membershipChanged", { containerId, change: "removed" })),
    ...after.flatMap(({ containerId, stateId }) => {
      const held = find(before, containerId);
      const came =
        held === undefined ? [about("items", id, "membershipChanged", { containerId, change: "added" })] : [];
      if (stateId === undefined || stateId === held?.stateId) return came;
      return [...came, about("items", id, "stateChanged", { from: held?.stateId, to: stateId, containerId })];
    }),
  ];
}

function blocking(id: string, was: boolean, is: boolean): Happening[] {
  return was === is ? [] : [about("items", id, is ? "blocked" : "unblocked")];
}

/** What a patch of an item tells: its state, its places, whether it is blocked. */
function toldOfItem(before: Partial<WorkItem>, patch: Exclude<Patch, { readonly op: "remove" }>): Happening[] {
  const { id } = patch;
  if (patch.op === "add") {
    const { memberships = [], blocked } = patch.value as unknown as WorkItem;
    return [...placed(id, [], memberships), ...blocking(id, false, blocked === true)];
  }
  const value = patch.op === "set" ? patch.value : undefined;
  const { stateId: from, memberships = [], blocked } = before;
  if (patch.field === "stateId" && typeof value === "string" && value !== from)
    return [about("items", id, "stateChanged", { from, to: value })];
  if (patch.field === "memberships") return placed(id, memberships, (value ?? []) as unknown as readonly Membership[]);
  return patch.field === "blocked" ? blocking(id, blocked === true, value === true) : [];
}

/**
 * What a patch tells those who read histories by what happened, whichever command, undo or redo it comes from: states,
 * places, blocks and assignments, so that no way of editing leaves measures of flow or duties without it.
 *
 * @param rows - the plan before
 */
export function toldBy(rows: Rows, patch: Patch): Happening[] {
  const { table, id, op } = patch;
  if (table === "items") return op === "remove" ? [] : toldOfItem(rows.row(table, id) ?? {}, patch);
  if (table !== "assignments" || op === "set" || op === "unset") return [];
  const row = (op === "add" ? patch.value : rows.row(table, id)) as unknown as Assignment | undefined;
  if (row === undefined) return [];
  const { itemId, personId, teamId, resourceId, role } = row;
  const assigneeId = personId ?? teamId ?? resourceId;
  return [about("items", itemId, op === "add" ? "assigned" : "unassigned", { assigneeId, role })];
}
