import { assert, type Issue, ok, type Result } from "@evenkeel/kernel";
import { crps } from "@evenkeel/stats";
import { type Forecaster, forecasterOf, protocolIssues } from "./backtest-forecast.js";
import type { BacktestModel } from "./backtest-types.js";
import { fault, refusal } from "./issue.js";
import { originStep, warmUp } from "./nb-mix-levels.js";

/** A model that may be chosen. */
export type RivalModel = Omit<BacktestModel, "leaveOneOut">;

/** How one model did on this series. */
export interface ModelScore {
  readonly name: string;
  /** Mean CRPS over that of the first model, horizons weighing alike; lower is better. */
  readonly score: number;
  /** Standard error of the difference from the first model; forecasts that overlap in time are allowed for. */
  readonly error: number;
}

/** Which model to forecast a series with. */
export interface ModelChoice {
  readonly chosen: string;
  /** In the order of the models. */
  readonly scores: readonly ModelScore[];
  /** Weekly forecasts that each model was scored on, at every horizon. */
  readonly n: number;
  readonly horizons: readonly number[];
}

/** Forecasts it takes to tell models apart: half a year of weeks. */
const fewestForecasts = 26;
/** Standard errors a rival must lead by. */
const lead = 2;
const horizons: readonly number[] = [7, 14, 28, 56];
const defaultModels: readonly RivalModel[] = [
  { name: "nb-mix", model: "nb-mix" },
  { name: "iid-bootstrap of 30 days", model: "iid-bootstrap" },
  { name: "iid-bootstrap of 90 days", model: "iid-bootstrap", windowDays: 90 },
];

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Standard error of the mean of values that depend on each other over some lags, weights falling evenly with the lag. */
function errorOfMean(values: readonly number[], lags: number): number {
  const centre = mean(values);
  const covariance = (lag: number): number =>
    values.reduce((sum, value, at) => sum + (at < lag ? 0 : (value - centre) * (values[at - lag]! - centre)), 0);
  let sum = covariance(0);
  for (let lag = 1; lag <= lags; lag++) sum += 2 * (1 - lag / (lags + 1)) * covariance(lag);
  return Math.sqrt(Math.max(0, sum)) / values.length;
}

/** CRPS by horizon, then origin. */
function scoresOf(forecaster: Forecaster, totals: Float64Array, origins: readonly number[]): number[][] {
  return horizons.map((days) => origins.map((t) => crps(forecaster(t, days), totals[t + days]! - totals[t]!)));
}

/**
 * Which model to forecast a series with, by its scores on this series alone: never by taste.
 *
 * Every week from day 56 on is forecast at 7, 14, 28 and 56 days by each model from the days before it. The first model stays
 * unless another one has a lower mean CRPS by more than two standard errors of the difference; among those the lowest wins. A
 * lead within that noise is none: switching on it makes forecasts worse as often as better.
 *
 * @param daily - completions of each day, oldest first, whole numbers 0..10,000, at least 287 days; not changed
 * @param models - with different names, the one to keep in doubt first; default nb-mix, then the bootstrap of 30 and of 90 days
 * @returns the choice, the scores behind it, and how many forecasts they rest on
 *
 * Issues: predictability/sample-too-small, predictability/not-a-count, predictability/out-of-range, predictability/duplicate-id.
 * Time O(models weeks (weeks + counts)), space O(models weeks).
 * Source: Diebold and Mariano (1995), "Comparing predictive accuracy"; variance: Newey and West (1987).
 *
 * @example
 * const daily = Array.from({ length: 300 }, (_none, day) => (day * day + 3 * day) % 5);
 * const { chosen, n } = orThrow(chooseModel(daily));
 * [chosen, n]; // => ["iid-bootstrap of 30 days", 27]
 */
export function chooseModel(
  daily: readonly number[],
  models: readonly RivalModel[] = defaultModels,
): Result<ModelChoice> {
  const longest = horizons[horizons.length - 1]!;
  const needed = warmUp + longest + originStep * (fewestForecasts - 1);
  const issues: Issue[] = protocolIssues({ models }).map((each) => ({ ...each, path: each.path.slice(1) }));
  daily.forEach((count, at) => {
    if (Number.isSafeInteger(count) && count >= 0 && count <= 10_000) return;
    const facts = { found: String(count), low: 0, high: 10_000 };
    issues.push(fault("predictability/not-a-count", { path: ["daily", at], facts }));
  });
  models.forEach(({ name }, at) => {
    const count = models.filter((other) => other.name === name).length;
    if (count > 1)
      issues.push(
        fault("predictability/duplicate-id", { path: ["models", at, "name"], subject: [name], facts: { count } }),
      );
  });
  if (daily.length < needed)
    issues.unshift(
      fault("predictability/sample-too-small", { path: ["daily"], facts: { needed, found: daily.length } }),
    );
  if (models.length === 0)
    issues.push(fault("predictability/sample-too-small", { path: ["models"], facts: { needed: 1, found: 0 } }));
  const refused = refusal(issues);
  if (refused) return refused;
  const totals = new Float64Array(daily.length + 1);
  daily.forEach((count, day) => {
    totals[day + 1] = totals[day]! + count;
  });
  const origins: number[] = [];
  for (let t = warmUp; t <= daily.length - longest; t += originStep) origins.push(t);
  const series = [{ name: "series", daily }];
  const byModel = models.map((model) => {
    const law = forecasterOf(model, 0, series, undefined);
    assert(law.ok, "a given prior is not learned");
    return scoresOf(law.value, totals, origins);
  });
  const units = byModel[0]!.map((row) => Math.max(1e-9, mean(row)));
  const scaled = byModel.map((rows) =>
    origins.map((_t, at) => mean(rows.map((row, horizon) => row[at]! / units[horizon]!))),
  );
  const scores = models.map(({ name }, at): ModelScore => {
    const score = mean(byModel[at]!.map((row, horizon) => mean(row) / units[horizon]!));
    const gaps = scaled[at]!.map((value, origin) => value - scaled[0]![origin]!);
    return { name, score, error: errorOfMean(gaps, Math.ceil(longest / originStep)) };
  });
  const [first, ...rivals] = scores as [ModelScore, ...ModelScore[]];
  const ahead = rivals.filter(({ score, error }) => first.score - score > lead * error);
  const chosen = ahead.reduce((best, each) => (each.score < best.score ? each : best), first);
  return ok({ chosen: chosen.name, scores, n: origins.length, horizons });
}
