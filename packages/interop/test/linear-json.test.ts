import { orThrow } from "@evenkeel/kernel";
import { describe, expect, test } from "vitest";
import { readLinear } from "../src/linear.js";
import { expectAccounted, moves } from "./accounted.js";
import * as samples from "./linear-samples.js";

const codes = (text: string) => orThrow(readLinear(text)).report.issues.map(({ code }) => code);

/** The sample with its first issue, or the whole page, changed. */
function altered(change: (issue: Record<string, unknown>, page: Record<string, unknown>) => void): string {
  const root = JSON.parse(samples.linearGraph);
  change(root.data.issues.nodes[0], root.data.issues);
  return JSON.stringify(root);
}

describe("answers of Linear's API", () => {
  const read = orThrow(readLinear(samples.linearGraph));
  const item = (id: string) => read.plan.items?.find((each) => each.id === id);

  test("give every move its instant, newest first or not", () => {
    const told = [
      ["SEA-1", "2026-03-02T08:00:00Z", "Todo", "In Progress"],
      ["SEA-1", "2026-03-05T08:00:00Z", "In Progress", "Done"],
      ["SEA-3", "2026-03-02T08:00:00Z", undefined, "Duplicate"],
    ];
    expect(moves(read)).toEqual(told);
    const turned = altered((issue) => {
      (issue["history"] as { nodes: unknown[] }).nodes.reverse();
    });
    expect(moves(orThrow(readLinear(turned)))).toEqual(told);
    expectAccounted(read, samples.linearGraph);
  });

  test("give an issue as people know it", () => {
    expect(item("SEA-1")).toMatchObject({
      kind: "subtask",
      parentId: "SEA-2",
      stateId: "Done",
      priority: 2,
      labels: ["sea"],
      body: { text: "**by hand**", markup: "markdown" },
      dueDate: "2026-03-10",
      startedAt: "2026-03-02T08:00:00Z",
      finishedAt: "2026-03-05T08:00:00Z",
      projectId: "Pier",
      sources: [{ tool: "linear", id: "a1", key: "SEA-1", url: "https://linear.example/sea/issue/SEA-1" }],
      customFields: { branchName: "ada/dig", project: { targetDate: "2026-04-01" } },
    });
    expect(item("SEA-2")).not.toHaveProperty("priority");
    expect(item("SEA-3")).not.toHaveProperty("finishedAt");
    expect(read.plan.timeboxes).toMatchObject([
      { id: "Harbour:4", interval: { from: "2026-03-02T00:00:00Z", to: "2026-03-16T00:00:00Z" }, itemIds: ["SEA-1"] },
    ]);
    expect(read.plan.workflows?.[0]?.states.map(({ id, category }) => [id, category])).toEqual([
      ["Done", "done"],
      ["Todo", "proposed"],
      ["Duplicate", "dropped"],
      ["In Progress", "active"],
    ]);
  });

  test("a link that stands on both ends is one", () => {
    expect(read.plan.dependencies).toEqual([
      { id: "SEA-1>SEA-2", predecessorId: "SEA-1", successorId: "SEA-2", type: "FS" },
    ]);
    expect(read.plan.relations?.map((row) => [row.kind, row.fromId, row.toId])).toEqual([
      ["relates", "SEA-1", "SEA-3"],
    ]);
  });

  test("tell of people, estimates and fields", () => {
    const told = read.history.events.flatMap((event) => (event.subject.id === "SEA-1" ? [event.type] : []));
    expect(told).toEqual(["created", "estimated", "changed", "changed", "stateChanged", "assigned", "stateChanged"]);
    expect(read.history.events.find((event) => event.type === "changed" && event.field === "labels")).toMatchObject({
      to: ["sea"],
    });
  });

  test("an announced change is an issue with its number in its team", () => {
    const { plan, report } = orThrow(readLinear(samples.linearAnnounced));
    expect(plan.items).toMatchObject([{ id: "SEA-9", stateId: "In Progress", startedAt: "2026-03-02T08:00:00Z" }]);
    expect(report.issues.map(({ code }) => code)).toEqual(["interop/linear-no-history"]);
  });

  test("pages on lines of their own, edges, and an issue given twice are read once", () => {
    const { nodes } = JSON.parse(samples.linearGraph).data.issues;
    const wrapped = JSON.stringify({ data: { issues: { edges: nodes.map((node: object) => ({ node })) } } });
    expect(moves(orThrow(readLinear(wrapped)))).toEqual(moves(read));
    const lines = `${samples.linearGraph}\n${samples.linearAnnounced}\n${samples.linearGraph}`;
    const both = orThrow(readLinear(lines));
    expect(both.plan.items?.map(({ id }) => id)).toEqual(["SEA-1", "SEA-2", "SEA-3", "SEA-9"]);
    expect(both.report.counts).toEqual({ read: 7, imported: 4, merged: 3, rejected: 0 });
  });

  test("spans of states stand for a history that is not there", () => {
    const spans = altered((issue) => {
      delete issue["history"];
      issue["stateHistory"] = {
        nodes: [
          { id: "x1", startedAt: "2026-03-01T08:00:00.000Z", endedAt: "2026-03-02T08:00:00.000Z", stateId: "s1" },
          {
            id: "x2",
            startedAt: "2026-03-02T08:00:00.000Z",
            state: { id: "s2", name: "In Progress", type: "started" },
          },
          { id: "x3", startedAt: "2026-03-05T08:00:00.000Z", stateId: "s3" },
        ],
      };
    });
    expect(moves(orThrow(readLinear(spans)))).toEqual(moves(read));
    expectAccounted(orThrow(readLinear(spans)), spans);
  });

  test("a history cut at a page, one that ends elsewhere, and a page that is not the last are said", () => {
    expect(codes(samples.linearGraph)).toEqual([]);
    const cut = altered((issue) => {
      (issue["history"] as { pageInfo: object }).pageInfo = { hasNextPage: true };
    });
    expect(codes(cut)).toEqual(["interop/linear-history-cut"]);
    expect(orThrow(readLinear(cut)).history.truncated).toEqual([{ table: "items", id: "SEA-1" }]);
    const gap = altered((issue) => {
      issue["state"] = { id: "s2", name: "In Progress", type: "started" };
    });
    expect(codes(gap)).toEqual(["interop/linear-history-gap"]);
    const short = altered((_issue, page) => {
      page["pageInfo"] = { hasNextPage: true };
    });
    expect(codes(short)).toEqual(["interop/linear-page-short"]);
    expect(codes(`${short}\n${samples.linearGraph}`)).toEqual([]);
  });

  test("what waits is waiting though the tool calls it started", () => {
    const blocked = altered((issue) => {
      issue["state"] = { id: "s9", name: "Blocked", type: "started" };
      delete issue["history"];
    });
    expect(orThrow(readLinear(blocked)).plan.workflows?.[0]?.states).toContainEqual({
      id: "Blocked",
      name: "Blocked",
      category: "waiting",
    });
  });
});
