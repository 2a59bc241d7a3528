import { ok, type Result, refuse } from "@evenkeel/kernel";
import { doneBound, growthAnswer, lastDay, learnedDays, leftOnDay, walkBacklog, walks } from "./backlog-chance.js";
import type { BacklogDone, BacklogLaw } from "./backlog-types.js";
import { firstDayReached } from "./first-day-reached.js";
import type { Forecast } from "./forecast-types.js";
import { chanceIssues, fault, refusal } from "./issue.js";
import { largestTotal, longestHorizon } from "./limits.js";
import type { ChanceByDate } from "./safe-to-promise.js";

const guard = 1e-12;

function beyond(name: string): Result<never> {
  const facts = { limit: longestHorizon, largest: largestTotal };
  return refuse([fault("predictability/beyond-horizon", { path: [name], facts })]);
}

/**
 * When a backlog will be done, as a promise: the fewest days that suffice with at least this chance, whatever the backlog turns out
 * to be.
 *
 * Without growth: exact for both models. With growth, an assumption that no data here can check: exact first passage where both
 * forecasts are of independent days; otherwise a day on which nothing is left with that chance, which is never too early.
 *
 * @param forecast - of completions, from `forecastThroughput`
 * @param law - from `backlogLaw`
 * @param confidence - chance the promise is to have, between 0 and 1
 * @returns days (0 when nothing is left already), the day number where the forecast knows its first day, and how growth was taken
 *
 * Issues: predictability/out-of-range, predictability/never-on-this-evidence, predictability/beyond-horizon.
 * Time O(days items counts) for iid-bootstrap, O(items log days) for nb-mix, times the arrivals with growth; space O(items).
 * Source: own; first passage (Feller 1950), ruin bound (Lundberg 1903).
 *
 * @example
 * const forecast = orThrow(forecastThroughput([1, 0, 1, 0, 1, 0, 1, 0], { model: "iid-bootstrap" }));
 * const law = orThrow(backlogLaw({ items: 3, split: { share: 0.5, low: 2, high: 2 } }));
 * orThrow(whenBacklogDone(forecast, law, 0.85)).days; // => 13
 */
export function whenBacklogDone(forecast: Forecast, law: BacklogLaw, confidence: number): Result<BacklogDone> {
  const issues = chanceIssues(confidence, "confidence");
  if (!forecast.daily.some((each) => each > 0)) {
    const facts = { days: forecast.daily.length };
    issues.push(fault("predictability/never-on-this-evidence", { path: ["forecast"], facts }));
  }
  const refused = refusal(issues);
  if (refused) return refused;
  const stop = 1 - confidence + guard;
  let days: number | undefined = 0;
  if (walks(forecast, law)) {
    const survival = walkBacklog(forecast, law, { stop, days: longestHorizon });
    days = survival[survival.length - 1]! <= stop ? survival.length - 1 : undefined;
  } else if (1 - law.chances[0]! > stop) {
    const bound = doneBound(forecast, law);
    days = firstDayReached(
      learnedDays(forecast, law),
      lastDay(forecast, law),
      (at) => bound(at) >= confidence - 1e-9 && (leftOnDay(forecast, law, at) ?? 1) <= stop,
    );
  }
  if (days === undefined) return beyond("law");
  const day = forecast.firstDay === undefined ? {} : { day: forecast.firstDay + days - 1 };
  return ok({ confidence, days, ...day, growth: growthAnswer(forecast, law), model: forecast.model });
}

/**
 * The chance that a backlog is done by the end of each of the next days: its marginal for `jointDelivery`. Never falls.
 *
 * With growth and nb-mix each chance is a lower bound, as in `whenBacklogDone`.
 *
 * @param forecast - of completions, from `forecastThroughput`
 * @param law - from `backlogLaw`
 * @param days - whole, 1..3,650
 * @returns one chance a day; the first one is that of day 1
 *
 * Issues: predictability/out-of-range, predictability/beyond-horizon.
 * Time O(days items counts) for iid-bootstrap, O(days items) for nb-mix, times the arrivals with growth; space O(days + items).
 * Source: own; first passage (Feller 1950).
 *
 * @example
 * const forecast = orThrow(forecastThroughput([1, 0, 1, 0, 1, 0, 1, 0], { model: "iid-bootstrap" }));
 * orThrow(deliveryCurve(forecast, orThrow(backlogLaw({ items: 2 })), 4)); // => [0, 0.25, 0.5, 0.6875]
 */
export function deliveryCurve(forecast: Forecast, law: BacklogLaw, days: number): Result<number[]> {
  if (!(Number.isSafeInteger(days) && days >= 1 && days <= longestHorizon)) {
    const facts = { found: String(days), low: 1, high: longestHorizon };
    return refuse([fault("predictability/out-of-range", { path: ["days"], facts })]);
  }
  const curve: number[] = [];
  const walk = walks(forecast, law) ? walkBacklog(forecast, law, { days }) : undefined;
  for (let day = 1; day <= days; day++) {
    const left = walk === undefined ? leftOnDay(forecast, law, day) : walk[day];
    if (left === undefined) return beyond("days");
    curve.push(Math.min(1, Math.max(curve[day - 2] ?? 0, 1 - left)));
  }
  return ok(curve);
}

/**
 * The chance that a backlog is done by the end of a day.
 *
 * @param forecast - of completions, from `forecastThroughput`
 * @param law - from `backlogLaw`
 * @param days - whole, 1..3,650
 * @returns the last chance of `deliveryCurve`, with its day number where the forecast knows its first day
 *
 * Issues: predictability/out-of-range, predictability/beyond-horizon.
 * Time and space as `deliveryCurve`.
 * Source: own.
 *
 * @example
 * const forecast = orThrow(forecastThroughput([1, 0, 1, 0, 1, 0, 1, 0], { model: "iid-bootstrap" }));
 * orThrow(chanceDoneBy(forecast, orThrow(backlogLaw({ items: 2 })), 4)).chance; // => 0.6875
 */
export function chanceDoneBy(forecast: Forecast, law: BacklogLaw, days: number): Result<ChanceByDate> {
  const curve = deliveryCurve(forecast, law, days);
  if (!curve.ok) return curve;
  const day = forecast.firstDay === undefined ? {} : { day: forecast.firstDay + days - 1 };
  return ok({ days, ...day, chance: curve.value[days - 1]! });
}
