import type { Check, Verdict } from "@evenkeel/checks";
import { isOnePersonPlan, onTimeLine } from "@evenkeel/core";
import type { CoordinationInput } from "./types.js";

const millisPerDay = 86_400_000;

/** The receiver of a handoff needs it no earlier than the giver promises it; where they differ, they should talk now. */
export const needBeforePromise: Check<CoordinationInput> = {
  id: "coordination/need-before-promise",
  version: "1.0.0",
  kind: "heuristic",
  citation: [
    {
      title: "Winograd & Flores (1986), Understanding Computers and Cognition",
      article: "conversation for action: request and promise agree",
    },
  ],
  needs: ["dependencies.handoff"],
  dataClass: "planFact",
  params: {},
  evaluate: ({ plan }) => {
    if (isOnePersonPlan(plan))
      return [{ outcome: "inapplicable", subject: { table: "document", id: "coordination/need-before-promise" } }];
    return (plan.dependencies ?? []).flatMap(({ id, handoff, predecessorId }): Verdict[] => {
      if (handoff?.neededBy === undefined) return [];
      const subject = { table: "dependencies", id };
      const what = handoff.what ?? predecessorId;
      if (handoff.promisedBy === undefined)
        return [{ outcome: "unknown", subject, missing: ["dependencies.handoff.promisedBy"], facts: { what } }];
      const [needed, promised] = [onTimeLine(handoff.neededBy, true), onTimeLine(handoff.promisedBy, true)];
      if (needed === undefined || promised === undefined) return [];
      const days = (promised - needed) / millisPerDay;
      return [
        {
          outcome: days > 0 ? "fail" : "pass",
          subject,
          severity: days > 0 ? "serious" : "info",
          measured: { value: days, unit: "days" },
          threshold: { value: 0, unit: "days" },
          facts: {
            what,
            needed: handoff.neededBy,
            promised: handoff.promisedBy,
            days: Math.ceil(days),
            from: handoff.from ?? "",
            to: handoff.to ?? "",
          },
        },
      ];
    });
  },
};
