import type { Check, CheckKind, Citation, Verdict } from "@evenkeel/checks";
import { indexPlan, isKnown, openItems, type PlanIndex, type WorkItem, type WorkPlan } from "@evenkeel/core";
import type { ClarityInput } from "./types.js";

/** A rule about one field of every open item. */
export interface ItemFieldRule {
  readonly id: string;
  readonly kind: CheckKind;
  readonly citation: readonly Citation[];
  readonly field: keyof WorkItem;
  /** Whether the item has it, its own or inherited. */
  readonly has: (item: WorkItem, index: PlanIndex) => boolean;
  /** Plans the rule does not speak of. */
  readonly applies?: (plan: WorkPlan) => boolean;
  /** Items the rule does not speak of. */
  readonly covers?: (item: WorkItem) => boolean;
}

/**
 * A check that every open item has a field; unknown where the item's source cannot carry it.
 *
 * @param rule - the field and how it is had
 * @returns a check with one verdict an open item
 *
 * Issues: none.
 * Time O(items), space O(items).
 * Source: own.
 *
 * @example
 * itemFieldCheck({ id: "demo/size", kind: "heuristic", citation: [], field: "estimates", has: (item) => item.estimates !== undefined }).needs; // => ["items.estimates"]
 */
export function itemFieldCheck(rule: ItemFieldRule): Check<ClarityInput> {
  return {
    id: rule.id,
    version: "1.0.0",
    kind: rule.kind,
    citation: rule.citation,
    needs: [`items.${rule.field}`],
    dataClass: "planFact",
    params: {},
    evaluate: ({ plan }) => {
      if (rule.applies?.(plan) === false)
        return [{ outcome: "inapplicable", subject: { table: "document", id: rule.id } }];
      const index = indexPlan(plan);
      return openItems(plan)
        .filter((item) => rule.covers?.(item) ?? true)
        .map((item): Verdict => {
          const subject = { table: "items", id: item.id };
          const facts = { title: item.title };
          if (rule.has(item, index)) return { outcome: "pass", subject, facts };
          if (isKnown(plan.coverage, "items", item, rule.field)) return { outcome: "fail", subject, facts };
          return { outcome: "unknown", subject, facts, missing: [`items.${rule.field}`] };
        });
    },
  };
}
