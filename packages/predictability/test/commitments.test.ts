import { readFileSync } from "node:fs";
import { type Issue, orThrow } from "@evenkeel/kernel";
import { quantile } from "@evenkeel/stats";
import { deepFreeze, sharedData } from "@evenkeel/test-kit";
import { describe, expect, test } from "vitest";
import { measureCommitments, type PromiseRow } from "../src/index.js";

const day = 86_400_000;
const rows: readonly PromiseRow[] = deepFreeze([
  { id: "kept", due: 10 * day, state: "met", resolvedAt: 10 * day, probability: 0.9 },
  {
    id: "late",
    due: 10 * day,
    state: "met",
    resolvedAt: 14 * day,
    probability: 0.9,
    revisions: [{ at: 9 * day, due: 15 * day }],
  },
  { id: "overdue", due: 12 * day, state: "open", probability: 0.5 },
  { id: "not due", due: 40 * day, state: "open" },
  { id: "taken back", due: 18 * day, state: "withdrawn", resolvedAt: 15 * day },
  { id: "missed", due: 9 * day, state: "missed", resolvedAt: 9 * day },
  { id: "later", madeAt: 21 * day, due: 30 * day, state: "open" },
]);

describe("the record of promises", () => {
  test("scores against the first date", () => {
    const record = orThrow(measureCommitments(rows, 20 * day));
    expect(record).toMatchObject({ kept: 1, missed: 3, open: 1, withdrawn: 1, renegotiated: 1 });
    expect(record.keptShare).toMatchObject({ hits: 1, n: 5, share: 0.2 });
    expect(record.calibration.map(({ probability, hits, n }) => [probability, hits, n])).toEqual([
      [0.5, 0, 1],
      [0.9, 1, 2],
    ]);
    expect(record.brier).toBeCloseTo((0.01 + 0.81 + 0.25) / 3, 12);
    // One of six promises is not due, two of the other five will never be met: only two ended, on time and 4 days late.
    expect(record.slipDays).toEqual({});
    const met = rows.filter(({ state }) => state === "met" || state === "open");
    expect(orThrow(measureCommitments(met, 20 * day)).slipDays).toEqual({ p50: 4 });
  });

  test("leaves out rows that cannot be judged and names them", () => {
    const odd: PromiseRow[] = [
      { id: "__proto__", due: NaN, state: "open" },
      { id: "undated", due: 5, state: "met" },
      { id: "sure", due: 5, state: "open", probability: 85 },
      { id: "twin", due: 5, state: "open" },
      { id: "twin", due: 5, state: "open" },
    ];
    const record = measureCommitments(odd, 10);
    expect(record.ok && record.value.missed).toBe(0);
    expect(record.issues.map(({ code, subject }: Issue) => [code, subject])).toEqual([
      ["predictability/not-a-time", ["__proto__"]],
      ["predictability/resolved-without-date", ["undated"]],
      ["predictability/out-of-range", ["sure"]],
      ["predictability/duplicate-id", ["twin"]],
      ["predictability/duplicate-id", ["twin"]],
    ]);
    expect(orThrow(measureCommitments([], 0))).toMatchObject({ kept: 0, calibration: [], slipDays: {} });
  });

  const published: [string, number, number, number, number][] = [
    ["apache", 2606, 6289, 21, 501],
    ["javanet", 2614, 16_326, 12, 137],
    ["jira", 1258, 4428, 40, 127.3],
    ["mulesoft", 1328, 8269, 39, 132],
  ];
  test.each(published)("reproduces the published totals of %s", (name, late, all, p50, p90) => {
    const file = sharedData("commitments", "duedates", `${name}.csv`);
    if (file === undefined) return;
    const [head, ...lines] = readFileSync(file, "utf8").trim().split("\n");
    const column = (head ?? "").split(",").indexOf("delaydays");
    const delays = lines.map((line) => Number(line.split(",")[column]));
    const promises = delays.map(
      (days, at): PromiseRow => ({ id: `${at}`, due: 0, state: "met", resolvedAt: days * day }),
    );
    const record = orThrow(measureCommitments(promises, 1e15));
    expect([record.missed, record.kept + record.missed]).toEqual([late, all]);
    const slips = delays.filter((days) => days > 0);
    const at = (p: number): number => {
      const found = quantile(slips, p);
      return found.ok ? found.value : Number.NaN;
    };
    expect(at(0.5)).toBeCloseTo(p50, 9);
    expect(at(0.9)).toBeCloseTo(p90, 1);
  });
});
