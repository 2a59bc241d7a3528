import { type Issue, issue, ok, type Result } from "@evenkeel/kernel";
import { byPerson } from "../load/gather-load.js";
import { mergeIntervals } from "../merge-intervals.js";
import { fairDays, fairSpans, minutesOf, within, without } from "./day-spans.js";
import type { ContactPoint, PersonSpan, WorkingDay } from "./types.js";

/** Work and contact of a day, in and out of working time. */
export interface AfterHoursDay {
  readonly personId: string;
  readonly day: number;
  /** The calendar gives no working time: a weekend, a holiday, leave. */
  readonly isRestDay: boolean;
  readonly workedMinutes: number;
  /** Work outside working time; on a day of rest all of it. */
  readonly outsideMinutes: number;
  readonly contacts: number;
  /** Contacts outside working time, ids in time order. */
  readonly outsideContacts: readonly string[];
}

/** Shares of work and contact outside working time; 0 where there is neither. */
export interface AfterHoursShares {
  /** Outside working time on working days, over all work, 0..1. */
  readonly afterHours: number;
  /** On days of rest, over all work. */
  readonly restDays: number;
  /** Contacts outside working time, over all contacts. */
  readonly contacts: number;
}

/**
 * Work and contact outside the working time of a person's own calendar, day by day.
 *
 * Overlapping work counts once. Work and contact outside all days given are named and left out.
 *
 * @param days - days of each person, with and without working time, in any order
 * @param work - time worked, in any order
 * @param contacts - when people were reached, in any order
 * @returns one row a day given, by person and day
 *
 * Issues: sustainability/impossible-row, sustainability/outside-known-days (warning).
 * Time O(n log n), space O(n).
 * Source: own.
 *
 * @example
 * const hour = 3_600_000;
 * const day = { personId: "ana", day: 0, from: 0, to: 24 * hour, working: [{ from: 9 * hour, to: 17 * hour }] };
 * const rows = measureAfterHours([day], [{ id: "w", personId: "ana", from: 9 * hour, to: 18 * hour }], []);
 * rows.ok && rows.value[0]?.outsideMinutes; // => 60
 */
export function measureAfterHours(
  days: readonly WorkingDay[],
  work: readonly PersonSpan[],
  contacts: readonly ContactPoint[],
): Result<AfterHoursDay[]> {
  const issues: Issue[] = [];
  const people = fairDays(days, issues);
  const known = new Map(
    people.map(([personId, own]) => [personId, mergeIntervals(own.map(({ from, to }) => ({ from, to })))]),
  );
  const outside = (name: string, id: string, personId: string, index: number): void => {
    const about = { path: [name, index], subject: [id], facts: { row: id, person: personId } };
    issues.push(issue("sustainability/outside-known-days", { severity: "warning", ...about }));
  };
  const fair = fairSpans(work, "work", issues);
  const isFair = new Set(fair);
  work.forEach((row, index) => {
    const { id, personId, from, to } = row;
    if (isFair.has(row) && without([{ from, to }], known.get(personId) ?? []).length > 0)
      outside("work", id, personId, index);
  });
  const reached: { readonly id: string; readonly personId: string; readonly from: number }[] = [];
  contacts.forEach(({ id, personId, at }, index) => {
    const isKnown = (known.get(personId) ?? []).some(({ from, to }) => from <= at && at < to);
    if (!isKnown) outside("contacts", id, personId, index);
    else reached.push({ id, personId, from: at });
  });
  const worked = new Map(byPerson(fair));
  const contacted = new Map(byPerson(reached));
  const rows = people.flatMap(([personId, own]) => {
    const merged = mergeIntervals(worked.get(personId) ?? []);
    const points = [...(contacted.get(personId) ?? [])].sort((a, b) => a.from - b.from || (a.id < b.id ? -1 : 1));
    const first = { at: 0 };
    let next = 0;
    return own.map(({ day, from, to, working }): AfterHoursDay => {
      const spans = mergeIntervals(working);
      const here = within(merged, from, to, first);
      const begin = next;
      while (next < points.length && points[next]!.from < to) next++;
      const ofDay = points.slice(begin, next);
      return {
        personId,
        day,
        isRestDay: spans.length === 0,
        workedMinutes: minutesOf(here),
        outsideMinutes: minutesOf(without(here, spans)),
        contacts: ofDay.length,
        outsideContacts: ofDay.flatMap(({ id, from: at }) =>
          spans.some((span) => span.from <= at && at < span.to) ? [] : [id],
        ),
      };
    });
  });
  return ok(rows, issues);
}

/**
 * Shares of work after hours and on days of rest, and of contact outside working time, over some days.
 *
 * @param days - from `measureAfterHours`, of one person or of a group
 * @returns shares 0..1
 *
 * Issues: none.
 * Time O(days), space O(1).
 * Source: own.
 *
 * @example
 * afterHoursShares([{ personId: "ana", day: 0, isRestDay: true, workedMinutes: 60, outsideMinutes: 60, contacts: 0, outsideContacts: [] }]); // => { afterHours: 0, restDays: 1, contacts: 0 }
 */
export function afterHoursShares(days: readonly AfterHoursDay[]): AfterHoursShares {
  const sum = (value: (row: AfterHoursDay) => number): number => days.reduce((all, row) => all + value(row), 0);
  const share = (part: number, all: number): number => (all === 0 ? 0 : part / all);
  const worked = sum(({ workedMinutes }) => workedMinutes);
  return {
    afterHours: share(
      sum(({ isRestDay, outsideMinutes }) => (isRestDay ? 0 : outsideMinutes)),
      worked,
    ),
    restDays: share(
      sum(({ isRestDay, outsideMinutes }) => (isRestDay ? outsideMinutes : 0)),
      worked,
    ),
    contacts: share(
      sum(({ outsideContacts }) => outsideContacts.length),
      sum(({ contacts }) => contacts),
    ),
  };
}
