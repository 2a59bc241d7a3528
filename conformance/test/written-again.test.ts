import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { WorkPlan } from "@evenkeel/core";
import { encodeXer, readXer, writeXer } from "@evenkeel/interop/xer";
import { orThrow } from "@evenkeel/kernel";
import { sharedData } from "@evenkeel/test-kit";
import { schedulePlan } from "evenkeel";
import { describe, expect, test } from "vitest";

const folder = sharedData("schedules", "xer");
const files = folder === undefined ? [] : readdirSync(folder).map((name) => [name, join(folder, name)] as const);

/** The dates and floats of every activity by its id, and why a project has none. */
function datesOf(plan: WorkPlan): unknown {
  const { projects, issues } = schedulePlan(plan);
  const rows = projects.flatMap(({ schedule }) =>
    schedule.activities.map((row) => [row.id, JSON.stringify(row)] as const),
  );
  return { codes: issues.map(({ code }) => code), rows: Object.fromEntries(rows) };
}

describe.runIf(files.length > 0)("a Primavera file that is read, written and read again", () => {
  test.each(files)("has the same computed dates: %s", (_name, path) => {
    const { plan } = orThrow(readXer(readFileSync(path)));
    const again = orThrow(readXer(encodeXer(writeXer(plan)).bytes)).plan;
    const [first, second] = [plan, again].map(datesOf);
    expect(second).toEqual(first);
  });
});
