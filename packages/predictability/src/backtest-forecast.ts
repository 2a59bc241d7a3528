import { assert, type Issue, ok, type Result } from "@evenkeel/kernel";
import { convolvePower, type Pmf, pmfFromCounts, wilsonInterval } from "@evenkeel/stats";
import { type Scored, scoreForecast, transformShares } from "./backtest-score.js";
import { summarise } from "./backtest-summary.js";
import type { Backtest, BacktestCell, BacktestModel, BacktestProtocol, BacktestSeries } from "./backtest-types.js";
import { type ForecastPrior, openTeamsPrior } from "./forecast-prior.js";
import { fault, refusal } from "./issue.js";
import { learnForecastPrior } from "./learn-forecast-prior.js";
import { learnMixture, mixtureLaw, replaySeries, stateAt } from "./nb-mix.js";
import { nbMixLevels, originStep, warmUp } from "./nb-mix-levels.js";

const defaultModels: readonly BacktestModel[] = [
  { name: "iid-bootstrap", model: "iid-bootstrap" },
  { name: "nb-mix", model: "nb-mix" },
];

/** The law of completions in the days from day t on, from days before t alone. */
export type Forecaster = (t: number, days: number) => Pmf;

function bootstrap(daily: readonly number[], windowDays: number): Forecaster {
  return (t, days) => {
    const day = pmfFromCounts(daily.slice(Math.max(0, t - windowDays), t));
    assert(day.ok, "counts were checked");
    const total = convolvePower(day.value, days);
    assert(total.ok, "horizons were checked");
    return total.value;
  };
}

/** Replays the series once: what is learned at an origin rests on what was resolved by then. */
function mixture(daily: readonly number[], prior: ForecastPrior): Forecaster {
  const levels = nbMixLevels(daily.slice(0, daily.length - (daily.length % originStep)), prior.halfLives);
  const replays = replaySeries(levels, prior);
  return (t, days) => {
    const at = (t - warmUp) / originStep;
    const learned = replays.map((replay) => replay.learned[at]!);
    return mixtureLaw(stateAt(levels.origins[at]!, learned, prior.horizons), days);
  };
}

/** The forecasts of one model for one of the series; refused where the other series are too few or too short to learn from. */
export function forecasterOf(
  { model, windowDays = 30, prior = openTeamsPrior, leaveOneOut = false }: BacktestModel,
  at: number,
  series: readonly BacktestSeries[],
  historyDays: number | undefined,
): Result<Forecaster> {
  const { daily } = series[at]!;
  if (model === "iid-bootstrap") return ok(bootstrap(daily, Math.min(windowDays, historyDays ?? windowDays)));
  const others = series.filter((_each, index) => index !== at).map((each) => each.daily);
  const own = leaveOneOut ? learnForecastPrior(others, prior) : ok(prior);
  if (!own.ok) return own;
  if (historyDays === undefined) return ok(mixture(daily, own.value));
  return ok((t, days) => mixtureLaw(learnMixture(daily.slice(Math.max(0, t - historyDays), t), own.value), days));
}

function originsOf(length: number, days: number, cap: number | undefined): number[] {
  const all: number[] = [];
  for (let t = warmUp; t <= length - days; t += originStep) all.push(t);
  const every = cap === undefined ? 1 : Math.max(1, Math.floor(all.length / cap));
  return all.filter((_t, at) => at % every === 0);
}

function averageOf(scored: readonly Scored[], of: (each: Scored) => number): number {
  return scored.reduce((sum, each) => sum + of(each), 0) / scored.length;
}

function cellOf(
  { name, source = name }: BacktestSeries,
  days: number,
  model: string,
  scored: readonly Scored[],
  anchor: readonly Scored[],
): BacktestCell {
  const share = (of: (each: Scored) => boolean): number => averageOf(scored, (each) => (of(each) ? 1 : 0));
  const crps = (of: readonly Scored[]): number => averageOf(of, (each) => each.crps);
  const width = (of: readonly Scored[]): number => averageOf(of, (each) => each.width);
  const wilson = wilsonInterval(scored.filter(({ hit85 }) => hit85).length, scored.length);
  return {
    series: name,
    source,
    days,
    model,
    n: scored.length,
    hit50: share(({ hit50 }) => hit50),
    hit85: share(({ hit85 }) => hit85),
    hit95: share(({ hit95 }) => hit95),
    hit85Even: averageOf(scored, ({ even85 }) => even85),
    hit85Low: wilson.ok ? wilson.value.low : 0,
    hit85High: wilson.ok ? wilson.value.high : 1,
    coverage90: share(({ covered }) => covered),
    crps: crps(scored),
    crpsRatio: Math.max(1e-9, crps(scored)) / Math.max(1e-9, crps(anchor)),
    crpsScaled:
      crps(scored) /
      Math.max(
        0.5,
        averageOf(scored, ({ outcome }) => outcome),
      ),
    pinball15: averageOf(scored, (each) => each.pinball15),
    width: width(scored),
    widthRatio: width(scored) / Math.max(1e-9, width(anchor)),
    pit: transformShares(scored),
  };
}

/** What is wrong with a protocol. */
export function protocolIssues({ horizons = [], models = defaultModels, cap, historyDays }: BacktestProtocol): Issue[] {
  const issues: Issue[] = [];
  const whole = (value: number, low: number, high: number, path: Issue["path"]): void => {
    if (Number.isSafeInteger(value) && value >= low && value <= high) return;
    issues.push(fault("predictability/out-of-range", { path, facts: { found: String(value), low, high } }));
  };
  horizons.forEach((days, at) => {
    whole(days, 1, 365, ["protocol", "horizons", at]);
  });
  models.forEach(({ windowDays }, at) => {
    if (windowDays !== undefined) whole(windowDays, 1, 10_000, ["protocol", "models", at, "windowDays"]);
  });
  if (cap !== undefined) whole(cap, 1, 1_000_000, ["protocol", "cap"]);
  if (historyDays !== undefined) whole(historyDays, 28, warmUp, ["protocol", "historyDays"]);
  return issues;
}

/** Series that can be used; each other one is named. */
function usable(series: readonly BacktestSeries[], fewestDays: number, issues: Issue[]): BacktestSeries[] {
  return series.filter(({ name, daily }, at) => {
    const odd = daily.findIndex((count) => !(Number.isSafeInteger(count) && count >= 0 && count <= 10_000));
    if (odd >= 0) {
      const facts = { found: String(daily[odd]), low: 0, high: 10_000 };
      issues.push(fault("predictability/not-a-count", { path: ["series", at, "daily", odd], subject: [name], facts }));
    } else if (daily.length < fewestDays) {
      const facts = { needed: fewestDays, found: daily.length };
      const about = { path: ["series", at, "daily"], subject: [name], severity: "warning" as const };
      issues.push(fault("predictability/sample-too-small", { ...about, facts }));
    }
    return odd < 0 && daily.length >= fewestDays;
  });
}

/**
 * How forecasts would have done: each week of each team's past is forecast from the days before it, and scored against what came.
 *
 * Rolling origins, 7 days apart, from day 56 on. Nothing after an origin is seen. Scores are averaged within a team, then teams
 * weigh alike. `hit85` is only to be read beside `crps` and `width`: wide ranges are easily hit.
 *
 * @param series - a team each, at least one of 112 days; not changed
 * @param protocol - horizons, models and what is left out; the first model is the anchor of all ratios
 * @returns scores by team, horizon and model, and their summaries; series left out are named by issues
 *
 * Issues: predictability/sample-too-small, predictability/not-a-count, predictability/out-of-range.
 * Time O(teams weeks (weeks + counts)), space O(teams weeks).
 * Source: Gneiting and Raftery (2007), "Strictly proper scoring rules"; Czado, Gneiting and Held (2009) for the transform of counts.
 *
 * @example
 * const daily = Array.from({ length: 140 }, (_none, day) => (day * day + 3 * day) % 5);
 * const tested = orThrow(backtestForecast([{ name: "Kitchen", daily }], { horizons: [14] }));
 * tested.cells.map(({ model, n, hit85 }) => [model, n, hit85]); // => [["iid-bootstrap", 11, 1], ["nb-mix", 11, 1]]
 */
export function backtestForecast(series: readonly BacktestSeries[], protocol: BacktestProtocol = {}): Result<Backtest> {
  const { horizons = [7, 14, 28, 56], fewestOrigins = 4, fewestDays = 112, cap, historyDays } = protocol;
  const { models = defaultModels, seed = 1 } = protocol;
  const issues = protocolIssues(protocol);
  const refused = refusal(issues);
  if (refused) return refused;
  const used = usable(series, fewestDays, issues);
  const needed = models.some(({ leaveOneOut }) => leaveOneOut === true) ? 3 : 1;
  if (used.length < needed) {
    const facts = { needed, found: used.length };
    issues.unshift(fault("predictability/sample-too-small", { path: ["series"], facts }));
    return refusal(issues) as Result<Backtest>;
  }
  const made = used.map((_team, at) => models.map((model) => forecasterOf(model, at, used, historyDays)));
  const refusedPrior = made.flat().find(({ ok: isMade }) => !isMade);
  if (refusedPrior !== undefined && !refusedPrior.ok) return refusedPrior;
  const cells = used.flatMap((team, at) => {
    const forecasters = made[at]!.flatMap((each) => (each.ok ? [each.value] : []));
    const totals = new Float64Array(team.daily.length + 1);
    team.daily.forEach((count, day) => {
      totals[day + 1] = totals[day]! + count;
    });
    return horizons.flatMap((days) => {
      if (originsOf(team.daily.length, days, undefined).length < fewestOrigins) return [];
      const origins = originsOf(team.daily.length, days, cap);
      const scored = forecasters.map((law) =>
        origins.map((t) => scoreForecast(law(t, days), totals[t + days]! - totals[t]!)),
      );
      return models.map(({ name }, each) => cellOf(team, days, name, scored[each]!, scored[0]!));
    });
  });
  return ok({ cells, summaries: summarise(cells, models, horizons, seed) }, issues);
}
