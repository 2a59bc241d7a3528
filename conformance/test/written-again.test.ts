import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { encodeXer, readXer, writeXer } from "@evenkeel/interop/xer";
import { orThrow } from "@evenkeel/kernel";
import { sharedData } from "@evenkeel/test-kit";
import { schedulePlan } from "evenkeel";
import { describe, expect, test } from "vitest";

const folder = sharedData("schedules", "xer");
const files = folder === undefined ? [] : readdirSync(folder).map((name) => [name, join(folder, name)] as const);

describe.runIf(files.length > 0)("a Primavera file that is read, written and read again", () => {
  test.each(files)("has the same computed dates: %s", (_name, path) => {
    const { plan } = orThrow(readXer(readFileSync(path)));
    const again = orThrow(readXer(encodeXer(writeXer(plan)).bytes)).plan;
    for (const { id } of plan.projects ?? []) {
      const [first, second] = [plan, again].map((each) => schedulePlan(each, { projectId: id }));
      expect(JSON.stringify(second)).toBe(JSON.stringify(first));
    }
  });
});
