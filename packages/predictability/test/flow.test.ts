import { describe as describeMessage, type Issue, orThrow, type Result } from "@evenkeel/kernel";
import { deepFreeze, statedRuns } from "@evenkeel/test-kit";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  en,
  type FlowItem,
  flowByState,
  flowTable,
  groupFlow,
  measureBlocked,
  measureCumulativeFlow,
  measureCycleTime,
  measureFlowEfficiency,
  measureLittlesLaw,
  measureRework,
  measureThroughput,
  measureTimeInProgress,
  measureWipByAge,
  measureWorkItemAge,
} from "../src/index.js";
import { anyStateFlow, anyWindow, flowStates } from "../src/testing.js";
import { atEndOf } from "./oracle-flow.js";

const day = 86_400_000;
const window = { from: 0, to: 10 };
const codes = (result: Result<unknown>): unknown[] =>
  result.issues.map(({ code, path, subject }: Issue) => [code, path, subject]);

/** Ready, two days of doing, a day of review, back to doing, done, reopened, done at last. */
const reopened: FlowItem = deepFreeze({
  id: "A",
  createdAt: 0,
  startedAt: day,
  finishedAt: 8 * day,
  team: "Red",
  visits: [
    { state: "Ready", category: "proposed", from: 0, to: day },
    { state: "Doing", category: "active", from: day, to: 3 * day },
    { state: "Review", category: "waiting", from: 3 * day, to: 4 * day },
    { state: "Doing", category: "active", from: 4 * day, to: 5 * day },
    { state: "Done", category: "done", from: 5 * day, to: 6 * day },
    { state: "Doing", category: "active", from: 6 * day, to: 8 * day },
    { state: "Done", category: "done", from: 8 * day },
  ],
  blocked: [
    { from: 2 * day, to: 2 * day + 5 },
    { from: 3 * day, to: 3 * day + 7 },
    { from: 5 * day, to: 6 * day + 9 },
    { from: 9 * day },
  ],
});
const open: FlowItem = deepFreeze({
  id: "B",
  startedAt: 2 * day,
  visits: [{ state: "Doing", category: "active", from: 2 * day }],
});
const bare: FlowItem = deepFreeze({ id: "C", startedAt: 0, droppedAt: day });
const items = deepFreeze([reopened, open, bare]);

describe("flow through states", () => {
  test("says where the time went; what was blocked is neither active nor waiting", () => {
    expect(orThrow(measureTimeInProgress([reopened], window))).toEqual({
      window,
      activeMillis: 5 * day - 14,
      waitingMillis: day - 7,
      blockedMillis: 21,
      pausedMillis: day,
      proposedMillis: 0,
      untoldMillis: 0,
      itemMillis: 7 * day,
    });
    expect(orThrow(measureTimeInProgress([bare], window))).toMatchObject({ untoldMillis: day, itemMillis: day });
  });

  test("counts reopened work at its last finish, and its return as rework", () => {
    expect(orThrow(measureThroughput(items, window)).daily).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 1, 0]);
    expect(orThrow(measureCycleTime(items, window)).items).toMatchObject([{ id: "A", elapsedMillis: 7 * day }]);
    expect(orThrow(measureRework(items, window, ["Ready", "Doing", "Review"]))).toEqual({
      window,
      forward: 4,
      backward: 1,
      reopened: 1,
      repeats: 3,
      ratio: 0.5,
      items: [{ id: "A", backward: 1, reopened: 1, repeats: 3 }],
      order: ["Ready", "Doing", "Review", "Done"],
    });
    expect(orThrow(measureRework([open], window))).not.toHaveProperty("ratio");
  });

  test("gives the efficiency of what is told in full, and counts the rest", () => {
    const measured = orThrow(measureFlowEfficiency([reopened, { ...bare, finishedAt: 2 * day }], window));
    expect(measured).toMatchObject({ efficiency: (5 * day - 14) / (7 * day), untold: 1 });
    expect(measured.p50).toBe(measured.items[0]?.efficiency);
    expect(codes(measureFlowEfficiency([bare], window))).toEqual([["predictability/sample-too-small", ["items"], []]]);
  });

  test("counts blocked work while it is in hand", () => {
    expect(orThrow(measureBlocked(items, window))).toMatchObject({
      blockedMillis: 21,
      share: 21 / (7 * day + 8 * day + day),
      items: 1,
      spells: 3,
      longestMillis: 9,
    });
    expect(orThrow(measureBlocked([], window))).toMatchObject({ blockedMillis: 0, share: 0 });
  });

  test("splits by state and by team; each part is measured like the whole", () => {
    expect(orThrow(flowByState(items)).map(({ state, items: rows }) => [state, rows.map(({ id }) => id)])).toEqual([
      ["Doing", ["A@1", "A@2", "A@3", "B@1"]],
      ["Review", ["A@1"]],
      ["Done", ["A@1"]],
      [undefined, ["C@1"]],
    ]);
    const [doing] = orThrow(flowByState(items));
    expect(
      orThrow(measureCycleTime(doing?.items ?? [], window)).items.map(({ elapsedMillis }) => elapsedMillis),
    ).toEqual([2 * day, day, 2 * day]);
    expect(orThrow(groupFlow(items, ({ team }) => team)).map(({ key, items: rows }) => [key, rows.length])).toEqual([
      ["Red", 1],
      [undefined, 2],
    ]);
  });

  test("says in which state the work in progress is", () => {
    expect(orThrow(measureWorkItemAge(items, 3 * day)).map(({ id, state }) => [id, state])).toEqual([
      ["A", "Review"],
      ["B", "Doing"],
    ]);
    expect(orThrow(measureWorkItemAge([bare], 5))).not.toHaveProperty("0.state");
  });

  test("orders states as told and lets the caller order them", () => {
    expect(orThrow(measureCumulativeFlow(items, window)).states).toEqual(["Ready", "Doing", "Review"]);
    expect(orThrow(measureCumulativeFlow(items, window, ["Review", "Idea"])).states).toEqual([
      "Review",
      "Idea",
      "Ready",
      "Doing",
    ]);
    expect(orThrow(measureCumulativeFlow(items, window)).withoutStates).toBe(1);
  });

  test("orders states by the place items come to them on average, then by name", () => {
    const visits = (...states: string[]) =>
      states.map((state, at) => ({ state, category: "active", from: at, to: at + 1 }) as const);
    const told = (rows: string[][]) =>
      flowTable(rows.map((states, at) => ({ id: `I${at}`, visits: visits(...states) }))).states.map(
        ({ state }) => state,
      );
    expect(
      told([
        ["Z", "Y", "X"],
        ["Z", "Y", "X"],
        ["X", "Z"],
      ]),
    ).toEqual(["Z", "Y", "X"]);
    expect(
      told([
        ["B", "A", "B", "A"],
        ["A", "B"],
      ]),
    ).toEqual(["A", "B"]);
  });

  test("agrees with a look at each item at the end of each day", () => {
    const order = flowStates.map(([state]) => state);
    fc.assert(
      fc.property(anyStateFlow, anyWindow, (flow, days) => {
        const cumulative = orThrow(measureCumulativeFlow(flow, days, order));
        const blocked = orThrow(measureBlocked(flow, days));
        const ages = orThrow(measureWipByAge(flow, days));
        for (let at = 0; at < days.to - days.from; at++) {
          const wanted = atEndOf(flow, days.from + at, order);
          expect([cumulative.days[at]?.reached, cumulative.days[at]?.inState]).toEqual([
            wanted.reached,
            wanted.inState,
          ]);
          expect(blocked.days[at]?.blocked).toBe(wanted.blocked);
          expect(ages.days[at]?.counts.reduce((sum, count) => sum + count, 0)).toBe(wanted.wip);
        }
      }),
      { numRuns: statedRuns(10_000), seed: 1 },
    );
  });
});

describe("Little's law", () => {
  test("names the conditions that do not hold, with what was found", () => {
    const growing = Array.from({ length: 10 }, (_none, at) => ({ id: `I${at}`, startedAt: (at - 3) * day }));
    const law = orThrow(measureLittlesLaw([...growing, bare], { from: 0, to: 5 }));
    expect(law.broken.map(({ code, facts }) => [code, facts])).toEqual([
      ["predictability/arrivals-unlike-departures", { arrivals: 6, departures: 1, tolerance: 0.1 }],
      ["predictability/started-not-finished", { dropped: 1, departures: 1 }],
      ["predictability/wip-changes", { before: 3, after: 8, tolerance: 0.1 }],
      ["predictability/age-changes", { before: 2, after: 4.5, tolerance: 0.1 }],
    ]);
    for (const condition of law.broken) expect(describeMessage(condition, en).message).not.toMatch(/\?|\{|predictab/);
    expect(law.flowDebtDays).toBeCloseTo(law.averageWip / law.ratePerDay - 1, 12);
  });

  test("finds none broken where flow is steady, and no days where nothing left", () => {
    const steady = Array.from({ length: 30 }, (_none, at) => ({
      id: `I${at}`,
      startedAt: (at - 10) * day + 7,
      finishedAt: (at - 7) * day + 7,
    }));
    expect(orThrow(measureLittlesLaw(steady, window))).toMatchObject({
      broken: [],
      averageWip: 3,
      ratePerDay: 1,
      averageDays: 3,
      flowDebtDays: 0,
      closed: false,
    });
    expect(orThrow(measureLittlesLaw([open], window))).not.toHaveProperty("averageDays");
    expect(codes(measureLittlesLaw([], window, 1))).toEqual([["predictability/out-of-range", ["tolerance"], []]]);
  });
});

describe("rows that cannot be used", () => {
  test("are named at the visit or span that is at fault, all at once", () => {
    const visit = { state: "Doing", category: "active" } as const;
    const odd: FlowItem[] = [
      { id: "backward", startedAt: 0, visits: [{ ...visit, from: 9, to: 5 }] },
      {
        id: "overlap",
        startedAt: 0,
        visits: [
          { ...visit, from: 0, to: 5 },
          { ...visit, from: 4 },
        ],
      },
      {
        id: "open first",
        startedAt: 0,
        visits: [
          { ...visit, from: 0 },
          { ...visit, from: 4 },
        ],
      },
      {
        id: "order",
        startedAt: 0,
        blocked: [
          { from: 5, to: 6 },
          { from: 1, to: 2 },
        ],
      },
      { id: "category", visits: [{ state: "Doing", category: "toString" as "active", from: 0 }] },
      { id: "time", startedAt: 1e300, blocked: [{ from: Number.NaN, to: 0.5 }] },
      { id: "fine", startedAt: 0 },
    ];
    const measured = measureWipByAge(odd, { from: 0, to: 1 });
    expect(measured.ok && measured.value.days[0]?.counts).toEqual([1, 0, 0, 0, 0]);
    expect(codes(measured)).toEqual([
      ["predictability/finished-before-started", ["items", 0, "visits", 0], ["backward"]],
      ["predictability/overlapping", ["items", 1, "visits", 1], ["overlap"]],
      ["predictability/overlapping", ["items", 2, "visits", 1], ["open first"]],
      ["predictability/out-of-order", ["items", 3, "blocked", 1], ["order"]],
      ["predictability/unknown-category", ["items", 4, "visits", 0, "category"], ["category"]],
      ["predictability/not-a-time", ["items", 5, "startedAt"], ["time"]],
      ["predictability/not-a-time", ["items", 5, "blocked", 0, "from"], ["time"]],
      ["predictability/not-a-time", ["items", 5, "blocked", 0, "to"], ["time"]],
    ]);
    for (const each of measured.issues) expect(Object.keys(en)).toContain(each.code);
  });

  test("refuses bands that do not ascend, and more cells than a screen of screens", () => {
    for (const bounds of [[], [0], [3, 3], [1.5], Array.from({ length: 21 }, (_none, at) => at + 1)])
      expect(codes(measureWipByAge(items, window, bounds))).toEqual([["predictability/out-of-range", ["bounds"], []]]);
    const wide: FlowItem[] = Array.from({ length: 101 }, (_none, at) => ({
      id: `I${at}`,
      visits: [{ state: `S${at}`, category: "active", from: 0 }],
    }));
    expect(codes(measureCumulativeFlow(wide, { from: 0, to: 100_000 }))).toEqual([
      ["predictability/out-of-range", ["window"], []],
    ]);
    for (const measure of [
      measureTimeInProgress,
      measureFlowEfficiency,
      measureBlocked,
      measureRework,
      measureLittlesLaw,
    ])
      expect(codes(measure(items, { from: 1, to: 1 }))).toEqual([["predictability/invalid-window", ["window"], []]]);
  });
});
