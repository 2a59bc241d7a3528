import { deepFreeze } from "@evenkeel/test-kit";
import { describe, expect, test } from "vitest";
import { expiredRecords, keptRecords, type WorkPlan, type WorkRecords } from "../src/index.js";

const plan: WorkPlan = {
  formatVersion: 1,
  people: [
    { id: "ana", name: "Ana" },
    { id: "ben", name: "Ben", private: true },
  ],
};
const records: WorkRecords = deepFreeze({
  formatVersion: 1,
  retention: [{ keepDays: 90 }, { table: "leave", keepDays: 730 }],
  contactEvents: [
    { id: "old", personId: "ana", at: "2026-01-10T23:59:59Z", kind: "mail" },
    { id: "last day", personId: "ana", at: "2026-01-11T00:00:00Z", kind: "mail" },
    { id: "of ben", personId: "ben", at: "2026-04-01T20:00:00Z", kind: "call" },
  ],
  leave: [{ id: "l", personId: "ana", from: "2025-02-03", to: "2025-02-07", kind: "annual" }],
  optOuts: [{ id: "open", personId: "ana", rule: "x", from: "2020-01-01" }],
  incidents: [{ id: "nobody's", at: "2026-04-01T20:00:00Z" }],
});
const now = Date.UTC(2026, 3, 11, 8);
const ids = (rows: readonly { readonly id: string }[] | undefined) => rows?.map(({ id }) => id);

describe("records and the time they are kept", () => {
  test("a row is kept through its last day and the stated days, a table's own number first, what is open always", () => {
    expect(expiredRecords(records, now)).toEqual([{ table: "contactEvents", id: "old", days: 1 }]);
    expect(expiredRecords(records, Date.UTC(2026, 3, 12)).map(({ id, days }) => [id, days])).toEqual([
      ["last day", 1],
      ["old", 2],
    ]);
    expect(expiredRecords({ ...records, retention: [] }, now)).toEqual([]);
  });

  test("the shorter of two times holds", () => {
    const retention = [
      { keepDays: 9000 },
      { table: "leave" as const, keepDays: 900 },
      { table: "leave" as const, keepDays: 1 },
    ];
    expect(ids(expiredRecords({ ...records, retention }, now))).toEqual(["l"]);
  });

  test("what is past its time is left out and told by table alone; what is no number of days opens nothing", () => {
    const kept = keptRecords(records, plan, now, "ben");
    expect(ids(kept.records.contactEvents)).toEqual(["last day", "of ben"]);
    expect(kept.issues.map(({ code, path, facts }) => [code, path, facts])).toEqual([
      ["core/records-expired", ["contactEvents"], { table: "contactEvents", keepDays: 90 }],
    ]);
    for (const keepDays of [-1, 1.5, Number.NaN]) {
      const wrong = keptRecords({ ...records, retention: [{ table: "leave", keepDays }] }, plan, now);
      expect(wrong.issues.map(({ code, path }) => [code, path])).toEqual([
        ["core/retention-without-days", ["retention", 0, "keepDays"]],
      ]);
      expect(wrong.records.leave).toEqual([]);
    }
  });

  test("records of a private person are for that person only; rows that name nobody stay", () => {
    const rows = (reader?: string) => ids(keptRecords(records, plan, now, reader).records.contactEvents);
    expect([rows(), rows("ana"), rows("ben")]).toEqual([["last day"], ["last day"], ["last day", "of ben"]]);
    expect(ids(keptRecords(records, plan, now).records.incidents)).toEqual(["nobody's"]);
    expect(keptRecords({ formatVersion: 1 }, plan, now)).toEqual({ records: { formatVersion: 1 }, issues: [] });
  });
});
