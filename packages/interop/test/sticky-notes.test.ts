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
