import type { Check, Verdict } from "@evenkeel/checks";
import type { SustainabilityInput } from "./types.js";

/** Nobody has more items in progress than can be held in mind; a rule of thumb. */
export const tooMuchInProgress: Check<SustainabilityInput> = {
  id: "sustainability/too-much-in-progress",
  version: "1.0.0",
  kind: "heuristic",
  citation: [{ title: "Vasilescu et al. (2016), The Sky Is Not the Limit: Multitasking Across GitHub Projects, ICSE" }],
  needs: ["assignments.itemId", "items.startedAt"],
  dataClass: "planFact",
  params: { mostItems: 5 },
  evaluate: ({ workInProgress }, { mostItems }) =>
    (workInProgress ?? []).map(({ personId, itemIds }): Verdict => {
      const count = itemIds.length;
      const over = count > Number(mostItems);
      return {
        outcome: over ? "fail" : "pass",
        subject: { table: "people", id: personId },
        measured: { value: count, unit: "items" },
        threshold: { value: Number(mostItems), unit: "items" },
        evidence: over
          ? [...itemIds]
              .sort()
              .slice(0, Number(mostItems) + 1)
              .map((id) => ({ table: "items", id }))
          : [{ table: "people", id: personId }],
        facts: { person: personId, count, most: Number(mostItems) },
      };
    }),
};
