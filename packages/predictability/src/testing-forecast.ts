import { log } from "@evenkeel/stats";
import * as fc from "fast-check";
import { chanceDoneBy, deliveryCurve, whenBacklogDone } from "./backlog-done.js";
import { backlogLaw } from "./backlog-law.js";
import type { Backlog } from "./backlog-types.js";
import { chooseModel } from "./choose-model.js";
import { deliverInOrder } from "./deliver-in-order.js";
import { findLevelChanges } from "./find-level-changes.js";
import { forecastThroughput } from "./forecast-throughput.js";
import type { Forecast, ForecastModel } from "./forecast-types.js";
import { jointDelivery } from "./joint-delivery.js";
import type { LevelChanges, LevelPeriod } from "./level-change-types.js";
import { teamsDistribution } from "./teams-distribution.js";
import { anyDaily, anyModel } from "./testing-arbitraries.js";
import { type Law, law } from "./testing-law.js";
import { whenDone } from "./when-done.js";
import { whenTeamsDone } from "./when-teams-done.js";

const chance: fc.Arbitrary<number> = fc.double({ min: 0, max: 1, noNaN: true });

/** Backlogs of a small team, without growth. */
export const anyBacklog: fc.Arbitrary<Backlog> = fc.record({
  items: fc.nat(12),
  split: fc.record({ share: chance, low: fc.nat(2), high: fc.integer({ min: 2, max: 4 }) }),
  risks: fc.array(fc.record({ name: fc.constant("a risk"), probability: chance, extra: fc.nat(5) }), { maxLength: 3 }),
});

/** A forecast however short the series; undefined where nothing was ever done. */
function forecastOf(daily: readonly number[], model: ForecastModel): Forecast {
  const found = forecastThroughput(daily, { model, allowPrior: true });
  if (!found.ok) throw new TypeError("a series of a week is enough");
  return found.value;
}

const anyForecast: fc.Arbitrary<Forecast> = fc
  .tuple(anyDaily, anyModel)
  .map(([daily, model]) => forecastOf(daily, model));

const daysFor = (forecast: Forecast, backlog: Backlog, confidence: number): number => {
  const left = backlogLaw(backlog);
  const found = left.ok ? whenBacklogDone(forecast, left.value, confidence) : left;
  return found.ok ? found.value.days : Infinity;
};

function backlogLaws(): Law[] {
  return [
    law(
      "what is left is a distribution with the mean that splits and risks imply",
      10_000,
      fc.property(anyBacklog, (backlog) => {
        const found = backlogLaw(backlog);
        if (!found.ok) return false;
        const { share, low, high } = backlog.split as { share: number; low: number; high: number };
        const expected = (backlog.risks ?? []).reduce(
          (sum, { probability, extra }) => sum + probability * (extra as number),
          backlog.items * (1 - share + (share * (low + high)) / 2),
        );
        const total = found.value.chances.reduce((sum, each) => sum + each, 0);
        return Math.abs(total - 1) < 1e-12 && Math.abs(found.value.mean - expected) < 1e-9 * (1 + expected);
      }),
    ),
    law(
      "a backlog without splits, risks and growth takes the days of its count",
      1_000,
      fc.property(anyForecast, fc.integer({ min: 1, max: 20 }), (forecast, items) => {
        const found = whenDone(forecast, items, 0.85);
        return daysFor(forecast, { items }, 0.85) === (found.ok ? found.value.days : Infinity);
      }),
    ),
    law(
      "more items and more confidence never take fewer days",
      1_000,
      fc.property(anyForecast, anyBacklog, (forecast, backlog) => {
        const days = daysFor(forecast, backlog, 0.7);
        return (
          days <= daysFor(forecast, { ...backlog, items: backlog.items + 1 }, 0.7) &&
          days <= daysFor(forecast, backlog, 0.9)
        );
      }),
    ),
    law(
      "growth never brings the day forward",
      500,
      fc.property(anyForecast, anyBacklog, anyDaily, (forecast, backlog, arrivals) => {
        const growth = forecastOf(
          arrivals.map((each) => Math.min(each, 1)),
          forecast.model,
        );
        return daysFor(forecast, backlog, 0.7) <= daysFor(forecast, { ...backlog, growth }, 0.7);
      }),
    ),
    law(
      "the curve never falls, and first reaches a chance on the day promised for it",
      500,
      fc.property(anyForecast, anyBacklog, (forecast, backlog) => {
        const left = backlogLaw(backlog);
        const when = left.ok ? whenBacklogDone(forecast, left.value, 0.7) : left;
        if (!left.ok || !when.ok || when.value.days === 0 || when.value.days > 400) return left.ok;
        const { days } = when.value;
        const curve = deliveryCurve(forecast, left.value, days);
        const last = chanceDoneBy(forecast, left.value, days);
        if (!curve.ok || !last.ok) return false;
        const rises = curve.value.every((each, at) => each >= (curve.value[at - 1] ?? 0));
        const before = curve.value[days - 2] ?? 0;
        return (
          rises && last.value.chance >= 0.7 - 1e-9 && last.value.chance === curve.value[days - 1] && before < 0.7 + 1e-9
        );
      }),
    ),
  ];
}

const anyCurves: fc.Arbitrary<{ id: string; chances: number[] }[]> = fc
  .array(fc.array(chance, { minLength: 8, maxLength: 8 }), { minLength: 1, maxLength: 5 })
  .map((all) => all.map((chances, at) => ({ id: `F${at}`, chances: chances.sort((a, b) => a - b) })));

function togetherLaws(): Law[] {
  return [
    law(
      "together is never likelier than apart: low, independent and high in this order, at most the least likely part",
      10_000,
      fc.property(anyCurves, (features) => {
        const found = jointDelivery(features, 0.5);
        return (
          found.ok &&
          found.value.curve.every(
            ({ days, low, independent, high }) =>
              low <= independent + 1e-12 &&
              independent <= high &&
              features.every(({ chances }) => high <= chances[days - 1]!),
          )
        );
      }),
    ),
    law(
      "a part that is surely done changes nothing",
      10_000,
      fc.property(anyCurves, (features) => {
        const sure = { id: "sure", chances: new Array<number>(8).fill(1) };
        const [without, together] = [jointDelivery(features, 0.5), jointDelivery([...features, sure], 0.5)];
        return without.ok && together.ok && JSON.stringify(without.value) === JSON.stringify(together.value);
      }),
    ),
    law(
      "parts in a fixed order are done one after the other, the last with the total",
      500,
      fc.property(
        anyForecast,
        fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 4 }),
        (forecast, counts) => {
          const found = deliverInOrder(forecast, counts, 0.85);
          if (!found.ok) return true;
          const total = whenDone(
            forecast,
            counts.reduce((sum, each) => sum + each, 0),
            0.85,
          );
          const days = found.value.map((each) => each.days);
          return total.ok && days.at(-1) === total.value.days && days.every((each, at) => each >= (days[at - 1] ?? 1));
        },
      ),
    ),
    law(
      "the same luck for all teams keeps the mean and spreads the total at least as wide",
      500,
      fc.property(
        fc.array(anyForecast, { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 1, max: 30 }),
        (teams, days) => {
          const found = teamsDistribution(teams, days);
          if (!found.ok) return false;
          const above = (pmf: Float64Array, limit: number): number =>
            pmf.reduce((sum, share, count) => sum + share * Math.max(0, count - limit), 0);
          const { independent, comonotone } = found.value;
          const mean = above(independent, 0);
          return [0, 0.5, 1, 1.5, 3].every((factor) => {
            const gap = above(comonotone, factor * mean) - above(independent, factor * mean);
            return gap >= -1e-9 * (1 + mean) && (factor > 0 || gap <= 1e-9 * (1 + mean));
          });
        },
      ),
    ),
    law(
      "another team never delays what independent teams do together, whatever their order",
      200,
      fc.property(anyForecast, anyForecast, fc.integer({ min: 1, max: 12 }), (team, other, count) => {
        const days = (teams: readonly Forecast[]): number => {
          const found = whenTeamsDone(teams, count, 0.7);
          return found.ok ? (found.value.independent ?? Infinity) : Infinity;
        };
        const both = days([team, other]);
        return both <= days([team]) && both === days([other, team]);
      }),
    ),
  ];
}

const anyWeeks: fc.Arbitrary<number[]> = fc.array(fc.oneof(fc.nat(2), fc.nat(30)), { minLength: 56, maxLength: 300 });

/** Twice the log-likelihood of the weekly totals of periods, up to what all cuts share. */
function fitOf(periods: readonly LevelPeriod[]): number {
  return periods.reduce(
    (sum, { from, to, perDay }) => sum + (perDay > 0 ? 2 * (to - from) * perDay * log(perDay) : 0),
    0,
  );
}

function levelLaws(): Law[] {
  return [
    law(
      "periods of a level follow each other to the end of the series, four weeks or longer, and keep its total",
      10_000,
      fc.property(anyWeeks, (daily) => {
        const found = findLevelChanges(daily);
        if (!found.ok) return false;
        const { periods, weeks } = found.value;
        const start = daily.length - 7 * weeks;
        const total = daily.slice(start).reduce((sum, count) => sum + count, 0);
        return (
          periods.at(-1)?.to === daily.length &&
          periods.every(({ from, to }, at) => from === (periods[at - 1]?.to ?? start) && to - from >= 28) &&
          Math.abs(periods.reduce((sum, { from, to, perDay }) => sum + (to - from) * perDay, 0) - total) < 1e-6
        );
      }),
    ),
    law(
      "a series read backwards is cut equally well",
      10_000,
      fc.property(anyWeeks, (daily) => {
        const whole = daily.slice(daily.length % 7);
        const [one, other] = [findLevelChanges(whole), findLevelChanges([...whole].reverse())];
        if (!one.ok || !other.ok) return false;
        const worth = ({ periods, weeks, dispersion }: LevelChanges): number =>
          fitOf(periods) - 3 * log(weeks) * dispersion * periods.length;
        return Math.abs(worth(one.value) - worth(other.value)) <= 1e-7 * (1 + Math.abs(worth(one.value)));
      }),
    ),
    law(
      "a steady series has one period, and a large step is found on its day",
      1_000,
      fc.property(
        fc.nat(30),
        fc.integer({ min: 8, max: 30 }),
        fc.integer({ min: 8, max: 30 }),
        (level, before, after) => {
          const daily = (weeks: number, perDay: number): number[] => new Array<number>(7 * weeks).fill(perDay);
          const steady = findLevelChanges(daily(before, level));
          const step = findLevelChanges([...daily(before, level), ...daily(after, 3 * level + 3)]);
          return (
            steady.ok &&
            steady.value.periods.length === 1 &&
            step.ok &&
            step.value.periods.map(({ from }) => from).join() === `0,${7 * before}`
          );
        },
      ),
    ),
  ];
}

function choiceLaws(): Law[] {
  const anyYear = fc.array(fc.nat(4), { minLength: 287, maxLength: 320 });
  const rivals = [
    { name: "nb-mix", model: "nb-mix" },
    { name: "a month", model: "iid-bootstrap" },
    { name: "a quarter", model: "iid-bootstrap", windowDays: 90 },
  ] as const;
  return [
    law(
      "the model chosen has the lowest score or is the first, and the order of its rivals does not matter",
      200,
      fc.property(anyYear, (daily) => {
        const [one, other] = [chooseModel(daily, rivals), chooseModel(daily, [rivals[0], rivals[2], rivals[1]])];
        if (!one.ok || !other.ok) return false;
        const { chosen, scores } = one.value;
        const first = scores[0]!;
        const clear = scores.filter(({ score, error }) => first.score - score > 2 * error);
        const best = clear.every(({ score }) => score >= scores.find(({ name }) => name === chosen)!.score);
        return chosen === other.value.chosen && best && (clear.length > 0 || chosen === first.name);
      }),
    ),
  ];
}

/** Laws of forecasts of uncertain backlogs, joint deliveries and several teams, of changes of level and of the choice of a model. */
export function deliveryLaws(): Law[] {
  return [...backlogLaws(), ...togetherLaws(), ...levelLaws(), ...choiceLaws()];
}
