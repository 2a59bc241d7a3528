import type { Check, Verdict } from "@evenkeel/checks";
import { measureAttainment } from "./measure-attainment.js";
import type { EffectivenessInput } from "./types.js";

/** An outcome whose day has come is attained. */
export const outcomeLate: Check<EffectivenessInput> = {
  id: "effectiveness/outcome-late",
  version: "1.0.0",
  kind: "guideline",
  citation: [{ title: "ISO 21502:2020 Guidance on project management", article: "benefits and outcomes" }],
  needs: ["outcomes.measure"],
  dataClass: "planFact",
  params: {},
  evaluate: ({ outcomes, now }) =>
    outcomes.flatMap((outcome): Verdict[] => {
      if (outcome.by === undefined || outcome.by > now) return [];
      const [row] = measureAttainment([outcome]).outcomes;
      const subject = { table: "outcomes", id: outcome.outcomeId };
      if (row?.progress === undefined)
        return [{ outcome: "unknown", subject, missing: row?.missing ?? [], facts: { title: outcome.title } }];
      return [
        {
          outcome: row.progress < 1 ? "fail" : "pass",
          subject,
          measured: { value: row.progress, unit: "share" },
          threshold: { value: 1, unit: "share" },
          facts: { title: outcome.title, progress: row.progress },
        },
      ];
    }),
};
