import { readdirSync } from "node:fs";
import { join } from "node:path";
import { sharedData } from "@evenkeel/test-kit";
import { expect, test } from "vitest";
import { schedule } from "../src/index.js";
import { mspdiInput, stored } from "./mspdi-rows.js";

test("plans that MS Project saved itself, without progress and resources, have every stored date and float", () => {
  const folder = sharedData("schedules", "mspdi");
  if (folder === undefined) return;
  const wrong: string[] = [];
  let compared = 0;
  for (const file of readdirSync(folder).filter((name) => name.endsWith(".xml"))) {
    const read = mspdiInput(join(folder, file));
    if (read === undefined) continue;
    const result = schedule(read.input);
    const rows = new Map((result.ok ? result.value.activities : []).map((row) => [row.id, row]));
    for (const task of read.tasks) {
      const row = rows.get(task.uid);
      const ours: Record<string, string | number | undefined> = {
        EarlyStart: row?.earlyStart,
        EarlyFinish: row?.earlyFinish,
        LateStart: row?.lateStart,
        LateFinish: row?.lateFinish,
        Start: row?.start,
        Finish: row?.finish,
        TotalSlack: row?.totalFloatMinutes,
        FreeSlack: row?.freeFloatMinutes,
        StartSlack: row?.startFloatMinutes,
        FinishSlack: row?.finishFloatMinutes,
      };
      for (const [field, mine] of Object.entries(ours)) {
        const theirs = stored(task, field);
        if (theirs === undefined) continue;
        compared++;
        const shown = field.endsWith("Slack") ? Number(theirs) / 10 : theirs.slice(0, 16);
        if (mine !== shown) wrong.push(`${file} ${task.uid} ${field} ${mine} stored ${shown}`);
      }
    }
  }
  expect(compared).toBeGreaterThan(3000);
  expect(wrong).toEqual([]);
});
