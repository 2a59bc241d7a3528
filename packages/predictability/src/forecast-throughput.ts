import { type Issue, ok, type Result } from "@evenkeel/kernel";
import { pmfMean, pmfQuantile } from "@evenkeel/stats";
import { completionsPmf } from "./completions-pmf.js";
import { type ForecastPrior, openTeamsPrior } from "./forecast-prior.js";
import { recordOf } from "./forecast-record.js";
import type { Forecast, ForecastOptions, HorizonForecast } from "./forecast-types.js";
import { widthShares } from "./forecast-width.js";
import { fault, refusal } from "./issue.js";
import { replaySeries, stateAt } from "./nb-mix.js";
import { nbMixLevels } from "./nb-mix-levels.js";

const fewest = 7;
/** Days from which a series says something about itself: four weekly totals. */
const enough = 28;
const largestDaily = 10_000;
const longestHistory = 10_000;

function inputIssues(daily: readonly number[], options: ForecastOptions): Issue[] {
  const { windowDays = 30, firstDay, model = "nb-mix", allowPrior = false } = options;
  const needed = model === "nb-mix" && !allowPrior ? enough : fewest;
  const issues: Issue[] = [];
  daily.forEach((count, at) => {
    if (Number.isSafeInteger(count) && count >= 0 && count <= largestDaily) return;
    const facts = { found: String(count), low: 0, high: largestDaily };
    issues.push(fault("predictability/not-a-count", { path: ["daily", at], facts }));
  });
  const whole = (value: number, low: number, high: number, name: string): void => {
    if (Number.isSafeInteger(value) && value >= low && value <= high) return;
    issues.push(fault("predictability/out-of-range", { path: [name], facts: { found: String(value), low, high } }));
  };
  whole(windowDays, 1, longestHistory, "windowDays");
  whole(firstDay ?? 0, -10_000_000, 10_000_000, "firstDay");
  if (daily.length < needed)
    issues.unshift(
      fault("predictability/sample-too-small", { path: ["daily"], facts: { needed, found: daily.length } }),
    );
  return issues;
}

function horizonOf(forecast: Forecast, days: number): HorizonForecast[] {
  const pmf = completionsPmf(forecast, days);
  if (pmf === undefined) return [];
  const reached = (chance: number): number => {
    const found = pmfQuantile(pmf, 1 - chance);
    return found.ok ? found.value : 0;
  };
  const [p95, p85, p50, p15, p05] = [reached(0.95), reached(0.85), reached(0.5), reached(0.15), reached(0.05)];
  return [{ days, mean: pmfMean(pmf), p95, p85, p50, p15, p05 }];
}

/** What nb-mix adds: what it learned from the series, its record so far, and where the width comes from. */
function mixed(
  daily: readonly number[],
  prior: ForecastPrior,
): Pick<Forecast, "mixture" | "prior" | "record" | "width"> {
  const levels = nbMixLevels(daily, prior.halfLives);
  const replays = replaySeries(levels, prior);
  const last = levels.origins.length - 1;
  const learned = replays.map((replay) => replay.learned[last]!);
  const mixture = stateAt(levels.origins[last]!, learned, prior.horizons);
  const { name, referenceClass, teams } = prior;
  return {
    prior: { name, referenceClass, teams },
    mixture,
    record: recordOf(replays, prior),
    width: widthShares(mixture),
  };
}

/**
 * Forecast of completions from daily counts, exact: no sampling, no noise.
 *
 * `nb-mix` (the default) is a mixture of negative binomials over five levels that learns from its own resolved forecasts how
 * far the level drifts; it carries its prior, its own record and where its width comes from. `iid-bootstrap` is the infinite-trial limit of drawing days of the last `windowDays` at random, which
 * most tools sample; it is overconfident beyond a week or two. Scope growth is not modelled. nb-mix is back-tested at 7, 14,
 * 28 and 56 days; between and beyond them it interpolates and holds.
 *
 * @param daily - completions of each day, oldest first, the last one yesterday; whole numbers 0..10,000; at least 28 days, 7 where the prior alone is allowed or for iid-bootstrap; not changed
 * @param options - model, window, day number of the first day forecast, prior
 * @returns plain data with the model, its version, the counts used and the usual horizons
 *
 * Issues: predictability/sample-too-small, predictability/not-a-count, predictability/out-of-range.
 * Time O(days + counts) for counts up to the largest likely total; space O(days).
 * Source: own (drift-aware negative binomial mixture); bootstrap: Efron (1979).
 *
 * @example
 * const daily = Array.from({ length: 112 }, (_none, i) => (i * i + 3 * i) % 5);
 * orThrow(forecastThroughput(daily, { model: "iid-bootstrap" })).horizons[2]?.p85; // => 47
 */
export function forecastThroughput(daily: readonly number[], options: ForecastOptions = {}): Result<Forecast> {
  const { model = "nb-mix", windowDays = 30, firstDay, prior = openTeamsPrior } = options;
  const refused = refusal(inputIssues(daily, options));
  if (refused) return refused;
  const used = model === "nb-mix" ? daily.slice(-longestHistory) : daily.slice(-windowDays);
  const forecast: Forecast = {
    model,
    modelVersion: model === "nb-mix" ? "2" : "1",
    windowDays: used.length,
    daily: [...used],
    ...(firstDay === undefined ? {} : { firstDay }),
    horizons: [],
    ...(model === "nb-mix" ? mixed(used, prior) : {}),
  };
  return ok({ ...forecast, horizons: [7, 14, 28, 56].flatMap((days) => horizonOf(forecast, days)) });
}
