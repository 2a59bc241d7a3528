import { readdirSync, readFileSync } from "node:fs";
import type { WorkPlan } from "@evenkeel/core";
import { orThrow } from "@evenkeel/kernel";
import { deepFreeze, sharedData } from "@evenkeel/test-kit";
import { describe, expect, test } from "vitest";
import { standard1252 } from "../src/windows-1252.js";
import { encodeXer, readXer, writeXer } from "../src/xer.js";
import { xer } from "./samples.js";

type Values = { readonly [name: string]: unknown };

/** Without what the writer adds, as the tool asks for it: columns of the format, and short names where there were none. */
function asIn(first: unknown, second: unknown): unknown {
  const isObject = (value: unknown): value is Values => typeof value === "object" && value !== null;
  if (!isObject(first) || !isObject(second)) return second;
  if (Array.isArray(first) && Array.isArray(second)) return second.map((each, at) => asIn(first[at], each));
  const added = ["proj_id", "clndr_type", "project_flag", "schedoptions_id", "key", "customFields"];
  return Object.fromEntries(
    Object.entries(second)
      .filter(([name]) => Object.hasOwn(first, name) || !added.includes(name))
      .map(([name, value]) => [name, asIn(first[name], value)]),
  );
}

/** Where two values differ first; a whole plan in a message helps no one. */
function firstDifference(a: unknown, b: unknown, path = ""): string {
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null)
    return Object.is(a, b)
      ? "none"
      : `${path}: ${JSON.stringify(a)?.slice(0, 200)}, then ${JSON.stringify(b)?.slice(0, 200)}`;
  for (const name of new Set([...Object.keys(a), ...Object.keys(b)])) {
    const found = firstDifference((a as Values)[name], (b as Values)[name], `${path}/${name}`);
    if (found !== "none") return found;
  }
  return "none";
}

/** A plan with the rows of every table in the order of their ids, stored dates too. */
function inOrder(plan: WorkPlan): Values {
  const sorted = (rows: readonly Values[], by: string) =>
    [...rows].sort((a, b) => (String(a[by]) < String(b[by]) ? -1 : 1));
  return Object.fromEntries(
    Object.entries(plan).map(([name, rows]) => [name, Array.isArray(rows) ? sorted(rows, "id") : rows]),
  );
}

function roundTrip(source: string | Uint8Array): void {
  const first = orThrow(readXer(source)).plan;
  const second = orThrow(readXer(encodeXer(writeXer(deepFreeze(first))).bytes)).plan;
  expect(firstDifference(inOrder(first), asIn(inOrder(first), inOrder(second)))).toBe("none");
}

describe("what is read, written and read again is the same plan", () => {
  test("for a small file", () => roundTrip(xer));

  const path = sharedData("schedules", "xer");
  for (const name of path === undefined ? [] : readdirSync(path))
    test(`for ${name}`, () => roundTrip(readFileSync(`${path}/${name}`)));
});

test("hostile texts stay in their cell", () => {
  const title = "x\r\n%R\t9\tother\t\u007f\u0000%E";
  const plan: WorkPlan = { formatVersion: 1, items: [{ id: "1", title, kind: "task" }] };
  const read = orThrow(readXer(writeXer(plan)));
  expect(read.report.issues).toEqual([]);
  expect(read.plan.items?.map((item) => item.title)).toEqual(["x\n%R 9 other  \ufffd%E"]);
});

test("a plan of another tool gets the numbers this one asks for", () => {
  const plan: WorkPlan = {
    formatVersion: 1,
    title: "Pier",
    items: [
      { id: "a", title: "All", kind: "epic" },
      { id: "b", title: "Dig", kind: "task", parentId: "a", labels: ["north"] },
      { id: "c", title: "Open", kind: "milestone", parentId: "a" },
    ],
    dependencies: [{ id: "l", predecessorId: "b", successorId: "c", type: "FS" }],
  };
  const again = orThrow(readXer(writeXer(plan))).plan;
  expect(again.projects?.map(({ name }) => name)).toEqual(["Pier"]);
  expect(again.items?.map(({ id, title, parentId, kind, labels }) => [id, title, parentId, kind, labels])).toEqual([
    ["wbs-1", "All", undefined, "summary", undefined],
    ["1", "Dig", "wbs-1", "task", ["Label: north"]],
    ["2", "Open", "wbs-1", "milestone", undefined],
  ]);
  expect(again.items?.map(({ sources }) => sources?.[0]?.key)).toEqual(["1", "A1000", "A1010"]);
});

describe("bytes", () => {
  const characters = Array.from({ length: 256 }, (_none, byte) => byte);

  test("are windows-1252 where it holds every character", () => {
    const text = standard1252(characters.map((byte) => String.fromCharCode(byte)).join(""));
    expect(encodeXer(text)).toEqual({ bytes: Uint8Array.from(characters), encoding: "windows-1252" });
  });

  test("else UTF-8", () => {
    expect(encodeXer("Копать").encoding).toBe("utf-8");
    expect(new TextDecoder().decode(encodeXer("Копать").bytes)).toBe("Копать");
  });
});
