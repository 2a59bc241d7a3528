import { compareText, type Issue, issue, ok, type Result, refuse } from "@evenkeel/kernel";
import { sumExact } from "@evenkeel/stats";
import { isDay, isDaySpan } from "../load/capacity.js";
import type { LeaveDay, LeaveEntitlement } from "./types.js";

/** How much of someone's leave is taken. */
export interface LeaveStanding {
  readonly personId: string;
  readonly entitledDays: number;
  /** Entitlement pro rata, from the begin of the year to today. */
  readonly dueDays: number;
  readonly takenDays: number;
  /** From today on, within the leave year. */
  readonly bookedDays: number;
  /** Due, and neither taken nor booked; at least 0. */
  readonly outstandingDays: number;
}

/**
 * Leave taken and booked against what is due pro rata.
 *
 * Several rows for one person and day count once, with the greatest share.
 *
 * @param entitlements - one a person and leave year
 * @param leave - working days off, in any order; those outside the leave year do not count
 * @param today - day number since 1970-01-01; a day before it is taken, from it on booked
 * @returns one row an entitlement, by person and year
 *
 * Issues: sustainability/impossible-leave, for rows left out (or for all, when today is none).
 * Time O(n log n), space O(n).
 * Source: own; leave as in Directive 2003/88/EC article 7.
 *
 * @example
 * const rows = measureLeave([{ personId: "ana", days: 30, from: 0, to: 360 }], [{ id: "l", personId: "ana", day: 100, share: 1 }], 180);
 * rows.ok && rows.value.map(({ dueDays, takenDays, outstandingDays }) => [dueDays, takenDays, outstandingDays]); // => [[15, 1, 14]]
 */
export function measureLeave(
  entitlements: readonly LeaveEntitlement[],
  leave: readonly LeaveDay[],
  today: number,
): Result<LeaveStanding[]> {
  const fault = (path: (string | number)[], person: string, found: string): Issue =>
    issue("sustainability/impossible-leave", { path, subject: [person], facts: { person, found } });
  if (!isDay(today)) return refuse([fault(["today"], "?", String(today))]);
  const issues: Issue[] = [];
  const people = new Map<string, Map<number, number>>();
  leave.forEach(({ personId, day, share }, index) => {
    if (!(isDay(day) && share > 0 && share <= 1)) {
      issues.push(fault(["leave", index], personId, `${day}, ${share}`));
      return;
    }
    const days = people.get(personId) ?? new Map<number, number>();
    people.set(personId, days.set(day, Math.max(share, days.get(day) ?? 0)));
  });
  const rows = entitlements.flatMap(({ personId, days, from, to }, index) => {
    if (!(days >= 0 && days <= 366 && isDaySpan(from, to))) {
      issues.push(fault(["entitlements", index], personId, `${days}, ${from}, ${to}`));
      return [];
    }
    const off = [...(people.get(personId) ?? [])].filter(([day]) => from <= day && day < to);
    const sum = (isTaken: boolean): number =>
      sumExact(off.filter(([day]) => day < today === isTaken).map(([, share]) => share));
    const dueDays = (days * Math.min(to - from, Math.max(0, today - from))) / (to - from);
    const [takenDays, bookedDays] = [sum(true), sum(false)];
    const outstandingDays = Math.max(0, dueDays - takenDays - bookedDays);
    return [{ from, row: { personId, entitledDays: days, dueDays, takenDays, bookedDays, outstandingDays } }];
  });
  rows.sort((a, b) => compareText(a.row.personId, b.row.personId) || a.from - b.from);
  return ok(
    rows.map(({ row }) => row),
    issues,
  );
}
