import type { Check, Verdict } from "@evenkeel/checks";
import type { SustainabilityInput } from "./types.js";

/** No week asks more of a person than contract and calendar give; a plan fact about the plan, not about the person. */
export const overload: Check<SustainabilityInput> = {
  id: "sustainability/overload",
  version: "1.0.0",
  kind: "heuristic",
  citation: [{ title: "ISO 45003:2021 Psychological health and safety at work", article: "workload and work pace" }],
  needs: ["assignments.effortMinutes"],
  dataClass: "planFact",
  params: { mostUtilization: 1 },
  evaluate: ({ load }, { mostUtilization }) =>
    (load ?? []).map((row): Verdict => {
      const most = row.capacityMinutes * Number(mostUtilization);
      const over = row.plannedMinutes > most + 1e-6;
      return {
        outcome: over ? "fail" : "pass",
        subject: { table: "people", id: row.personId },
        measured: { value: row.plannedMinutes, unit: "minutes" },
        threshold: { value: most, unit: "minutes" },
        window: { from: row.week, to: row.week },
        evidence: row.items.map(({ itemId }) => ({ table: "items", id: itemId })),
        facts: {
          person: row.personId,
          week: row.week,
          planned: row.plannedMinutes,
          capacity: row.capacityMinutes,
          items: row.items.length,
        },
      };
    }),
};
