import type { Check } from "@evenkeel/checks";
import type { Person } from "@evenkeel/core";
import { compareText } from "@evenkeel/kernel";
import { sources } from "../citations.js";
import { itemCheck } from "../rules.js";
import type { CoordinationInput } from "../types.js";

/** Whoever does an item has, together, the skills it needs. */
export const missingSkill: Check<CoordinationInput> = /* @__PURE__ */ itemCheck(
  {
    id: "coordination/missing-skill",
    kind: "heuristic",
    citation: [sources.malone],
    needs: ["items.skills", "people.skills", "assignments.personId"],
  },
  ({ row, assignments }, { plan }) => {
    if (row.skills === undefined || row.skills.length === 0) return undefined;
    let isAnyone = false;
    const people: Person[] = [];
    for (const { role, personId } of assignments) {
      if (role !== "responsible" || personId === undefined) continue;
      isAnyone = true;
      const person = plan.people.get(personId)?.row;
      if (person !== undefined) people.push(person);
    }
    if (!isAnyone) return undefined;
    const isHad = (skill: string): boolean => people.some(({ skills }) => skills?.includes(skill) === true);
    if (row.skills.every(isHad)) return "pass";
    const absent = row.skills.filter((skill) => !isHad(skill)).sort(compareText);
    const facts = { title: row.title, people: people.map(({ id }) => id).sort(compareText) };
    return people.some(({ skills }) => skills === undefined)
      ? { outcome: "unknown", missing: ["people.skills"], facts }
      : { outcome: "fail", facts: { ...facts, absent } };
  },
);
