import type { Check, Verdict } from "@evenkeel/checks";
import { onTimeLine } from "@evenkeel/core";
import type { ClarityInput } from "./types.js";

/** C22: every open decision has a decider and a date that has not passed. In a one-person plan the decider is clear. */
export const decisionOpen: Check<ClarityInput> = {
  id: "clarity/decision-open",
  version: "1.0.0",
  kind: "heuristic",
  citation: [{ title: "Evenkeel house rule: a pending decision has a decider and a date" }],
  needs: ["decisions.question"],
  dataClass: "planFact",
  params: {},
  evaluate: ({ plan, now }) =>
    (plan.decisions ?? [])
      .filter(({ result }) => result === undefined)
      .map((decision): Verdict => {
        const due = decision.by === undefined ? undefined : onTimeLine(decision.by, true);
        const alone = (plan.people ?? []).length <= 1;
        const absent = [
          ...(decision.deciderId === undefined && !alone ? ["deciderId"] : []),
          ...(due === undefined ? ["by"] : due <= now ? ["answer"] : []),
        ];
        const blocks = decision.blocks ?? [];
        return {
          outcome: absent.length === 0 ? "pass" : "fail",
          subject: { table: "decisions", id: decision.id },
          severity: absent.length === 0 ? "info" : blocks.length > 0 ? "serious" : "minor",
          facts: { title: decision.question, absent, blocked: blocks.length },
        };
      }),
};
