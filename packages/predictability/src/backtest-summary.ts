import { exp, log, quantile } from "@evenkeel/stats";
import type { BacktestCell, BacktestModel, BacktestSummary } from "./backtest-types.js";

const draws = 2000;

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function quantileOf(values: readonly number[], p: number): number {
  const found = quantile(values, p);
  return found.ok ? found.value : Number.NaN;
}

/** Whole numbers below a limit, one after another, from a seed (Marsaglia's xorshift, 2003). */
function drawer(seed: number): (limit: number) => number {
  let state = seed >>> 0 || 1;
  return (limit) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return Math.floor(((state >>> 0) / 4294967296) * limit);
  };
}

/** Groups values and averages each group, then the groups. */
function balanced(cells: readonly BacktestCell[], by: (cell: BacktestCell) => string): number {
  const groups = new Map<string, number[]>();
  for (const cell of cells) groups.set(by(cell), [...(groups.get(by(cell)) ?? []), cell.hit85]);
  return average([...groups.values()].map(average));
}

/** 95 % interval of the mean hit rate when the teams are drawn anew, with all their horizons. */
function teamInterval(cells: readonly BacktestCell[], seed: number): [number, number] {
  const teams = new Map<string, BacktestCell[]>();
  for (const cell of cells) teams.set(cell.series, [...(teams.get(cell.series) ?? []), cell]);
  const all = [...teams.values()];
  const draw = drawer(seed);
  const means = Array.from({ length: draws }, () => {
    let [sum, n] = [0, 0];
    for (let k = 0; k < all.length; k++)
      for (const { hit85 } of all[draw(all.length)]!) {
        sum += hit85;
        n++;
      }
    return sum / n;
  });
  return [quantileOf(means, 0.025), quantileOf(means, 0.975)];
}

function transformError(cells: readonly BacktestCell[]): number {
  let upTo = 0;
  const gaps = Array.from({ length: 9 }, (_none, tenth) => {
    upTo += average(cells.map(({ pit }) => pit[tenth]!));
    return Math.abs(upTo - (tenth + 1) / 10);
  });
  return average(gaps);
}

function summaryOf(
  model: string,
  days: number | undefined,
  cells: readonly BacktestCell[],
  seed: number,
): BacktestSummary {
  const mean = (of: (cell: BacktestCell) => number): number => average(cells.map(of));
  const [hit85Low, hit85High] = teamInterval(cells, seed);
  return {
    model,
    ...(days === undefined ? {} : { days }),
    cells: cells.length,
    forecasts: cells.reduce((sum, { n }) => sum + n, 0),
    hit50: mean(({ hit50 }) => hit50),
    hit85: mean(({ hit85 }) => hit85),
    hit85Low,
    hit85High,
    hit85Even: mean(({ hit85Even }) => hit85Even),
    hit85Balanced: balanced(cells, ({ source }) => source),
    hit95: mean(({ hit95 }) => hit95),
    coverage90: mean(({ coverage90 }) => coverage90),
    crpsRatio: exp(mean(({ crpsRatio }) => log(crpsRatio))),
    crpsRatioMedian: quantileOf(
      cells.map(({ crpsRatio }) => crpsRatio),
      0.5,
    ),
    widthRatioMedian: quantileOf(
      cells.map(({ widthRatio }) => widthRatio),
      0.5,
    ),
    leftBehind: mean(({ hit85 }) => (hit85 < 0.7 ? 1 : 0)),
    pitError: transformError(cells),
  };
}

/** Summaries by model, then horizon, then over all; those without a cell are left out. */
export function summarise(
  cells: readonly BacktestCell[],
  models: readonly BacktestModel[],
  horizons: readonly number[],
  seed: number,
): BacktestSummary[] {
  return models.flatMap(({ name }) => {
    const own = cells.filter(({ model }) => model === name);
    return [...horizons, undefined].flatMap((days) => {
      const some = days === undefined ? own : own.filter((cell) => cell.days === days);
      return some.length === 0 ? [] : [summaryOf(name, days, some, seed)];
    });
  });
}
