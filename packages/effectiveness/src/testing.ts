import { checkLaws, type Law } from "@evenkeel/checks/testing";
import { canonicalJson } from "@evenkeel/kernel";
import * as fc from "fast-check";
import { effectivenessChecks } from "./effectiveness-checks.js";
import { type ActivityRow, measureActivity } from "./measure-activity.js";
import { measureAttainment } from "./measure-attainment.js";
import { type EstimateRow, measureEstimates } from "./measure-estimates.js";
import { measureRework } from "./measure-rework.js";
import { measureServing } from "./measure-serving.js";
import { measureYield } from "./measure-yield.js";
import { type DelayedJob, type DelayOrder, orderByCostOfDelay } from "./order-by-cost-of-delay.js";
import type { EffectivenessInput, EffortRow, OutcomeReading } from "./types.js";

/** Effort rows, some of unknown purpose. */
export const anyEffort: fc.Arbitrary<EffortRow[]> = fc
  .array(
    fc.record({
      minutes: fc.double({ min: 0, max: 1e6, noNaN: true }),
      serves: fc.constantFrom("none", "one", "unknown"),
    }),
    { maxLength: 20 },
  )
  .map((rows) =>
    rows.map(({ minutes, serves }, index) => ({
      itemId: `i${index}`,
      minutes,
      ...(serves === "unknown" ? {} : { outcomeIds: serves === "one" ? ["o"] : [] }),
    })),
  );

const reading = fc.option(fc.integer({ min: -100, max: 100 }), { nil: undefined });

/** Outcomes, some not measurable. */
export const anyOutcomes: fc.Arbitrary<OutcomeReading[]> = fc
  .array(fc.record({ baseline: reading, target: reading, current: reading }), { maxLength: 6 })
  .map((rows) =>
    rows.map((row, index) => ({
      outcomeId: `o${index}`,
      title: `Outcome ${index}`,
      by: 1000,
      ...(row.baseline === undefined ? {} : { baseline: row.baseline }),
      ...(row.target === undefined ? {} : { target: row.target }),
      ...(row.current === undefined ? {} : { current: row.current }),
    })),
  );

/** Jobs with whole rates and durations, so that sums are exact; some take no time, some cost nothing. */
export const anyJobs: fc.Arbitrary<DelayedJob[]> = fc
  .array(fc.record({ rate: fc.nat(9), duration: fc.nat(9) }), { maxLength: 8 })
  .map((rows) => rows.map((row, at) => ({ id: ["__proto__", "constructor"][at] ?? `j${at}`, ...row })));

/** Estimates with what they came to. */
export const anyEstimates: fc.Arbitrary<EstimateRow[]> = fc
  .array(fc.record({ estimate: fc.nat(12), actual: fc.nat(24) }), { minLength: 1, maxLength: 20 })
  .map((rows) =>
    rows.map(({ estimate, actual }, at) => ({ id: `e${at}`, estimate: estimate / 2, actual: actual / 2 })),
  );

/** Periods of a team. */
export const anyPeriods: fc.Arbitrary<ActivityRow[]> = fc
  .array(fc.record({ activity: fc.nat(9), result: fc.nat(3) }), { minLength: 4, maxLength: 16 })
  .map((rows) => rows.map((row, at) => ({ id: `w${at}`, ...row })));

/** Inputs of the effectiveness checks. */
export const anyEffectivenessInput: fc.Arbitrary<EffectivenessInput> = fc
  .tuple(anyEffort, anyOutcomes)
  .map(([effort, outcomes]) => ({ effort, outcomes, now: 2000 }));

function delayLaws(): Law[] {
  return [
    {
      name: "exchanging two neighbours never makes the order cheaper, and the order given does not matter",
      statedRuns: 10_000,
      property: fc.property(anyJobs, (jobs) => {
        const best = orderByCostOfDelay(jobs);
        const turned = orderByCostOfDelay([...jobs].reverse());
        if (!best.ok || !turned.ok) return false;
        const order: readonly DelayedJob[] = best.value.jobs;
        const exchanged = order.slice(1).map((job, at) => {
          const swapped = order.with(at, job).with(at + 1, order[at] as DelayedJob);
          const found = orderByCostOfDelay(swapped.map(({ id, rate, duration }) => ({ id, rate, duration })));
          return found.ok ? found.value.given.cost : Number.NaN;
        });
        return (
          exchanged.every((cost) => cost >= best.value.cost) &&
          canonicalJson(turned.value.jobs) === canonicalJson(best.value.jobs) &&
          best.value.saving >= 0
        );
      }),
    },
    {
      name: "scaling all rates scales the cost and keeps the order",
      statedRuns: 10_000,
      property: fc.property(anyJobs, fc.constantFrom(2, 4, 0.5), (jobs, scale) => {
        const [one, other] = [
          orderByCostOfDelay(jobs),
          orderByCostOfDelay(jobs.map((job) => ({ ...job, rate: job.rate * scale }))),
        ];
        if (!one.ok || !other.ok) return false;
        const ids = ({ jobs: order }: DelayOrder): string => order.map(({ id }) => id).join(" ");
        return ids(one.value) === ids(other.value) && other.value.cost === one.value.cost * scale;
      }),
    },
  ];
}

function teamLaws(): Law[] {
  return [
    {
      name: "estimates, effort and periods do not depend on the order of rows",
      statedRuns: 10_000,
      property: fc.property(anyEstimates, anyPeriods, anyEffort, (estimates, periods, effort) => {
        const all = (turn: <T>(rows: readonly T[]) => T[]): string =>
          canonicalJson([
            measureEstimates(turn(estimates)),
            measureActivity(turn(periods)),
            measureRework(turn(effort)),
          ]);
        const turned = <T>(rows: readonly T[]): T[] => [...rows].reverse();
        const usable = estimates.some(({ estimate, actual }) => estimate > 0 && actual > 0);
        return !usable || all((rows) => [...rows]) === all(turned);
      }),
    },
    {
      name: "estimates do not depend on the unit, and exact hits lie within the estimate and within its double",
      statedRuns: 10_000,
      property: fc.property(anyEstimates, fc.constantFrom(2, 4, 8), (rows, scale) => {
        const [one, other] = [
          measureEstimates(rows),
          measureEstimates(rows.map((row) => ({ ...row, estimate: row.estimate * scale, actual: row.actual * scale }))),
        ];
        if (!one.ok || !other.ok) return one.ok === other.ok;
        const { ratio, within, withinDouble, exact, signals } = one.value;
        return (
          canonicalJson([ratio, within, withinDouble, exact]) ===
            canonicalJson([other.value.ratio, other.value.within, other.value.withinDouble, other.value.exact]) &&
          exact.hits <= Math.min(within.hits, withinDouble.hits) &&
          signals.exactOfNear.hits === exact.hits
        );
      }),
    },
    {
      name: "effort that serves no outcome never raises what was gained per effort",
      statedRuns: 10_000,
      property: fc.property(anyOutcomes, anyEffort, fc.nat(1e6), (outcomes, effort, minutes) => {
        const before = measureYield(outcomes, effort);
        const after = measureYield(outcomes, [...effort, { itemId: "more", minutes, outcomeIds: [] }]);
        if (!before.ok || !after.ok) return false;
        const { attained = 0, perPersonDay = 0 } = before.value;
        return attained <= 0 || perPersonDay === 0 || (after.value.perPersonDay ?? 0) <= perPersonDay;
      }),
    },
  ];
}

/** Laws of effort, attainment, estimates, delay and of the checks on them. */
export function effectivenessLaws(): Law[] {
  return [
    ...delayLaws(),
    ...teamLaws(),
    ...checkLaws(effectivenessChecks, anyEffectivenessInput, ({ effort = [], outcomes, now }) => ({
      effort: [...effort].reverse(),
      outcomes: [...outcomes].reverse(),
      now,
    })),
    {
      name: "effort is conserved: serving, serving none and unknown make the total",
      statedRuns: 10_000,
      property: fc.property(anyEffort, (rows) => {
        const served = measureServing(rows);
        if (!served.ok) return false;
        const { total, serving, servingNone, unknown } = served.value;
        return Math.abs(serving + servingNone + unknown - total) <= 1e-9 * Math.max(1, total);
      }),
    },
    {
      name: "attainment does not depend on the unit or the zero of a measure",
      statedRuns: 10_000,
      property: fc.property(
        anyOutcomes,
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: -50, max: 50 }),
        (outcomes, scale, shift) => {
          const other = (value: number | undefined) => (value === undefined ? undefined : value * scale + shift);
          const moved = outcomes.map(({ baseline, target, current, ...row }): OutcomeReading => {
            const [base, goal, now] = [other(baseline), other(target), other(current)];
            return {
              ...row,
              ...(base === undefined ? {} : { baseline: base }),
              ...(goal === undefined ? {} : { target: goal }),
              ...(now === undefined ? {} : { current: now }),
            };
          });
          const [a, b] = [measureAttainment(outcomes), measureAttainment(moved)];
          return a.measurable === b.measurable && Math.abs((a.attained ?? 0) - (b.attained ?? 0)) < 1e-9;
        },
      ),
    },
  ];
}
