import type { Check } from "@evenkeel/checks";
import { withoutPart } from "./checks/without-part.js";
import { truckFactor } from "./truck-factor.js";
import type { SustainabilityInput } from "./types.js";

/** Over half of the work does not rest on a single person. */
export const concentration: Check<SustainabilityInput> = {
  id: "sustainability/concentration",
  version: "1.1.0",
  kind: "evidence",
  citation: [{ title: "Avelino, Passos, Hora & Valente (2016), A novel approach for estimating truck factors, ICPC" }],
  needs: ["assignments.itemId"],
  dataClass: "planFact",
  params: { fewestPeople: 2, fewestItems: 5 },
  evaluate: ({ ownership }, { fewestPeople, fewestItems }) => {
    if (ownership === undefined) return withoutPart(concentration.id, concentration.needs);
    const subject = { table: "document", id: concentration.id };
    const { exact, lowerBound, items, smallest } = truckFactor(ownership);
    const known = new Set(ownership.map(({ personId }) => personId)).size;
    if (items < Number(fewestItems) || known < 2) return [{ outcome: "inapplicable", subject }];
    // Nobody is known to know half of the items: that says more about the record than about the people.
    if (exact === 0) return [{ outcome: "unknown", subject, missing: ["assignments.itemId"] }];
    return [
      {
        outcome: exact < Number(fewestPeople) ? "fail" : lowerBound >= Number(fewestPeople) ? "pass" : "unknown",
        subject,
        measured: { value: exact, unit: "people" },
        threshold: { value: Number(fewestPeople), unit: "people" },
        evidence: smallest.map((id) => ({ table: "people", id })),
        facts: { people: [...smallest], exact, items },
      },
    ];
  },
};
