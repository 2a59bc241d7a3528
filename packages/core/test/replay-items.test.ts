import { statedRuns } from "@evenkeel/test-kit";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  accountableFor,
  fieldAvailability,
  indexPlan,
  isCovered,
  isKnown,
  isOnePersonPlan,
  itemCategories,
  onTimeLine,
  openItems,
  replayItems,
  statesAt,
  traceToGoal,
  type WorkEvent,
  type WorkPlan,
} from "../src/index.js";
import { anyPlanWithHistory } from "../src/testing.js";
import { walkSeconds } from "./oracle-replay.js";

const plan: WorkPlan = {
  formatVersion: 1,
  workflows: [
    {
      id: "w",
      name: "Board",
      states: [
        { id: "todo", name: "To do", category: "proposed" },
        { id: "doing", name: "Doing", category: "active" },
        { id: "done", name: "Done", category: "done" },
      ],
    },
  ],
  items: [{ id: "A", title: "Paint", kind: "task", workflowId: "w" }],
};
let count = 0;
const event = (at: number, type: string, more: object = {}): WorkEvent =>
  ({
    id: `e${count++}`,
    at: new Date(at).toISOString(),
    subject: { table: "items", id: "A" },
    source: "exact",
    type,
    ...more,
  }) as WorkEvent;
const replay = (...events: WorkEvent[]) => replayItems(plan, { formatVersion: 1, events })[0];

describe("replay", () => {
  test("places the first state at creation when the first change names it", () => {
    expect(replay(event(1000, "created"), event(5000, "stateChanged", { from: "doing", to: "done" }))).toMatchObject({
      createdAt: 1000,
      startedAt: 1000,
      finishedAt: 5000,
    });
  });

  test("counts reopening and takes the finish back", () => {
    const result = replay(event(1, "stateChanged", { to: "done" }), event(2, "stateChanged", { to: "doing" }));
    expect(result).toMatchObject({ reopened: 1 });
    expect(result?.finishedAt).toBeUndefined();
  });

  test("pairs blocked spans and leaves an open one open", () => {
    expect(
      replay(event(1, "blocked"), event(2, "blocked"), event(3, "unblocked"), event(4, "blocked"))?.blocked,
    ).toEqual([{ from: 1, to: 3 }, { from: 4 }]);
  });

  test("has no start where no active state was seen", () => {
    expect(replay(event(1, "created"), event(2, "stateChanged", { to: "done" }))?.startedAt).toBeUndefined();
  });

  test("applies corrections", () => {
    const wrong = event(1, "stateChanged", { to: "done" });
    expect(
      replay(wrong, { ...event(2, "stateChanged", { to: "doing" }), corrects: wrong.id })?.finishedAt,
    ).toBeUndefined();
  });

  test("knows states at an instant, days as bounds, coverage and categories", () => {
    const history = {
      formatVersion: 1 as const,
      events: [event(1000, "stateChanged", { to: "doing" }), event(9000, "stateChanged", { to: "done" })],
    };
    expect(statesAt(history, 8999).get("A")).toBe("doing");
    expect(onTimeLine("1970-01-01T00:01")).toBe(60_000);
    expect(isCovered([{ tool: "x", table: "items", fields: ["title"] }], "items", "reason")).toBe(false);
    expect(isKnown(undefined, "items", { id: "A" }, "reason")).toBe(true);
    const doing = { ...plan, items: [{ id: "A", title: "", kind: "task" as const, stateId: "doing" }] };
    expect(itemCategories(doing).get("A")).toBe("active");
    expect(openItems(doing).map(({ id }) => id)).toEqual(["A"]);
    expect(isOnePersonPlan(doing)).toBe(true);
    expect(fieldAvailability({ plan: doing })("workIntervals.from")).toBe(false);
  });

  test("agrees with a walk over every second", () => {
    fc.assert(
      fc.property(anyPlanWithHistory, ({ plan: generated, history }) => {
        for (const { id, startedAt, finishedAt } of replayItems(generated, {
          ...history,
          events: history.events.filter(({ type }) => type === "stateChanged"),
        })) {
          expect({
            ...(startedAt === undefined ? {} : { startedAt }),
            ...(finishedAt === undefined ? {} : { finishedAt }),
          }).toEqual(walkSeconds(history.events, id));
        }
      }),
      { numRuns: statedRuns(2000) },
    );
  });
});

describe("the index of a plan", () => {
  const indexed = indexPlan({
    formatVersion: 1,
    outcomes: [
      { id: "goal", title: "Guests come back" },
      { id: "o", title: "Rooms are quiet", parentId: "goal" },
    ],
    items: [
      { id: "P", title: "Refit", kind: "epic", outcomeIds: ["o"] },
      { id: "C", title: "Doors", kind: "task", parentId: "P" },
    ],
    assignments: [{ id: "a", itemId: "C", personId: "x", role: "accountable" }],
  });

  test("traces an item to its goal through its parent", () => {
    expect(traceToGoal(indexed, "C")).toEqual({ fromItemId: "P", paths: [["o", "goal"]] });
    expect(indexed.items.get("P")?.children.map(({ row }) => row.id)).toEqual(["C"]);
    expect(accountableFor(indexed, "C")).toMatchObject({ itemId: "C", id: "x", role: "accountable" });
  });
});
