import type { Check, Verdict } from "@evenkeel/checks";
import { fewestToExceed } from "./checks/irreducible.js";
import { withoutPart } from "./checks/without-part.js";
import type { SustainabilityInput } from "./types.js";

const needs = ["assignments.effortMinutes"];

/** No week asks more of a person than contract and calendar give; a plan fact about the plan, not about the person. */
export const overload: Check<SustainabilityInput> = {
  id: "sustainability/overload",
  version: "1.1.0",
  kind: "heuristic",
  citation: [{ title: "ISO 45003:2021 Psychological health and safety at work", article: "workload and work pace" }],
  needs,
  dataClass: "planFact",
  params: { mostUtilization: 1 },
  evaluate: ({ load }, { mostUtilization }) =>
    load?.map((row): Verdict => {
      const most = row.capacityMinutes * Number(mostUtilization);
      const over = row.plannedMinutes > most + 1e-6;
      const items = row.items.map(({ itemId, minutes }) => ({ id: itemId, amount: minutes }));
      return {
        outcome: over ? "fail" : "pass",
        subject: { table: "people", id: row.personId },
        measured: { value: row.plannedMinutes, unit: "minutes" },
        threshold: { value: most, unit: "minutes" },
        window: { from: row.week, to: row.week },
        evidence: over
          ? fewestToExceed(items, most).map((id) => ({ table: "items", id }))
          : [{ table: "people", id: row.personId }],
        facts: {
          person: row.personId,
          week: row.week,
          planned: row.plannedMinutes,
          capacity: row.capacityMinutes,
          items: row.items.length,
        },
      };
    }) ?? withoutPart("sustainability/overload", needs),
};
