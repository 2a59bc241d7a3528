import type { Check, Verdict } from "@evenkeel/checks";
import { ownersByProject } from "../concentration/owners.js";
import { skillDemands } from "../concentration/skills.js";
import { smallestLoss } from "../concentration/smallest-loss.js";
import type { SustainabilityInput } from "../types.js";
import { withoutPart } from "./without-part.js";

const truckFactors = {
  title: "Avelino, Passos, Hora & Valente (2016), A novel approach for estimating truck factors, ICPC",
};

/** A skill that open items ask for is not left to a single person. */
export const skillConcentration: Check<SustainabilityInput> = {
  id: "sustainability/skill-concentration",
  version: "1.0.0",
  kind: "heuristic",
  citation: [truckFactors],
  needs: ["people.skills", "items.skills"],
  dataClass: "planFact",
  params: { fewestPeople: 2 },
  evaluate: ({ skills }, { fewestPeople }) => {
    if (skills === undefined) return withoutPart(skillConcentration.id, skillConcentration.needs);
    if (skills.people.length < Number(fewestPeople))
      return [{ outcome: "inapplicable", subject: { table: "document", id: skillConcentration.id } }];
    return skillDemands(skills).map(({ skill, people, items }): Verdict => {
      const subject = { table: "skills", id: skill };
      if (people.length >= Number(fewestPeople)) return { outcome: "pass", subject };
      return {
        outcome: "fail",
        subject,
        measured: { value: people.length, unit: "people" },
        threshold: { value: Number(fewestPeople), unit: "people" },
        evidence: items.slice(0, 1).map((id) => ({ table: "items", id })),
        facts: { skill, people: [...people], count: people.length, items: items.length },
      };
    });
  },
};

/** Over half of a project's items do not hang on a single person who answers for them. */
export const ownershipConcentration: Check<SustainabilityInput> = {
  id: "sustainability/ownership-concentration",
  version: "1.0.0",
  kind: "heuristic",
  citation: [truckFactors],
  needs: ["assignments.itemId", "assignments.role"],
  dataClass: "planFact",
  params: { fewestPeople: 2, fewestItems: 5 },
  evaluate: ({ owners }, { fewestPeople, fewestItems }) => {
    if (owners === undefined) return withoutPart(ownershipConcentration.id, ownershipConcentration.needs);
    const everybody = new Set(owners.map(({ personId }) => personId)).size;
    return [...ownersByProject(owners)].map(([projectId, items]): Verdict => {
      const subject =
        projectId === "" ? { table: "document", id: ownershipConcentration.id } : { table: "projects", id: projectId };
      if (items.size < Number(fewestItems) || everybody < Number(fewestPeople))
        return { outcome: "inapplicable", subject };
      const { people, lowerBound } = smallestLoss(items);
      if (lowerBound >= Number(fewestPeople)) return { outcome: "pass", subject };
      return {
        outcome: people.length < Number(fewestPeople) ? "fail" : "unknown",
        subject,
        measured: { value: people.length, unit: "people" },
        threshold: { value: Number(fewestPeople), unit: "people" },
        evidence: people.map((id) => ({ table: "people", id })),
        facts: { project: projectId, people: [...people], items: items.size },
      };
    });
  },
};
