import { runChecks } from "@evenkeel/checks";
import type { WorkEvent, WorkPlan } from "@evenkeel/core";
import { deepFreeze, statedRuns, testLaws } from "@evenkeel/test-kit";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type CompletionInput, completionChecks, nextItems, workInProgress } from "../src/index.js";
import { anyCompletionInput, completionLaws } from "../src/testing.js";

const now = Date.UTC(2026, 4, 10);
const task = (id: string, more: object = {}) => ({ id, title: id, kind: "task" as const, ...more });
const outcomes = (input: Omit<CompletionInput, "now">, id: string) =>
  runChecks(completionChecks, deepFreeze({ ...input, now }), { today: "2026-05-10" })
    .filter(({ checkId }) => checkId === id)
    .map(({ outcome, subject }) => `${outcome} ${subject.id}`);

describe("what is stuck", () => {
  const blockedAt = (at: string): WorkEvent => ({
    id: "1",
    at,
    subject: { table: "items", id: "A" },
    source: "exact",
    type: "blocked",
  });

  test("a day blocked is allowed, a second more is not", () => {
    const plan: WorkPlan = { formatVersion: 1, items: [task("A")] };
    const id = "completion/item-blocked";
    expect(outcomes({ plan, history: { formatVersion: 1, events: [blockedAt("2026-05-09T00:00:00Z")] } }, id)).toEqual([
      "pass A",
    ]);
    expect(outcomes({ plan, history: { formatVersion: 1, events: [blockedAt("2026-05-08T23:59:59Z")] } }, id)).toEqual([
      "fail A",
    ]);
    expect(outcomes({ plan: { formatVersion: 1, items: [task("A", { blocked: true })] } }, id)).toEqual(["fail A"]);
  });

  test("age is judged against the team's own expectation, and unknown without one", () => {
    const plan: WorkPlan = {
      formatVersion: 1,
      items: [task("A", { startedAt: "2026-05-02T00:00:00Z" }), task("B", { startedAt: "2026-05-03T00:00:00Z" })],
    };
    expect(outcomes({ plan, expectedDays: 7 }, "completion/item-ageing")).toEqual(["fail A", "pass B"]);
    expect(outcomes({ plan }, "completion/item-ageing")).toEqual(["unknown completion/item-ageing"]);
  });

  test("a promise is in time until its day has ended", () => {
    const plan: WorkPlan = {
      formatVersion: 1,
      commitments: [
        { id: "a", due: "2026-05-09" },
        { id: "b", due: "2026-05-08" },
        { id: "c", due: "2026-01-01", state: "met" },
      ],
    };
    expect(outcomes({ plan }, "completion/promise-overdue")).toEqual(["pass a", "fail b"]);
  });

  test("a state holds at most its limit", () => {
    const workflows = [
      { id: "w", name: "Board", states: [{ id: "doing", name: "Doing", category: "active" as const, wipLimit: 1 }] },
    ];
    const items = ["A", "B"].map((id) => task(id, { workflowId: "w", stateId: "doing" }));
    expect(outcomes({ plan: { formatVersion: 1, workflows, items: items.slice(1) } }, "completion/wip-limit")).toEqual([
      "pass w/doing",
    ]);
    expect(outcomes({ plan: { formatVersion: 1, workflows, items } }, "completion/wip-limit")).toEqual([
      "fail w/doing",
    ]);
  });
});

describe("what is next", () => {
  const plan: WorkPlan = {
    formatVersion: 1,
    items: [
      task("ranked", { rank: 1 }),
      task("due", { dueDate: "2026-05-20" }),
      task("fixed", { classOfService: "fixedDate", deadline: "2026-06-20" }),
      task("fire", { classOfService: "expedite" }),
      task("started", { startedAt: "2026-05-01" }),
      task("stuck", { startedAt: "2026-05-01", blocked: true }),
      task("later"),
    ],
    dependencies: [{ id: "d", predecessorId: "ranked", successorId: "later", type: "FS" }],
    people: [{ id: "ana", name: "Ana" }],
    assignments: [{ id: "a", itemId: "due", personId: "ana", role: "responsible" }],
  };

  test("finishes before it starts, then goes by class, date and rank", () => {
    expect(nextItems(deepFreeze({ plan, now }), { most: 9 }).map(({ itemId }) => itemId)).toEqual([
      "started",
      "fire",
      "fixed",
      "due",
      "ranked",
    ]);
  });

  test("leaves other people's items to them", () => {
    expect(nextItems({ plan, now }, { personId: "ben" }).map(({ itemId }) => itemId)).not.toContain("due");
    expect(nextItems({ plan, now }, { personId: "ana" }).map(({ itemId }) => itemId)).toContain("due");
  });

  test("agrees with picking the best by hand, again and again", () => {
    fc.assert(
      fc.property(anyCompletionInput, (input) => {
        const order = nextItems(input, { most: 99 }).map(({ itemId }) => itemId);
        const started = new Set(workInProgress(input).map(({ item }) => item.id));
        const rest = new Set(order);
        const picked: string[] = [];
        while (rest.size > 0) {
          const [best] = [...rest].sort((a, b) =>
            started.has(a) !== started.has(b) ? (started.has(a) ? -1 : 1) : a < b ? -1 : 1,
          );
          picked.push(best!);
          rest.delete(best!);
        }
        expect(order).toEqual(picked);
      }),
      { numRuns: statedRuns(5_000) },
    );
  });
});

testLaws("laws of completion", completionLaws());
