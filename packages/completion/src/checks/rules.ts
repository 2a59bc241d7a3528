import { type Check, type CheckCard, type CheckParams, type Judgement, subjectCheck } from "@evenkeel/checks";
import { type ItemNode, overItems } from "@evenkeel/core";
import type { CompletionInput } from "../types.js";

/** Milliseconds of a day. */
export const millisPerDay = 86_400_000;

/** A check of every item without parts, also of finished ones. */
export const leafCheck = (
  card: CheckCard<CompletionInput>,
  judge: (item: ItemNode, context: CompletionInput, params: CheckParams) => Judgement,
): Check<CompletionInput> =>
  subjectCheck(card, {
    ...overItems,
    judge: (context, id, params) => {
      const item = context.plan.items.get(id);
      if (item === undefined || item.children.length > 0 || item.row.kind === "summary") return undefined;
      if (item.row.schedule?.kind === "summary" || item.row.schedule?.active === false) return undefined;
      return judge(item, context, params);
    },
  });

/** fail beyond an allowed number of days, pass within; with measure and threshold. */
export function within(
  days: number,
  allowed: number,
  facts: Readonly<Record<string, string | number | boolean>>,
): Judgement {
  if (days <= allowed) return "pass";
  return {
    outcome: "fail",
    measured: { value: days, unit: "days" },
    threshold: { value: allowed, unit: "days" },
    facts: { ...facts, days: Math.floor(days) },
  };
}
