import type { Check, Verdict } from "@evenkeel/checks";
import type { CompletionInput } from "./types.js";
import { workInProgress } from "./work-in-progress.js";

const millisPerDay = 86_400_000;

/** Nothing stays blocked longer than the allowed days. */
export const itemBlocked: Check<CompletionInput> = {
  id: "completion/item-blocked",
  version: "1.0.0",
  kind: "guideline",
  citation: [{ title: "The Kanban Guide (2020)", article: "actively managing items in a workflow" }],
  needs: ["items.blocked"],
  dataClass: "planFact",
  params: { allowedDays: 1 },
  evaluate: (input, { allowedDays }) =>
    workInProgress(input).flatMap(({ item, blocked }): Verdict[] => {
      if (blocked === undefined) return [];
      const days = blocked.from === undefined ? undefined : (input.now - blocked.from) / millisPerDay;
      const fails = days === undefined || days > Number(allowedDays);
      return [
        {
          outcome: fails ? "fail" : "pass",
          subject: { table: "items", id: item.id },
          ...(days === undefined
            ? {}
            : { measured: { value: days, unit: "days" }, threshold: { value: Number(allowedDays), unit: "days" } }),
          facts: {
            title: item.title,
            days: Math.floor(days ?? 0),
            dated: days !== undefined,
            reason: item.blockedReason ?? "",
          },
        },
      ];
    }),
};
