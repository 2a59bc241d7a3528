import type { Check, Verdict } from "@evenkeel/checks";
import { onTimeLine } from "@evenkeel/core";
import type { CompletionInput } from "./types.js";

const millisPerDay = 86_400_000;

/** Every open promise is still in time: met, renegotiated or withdrawn before its day has passed. */
export const promiseOverdue: Check<CompletionInput> = {
  id: "completion/promise-overdue",
  version: "1.0.0",
  kind: "heuristic",
  citation: [
    {
      title: "Winograd & Flores (1986), Understanding Computers and Cognition",
      article: "a promise is met, renegotiated or withdrawn",
    },
  ],
  needs: ["commitments.due"],
  dataClass: "planFact",
  params: {},
  evaluate: ({ plan, now }) => {
    const title = new Map((plan.items ?? []).map((item) => [item.id, item.title]));
    return (plan.commitments ?? []).flatMap((row): Verdict[] => {
      const due = onTimeLine(row.due, true);
      if (due === undefined || (row.state !== undefined && row.state !== "open")) return [];
      const days = (now - due) / millisPerDay;
      return [
        {
          outcome: days > 0 ? "fail" : "pass",
          subject: { table: "commitments", id: row.id },
          severity: days > 0 ? "serious" : "info",
          measured: { value: days, unit: "days" },
          threshold: { value: 0, unit: "days" },
          facts: { what: row.what ?? title.get(row.subject?.id ?? "") ?? row.id, due: row.due, days: Math.ceil(days) },
        },
      ];
    });
  },
};
