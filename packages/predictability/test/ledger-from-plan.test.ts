import type { WorkEvent, WorkHistory, WorkPlan } from "@evenkeel/core";
import { anyPlanWithHistory, reversedRows } from "@evenkeel/core/testing";
import { canonicalJson, orThrow } from "@evenkeel/kernel";
import { deepFreeze, statedRuns } from "@evenkeel/test-kit";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { commitmentsFromPlan, ledgerFromPlan } from "../src/from-plan.js";
import { judgePromises, type Ledger, measureCommitments, measureLedger } from "../src/index.js";

const at = (day: number): string => `2026-05-${String(day).padStart(2, "0")}T12:00:00Z`;
const millis = (day: number): number => Date.UTC(2026, 4, day, 12);
const endOf = (day: number): number => Date.UTC(2026, 4, day + 1) - 1;
const subject = (table: WorkEvent["subject"]["table"], id: string, day: number, nth = 0) =>
  ({ id: `${table}${id}${day}.${nth}`, at: at(day), subject: { table, id }, source: "exact" }) as const;
const plan: WorkPlan = deepFreeze({
  formatVersion: 1,
  workflows: [
    {
      id: "w",
      name: "Board",
      states: [
        { id: "todo", name: "To do", category: "proposed" },
        { id: "done", name: "Done", category: "done" },
        { id: "no", name: "Dropped", category: "dropped" },
      ],
    },
  ],
  teams: [{ id: "crew", name: "Crew" }],
  items: [
    { id: "door", title: "Door", kind: "task", workflowId: "w", dueDate: "2026-05-12" },
    { id: "__proto__", title: "Wall", kind: "task", workflowId: "w", dueDate: "2026-05-09" },
    { id: "lamp", title: "Lamp", kind: "task", workflowId: "w" },
    { id: "open", title: "Opening", kind: "milestone", finishedAt: "2026-05-20" },
    { id: "inspection", title: "Inspection", kind: "milestone", deadline: "2026-05-15" },
  ],
  schedules: [
    { id: "b2", kind: "baseline", madeAt: "2026-05-03", items: [{ itemId: "open", finish: "2026-05-25" }] },
    { id: "b1", kind: "baseline", madeAt: "2026-05-01", items: [{ itemId: "open", finish: "2026-05-18" }] },
  ],
  timeboxes: [
    {
      id: "week",
      name: "Week",
      kind: "iteration",
      teamId: "crew",
      interval: { from: "2026-05-04", to: "2026-05-08" },
      itemIds: ["door", "lamp"],
    },
  ],
  commitments: [
    { id: "P", byId: "crew", due: "2026-05-20", probability: 0.7 },
    { id: "Q", byId: "ana", due: "2026-05-06", state: "missed", resolvedAt: "2026-05-06" },
  ],
});
const history: WorkHistory = deepFreeze({
  formatVersion: 1,
  events: [
    { ...subject("commitments", "P", 1), type: "commitmentMade", due: "2026-05-10", probability: 0.9 },
    { ...subject("commitments", "P", 9), type: "commitmentRenegotiated", due: "2026-05-20" },
    { ...subject("commitments", "P", 10), recordedAt: at(12), type: "commitmentMet" },
    { ...subject("items", "door", 2), type: "dateChanged", field: "dueDate", to: "2026-05-06" },
    { ...subject("items", "door", 6), type: "dateChanged", field: "dueDate", from: "2026-05-06", to: "2026-05-12" },
    { ...subject("items", "door", 5), type: "stateChanged", to: "done" },
    { ...subject("items", "door", 7), type: "stateChanged", from: "done", to: "todo" },
    { ...subject("items", "door", 11), type: "stateChanged", from: "todo", to: "done" },
    { ...subject("items", "__proto__", 3), type: "stateChanged", to: "done" },
    { ...subject("items", "lamp", 6), type: "stateChanged", to: "no" },
    { ...subject("timeboxes", "week", 2), type: "scopeChanged", itemId: "__proto__", change: "added" },
    { ...subject("timeboxes", "week", 2, 1), type: "scopeChanged", itemId: "door", change: "added" },
    { ...subject("timeboxes", "week", 5), type: "scopeChanged", itemId: "__proto__", change: "removed" },
    { ...subject("timeboxes", "week", 6), type: "scopeChanged", itemId: "lamp", change: "added" },
  ],
});
const ledger = ledgerFromPlan(plan, history);
const promise = (id: string, from: Ledger = ledger) => from.promises.find((row) => row.id === id);

describe("a ledger from the documents", () => {
  test("a commitment has its first date and chance, and counts from when its outcome was recorded", () => {
    expect(promise("commitments/P")).toEqual({
      id: "commitments/P",
      kind: "date",
      value: endOf(10),
      madeAt: millis(1),
      by: "crew",
      confidence: 0.9,
      basis: "commitment",
    });
    expect(promise("commitments/Q")).not.toHaveProperty("by");
    const record = orThrow(measureLedger(ledger, millis(30), { basis: "commitment" }));
    expect(record).toMatchObject({ kept: 0, late: 1, missed: 1, renegotiated: 1, claimedInTime: 1 });
  });

  test("a due date is the first one, and work that came back is not done", () => {
    expect(promise("items/door")).toMatchObject({ value: endOf(6), madeAt: millis(2), basis: "due date" });
    const standing = (now: number) =>
      orThrow(judgePromises(ledger, now, { basis: "due date" })).map((row) => [row.id, row.standing]);
    expect(standing(millis(6))).toEqual([
      ["items/__proto__", "kept"],
      ["items/door", "kept"],
    ]);
    expect(standing(millis(30))).toEqual([
      ["items/__proto__", "kept"],
      ["items/door", "late"],
    ]);
  });

  test("a date given to what is done already promises nothing", () => {
    const after = {
      ...subject("items", "__proto__", 4),
      type: "dateChanged",
      field: "dueDate",
      to: "2026-05-09",
    } as const;
    expect(
      promise("items/__proto__", ledgerFromPlan(plan, { ...history, events: [...history.events, after] })),
    ).toBeUndefined();
  });

  test("a milestone has its deadline, else its finish in the earliest baseline", () => {
    expect(promise("items/open")).toMatchObject({ value: endOf(18), madeAt: Date.UTC(2026, 4, 1), basis: "milestone" });
    expect(promise("items/inspection")).toMatchObject({ value: endOf(15), basis: "milestone" });
    expect(orThrow(measureLedger(ledger, millis(30), { basis: "milestone" }))).toMatchObject({ late: 1, missed: 1 });
  });

  test("an iteration commits what was in it when it began and was not done yet", () => {
    expect(promise("timeboxes/week")).toMatchObject({
      kind: "scope",
      value: ["door"],
      due: endOf(8),
      madeAt: Date.UTC(2026, 4, 4),
      by: "crew",
    });
    const record = orThrow(measureLedger(ledger, millis(30), { by: "crew", basis: "iteration" }));
    expect(record.sayDo).toEqual([
      { kind: "scope", promises: 1, committed: 1, done: 0, share: 0, added: 1, removed: 0 },
    ]);
  });

  test("an expectation promises each item started; one dropped is withdrawn", () => {
    const items = [
      { id: "a", startedAt: millis(1), finishedAt: millis(3) },
      { id: "b", startedAt: millis(1), finishedAt: millis(4) },
      { id: "c", startedAt: millis(1), droppedAt: millis(2) },
      { id: "d" },
    ];
    const expected = ledgerFromPlan(plan, history, { expectation: { days: 3, probability: 0.85, items } });
    expect(orThrow(measureLedger(expected, millis(30), { basis: "expectation" }))).toMatchObject({
      promises: 3,
      kept: 1,
      late: 1,
      withdrawn: 1,
    });
  });

  test("holds no issue for any plan, sees nothing later, and does not depend on the order of rows", () => {
    fc.assert(
      fc.property(anyPlanWithHistory, fc.integer({ min: 1, max: 30 }), ({ plan: any, history: past }, day) => {
        const until = millis(day);
        const whole = ledgerFromPlan(any, past);
        const seen = ledgerFromPlan(any, past, { until });
        const turned = ledgerFromPlan(reversedRows(any), past);
        const measure = (one: Ledger) => canonicalJson(orThrow(measureLedger(one, until)));
        expect(
          measureLedger(whole, until).issues.filter(({ code }) => code === "predictability/unknown-promise"),
        ).toEqual([]);
        expect(measure(turned)).toBe(measure(whole));
        expect(measure(seen)).toBe(measure(whole));
      }),
      { numRuns: statedRuns(2_000) },
    );
  });

  test("agrees with the rows of commitments where nobody dated back", () => {
    const plain = { ...history, events: history.events.map(({ recordedAt: _later, ...event }) => event as WorkEvent) };
    const [one, other] = [
      orThrow(measureLedger(ledgerFromPlan(plan, plain), millis(30), { basis: "commitment" })),
      orThrow(measureCommitments(commitmentsFromPlan(plan, plain), millis(30))),
    ];
    expect([one.kept, one.late + one.missed, one.renegotiated]).toEqual([other.kept, other.missed, other.renegotiated]);
    expect(one.kept).toBe(1);
  });
});
