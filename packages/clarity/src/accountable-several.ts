import type { Check, Verdict } from "@evenkeel/checks";
import { indexPlan, isOnePersonPlan, openItems } from "@evenkeel/core";
import type { ClarityInput } from "./types.js";

/** C04: no open item has two who are accountable, drive, approve or decide; responsibility may be shared, accountability may not. */
export const accountableSeveral: Check<ClarityInput> = {
  id: "clarity/accountable-several",
  version: "1.0.0",
  kind: "guideline",
  citation: [
    { title: "PMI, A Guide to the Project Management Body of Knowledge", article: "responsibility assignment matrix" },
  ],
  needs: ["assignments.itemId", "assignments.role"],
  dataClass: "planFact",
  params: {},
  evaluate: ({ plan }) => {
    if (isOnePersonPlan(plan))
      return [{ outcome: "inapplicable", subject: { table: "document", id: "clarity/accountable-several" } }];
    const index = indexPlan(plan);
    return openItems(plan).flatMap((item) =>
      (["accountable", "driver", "approver", "decider"] as const).flatMap((role): Verdict[] => {
        const held = index.assignments(item.id).filter((assignment) => assignment.role === role);
        if (held.length === 0) return [];
        const measured = { value: held.length, unit: "assignments" };
        const subject = { table: "items", id: item.id };
        return [
          {
            outcome: held.length > 1 ? "fail" : "pass",
            subject,
            measured,
            threshold: { value: 1, unit: "assignments" },
            facts: { title: item.title, count: held.length, role },
            evidence: held.slice(0, 2).map(({ id }) => ({ table: "assignments", id })),
          },
        ];
      }),
    );
  },
};
