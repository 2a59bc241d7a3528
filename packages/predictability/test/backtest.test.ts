import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { orThrow } from "@evenkeel/kernel";
import { sharedData, statedRuns } from "@evenkeel/test-kit";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { scoreForecast } from "../src/backtest-score.js";
import {
  type BacktestSeries,
  type BacktestSummary,
  backtestForecast,
  dailySeries,
  forecastDistribution,
  forecastThroughput,
  learnForecastPrior,
  openTeamsPrior,
} from "../src/index.js";
import { publishedPrior } from "./published-prior.js";

const pace = (n: number, a: number, b: number): number[] =>
  Array.from({ length: n }, (_none, day) => (day * day + a * day) % b);
const made: BacktestSeries[] = [
  { name: "A", daily: pace(150, 3, 5) },
  { name: "B", daily: pace(180, 1, 4), source: "two" },
  { name: "C", daily: pace(200, 7, 9), source: "two" },
];
const folder = sharedData("histories");

/** Daily counts of a file of finished items, trimmed as the protocol says. */
function seriesOf(folder: string, file: string): BacktestSeries {
  const [head = "", ...lines] = readFileSync(join(folder, file), "utf8").trim().split("\n");
  const column = head.split(",").indexOf("done");
  const days = lines.flatMap((line) => {
    const text = line.split(",")[column];
    return text ? [Math.floor(Date.parse(`${text.slice(0, 10)}T00:00Z`) / 86_400_000)] : [];
  });
  return { name: file.slice(0, -4), source: file.split("-")[0]!, daily: orThrow(dailySeries(days)).daily };
}

const figures = ({ hit50, hit85, hit95, coverage90, crpsRatio }: BacktestSummary): string =>
  [hit50, hit85, hit95, coverage90, crpsRatio].map((each) => each.toFixed(3)).join(" ");

describe("back-tests of forecasts", () => {
  test("forecast as the product does from the days before each origin", () => {
    const { daily } = made[0]!;
    const [, cell] = orThrow(backtestForecast([made[0]!], { horizons: [14] })).cells;
    let hits = 0;
    for (let t = 56; t <= daily.length - 14; t += 7) {
      const law = orThrow(forecastDistribution(orThrow(forecastThroughput(daily.slice(0, t))), 14));
      let upTo = 0;
      let stated = 0;
      while (upTo + law[stated]! < 0.15 - 1e-12) upTo += law[stated++]!;
      if (daily.slice(t, t + 14).reduce((sum, each) => sum + each, 0) >= stated) hits++;
    }
    expect([cell?.n, cell?.hit85]).toEqual([12, hits / 12]);
  });

  test("see nothing after an origin: what comes later changes no forecast", () => {
    const cut = 120;
    const later = made.map((each) => ({ ...each, daily: each.daily.map((n, day) => (day < cut ? n : n + 3)) }));
    const widths = (series: readonly BacktestSeries[]): number[] =>
      orThrow(
        backtestForecast([{ ...series[0]!, daily: series[0]!.daily.slice(0, cut + 7) }], { horizons: [7] }),
      ).cells.map(({ width }) => width);
    expect(widths(later)).toEqual(widths(made));
  });

  test("weigh teams alike, and sources alike in the balanced mean", () => {
    const { cells, summaries } = orThrow(backtestForecast(made, { horizons: [28] }));
    const own = cells.filter(({ model }) => model === "nb-mix").map(({ hit85 }) => hit85) as [number, number, number];
    const summary = summaries.find(({ model, days }) => model === "nb-mix" && days === 28);
    expect(summary?.hit85).toBeCloseTo((own[0] + own[1] + own[2]) / 3, 12);
    expect(summary?.hit85Balanced).toBeCloseTo((own[0] + (own[1] + own[2]) / 2) / 2, 12);
    expect(cells.filter(({ model }) => model === "iid-bootstrap").every(({ crpsRatio }) => crpsRatio === 1)).toBe(true);
    expect(summary?.hit85Even).toBeLessThanOrEqual(summary?.hit85 ?? 0);
    for (const { pit } of cells) expect(pit.reduce((sum, each) => sum + each, 0)).toBeCloseTo(1, 12);
  });

  test("what whole numbers add to a hit is left out: the true law keeps 85 % exactly", () => {
    const weights = fc
      .array(fc.nat(50), { minLength: 1, maxLength: 30 })
      .filter((list) => list.some((each) => each > 0));
    fc.assert(
      fc.property(weights, (list) => {
        const total = list.reduce((sum, each) => sum + each, 0);
        const pmf = Float64Array.from(list, (each) => each / total);
        let kept = 0;
        let below = 0;
        list.forEach((weight, outcome) => {
          const { even85, hit85 } = scoreForecast(pmf, outcome);
          const points = Array.from({ length: 200 }, (_none, at) => below + ((at + 0.5) / 200) * weight);
          const above = points.filter((point) => point >= 0.15 * total).length / 200;
          if (weight > 0) expect(Math.abs(even85 - above)).toBeLessThanOrEqual(0.0026);
          if (!hit85) expect(even85).toBeLessThan(1e-9);
          kept += pmf[outcome]! * even85;
          below += weight;
        });
        expect(kept).toBeCloseTo(0.85, 12);
      }),
      { numRuns: statedRuns(2_000), seed: 5 },
    );
  });

  test("a prior of a team left out is learned from the others alone", () => {
    const left = orThrow(
      backtestForecast(made, { horizons: [14], models: [{ name: "own", model: "nb-mix", leaveOneOut: true }] }),
    );
    const others = orThrow(learnForecastPrior([made[1]!.daily, made[2]!.daily], { name: "x", referenceClass: "two" }));
    const given = orThrow(
      backtestForecast([made[0]!], { horizons: [14], models: [{ name: "own", model: "nb-mix", prior: others }] }),
    );
    expect(left.cells[0]).toEqual(given.cells[0]);
  });

  test("refuse what cannot be learned instead of guessing it", () => {
    const short = made.map((each) => ({ ...each, daily: each.daily.slice(0, 112) }));
    const about = { name: "x", referenceClass: "two" };
    const learned = learnForecastPrior(
      short.map(({ daily }) => daily),
      about,
    );
    expect(learned.ok).toBe(false);
    expect(learned.issues.map(({ code, path }) => [code, path])).toEqual([
      ["predictability/sample-too-small", ["horizons", 3]],
    ]);
    const models = [{ name: "own", model: "nb-mix" as const, leaveOneOut: true }];
    expect(backtestForecast(short, { models }).issues[0]?.code).toBe("predictability/sample-too-small");
    const odd = learnForecastPrior(
      made.map(({ daily }) => daily),
      { ...about, halfLives: [5, 5], horizons: [10] },
    );
    expect(odd.issues.map(({ code, path }) => [code, path])).toEqual([
      ["predictability/out-of-range", ["halfLives", 1]],
      ["predictability/out-of-range", ["horizons", 0]],
    ]);
  });

  test("say what is left out, and refuse what cannot be tested", () => {
    const some = backtestForecast([...made, { name: "short", daily: [1, 2] }, { name: "odd", daily: [0.5] }]);
    expect(some.ok && some.issues.map(({ code, subject }) => [code, subject])).toEqual([
      ["predictability/sample-too-small", ["short"]],
      ["predictability/not-a-count", ["odd"]],
    ]);
    expect(backtestForecast([]).issues[0]?.facts).toEqual({ needed: 1, found: 0 });
    expect(backtestForecast(made, { horizons: [0], cap: 0.5, historyDays: 7 }).issues.map(({ path }) => path)).toEqual([
      ["protocol", "horizons", 0],
      ["protocol", "cap"],
      ["protocol", "historyDays"],
    ]);
  });

  test("reproduce the published table on the shared histories", { timeout: 300_000 }, () => {
    if (folder === undefined) return;
    const all = readdirSync(folder)
      .filter((file) => file.endsWith(".csv"))
      .map((file) => seriesOf(folder, file));
    const models = [
      { name: "anchor", model: "iid-bootstrap" as const },
      { name: "published", model: "nb-mix" as const, prior: publishedPrior },
    ];
    const { summaries } = orThrow(backtestForecast(all, { cap: 30, models }));
    const table = summaries.map((row) => `${row.model} ${row.days ?? "all"} ${row.cells} ${figures(row)}`);
    expect(table).toEqual([
      "anchor 7 25 0.594 0.865 0.956 0.847 1.000",
      "anchor 14 25 0.537 0.792 0.896 0.771 1.000",
      "anchor 28 25 0.486 0.710 0.825 0.636 1.000",
      "anchor 56 24 0.506 0.670 0.776 0.530 1.000",
      "anchor all 99 0.531 0.760 0.864 0.698 1.000",
      "published 7 25 0.634 0.893 0.955 0.896 0.944",
      "published 14 25 0.578 0.868 0.954 0.903 0.920",
      "published 28 25 0.537 0.883 0.959 0.894 0.871",
      "published 56 24 0.545 0.913 0.967 0.892 0.849",
      "published all 99 0.574 0.889 0.959 0.896 0.896",
    ]);
    const learned = orThrow(
      learnForecastPrior(
        all.map(({ daily }) => daily),
        openTeamsPrior,
      ),
    );
    const flat = (rows: readonly (readonly number[])[]): readonly number[] => rows.flat();
    for (const [found, kept] of [
      [flat(learned.drift), flat(openTeamsPrior.drift)],
      [flat(learned.logWeight), flat(openTeamsPrior.logWeight)],
    ] as const)
      kept.forEach((value, at) => {
        expect(found[at]).toBeCloseTo(value, 5);
      });
  });
});
