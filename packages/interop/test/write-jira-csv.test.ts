import type { WorkPlan } from "@evenkeel/core";
import { canonicalJson, orThrow } from "@evenkeel/kernel";
import { deepFreeze, testLaws } from "@evenkeel/test-kit";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { readJiraCsv, writeJiraCsv } from "../src/jira-csv.js";
import { proposeMapping } from "../src/mapped-csv.js";
import { anyRichPlan } from "../src/testing.js";

/** What the table keeps, found again by title. */
function kept(plan: WorkPlan, isWritten: boolean): unknown {
  const guarded = (text: string) => (isWritten && text.startsWith("=") ? `'${text}` : text);
  const titles = new Map((plan.items ?? []).map(({ id, title }) => [id, guarded(title.replace(/\s+/g, " "))]));
  const items = (plan.items ?? []).map((item) => [
    titles.get(item.id),
    titles.get(item.parentId ?? ""),
    item.createdAt,
    item.updatedAt,
    item.finishedAt,
    item.dueDate,
    (item.labels ?? []).map((label) => label.replace(/\s+/g, "_")),
    item.estimates?.filter(({ of, basis }) => ["effort", "points"].includes(of) && basis === "original") ?? [],
  ]);
  const links = (plan.dependencies ?? [])
    .filter(({ type }) => type === "FS")
    .map(({ predecessorId, successorId }) => [titles.get(predecessorId), titles.get(successorId)]);
  const sorted = (rows: readonly unknown[]) => rows.map((row) => JSON.stringify(row)).sort();
  return { items: sorted(items), links: sorted(links) };
}

testLaws("a plan written for the importer of Jira", [
  {
    name: "is read as the same items, parents, times and blocking links",
    statedRuns: 5_000,
    property: fc.property(anyRichPlan, (plan) => {
      const read = orThrow(readJiraCsv(writeJiraCsv(deepFreeze(plan)), { zone: "UTC" })).plan;
      const due = (text: string) =>
        text
          .replace(/Z$/, "")
          .replace("T00:00:00", "")
          .replace(/(T\d\d:\d\d):00$/, "$1");
      const written = {
        ...plan,
        items: (plan.items ?? []).map((item) =>
          item.dueDate === undefined ? item : { ...item, dueDate: due(item.dueDate) },
        ),
      };
      expect(canonicalJson(kept(read, false) as never)).toBe(canonicalJson(kept(written, true) as never));
    }),
  },
]);

test("headers repeat, one column a value", () => {
  const plan: WorkPlan = {
    formatVersion: 1,
    items: [
      { id: "a", title: "Dig", kind: "task", labels: ["north", "wet sand"], dueDate: "2026-05-01" },
      { id: "HAR-2", title: "Fill", kind: "defect", parentId: "a" },
    ],
    dependencies: [{ id: "l", predecessorId: "a", successorId: "HAR-2", type: "FS" }],
  };
  const [header = "", ...rows] = writeJiraCsv(plan).split("\r\n");
  expect(header.split(",").slice(-3)).toEqual(["Labels", "Labels", "Outward issue link (Blocks)"]);
  expect(rows[0]).toBe("Fill,HAR-2,1,2,Bug,,,,,,,,,,,,");
  expect(rows[1]).toBe("Dig,EK-2,2,,Task,,,,,,2026-05-01 00:00:00,,,,north,wet_sand,HAR-2");
});

test("a table without known headers gets a proposal from its cells, with how sure it is", () => {
  const headers = ["Vorgang", "Was", "Stand", "Wer", "Wann", "Owner"];
  const rows = [
    ["HAR-1", "Dig the basin of the pier", "Open", "ada@example.org", "2026-05-01", "Ada"],
    ["HAR-2", "Fill the wall with stones", "Done", "bo@example.org", "2026-05-02", "Bo"],
  ];
  const { mapping, columns } = proposeMapping(headers, rows);
  expect(mapping.columns).toEqual({ Owner: "owner" });
  expect(columns.map(({ header, target, confidence }) => [header, target, confidence])).toEqual([
    ["Vorgang", "id", 0.5],
    ["Was", "title", 0.4],
    ["Stand", "status", 0.6],
    ["Wer", undefined, 0],
    ["Wann", undefined, 0.2],
    ["Owner", "owner", 0.9],
  ]);
});
