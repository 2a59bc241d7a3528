import { type Check, subjectCheck } from "@evenkeel/checks";
import { type Assignment, isOpenItem, onTimeLine, overPeople, type PersonNode, type PlanIndex } from "@evenkeel/core";
import { compareText } from "@evenkeel/kernel";
import { sources } from "../citations.js";
import type { CoordinationInput } from "../types.js";

interface Claim {
  readonly id: string;
  readonly units: number;
  readonly from: number;
  readonly to: number;
}

function claimOf(plan: PlanIndex, { id, itemId, units, during }: Assignment): Claim | undefined {
  if (units === undefined || during?.from === undefined || during.to === undefined) return undefined;
  const item = plan.items.get(itemId);
  if (item === undefined || !isOpenItem(item)) return undefined;
  const [from, to] = [onTimeLine(during.from), onTimeLine(during.to, true)];
  return from === undefined || to === undefined ? undefined : { id, units, from, to };
}

/** The first instant at which claims on a person add up to more than there is of them, with the fewest claims that show it. */
function overclaim(claims: readonly Claim[], most: number): readonly Claim[] | undefined {
  const starts = [...new Set(claims.map(({ from }) => from))].sort((a, b) => a - b);
  for (const at of starts) {
    const then = claims
      .filter(({ from, to }) => from <= at && at < to)
      .sort((a, b) => b.units - a.units || compareText(a.id, b.id));
    const shown: Claim[] = [];
    let sum = 0;
    for (const claim of then) {
      shown.push(claim);
      sum += claim.units;
      if (sum > most + 1e-9) return shown;
    }
  }
  return undefined;
}

/** Nobody is claimed for more than all of their time at once. */
export const claimedTwice: Check<CoordinationInput> = /* @__PURE__ */ subjectCheck(
  {
    id: "coordination/claimed-twice",
    kind: "heuristic",
    citation: [sources.iso45003],
    needs: ["assignments.units", "assignments.during"],
    params: { most: 1 },
  },
  {
    ...overPeople,
    judge: ({ plan }, id, { most }) => {
      const person: PersonNode | undefined = plan.people.get(id);
      const claims: Claim[] = [];
      for (const assignment of person?.assignments ?? []) {
        const claim = claimOf(plan, assignment);
        if (claim !== undefined) claims.push(claim);
      }
      if (claims.length === 0) return undefined;
      const shown = overclaim(claims, Number(most));
      if (shown === undefined) return claims.length === person?.assignments.length ? "pass" : undefined;
      const sum = shown.reduce((total, { units }) => total + units, 0);
      return {
        outcome: "fail",
        measured: { value: sum, unit: "people" },
        threshold: { value: Number(most), unit: "people" },
        evidence: shown.map((claim) => ({ table: "assignments", id: claim.id })),
        facts: { name: person?.row.name ?? id, percent: Math.round(sum * 100), count: shown.length },
      };
    },
  },
);
