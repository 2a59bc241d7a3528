import { statedRuns } from "@evenkeel/test-kit";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { jsonFaultAt, placeOf } from "../src/json-fault.js";

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

test.each<[string, number]>([
  ['{"issues": [', 12],
  ['{"a": 1,}', 8],
  ["[1 2]", 3],
  ['{"a" 1}', 5],
  ["[01]", 2],
  ['{"a": "\t"}', 6],
])("%j stops being JSON at %d", (text, at) => {
  expect(jsonFaultAt(text)).toBe(at);
});

test("names line and column from 1", () => {
  expect(placeOf("a\nbc", 3)).toEqual({ line: 2, column: 2 });
});

test("agrees with the engine on what is JSON, for values and for broken values", () => {
  fc.assert(
    fc.property(fc.json(), fc.nat(), fc.constantFrom("", ",", "}", "]", '"', "x", "0"), (text, cut, put) => {
      const at = cut % (text.length + 1);
      const broken = text.slice(0, at) + put + text.slice(at + 1);
      return jsonFaultAt(text) === undefined && (jsonFaultAt(broken) === undefined) === isJson(broken);
    }),
    { numRuns: statedRuns(100_000) },
  );
});
