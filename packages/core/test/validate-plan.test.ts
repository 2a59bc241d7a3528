import { deepFreeze, statedRuns, testLaws } from "@evenkeel/test-kit";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { validateHistory, validatePlan, type WorkHistory, type WorkPlan } from "../src/index.js";
import { coreLaws } from "../src/testing.js";

const codes = (plan: WorkPlan) => validatePlan(deepFreeze(plan)).issues.map(({ code, path }) => [code, path.join("/")]);
const task = (id: string, more: object = {}) => ({ id, title: id, kind: "task" as const, ...more });

describe("validating a plan", () => {
  test("accepts an empty plan, which is a one-person plan without work", () => {
    expect(validatePlan({ formatVersion: 1 }).ok).toBe(true);
  });

  test("reports every fault at once, in a stated order", () => {
    expect(
      codes({
        formatVersion: 1,
        items: [
          task("A"),
          task("A"),
          task("B", {
            parentId: "gone",
            deadline: "2026-02-30",
            schedule: { kind: "task", durationMinutes: Number.NaN },
          }),
          task("C", { stateId: "doing" }),
        ],
        dependencies: [{ id: "d", predecessorId: "A", successorId: "A", type: "FS" }],
        people: [{ id: "p", name: "Ana", contractMinutesPerWeek: -1 }],
        assignments: [{ id: "x", itemId: "A", role: "responsible" }],
      }),
    ).toEqual([
      ["core/duplicate-id", "items/1/id"],
      ["core/dangling-reference", "items/2/parentId"],
      ["kernel/impossible-date", "items/2/deadline"],
      ["core/number-out-of-range", "items/2/schedule/durationMinutes"],
      ["core/self-dependency", "dependencies/0"],
      ["core/number-out-of-range", "people/0/contractMinutesPerWeek"],
      ["core/assignee-count", "assignments/0"],
      ["core/unknown-state", "items/3/stateId"],
    ]);
  });

  test("names what is no list of rows, all of it, and judges nothing besides", () => {
    const items = [null, task("A", { parentId: "gone" }), 7, []] as never;
    expect(codes({ formatVersion: 1, items, people: "Ana" as never })).toEqual([
      ["core/invalid-row", "items/0"],
      ["core/invalid-row", "items/2"],
      ["core/invalid-row", "items/3"],
      ["core/invalid-table", "people"],
    ]);
  });

  test("law: whatever stands where tables, rows and lists within them belong is an issue, never an exception", () => {
    const odd = fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constantFrom("a", "b"));
    const state = fc.oneof(odd, fc.record({ id: odd }));
    const row = fc.record(
      {
        ...{ id: odd, parentId: odd, projectId: odd, stateId: odd, workflowId: odd, schedule: odd, deadline: odd },
        ...{ containerId: odd, personId: odd, predecessorId: odd, states: fc.oneof(odd, fc.array(state)) },
        memberships: fc.oneof(odd, fc.array(fc.oneof(odd, fc.record({ containerId: odd, stateId: odd })))),
      },
      { requiredKeys: [] },
    );
    const table = fc.oneof(odd, fc.array(row), fc.array(fc.oneof(row, odd)));
    const plan = fc.record(
      {
        ...{ items: table, workflows: table, containers: table, dependencies: table, assignments: table },
        ...{ people: table, calendars: table, decisions: table, commitments: table },
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(plan, (tables) => {
        const given = deepFreeze({ formatVersion: 1, ...tables }) as unknown as WorkPlan;
        const { ok, issues } = validatePlan(given);
        expect(ok).toBe(issues.every(({ severity }) => severity !== "error"));
      }),
      { numRuns: statedRuns(20_000) },
    );
  });

  test("names the shortest ring of parents", () => {
    const result = validatePlan({
      formatVersion: 1,
      items: [task("A", { parentId: "B" }), task("B", { parentId: "C" }), task("C", { parentId: "B" })],
    });
    expect(result.issues).toMatchObject([
      { code: "core/parent-cycle", subject: ["B", "C"], facts: { members: ["B", "C", "B"] } },
    ]);
  });

  test.each(["__proto__", "constructor", "toString"])("does not find a row named %s where there is none", (id) => {
    expect(codes({ formatVersion: 1, items: [task("A", { parentId: id })] })).toEqual([
      ["core/dangling-reference", "items/0/parentId"],
    ]);
    expect(codes({ formatVersion: 1, items: [task(id), task("A", { parentId: id })] })).toEqual([]);
  });

  test("refuses another format version, Infinity and an absurd duration", () => {
    const far = { schedule: { kind: "task" as const, durationMinutes: 1e12 } };
    const plan = {
      formatVersion: 2,
      items: [task("A", far), task("B", { schedule: { kind: "task", remainingMinutes: Number.POSITIVE_INFINITY } })],
    };
    expect(codes(plan as unknown as WorkPlan).map(([code]) => code)).toEqual([
      "core/format-version",
      "core/number-out-of-range",
      "core/number-out-of-range",
    ]);
  });

  test("walks a chain of 100,000 parents without overflow", () => {
    const items = Array.from({ length: 100_000 }, (_, index) =>
      task(`i${index}`, index === 0 ? {} : { parentId: `i${index - 1}` }),
    );
    expect(validatePlan({ formatVersion: 1, items }).ok).toBe(true);
  });
});

describe("validating a history", () => {
  const base = { subject: { table: "items", id: "A" }, source: "exact" } as const;

  test("names duplicates, impossible times, unknown types and dangling subjects", () => {
    const history = {
      formatVersion: 1,
      events: [
        { ...base, id: "1", at: "2026-13-01", type: "created" },
        { ...base, id: "1", at: "2026-05-01", type: "danced" },
        { ...base, id: "2", at: "2026-05-01", type: "accepted", corrects: "9" },
      ],
    } as unknown as WorkHistory;
    expect(
      validateHistory(history, { formatVersion: 1, items: [] }).issues.map(({ code, path }) => [code, path.join("/")]),
    ).toEqual([
      ["kernel/impossible-date", "events/0/at"],
      ["core/dangling-reference", "events/0/subject"],
      ["core/duplicate-id", "events/1/id"],
      ["core/unknown-event-type", "events/1/type"],
      ["core/dangling-reference", "events/1/subject"],
      ["core/dangling-reference", "events/2/subject"],
      ["core/dangling-reference", "events/2/corrects"],
    ]);
  });
});

testLaws("laws of the documents", coreLaws());
