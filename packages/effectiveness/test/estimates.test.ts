import { readFileSync } from "node:fs";
import { orThrow } from "@evenkeel/kernel";
import { deepFreeze, sharedData } from "@evenkeel/test-kit";
import { describe, expect, test } from "vitest";
import { estimatesFromPlan } from "../src/from-plan.js";
import { type EstimateRow, measureEstimates } from "../src/index.js";

const day = 86_400_000;

describe("honesty of estimates", () => {
  const rows: readonly EstimateRow[] = deepFreeze([
    { id: "a", estimate: 4, actual: 4, estimatedAt: 2, startedAt: 1 },
    { id: "b", estimate: 4, actual: 4.2, estimatedAt: 1, startedAt: 1 },
    { id: "c", estimate: 2.5, actual: 2.5 },
    { id: "d", estimate: 8, actual: 20 },
    { id: "e", estimate: 8, actual: 3 },
    { id: "f", estimate: 0, actual: 3 },
    { id: "g", estimate: 3, actual: 0 },
  ]);

  test("quantiles of actual over estimate, and signs of copying", () => {
    const found = orThrow(measureEstimates(rows));
    expect(found).toMatchObject({
      n: 5,
      leftOut: 2,
      within: { hits: 3, n: 5 },
      withinDouble: { hits: 3 },
      exact: { hits: 2 },
      signals: {
        exactOfNear: { hits: 2, n: 3 },
        exactOfBroken: { hits: 1, n: 2 },
        wholeEstimates: { hits: 4 },
        wholeActuals: { hits: 3 },
        commonest: { value: 4, share: 0.4 },
        afterStart: { hits: 1, n: 2 },
      },
    });
    expect(found.ratio.p50).toBe(1);
    // Ratios 0.375, 1, 1, 1.05, 2.5: 85 % lies 0.4 of the way from the fourth to the fifth.
    expect(found.ratio.p85).toBeCloseTo(1.05 + 0.4 * 1.45, 12);
  });

  test("refuses what is no amount, all at once, and a team without estimates", () => {
    const faults = measureEstimates([
      { id: "__proto__", estimate: -1, actual: Number.NaN },
      { id: "b", estimate: 1, actual: Number.POSITIVE_INFINITY },
    ]);
    expect(faults.issues.map(({ code, path }) => [code.slice(14), path.join("/")])).toEqual([
      ["impossible-value", "0/estimate"],
      ["impossible-value", "0/actual"],
      ["impossible-value", "1/actual"],
    ]);
    expect(measureEstimates([{ id: "a", estimate: 0, actual: 1 }]).issues[0]?.code).toBe(
      "effectiveness/sample-too-small",
    );
  });

  test("reads finished items: logged effort first, and when the estimate was written", () => {
    const original = (amount: number) => [
      { of: "effort" as const, basis: "original" as const, value: { kind: "single" as const, amount } },
    ];
    const item = (id: string, amount: number) => ({
      id,
      title: id,
      kind: "task" as const,
      estimates: original(amount),
    });
    const plan = {
      formatVersion: 1 as const,
      items: [
        { ...item("A", 60), startedAt: "1970-01-02", finishedAt: "1970-01-03" },
        { ...item("B", 90), finishedAt: "1970-01-03" },
        item("C", 30),
      ],
      assignments: ["A", "B"].map((itemId) => ({
        id: itemId,
        itemId,
        role: "responsible" as const,
        actualEffortMinutes: 45,
      })),
    };
    const base = { subject: { table: "items", id: "A" }, source: "exact" } as const;
    const events = [{ ...base, id: "1", at: "1970-01-03", type: "estimated", of: "effort", to: 60 } as const];
    const records = {
      formatVersion: 1 as const,
      loggedEffort: [{ id: "l", itemId: "A", on: "1970-01-02", minutes: 75 }],
    };
    expect(estimatesFromPlan(plan, { formatVersion: 1, events }, records)).toEqual([
      { id: "A", estimate: 60, actual: 75, estimatedAt: 2 * day, startedAt: day },
      { id: "B", estimate: 90, actual: 45 },
    ]);
  });

  test.each([
    ["sip-pc2", 4062, 73.5, 41.2, ["1.00", "1.50", "2.89"], 81.3],
    ["sip-pc18", 2286, 65.9, 35.7, ["1.00", "2.00", "3.86"], 78.1],
    ["cesaw-613", 2883, 64.8, 21.2, ["1.00", "1.80", "4.29"], 67.3],
    ["renzo", 7282, 72.8, 53.3, ["1.00", "2.00", "3.00"], 90.4],
  ] as const)("reproduces the published totals of %s", (name, n, within, exact, ratio, double) => {
    const file = sharedData("histories", `${name}.csv`);
    if (file === undefined) return;
    const [head = "", ...lines] = readFileSync(file, "utf8").trim().split(/\r?\n/);
    const [estimate, actual] = ["estimate", "actual"].map((column) => head.split(",").indexOf(column));
    const rows = lines.map((line): EstimateRow => {
      const cells = line.split(",");
      return { id: cells[0] ?? "", estimate: Number(cells[estimate ?? 0]), actual: Number(cells[actual ?? 0]) };
    });
    const found = orThrow(measureEstimates(rows));
    const percent = ({ share }: { share: number }): number => Number((share * 100).toFixed(1));
    expect(found.n).toBe(n);
    expect([percent(found.within), percent(found.exact), percent(found.withinDouble)]).toEqual([within, exact, double]);
    expect([found.ratio.p50, found.ratio.p85, found.ratio.p95].map((value) => value.toFixed(2))).toEqual([...ratio]);
  });
});
