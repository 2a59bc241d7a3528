import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { standardCalendar } from "@evenkeel/calendar";
import { sharedData } from "@evenkeel/test-kit";
import { expect, test } from "vitest";
import { type LinkType, schedule } from "../src/index.js";
import { xerConstraints, xerInput, xerTables } from "./xer-rows.js";

test.each(["Hotel Project.xer", "TERMINAL BUILDING-AIRPORT.xer"])(
  "every date and float of %s is the stored one",
  (name) => {
    const file = sharedData("schedules", "xer", name);
    if (file === undefined) return;
    const tables = xerTables(file);
    let compared = 0;
    const wrong: string[] = [];
    for (const project of tables.get("PROJECT")!) {
      const { input, rows } = xerInput(tables, project);
      if (rows.length === 0) continue;
      const result = schedule(input);
      if (!result.ok) expect(result.issues).toEqual([]);
      const ours = new Map((result.ok ? result.value.activities : []).map((row) => [row.id, row]));
      for (const row of rows) {
        const own = ours.get(row["task_id"]!)!;
        const pairs: [string, string | number, string | undefined][] = [
          ["ES", own.earlyStart, row["early_start_date"]?.replace(" ", "T")],
          ["EF", own.earlyFinish, row["early_end_date"]?.replace(" ", "T")],
          ["LS", own.lateStart, row["late_start_date"]?.replace(" ", "T")],
          ["LF", own.lateFinish, row["late_end_date"]?.replace(" ", "T")],
          ["TF", own.totalFloatMinutes / 60, row["total_float_hr_cnt"]],
          ["FF", own.freeFloatMinutes / 60, row["free_float_hr_cnt"]],
        ];
        for (const [field, mine, theirs] of pairs) {
          if (theirs === undefined || theirs === "") continue;
          compared++;
          const isSame = typeof mine === "number" ? Math.abs(mine - Number(theirs)) < 0.01 : mine === theirs;
          if (!isSame) wrong.push(`${row["task_code"]} ${row["task_type"]} ${field} ${mine} stored ${theirs}`);
        }
      }
    }
    expect(compared).toBeGreaterThan(300);
    expect(wrong.slice(0, 20)).toEqual([]);
  },
);

interface Captured {
  activities: {
    code: string;
    duration_days: number;
    remaining_duration?: number;
    actual_start?: string;
    actual_finish?: string;
    constraint?: { type: string; date: string };
  }[];
  relationships: { from_code: string; to_code: string; type: LinkType; lag_days: number }[];
  opts: { dataDate: string; projectStart: string };
}

test("small networks captured from P6 have its dates and floats, finished activities their actual ones", () => {
  const folder = sharedData("schedules", "p6-captured");
  if (folder === undefined) return;
  const wrong: string[] = [];
  for (const file of readdirSync(folder).filter((name) => name.endsWith("-input.json"))) {
    const { activities, relationships, opts } = JSON.parse(readFileSync(join(folder, file), "utf8")) as Captured;
    const day = 480;
    const result = schedule({
      start: `${opts.projectStart}T00:00`,
      dataDate: `${opts.dataDate}T00:00`,
      calendars: [standardCalendar],
      activities: activities.map((row) => ({
        id: row.code,
        durationMinutes: row.duration_days * day,
        constraints: row.constraint
          ? [{ kind: xerConstraints[row.constraint.type]!, at: `${row.constraint.date}T00:00` }]
          : [],
        ...(row.remaining_duration === undefined ? {} : { remainingMinutes: row.remaining_duration * day }),
        ...(row.actual_start === undefined ? {} : { actualStart: row.actual_start }),
        ...(row.actual_finish === undefined ? {} : { actualFinish: row.actual_finish }),
      })),
      links: relationships.map((row) => ({
        predecessor: row.from_code,
        successor: row.to_code,
        type: row.type,
        lag: { minutes: row.lag_days * day },
      })),
      options: { preset: "primavera" },
    });
    const [head, ...lines] = readFileSync(join(folder, file.replace("-input.json", "-comparison.csv")), "utf8")
      .trim()
      .split(/\r?\n/);
    const column = (line: string, name: string): string => line.split(",")[head!.split(",").indexOf(name)] ?? "";
    for (const line of lines) {
      const own = result.ok
        ? result.value.activities.find(({ id }) => id === column(line, "activity_code"))
        : undefined;
      const pairs: [string, string | number | undefined][] = [
        ["ES_p6", own?.earlyStart],
        ["EF_p6", own?.earlyFinish],
        ["LS_p6", own?.lateStart],
        ["LF_p6", own?.lateFinish],
        ["TF_p6", own && own.totalFloatMinutes / day],
        ["FF_p6", own && own.freeFloatMinutes / day],
      ];
      for (const [name, early] of pairs) {
        const cell = column(line, name);
        // P6 marks actual dates, which it shows where early ones stand.
        const isActual = cell.endsWith(" A");
        const mine = isActual ? (name === "ES_p6" ? own?.start : own?.finish) : early;
        const theirs = cell.replace(" A", "").replace(" ", "T").slice(0, 16);
        if (theirs !== "" && String(mine) !== theirs)
          wrong.push(`${file} ${own?.id} ${name} ${mine} captured ${theirs}`);
      }
    }
  }
  expect(wrong).toEqual([]);
});
