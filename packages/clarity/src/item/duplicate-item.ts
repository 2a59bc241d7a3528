import type { Check } from "@evenkeel/checks";
import { type ItemNode, isOpenItem, type PlanIndex } from "@evenkeel/core";
import { compareText } from "@evenkeel/kernel";
import { sources } from "../citations.js";
import { itemCheck } from "../rules.js";
import type { ClarityInput } from "../types.js";

const sameOutcomes = (a: ItemNode, b: ItemNode): boolean => {
  const [one, other] = [new Set(a.row.outcomeIds), new Set(b.row.outcomeIds)];
  return one.size === other.size && [...one].every((id) => other.has(id));
};

function firstTwin(plan: PlanIndex, item: ItemNode): ItemNode | undefined {
  const alike = plan.sameTitle("items", item.row.id);
  if (alike.size < 2) return undefined;
  let first: ItemNode | undefined;
  for (const id of alike) {
    const other = plan.items.get(id);
    if (other === undefined || other === item || !isOpenItem(other)) continue;
    if (other.row.parentId !== item.row.parentId || other.row.projectId !== item.row.projectId) continue;
    if (sameOutcomes(item, other) && (first === undefined || compareText(id, first.row.id) < 0)) first = other;
  }
  return first;
}

/** C16: no two open items in one place have the same words as title and serve the same outcomes; the later id is told. */
export const duplicateItem: Check<ClarityInput> = /* @__PURE__ */ itemCheck(
  {
    id: "clarity/duplicate-item",
    kind: "heuristic",
    citation: [{ ...sources.iso29148, article: "characteristic of the set: consistent" }],
    needs: ["items.title"],
  },
  (item, { plan }) => {
    const twin = firstTwin(plan, item);
    if (twin === undefined || compareText(item.row.id, twin.row.id) < 0) return "pass";
    return {
      outcome: "fail",
      evidence: [
        { table: "items", id: twin.row.id },
        { table: "items", id: item.row.id },
      ],
      facts: { title: item.row.title, other: twin.row.id },
    };
  },
);
