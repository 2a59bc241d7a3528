import type { Check } from "@evenkeel/checks";
import { type ItemNode, isSharedWork, overItemsAndAncestors } from "@evenkeel/core";
import { sources } from "../citations.js";
import { itemCheck } from "../rules.js";
import type { ClarityInput } from "../types.js";

function answers(item: ItemNode): boolean {
  const seen = new Set<ItemNode>();
  for (let at: ItemNode | undefined = item; at !== undefined && !seen.has(at); at = at.parent) {
    seen.add(at);
    if (at.assignments.some(({ role }) => role === "accountable")) return true;
  }
  return false;
}

/** C06: where RACI is in use, somebody does the item and somebody answers for it, here or above. */
export const unresolvedResponsibility: Check<ClarityInput> = itemCheck(
  {
    id: "clarity/unresolved-responsibility",
    kind: "guideline",
    citation: [sources.raci],
    needs: ["assignments.itemId", "assignments.role"],
    applies: isSharedWork,
  },
  (item) => {
    const held = new Set(item.assignments.map(({ role }) => role));
    const isRaci =
      held.has("accountable") || ((held.has("consulted") || held.has("informed")) && held.has("responsible"));
    if (!isRaci) return undefined;
    const absent = !held.has("responsible") ? "responsible" : answers(item) ? undefined : "accountable";
    return absent === undefined ? "pass" : { outcome: "fail", facts: { title: item.row.title, absent } };
  },
  overItemsAndAncestors,
);
