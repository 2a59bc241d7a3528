import type { Check } from "@evenkeel/checks";
import { type Assignment, type AssignmentRole, type ItemNode, isSharedWork } from "@evenkeel/core";
import { compareText } from "@evenkeel/kernel";
import { sources } from "../citations.js";
import { itemCheck, withAssignments } from "../rules.js";
import type { ClarityInput } from "../types.js";

/** A way of naming owners: which roles show that it is in use, and which of them is held by exactly one. */
export interface OwnershipModel {
  readonly name: string;
  readonly marks: readonly AssignmentRole[];
  readonly single: readonly AssignmentRole[];
}

/** RACI, DACI and RAPID; where an item's roles fit several, the first that fits. */
export const ownershipModels: readonly OwnershipModel[] = [
  { name: "RACI", marks: ["accountable", "consulted", "informed"], single: ["accountable"] },
  { name: "DACI", marks: ["driver", "approver"], single: ["driver", "approver"] },
  { name: "RAPID", marks: ["recommender", "agreer", "decider"], single: ["decider"] },
];

function modelOf(item: ItemNode, wanted: string): OwnershipModel | undefined {
  if (wanted !== "auto") return ownershipModels.find(({ name }) => name === wanted);
  const held = new Set(item.assignments.map(({ role }) => role));
  return ownershipModels.find(({ marks }) => marks.some((role) => held.has(role)));
}

/** Whether somebody above answers for the item; one accountable for the whole answers for its parts. */
function isAnsweredAbove({ parent }: ItemNode): boolean {
  const seen = new Set<ItemNode>();
  for (let at = parent; at !== undefined && !seen.has(at); at = at.parent) {
    seen.add(at);
    if (at.assignments.some(({ role }) => role === "accountable")) return true;
  }
  return false;
}

/** C04: exactly one accountable (RACI), one approver and one driver (DACI), one decider (RAPID), where the model is in use. */
export const notOneAccountable: Check<ClarityInput> = /* @__PURE__ */ itemCheck(
  {
    id: "clarity/not-one-accountable",
    kind: "guideline",
    citation: [sources.raci, sources.rapid],
    needs: ["assignments.itemId", "assignments.role"],
    applies: isSharedWork,
    params: { model: "auto" },
  },
  (item, _context, { model: wanted }) => {
    const model = modelOf(item, String(wanted));
    if (model === undefined) return undefined;
    for (const role of model.single) {
      const held = item.assignments.filter((assignment: Assignment) => assignment.role === role).map(({ id }) => id);
      if (held.length === 1 || (held.length === 0 && role === "accountable" && isAnsweredAbove(item))) continue;
      const several = [...held].sort(compareText).slice(0, 2);
      return {
        outcome: "fail",
        measured: { value: held.length, unit: "people" },
        threshold: { value: 1, unit: "people" },
        evidence: [{ table: "items", id: item.row.id }, ...several.map((id) => ({ table: "assignments", id }))],
        facts: { title: item.row.title, count: held.length, role, model: model.name },
      };
    }
    return "pass";
  },
  withAssignments,
);
