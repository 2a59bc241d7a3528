import { canonicalJson, compareText } from "@evenkeel/kernel";
import * as fc from "fast-check";
import { type GroupValue, groupReport } from "../privacy/group-means.js";
import { type GroupCell, safeGroups } from "../privacy/safe-groups.js";
import { attackByDifferences, canTellOfFew, type KnownSum } from "./differencing-attacker.js";
import type { Law } from "./law.js";

/** Groups of some people over some weeks; from week to week few change. */
export function anyWeeks(most: {
  readonly people: number;
  readonly groups: number;
  readonly weeks: number;
}): fc.Arbitrary<readonly (readonly GroupCell[])[]> {
  const person = fc.nat(most.people - 1).map((at) => `p${at}`);
  const group = fc.uniqueArray(person, { minLength: 1, maxLength: most.people });
  const changes = fc.array(fc.tuple(fc.nat(most.groups - 1), person), { maxLength: 3 });
  return fc
    .tuple(fc.array(group, { minLength: 1, maxLength: most.groups }), fc.array(changes, { maxLength: most.weeks - 1 }))
    .map(([groups, weeks]) => {
      let now = groups;
      const cells = (week: number): GroupCell[] =>
        now.map((personIds, at) => ({ groupId: `g${at}`, period: `w${week}`, personIds }));
      const all = [cells(0)];
      for (const [week, changed] of weeks.entries()) {
        now = now.map((people, at) => {
          const moved = [...new Set(changed.filter(([which]) => which === at).map(([, id]) => id))];
          return [...people.filter((id) => !moved.includes(id)), ...moved.filter((id) => !people.includes(id))];
        });
        all.push(cells(week + 1).filter(({ personIds }) => personIds.length > 0));
      }
      return all;
    });
}

/** Publishes week after week, each beside all before it. */
function publishWeekly(weeks: readonly (readonly GroupCell[])[], smallest: number): GroupCell[] {
  const published: GroupCell[] = [];
  for (const cells of weeks)
    published.push(...safeGroups(cells, { dataClass: "record", smallest, published }).published);
  return published;
}

const value = (key: string): bigint => BigInt(7 + [...key].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 0));

/** What an attacker sees: sums over people, whose value is the same in all weeks or not. */
function sumsOf(cells: readonly GroupCell[], isStable: boolean): KnownSum[] {
  return cells.map(({ personIds, period }) => {
    const unknowns = personIds.map((id) => (isStable ? id : `${id} ${period ?? ""}`));
    return { unknowns, sum: unknowns.reduce((sum, key) => sum + value(key), 0n) };
  });
}

/** Few enough to try every choice of people. */
const few = { people: 12, groups: 5, weeks: 2 };

/** Laws of group results. */
export function privacyLaws(): Law[] {
  return [
    {
      name: "an attacker by linear algebra finds no single value in overlapping groups of consecutive weeks, at 5",
      statedRuns: 10_000,
      property: fc.property(anyWeeks({ people: 24, groups: 7, weeks: 3 }), fc.boolean(), (weeks, isStable) => {
        return attackByDifferences(sumsOf(publishWeekly(weeks, 5), isStable)).size === 0;
      }),
    },
    {
      name: "nor any weighted sum over fewer than 5 people",
      statedRuns: 2_000,
      property: fc.property(anyWeeks(few), (weeks) => !canTellOfFew(sumsOf(publishWeekly(weeks, 5), true), 5)),
    },
    {
      name: "nothing is withheld as derivable that could stand beside the rest",
      statedRuns: 2_000,
      property: fc.property(anyWeeks({ ...few, weeks: 1 }), ([cells = []]) => {
        const { published, withheld } = safeGroups(cells, { dataClass: "record" });
        return withheld.every(
          ({ cell, reason }) => reason !== "derivable" || canTellOfFew(sumsOf([...published, cell], true), 5),
        );
      }),
    },
    {
      name: "the order of groups and people does not change what is withheld",
      statedRuns: 2_000,
      property: fc.property(anyWeeks({ people: 16, groups: 6, weeks: 1 }), ([cells = []]) => {
        const name = (list: readonly GroupCell[]): string[] => list.map(({ groupId }) => groupId).sort(compareText);
        const turned = [...cells].reverse().map((cell) => ({ ...cell, personIds: [...cell.personIds].reverse() }));
        return canonicalJson(name(safeGroups(cells).published)) === canonicalJson(name(safeGroups(turned).published));
      }),
    },
    {
      name: "no floor below 5 (wellbeing 10) can be set",
      statedRuns: 2_000,
      property: fc.property(
        anyWeeks({ people: 16, groups: 6, weeks: 1 }),
        fc.oneof(fc.integer({ min: -5, max: 4 }), fc.constantFrom(Number.NaN, Number.NEGATIVE_INFINITY)),
        fc.constantFrom("record" as const, "wellbeing" as const),
        ([cells = []], smallest, dataClass) =>
          safeGroups(cells, { dataClass, smallest }).published.every(
            ({ personIds }) => personIds.length >= (dataClass === "record" ? 5 : 10),
          ),
      ),
    },
    {
      name: "means, totals included, give no single value away",
      statedRuns: 2_000,
      property: fc.property(anyWeeks({ people: 20, groups: 6, weeks: 3 }), (weeks) => {
        const published: GroupCell[] = [];
        for (const cells of weeks) {
          const values: GroupValue[] = cells.flatMap(({ groupId, period = "", personIds }) =>
            personIds.map((personId) => ({ groupId, period, personId, value: Number(value(personId) % 97n) })),
          );
          const report = groupReport(values, { dataClass: "record", published });
          const shown = [...report.means, ...report.totals].filter(({ mean }) => mean !== undefined).length;
          if (shown !== report.published.length) return false;
          published.push(...report.published);
        }
        return attackByDifferences(sumsOf(published, true)).size === 0;
      }),
    },
  ];
}
