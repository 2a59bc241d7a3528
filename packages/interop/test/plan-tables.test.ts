import { orThrow } from "@evenkeel/kernel";
import { describe, expect, it } from "vitest";
import { planDuration, planLink } from "../src/mapped/plan-texts.js";
import { readMappedCsv } from "../src/mapped-csv.js";

const lines = (...rows: readonly string[]): string => rows.map((row) => `${row}\n`).join("");

/** As MS Project saves a table. */
const saved = lines(
  "ID,Task_Mode,Name,Duration,Start,Finish,Predecessors,Outline_Level,Resource_Names,% Complete",
  "1,Auto Scheduled,Harbour wall,15 days,Mon 1/5/26,Fri 1/23/26,,1,,0%",
  '2,Auto Scheduled,Dig,5 days,Mon 1/5/26,Fri 1/9/26,,2,"Ada[50%],Bo",100%',
  "3,Auto Scheduled,Pour,5 days?,Mon 1/12/26,Fri 1/16/26,2,2,Bo,40%",
  "4,Auto Scheduled,Cure,3 edays,Sat 1/17/26,Tue 1/20/26,3FS+1 day,2,,0%",
  '5,Auto Scheduled,Opened,0 days,Fri 1/23/26,Fri 1/23/26,"4,3SS+50%",1,,0%',
);

/** As a sheet of a planning service is saved: no ids, links by the number of the row. */
const sheet = lines(
  "Task Name,Start,Finish,Predecessors,Assigned To",
  "Dig,2026-01-05,2026-01-09,,Ada",
  "Pour,2026-01-12,2026-01-16,1,Bo",
  "Cure,2026-01-19,2026-01-30,2FS +2d,Bo",
);

describe("tables of plans", () => {
  const imported = orThrow(readMappedCsv(saved));
  const items = new Map(imported.plan.items?.map((item) => [item.id, item]));

  it("reads durations, shares and the outline", () => {
    expect(items.get("1")).toMatchObject({ kind: "summary", schedule: { kind: "summary" } });
    expect(items.get("2")).toMatchObject({
      parentId: "1",
      stateId: "done",
      schedule: { durationMinutes: 2400, shownUnit: "days" },
    });
    expect(items.get("3")?.schedule).toMatchObject({ durationMinutes: 2400, estimated: true, percentComplete: 0.4 });
    expect(items.get("4")?.schedule).toMatchObject({ durationMinutes: 3 * 1440, elapsed: true });
    expect(items.get("5")).toMatchObject({ kind: "milestone", schedule: { durationMinutes: 0 } });
  });

  it("takes planned dates as planned, and those of done work as when it happened", () => {
    expect(items.get("2")).toMatchObject({ startedAt: "2026-01-05", finishedAt: "2026-01-09" });
    expect(items.get("3")?.startedAt).toBe("2026-01-12");
    expect(items.get("3")?.finishedAt).toBeUndefined();
    expect(items.get("4")?.startedAt).toBeUndefined();
    expect(imported.plan.schedules).toMatchObject([{ kind: "imported", items: { length: 5 } }]);
    expect(imported.plan.schedules?.[0]?.items[3]).toEqual({ itemId: "4", start: "2026-01-17", finish: "2026-01-20" });
  });

  it("reads links with types and lags", () => {
    expect(imported.plan.dependencies).toEqual([
      { id: "2>3", predecessorId: "2", successorId: "3", type: "FS" },
      {
        id: "3>4",
        predecessorId: "3",
        successorId: "4",
        type: "FS",
        lag: { amount: 480, unit: "minutes", basis: "working" },
      },
      { id: "4>5", predecessorId: "4", successorId: "5", type: "FS" },
      {
        id: "3>5:SS",
        predecessorId: "3",
        successorId: "5",
        type: "SS",
        lag: { amount: 0.5, unit: "percent", basis: "working" },
      },
    ]);
  });

  it("reads the shares of people", () => {
    expect(imported.plan.assignments).toMatchObject([
      { id: "2:Ada", personId: "Ada", units: 0.5 },
      { id: "2:Bo", personId: "Bo" },
      { id: "3:Bo", personId: "Bo" },
    ]);
  });

  it("counts rows where they have no ids, and working days where there are no durations", () => {
    const { plan, report } = orThrow(readMappedCsv(sheet));
    expect(plan.dependencies?.map(({ predecessorId, successorId }) => [predecessorId, successorId])).toEqual([
      ["row-2", "row-3"],
      ["row-3", "row-4"],
    ]);
    expect(plan.items?.map(({ schedule }) => schedule?.durationMinutes)).toEqual([5 * 480, 5 * 480, 10 * 480]);
    expect(plan.items?.map(({ startedAt }) => startedAt)).toEqual([undefined, undefined, undefined]);
    expect(plan.items?.[0]?.constraints).toEqual([{ kind: "startNoEarlierThan", at: "2026-01-05" }]);
    expect(plan.items?.[1]?.constraints).toBeUndefined();
    expect(report.issues).toEqual([]);
  });

  it("makes a tree of WBS codes, in any order of rows", () => {
    const { plan } = orThrow(
      readMappedCsv(lines("WBS,Task,Duration", "1.2,Pour,2d", "1,Wall,5d", "1.2.1,Mix,1d", "2,Crane,1w")),
    );
    const titles = new Map(plan.items?.map(({ id, title }) => [id, title]));
    expect(plan.items?.map(({ title, parentId }) => [title, titles.get(parentId ?? "")])).toEqual([
      ["Pour", "Wall"],
      ["Wall", undefined],
      ["Mix", "Pour"],
      ["Crane", undefined],
    ]);
  });

  it("leaves a start and an end of a tracker what they were", () => {
    const { plan } = orThrow(readMappedCsv(lines("Task,Start,End", "Dig,2026-01-05,2026-01-09", "Pour,2026-01-12,")));
    expect(plan.items?.map(({ startedAt, finishedAt }) => [startedAt, finishedAt])).toEqual([
      ["2026-01-05", "2026-01-09"],
      ["2026-01-12", undefined],
    ]);
  });

  it("takes numbers that are a tracker's ids for no plan", () => {
    const rows = lines("ID,Title,Start date,Blocked by", "12,Dig,2026-01-05,", "13,Pour,2026-01-12,12");
    const { plan } = orThrow(readMappedCsv(rows));
    expect(plan.items?.map(({ startedAt }) => startedAt)).toEqual(["2026-01-05", "2026-01-12"]);
    expect(plan.dependencies).toMatchObject([{ id: "12>13", type: "FS" }]);
  });

  it.each([
    ["5", 2400],
    ["1,5 wks", 3600],
    ["2 mons", 19200],
    ["90 min", 90],
    ["~4h", 240],
    ["1 eweek", 10080],
    ["soon", undefined],
    ["3 apples", undefined],
  ])("reads the duration %s", (text, minutes) => {
    expect(planDuration(text)?.minutes).toBe(minutes);
  });

  it.each([
    ["12", "12", "FS", undefined],
    ["12ss", "12", "SS", undefined],
    ["7FF-2 wks", "7", "FF", -4800],
    ["7FS+3 edays", "7", "FS", 4320],
    ["Dig SF+1h", "Dig", "SF", 60],
  ])("reads the link %s", (text, reference, type, minutes) => {
    expect(planLink(text)).toMatchObject({ reference, type });
    expect(planLink(text)?.lag?.amount).toBe(minutes);
  });
});
