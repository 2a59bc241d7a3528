import { deepFreeze } from "@evenkeel/test-kit";
import { describe, expect, test } from "vitest";
import {
  criticalPath,
  explain,
  forecast,
  ganttLayout,
  howMany,
  orThrow,
  parseDuration,
  describe as say,
  schedule,
  whenDone,
} from "../src/index.js";

const input = deepFreeze({
  start: "2026-12-01",
  activities: [
    { id: "design", duration: "3d" },
    { id: "build", duration: "5d", after: ["design"] },
    { id: "test", duration: "2d", after: [{ id: "build", type: "SS", lag: "1d" }] },
  ],
} as const);

describe("the front door", () => {
  test("schedules what a person writes", () => {
    const plan = orThrow(schedule(input));
    expect(plan.activities.map(({ id, start, finish }) => [id, start, finish])).toEqual([
      ["design", "2026-12-01T08:00", "2026-12-03T17:00"],
      ["build", "2026-12-04T08:00", "2026-12-10T17:00"],
      ["test", "2026-12-07T08:00", "2026-12-08T17:00"],
    ]);
    expect(criticalPath(plan)).toEqual(["design", "build"]);
    expect(explain(plan, "test").map((step) => say(step).message)).toMatchInlineSnapshot(`
      [
        "test starts Mon 7 Dec 2026, 08:00 because build starts Fri 4 Dec 2026, 08:00, then 8 h of lag.",
        "build starts Fri 4 Dec 2026, 08:00 because design finishes Thu 3 Dec 2026, 17:00.",
        "design starts the project on Tue 1 Dec 2026, 08:00.",
        "test can slip 16 h of working time, to Thu 10 Dec 2026, 17:00.",
      ]
    `);
    expect(ganttLayout(plan, { width: 800 }).bars).toHaveLength(3);
  });

  test("names durations it cannot read, all at once, with their place", () => {
    const result = schedule({
      activities: [
        { id: "a", duration: "soon" },
        { id: "b", duration: Number.NaN, after: [{ id: "a", lag: "x" }] },
      ],
    });
    expect(result.issues.map(({ code, path }) => [code, path.join("/")])).toEqual([
      ["evenkeel/invalid-duration", "activities/0/duration"],
      ["evenkeel/invalid-duration", "activities/1/duration"],
      ["evenkeel/invalid-duration", "activities/1/after/0/lag"],
    ]);
  });

  test.each([
    ["90m", 90],
    ["1.5h", 90],
    ["2w", 4800],
    ["-1d", -480],
    [30, 30],
  ])("reads %j as %d minutes", (text, minutes) => {
    expect(orThrow(parseDuration(text)).minutes).toBe(minutes);
  });

  test("tells elapsed from working time", () => {
    expect(orThrow(parseDuration("2ed"))).toEqual({ minutes: 2880, elapsed: true });
  });

  test("forecasts from done dates in any order, and a day counts once it is over", () => {
    const done = Array.from(
      { length: 60 },
      (_none, at) => `2026-${at < 30 ? "09" : "10"}-${String(1 + (at % 30)).padStart(2, "0")}`,
    );
    const model = orThrow(forecast({ done: [...done].reverse(), now: "2026-10-31", model: "iid-bootstrap" }));
    expect(orThrow(whenDone(model, 10, 0.85))).toMatchObject({ days: 10, count: 10 });
    expect(orThrow(howMany(model, 7, 0.95)).count).toBe(7);
    expect(orThrow(forecast({ done: [...done, "2026-10-31"], now: "2026-10-31", model: "iid-bootstrap" }))).toEqual(
      model,
    );
  });

  test("says that there is no past, and which dates are none", () => {
    expect(forecast({ done: [], now: "2026-10-31" }).issues[0]?.code).toBe("evenkeel/no-past");
    expect(
      forecast({ done: ["31.10.2026", "2026-02-30"], now: "2026-10-31" }).issues.map(({ code, path }) => [
        code,
        path.join("/"),
      ]),
    ).toEqual([
      ["kernel/invalid-time-text", "done/0"],
      ["kernel/impossible-date", "done/1"],
    ]);
  });
});
