import { orThrow } from "@evenkeel/kernel";
import { deepFreeze } from "@evenkeel/test-kit";
import { describe, expect, test } from "vitest";
import { forecastThroughput, type LedgerPromise, measureLedger, safeToPromise } from "../src/index.js";

const daily = deepFreeze([1, 0, 1, 0, 1, 0, 1, 0]);
const forecast = orThrow(forecastThroughput(daily, { model: "iid-bootstrap", firstDay: 100 }));
const stated = (id: string, confidence: number, kept: boolean) => ({ id, confidence, kept });
const rows = [stated("a", 0.8, true), stated("b", 0.8, false), stated("c", 0.9, true), stated("d", 0.5, true)];
const record = orThrow(
  measureLedger(
    {
      promises: rows.map(({ id, confidence }): LedgerPromise => ({ id, kind: "date", value: 5, confidence })),
      outcomes: rows.flatMap(({ id, kept }) => (kept ? [{ promise: id, at: 4, value: 4 }] : [])),
    },
    10,
  ),
);

describe("safe to promise", () => {
  test("gives the date for a chance and the chance of a date, the record beside them", () => {
    const safe = orThrow(safeToPromise(forecast, { count: 3, confidence: 0.82, days: 4 }, record));
    // Independent days of 0 or 1 with equal chance: P(at least 3 of 4) = 5/16.
    expect(safe).toMatchObject({
      count: 3,
      date: { confidence: 0.82, days: 8, day: 107 },
      byDate: { days: 4, day: 103, chance: 0.3125 },
      alike: { confidence: 0.8, hits: 1, n: 2 },
    });
    expect(safe.record).toBe(record);
  });

  test("sets a date's chance beside promises with a chance like it, where there are some", () => {
    const { alike } = orThrow(safeToPromise(forecast, { count: 1, days: 1 }, record));
    expect(alike).toMatchObject({ confidence: 0.5, hits: 1, n: 1 });
    expect(orThrow(safeToPromise(forecast, { count: 3, days: 4 }, record)).alike).toBeUndefined();
  });

  test("answers what can be answered, and says why the rest cannot", () => {
    const half = safeToPromise(forecast, { count: 3, confidence: 0.85, days: 0 }, record);
    expect(half).toMatchObject({ ok: true, value: { date: { days: 8 } } });
    expect(half.issues.map(({ code, path }) => [code, path])).toEqual([["predictability/out-of-range", ["days"]]]);
    const none = safeToPromise(forecast, { count: 0, confidence: 0.85, days: 4 }, record);
    expect([none.ok, none.issues.map(({ code }) => code)]).toEqual([false, ["predictability/not-a-count"]]);
    expect(safeToPromise(forecast, { count: 1 }, record).issues[0]?.code).toBe("predictability/nothing-asked");
    const idle = orThrow(forecastThroughput([0, 0, 0, 0, 0, 0, 0], { model: "iid-bootstrap" }));
    const never = safeToPromise(idle, { count: 1, confidence: 0.85, days: 4 }, record);
    expect(never.issues.map(({ code }) => code)).toEqual(["predictability/never-on-this-evidence"]);
    expect(never.ok && never.value.byDate?.chance).toBe(0);
  });
});
