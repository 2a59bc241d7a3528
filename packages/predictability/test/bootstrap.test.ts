import { orThrow } from "@evenkeel/kernel";
import { expect, test } from "vitest";
import { bootstrapTotal, bootstrapWhen } from "../src/index.js";
import { daysByEnumeration, totalsByEnumeration } from "./oracle-forecast.js";

const daily = [0, 2, 0, 1, 0, 3];

test("totals and dates are those of trying every sequence of days", () => {
  const totals = totalsByEnumeration(daily, 4);
  orThrow(bootstrapTotal(daily, 4)).forEach((chance, total) => {
    expect(chance).toBeCloseTo(totals.get(total) ?? 0, 13);
  });
  for (const confidence of [0.2, 0.5, 0.9])
    expect(orThrow(bootstrapWhen(daily, 2, confidence))).toBe(daysByEnumeration(daily, 2, confidence, 7));
});

test("what cannot be answered is said", () => {
  const code = (result: { readonly issues: readonly { readonly code: string }[] }): string[] =>
    result.issues.map((found) => found.code.slice("predictability/".length));
  expect(code(bootstrapTotal([], 3))).toEqual(["sample-too-small"]);
  expect(code(bootstrapTotal([1, -1], 3))).toEqual(["not-a-count"]);
  expect(code(bootstrapTotal([1], 0))).toEqual(["out-of-range"]);
  expect(code(bootstrapTotal([1000], 3000))).toEqual(["beyond-horizon"]);
  expect(code(bootstrapWhen([0, 0], 1, 0.5))).toEqual(["never-on-this-evidence"]);
  expect(code(bootstrapWhen([0, 1], 0, 2))).toEqual(["out-of-range", "out-of-range"]);
  expect(code(bootstrapWhen([...Array<number>(9999).fill(0), 1], 1000, 0.9))).toEqual(["beyond-horizon"]);
});
