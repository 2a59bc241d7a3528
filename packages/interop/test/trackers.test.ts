import { orThrow } from "@evenkeel/kernel";
import { describe, expect, test } from "vitest";
import { readAzureDevops } from "../src/azure-devops.js";
import { readGithub } from "../src/github.js";
import { readLinear } from "../src/linear.js";
import { readTrello } from "../src/trello.js";
import { expectAccounted, moves } from "./accounted.js";
import * as samples from "./samples.js";

describe("Trello", () => {
  const read = orThrow(readTrello(samples.trello));
  const [dig, fill, survey] = read.plan.items ?? [];

  test("gives every move its exact instant, oldest first", () => {
    expect(moves(read)).toEqual([
      ["69a54f400000000000000001", "2026-03-03T09:00:00Z", "l1", "l2"],
      ["69a54f400000000000000001", "2026-03-05T09:00:00Z", "l2", "l3"],
      ["69a54f400000000000000002", "2026-03-06T09:00:00Z", "l1", "archived"],
      ["69a54f400000000000000003", "2026-03-04T09:00:00Z", undefined, "complete"],
    ]);
    expect(dig).toMatchObject({
      startedAt: "2026-03-03T09:00:00Z",
      finishedAt: "2026-03-05T09:00:00Z",
      dueDate: "2026-03-13T12:00:00Z",
      labels: ["green"],
      body: { text: "by **hand**", markup: "markdown" },
    });
  });

  test("a card archived outside the end is dropped, never done", () => {
    expect(fill).toMatchObject({ stateId: "archived" });
    expect(fill?.finishedAt).toBeUndefined();
    expect(read.plan.workflows?.[0]?.states).toContainEqual({ id: "archived", name: "Archived", category: "dropped" });
  });

  test("check items are items under their card", () => {
    expect(survey).toMatchObject({ kind: "checklistItem", parentId: dig?.id, finishedAt: "2026-03-04T09:00:00Z" });
  });

  test("a card attached to a card is a relation, what has no place is kept", () => {
    expect(read.plan.relations?.map((row) => [row.fromId, row.toId])).toEqual([[dig?.id, fill?.id]]);
    expect(dig?.customFields).toHaveProperty("customFieldItems");
    expectAccounted(read, samples.trello);
  });

  test("a card older than the oldest action has no stated start", () => {
    const board = JSON.parse(samples.trello);
    board.actions = board.actions.slice(0, 2);
    const cut = orThrow(readTrello(JSON.stringify(board)));
    expect(cut.history.truncated?.map((subject) => subject.id)).toEqual([dig?.id, fill?.id]);
    expect(cut.plan.items?.[0]).toMatchObject({ finishedAt: "2026-03-05T09:00:00Z" });
    expect(cut.plan.items?.[0]?.startedAt).toBeUndefined();
  });

  test("a WeKan board is read by the same rules", () => {
    const board = orThrow(readTrello(samples.wekan));
    expect(moves(board)).toEqual([["c1", "2026-03-03T08:00:00Z", "l1", "l2"]]);
    expect(board.plan.items?.map((item) => [item.title, item.stateId, item.parentId])).toEqual([
      ["Drill", "l2", undefined],
      ["Cast", "l1", "c1"],
      ["Mark", "incomplete", "c1"],
    ]);
    expect(board.plan.workflows?.[0]?.states[0]).toMatchObject({ category: "proposed", wipLimit: 2 });
    expectAccounted(board, samples.wekan);
  });
});

describe("GitHub", () => {
  const read = orThrow(readGithub(samples.github));

  test("gives every close and reopening its instant and its reason", () => {
    expect(moves(read)).toEqual([
      ["sea/pier#1", "2026-03-04T09:00:00Z", "open", "not_planned"],
      ["sea/pier#1", "2026-03-05T09:00:00Z", "not_planned", "open"],
      ["sea/pier#1", "2026-03-06T09:00:00Z", "open", "completed"],
      ["sea/pier#2", "2026-03-04T09:00:00Z", undefined, "not_planned"],
      ["sea/pier#3", "2026-03-05T09:00:00Z", undefined, "merged"],
    ]);
  });

  test("not planned is dropped, a pull request is one, and only what was done is finished", () => {
    expect(read.plan.items?.map((item) => [item.title, item.kind, item.stateId, item.finishedAt])).toEqual([
      ["Dig", "task", "completed", "2026-03-06T09:00:00Z"],
      ["Fill", "task", "not_planned", undefined],
      ["Add a crane", "pullRequest", "merged", "2026-03-05T09:00:00Z"],
    ]);
    expect(read.plan.timeboxes?.[0]).toMatchObject({ name: "Spring", itemIds: ["sea/pier#1"] });
    expectAccounted(read, samples.github);
  });

  test("is read from its graph by the same rules, with statuses of projects, parents and what blocks what", () => {
    const graph = orThrow(readGithub(samples.githubGraph));
    expect(moves(graph)).toEqual([
      ["sea/pier#1", "2026-03-03T09:00:00Z", "status:Todo", "status:In Progress"],
      ["sea/pier#2", "2026-03-03T10:00:00Z", undefined, "duplicate"],
    ]);
    expect(graph.plan.items?.[0]?.startedAt).toBe("2026-03-03T09:00:00Z");
    expect(graph.plan.items?.[1]?.parentId).toBe("sea/pier#1");
    expect(graph.plan.dependencies?.map((row) => [row.predecessorId, row.successorId])).toEqual([
      ["sea/pier#2", "sea/pier#1"],
    ]);
    expect(graph.plan.relations?.map((row) => [row.fromId, row.toId, row.kind])).toEqual([
      ["sea/pier#1", "sea/pier#2", "relates"],
    ]);
    expectAccounted(graph, samples.githubGraph);
  });
});

describe("Azure DevOps", () => {
  const read = orThrow(readAzureDevops(samples.azure));

  test("gives every change of state its instant from updates", () => {
    expect(moves(read)).toEqual([
      ["7", "2026-03-03T09:00:00Z", "New", "Active"],
      ["7", "2026-03-05T09:00:00Z", "Active", "Closed"],
    ]);
    expect(read.plan.items?.[0]).toMatchObject({
      startedAt: "2026-03-03T09:00:00Z",
      finishedAt: "2026-03-05T09:00:00Z",
      labels: ["sea", "deep"],
      estimates: [{ of: "effort", basis: "remaining", value: { kind: "single", amount: 240 } }],
    });
    expectAccounted(read, samples.azure);
  });

  test("reads a link that stands on both ends once, a parent by its child, paths by their backslashes", () => {
    expect(read.plan.dependencies?.map((row) => [row.predecessorId, row.successorId])).toEqual([["7", "8"]]);
    expect(read.plan.items?.[1]?.parentId).toBe("7");
    expect(read.plan.timeboxes?.[0]).toMatchObject({ id: "Pier\\Sprint 1", name: "Sprint 1", itemIds: ["7", "8"] });
  });

  test("makes a history of revisions, whatever their order; removed is dropped", () => {
    const revisions = orThrow(readAzureDevops(samples.azureRevisions));
    expect(moves(revisions)).toEqual([["7", "2026-03-04T09:00:00Z", "New", "Removed"]]);
    expect(revisions.report.counts).toEqual({ read: 2, imported: 1, merged: 1, rejected: 0 });
    expect(revisions.plan.workflows?.[0]?.states).toContainEqual({
      id: "Removed",
      name: "Removed",
      category: "dropped",
    });
    expectAccounted(revisions, samples.azureRevisions);
  });
});

describe("Linear", () => {
  const { plan, report } = orThrow(readLinear(samples.linear));

  test("reads both forms of dates, a due date as a day, and sizes in words", () => {
    expect(plan.items?.[0]).toMatchObject({
      title: "=Dig",
      createdAt: "2026-03-02T09:00:00Z",
      startedAt: "2026-03-03T09:00:00Z",
      finishedAt: "2026-03-05T09:00:00Z",
      dueDate: "2026-03-13",
      labels: ["sea", "deep"],
    });
    expect(plan.items?.[1]?.estimates?.[0]?.value).toEqual({ kind: "label", label: "XL" });
    expect(plan.timeboxes?.[0]).toMatchObject({ id: "Pier:1", name: "Cycle 1", itemIds: ["PIE-1"] });
  });

  test("canceled is dropped, a blocking issue a dependency, a short row an item", () => {
    expect(plan.items?.map((item) => [item.id, item.stateId, item.finishedAt, item.parentId])).toEqual([
      ["PIE-1", "Done", "2026-03-05T09:00:00Z", undefined],
      ["PIE-2", "Canceled", undefined, "PIE-1"],
      ["PIE-3", "Todo", undefined, undefined],
    ]);
    expect(plan.dependencies?.map((row) => [row.predecessorId, row.successorId])).toEqual([["PIE-1", "PIE-2"]]);
    expect(report.issues.map((found) => found.code)).toEqual([
      "interop/linear-short-row",
      "interop/linear-quote-guard",
    ]);
  });
});

describe("a Trello card of which little is recorded", () => {
  const id = (n: number): string => `65f0000000000000000000${n}`;
  const board = (card: object, actions: readonly object[]): string =>
    JSON.stringify({
      id: id(10),
      name: "Pier",
      lists: [
        { id: id(21), name: "Doing", closed: false, pos: 1 },
        { id: id(22), name: "Done", closed: false, pos: 2 },
      ],
      cards: [{ id: id(31), name: "Dig", idList: id(22), closed: false, dueComplete: true, ...card }],
      actions,
    });
  const action = (at: string, type: string, data: object): object => ({
    id: `a${at}`,
    type,
    date: at,
    data: { card: { id: id(31) }, ...data },
  });
  const made = action("2026-03-01T09:00:00.000Z", "createCard", { list: { id: id(21) } });
  const moved = action("2026-03-05T09:00:00.000Z", "updateCard", {
    old: { idList: id(21) },
    listBefore: { id: id(21) },
    listAfter: { id: id(22) },
  });

  test("was not complete when it was made, though nothing tells when it was marked", () => {
    const { plan } = orThrow(readTrello(board({}, [moved, made])));
    expect(plan.items?.[0]).toMatchObject({ startedAt: "2026-03-01T09:00:00Z", finishedAt: "2026-03-05T09:00:00Z" });
  });

  test("ends in a gap where only the mark means done", () => {
    const { plan, history, report } = orThrow(readTrello(board({ idList: id(21) }, [made])));
    expect(plan.items?.[0]).toMatchObject({ stateId: "complete", startedAt: "2026-03-01T09:00:00Z" });
    expect(plan.items?.[0]).not.toHaveProperty("finishedAt");
    expect(history.events.map((event) => event.type)).toEqual(["created"]);
    expect(report.issues.map(({ code }) => code)).toContain("interop/trello-history-gap");
  });

  test("was not finished when it was made, where nothing at all is recorded", () => {
    const { plan, history } = orThrow(readTrello(board({}, [])));
    expect(plan.items?.[0]).toMatchObject({ stateId: id(22) });
    expect(plan.items?.[0]).not.toHaveProperty("finishedAt");
    expect(history.events.map((event) => "stateId" in event)).toEqual([false]);
  });
});
