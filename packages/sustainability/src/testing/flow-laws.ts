import type { Law } from "@evenkeel/checks/testing";
import * as fc from "fast-check";
import { contextSwitches } from "../flow/context-switches.js";
import type { HeldItem, Touch } from "../flow/types.js";
import { measureWip } from "../flow/wip.js";
import { measureAfterHours } from "../focus/after-hours.js";
import { measureFocus } from "../focus/measure-focus.js";
import type { ContactPoint, PersonSpan, WorkingDay } from "../focus/types.js";

const minute = 60_000;
const dayLength = 1440 * minute;

/** Items held by two people within a month. */
export const anyHeld: fc.Arbitrary<HeldItem[]> = fc.array(
  fc
    .record({
      personId: fc.constantFrom("ana", "ben"),
      itemId: fc.constantFrom("A", "B", "C", "D"),
      from: fc.integer({ min: 20_570, max: 20_600 }),
      days: fc.integer({ min: 1, max: 10 }),
    })
    .map(({ days, ...row }) => ({ ...row, projectId: row.itemId < "C" ? "p" : "q", to: row.from + days })),
  { maxLength: 15 },
);

/** Touches of two people within three days. */
export const anyTouches: fc.Arbitrary<Touch[]> = fc
  .array(
    fc.record({
      personId: fc.constantFrom("ana", "ben"),
      itemId: fc.constantFrom("A", "B", "C"),
      minute: fc.nat(3 * 1440 - 1),
    }),
    { maxLength: 25 },
  )
  .map((rows) =>
    rows.map(({ minute: at, ...row }, index) => ({
      ...row,
      id: `t${index}`,
      day: 20_577 + Math.floor(at / 1440),
      at: 20_577 * dayLength + at * minute,
    })),
  );

/** A week of days of one person, with spans and contacts on a grid of five minutes. */
export const anyWeekOfSpans: fc.Arbitrary<{
  readonly days: WorkingDay[];
  readonly spans: PersonSpan[];
  readonly contacts: ContactPoint[];
}> = fc
  .record({
    spans: fc.array(fc.tuple(fc.nat(2000), fc.integer({ min: 1, max: 150 })), { maxLength: 20 }),
    contacts: fc.array(fc.nat(2015), { maxLength: 10 }),
  })
  .map(({ spans, contacts }) => ({
    days: [0, 1, 2, 3, 4, 5, 6].map((day) => ({
      personId: "ana",
      day,
      from: day * dayLength,
      to: (day + 1) * dayLength,
      working:
        day < 5
          ? [
              { from: day * dayLength + 540 * minute, to: day * dayLength + 720 * minute },
              { from: day * dayLength + 780 * minute, to: day * dayLength + 1020 * minute },
            ]
          : [],
    })),
    spans: spans.map(([at, length], index) => ({
      id: `s${index}`,
      personId: "ana",
      from: at * 5 * minute,
      to: Math.min(at + length, 2016) * 5 * minute,
    })),
    contacts: contacts.map((at, index) => ({ id: `c${index}`, personId: "ana", at: at * 5 * minute })),
  }));

/** Laws of flow and focus. */
export function flowLaws(): Law[] {
  return [
    {
      name: "the order of rows does not change WIP, switches, focus or after hours",
      statedRuns: 10_000,
      property: fc.property(anyHeld, anyTouches, anyWeekOfSpans, (held, touches, { days, spans, contacts }) => {
        const of = (turn: <T>(rows: readonly T[]) => T[]) =>
          JSON.stringify([
            measureWip(turn(held)),
            contextSwitches(turn(touches)),
            measureFocus(turn(days), turn(spans)),
            measureAfterHours(turn(days), turn(spans), turn(contacts)),
          ]);
        return of((rows) => [...rows]) === of((rows) => [...rows].reverse());
      }),
    },
    {
      name: "one more meeting never gives more focus, and meetings and focus fit into working time",
      statedRuns: 10_000,
      property: fc.property(anyWeekOfSpans, ({ days, spans }) => {
        const [less, more] = [measureFocus(days, spans.slice(1)), measureFocus(days, spans)];
        return (
          less.ok &&
          more.ok &&
          more.value.every(
            (row, at) =>
              row.focusMinutes <= (less.value[at]?.focusMinutes ?? 0) &&
              row.focusMinutes + row.meetingMinutes <= row.workingMinutes,
          )
        );
      }),
    },
    {
      name: "switches are at least the items less one, and at most the touches less one",
      statedRuns: 10_000,
      property: fc.property(anyTouches, (touches) => {
        const days = contextSwitches(touches);
        return (
          days.ok &&
          days.value.reduce((sum, row) => sum + row.touches.length, 0) === touches.length &&
          days.value.every((row) => row.items - 1 <= row.switches && row.switches < row.touches.length)
        );
      }),
    },
  ];
}
