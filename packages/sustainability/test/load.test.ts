import { runChecks } from "@evenkeel/checks";
import { deepFreeze } from "@evenkeel/test-kit";
import { describe, expect, test } from "vitest";
import { loadChart } from "../src/charts.js";
import { loadInputFromPlan, sustainabilityInputFromPlan } from "../src/from-plan.js";
import { measureLoad, sustainabilityChecks } from "../src/index.js";

const office = {
  id: "office",
  week: Object.fromEntries(
    ["monday", "tuesday", "wednesday", "thursday", "friday"].map((day) => [day, [{ from: 540, to: 1020 }]]),
  ),
};
const monday = 20_577;
const input = {
  people: [{ id: "ana", contractMinutesPerWeek: 1200, away: [{ from: monday + 3, to: monday + 5, share: 1 }] }],
  tasks: [{ itemId: "A", personId: "ana", effortMinutes: 900, from: monday, to: monday + 5 }],
  calendars: [office],
  defaultCalendarId: "office",
};

describe("planned load", () => {
  test("spreads effort over the days a person is there and scales capacity by contract", () => {
    expect(measureLoad(deepFreeze(input))).toMatchObject({
      ok: true,
      value: [
        {
          personId: "ana",
          week: "2026-05-04",
          plannedMinutes: 900,
          capacityMinutes: 720,
          items: [{ itemId: "A", minutes: 900 }],
        },
      ],
    });
  });

  test("a week at its capacity is fine, a minute more is not", () => {
    const outcome = (effortMinutes: number) => {
      const load = measureLoad({ ...input, tasks: [{ ...input.tasks[0]!, effortMinutes }] });
      return runChecks(sustainabilityChecks, { load: load.ok ? load.value : [] }, { today: "2026-05-01" }).find(
        ({ checkId }) => checkId === "sustainability/overload",
      )?.outcome;
    };
    expect([outcome(720), outcome(721)]).toEqual(["pass", "fail"]);
  });

  test("names what it leaves out and refuses the impossible", () => {
    const away = { ...input, tasks: [{ ...input.tasks[0]!, from: monday + 3, to: monday + 5 }] };
    expect(measureLoad(away)).toMatchObject({
      ok: true,
      value: [],
      issues: [{ code: "sustainability/no-working-time" }],
    });
    const bad = {
      ...input,
      tasks: [
        { ...input.tasks[0]!, effortMinutes: Number.NaN },
        { ...input.tasks[0]!, personId: "__proto__" },
      ],
    };
    expect(measureLoad(bad).issues.map(({ code }) => code)).toEqual([
      "sustainability/impossible-load",
      "sustainability/unknown-person",
    ]);
  });

  test("reads a plan and a schedule", () => {
    const plan = {
      formatVersion: 1 as const,
      people: [
        {
          id: "ana",
          name: "Ana",
          contractMinutesPerWeek: 2400,
          jurisdiction: "DE",
          away: [{ from: "2026-05-08", to: "2026-05-08" }],
        },
      ],
      items: [
        { id: "A", title: "Doors", kind: "task" as const, startedAt: "2026-05-01" },
        { id: "B", title: "Walls", kind: "task" as const, finishedAt: "2026-05-01" },
      ],
      assignments: ["A", "B"].map((itemId) => ({
        id: `a${itemId}`,
        itemId,
        personId: "ana",
        role: "responsible" as const,
        effortMinutes: 960,
        actualEffortMinutes: 60,
      })),
    };
    const dates = ["A", "B"].map((itemId) => ({ itemId, start: "2026-05-04T08:00", finish: "2026-05-07T17:00" }));
    const now = monday * 86_400_000;
    const load = loadInputFromPlan(plan, dates, now);
    expect(load.tasks).toEqual([{ itemId: "A", personId: "ana", effortMinutes: 900, from: monday, to: monday + 4 }]);
    expect(load.people[0]?.away).toEqual([{ from: 20_581, to: 20_582, share: 1 }]);
    expect(sustainabilityInputFromPlan(plan, now).workInProgress).toEqual([{ personId: "ana", itemIds: ["A"] }]);
    const measured = measureLoad(load);
    expect(loadChart(measured.ok ? measured.value : [], new Map([["ana", "Ana"]])).rows).toEqual([
      { person: "Ana", week: "2026-05-04", hours: 15, capacity: 32, over: false },
    ]);
  });
});
