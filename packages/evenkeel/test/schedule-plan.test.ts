import type { Dependency, WorkItem, WorkPlan } from "@evenkeel/core";
import { deepFreeze, statedRuns } from "@evenkeel/test-kit";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { schedulePlan } from "../src/index.js";

const item = (id: string, projectId: string, hours: number, more: Partial<WorkItem> = {}): WorkItem => ({
  id,
  title: id,
  kind: "task",
  projectId,
  schedule: { kind: "task", durationMinutes: 60 * hours },
  ...more,
});
const link = (predecessorId: string, successorId: string, more: Partial<Dependency> = {}): Dependency => ({
  id: `${predecessorId}>${successorId}`,
  predecessorId,
  successorId,
  type: "FS",
  ...more,
});
const projects = (...ids: string[]) => ids.map((id) => ({ id, name: id, start: "2026-06-01T08:00" }));
const codesOf = (plan: WorkPlan): string[] => schedulePlan(deepFreeze(plan)).issues.map(({ code }) => code);
const datesOf = (plan: WorkPlan, ...ids: string[]) => {
  const { byItem } = schedulePlan(deepFreeze(plan));
  return ids.map((id) => [byItem.get(id)!.start, byItem.get(id)!.finish, byItem.get(id)!.totalFloatMinutes]);
};

const anyItems = fc.array(
  fc.record({ hours: fc.integer({ min: 0, max: 30 }), project: fc.constantFrom("P", "Q", "R"), at: fc.nat(4) }),
  { minLength: 2, maxLength: 9 },
);
const anyLinks = fc.array(
  fc.record({
    a: fc.nat(8),
    b: fc.nat(8),
    type: fc.constantFrom("FS", "FS", "SS", "FF", "SF"),
    lag: fc.integer({ min: -8, max: 8 }),
  }),
  { maxLength: 14 },
);
const anyPlan = fc
  .tuple(anyItems, anyLinks, fc.constantFrom("evenkeel", "msProject", "primavera"))
  .map(([rows, ties, preset]): { readonly plan: WorkPlan; readonly preset: "evenkeel" | "msProject" | "primavera" } => {
    const items = rows.map(({ hours, project, at }, k) =>
      item(`I${k}`, project, hours, {
        constraints: at === 0 ? [{ kind: "startNoEarlierThan", at: "2026-06-04T10:00" }] : [],
      }),
    );
    const dependencies = ties.flatMap(({ a, b, type, lag }): Dependency[] => {
      const [from, to] = [Math.min(a, b) % rows.length, Math.max(a, b) % rows.length];
      if (from >= to) return [];
      const id = `I${from}>I${to}:${type}`;
      return [
        { ...link(`I${from}`, `I${to}`), id, type, lag: { amount: 60 * lag, unit: "minutes", basis: "working" } },
      ];
    });
    const distinct = [...new Map(dependencies.map((row) => [row.id, row])).values()];
    const table = projects("P", "Q", "R").map((row) => ({ ...row, mustFinishBy: "2026-09-01T17:00" }));
    return { plan: { formatVersion: 1, projects: table, items, dependencies: distinct }, preset };
  });

describe("links between projects", () => {
  test("law: a network cut into projects has the dates of the whole", () => {
    fc.assert(
      fc.property(anyPlan, ({ plan, preset }) => {
        const split = schedulePlan(deepFreeze(plan), { preset });
        const one = {
          ...plan,
          projects: [plan.projects![0]!],
          items: plan.items!.map((row) => ({ ...row, projectId: "P" })),
        };
        const whole = schedulePlan(one, { preset });
        expect(split.byItem.size).toBe(whole.byItem.size);
        for (const [id, row] of whole.byItem) {
          // Where an activity that nothing follows may slip to is a question of its own project.
          const { freeFloatMinutes: _free, isCritical: _critical, ...dates } = row;
          expect(split.byItem.get(id)).toMatchObject(dates);
        }
      }),
      { numRuns: statedRuns(10_000) },
    );
  });

  // Mon 1 June 08:00 .. 17:00 | Tue 2 June
  // P: design ########
  // Q: build          ########   (8 h after design)
  test("what goes before is counted in the successor's project, and waits no longer than the successor can", () => {
    const plan: WorkPlan = {
      formatVersion: 1,
      projects: projects("P", "Q"),
      items: [item("design", "P", 8), item("build", "Q", 8), item("long", "P", 24)],
      dependencies: [link("design", "build")],
    };
    expect(datesOf(plan, "design", "build")).toEqual([
      ["2026-06-01T08:00", "2026-06-01T17:00", 0],
      ["2026-06-02T08:00", "2026-06-02T17:00", 0],
    ]);
    const [p, q] = schedulePlan(plan).projects;
    expect(p!.outside).toMatchObject([{ id: "build", isOutside: true, start: "2026-06-02T08:00" }]);
    expect(q!.schedule.activities.map(({ id }) => id)).toEqual(["build"]);
    expect(q!.schedule).toMatchObject({ start: "2026-06-02T08:00", finish: "2026-06-02T17:00" });
    expect(schedulePlan(plan).byItem.get("build")!.driver).toMatchObject({ kind: "link", predecessor: "design" });
    expect(codesOf(plan)).toEqual([]);
  });

  // Berlin 17:00 on Mon 1 June is New York 11:00: two hours of work until 13:00 with an hour off at noon.
  test("a project in another zone reads the same instant", () => {
    const plan: WorkPlan = {
      formatVersion: 1,
      projects: [
        { id: "P", name: "P", start: "2026-06-01T08:00", zone: "Europe/Berlin" },
        { id: "Q", name: "Q", start: "2026-06-01T08:00", zone: "America/New_York" },
      ],
      items: [item("design", "P", 8), item("build", "Q", 2)],
      dependencies: [link("design", "build")],
    };
    expect(datesOf(plan, "design", "build")).toEqual([
      ["2026-06-01T08:00", "2026-06-01T17:00", 0],
      ["2026-06-01T11:00", "2026-06-01T14:00", 0],
    ]);
  });

  test("a link to what the plan does not hold is no link between projects", () => {
    const items = [item("a", "P", 8), item("b", "Q", 8)];
    const plan = { formatVersion: 1 as const, projects: projects("P", "Q"), items, dependencies: [link("a", "gone")] };
    expect(codesOf(plan)).toEqual([]);
  });

  test("projects that wait for one another in turn settle", () => {
    const items = Array.from({ length: 12 }, (_, at) => item(`I${at}`, at % 2 === 0 ? "P" : "Q", 8));
    const dependencies = items.slice(1).map(({ id }, at) => link(`I${at}`, id));
    const plan = { formatVersion: 1 as const, projects: projects("P", "Q"), items, dependencies };
    expect(datesOf(plan, "I11")[0]![0]).toBe("2026-06-16T08:00");
    expect(codesOf(plan)).toEqual([]);
  });

  test("a circle through two projects is named, and its links between them do not act", () => {
    const plan: WorkPlan = {
      formatVersion: 1,
      projects: projects("P", "Q"),
      items: [item("a", "P", 8), item("b", "Q", 8)],
      dependencies: [link("a", "b"), link("b", "a")],
    };
    expect(codesOf(plan)).toEqual(["evenkeel/cycle-between-projects"]);
    expect(datesOf(plan, "a", "b").map(([start]) => start)).toEqual(["2026-06-01T08:00", "2026-06-01T08:00"]);
  });

  test("a project that ignores others keeps its dates, and others still wait for it", () => {
    const ignoring = { scheduling: { ignoresOtherProjects: true } };
    const [p, q] = projects("P", "Q");
    const plan: WorkPlan = {
      formatVersion: 1,
      projects: [p!, { ...q!, ...ignoring }],
      items: [item("a", "P", 8), item("b", "Q", 8), item("c", "P", 8)],
      dependencies: [link("a", "b"), link("b", "c")],
    };
    expect(datesOf(plan, "a", "b", "c").map(([start]) => start)).toEqual([
      "2026-06-01T08:00",
      "2026-06-01T08:00",
      "2026-06-02T08:00",
    ]);
    expect(codesOf(plan)).toEqual([]);
  });

  test("a link to what has no dates is named", () => {
    const { schedule: _none, ...undated } = item("b", "Q", 8);
    const plan: WorkPlan = {
      formatVersion: 1,
      projects: projects("P", "Q"),
      items: [item("a", "P", 8), undated, item("c", "Q", 8)],
      dependencies: [link("a", "b")],
    };
    expect(codesOf(plan)).toEqual(["evenkeel/link-between-projects"]);
  });

  test("summaries of two projects that hold what waits for the other are left after so many rounds", () => {
    const sum = (id: string, projectId: string): WorkItem => ({ id, title: id, kind: "summary", projectId });
    const plan: WorkPlan = {
      formatVersion: 1,
      projects: projects("P", "Q"),
      items: [sum("S", "P"), item("a", "P", 8, { parentId: "S" }), sum("T", "Q"), item("b", "Q", 8, { parentId: "T" })],
      dependencies: [link("a", "T"), link("b", "S")],
    };
    expect(codesOf(plan)).toContain("evenkeel/projects-unsettled");
  });
});
