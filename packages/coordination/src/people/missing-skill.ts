import type { Check } from "@evenkeel/checks";
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
    const doers = assignments.filter(({ role, personId }) => role === "responsible" && personId !== undefined);
    if (doers.length === 0) return undefined;
    const people = doers.flatMap(({ personId }) => plan.people.get(personId ?? "")?.row ?? []);
    const had = new Set(people.flatMap(({ skills }) => skills ?? []));
    const absent = row.skills.filter((skill) => !had.has(skill)).sort(compareText);
    if (absent.length === 0) return "pass";
    const facts = { title: row.title, people: people.map(({ id }) => id).sort(compareText) };
    return people.some(({ skills }) => skills === undefined)
      ? { outcome: "unknown", missing: ["people.skills"], facts }
      : { outcome: "fail", facts: { ...facts, absent } };
  },
);
