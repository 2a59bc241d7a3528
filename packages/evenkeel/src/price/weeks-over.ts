import type { WorkPlan } from "@evenkeel/core";
import { compareText } from "@evenkeel/kernel";
import type { PersonLimit, PersonWeek, WeekOverLimit } from "./types.js";

/** Sums of quotients differ by less. */
const grain = 1e-3;

/** A week of a person that asks for more than their limit. */
export interface Overload extends PersonWeek {
  readonly minutesOver: number;
}

/** The weeks of people that ask for more than the limit, in the order of the weeks. */
export function overloads(weeks: readonly PersonWeek[], limits: readonly PersonLimit[]): Overload[] {
  const limitOf = new Map(limits.map(({ personId, minutesPerWeek }) => [personId, minutesPerWeek]));
  return weeks.flatMap((row) => {
    const minutesOver = row.minutes - (limitOf.get(row.personId) ?? Number.POSITIVE_INFINITY) * row.shareOfWeek;
    return minutesOver > grain ? [{ ...row, minutesOver }] : [];
  });
}

/** Sum of what is asked over the limit. */
export const minutesOver = (rows: readonly Overload[]): number => rows.reduce((sum, row) => sum + row.minutesOver, 0);

/** A person's team: of several the smallest, then the first by id. */
export function teamsOf({ teams = [] }: WorkPlan): ReadonlyMap<string, string> {
  const sized = teams.map(({ id, members = [] }) => ({
    id,
    members: new Set(members.map(({ personId }) => personId)),
  }));
  sized.sort((a, b) => b.members.size - a.members.size || compareText(b.id, a.id));
  return new Map(sized.flatMap(({ id, members }) => [...members].map((personId) => [personId, id] as const)));
}

/** The same by team: who is asked within it is not said. */
export function weeksOverLimit(rows: readonly Overload[], teams: ReadonlyMap<string, string>): WeekOverLimit[] {
  const found = new Map<string, WeekOverLimit>();
  for (const { week, personId, minutesOver: over } of rows) {
    const teamId = teams.get(personId);
    const key = JSON.stringify([week, teamId ?? null]);
    const known = found.get(key);
    found.set(key, {
      week,
      ...(teamId === undefined ? {} : { teamId }),
      people: (known?.people ?? 0) + 1,
      minutesOver: (known?.minutesOver ?? 0) + over,
    });
  }
  return [...found.values()].sort((a, b) => compareText(a.week, b.week) || compareText(a.teamId ?? "", b.teamId ?? ""));
}
