import { anyText } from "@evenkeel/kernel/testing";
import { statedRuns } from "@evenkeel/test-kit";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { idTable } from "../src/id-table.js";

/** Firsts of equal ids, by a Map. */
function firsts(ids: readonly string[]): Map<string, number> {
  const found = new Map<string, number>();
  ids.forEach((id, at) => {
    if (!found.has(id)) found.set(id, at);
  });
  return found;
}

function expectSame(ids: readonly string[], asked: readonly string[]): void {
  const table = idTable(ids);
  const oracle = firsts(ids);
  expect(table.hasRepeated).toBe(oracle.size < ids.length);
  const all = [...ids, ...asked];
  expect(all.map((id) => table.get(id))).toEqual(all.map((id) => oracle.get(id)));
}

/** Fowler, Noll and Vo's hash. */
const hashOf = (text: string): number =>
  [...text].reduce((hash, each) => Math.imul(hash ^ each.charCodeAt(0), 0x01000193), 0x811c9dc5);

/** Pairs that lead from one state of the hash to the same next one, so that all texts made of one of each collide. */
const pairs = [
  ["7yzx", "e6ad"],
  ["33zx", "epad"],
  ["33zx", "epad"],
  ["33zx", "epad"],
  ["33zx", "epad"],
  ["33zx", "epad"],
];
const colliding = pairs.reduce<string[]>(
  (texts, pair) => texts.flatMap((text) => pair.map((next) => text + next)),
  [""],
);

describe("ids to indices", () => {
  const id = fc.oneof(anyText, fc.constantFrom("a", "b", "__proto__", "toString", ""));
  test("law: as a Map says, of equal ids the first", () => {
    fc.assert(fc.property(fc.array(id), fc.array(id), expectSame), { numRuns: statedRuns(10_000) });
  });
  test("ids of one hash are found like others", () => {
    expect(colliding).toHaveLength(64);
    expect(new Set(colliding.map(hashOf)).size).toBe(1);
    expectSame(colliding, ["", "none"]);
    expectSame(colliding.slice(0, 20), colliding);
  });
  test("short ids differ by every character, also by those of no width and of two bytes", () => {
    expectSame(
      ["a", "a\0", "\0", "", "\0a", "abcd", "abcd\0", "abcdefgh", "abcdefghi", "\u0161", "a\u0100"],
      ["\0\0", "b"],
    );
  });
  test("what is no text is an id like any other, and is found by itself", () => {
    const odd = [1, null, "1", undefined] as unknown as string[];
    const table = idTable(odd);
    expect(odd.map((each) => table.get(each))).toEqual([0, 1, 2, 3]);
    expect(idTable(["1"]).get(1 as unknown as string)).toBeUndefined();
  });
});
