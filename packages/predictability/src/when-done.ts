import { type Issue, ok, type Result, refuse } from "@evenkeel/kernel";
import { bootstrapWhen } from "./bootstrap.js";
import { firstDayReached } from "./first-day-reached.js";
import type { Forecast, MixtureState, WhenDone } from "./forecast-types.js";
import { chanceIssues, fault, refusal } from "./issue.js";
import { guard, largestTotal, longestHorizon } from "./limits.js";
import { mixtureBelow, mixtureBound } from "./nb-mix.js";

function inputIssues(forecast: Forecast, count: number, confidence: number): Issue[] {
  const issues = chanceIssues(confidence, "confidence");
  if (!(Number.isSafeInteger(count) && count >= 1 && count <= largestTotal)) {
    const facts = { found: String(count), low: 1, high: largestTotal };
    issues.unshift(fault("predictability/not-a-count", { path: ["count"], facts }));
  }
  if (!forecast.daily.some((each) => each > 0)) {
    const facts = { days: forecast.daily.length };
    issues.push(fault("predictability/never-on-this-evidence", { path: ["forecast"], facts }));
  }
  return issues;
}

function mixedDays(state: MixtureState, count: number, confidence: number): Result<number> {
  const days = firstDayReached(
    state.horizons[state.horizons.length - 1]!,
    longestHorizon,
    (days) =>
      mixtureBound(state, days, count) >= confidence - 1e-9 &&
      mixtureBelow(state, days, count) <= 1 - confidence + guard,
  );
  if (days !== undefined) return ok(days);
  const facts = { limit: longestHorizon, largest: largestTotal };
  return refuse([fault("predictability/beyond-horizon", { path: ["count"], facts })]);
}

/**
 * When so many items will be done, as a promise: the fewest days that suffice with at least this chance.
 *
 * Days are those the counts were given in; working dates are the caller's calendar. The scope is taken as fixed.
 *
 * @param forecast - from `forecastThroughput`
 * @param count - items still to be done, whole, 1..100,000
 * @param confidence - chance the promise is to have, between 0 and 1
 * @returns days, and the day number where the forecast knows its first day
 *
 * Issues: predictability/not-a-count, predictability/out-of-range, predictability/never-on-this-evidence, predictability/beyond-horizon.
 * Time O(days count) for iid-bootstrap, O(count log days) for nb-mix; space O(count).
 * Source: own; first passage of a renewal process (Feller 1950).
 *
 * @example
 * const forecast = orThrow(forecastThroughput([1, 0, 1, 0, 1, 0, 1, 0], { model: "iid-bootstrap", firstDay: 100 }));
 * orThrow(whenDone(forecast, 3, 0.85)); // => { count: 3, confidence: 0.85, days: 8, day: 107, model: "iid-bootstrap" }
 */
export function whenDone(forecast: Forecast, count: number, confidence: number): Result<WhenDone> {
  const refused = refusal(inputIssues(forecast, count, confidence));
  if (refused) return refused;
  const { mixture } = forecast;
  const found =
    mixture === undefined ? bootstrapWhen(forecast.daily, count, confidence) : mixedDays(mixture, count, confidence);
  if (!found.ok) return found;
  const days = found.value;
  const day = forecast.firstDay === undefined ? {} : { day: forecast.firstDay + days - 1 };
  return ok({ count, confidence, days, ...day, model: forecast.model });
}
