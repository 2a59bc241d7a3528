import type { Check } from "@evenkeel/checks";
import { onTimeLine, type Person } from "@evenkeel/core";
import { compareText } from "@evenkeel/kernel";
import { sources } from "../citations.js";
import { itemCheck } from "../rules.js";
import type { CoordinationInput } from "../types.js";

const isAway = ({ away }: Person, now: number): boolean =>
  (away ?? []).some(({ from, to, share }) => {
    const [begin, end] = [onTimeLine(from), onTimeLine(to, true)];
    return (share ?? 1) === 1 && begin !== undefined && end !== undefined && begin <= now && now < end;
  });

/** Work in progress has somebody who is there: not all who do it are away now. */
export const assigneeAway: Check<CoordinationInput> = /* @__PURE__ */ itemCheck(
  {
    id: "coordination/assignee-away",
    kind: "heuristic",
    citation: [sources.iso45003],
    needs: ["people.away", "assignments.personId"],
  },
  ({ row, category, assignments }, { plan, now }) => {
    if (category !== "active") return undefined;
    const doers: { readonly id: string; readonly person: Person }[] = [];
    for (const { id, personId, role } of assignments) {
      const person = role === "responsible" ? plan.people.get(personId ?? "")?.row : undefined;
      if (person !== undefined) doers.push({ id, person });
    }
    if (doers.length === 0) return undefined;
    if (doers.every(({ person }) => isAway(person, now))) {
      const names = doers.sort((a, b) => compareText(a.id, b.id)).map(({ person }) => person.id);
      return {
        outcome: "fail",
        evidence: [
          { table: "items", id: row.id },
          { table: "people", id: names[0] ?? "" },
        ],
        facts: { title: row.title, people: names },
      };
    }
    return doers.every(({ person }) => person.away !== undefined) ? "pass" : undefined;
  },
);
