import type { Check, Verdict } from "@evenkeel/checks";
import { rotaSizes } from "../on-call/measure-on-call.js";
import type { SustainabilityInput } from "../types.js";
import { withoutPart } from "./without-part.js";

const beingOnCall = {
  title: "Beyer, Jones, Petoff & Murphy (2016), Site Reliability Engineering",
  article: "chapter 11, Being On-Call",
};
/** A rota is shared by enough people: eight at one site, six at each of several. */
export const rotaSize: Check<SustainabilityInput> = {
  id: "sustainability/rota-size",
  version: "1.0.0",
  kind: "guideline",
  citation: [beingOnCall],
  needs: ["onCallShifts.personId"],
  dataClass: "planFact",
  params: { leastSingleSite: 8, leastPerSite: 6 },
  evaluate: ({ rota }, { leastSingleSite, leastPerSite }) => {
    if (rota === undefined) return withoutPart(rotaSize.id, rotaSize.needs);
    const sizes = rotaSizes(rota.shifts);
    const least = Number(sizes.length > 1 ? leastPerSite : leastSingleSite);
    return sizes.map(({ rotaId, people }): Verdict => {
      const subject = { table: "onCallShifts", id: rotaId };
      if (people >= least) return { outcome: "pass", subject };
      return {
        outcome: "fail",
        subject,
        measured: { value: people, unit: "people" },
        threshold: { value: least, unit: "people" },
        evidence: [subject],
        facts: { rota: rotaId, count: people, least },
      };
    });
  },
};
