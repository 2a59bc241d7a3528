import type { Law } from "@evenkeel/checks/testing";
import { orThrow } from "@evenkeel/kernel";
import * as fc from "fast-check";
import { threeProcessAlertness, threeProcessModel } from "../fatigue/three-process-model.js";
import type { SampleTime, SleepPlan } from "../fatigue/types.js";
import { unifiedModel, unifiedPerformance } from "../fatigue/unified-model.js";

const hours = (most: number) => fc.integer({ min: 1, max: most * 12 }).map((fives) => fives / 12);

/** Wake and sleep in turn for up to ten days, on a grid of five minutes; begins awake or asleep. */
export const anySleepPlan: fc.Arbitrary<SleepPlan> = fc
  .tuple(fc.boolean(), fc.array(fc.tuple(hours(20), hours(10)), { maxLength: 10 }))
  .map(([awake, days]) => {
    let at = 0;
    const sleeps = days.map(([wake, sleep], day) => {
      const from = at + (day === 0 && !awake ? 0 : wake);
      at = from + sleep;
      return { from, to: at };
    });
    return { start: 0, sleeps };
  });

const anySamples: fc.Arbitrary<SampleTime[]> = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 240, noNaN: true }),
    timeOfDay: fc.double({ min: 0, max: 24, maxExcluded: true, noNaN: true }),
  }),
  { maxLength: 20 },
);

/** All numbers of both models at the samples. */
function numbers(plan: SleepPlan, samples: readonly SampleTime[]): number[] {
  const both = [
    ...orThrow(unifiedPerformance(plan, samples)).samples,
    ...orThrow(threeProcessAlertness(plan, samples)).samples,
  ];
  return both.flatMap(({ at: _at, ...rest }) => Object.values(rest).map(Number));
}

const close = (a: readonly number[], b: readonly number[]) =>
  a.length === b.length && a.every((value, at) => Math.abs(value - (b[at] ?? Number.NaN)) < 1e-9);

const anyState = fc.record({
  homeostatic: fc.double({ min: -20, max: 20, noNaN: true }),
  allostatic: fc.double({ min: -20, max: 20, noNaN: true }),
});
const anyHours = fc.double({ min: 0, max: 30, noNaN: true });

/** What the two models owe. */
export const fatigueLaws: readonly Law[] = [
  {
    name: "S and L are continuous where sleep and wake change, but for the jump of a nap",
    statedRuns: 10_000,
    property: fc.property(anySleepPlan, (plan) => {
      const switches = plan.sleeps.flatMap(({ from, to }) => [from, to]).filter((at) => at > 0);
      const at = (before: boolean) =>
        switches.map((time) => ({ at: time, timeOfDay: 0, ...(before ? { before: true as const } : {}) }));
      const unified = [false, true].map((before) => orThrow(unifiedPerformance(plan, at(before))).samples);
      const three = [false, true].map((before) => orThrow(threeProcessAlertness(plan, at(before))).samples);
      return (
        (unified[0] ?? []).every(
          (now, index) =>
            Math.abs(now.homeostatic - (unified[1]?.[index]?.homeostatic ?? Number.NaN)) < 1e-9 &&
            Math.abs(now.allostatic - (unified[1]?.[index]?.allostatic ?? Number.NaN)) < 1e-9,
        ) &&
        (three[0] ?? []).every((now, index) => {
          const before = three[1]?.[index]?.homeostatic ?? Number.NaN;
          return (!now.awake && before > 12.2) || Math.abs(now.homeostatic - before) < 1e-9;
        })
      );
    }),
  },
  {
    name: "a sleep told in two touching parts is one sleep",
    statedRuns: 10_000,
    property: fc.property(
      anySleepPlan,
      anySamples,
      fc.double({ min: 0.1, max: 0.9, noNaN: true }),
      (plan, samples, share) => {
        const sleeps = plan.sleeps.flatMap(({ from, to }) => {
          const middle = from + share * (to - from);
          return [
            { from: middle, to },
            { from, to: middle },
          ];
        });
        return close(numbers(plan, samples), numbers({ ...plan, sleeps }, samples));
      },
    ),
  },
  {
    name: "the state after a time is the state after its parts",
    statedRuns: 10_000,
    property: fc.property(anyState, anyHours, anyHours, (state, first, second) => {
      const { awake, asleep } = unifiedModel;
      const pairs = [
        [awake(state, first + second), awake(awake(state, first), second)],
        [asleep(state, first + second), asleep(asleep(state, first), second)],
      ].map(([whole, parts]) => [Object.values(whole ?? {}), Object.values(parts ?? {})]);
      const three = threeProcessModel.awake;
      return (
        pairs.every(([whole = [], parts = []]) => close(whole, parts)) &&
        close([three(state, first + second).homeostatic], [three(three(state, first), second).homeostatic])
      );
    }),
  },
  {
    name: "a day later the same clocks show the same, hour by hour",
    statedRuns: 10_000,
    property: fc.property(anySleepPlan, anySamples, fc.integer({ min: 1, max: 400 }), (plan, samples, days) => {
      const later = {
        start: 24 * days,
        sleeps: plan.sleeps.map(({ from, to }) => ({ from: from + 24 * days, to: to + 24 * days })),
      };
      const moved = samples.map((sample) => ({ ...sample, at: sample.at + 24 * days }));
      const kept = moved.map((sample) => ({ ...sample, at: sample.at - 24 * days }));
      return close(numbers(plan, kept), numbers(later, moved));
    }),
  },
  {
    name: "the order of sleeps and of samples does not show",
    statedRuns: 1_000,
    property: fc.property(anySleepPlan, anySamples, (plan, samples) => {
      const backwards = { ...plan, sleeps: [...plan.sleeps].reverse() };
      const fatigue = (of: SleepPlan, at: readonly SampleTime[]) =>
        orThrow(unifiedPerformance(of, at)).samples.map((sample) => sample.fatigue);
      return close(fatigue(plan, samples), fatigue(backwards, [...samples].reverse()).reverse());
    }),
  },
];
