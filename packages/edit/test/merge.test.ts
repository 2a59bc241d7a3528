import type { WorkPlan } from "@evenkeel/core";
import { describe as textOf } from "@evenkeel/kernel";
import { deepFreeze, testLaws } from "@evenkeel/test-kit";
import { describe, expect, test } from "vitest";
import { type Command, diffPlans, en, mergePlans, rebase } from "../src/index.js";
import { mergeLaws } from "../src/testing.js";

const task = (id: string, more: object = {}) => ({ id, title: id, kind: "task" as const, ...more });
const base: WorkPlan = deepFreeze({
  formatVersion: 1,
  title: "Refit",
  items: [task("A", { labels: ["wood"] }), task("B"), task("C", { parentId: "B" })],
});
const withItems = (...items: NonNullable<WorkPlan["items"]>): WorkPlan => deepFreeze({ ...base, items });
const [a, b, c] = base.items as [
  NonNullable<WorkPlan["items"]>[number],
  NonNullable<WorkPlan["items"]>[number],
  NonNullable<WorkPlan["items"]>[number],
];
const brief = (ours: WorkPlan, theirs: WorkPlan) =>
  mergePlans(base, ours, theirs).conflicts.map(({ kind, table, id, field }) => [kind, table, id, field]);

describe("what differs, in words", () => {
  test("rows that came, went or changed, each field once", () => {
    const after = withItems({ ...a, title: "Doors", dueDate: "2026-05-01" }, { ...b, title: "B" }, task("D"));
    expect(diffPlans(base, after).changes.map((change) => textOf(change, en).message)).toEqual([
      '"D" (items) is new.',
      '"Doors" (items): dueDate is now 2026-05-01.',
      '"Doors" (items): title from A to Doors.',
      '"C" (items) is gone.',
    ]);
  });
});

describe("merging two edits", () => {
  test("different rows and different fields merge without a word, lists of texts as sets", () => {
    const ours = withItems({ ...a, labels: ["wood", "oak"], rank: 1 }, b, c);
    const theirs = withItems({ ...a, labels: ["ash"], dueDate: "2026-05-01" }, b, { ...c, title: "Walls" });
    expect(mergePlans(base, ours, theirs)).toEqual({
      conflicts: [],
      plan: {
        ...base,
        items: [{ ...a, labels: ["ash", "oak"], rank: 1, dueDate: "2026-05-01" }, b, { ...c, title: "Walls" }],
      },
    });
  });

  test("a field both changed, also the plan's own, stays as it was and is told", () => {
    const [ours, theirs] = [
      { ...withItems({ ...a, title: "Oak" }, b, c), title: "One" },
      { ...withItems({ ...a, title: "Ash" }, b, c), title: "Two" },
    ];
    expect(brief(ours, theirs)).toEqual([
      ["field", "items", "A", "title"],
      ["field", "plan", "", "title"],
    ]);
    expect(mergePlans(base, ours, theirs).plan).toEqual(base);
  });

  test("what one removed and the other changed, or names, is kept", () => {
    expect(brief(withItems(a, b), withItems(a, b, { ...c, title: "Walls" }))).toEqual([
      ["removedAndChanged", "items", "C", undefined],
    ]);
    const named = mergePlans(base, withItems(b, c), withItems(a, b, c, task("D", { parentId: "A" })));
    expect(named.conflicts.map(({ kind, id }) => [kind, id])).toEqual([["removedButNamed", "A"]]);
    expect(named.plan.items?.map(({ id }) => id)).toEqual(["A", "B", "C", "D"]);
  });

  test("two rows under one id: the smaller text stays, whichever side it is on", () => {
    const [ours, theirs] = [
      withItems(a, b, c, task("D", { title: "Oak" })),
      withItems(a, b, c, task("D", { title: "Ash" })),
    ];
    expect(brief(ours, theirs)).toEqual([["addedTwice", "items", "D", undefined]]);
    for (const plan of [mergePlans(base, ours, theirs).plan, mergePlans(base, theirs, ours).plan])
      expect(plan.items?.at(-1)?.title).toBe("Ash");
  });

  test("moves that make a circle together are taken back", () => {
    const [ours, theirs] = [withItems({ ...a, parentId: "B" }, b, c), withItems(a, { ...b, parentId: "A" }, c)];
    expect(brief(ours, theirs)).toEqual([
      ["broken", "items", "A", undefined],
      ["broken", "items", "B", undefined],
    ]);
    expect(mergePlans(base, ours, theirs).plan).toEqual(base);
  });
});

describe("merging what hangs together", () => {
  const flow = (...states: readonly string[]) => ({
    id: "w",
    name: "Board",
    states: states.map((id) => ({ id, name: id, category: "proposed" as const })),
  });
  const board = (states: readonly string[], items: WorkPlan["items"], more: Partial<WorkPlan> = {}): WorkPlan =>
    deepFreeze({ ...more, formatVersion: 1, workflows: [flow(...states)], items: items ?? [] });
  const kinds = ({ conflicts }: ReturnType<typeof mergePlans>) => conflicts.map(({ kind, id }) => [kind, id]);

  test("a row in a state that went, and what hangs on that row, go back together", () => {
    const [ours, theirs] = [
      board(["todo", "done"], [task("X", { workflowId: "w", stateId: "done" }), task("Y", { parentId: "X" })]),
      board(["todo"], []),
    ];
    const merged = mergePlans(board(["todo", "done"], []), ours, theirs);
    expect(kinds(merged)).toEqual([
      ["broken", "X"],
      ["broken", "Y"],
    ]);
    expect(merged.plan.workflows).toEqual([flow("todo")]);
  });

  test("where the item is as it was, its workflow goes back, and other edits stay", () => {
    const item = (stateId: string) => task("X", { workflowId: "w", stateId });
    const merged = mergePlans(
      board(["todo", "done"], [item("done"), task("Z")]),
      board(["todo", "done", "held"], [item("held"), task("Z", { title: "Oak" })]),
      board(["todo"], [item("todo"), task("Z")]),
    );
    expect(kinds(merged)).toEqual([
      ["field", "X"],
      ["field", "w"],
    ]);
    expect(merged.plan.items?.[1]?.title).toBe("Oak");
  });

  test("a promise about a row that the other side took away brings the row back", () => {
    const promise = { commitments: [{ id: "c", due: "2026-06-01", subject: { table: "items" as const, id: "X" } }] };
    const merged = mergePlans(board([], [task("X")]), board([], [task("X")], promise), board([], []));
    expect(kinds(merged)).toEqual([["removedButNamed", "X"]]);
    expect(merged.plan.items?.map(({ id }) => id)).toEqual(["X"]);
  });
});

test("rebasing refuses what no longer fits, and what builds on it", () => {
  const stamp = { at: "2026-05-01T08:00:00Z" };
  const commands: readonly Command[] = [
    { ...stamp, id: "1", type: "link", dependency: "d", predecessor: "A", successor: "gone" },
    { ...stamp, id: "2", type: "handoff", dependency: "d", change: "offer" },
    { ...stamp, id: "3", type: "change", table: "items", target: "A", set: { title: "Doors" } },
  ];
  const { plan, applied, refused } = rebase(commands, base);
  expect(applied.map(({ id }) => id)).toEqual(["3"]);
  expect(refused.map(({ command, issues }) => [command.id, issues[0]?.code, issues[0]?.path])).toEqual([
    ["1", "core/dangling-reference", ["successorId"]],
    ["2", "edit/no-such-row", [0]],
  ]);
  expect(plan.items?.[0]?.title).toBe("Doors");
});

testLaws("laws of differences, merges and rebasing", mergeLaws());
