import { readFileSync } from "node:fs";
import { orThrow } from "@evenkeel/kernel";
import { sharedData } from "@evenkeel/test-kit";
import { describe, expect, test } from "vitest";
import { readXer } from "../src/xer.js";
import { xer } from "./samples.js";

const { plan, report } = orThrow(readXer(xer));
const item = (id: string) => plan.items?.find((row) => row.id === id);

describe("a Primavera text file", () => {
  test("gives each project its dates, options and the name of its own node", () => {
    expect(plan.projects?.[0]).toMatchObject({
      id: "1",
      name: "Harbour pier",
      calendarId: "10",
      dataDate: "2026-03-04T08:00",
      start: "2026-03-02T00:00",
      scheduling: {
        preset: "primavera",
        criticalBy: "totalFloat",
        criticalFloatMinutes: 480,
        lagCalendar: "continuous",
        progressMode: "actualDates",
        floatType: "least",
        startLagFrom: "actualStart",
        usesExpectedFinish: true,
        multipleCriticalPaths: false,
        ignoresOtherProjects: false,
      },
      customFields: { guid: "x" },
    });
    expect(plan.projects?.[0]?.mustFinishBy).toBeUndefined();
  });

  test("reads hours whichever way they are written: order, blanks, past midnight, around the clock, by date", () => {
    const [standard, nights] = plan.calendars ?? [];
    expect(standard?.week).toEqual({
      sunday: [],
      monday: [
        { from: 480, to: 720 },
        { from: 780, to: 1020 },
      ],
      tuesday: [{ from: 1320, to: 1800 }],
      saturday: [],
    });
    expect(standard?.exceptions).toEqual([
      { from: "2026-01-01", to: "2026-01-01", intervals: [] },
      { from: "2026-01-02", to: "2026-01-02", intervals: [{ from: 480, to: 1440 }] },
    ]);
    expect(nights).toMatchObject({ parentId: "10", week: { monday: [{ from: 0, to: 1440 }] } });
  });

  test("hangs activities under the nodes of the breakdown, the project's own node aside", () => {
    expect(plan.items?.map(({ id, kind, parentId }) => [id, kind, parentId])).toEqual([
      ["wbs-21", "summary", undefined],
      ["100", "task", "wbs-21"],
      ["101", "task", "wbs-21"],
      ["102", "milestone", "wbs-21"],
      ["103", "task", undefined],
    ]);
  });

  test("reads hours as minutes, two constraints, what is done, and what drives a duration", () => {
    expect(item("100")).toMatchObject({
      title: "Dig",
      stateId: "doing",
      labels: ["Area: North"],
      sources: [{ tool: "xer", id: "100", key: "A100" }],
      schedule: {
        kind: "task",
        drivenBy: "duration",
        durationType: "fixedDuration",
        durationMinutes: 960,
        remainingMinutes: 510,
        physicalPercentComplete: 0.25,
        percentCompleteType: "physical",
        actualStart: "2026-03-02T08:00",
        expectedFinish: "2026-03-06T17:00",
      },
      constraints: [
        { kind: "startOn", at: "2026-03-02T08:00" },
        { kind: "finishNoLaterThan", at: "2026-03-09T00:00" },
      ],
    });
    expect(item("101")).toMatchObject({
      schedule: { drivenBy: "assignments", durationType: "fixedWork" },
      constraints: [{ kind: "asLateAsPossible" }],
    });
    expect(item("102")).toMatchObject({
      schedule: { kind: "finishMilestone" },
      constraints: [{ kind: "mustFinishOn", at: "2026-03-10T17:00" }],
    });
    expect(item("103")?.schedule?.kind).toBe("levelOfEffort");
  });

  test("schedules what remains of work that has not begun, and keeps what was planned as its estimate", () => {
    const text =
      "%T\tTASK\n%F\ttask_id\ttarget_drtn_hr_cnt\tremain_drtn_hr_cnt\n%R\t1\t16\t24\n%R\t2\t8\t8\n%R\t3\t8\t\n%E\n";
    expect(
      orThrow(readXer(text)).plan.items?.map(({ schedule, estimates }) => [schedule?.durationMinutes, estimates]),
    ).toEqual([
      [1440, [{ of: "duration", basis: "original", value: { kind: "single", amount: 960 } }]],
      [480, undefined],
      [480, undefined],
    ]);
  });

  test("keeps stored dates beside the plan; what was never scheduled is not there", () => {
    const [stored] = plan.schedules ?? [];
    expect(stored).toMatchObject({ kind: "imported", projectId: "1" });
    expect(stored?.items.map(({ itemId }) => itemId)).toEqual(["100", "101"]);
    expect(stored?.items[0]).toEqual({
      itemId: "100",
      start: "2026-03-02T08:00",
      finish: "2026-03-05T08:30",
      earlyStart: "2026-03-04T08:00",
      earlyFinish: "2026-03-05T08:30",
      lateStart: "2026-03-04T08:00",
      lateFinish: "2026-03-05T08:30",
      totalFloatMinutes: 0,
      freeFloatMinutes: 0,
      isCritical: true,
      isOnLongestPath: true,
    });
    expect(stored?.items[1]).toMatchObject({ totalFloatMinutes: 90, isCritical: true, isOnLongestPath: false });
  });

  test("reads relationships from the predecessor to the successor, leads as negative lag", () => {
    expect(plan.dependencies).toMatchObject([
      {
        predecessorId: "100",
        successorId: "101",
        type: "SS",
        lag: { amount: -240, unit: "minutes", basis: "working" },
      },
      { predecessorId: "101", successorId: "102", type: "FF" },
    ]);
    expect(plan.dependencies?.[1]?.lag).toBeUndefined();
  });

  test("reads work of people and roles; material keeps its pieces as they are", () => {
    expect(plan.assignments).toMatchObject([
      { itemId: "101", personId: "7", effortMinutes: 240, units: 0.5, delayMinutes: 120 },
      { itemId: "100", resourceId: "8", customFields: { target_qty: "300" } },
      {
        itemId: "100",
        resourceId: "role-7",
        actualEffortMinutes: 540,
        overtimeEffortMinutes: 60,
        remainingEffortMinutes: 480,
      },
    ]);
    expect(plan.assignments?.[1]?.effortMinutes).toBeUndefined();
  });

  test("keeps tables without a place as they are, or drops them when asked to", () => {
    expect(plan.extensions).toEqual({ xer: { OBS: [{ obs_id: "5", obs_name: "Harbour office" }] } });
    const bare = orThrow(readXer(xer, { keepUnmapped: false }));
    expect(bare.plan.extensions).toBeUndefined();
    expect(bare.plan.items?.some(({ customFields }) => customFields !== undefined)).toBe(false);
    const sum = (rows: typeof report.fields) => rows.reduce((all, { count }) => all + count, 0);
    expect(sum(bare.report.fields)).toBe(sum(report.fields));
  });
});

describe("the code page of a file that states none", () => {
  const bytes = (title: readonly number[]): Uint8Array =>
    Uint8Array.from([
      ...new TextEncoder().encode("ERMHDR\t8\n%T\tTASK\n%F\ttask_id\ttask_name\n%R\t7\t"),
      ...title,
      ...new TextEncoder().encode("\n%E\n"),
    ]);
  const titleOf = (source: Uint8Array) => {
    const read = orThrow(readXer(source));
    return [read.plan.items?.[0]?.title, read.report.assumptions[0]?.value];
  };

  test("is windows-1252 where accents stand alone, windows-1251 where letters run, UTF-8 where it is valid", () => {
    expect(titleOf(bytes([0x47, 0x72, 0xe4, 0x62, 0x65, 0x6e]))).toEqual(["Gräben", "windows-1252"]);
    expect(titleOf(bytes([0xca, 0xee, 0xef, 0xe0, 0xf2, 0xfc]))).toEqual(["Копать", "windows-1251"]);
    expect(titleOf(bytes([0xd0, 0x9a, 0xd0, 0xbe, 0xd0, 0xbf]))).toEqual(["Коп", "utf-8"]);
  });
});

test("rows, stored floats and paths of a real file are those of the file", () => {
  const file = sharedData("schedules", "xer", "Hotel Project.xer");
  if (file === undefined) return;
  const text = readFileSync(file, "latin1");
  const read = orThrow(readXer(readFileSync(file)));
  const tables = new Map<string, string[][]>();
  let rows: string[][] = [];
  for (const line of text.split(/\r?\n/)) {
    const [mark, ...cells] = line.split("\t");
    if (mark === "%T") {
      rows = [];
      tables.set(cells[0] ?? "", rows);
    } else if (mark === "%F" || mark === "%R") rows.push(cells);
  }
  const column = (table: string, field: string): string[] => {
    const [fields = [], ...body] = tables.get(table) ?? [];
    return body.map((row) => row[fields.indexOf(field)] ?? "");
  };
  const nodes = column("PROJWBS", "proj_node_flag").filter((flag) => flag === "N").length;
  expect(read.plan.items?.length).toBe(column("TASK", "task_id").length + nodes);
  expect(read.plan.dependencies?.length).toBe(column("TASKPRED", "task_id").length);
  expect(read.plan.assignments?.length).toBe(column("TASKRSRC", "task_id").length);
  const stored = (read.plan.schedules ?? []).flatMap(({ items }) => items);
  const floats = column("TASK", "total_float_hr_cnt").filter((hours) => hours !== "");
  expect(stored.flatMap(({ totalFloatMinutes = [] }) => totalFloatMinutes)).toEqual(
    floats.map((hours) => Math.round(Number(hours) * 60)),
  );
  const early = column("TASK", "early_start_date").filter((date) => date !== "");
  expect(stored.flatMap(({ earlyStart = [] }) => earlyStart)).toEqual(early.map((date) => date.replace(" ", "T")));
});
