import { describe, expect, test } from "vitest";
import { evenkeel, inputFile } from "./run-cli.js";

const native = (plan: object, more: object = {}) =>
  JSON.stringify({
    format: "evenkeel",
    formatVersion: 1,
    plan: { formatVersion: 1, ...plan },
    history: { formatVersion: 1, events: [] },
    records: { formatVersion: 1 },
    ...more,
  });
const task = (id: string, more: object = {}) => ({ id, title: id, kind: "task", ...more });
const bomb =
  '<?xml version="1.0"?><!DOCTYPE p [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><Project xmlns="http://schemas.microsoft.com/project"><Name>&b;</Name></Project>';

interface Issue {
  readonly code: string;
  readonly path: readonly (string | number)[];
  readonly remedy: string;
  readonly severity: string;
}

/** Name, file content, part of the code, whether the rest is still reviewed. */
const cases: readonly (readonly [string, string | Uint8Array, string, "refused" | "reviewed"])[] = [
  ["broken JSON", '{"issues": [', "invalid-json", "refused"],
  [
    "broken XML",
    '<Project xmlns="http://schemas.microsoft.com/project"><Tasks><Task></Tasks>',
    "invalid-xml",
    "refused",
  ],
  ["an XML entity bomb", bomb, "doctype|entity", "refused"],
  ["an empty file", "", "empty", "refused"],
  ["a file of no known format", "hello", "unknown-format", "refused"],
  ["duplicate ids", native({ items: [task("A"), task("A")] }), "duplicate-id", "refused"],
  ["a dangling reference", native({ items: [task("A", { parentId: "Z" })] }), "dangling-reference", "refused"],
  [
    "a ring of parents",
    native({ items: [task("A", { parentId: "B" }), task("B", { parentId: "A" })] }),
    "parent-cycle",
    "refused",
  ],
  [
    "a negative duration",
    native({ items: [task("A", { schedule: { kind: "task", durationMinutes: -5 } })] }),
    "number-out-of-range",
    "refused",
  ],
  [
    "an absurd duration",
    native({ items: [task("A", { schedule: { kind: "task", durationMinutes: 1e300 } })] }),
    "number-out-of-range",
    "refused",
  ],
  [
    "a duration that is no number",
    native({ items: [task("A", { schedule: { kind: "task", durationMinutes: "3d" } })] }),
    "wrong-type",
    "refused",
  ],
  [
    "a day that does not exist",
    native({ items: [task("A", { deadline: "2026-02-30" })] }),
    "impossible-date",
    "refused",
  ],
  ["a field no one knows", native({ itmes: [] }), "unknown-field", "refused"],
  ["a newer format", native({ formatVersion: 9 }), "newer-format", "refused"],
  [
    "items that wait for each other",
    native({
      projects: [{ id: "p", name: "P", start: "2026-05-04" }],
      items: ["A", "B", "C"].map((id) =>
        task(id, { projectId: "p", schedule: { kind: "task", durationMinutes: 480 } }),
      ),
      dependencies: [
        { id: "1", predecessorId: "A", successorId: "B", type: "FS" },
        { id: "2", predecessorId: "B", successorId: "A", type: "FS" },
      ],
    }),
    "dependency-cycle",
    "reviewed",
  ],
  [
    "a name every object inherits as a reference",
    native({ items: [task("A", { parentId: "constructor" })] }),
    "dangling-reference",
    "refused",
  ],
  ["a table whose rows are too wide", "title,due\nA,2026-05-01,x,y\n", "wide|width|columns", "reviewed"],
];

describe("bad input is answered with a code, a place and a remedy", () => {
  test.each(cases)("%s", async (name, content, code, fate) => {
    const file = inputFile(`${name.replace(/\W+/g, "-")}.txt`, content);
    const { exit, out, err } = await evenkeel("review", file, "--format", "json");
    expect(exit).toBe(fate === "refused" ? 2 : 0);
    const { issues } = JSON.parse(out) as { issues: Issue[] };
    const found = issues.find((issue) => new RegExp(code).test(issue.code));
    expect(found, JSON.stringify(issues.map((issue) => issue.code))).toBeDefined();
    expect(found?.remedy).toBeTruthy();
    expect(Array.isArray(found?.path)).toBe(true);
    if (fate === "refused") expect(err).toContain(found?.code ?? "");
  });

  test("the rest of a plan with a cycle still gets its dates", async () => {
    const file = inputFile("cycle.json", cases.find(([name]) => name.startsWith("items that wait"))?.[1] ?? "");
    const { out } = await evenkeel("schedule", file, "--format", "json");
    const { activities } = JSON.parse(out) as { activities: { id: string; start?: string }[] };
    expect(activities.map(({ id, start }) => [id, start])).toEqual([
      ["A", undefined],
      ["B", undefined],
      ["C", "2026-05-04T08:00"],
    ]);
  });

  test("a zone that does not exist is named", async () => {
    const file = inputFile("jira.csv", "Issue key,Summary,Issue id,Created\nA-1,Paint,1,09/Jan/24 3:54 PM\n");
    const { out } = await evenkeel("review", file, "--zone", "Mars/Olympus", "--format", "json");
    expect(JSON.stringify(JSON.parse(out))).toContain("unknown-zone");
  });
});
