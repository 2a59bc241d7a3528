import { runChecks } from "@evenkeel/checks";
import { type WorkEvent, type WorkPlan, workContext } from "@evenkeel/core";
import { deepFreeze, statedRuns, testLaws } from "@evenkeel/test-kit";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type CompletionInput,
  completionChecks,
  nextItems,
  type PullPolicy,
  stuckItems,
  unblockOrder,
  workInProgress,
} from "../src/index.js";
import { anyTangledWork, completionDefects, completionLaws } from "../src/testing.js";

const now = Date.UTC(2026, 4, 10);
const task = (id: string, more: object = {}) => ({ id, title: id, kind: "task" as const, ...more });
const contextOf = (plan: WorkPlan, events: readonly WorkEvent[] = [], more: Partial<CompletionInput> = {}) => ({
  ...workContext(deepFreeze({ plan, history: { formatVersion: 1 as const, events }, now })),
  ...more,
});
const outcomes = (id: string, ...of: Parameters<typeof contextOf>) =>
  runChecks(completionChecks, contextOf(...of), { today: "2026-05-10" })
    .filter(({ checkId }) => checkId === id)
    .map(({ outcome, subject }) => `${outcome} ${subject.id}`);
const happened = (type: string, at: string, more: object = {}): WorkEvent =>
  ({ id: `${type}${at}`, at, subject: { table: "items", id: "A" }, source: "exact", type, ...more }) as WorkEvent;
const board: WorkPlan["workflows"] = [
  {
    id: "w",
    name: "Board",
    states: [
      { id: "todo", name: "To do", category: "proposed" },
      { id: "doing", name: "Doing", category: "active", wipLimit: 1 },
      { id: "done", name: "Done", category: "done" },
    ],
  },
];
const shared: Pick<WorkPlan, "people"> = {
  people: [
    { id: "ana", name: "Ana" },
    { id: "ben", name: "Ben" },
  ],
};

describe("checks at their limits", () => {
  test("a day blocked is allowed, a second more is not; blocked without a date is", () => {
    const plan: WorkPlan = { formatVersion: 1, items: [task("A")] };
    const id = "completion/item-blocked";
    expect(outcomes(id, plan, [happened("blocked", "2026-05-09T00:00:00Z")])).toEqual(["pass A"]);
    expect(outcomes(id, plan, [happened("blocked", "2026-05-08T23:59:59Z")])).toEqual(["fail A"]);
    expect(outcomes(id, { formatVersion: 1, items: [task("A", { blocked: true })] })).toEqual(["fail A"]);
  });

  test("age is judged against the team's own expectation, and unknown without one", () => {
    const items = [task("A", { startedAt: "2026-05-02T00:00:00Z" }), task("B", { startedAt: "2026-05-03T00:00:00Z" })];
    const id = "completion/item-ageing";
    expect(outcomes(id, { formatVersion: 1, items }, [], { expectedDays: 7 })).toEqual(["fail A", "pass B"]);
    expect(outcomes(id, { formatVersion: 1, items })).toEqual(["unknown A", "unknown B"]);
  });

  test("a promise is in time until its day has ended", () => {
    const commitments: WorkPlan["commitments"] = [
      { id: "a", due: "2026-05-09" },
      { id: "b", due: "2026-05-08" },
      { id: "c", due: "2026-01-01", state: "met" },
    ];
    expect(outcomes("completion/promise-overdue", { formatVersion: 1, commitments })).toEqual(["pass a", "fail b"]);
  });

  test("a state holds at most its limit", () => {
    const items = ["A", "B"].map((each) => task(each, { workflowId: "w", stateId: "doing" }));
    const id = "completion/wip-limit";
    expect(outcomes(id, { formatVersion: 1, workflows: board, items: items.slice(1) })).toEqual(["pass w/doing"]);
    expect(outcomes(id, { formatVersion: 1, workflows: board, items })).toEqual(["fail w/doing"]);
  });

  test("silence of two weeks is allowed, a second more is not", () => {
    const plan: WorkPlan = { formatVersion: 1, workflows: board, items: [task("A", { workflowId: "w" })] };
    const moved = (at: string) => [happened("stateChanged", at, { to: "doing" })];
    expect(outcomes("completion/stale-work", plan, moved("2026-04-26T00:00:00Z"))).toEqual(["pass A"]);
    expect(outcomes("completion/stale-work", plan, moved("2026-04-25T23:59:59Z"))).toEqual(["fail A"]);
  });

  test("what is done is accepted within a week; an acceptance before it was done counts for nothing", () => {
    const items = [task("A", { workflowId: "w", acceptanceCriteria: [{ text: "It is quiet" }] })];
    const plan: WorkPlan = { formatVersion: 1, workflows: board, items, ...shared };
    const id = "completion/done-not-accepted";
    const done = (at: string) => happened("stateChanged", at, { to: "done" });
    expect(outcomes(id, plan, [done("2026-05-03T00:00:00Z")])).toEqual(["pass A"]);
    expect(outcomes(id, plan, [done("2026-05-02T23:59:59Z")])).toEqual(["fail A"]);
    expect(outcomes(id, plan, [done("2026-05-01"), happened("accepted", "2026-05-02")])).toEqual(["pass A"]);
    expect(outcomes(id, plan, [happened("accepted", "2026-04-30"), done("2026-05-01")])).toEqual(["fail A"]);
    expect(outcomes(id, { ...plan, people: [] }, [done("2026-05-01")])).toEqual([`inapplicable ${id}`]);
  });

  test("an outcome is measured once its day has come, or once all that serves it is done", () => {
    const plan = (by: string, stateId: string): WorkPlan => ({
      formatVersion: 1,
      workflows: board,
      outcomes: [{ id: "o", title: "Quiet", measure: { metric: "noise", target: 30, by } }],
      items: [task("A", { workflowId: "w", stateId, outcomeIds: ["o"] })],
    });
    const id = "completion/outcome-not-measured";
    expect(outcomes(id, plan("2026-05-10", "todo"))).toEqual([]);
    expect(outcomes(id, plan("2026-05-09", "todo"))).toEqual(["pass o"]);
    expect(outcomes(id, plan("2026-05-08", "todo"))).toEqual(["fail o"]);
    expect(outcomes(id, plan("2026-12-31", "done"))).toEqual(["fail o"]);
  });

  test("every check has a defect that it is seeded with", () => {
    expect(completionDefects.map(({ checkId }) => checkId)).toEqual(completionChecks.map(({ id }) => id));
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
  const by = (policy: PullPolicy, items: WorkPlan["items"]) =>
    nextItems(contextOf({ formatVersion: 1, workflows: board, items: items ?? [] }), { policy });
  const sized = (minutes: number, value: number, more: object = {}) => ({
    schedule: { kind: "task", durationMinutes: minutes },
    costOfDelay: { rate: { value, unit: "EUR" } },
    ...more,
  });

  test("finishes before it starts, then goes by class, date and rank", () => {
    const order = nextItems(contextOf(plan), { most: 9 }).map(({ itemId }) => itemId);
    expect(order).toEqual(["started", "fire", "fixed", "due", "ranked"]);
  });

  test("leaves other people's items to them", () => {
    expect(nextItems(contextOf(plan), { personId: "ben" }).map(({ itemId }) => itemId)).not.toContain("due");
    expect(nextItems(contextOf(plan), { personId: "ana" }).map(({ itemId }) => itemId)).toContain("due");
  });

  test("by cost of delay over duration, the small costly one comes first, and the reason says so", () => {
    const order = by("costOfDelay", [task("big", sized(4800, 100)), task("small", sized(480, 50)), task("free")]);
    expect(order.map(({ itemId }) => itemId)).toEqual(["small", "big", "free"]);
    expect(order[0]).toMatchObject({ code: "completion/next-delay", facts: { rate: 50, unit: "EUR" } });
  });

  test("by due-date risk, what has least slack comes first though it is due later", () => {
    const order = by("dueDateRisk", [
      task("soon", { ...sized(480, 1), dueDate: "2026-05-20" }),
      task("large", { ...sized(9600, 1), dueDate: "2026-06-01" }),
    ]);
    expect(order.map(({ itemId }) => itemId)).toEqual(["large", "soon"]);
  });

  test("oldest first goes by when it was asked for", () => {
    const order = by("oldestFirst", [
      task("new", { createdAt: "2026-05-02" }),
      task("old", { createdAt: "2026-05-01" }),
    ]);
    expect(order.map(({ itemId }) => itemId)).toEqual(["old", "new"]);
  });

  test("with respect for limits, nothing new enters a state that is full", () => {
    const flow = { workflowId: "w" };
    const items = [task("A", { ...flow, stateId: "doing" }), task("B", { ...flow, stateId: "todo" })];
    expect(by("wipAware", items).map(({ itemId }) => itemId)).toEqual(["A"]);
    expect(by("wipAware", items.slice(1)).map(({ itemId }) => itemId)).toEqual(["B"]);
  });

  test("agrees with picking the best by hand, again and again", () => {
    fc.assert(
      fc.property(anyTangledWork, (work) => {
        const context = workContext(work);
        const order = nextItems(context, { most: 99 }).map(({ itemId }) => itemId);
        const started = new Set(workInProgress(context).map(({ item }) => item.row.id));
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

describe("what is stuck, and what to free first", () => {
  test("blocked, waiting and silent work, the longest first, each with its reason", () => {
    const states = [...(board[0]?.states ?? []), { id: "wait", name: "Waiting", category: "waiting" as const }];
    const plan: WorkPlan = {
      formatVersion: 1,
      workflows: [{ id: "w", name: "Board", states }],
      items: [
        task("A", { workflowId: "w" }),
        task("B", { workflowId: "w", stateId: "doing", blocked: true, blockedReason: "paint" }),
      ],
    };
    const life = [
      happened("stateChanged", "2026-05-01T08:00:00Z", { to: "doing" }),
      happened("stateChanged", "2026-05-02T08:00:00Z", { to: "wait" }),
    ];
    expect(stuckItems(contextOf(plan, life))).toEqual([
      { itemId: "B", title: "B", why: "blocked", reason: "paint" },
      { itemId: "A", title: "A", why: "waiting", since: Date.UTC(2026, 4, 2, 8) },
    ]);
    expect(stuckItems(contextOf(plan, life.slice(0, 1)), 8)[1]).toMatchObject({ itemId: "A", why: "silent" });
    expect(stuckItems(contextOf(plan, life.slice(0, 1)), 9).map(({ itemId }) => itemId)).toEqual(["B"]);
  });

  test("the blocker with the most work behind it goes first; what two hold is freed by the first", () => {
    const plan: WorkPlan = {
      formatVersion: 1,
      items: ["A", "B", "C", "D", "E"].map((id) => task(id, id === "A" || id === "B" ? { blocked: true } : {})),
      dependencies: [
        ["A", "C"],
        ["C", "D"],
        ["B", "D"],
      ].map(([from = "", to = ""]) => ({
        id: `${from}${to}`,
        predecessorId: from,
        successorId: to,
        type: "FS" as const,
      })),
      decisions: [{ id: "q", question: "Which paint?", blocks: ["E"], deciderId: "ana" }],
    };
    expect(unblockOrder(contextOf(plan)).map(({ subject, frees, behind }) => [subject.id, frees, behind])).toEqual([
      ["A", ["A", "C", "D"], 3],
      ["q", ["E"], 1],
      ["B", ["B"], 2],
    ]);
  });
});

testLaws("laws of completion", completionLaws());
