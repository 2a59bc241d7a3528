import { orThrow } from "@evenkeel/kernel";
import { expect, test } from "vitest";
import { readStickyNotes } from "../src/sticky-notes.js";
import { boardTable, excalidraw } from "./standard-samples.js";
import { countJson } from "./walkers.js";

test("a drawing gives its notes, its frames, and its arrows as links", () => {
  const { plan, report } = orThrow(readStickyNotes(excalidraw));
  expect(plan.items?.map((item) => [item.id, item.title, item.body?.text, item.memberships?.[0]?.containerId])).toEqual(
    [
      ["r1", "Dig", undefined, "f"],
      ["t2", "Fill", "Fill\nslowly", undefined],
    ],
  );
  expect(
    plan.dependencies?.map(({ predecessorId, successorId, customFields }) => [
      predecessorId,
      successorId,
      customFields,
    ]),
  ).toEqual([["r1", "t2", { label: "when dry" }]]);
  expect(plan.containers?.map((row) => row.name)).toEqual(["Ground"]);
  expect(report.issues.map((found) => found.code)).toEqual(["interop/sticky-loose-arrow"]);
  expect(report.counts).toEqual({ read: 4, imported: 3, merged: 0, rejected: 1 });
  expect(report.fields.reduce((sum, row) => sum + row.count, 0)).toBe(countJson(JSON.parse(excalidraw)));
});

test("a table gives a note a cell, plain lines a note a line", () => {
  expect(orThrow(readStickyNotes(boardTable)).plan.items?.map((item) => item.title)).toEqual([
    "Dig",
    "Fill",
    "Open, at",
  ]);
  const lines = orThrow(readStickyNotes("Dig -> Fill\n\nOpen by Friday\n"));
  expect(lines.plan.items?.map((item) => item.title)).toEqual(["Dig -> Fill", "Open by Friday"]);
  expect(lines.plan.dependencies).toBeUndefined();
  expect(lines.report.fields.map((row) => [row.source, row.count])).toEqual([
    ["blank", 2],
    ["line", 2],
  ]);
});

test("an arrow points from its tail to its head, however it was drawn", () => {
  const note = (id: string) => ({ id, type: "text", text: id });
  const arrow = (id: string, heads: object) => ({
    ...{ id, type: "arrow", startBinding: { elementId: "a" }, endBinding: { elementId: "b" } },
    ...heads,
  });
  const text = JSON.stringify({
    type: "excalidraw",
    elements: [
      ...[note("a"), note("b")],
      arrow("forth", { startArrowhead: null, endArrowhead: "arrow" }),
      arrow("back", { startArrowhead: "triangle", endArrowhead: null }),
      arrow("both", { startArrowhead: "arrow", endArrowhead: "arrow" }),
      arrow("none", { startArrowhead: null, endArrowhead: null }),
    ],
  });
  const { plan, report } = orThrow(readStickyNotes(text));
  expect(plan.dependencies?.map(({ id, predecessorId, successorId }) => [id, predecessorId, successorId])).toEqual([
    ["forth", "a", "b"],
    ["back", "b", "a"],
  ]);
  expect(plan.relations?.map(({ id, kind }) => [id, kind])).toEqual([
    ["both", "relates"],
    ["none", "relates"],
  ]);
  expect(report.fields.reduce((sum, row) => sum + row.count, 0)).toBe(countJson(JSON.parse(text)));
});
