import { type Issue, orThrow } from "@evenkeel/kernel";
import { deepFreeze } from "@evenkeel/test-kit";
import { describe, expect, test } from "vitest";
import { backtestForecast, chooseModel, type RivalModel } from "../src/index.js";

const pace = Array.from({ length: 420 }, (_none, day) => (day * day + 3 * day) % 5);
const wandering = Array.from({ length: 420 }, (_none, day) => (Math.floor(day / 40) % 3) * (day % 2));
const models: RivalModel[] = [
  { name: "nb-mix", model: "nb-mix" },
  { name: "all days", model: "iid-bootstrap", windowDays: 90 },
];

describe("the choice of a model", () => {
  test("goes to the one that is surely better on this series, and stays with the first one else", () => {
    expect(orThrow(chooseModel(deepFreeze([...pace]))).chosen).not.toBe("nb-mix");
    expect(orThrow(chooseModel(wandering)).chosen).toBe("nb-mix");
    const twice = [models[0]!, { ...models[0]!, name: "the same again" }];
    expect(orThrow(chooseModel(pace, twice))).toMatchObject({
      chosen: "nb-mix",
      scores: [
        { score: 1, error: 0 },
        { score: 1, error: 0 },
      ],
    });
  });

  test("scores as the back-test does, on the forecasts whose outcome is known at every horizon", () => {
    const { scores, n, horizons } = orThrow(chooseModel(pace, models));
    expect([n, horizons]).toEqual([45, [7, 14, 28, 56]]);
    const ratio = horizons.map((days) => {
      const known = pace.slice(0, 56 + 7 * (n - 1) + days);
      const { cells } = orThrow(backtestForecast([{ name: "one", daily: known }], { models, horizons: [days] }));
      expect(cells.map((cell) => cell.n)).toEqual([n, n]);
      return cells[1]!.crps / cells[0]!.crps;
    });
    expect(scores[1]!.score).toBeCloseTo(ratio.reduce((sum, each) => sum + each, 0) / 4, 10);
  });

  test("is refused below half a year of forecasts, with all that is wrong", () => {
    const rivals: RivalModel[] = [models[0]!, { ...models[1]!, name: "nb-mix", windowDays: 0 }];
    const found = chooseModel([1, 2, -3], rivals);
    expect(found.issues.map(({ code, path }: Issue) => [code, path])).toEqual([
      ["predictability/sample-too-small", ["daily"]],
      ["predictability/out-of-range", ["models", 1, "windowDays"]],
      ["predictability/not-a-count", ["daily", 2]],
      ["predictability/duplicate-id", ["models", 0, "name"]],
      ["predictability/duplicate-id", ["models", 1, "name"]],
    ]);
    expect(found.issues[0]?.facts).toEqual({ needed: 287, found: 3 });
    expect(chooseModel(pace, []).issues.map(({ path }: Issue) => path)).toEqual([["models"]]);
  });
});
