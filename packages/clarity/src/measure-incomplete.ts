import type { Check, Verdict } from "@evenkeel/checks";
import type { ClarityInput } from "./types.js";

const parts = ["metric", "baseline", "target", "by"] as const;

/** C09: every outcome has a metric, a baseline, a target and a date, so that anyone can tell whether it was attained. */
export const measureIncomplete: Check<ClarityInput> = {
  id: "clarity/measure-incomplete",
  version: "1.0.0",
  kind: "guideline",
  citation: [{ title: "Doran (1981), There's a S.M.A.R.T. way to write management's goals and objectives" }],
  needs: ["outcomes.measure"],
  dataClass: "planFact",
  params: {},
  evaluate: ({ plan }) => {
    const parents = new Set((plan.outcomes ?? []).map(({ parentId }) => parentId));
    return (plan.outcomes ?? [])
      .filter(({ id }) => !parents.has(id))
      .map((outcome): Verdict => {
        const absent = parts.filter((part) => outcome.measure?.[part] === undefined);
        return {
          outcome: absent.length === 0 ? "pass" : "fail",
          subject: { table: "outcomes", id: outcome.id },
          facts: { title: outcome.title, absent: [...absent] },
        };
      });
  },
};
