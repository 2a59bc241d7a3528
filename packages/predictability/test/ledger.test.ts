import { readFileSync } from "node:fs";
import { orThrow } from "@evenkeel/kernel";
import { quantile } from "@evenkeel/stats";
import { deepFreeze, sharedData, statedRuns } from "@evenkeel/test-kit";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { extendLedger, judgePromises, type Ledger, type LedgerPromise, measureLedger } from "../src/index.js";
import { anyLedger } from "../src/testing.js";

const day = 86_400_000;
const date = (id: string, due: number, more: Partial<LedgerPromise> = {}): LedgerPromise =>
  ({ id, kind: "date", value: due * day, madeAt: 0, ...more }) as LedgerPromise;
const standings = (ledger: Ledger, now: number): string[] =>
  orThrow(judgePromises(ledger, now * day)).map(({ standing }) => standing);

describe("promises of every kind", () => {
  test("a date is kept up to and including its instant, and judged by when its outcome was recorded", () => {
    const ledger: Ledger = deepFreeze({
      promises: [date("a", 10), date("b", 10), date("c", 10), date("d", 10), date("e", 30)],
      outcomes: [
        { promise: "a", at: 10 * day, value: 10 * day },
        { promise: "b", at: 12 * day, value: 9 * day },
        { promise: "c", at: 4 * day },
      ],
    });
    expect(standings(ledger, 20)).toEqual(["kept", "late", "missed", "missed", "open"]);
    expect(orThrow(measureLedger(ledger, 20 * day))).toMatchObject({
      kept: 1,
      late: 1,
      missed: 2,
      open: 1,
      claimedInTime: 1,
      keptShare: { hits: 1, n: 4 },
    });
  });

  test("work that comes back is not done until it is done again", () => {
    const ledger: Ledger = {
      promises: [date("a", 10), { id: "s", kind: "scope", value: ["x", "y"], due: 10 * day }],
      outcomes: [
        { promise: "a", at: 5 * day, value: 5 * day },
        { promise: "a", at: 14 * day, value: 14 * day },
        { promise: "s", at: 5 * day, value: ["x", "y"] },
      ],
      reopenings: [
        { promise: "a", at: 8 * day },
        { promise: "s", at: 8 * day, items: ["y"] },
      ],
    };
    expect(standings(ledger, 7)).toEqual(["kept", "kept"]);
    expect(standings(ledger, 20)).toEqual(["late", "missed"]);
    expect(orThrow(measureLedger(ledger, 20 * day)).sayDo).toEqual([
      { kind: "scope", promises: 1, committed: 2, done: 1, share: 0.5, added: 0, removed: 0 },
    ]);
  });

  test("a count holds what was delivered by the date; what was added and removed is told apart", () => {
    const ledger: Ledger = {
      promises: [{ id: "c", kind: "count", value: 10, due: 10 * day }],
      revisions: [
        { promise: "c", at: 2 * day, value: 14 },
        { promise: "c", at: 4 * day, value: 11 },
        { promise: "c", at: 11 * day, value: 1 },
      ],
      outcomes: [
        { promise: "c", at: 6 * day, value: 4 },
        { promise: "c", at: 9 * day, value: 8 },
        { promise: "c", at: 12 * day, value: 13 },
      ],
    };
    expect(orThrow(judgePromises(ledger, 20 * day))[0]).toMatchObject({
      standing: "late",
      slipDays: 2,
      revised: [14, 11, 1],
    });
    expect(orThrow(measureLedger(ledger, 20 * day)).sayDo).toEqual([
      { kind: "count", promises: 1, committed: 10, done: 8, share: 0.8, added: 4, removed: 3 },
    ]);
  });

  test("an item that was split is done with the last of its parts", () => {
    const ledger: Ledger = {
      promises: [{ id: "s", kind: "scope", value: ["x"], due: 10 * day }],
      outcomes: [
        { promise: "s", at: 5 * day, value: ["x"] },
        { promise: "s", at: 13 * day, value: ["x2"] },
      ],
      splits: [
        { at: 4 * day, item: "x", into: ["x", "x1"] },
        { at: 5 * day, item: "x1", into: ["x2"] },
      ],
    };
    expect(standings(ledger, 12)).toEqual(["missed"]);
    expect(orThrow(judgePromises(ledger, 20 * day))[0]).toMatchObject({ standing: "late", slipDays: 3 });
    const loop = { ...ledger, splits: [...(ledger.splits ?? []), { at: 6 * day, item: "x2", into: ["x1"] }] };
    expect(standings(loop, 20)).toEqual(["missed"]);
  });

  test("a promise waits for the parts it was split in, and parts are not judged alone", () => {
    const ledger: Ledger = {
      promises: [date("a", 10), date("b", 20, { partOf: "a" }), date("c", 5, { partOf: "b" })],
      outcomes: ["a", "b", "c"].map((promise, at) => ({ promise, at: (8 + at) * day, value: (8 + at) * day })),
    };
    expect(standings(ledger, 30)).toEqual(["kept"]);
    expect(standings({ ...ledger, outcomes: ledger.outcomes?.slice(0, 2) ?? [] }, 30)).toEqual(["missed"]);
  });

  test("effort is kept when no more was spent", () => {
    const effort = (id: string): LedgerPromise => ({ id, kind: "effort", value: 60 });
    const ledger: Ledger = {
      promises: [effort("a"), effort("b"), effort("c")],
      outcomes: [
        { promise: "a", at: 1, value: 60 },
        { promise: "b", at: 1, value: 90 },
        { promise: "b", at: 2, value: 50 },
      ],
    };
    expect(standings(ledger, 1)).toEqual(["kept", "missed", "open"]);
  });

  test("names what cannot be used and leaves it out", () => {
    const ledger: Ledger = {
      promises: [
        date("__proto__", Number.NaN),
        date("late", 1, { madeAt: 2 * day }),
        { id: "none", kind: "scope", value: [], due: 5 },
        { id: "undated", kind: "count", value: 1, due: 0.5 },
        date("sure", 1, { confidence: 85 }),
        date("twin", 1),
        date("twin", 1),
        date("p", 1, { partOf: "q" }),
        date("q", 1, { partOf: "p" }),
        date("r", 1, { partOf: "nobody" }),
        date("good", 5),
      ],
      outcomes: [
        { promise: "nobody", at: 1 },
        { promise: "good", at: -1 },
        { promise: "good", at: 1, value: ["x"] },
        { promise: "good", at: 0.5 },
        { promise: "late", at: 1 },
      ],
      forecasts: [
        { promise: "good", at: 1, chance: 2 },
        { promise: "good", at: 1, low: 5, high: 4 },
        { promise: "good", at: 1, low: 5, p85: 3, high: 9 },
        { promise: "good", at: 1, low: 5 },
      ],
      splits: [{ at: 0.5, item: "x", into: [] }],
    };
    const { issues } = measureLedger(ledger, 10 * day);
    expect(issues.map(({ code, path }) => [code.slice(15), path.join("/")])).toEqual([
      ["wrong-value", "promises/0/value"],
      ["promised-after-date", "promises/1/madeAt"],
      ["wrong-value", "promises/2/value"],
      ["not-a-time", "promises/3/due"],
      ["out-of-range", "promises/4/confidence"],
      ["duplicate-id", "promises/5/id"],
      ["duplicate-id", "promises/6/id"],
      ["unknown-promise", "promises/9/partOf"],
      ["part-of-itself", "promises/7/partOf"],
      ["part-of-itself", "promises/8/partOf"],
      ["not-a-time", "splits/0/at"],
      ["wrong-value", "splits/0/into"],
      ["unknown-promise", "outcomes/0/promise"],
      ["before-promise", "outcomes/1/at"],
      ["wrong-value", "outcomes/2/value"],
      ["not-a-time", "outcomes/3/at"],
      ["out-of-range", "forecasts/0/chance"],
      ["out-of-range", "forecasts/1/low"],
      ["out-of-range", "forecasts/1/high"],
      ["out-of-range", "forecasts/2/low"],
      ["out-of-range", "forecasts/3/low"],
    ]);
    expect(measureLedger(ledger, Number.NaN).issues[0]?.code).toBe("predictability/not-a-time");
    expect(judgePromises(ledger, Number.NaN).ok).toBe(false);
  });
});

describe("honesty of what was stated", () => {
  const stated = (
    confidence: number,
    due: number,
    done?: number,
  ): { promise: LedgerPromise; done: number | undefined } => ({
    promise: date(`${confidence}-${due}`, due, { confidence }),
    done,
  });
  const rows = [stated(0.9, 10, 5), stated(0.9, 11, 15), stated(0.2, 12), stated(0.2, 13, 12)];
  const ledger: Ledger = {
    promises: rows.map(({ promise }) => promise),
    outcomes: rows.flatMap(({ promise, done }) =>
      done === undefined ? [] : [{ promise: promise.id, at: done * day, value: done * day }],
    ),
  };

  test("the Brier score falls into reliability, resolution and uncertainty", () => {
    const { calibration, promisedDates } = orThrow(measureLedger(ledger, 20 * day));
    expect(calibration?.groups.map(({ confidence, hits, n }) => [confidence, hits, n])).toEqual([
      [0.2, 1, 2],
      [0.9, 1, 2],
    ]);
    expect(calibration?.brier).toBeCloseTo((0.01 + 0.81 + 0.04 + 0.64) / 4, 12);
    expect(calibration?.reliability).toBeCloseTo((2 * 0.4 ** 2 + 2 * 0.3 ** 2) / 4, 12);
    expect(calibration?.resolution).toBe(0);
    expect(calibration?.uncertainty).toBe(0.25);
    // Pinball losses 0.1 * 5, 0.9 * 4, 0.2 * 8 (not done on day 20), 0.8 * 1; twice their mean.
    expect(promisedDates).toMatchObject({ n: 4, kept: { hits: 2 }, width: 11 });
    expect(promisedDates?.crps).toBeCloseTo((2 * (0.5 + 3.6 + 1.6 + 0.8)) / 4, 12);
  });

  test("slip is told in days and as a share of the time that was given", () => {
    const { slipDays, slipRatio } = orThrow(measureLedger(ledger, 20 * day));
    expect(slipDays).toEqual({ p50: -1 });
    expect(slipRatio).toEqual({ p50: -1 / 13 });
  });

  test("notice counts from the first warning to the date; false alarms stand beside it", () => {
    const forecasts = [
      { promise: "0.9-11", at: 2 * day, chance: 0.8 },
      { promise: "0.9-11", at: 5 * day, chance: 0.4 },
      { promise: "0.9-11", at: 7 * day, chance: 0.6 },
      { promise: "0.2-12", at: 3 * day, chance: 0.7 },
      { promise: "0.2-12", at: 14 * day, chance: 0.1 },
      { promise: "0.2-13", at: 4 * day, chance: 0.2 },
    ];
    expect(orThrow(measureLedger({ ...ledger, forecasts }, 20 * day)).lateNotice).toEqual({
      n: 2,
      unwarned: 1,
      p50: 6,
      p85: 0,
      falseAlarms: 1,
    });
  });

  test("surprises are judged by the first interval, with its width and score beside them", () => {
    const forecasts = [
      { promise: "0.9-10", at: day, low: 4 * day, high: 8 * day },
      { promise: "0.9-11", at: day, low: 4 * day, high: 14 * day, p85: 9 * day },
      { promise: "0.9-11", at: 2 * day, low: 14 * day, high: 16 * day },
      { promise: "0.2-12", at: day, low: 9 * day, high: 30 * day },
    ];
    const [record] = orThrow(measureLedger({ ...ledger, forecasts }, 20 * day)).intervals;
    expect(record).toMatchObject({ kind: "date", unit: "days", surprises: { hits: 1, n: 2 }, width: 4 });
    // 0.05 and 0.95 stand for half the levels each; with 0.85 between them for 0.45, 0.45 and 0.1.
    const first = 2 * (0.5 * 0.05 * 1 + 0.5 * 0.05 * 3);
    const other = 2 * (0.45 * 0.05 * 11 + 0.45 * 0.85 * 6 + 0.1 * 0.95 * 1);
    expect(record?.crps).toBeCloseTo((first + other) / 2, 12);
    const [later] = orThrow(measureLedger({ ...ledger, forecasts }, 31 * day)).intervals;
    expect(later?.surprises).toMatchObject({ hits: 2, n: 3 });
  });

  test("stability is the way of the 85 % date, net of what the items done explain", () => {
    const issued = [
      { at: 0, p85: 10 * day, left: 10 },
      { at: 7 * day, p85: 11 * day, left: 4 },
      { at: 14 * day, p85: 17 * day, left: 4 },
    ].map((row) => ({ promise: "p", ...row }));
    const found = orThrow(measureLedger({ promises: [date("p", 12)], forecasts: issued }, 20 * day)).stability;
    // Day 7: 4 of 10 items in 10 days put the date to day 11, as said. Day 14: 4 items in 4 days: day 18, said 17.
    expect(found).toEqual({ n: 1, changePerWeek: 3.5, unexplainedPerWeek: 0 });
    const plain = issued.map(({ left: _left, ...row }) => row);
    expect(orThrow(measureLedger({ promises: [date("p", 12)], forecasts: plain }, 20 * day)).stability).toEqual({
      n: 1,
      changePerWeek: 3.5,
      unexplainedPerWeek: 3.5,
    });
  });
});

/** What a clerk would say who reads the records of a promise one by one, in the order of time. */
function clerk(ledger: Required<Ledger>, promise: LedgerPromise, now: number): string {
  const about = <T extends { promise: string; at: number }>(rows: readonly T[]): T[] =>
    rows.filter((row) => row.promise === promise.id && row.at <= now);
  const times = new Set([...about(ledger.outcomes), ...about(ledger.reopenings)].map((row) => row.at));
  let [done, amount, since] = [new Set<string>(), -1, Number.NaN];
  const isFulfilled = (): boolean => {
    if (promise.kind === "scope") return promise.value.every((item) => done.has(item));
    return promise.kind === "date" ? amount >= 0 : amount >= promise.value;
  };
  for (const time of [...times].sort((a, b) => a - b)) {
    const reported = about(ledger.outcomes).filter((row) => row.at === time);
    const reopened = about(ledger.reopenings).some((row) => row.at === time);
    for (const { value } of reported) if (typeof value === "object") for (const item of value) done.add(item);
    const amounts = reported.flatMap(({ value }) => (typeof value === "number" ? [value] : []));
    if (amounts.length > 0) amount = promise.kind === "date" ? 0 : Math.min(...amounts);
    if (reopened) [done, amount] = [new Set(), -1];
    if (!isFulfilled()) since = Number.NaN;
    else if (Number.isNaN(since)) since = time;
  }
  const due = promise.kind === "date" ? promise.value : promise.kind === "effort" ? Number.NaN : promise.due;
  if (!Number.isNaN(since)) return since <= due ? "kept" : "late";
  return due < now ? "missed" : "open";
}

test("agrees with a clerk who reads the records one by one", () => {
  fc.assert(
    fc.property(anyLedger, fc.nat(70 * day), (any, now) => {
      const promises = any.promises.filter(({ kind }) => kind !== "effort");
      const ledger = { ...any, promises };
      const judged = orThrow(judgePromises(ledger, now));
      for (const row of judged) {
        const promise = promises.find(({ id }) => id === row.id) as LedgerPromise;
        expect([row.id, row.standing]).toEqual([row.id, clerk(ledger, promise, now)]);
      }
      expect(judged.length).toBe(promises.length);
    }),
    { numRuns: statedRuns(10_000) },
  );
});

test("an extended ledger keeps what was written and names what was done to it", () => {
  const earlier: Ledger = deepFreeze({
    promises: [date("a", 10), date("b", 10)],
    outcomes: [{ promise: "a", at: 12 * day, value: 12 * day }],
  });
  const later: Ledger = deepFreeze({
    promises: [date("b", 15), date("c", 30, { madeAt: 21 * day }), date("d", 30, { madeAt: 3 * day })],
    outcomes: [{ promise: "a", at: 9 * day, value: 9 * day }],
  });
  const held = extendLedger(earlier, later, 20 * day);
  expect(held.issues.map(({ code, subject }) => [code.slice(15), subject[0]])).toEqual([
    ["record-removed", "a"],
    ["record-removed", "b"],
    ["record-rewritten", "b"],
    ["record-backdated", "d"],
    ["record-removed", "a"],
    ["record-backdated", "a"],
  ]);
  expect(held.ok && held.value).toEqual({
    promises: [...earlier.promises, later.promises[1]],
    outcomes: earlier.outcomes,
  });
  expect(extendLedger(earlier, earlier, 20 * day)).toMatchObject({ ok: true, value: earlier, issues: [] });
  expect(extendLedger(earlier, later, Number.NaN).ok).toBe(false);
});

describe("the published totals of the shared commitments", () => {
  function table(file: string): { rows: string[][]; column: (name: string) => number } {
    const cells = [...readFileSync(file, "utf8").matchAll(/("(?:[^"]|"")*"|[^,\r\n]*)(,|\r?\n|$)/g)];
    const rows: string[][] = [[]];
    for (const [, cell = "", end] of cells) {
      rows.at(-1)?.push(cell);
      if (end !== ",") rows.push([]);
    }
    const [head = [], ...rest] = rows.filter((row) => row.length > 1);
    return { rows: rest, column: (name) => head.indexOf(name) };
  }

  test.each([
    ["apache", 120, 348, -4],
    ["jboss", 174, 369, -1],
    ["mongodb", 469, 765, 0],
  ])("sprints of %s: what was met, and the median difference", (name, met, all, median) => {
    const file = sharedData("commitments", "sprints", `${name}_iteration_0.csv`);
    if (file === undefined) return;
    const { rows, column } = table(file);
    const fields = ["vel_diff", "vel_starttime", "vel_added", "vel_removed"].map(column);
    const sprints = rows
      .map((row) => fields.map((at) => (row[at]?.trim() ? Number(row[at]) : Number.NaN)))
      .filter((values) => values.every(Number.isFinite)) as [number, number, number, number][];
    const due = day;
    const ledger: Ledger = {
      promises: sprints.map(([, start, added, removed], at) => ({
        id: `${at}`,
        kind: "count",
        value: start + added - removed,
        due,
        basis: "sprint",
      })),
      outcomes: sprints.map(([diff, start, added, removed], at) => ({
        promise: `${at}`,
        at: due,
        value: start + added - removed + diff,
      })),
    };
    const record = measureLedger(ledger, 2 * day, { basis: "sprint" });
    expect(record.issues).toEqual([]);
    expect(orThrow(record)).toMatchObject({ kept: met, promises: all, missed: all - met });
    expect(
      orThrow(
        quantile(
          sprints.map(([diff]) => diff),
          0.5,
        ),
      ),
    ).toBe(median);
  });

  test.each([
    ["apache", 2606, 6289, 21, 501],
    ["javanet", 2614, 16_326, 12, 137],
    ["jira", 1258, 4428, 40, 127.3],
    ["mulesoft", 1328, 8269, 39, 132],
  ])("due dates of %s: what was late, and by how much", (name, late, all, p50, p90) => {
    const file = sharedData("commitments", "duedates", `${name}.csv`);
    if (file === undefined) return;
    const { rows, column } = table(file);
    const delays = rows.map((row) => Number(row[column("delaydays")]));
    const due = 10_000;
    const ledger: Ledger = {
      promises: delays.map((_none, at) => date(`${at}`, due)),
      outcomes: delays.map((days, at) => ({ promise: `${at}`, at: (due + days) * day, value: (due + days) * day })),
    };
    expect(orThrow(measureLedger(ledger, 1e15))).toMatchObject({ late, kept: all - late, missed: 0 });
    const slips = orThrow(judgePromises(ledger, 1e15)).flatMap(({ standing, slipDays }) =>
      standing === "late" && slipDays !== undefined ? [slipDays] : [],
    );
    expect(orThrow(quantile(slips, 0.5))).toBeCloseTo(p50, 9);
    expect(orThrow(quantile(slips, 0.9))).toBeCloseTo(p90, 1);
  });
});
