import { type Row, replayItems, validatePlan, type WorkItem, type WorkPlan } from "@evenkeel/core";
import { orThrow } from "@evenkeel/kernel";
import { deepFreeze } from "@evenkeel/test-kit";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyCommand, type Command, commandTypes, openEditor, parseCommand } from "../src/index.js";
import { anyEdits } from "../src/testing.js";

const base = { id: "k", at: "2026-05-01T08:00:00Z", by: "ana" } as const;
const points = (amount: number) => ({ of: "points", basis: "original", value: { kind: "single", amount } }) as const;
const plan: WorkPlan = deepFreeze({
  formatVersion: 1,
  people: [
    { id: "ana", name: "Ana" },
    { id: "ben", name: "Ben" },
  ],
  items: [
    { id: "E", title: "Refit", kind: "epic" },
    {
      id: "A",
      title: "Doors",
      kind: "task",
      parentId: "E",
      labels: ["wood"],
      estimates: [points(8)],
      finishedAt: "2026-04-30",
    },
    {
      id: "B",
      title: "Gates",
      kind: "task",
      labels: ["iron"],
      estimates: [points(3)],
      acceptanceCriteria: [{ text: "It closes" }],
    },
    { id: "C", title: "Walls", kind: "task" },
  ],
  dependencies: [
    { id: "ab", predecessorId: "A", successorId: "B", type: "FS" },
    { id: "ac", predecessorId: "A", successorId: "C", type: "FS" },
    { id: "bc", predecessorId: "B", successorId: "C", type: "FS" },
  ],
  assignments: [
    { id: "a1", itemId: "A", personId: "ana", role: "responsible", effortMinutes: 480 },
    { id: "a2", itemId: "B", personId: "ana", role: "responsible", effortMinutes: 240 },
    { id: "a3", itemId: "A", personId: "ben", role: "accountable" },
  ],
  commitments: [{ id: "c", due: "2026-06-01", subject: { table: "items", id: "B" } }],
  decisions: [{ id: "q", question: "Which wood?", blocks: ["A", "B"] }],
});
const after = (command: object): WorkPlan => orThrow(applyCommand(plan, { ...base, ...command } as Command)).plan;
const ids = (rows: readonly Row[] | undefined): string[] => (rows ?? []).map(({ id }) => id);
const item = (of: WorkPlan, id: string): WorkItem | undefined => of.items?.find((row) => row.id === id);
const effortOf = (of: WorkPlan): number =>
  (of.assignments ?? []).reduce((sum, { effortMinutes }) => sum + (effortMinutes ?? 0), 0);

describe("splitting", () => {
  const parts = [
    { id: "A1", title: "Hinges", share: 0.25 },
    { id: "A2", title: "Leaves", share: 0.75, labels: ["oak"] },
  ];

  test("into children: they take what they do not say, and the whole's size and work move to them", () => {
    const next = after({ type: "split", item: "A", as: "children", parts, chain: true });
    expect(item(next, "A1")).toEqual({
      id: "A1",
      title: "Hinges",
      kind: "task",
      parentId: "A",
      labels: ["wood"],
      estimates: [points(2)],
    });
    expect(item(next, "A2")).toMatchObject({ labels: ["oak"], estimates: [points(6)] });
    expect(item(next, "A")?.estimates).toBeUndefined();
    expect(next.assignments?.map(({ id, itemId, effortMinutes }) => [id, itemId, effortMinutes])).toEqual([
      ["a2", "B", 240],
      ["a3", "A", undefined],
      ["k/a1/A1", "A1", 120],
      ["k/a1/A2", "A2", 360],
      ["k/a3/A1", "A1", undefined],
      ["k/a3/A2", "A2", undefined],
    ]);
    expect(next.dependencies?.at(-1)).toEqual({ id: "k/chain/0", predecessorId: "A1", successorId: "A2", type: "FS" });
    expect(effortOf(next)).toBe(effortOf(plan));
  });

  test("into siblings: what follows waits for the last of a chain, else for each part", () => {
    const chained = after({
      type: "split",
      item: "A",
      as: "siblings",
      parts: [{ id: "A1", title: "Rest", share: 0.5 }],
      chain: true,
    });
    expect(
      chained.dependencies?.map(({ predecessorId, successorId }) => `${predecessorId}${successorId}`).sort(),
    ).toEqual(["A1B", "A1C", "AA1", "BC"]);
    expect(item(chained, "A")?.estimates).toEqual([points(4)]);
    expect(item(chained, "A1")).toMatchObject({ parentId: "E", estimates: [points(4)] });
    expect(effortOf(chained)).toBe(effortOf(plan));
    const beside = after({ type: "split", item: "B", as: "siblings", parts: [{ id: "B1", title: "Rest" }] });
    expect(ids(beside.dependencies)).toEqual(["ab", "ac", "bc", "k/ab/B1", "k/bc/B1"]);
  });

  test("shares of children add up to the whole, those of siblings to no more", () => {
    const split = (as: string, share: number) =>
      parseCommand({ ...base, type: "split", item: "A", as, parts: [{ id: "n", title: "n", share }] });
    expect(split("children", 0.5).issues[0]?.path).toEqual(["parts"]);
    expect([split("children", 1).ok, split("siblings", 0.5).ok, split("siblings", 1).ok]).toEqual([true, true, true]);
    expect(split("siblings", 1.1).ok).toBe(false);
  });
});

describe("merging", () => {
  const next = after({ type: "merge", items: ["A"], into: "B" });

  test("sends every reference to the survivor, once, and none to itself", () => {
    expect(ids(next.items)).toEqual(["E", "B", "C"]);
    expect(next.dependencies).toEqual([{ id: "ac", predecessorId: "B", successorId: "C", type: "FS" }]);
    expect(next.decisions?.[0]?.blocks).toEqual(["B"]);
    expect(validatePlan(next).ok).toBe(true);
  });

  test("adds up estimates and effort, and keeps what either said", () => {
    expect(item(next, "B")).toMatchObject({
      title: "Gates",
      labels: ["iron", "wood"],
      estimates: [points(11)],
      acceptanceCriteria: [{ text: "It closes" }],
    });
    expect(next.assignments?.map(({ id, itemId, effortMinutes }) => [id, itemId, effortMinutes])).toEqual([
      ["a1", "B", 720],
      ["a3", "B", undefined],
    ]);
  });

  test("a parent merged into its child leaves the child where the parent stood", () => {
    const up = after({ type: "merge", items: ["E"], into: "A" });
    expect(item(up, "A")?.parentId).toBeUndefined();
    expect(ids(up.items)).toEqual(["A", "B", "C"]);
  });
});

describe("the other verbs", () => {
  test("acceptance marks criteria as met, reopening takes the finish back, an acknowledgement marks the assignment", () => {
    expect(item(after({ type: "accept", item: "B" }), "B")?.acceptanceCriteria).toEqual([
      { text: "It closes", met: true },
    ]);
    expect(item(after({ type: "reopen", item: "A" }), "A")?.finishedAt).toBeUndefined();
    const taken = after({ type: "acknowledge", subject: { table: "items", id: "A" }, person: "ana" });
    expect(taken.assignments?.map(({ acceptedOn }) => acceptedOn)).toEqual(["2026-05-01", undefined, undefined]);
  });

  test("blocking anew without a reason forgets the old one", () => {
    const editor = openEditor(plan);
    orThrow(editor.apply({ ...base, type: "block", item: "A", reason: "no wood" }));
    expect(editor.row("items", "A")).toMatchObject({ blocked: true, blockedReason: "no wood" });
    orThrow(editor.apply({ ...base, id: "k2", type: "block", item: "A" }));
    expect(Object.hasOwn(editor.row("items", "A") ?? {}, "blockedReason")).toBe(false);
  });

  test("a template makes its rows under the ids given, and ties them to one another and to the plan", () => {
    const template = {
      items: [
        { id: "x", title: "Strip", kind: "task" },
        { id: "y", title: "Paint", kind: "task", parentId: "x" },
      ],
      dependencies: [
        { id: "l", predecessorId: "x", successorId: "y", type: "FS" },
        { id: "m", predecessorId: "y", successorId: "C", type: "FS" },
      ],
      assignments: [{ id: "w", itemId: "y", personId: "ben", role: "responsible" }],
    };
    const ids = { items: { x: "X1", y: "Y1" }, dependencies: { l: "L1", m: "M1" }, assignments: { w: "W1" } };
    const next = after({ type: "template", template, ids, set: { labels: ["second floor"] } });
    expect(item(next, "Y1")).toEqual({
      id: "Y1",
      title: "Paint",
      kind: "task",
      parentId: "X1",
      labels: ["second floor"],
    });
    expect(
      next.dependencies?.slice(-2).map(({ id, predecessorId, successorId }) => [id, predecessorId, successorId]),
    ).toEqual([
      ["L1", "X1", "Y1"],
      ["M1", "Y1", "C"],
    ]);
    expect(next.assignments?.at(-1)).toMatchObject({ id: "W1", itemId: "Y1" });
  });

  test("a place on a board is moved to, the others stay", () => {
    const workflows = [{ id: "w", name: "w", states: [{ id: "todo", name: "To do", category: "proposed" as const }] }];
    const containers = ["b1", "b2"].map((id) => ({ id, name: id, kind: "board" as const, workflowId: "w" }));
    const boards: WorkPlan = {
      formatVersion: 1,
      workflows,
      containers,
      items: [{ id: "A", title: "t", kind: "task", memberships: [{ containerId: "b1", rank: 1 }] }],
    };
    const moved = orThrow(applyCommand(boards, { ...base, type: "move", item: "A", container: "b2", state: "todo" }));
    expect(moved.plan.items?.[0]?.memberships).toEqual([
      { containerId: "b1", rank: 1 },
      { containerId: "b2", stateId: "todo" },
    ]);
  });
});

describe("what engines read of a history", () => {
  const workflows = [
    {
      id: "w",
      name: "w",
      states: [
        { id: "todo", name: "To do", category: "proposed" as const },
        { id: "done", name: "Done", category: "done" as const },
      ],
    },
  ];
  const containers = [{ id: "b", name: "b", kind: "board" as const, workflowId: "w" }];
  const row = { id: "A", title: "t", kind: "task" as const, memberships: [{ containerId: "b", stateId: "todo" }] };
  const board: WorkPlan = deepFreeze({
    formatVersion: 1,
    workflows,
    containers,
    people: plan.people ?? [],
    items: [row],
  });
  const told = (...commands: readonly object[]) => {
    const editor = openEditor(board);
    const events = commands.flatMap((command, at) => {
      const stamp = { ...base, id: `k${at}`, at: `2026-05-01T0${at}:00:00Z` };
      return orThrow("type" in command ? editor.apply({ ...stamp, ...command } as Command) : editor.undo(stamp)).events;
    });
    return { events, replay: replayItems(editor.plan(), { formatVersion: 1, events })[0] };
  };

  test("a state reached on a board, by whichever command", () => {
    const done = [{ containerId: "b", stateId: "done" }];
    for (const command of [
      { type: "move", item: "A", container: "b", state: "done" },
      { type: "change", table: "items", target: "A", set: { memberships: done } },
    ])
      expect(told(command).replay?.finishedAt).toBe(Date.parse("2026-05-01T00:00:00Z"));
  });

  test("a block that was undone or changed away is over", () => {
    const over = [{ from: Date.parse("2026-05-01T00:00:00Z"), to: Date.parse("2026-05-01T01:00:00Z") }];
    const block = { type: "block", item: "A", reason: "no wood" };
    expect(told(block, {}).replay?.blocked).toEqual(over);
    expect(told(block, { type: "change", table: "items", target: "A", unset: ["blocked"] }).replay?.blocked).toEqual(
      over,
    );
  });

  test("who was given work, and who no longer has it", () => {
    const assign = { type: "assign", assignment: "a", item: "A", person: "ana", role: "responsible" };
    const types = told(assign, { type: "unassign", assignment: "a" }, {}).events.flatMap(({ type, subject }) =>
      subject.table === "items" ? [type] : [],
    );
    expect(types).toEqual(["assigned", "unassigned", "assigned"]);
  });

  test("a workflow that goes takes its states along", () => {
    const clear = { ...base, type: "remove", table: "workflows", target: "w", references: "clear" } as const;
    const next = orThrow(applyCommand(board, clear)).plan;
    expect(next.items?.[0]?.memberships).toEqual([{ containerId: "b" }]);
    expect(validatePlan(next).ok).toBe(true);
  });
});

describe("what a command may bring", () => {
  test.each<[object, string, readonly (string | number)[]]>([
    [{ type: "add", table: "items", row: { id: "n", title: "n" } }, "edit/invalid-command", ["row", "kind"]],
    [{ type: "change", table: "items", target: "A", set: { duedate: "x" } }, "edit/unknown-field", ["set", "duedate"]],
    [
      { type: "change", table: "items", target: "A", set: { dueDate: { toString: 1 } } },
      "edit/invalid-command",
      ["set", "dueDate"],
    ],
    [
      { type: "change", table: "items", target: "A", set: { memberships: 5 } },
      "edit/invalid-command",
      ["set", "memberships"],
    ],
    [{ type: "change", table: "items", target: "A", set: { "rank?": 1 } }, "edit/unknown-field", ["set", "rank?"]],
    [{ type: "change", table: "items", target: "A", unset: ["title"] }, "edit/invalid-command", ["unset", 0]],
    [{ type: { toString: 1, valueOf: 1 } }, "edit/unknown-command", ["type"]],
  ])("%j is refused as %s", (command, code, path) => {
    const [found] = applyCommand(plan, { ...base, ...command } as Command).issues;
    expect([found?.code, found?.path]).toEqual([code, path]);
  });

  test("what a source had beside the model is kept as it is", () => {
    const row = { id: "n", title: "n", kind: "task", customFields: { ["__proto__"]: null, size: [1, null] } };
    expect(item(after({ type: "add", table: "items", row }), "n")?.customFields).toEqual(row.customFields);
  });
});

describe("the editor", () => {
  test("freezes nothing of the plan it was given, and refuses a stamp that no history could hold", () => {
    const open = structuredClone(plan) as WorkPlan;
    const editor = openEditor(open);
    orThrow(editor.apply({ ...base, type: "change", table: "items", target: "A", set: { title: "Portals" } }));
    expect(open.items?.some((each) => Object.isFrozen(each))).toBe(false);
    expect(editor.undo({ id: "", at: "soon" }).issues.map(({ path }) => path)).toEqual([["id"], ["at"]]);
    expect(editor.steps().undo).toBe(1);
  });

  test("gives back what did not change as it was, and puts a row back in its place", () => {
    const editor = openEditor(plan);
    expect(editor.plan()).toBe(plan);
    orThrow(editor.apply({ ...base, type: "change", table: "items", target: "A", set: { title: "Portals" } }));
    expect(editor.plan().people).toBe(plan.people);
    expect(editor.plan().items?.[2]).toBe(plan.items?.[2]);
    orThrow(editor.apply({ ...base, id: "k2", type: "remove", table: "items", target: "A", references: "clear" }));
    orThrow(editor.undo({ id: "u", at: base.at }));
    expect(ids(editor.plan().items)).toEqual(["E", "A", "B", "C"]);
    expect(editor.redo({ id: "r", at: base.at }).ok).toBe(true);
    expect(editor.redo({ id: "r2", at: base.at }).issues[0]?.code).toBe("edit/nothing-to-redo");
    expect(openEditor(plan).undo({ id: "u", at: base.at }).issues[0]?.code).toBe("edit/nothing-to-undo");
  });

  test("keeps a table that is known to be empty, also when a row came and went", () => {
    const empty: WorkPlan = { formatVersion: 1, terms: [] };
    const editor = openEditor(empty);
    orThrow(editor.apply({ ...base, type: "add", table: "terms", row: { id: "t", term: "AC", meaning: "criterion" } }));
    orThrow(editor.undo({ id: "u", at: base.at }));
    expect(editor.plan()).toEqual(empty);
  });

  test("cuts full chunks and stays in order", () => {
    const many = Array.from(
      { length: 700 },
      (_none, at): Command => ({
        id: `k${at}`,
        at: base.at,
        type: "add",
        table: "terms",
        row: { id: `t${at}`, term: `${at}`, meaning: "m" },
      }),
    );
    const editor = openEditor({ formatVersion: 1 });
    orThrow(editor.apply(...many));
    orThrow(editor.apply({ ...base, type: "remove", table: "terms", target: "t255", references: "refuse" }));
    orThrow(editor.undo({ id: "u", at: base.at }));
    expect(ids(editor.plan().terms)).toEqual(many.map((_none, at) => `t${at}`));
  });
});

describe("the generator of commands", () => {
  test("makes each type so that it is taken, and so that it is refused", () => {
    const taken = new Map<string, number>();
    const refused = new Map<string, number>();
    for (const { plan: generated, commands } of fc.sample(anyEdits, { numRuns: 500, seed: 20260501 }))
      for (const command of commands) {
        const counts = applyCommand(generated, command).ok ? taken : refused;
        counts.set(command.type, (counts.get(command.type) ?? 0) + 1);
      }
    expect(commandTypes.filter((type) => (taken.get(type) ?? 0) < 5)).toEqual([]);
    expect(commandTypes.filter((type) => (refused.get(type) ?? 0) < 1)).toEqual([]);
  });
});
