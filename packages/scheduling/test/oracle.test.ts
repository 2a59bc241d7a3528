import { statedRuns, testLaws } from "@evenkeel/test-kit";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { schedule } from "../src/index.js";
import { anyScheduleInput, scheduleLaws } from "../src/testing.js";
import { naiveSchedule } from "./oracle-schedule.js";

testLaws("schedule laws", scheduleLaws(schedule));

test("all dates and floats equal plain recursion with a walk of ten minutes a step", () => {
  fc.assert(
    fc.property(anyScheduleInput(), (input) => {
      fc.pre((input.links ?? []).length < 10);
      const naive = naiveSchedule(input);
      const result = schedule(input);
      for (const row of result.ok ? result.value.activities : []) {
        const {
          earlyStart: es,
          earlyFinish: ef,
          lateStart: ls,
          lateFinish: lf,
          totalFloatMinutes: tf,
          freeFloatMinutes: ff,
        } = row;
        expect([row.id, { es, ef, ls, lf, tf, ff }]).toEqual([row.id, naive.get(row.id)]);
      }
      expect(result.ok).toBe(true);
    }),
    { numRuns: statedRuns(10_000) },
  );
});
