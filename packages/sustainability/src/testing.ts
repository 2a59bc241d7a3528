import { checkLaws, type Law } from "@evenkeel/checks/testing";
import * as fc from "fast-check";
import { measureLoad } from "./measure-load.js";
import { measureDailyRest, measureWeeklyRest } from "./measure-rest.js";
import { sustainabilityChecks } from "./sustainability-checks.js";
import { concentrationLaws } from "./testing/concentration-laws.js";
import { flowLaws } from "./testing/flow-laws.js";
import { loadLaws } from "./testing/load-laws.js";
import { anyPeopleInput, peopleCheckLaws, turnedPeopleInput } from "./testing/people-check-laws.js";
import { queueingLaws } from "./testing/queueing-laws.js";
import { truckFactor } from "./truck-factor.js";

import type { LoadInput, SustainabilityInput } from "./types.js";

export { fatigueLaws } from "./testing/fatigue-laws.js";
export { rotaLaws } from "./testing/rota-laws.js";
export { anyWorkingTime, ruleLaws } from "./testing/rule-laws.js";
export { surveyLaws } from "./testing/survey-laws.js";

const minute = 60_000;

/** Work spans of one person within three weeks, on a grid of five minutes. */
export const anySpans: fc.Arbitrary<{ from: number; to: number }[]> = fc.array(
  fc
    .tuple(fc.nat(6000), fc.integer({ min: 1, max: 200 }))
    .map(([at, length]) => ({ from: at * 5 * minute, to: (at + length) * 5 * minute })),
  { maxLength: 25 },
);

/** Load inputs with two people, times away and a holiday. */
export const anyLoadInput: fc.Arbitrary<LoadInput> = fc
  .array(
    fc.record({
      person: fc.constantFrom("ana", "ben"),
      effortMinutes: fc.integer({ min: 0, max: 5000 }),
      from: fc.integer({ min: 20_570, max: 20_620 }),
      days: fc.integer({ min: 1, max: 40 }),
    }),
    { maxLength: 8 },
  )
  .map((tasks) => ({
    people: [
      { id: "ana", contractMinutesPerWeek: 1920, away: [{ from: 20_580, to: 20_585, share: 1 }] },
      { id: "ben", away: [{ from: 20_590, to: 20_592, share: 0.5 }] },
    ],
    tasks: tasks.map(({ person, effortMinutes, from, days }, index) => ({
      itemId: `i${index}`,
      personId: person,
      effortMinutes,
      from,
      to: from + days,
    })),
    calendars: [
      {
        id: "office",
        week: Object.fromEntries(
          ["monday", "tuesday", "wednesday", "thursday", "friday"].map((day) => [day, [{ from: 540, to: 1020 }]]),
        ),
        exceptions: [{ from: "2026-05-14", to: "2026-05-14", intervals: [] }],
      },
    ],
    defaultCalendarId: "office",
  }));

const anyOwnership = fc.array(
  fc.record({
    itemId: fc.constantFrom("f0", "f1", "f2", "f3", "f4", "f5"),
    personId: fc.constantFrom("a", "b", "c", "d"),
    kind: fc.constantFrom("added" as const, "modified" as const),
  }),
  { maxLength: 30 },
);

/** Inputs of the sustainability checks. */
export const anySustainabilityInput: fc.Arbitrary<SustainabilityInput> = fc
  .tuple(anySpans, anyLoadInput, anyOwnership)
  .map(([spans, load, ownership]) => {
    const measured = measureLoad(load);
    return {
      ...(measured.ok ? { load: measured.value } : {}),
      intervals: spans.map((span, at) => ({ id: `w${at}`, personId: "ana", ...span })),
      people: [{ id: "ana", jurisdiction: "DE", zone: "Europe/Berlin" }],
      workInProgress: [{ personId: "ben", itemIds: [...new Set(ownership.map(({ itemId }) => itemId))] }],
      ownership,
    };
  });

const reversed = (input: SustainabilityInput): SustainabilityInput => ({
  ...input,
  ...(input.load === undefined ? {} : { load: [...input.load].reverse() }),
  ...(Array.isArray(input.intervals) ? { intervals: [...input.intervals].reverse() } : {}),
  ...(input.workInProgress === undefined ? {} : { workInProgress: [...input.workInProgress].reverse() }),
});

/** Laws of load, rest, concentration and of the checks on them. */
export function sustainabilityLaws(): Law[] {
  return [
    ...concentrationLaws(),
    ...queueingLaws(),
    ...loadLaws(anyLoadInput),
    ...flowLaws(),
    ...peopleCheckLaws(),
    ...checkLaws(sustainabilityChecks, anyPeopleInput, turnedPeopleInput).map((law) => ({
      ...law,
      name: `${law.name}, of people and plans`,
    })),
    ...checkLaws(sustainabilityChecks, anySustainabilityInput, reversed),
    {
      name: "effort in is effort out: every planned minute is in one week",
      statedRuns: 10_000,
      property: fc.property(anyLoadInput, (input) => {
        const load = measureLoad(input);
        if (!load.ok) return false;
        const left = new Set(load.issues.flatMap(({ subject }) => subject));
        const wanted = input.tasks.reduce((sum, task) => sum + (left.has(task.itemId) ? 0 : task.effortMinutes), 0);
        return Math.abs(load.value.reduce((sum, row) => sum + row.plannedMinutes, 0) - wanted) < 1e-6;
      }),
    },
    {
      name: "more work never gives more rest",
      statedRuns: 10_000,
      property: fc.property(anySpans, fc.nat(6000), (spans, at) => {
        const more = [...spans, { from: at * 5 * minute, to: (at + 12) * 5 * minute }];
        const before = measureWeeklyRest(spans, 0, 21 * 1440 * minute);
        return measureWeeklyRest(more, 0, 21 * 1440 * minute).every(
          (row, index) => row.restMinutes <= (before[index]?.restMinutes ?? 0),
        );
      }),
    },
    {
      name: "rest and work of a day never exceed it",
      statedRuns: 10_000,
      property: fc.property(anySpans, (spans) =>
        measureDailyRest(spans, 30 * 1440 * minute).every(({ restMinutes }) => restMinutes >= 0 && restMinutes < 1440),
      ),
    },
    {
      name: "the exact truck factor is at most the greedy one before pruning",
      statedRuns: 2_000,
      property: fc.property(anyOwnership, (events) => {
        const { exact, isExact, removed } = truckFactor(events);
        return isExact && exact <= removed.length;
      }),
    },
  ];
}

export { anyHolders } from "./testing/concentration-laws.js";
export { anyHeld, anyTouches, anyWeekOfSpans } from "./testing/flow-laws.js";
export { anyPeopleInput, turnedPeopleInput } from "./testing/people-check-laws.js";
export { anyQueue } from "./testing/queueing-laws.js";
