import { readdirSync, readFileSync } from "node:fs";
import type { WorkPlan } from "@evenkeel/core";
import { anyPlan } from "@evenkeel/core/testing";
import { canonicalJson, orThrow } from "@evenkeel/kernel";
import { deepFreeze, sharedData, testLaws } from "@evenkeel/test-kit";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readGanttProject, writeGanttProject } from "../src/ganttproject.js";
import { ganttProject } from "./standard-samples.js";

/** What the loss table of the writer keeps. */
function keptByGantt(plan: WorkPlan): unknown {
  const sorted = <T>(rows: readonly T[]): T[] =>
    [...rows].sort((a, b) => (canonicalJson(a) < canonicalJson(b) ? -1 : 1));
  return {
    items: (plan.items ?? []).map(({ id, title, parentId, kind, body, constraints, schedule }) => ({
      ...{ id, title, parentId, kind, body, constraints },
      minutes: schedule?.durationMinutes,
      percent: schedule?.percentComplete,
    })),
    links: sorted(
      (plan.dependencies ?? []).map(({ predecessorId, successorId, type, lag }) => ({
        predecessorId,
        successorId,
        type,
        lag,
      })),
    ),
    people: (plan.people ?? []).map(({ id, name, email, away }) => ({ id, name, email, away })),
    assignments: sorted(
      (plan.assignments ?? []).map(({ itemId, personId, role, units }) => ({ itemId, personId, role, units })),
    ),
    calendars: (plan.calendars ?? []).map(({ week, exceptions }) => ({ week, exceptions })),
    starts: plan.schedules
      ?.find((row) => row.kind === "imported")
      ?.items.map(({ itemId, start }) => ({ itemId, start })),
  };
}

function roundTrip(source: string | Uint8Array): void {
  const first = orThrow(readGanttProject(source)).plan;
  const second = orThrow(readGanttProject(writeGanttProject(deepFreeze(first)))).plan;
  expect(keptByGantt(second)).toEqual(keptByGantt(first));
}

describe("a GanttProject file", () => {
  const { plan } = orThrow(readGanttProject(ganttProject));

  test("gives tasks in their tree, with working days of 8 hours", () => {
    expect(plan.items?.map((item) => [item.id, item.parentId, item.kind, item.schedule?.durationMinutes])).toEqual([
      ["0", undefined, "summary", 1920],
      ["1", "0", "task", 1440],
      ["2", "0", "task", 480],
      ["3", undefined, "milestone", 0],
    ]);
    expect(plan.items?.[1]?.constraints).toEqual([{ kind: "startNoEarlierThan", at: "2026-03-02" }]);
  });

  test("has its links on the predecessor, in its own numbers of kinds", () => {
    expect(
      plan.dependencies?.map(({ predecessorId, successorId, type, lag }) => [
        predecessorId,
        successorId,
        type,
        lag?.amount,
      ]),
    ).toEqual([
      ["1", "2", "FS", 480],
      ["1", "3", "FF", undefined],
    ]);
  });

  test("marks free days of the week with 1, and holidays of every year without a year", () => {
    const [calendar] = plan.calendars ?? [];
    expect(
      Object.entries(calendar?.week ?? {})
        .filter(([, day]) => day.length === 0)
        .map(([name]) => name),
    ).toEqual(["friday", "saturday", "sunday"]);
    expect(
      calendar?.exceptions?.map(({ name, from, recurrence, intervals }) => [
        name,
        from,
        recurrence?.kind,
        intervals.length,
      ]),
    ).toEqual([
      ["Founders", "1970-01-01", "yearly", 0],
      [undefined, "2026-03-07", undefined, 2],
    ]);
    expect(plan.people?.[0]?.away).toEqual([{ from: "2026-04-01", to: "2026-04-03" }]);
    expect(plan.assignments?.[0]).toMatchObject({ role: "accountable", units: 0.5 });
  });
});

describe("what is written is read again as the same, but for the loss table", () => {
  test("for a small file", () => roundTrip(ganttProject));

  test("for every shared file", () => {
    const path = sharedData("exports", "ganttproject");
    for (const name of path === undefined ? [] : readdirSync(path)) roundTrip(readFileSync(`${path}/${name}`));
  });

  testLaws("for generated plans", [
    {
      name: "with whole days",
      statedRuns: 10_000,
      property: fc.property(
        anyPlan,
        fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 12, maxLength: 12 }),
        (plan, lags) => {
          const source: WorkPlan = {
            ...plan,
            dependencies: (plan.dependencies ?? []).map((row, index) => {
              const amount = (lags[index % lags.length] ?? 0) * 480;
              return amount === 0
                ? row
                : { ...row, lag: { amount, unit: "minutes", basis: "working", calendar: "project" } };
            }),
            items: (plan.items ?? []).map((item, index) => ({
              ...item,
              title: `<${item.title}>&"\n${index}`,
              schedule: { kind: "task", durationMinutes: 480 * (1 + (index % 5)), percentComplete: (index % 4) / 4 },
            })),
          };
          roundTrip(writeGanttProject(source));
          const again = orThrow(readGanttProject(writeGanttProject(deepFreeze(source)))).plan;
          expect(again.items?.length ?? 0).toBe(source.items?.length ?? 0);
          expect((again.dependencies ?? []).map((row) => `${row.type} ${row.lag?.amount}`).sort()).toEqual(
            (source.dependencies ?? []).map((row) => `${row.type} ${row.lag?.amount}`).sort(),
          );
          const durations = (each: WorkPlan) => (each.items ?? []).map((item) => item.schedule?.durationMinutes).sort();
          expect(durations(again)).toEqual(durations(source));
        },
      ),
    },
  ]);
});
