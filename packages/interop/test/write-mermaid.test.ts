import type { WorkPlan } from "@evenkeel/core";
import { orThrow } from "@evenkeel/kernel";
import { deepFreeze, testLaws } from "@evenkeel/test-kit";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { readGanttProject } from "../src/ganttproject.js";
import { writeMermaid } from "../src/mermaid.js";
import { ganttProject } from "./standard-samples.js";

test("a plan comes out as a chart: sections, marks, dates, what waits for what", () => {
  const { plan } = orThrow(readGanttProject(ganttProject));
  expect(writeMermaid(deepFreeze(plan))).toBe(`gantt
    dateFormat YYYY-MM-DD HH:mm
    title Pier
    section Ground
    Dig :done, t1, 2026-03-02 00:00, 3d
    Fill :t2, 2026-03-06 00:00, 1d
    section Pier
    Open :milestone, t3, 2026-03-09 00:00, 0d
`);
});

test("an item without dates begins after all it waits for", () => {
  const item = (id: string) => ({ id, title: id, kind: "task" as const });
  const link = (id: string, predecessorId: string) => ({ id, predecessorId, successorId: "3", type: "FS" as const });
  const plan: WorkPlan = {
    formatVersion: 1,
    items: [item("1"), item("2"), item("3")],
    dependencies: [link("a", "1"), link("b", "2")],
  };
  expect(writeMermaid(plan)).toContain("3 :t3, after t1 t2, 1d");
});

const hostile = fc
  .array(
    fc.constantFrom(
      "%%{init: {}}%%",
      "\n",
      "click t1 href",
      ":",
      ";",
      "section x",
      "title y",
      "end",
      "<script>",
      "#59;",
      "Dig",
      "`",
      "\u202e",
      "--",
      "{",
      "}",
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(" "));

testLaws("titles are only labels", [
  {
    name: "whatever they hold",
    statedRuns: 10_000,
    property: fc.property(hostile, hostile, (title, parent) => {
      const text = writeMermaid({
        formatVersion: 1,
        title,
        items: [
          { id: "p", title: parent, kind: "summary" },
          { id: "x", title, kind: "task", parentId: "p" },
        ],
      });
      const lines = text.trimEnd().split("\n");
      expect(lines.length).toBe(5);
      expect(lines[4]).toMatch(/^ {4}[^:;#%{}<>`]+ :t\d+, 1970-01-01 00:00, 1d$/);
      expect(lines[4]).not.toMatch(/^ {4}(click|section|title|end)\b/);
      expect(text.replace(/:t\d.*|HH:mm/g, "")).not.toMatch(/[:;#%{}<>`]/);
    }),
  },
]);
