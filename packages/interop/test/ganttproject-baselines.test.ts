import { addWork, type CalendarSpec, compileCalendars } from "@evenkeel/calendar";
import { formatDay, orThrow } from "@evenkeel/kernel";
import { testLaws } from "@evenkeel/test-kit";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { workingDay } from "../src/ganttproject/calendar.js";
import { lastWorkingDay } from "../src/ganttproject/working-days.js";
import { readGanttProject } from "../src/ganttproject.js";
import { sum } from "./accounted.js";
import { countXml } from "./walkers.js";
import { ganttBaselines } from "./wider-samples.js";

test("baselines are schedules by their names, a task ends on the last of its working days", () => {
  const { plan, report } = orThrow(readGanttProject(ganttBaselines));
  const baselines = plan.schedules?.filter(({ kind }) => kind === "baseline");
  expect(baselines?.map(({ name }) => name)).toEqual(["Agreed", "Again"]);
  expect(baselines?.[0]?.items).toEqual([
    // Friday, Monday and Wednesday: the weekend and a holiday between them do not work.
    { itemId: "1", start: "2026-03-06", finish: "2026-03-11" },
    { itemId: "2", start: "2026-03-12", finish: "2026-03-12" },
  ]);
  expect(baselines?.[1]?.items).toEqual([
    { itemId: "1", start: "2026-03-07", finish: "2026-03-09" },
    { itemId: "2", start: "2026-03-12" },
  ]);
  expect(report.issues.map(({ code, subject }) => [code, ...(subject ?? [])])).toEqual([
    ["interop/any-dangling-reference", "9"],
    ["interop/gan-invalid-value"],
  ]);
  expect(sum(report.fields)).toBe(countXml(ganttBaselines));
});

const weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;
const anyException = fc.record({
  day: fc.integer({ min: 20_440, max: 20_700 }),
  works: fc.boolean(),
  yearly: fc.boolean(),
});
const anyCalendar = fc
  .record({
    week: fc.array(fc.boolean(), { minLength: 7, maxLength: 7 }),
    exceptions: fc.array(anyException, { maxLength: 12 }),
  })
  .map(
    ({ week, exceptions }): CalendarSpec => ({
      id: "calendar",
      week: Object.fromEntries(weekdays.map((name, at) => [name, week[at] ? workingDay : []])),
      exceptions: exceptions.map(({ day, works, yearly }) => {
        const text = formatDay(day);
        const intervals = works ? workingDay : [];
        if (!yearly) return { from: text, to: text, intervals };
        const recurrence = { kind: "yearly", month: Number(text.slice(5, 7)), day: Number(text.slice(8)) } as const;
        return { from: "1970-01-01", to: "2149-12-31", intervals, recurrence };
      }),
    }),
  );

testLaws("the last of so many working days", [
  {
    name: "is the day on which the calendar's own work ends",
    statedRuns: 20_000,
    property: fc.property(
      anyCalendar,
      fc.integer({ min: 20_430, max: 20_720 }),
      fc.integer({ min: 1, max: 400 }),
      (spec, from, count) => {
        const found = lastWorkingDay(spec)(from, count);
        const compiled = compileCalendars([spec]);
        const [calendar] = compiled.ok ? compiled.value.calendars : [];
        // A calendar without working time does not compile.
        if (calendar === undefined) return;
        const end = Math.floor(addWork(calendar, from * 14_400, count * 4_800) / 14_400);
        if (end < 65_700) expect(found).toBe(end);
      },
    ),
  },
]);
