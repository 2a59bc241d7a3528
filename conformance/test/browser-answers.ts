import { canonicalJson, orThrow } from "@evenkeel/kernel";
import {
  backtestForecast,
  backtestSle,
  type FlowItem,
  forecastDistribution,
  forecastThroughput,
  howMany,
  type Ledger,
  measureLedger,
  measureLittlesLaw,
  serviceLevelExpectation,
  whenDone,
} from "@evenkeel/predictability";
import { crpsNormal } from "@evenkeel/stats";

const day = 86_400_000;
const pace = (length: number, a: number, b: number): number[] =>
  Array.from({ length }, (_none, at) => (at * at + a * at) % b);
const items: FlowItem[] = Array.from({ length: 320 }, (_none, at) => {
  const started = { id: `I${at}`, startedAt: at * day + (at % 7) * 3_600_000 };
  return at % 23 === 0 ? started : { ...started, finishedAt: (at + ((at * at + 3 * at) % 13)) * day + 80_000_000 };
});
const ledger: Ledger = {
  promises: Array.from({ length: 24 }, (_none, at) => ({
    id: `P${at}`,
    kind: "date" as const,
    value: (at + 10) * day,
    madeAt: at * day,
    confidence: [0.5, 0.7, 0.85, 0.95][at % 4] as number,
    by: at % 2 === 0 ? "red" : "blue",
  })),
  outcomes: Array.from({ length: 20 }, (_none, at) => {
    const done = (at + 7 + ((at * 5) % 9)) * day + 3_333_333;
    return { promise: `P${at}`, at: done, value: done };
  }),
  forecasts: Array.from({ length: 24 }, (_none, at) => ({
    promise: `P${at}`,
    at: (at + 2) * day,
    chance: ((at * 7) % 11) / 11,
    low: (at + 6) * day,
    high: (at + 15) * day,
    p85: (at + 12) * day,
  })),
};

/** Answers to fixed questions as canonical JSON, by name. */
export function answers(): Record<string, string> {
  const forecast = orThrow(forecastThroughput(pace(190, 3, 5), { firstDay: 20_000 }));
  const backtest = orThrow(
    backtestForecast(
      [
        { name: "A", daily: pace(150, 3, 5) },
        { name: "B", daily: pace(180, 1, 4) },
      ],
      { horizons: [14, 28] },
    ),
  );
  const given = {
    forecast,
    distribution: [...orThrow(forecastDistribution(forecast, 28))],
    howMany: orThrow(howMany(forecast, 28, 0.85)),
    whenDone: orThrow(whenDone(forecast, 40, 0.85)),
    backtest,
    expectation: orThrow(serviceLevelExpectation(items, { now: 330 * day })),
    expectationBacktest: orThrow(backtestSle([{ id: "North", items }])),
    ledger: orThrow(measureLedger(ledger, 40 * day)),
    teamLedger: orThrow(measureLedger(ledger, 40 * day, { by: "red" })),
    littlesLaw: orThrow(measureLittlesLaw(items, { from: 100, to: 131 })),
    scores: pace(60, 1, 37).map((z) => crpsNormal(0, 7, z)),
  };
  return Object.fromEntries(Object.entries(given).map(([name, value]) => [name, canonicalJson(value)]));
}
