import type { WorkEvent, WorkHistory, WorkPlan } from "@evenkeel/core";
import { anyPlanWithHistory, reversedRows } from "@evenkeel/core/testing";
import { canonicalJson, orThrow } from "@evenkeel/kernel";
import { deepFreeze, statedRuns } from "@evenkeel/test-kit";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { commitmentsFromPlan, flowItemsFromHistory } from "../src/from-plan.js";
import { measureCommitments, measureWipAt } from "../src/index.js";

const at = (day: number): string => `2026-05-0${day}T12:00:00Z`;
const millis = (day: number): number => Date.UTC(2026, 4, day, 12);
const base = (id: string, table: "items" | "commitments", day: number) =>
  ({ id: `${id}${day}`, at: at(day), subject: { table, id }, source: "exact" }) as const;
const plan: WorkPlan = deepFreeze({
  formatVersion: 1,
  workflows: [
    {
      id: "w",
      name: "Board",
      states: [
        { id: "todo", name: "To do", category: "proposed" },
        { id: "doing", name: "Doing", category: "active" },
        { id: "done", name: "Done", category: "done" },
        { id: "no", name: "Dropped", category: "dropped" },
      ],
    },
  ],
  items: [
    { id: "house", title: "House", kind: "epic" },
    { id: "__proto__", title: "Doors", kind: "task", parentId: "house", workflowId: "w", finishedAt: "2026-01-01" },
    { id: "paint", title: "Paint", kind: "task", parentId: "house", startedAt: "2026-05-01", finishedAt: "2026-05-01" },
    { id: "old", title: "Old", kind: "task", workflowId: "w", stateId: "no", startedAt: "2026-04-01" },
    { id: "roof", title: "Roof", kind: "task", workflowId: "w", stateId: "done", startedAt: "2026-04-01" },
  ],
  commitments: [
    { id: "P", due: "2026-05-09", probability: 0.5 },
    { id: "Q", due: "2026-05-03", state: "met", resolvedAt: "2026-05-03T20:00:00Z" },
    { id: "R", due: "2026-05-03", state: "open" },
  ],
});
const history: WorkHistory = deepFreeze({
  formatVersion: 1,
  events: [
    { ...base("__proto__", "items", 1), type: "stateChanged", to: "doing" },
    { ...base("__proto__", "items", 3), type: "stateChanged", to: "done" },
    { ...base("__proto__", "items", 5), type: "reopened" },
    { ...base("__proto__", "items", 6), type: "stateChanged", to: "doing" },
    { ...base("P", "commitments", 1), type: "commitmentMade", due: "2026-05-04", probability: 0.9 },
    { ...base("P", "commitments", 4), type: "commitmentRenegotiated", due: "2026-05-09" },
    { ...base("P", "commitments", 8), type: "commitmentMet" },
  ] as WorkEvent[],
});

describe("flow from a plan", () => {
  test("takes the first start that is left of a cut history for none", () => {
    const cut: WorkHistory = { ...history, truncated: [{ table: "items", id: "__proto__" }] };
    expect(flowItemsFromHistory(plan, cut)[0]).not.toHaveProperty("startedAt");
    const items = (plan.items ?? []).map((item) => (item.id === "__proto__" ? { ...item, startedAt: at(2) } : item));
    expect(flowItemsFromHistory({ ...plan, items }, cut)[0]).toHaveProperty("startedAt", millis(2));
  });

  test("believes the history, counts leaves only and guesses no end", () => {
    expect(flowItemsFromHistory(plan, history)).toMatchObject([
      { id: "__proto__", startedAt: millis(1) },
      { id: "paint", startedAt: Date.UTC(2026, 4, 1), finishedAt: Date.UTC(2026, 4, 2) - 1 },
    ]);
    expect(flowItemsFromHistory(plan, history)[0]).not.toHaveProperty("finishedAt");
  });

  test("tells stays by the names of states, blocked spans, class, team and what it rolls up to", () => {
    const [doors, paint] = flowItemsFromHistory(
      {
        ...plan,
        items: (plan.items ?? []).map((item) => ({ ...item, classOfService: "expedite" })),
        assignments: [
          { id: "1", itemId: "__proto__", teamId: "joiners", role: "responsible" },
          { id: "2", itemId: "paint", teamId: "joiners", role: "responsible" },
          { id: "3", itemId: "paint", teamId: "painters", role: "responsible" },
        ],
      },
      {
        formatVersion: 1,
        events: [
          ...history.events,
          { ...base("__proto__", "items", 2), type: "blocked" },
          { ...base("__proto__", "items", 2), id: "again", at: at(4), type: "unblocked" },
        ] as WorkEvent[],
      },
    );
    expect(doors).toEqual({
      id: "__proto__",
      startedAt: millis(1),
      visits: [
        { state: "Doing", category: "active", from: millis(1), to: millis(3) },
        { state: "Done", category: "done", from: millis(3), to: millis(6) },
        { state: "Doing", category: "active", from: millis(6) },
      ],
      blocked: [{ from: millis(2), to: millis(4) }],
      class: "expedite",
      team: "joiners",
      rollUp: "house",
    });
    expect(paint).not.toHaveProperty("team");
    expect(paint).not.toHaveProperty("visits");
  });

  test("sees nothing later than asked", () => {
    expect(flowItemsFromHistory(plan, history, { until: millis(4) })[0]).toMatchObject({
      id: "__proto__",
      startedAt: millis(1),
      finishedAt: millis(3),
      visits: [{ to: millis(3) }, { state: "Done", from: millis(3) }],
    });
  });

  test("does not depend on the order of rows or events", () => {
    fc.assert(
      fc.property(anyPlanWithHistory, ({ plan: any, history: past }) => {
        const sorted = (rows: readonly { id: string }[]): string =>
          canonicalJson([...rows].sort((a, b) => (a.id < b.id ? -1 : 1)));
        const turned = { ...past, events: [...past.events].reverse() };
        const flow = flowItemsFromHistory(any, past);
        return (
          sorted(flow) === sorted(flowItemsFromHistory(reversedRows(any), turned)) &&
          measureWipAt(flow, millis(2)).issues.every(({ code }) => code === "predictability/finished-before-started")
        );
      }),
      { numRuns: statedRuns(10_000), seed: 1 },
    );
  });
});

describe("promises from a plan", () => {
  test("keeps the first date and the first chance", () => {
    const promises = commitmentsFromPlan(plan, history);
    expect(promises[0]).toEqual({
      id: "P",
      madeAt: millis(1),
      due: Date.UTC(2026, 4, 5) - 1,
      probability: 0.9,
      state: "met",
      resolvedAt: millis(8),
      revisions: [{ at: millis(4), due: Date.UTC(2026, 4, 10) - 1 }],
    });
    const record = orThrow(measureCommitments(promises, millis(9)));
    expect(record).toMatchObject({ kept: 1, missed: 2, renegotiated: 1 });
  });

  test("knows at an instant only what was known then", () => {
    const early = commitmentsFromPlan(plan, history, { until: millis(2) });
    expect(early.map(({ id, state, revisions }) => [id, state, revisions])).toEqual([
      ["P", "open", undefined],
      ["Q", "open", undefined],
      ["R", "open", undefined],
    ]);
    expect(commitmentsFromPlan(plan, history, { until: millis(1) - 1 }).map(({ id }) => id)).toEqual(["Q", "R"]);
  });
});
