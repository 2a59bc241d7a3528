import { orThrow } from "@evenkeel/kernel";
import { statedRuns } from "@evenkeel/test-kit";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { baselineVariance } from "../src/index.js";
import { anyScheduleInput } from "../src/testing.js";
import { day, link, plan, task, version } from "./control.js";

const current = version(plan([task("a", 3), task("b", 2), task("new", 1)], [link("a", "b")]));

test("start, finish and duration against the baseline, in working and in elapsed time", () => {
  const report = orThrow(
    baselineVariance(current, [
      { id: "a", start: "2026-06-01", finish: "2026-06-02" },
      { id: "b", start: "2026-06-03", finish: "2026-06-08", durationMinutes: 3 * day },
      { id: "gone", start: "2026-06-01", finish: "2026-06-03" },
    ]),
  );
  expect(report).toEqual({
    activities: [
      {
        id: "a",
        startMinutes: 0,
        finishMinutes: day,
        durationMinutes: day,
        startElapsedMinutes: 0,
        finishElapsedMinutes: 1440,
      },
      {
        id: "b",
        startMinutes: day,
        finishMinutes: -day,
        durationMinutes: -day,
        startElapsedMinutes: 1440,
        finishElapsedMinutes: -3 * 1440,
      },
    ],
    added: ["new"],
    missing: ["gone"],
    finishMinutes: -day,
  });
});

test("a schedule is its own baseline: no variance", () => {
  fc.assert(
    fc.property(anyScheduleInput(), (input) => {
      const own = version(input);
      const report = orThrow(baselineVariance(own, own.schedule.activities));
      for (const { id, ...variances } of report.activities) {
        expect([id, Object.values(variances)]).toEqual([id, [0, 0, 0, 0, 0]]);
      }
      expect([report.activities.length, report.finishMinutes]).toEqual([own.schedule.activities.length, 0]);
    }),
    { numRuns: statedRuns(5_000) },
  );
});

test("wrong rows are named all at once", () => {
  const found = baselineVariance(current, [
    { id: "a", start: "2026-06-02", finish: "2026-06-01", durationMinutes: -1 },
    { id: "a", start: "soon", finish: "2026-06-01" },
  ]);
  expect(found.issues.map(({ code, path }) => `${code} ${path.join("/")}`)).toEqual([
    "scheduling/baseline-reversed baseline/0",
    "scheduling/invalid-duration baseline/0/durationMinutes",
    "scheduling/duplicate-id baseline/1/id",
    "kernel/invalid-time-text baseline/1/start",
  ]);
});
