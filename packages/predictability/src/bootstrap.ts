import { type Issue, ok, type Result, refuse } from "@evenkeel/kernel";
import { convolvePower, type Pmf, pmfFromCounts } from "@evenkeel/stats";
import { firstPassage } from "./first-passage.js";
import { chanceIssues, fault, refusal } from "./issue.js";
import { guard, largestTotal, longestHorizon } from "./limits.js";

const beyond = (path: Issue["path"]): Result<never> =>
  refuse([fault("predictability/beyond-horizon", { path, facts: { limit: longestHorizon, largest: largestTotal } })]);

function dayOf(daily: readonly number[]): Result<Pmf> {
  const day = pmfFromCounts(daily);
  if (day.ok) return ok(day.value);
  const odd = daily.findIndex((count) => !(Number.isSafeInteger(count) && count >= 0));
  return odd < 0
    ? refuse([fault("predictability/sample-too-small", { path: ["daily"], facts: { needed: 1, found: daily.length } })])
    : refuse([
        fault("predictability/not-a-count", {
          path: ["daily", odd],
          facts: { found: String(daily[odd]), low: 0, high: largestTotal },
        }),
      ]);
}

/** Fault of a whole number outside 1..high. */
function wholeIssues(value: number, high: number, name: string): Issue[] {
  if (Number.isSafeInteger(value) && value >= 1 && value <= high) return [];
  return [fault("predictability/out-of-range", { path: [name], facts: { found: String(value), low: 1, high } })];
}

/**
 * The law of completions in the next days, if days like those of the record come one independent of the other.
 *
 * The limit that drawing days of the record at random (the bootstrap most tools sample) tends to, without sampling. Small enough to
 * stand alone; overconfident beyond a week or two, which `forecastThroughput` is not.
 *
 * @param daily - completions a day, whole numbers, at least one day; not changed
 * @param days - 1..3,650
 * @returns chances of 0, 1, 2, ... completions
 *
 * Issues: predictability/sample-too-small, predictability/not-a-count, predictability/out-of-range, predictability/beyond-horizon.
 * Time O(total^2), space O(total), for the largest possible total.
 * Source: Efron (1979), "Bootstrap methods"; own closed form.
 *
 * @example
 * [...orThrow(bootstrapTotal([0, 1], 2))]; // => [0.25, 0.5, 0.25]
 */
export function bootstrapTotal(daily: readonly number[], days: number): Result<Pmf> {
  const refused = refusal(wholeIssues(days, longestHorizon, "days"));
  if (refused) return refused;
  const day = dayOf(daily);
  if (!day.ok) return day;
  if (days * (day.value.length - 1) > largestTotal) return beyond(["days"]);
  const total = convolvePower(day.value, days);
  return total.ok ? ok(total.value) : beyond(["days"]);
}

/**
 * The fewest days in which so many are done with at least this chance, if days like those of the record come independently.
 *
 * @param daily - completions a day, whole numbers, at least one day; not changed
 * @param count - items to be done, 1..100,000
 * @param confidence - between 0 and 1
 * @returns days, at most 3,650
 *
 * Issues: those of `bootstrapTotal`, and predictability/never-on-this-evidence.
 * Time O(days count kinds of days), space O(count).
 * Source: first passage of a renewal process (Feller 1950).
 *
 * @example
 * orThrow(bootstrapWhen([0, 1], 1, 0.85)); // => 3
 */
export function bootstrapWhen(daily: readonly number[], count: number, confidence: number): Result<number> {
  const refused = refusal([...wholeIssues(count, largestTotal, "count"), ...chanceIssues(confidence, "confidence")]);
  if (refused) return refused;
  const day = dayOf(daily);
  if (!day.ok) return day;
  if (day.value.length === 1)
    return refuse([fault("predictability/never-on-this-evidence", { path: ["daily"], facts: { days: daily.length } })]);
  const survival = firstPassage(day.value, count, 1 - confidence + guard, longestHorizon);
  const days = survival.length - 1;
  return survival[days]! <= 1 - confidence + guard ? ok(days) : beyond(["count"]);
}
