import { sharedData } from "@evenkeel/test-kit";
import { expect, test } from "vitest";
import { schedule } from "../src/index.js";
import { xerInput, xerTables } from "./xer-rows.js";

test.each(["Hotel Project.xer", "TERMINAL BUILDING-AIRPORT.xer"])("every date and float of %s is the stored one", (name) => {
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
});
