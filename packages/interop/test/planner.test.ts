import { orThrow } from "@evenkeel/kernel";
import { describe, expect, test } from "vitest";
import { readPlanner } from "../src/planner.js";
import { planner } from "./standard-samples.js";

describe("a Planner file", () => {
  const { plan } = orThrow(readPlanner(planner, { zone: "Europe/Berlin" }));

  test("gives tasks with durations by the units that work, and local dates though they end in Z", () => {
    expect(plan.items?.map((item) => [item.id, item.parentId, item.kind, item.schedule?.durationMinutes])).toEqual([
      ["1", undefined, "summary", 1440],
      ["2", "1", "task", 1920],
      ["3", "1", "task", 480],
      ["4", undefined, "milestone", 0],
    ]);
    expect(plan.items?.[1]?.constraints).toEqual([{ kind: "startNoEarlierThan", at: "2026-03-02T00:00" }]);
    expect(plan.schedules?.[0]?.items[1]).toEqual({
      itemId: "2",
      start: "2026-03-02T00:00",
      finish: "2026-03-04T17:00",
    });
  });

  test("has its links on the successor, with lags in seconds around the clock", () => {
    expect(
      plan.dependencies?.map(({ predecessorId, successorId, type, lag }) => [predecessorId, successorId, type, lag]),
    ).toEqual([
      ["2", "3", "SS", { amount: 120, unit: "minutes", basis: "elapsed" }],
      ["3", "4", "FS", undefined],
    ]);
  });

  test("derives calendars from those around them, and ends of nights on the next day", () => {
    const [standard, ada, nights] = plan.calendars ?? [];
    expect(standard?.week.monday).toEqual([
      { from: 540, to: 720 },
      { from: 780, to: 1080 },
    ]);
    expect(standard?.exceptions).toEqual([{ from: "2026-05-01", to: "2026-05-01", intervals: [] }]);
    expect([ada?.parentId, ada?.week]).toEqual(["1", { friday: [] }]);
    expect(nights?.week.monday).toEqual([{ from: 1320, to: 1800 }]);
  });

  test("tells people from material", () => {
    expect(plan.people?.map((row) => [row.name, row.email, row.calendarId])).toEqual([["Ada", "ada@example.org", "2"]]);
    expect(plan.resources?.map((row) => [row.name, row.kind])).toEqual([["Sand", "material"]]);
    expect(plan.assignments?.map((row) => [row.itemId, row.personId, row.resourceId, row.units])).toEqual([
      ["2", "1", undefined, 0.5],
      ["3", undefined, "2", 1],
    ]);
  });
});
