import type { WorkItem, WorkPlan } from "@evenkeel/core";
import { orThrow } from "@evenkeel/kernel";
import { deepFreeze } from "@evenkeel/test-kit";
import { expect, test } from "vitest";
import { scheduleInputFromPlan } from "../src/from-plan.js";
import { schedule } from "../src/index.js";

const item = (id: string, more: Partial<WorkItem> = {}): WorkItem => ({ id, title: id, kind: "task", ...more });
const days = (count: number) => ({ schedule: { kind: "task" as const, durationMinutes: count * 480 } });
const plan: WorkPlan = deepFreeze({
  formatVersion: 1,
  projects: [
    {
      id: "p",
      name: "Launch",
      start: "2026-06-01",
      mustFinishBy: "2026-06-30",
      calendarId: "c",
      scheduling: { preset: "msProject", criticalFloatMinutes: 60, progressMode: "actualDates" },
    },
  ],
  calendars: [{ id: "c", week: { monday: [{ from: 480, to: 960 }] } }],
  items: [
    item("phase", { kind: "summary" }),
    item("design", { parentId: "phase", ...days(1) }),
    item("build", {
      estimates: [
        {
          of: "duration",
          basis: "original",
          value: { kind: "threePoint", optimistic: 1, mostLikely: 480, pessimistic: 9 },
        },
      ],
      constraints: [{ kind: "startNoEarlierThan", at: "2026-06-08" }],
      schedule: { kind: "task", actualStart: "2026-06-08", percentComplete: 0.25, splits: [] },
    }),
    item("vague"),
    item("support", { schedule: { kind: "levelOfEffort" } }),
    item("done", { kind: "milestone" }),
  ],
  dependencies: [
    {
      id: "l",
      predecessorId: "design",
      successorId: "build",
      type: "SS",
      lag: { amount: 0.5, unit: "percent", basis: "working" },
    },
    { id: "v", predecessorId: "vague", successorId: "build", type: "FS" },
  ],
});

test("a project becomes an input; what it cannot say is named", () => {
  const result = scheduleInputFromPlan(plan, "p");
  expect(orThrow(scheduleInputFromPlan(plan)).start).toBe("2026-06-01");
  expect(result.issues).toEqual([]);
  expect(orThrow(result).activities).toEqual([]);
  const all = scheduleInputFromPlan(plan);
  expect(all.issues.map((found) => [found.code, ...found.subject])).toEqual([
    ["scheduling/item-without-duration", "vague"],
  ]);
  expect(orThrow(all)).toEqual({
    start: "2026-06-01",
    mustFinishBy: "2026-06-30",
    defaultCalendarId: "c",
    options: { preset: "msProject", criticalFloatMinutes: 60, progressMode: "actualDates" },
    calendars: plan.calendars,
    activities: [
      { id: "phase", kind: "summary" },
      { id: "design", kind: "task", durationMinutes: 480, parentId: "phase" },
      {
        id: "build",
        kind: "task",
        durationMinutes: 480,
        constraints: [{ kind: "SNET", at: "2026-06-08" }],
        actualStart: "2026-06-08",
        remainingMinutes: 360,
        splits: [],
      },
      { id: "support", kind: "levelOfEffort" },
      { id: "done", kind: "finishMilestone" },
    ],
    links: [{ id: "l", predecessor: "design", successor: "build", type: "SS", lag: { percent: 50, basis: "working" } }],
  });
});

test("the input schedules", () => {
  const made = orThrow(schedule(orThrow(scheduleInputFromPlan(plan))));
  expect(made.activities.map(({ id, start, finish }) => [id, start, finish])).toEqual([
    ["phase", "2026-06-01T08:00", "2026-06-01T16:00"],
    ["design", "2026-06-01T08:00", "2026-06-01T16:00"],
    ["build", "2026-06-08T08:00", "2026-06-08T16:00"],
    ["done", "2026-06-01T08:00", "2026-06-01T08:00"],
  ]);
});

test("a project that is not there is refused", () => {
  const refused = scheduleInputFromPlan(plan, "q");
  expect(refused.issues.map((found) => found.code)).toEqual(["scheduling/unknown-project"]);
});
