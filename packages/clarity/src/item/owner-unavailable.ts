import type { Check, Ruling } from "@evenkeel/checks";
import { isSharedWork, onTimeLine, ownerOf, type Person, type WorkItem } from "@evenkeel/core";
import { sources } from "../citations.js";
import { itemCheck } from "../rules.js";
import type { ClarityInput } from "../types.js";

const millisPerDay = 86_400_000;

/** When the item is to be done by, or the end of the days looked ahead. */
function windowEnd(item: WorkItem, now: number, aheadDays: number): number {
  const due = item.deadline ?? item.dueDate ?? item.schedule?.finish;
  return Math.max(now, (due === undefined ? undefined : onTimeLine(due, true)) ?? now + aheadDays * millisPerDay);
}

function isAwayAll({ away }: Person, from: number, to: number): boolean {
  return (away ?? []).some(({ from: first, to: last, share }) => {
    const [begin, end] = [onTimeLine(first), onTimeLine(last, true)];
    return (share ?? 1) === 1 && begin !== undefined && end !== undefined && begin <= from && end >= to;
  });
}

/** Why a person cannot own an item now: gone, or away until it is due; undefined when neither is known. */
export function absenceOf(
  person: Person,
  item: WorkItem,
  now: number,
  aheadDays: number,
): "inactive" | "away" | undefined {
  if (person.active === false) return "inactive";
  return isAwayAll(person, now, windowEnd(item, now, aheadDays)) ? "away" : undefined;
}

/** C05: the owner is one person who is there: not a whole team, not inactive, not away until the item is due. */
export const ownerUnavailable: Check<ClarityInput> = /* @__PURE__ */ itemCheck(
  {
    id: "clarity/owner-unavailable",
    kind: "guideline",
    citation: [sources.iso45003],
    needs: ["assignments.itemId", "people.active", "people.away"],
    applies: isSharedWork,
    params: { aheadDays: 14, teamsMayOwn: true },
  },
  (item, { plan, now }, { aheadDays, teamsMayOwn }) => {
    const owner = ownerOf(item);
    if (owner === undefined) return undefined;
    const fail = (why: string, table: "people" | "teams", name: string): Ruling => ({
      outcome: "fail",
      evidence: [
        { table: "items", id: item.row.id },
        { table, id: owner.id },
      ],
      facts: { title: item.row.title, owner: name, why },
    });
    if (owner.table === "teams")
      return teamsMayOwn === true ? undefined : fail("team", "teams", plan.teams.get(owner.id)?.row.name ?? owner.id);
    const person = plan.people.get(owner.id)?.row;
    if (person === undefined) return undefined;
    const why = absenceOf(person, item.row, now, Number(aheadDays));
    if (why !== undefined) return fail(why, "people", person.name);
    return person.active === undefined || person.away === undefined ? undefined : "pass";
  },
);
