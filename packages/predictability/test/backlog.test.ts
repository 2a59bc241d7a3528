import { type Issue, orThrow, type Result } from "@evenkeel/kernel";
import { deepFreeze } from "@evenkeel/test-kit";
import { describe, expect, test } from "vitest";
import {
  backlogLaw,
  chanceDoneBy,
  deliverInOrder,
  deliveryCurve,
  type Forecast,
  forecastDistribution,
  forecastThroughput,
  jointDelivery,
  teamsDistribution,
  whenBacklogDone,
  whenDone,
  whenTeamsDone,
} from "../src/index.js";
import { componentBelow, componentBelowEach, componentOf, componentUpTo } from "../src/nb-chance.js";

const codes = (result: Result<unknown>): unknown[] => result.issues.map(({ code, path }: Issue) => [code, path]);
const coin = orThrow(forecastThroughput([1, 0, 1, 0, 1, 0, 1, 0], { model: "iid-bootstrap", firstDay: 100 }));
const mixed = (a: number, b: number): Forecast =>
  orThrow(forecastThroughput(Array.from({ length: 112 }, (_none, i) => (i * i + a * i) % b)));
const none = orThrow(forecastThroughput(new Array<number>(28).fill(0)));

describe("backlogs", () => {
  test("says what is left", () => {
    const backlog = {
      items: 10,
      split: { pieces: [0.1, 0.6, 0.3] },
      risks: [{ name: "audit", probability: 0.5, extra: 4 }],
    };
    const { mean, p50, p85, p95 } = orThrow(backlogLaw(deepFreeze(backlog)));
    expect([mean.toFixed(9), p50, p85, p95]).toEqual(["14.000000000", 14, 17, 18]);
    expect(orThrow(backlogLaw({ items: 0 })).chances).toEqual([1]);
  });

  test("is refused with all that is wrong", () => {
    const risks = [
      { name: "audit", probability: 2, extra: -1 },
      { name: "move", probability: 0.5, extra: { low: 3, high: 1 } },
    ];
    const found = backlogLaw({ items: 1.5, split: { share: -1, low: 2, high: 1 }, risks });
    expect(codes(found)).toEqual([
      ["predictability/not-a-count", ["backlog", "items"]],
      ["predictability/out-of-range", ["backlog", "split", "share"]],
      ["predictability/not-a-count", ["backlog", "split", "high"]],
      ["predictability/out-of-range", ["backlog", "risks", 0, "probability"]],
      ["predictability/not-a-count", ["backlog", "risks", 0, "extra"]],
      ["predictability/not-a-count", ["backlog", "risks", 1, "extra", "high"]],
    ]);
    expect(found.issues.map(({ subject }: Issue) => subject[0])).toEqual([
      undefined,
      undefined,
      undefined,
      "audit",
      "audit",
      "move",
    ]);
    expect(codes(backlogLaw({ items: 1, split: { pieces: [0.5, 0.4] } }))).toEqual([
      ["predictability/out-of-range", ["backlog", "split", "pieces"]],
    ]);
    expect(codes(backlogLaw({ items: 1, split: { pieces: [] } }))).toEqual([
      ["predictability/out-of-range", ["backlog", "split", "pieces"]],
    ]);
    expect(codes(backlogLaw({ items: 60_000, split: { share: 0.1, low: 2, high: 2 } }))).toEqual([
      ["predictability/not-a-count", ["backlog"]],
    ]);
    expect(codes(whenBacklogDone(none, orThrow(backlogLaw({ items: 1 })), 1))).toEqual([
      ["predictability/out-of-range", ["confidence"]],
      ["predictability/never-on-this-evidence", ["forecast"]],
    ]);
    expect(codes(deliveryCurve(coin, orThrow(backlogLaw({ items: 1 })), 0))).toEqual([
      ["predictability/out-of-range", ["days"]],
    ]);
    expect(codes(whenBacklogDone(coin, orThrow(backlogLaw({ items: 10_000 })), 0.85))).toEqual([
      ["predictability/beyond-horizon", ["law"]],
    ]);
  });

  test("names the day, and yesterday when nothing is left", () => {
    expect(orThrow(whenBacklogDone(coin, orThrow(backlogLaw({ items: 3 })), 0.85))).toEqual({
      confidence: 0.85,
      days: 8,
      day: 107,
      growth: "none",
      model: "iid-bootstrap",
    });
    expect(orThrow(whenBacklogDone(mixed(3, 5), orThrow(backlogLaw({ items: 0 })), 0.85))).toMatchObject({ days: 0 });
    expect(orThrow(chanceDoneBy(coin, orThrow(backlogLaw({ items: 3 })), 8))).toMatchObject({ days: 8, day: 107 });
  });

  test("with growth that outpaces the team is soon refused, not walked for ten years", () => {
    const flood = orThrow(forecastThroughput([40, 90, 60, 70, 20, 80, 50], { model: "iid-bootstrap" }));
    const team = orThrow(forecastThroughput([30, 80, 50, 60, 10, 70, 40], { model: "iid-bootstrap" }));
    const law = orThrow(backlogLaw({ items: 500, growth: flood }));
    const begin = performance.now();
    expect(codes(whenBacklogDone(team, law, 0.5))).toEqual([["predictability/beyond-horizon", ["law"]]]);
    expect(performance.now() - begin).toBeLessThan(2_000);
  });

  test("with nb-mix and growth gives the chance that nothing is left on the day", () => {
    const [team, arrivals] = [mixed(3, 5), mixed(1, 3)];
    const law = orThrow(backlogLaw({ items: 10, growth: arrivals }));
    const answer = orThrow(whenBacklogDone(team, law, 0.7));
    const [done, arrived] = [team, arrivals].map((each) => orThrow(forecastDistribution(each, answer.days)));
    let chance = 0;
    done!.forEach((share, k) => {
      for (let a = 0; a + 10 <= k && a < arrived!.length; a++) chance += share * arrived![a]!;
    });
    expect([answer.growth, orThrow(chanceDoneBy(team, law, answer.days)).chance >= 0.7]).toEqual(["bound", true]);
    expect(orThrow(chanceDoneBy(team, law, answer.days)).chance).toBeCloseTo(chance, 9);
    const both = orThrow(
      backlogLaw({
        items: 3,
        growth: orThrow(forecastThroughput([0, 1, 0, 0, 0, 0, 0, 0], { model: "iid-bootstrap" })),
      }),
    );
    expect(orThrow(whenBacklogDone(coin, both, 0.7)).growth).toBe("exact");
    expect(orThrow(whenBacklogDone(team, both, 0.7)).growth).toBe("bound");
    expect(orThrow(whenBacklogDone(coin, { ...both, growth: arrivals }, 0.05)).growth).toBe("bound");
  });
});

describe("parts and teams", () => {
  test("are refused with all that is wrong", () => {
    const parts = [
      { id: "doors", chances: [0.5, 0.4, 1.1] },
      { id: "lamps", chances: [0.5] },
    ];
    expect(codes(jointDelivery(parts, 0))).toEqual([
      ["predictability/out-of-range", ["features", 0, "chances", 1]],
      ["predictability/out-of-range", ["features", 0, "chances", 2]],
      ["predictability/sample-too-small", ["features", 1, "chances"]],
      ["predictability/out-of-range", ["confidence"]],
    ]);
    expect(codes(jointDelivery([], 0.5))).toEqual([["predictability/sample-too-small", ["features"]]]);
    expect(codes(deliverInOrder(coin, [1, 0, 2.5], 2))).toEqual([
      ["predictability/out-of-range", ["confidence"]],
      ["predictability/not-a-count", ["counts", 1]],
      ["predictability/not-a-count", ["counts", 2]],
    ]);
    expect(codes(deliverInOrder(coin, [], 0.5))).toEqual([["predictability/sample-too-small", ["counts"]]]);
    expect(codes(teamsDistribution([coin, coin], 0))).toEqual([["predictability/out-of-range", ["days"]]]);
    expect(codes(teamsDistribution([], 1))).toEqual([["predictability/sample-too-small", ["forecasts"]]]);
    const flood = orThrow(forecastThroughput(new Array<number>(7).fill(10_000), { model: "iid-bootstrap" }));
    expect(codes(teamsDistribution([coin, flood], 20))).toEqual([["predictability/beyond-horizon", ["forecasts", 1]]]);
  });

  test("do a count together, one team as it does alone, and up to the last day a forecast answers for", () => {
    const forty = [coin, coin].map(() => mixed(3, 5));
    const alone = orThrow(whenDone(forty[0]!, 40, 0.85)).days;
    const one = orThrow(whenTeamsDone([forty[0]!], 40, 0.85));
    expect([one.independent, one.comonotone]).toEqual([alone, alone]);
    const { independent, comonotone } = orThrow(whenTeamsDone(forty, 40, 0.85));
    expect(independent! <= comonotone! && comonotone! < alone).toBe(true);
    const heavy = orThrow(
      forecastThroughput([0, 0, 200, 0, 0, 0, 0, 0, 0, 0], { model: "iid-bootstrap", windowDays: 10 }),
    );
    expect(orThrow(whenTeamsDone([heavy], 5_000, 0.5)).independent).toBe(orThrow(whenDone(heavy, 5_000, 0.5)).days);
    const growth = mixed(1, 3);
    const law = orThrow(backlogLaw({ items: 5_000, growth }));
    expect(orThrow(whenBacklogDone(heavy, law, 0.5)).days).toBeGreaterThan(250);
    expect(codes(whenTeamsDone([none], 0, 2))).toEqual([
      ["predictability/not-a-count", ["count"]],
      ["predictability/out-of-range", ["confidence"]],
      ["predictability/never-on-this-evidence", ["forecasts"]],
    ]);
    expect(codes(whenTeamsDone([], 1, 0.5))).toEqual([["predictability/sample-too-small", ["forecasts"]]]);
    expect(codes(whenTeamsDone([heavy], 90_000, 0.5))).toEqual([["predictability/beyond-horizon", ["count"]]]);
  });

  test("says nothing of a date the days given do not reach", () => {
    const { when } = orThrow(
      jointDelivery(
        [
          { id: "doors", chances: [0.5] },
          { id: "lamps", chances: [0.9] },
        ],
        0.5,
      ),
    );
    expect(when).toEqual({ high: 1 });
  });

  test("with one rank for all add up quantiles", () => {
    const [a, b] = [mixed(3, 5), mixed(1, 4)];
    const laws = [a, b].map((each) => orThrow(forecastDistribution(each, 14)));
    const quantile = (pmf: Float64Array, p: number): number => {
      let sum = 0;
      return pmf.findIndex((share) => {
        sum += share;
        return sum >= p;
      });
    };
    const { comonotone } = orThrow(teamsDistribution([a, b], 14));
    for (let p = 0.0137; p < 1; p += 0.0371)
      expect(quantile(comonotone, p)).toBe(quantile(laws[0]!, p) + quantile(laws[1]!, p));
  });
});

describe("chances under a component, from one walk", () => {
  test.each([
    [0.01, 1, 0.003],
    [3, 1, 0.1],
    [40, 6, 2],
    [500, 1.2, 0.003],
    [5000, 1, 0.003],
  ])("level %d, dispersion %d, drift %d", (level, dispersion, drift) => {
    const component = componentOf(level, dispersion, drift);
    const most = Math.ceil(2 * level) + 30;
    const below = componentBelowEach(component, most);
    for (let count = 0; count < most; count += Math.ceil(most / 60)) {
      const { chance, atMost } = componentUpTo(component, count);
      expect(Math.abs(below[count + 1]! - atMost)).toBeLessThan(1e-10);
      expect(Math.abs(below[count + 1]! - below[count]! - chance)).toBeLessThan(1e-10);
      expect(Math.abs(componentBelow(component, count + 1) - atMost)).toBeLessThan(1e-10);
    }
  });

  test("a count far beyond all likelihood is surely not reached", () => {
    const component = componentOf(0.01, 1, 0.003);
    expect([componentBelow(component, 5000), componentUpTo(component, 5000).atMost]).toEqual([1, 1]);
    expect(componentBelowEach(component, 5000)[5000]).toBeCloseTo(1, 12);
  });
});
