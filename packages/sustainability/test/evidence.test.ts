import { runChecks } from "@evenkeel/checks";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ruleChecks } from "../src/index.js";
import { rulePacks } from "../src/packs.js";
import { madeAgain } from "../src/working-time/made-again.js";

const minute = 60_000;
const day = 86_400_000;
const averageHours = ruleChecks(rulePacks, "records").filter(({ id }) => id === "eu-wtd/average-hours");

describe("evidence", () => {
  // Four months from 29, 30 and 31 October all end with February, so that there are shorter windows within the longest.
  test("is irreducible where shorter windows lie within the worst", () => {
    const [from, to] = [Date.parse("2025-10-29T00:00:00Z"), Date.parse("2026-03-01T00:00:00Z")];
    const intervals = Array.from({ length: (to - from) / day }, (_none, at) => ({
      id: `w${at}`,
      personId: "ana",
      from: from + at * day,
      to: from + at * day + (at < 2 ? 438 : 432) * minute,
    }));
    const failsWith = (ids: readonly string[]) =>
      runChecks(
        averageHours,
        {
          intervals: intervals.filter(({ id }) => ids.includes(id)),
          people: [{ id: "ana", jurisdiction: "DE", zone: "UTC" }],
          leave: [],
          recordsFrom: from,
          recordsTo: to,
        },
        { today: "2026-05-01" },
      ).find(({ outcome }) => outcome === "fail");
    const ids = failsWith(intervals.map(({ id }) => id))?.evidence.map(({ id }) => id) ?? [];
    expect(ids.length).toBeGreaterThan(0);
    expect(failsWith(ids)).toBeDefined();
    for (const left of ids) expect(failsWith(ids.filter((id) => id !== left))).toBeUndefined();
  });
});

describe("what is made again", () => {
  test("is what would be made anew, whatever was asked before", () => {
    const anyNumber = fc.oneof(fc.integer({ min: -50, max: 50 }), fc.double());
    fc.assert(
      fc.property(fc.array(anyNumber, { maxLength: 60 }), (numbers) => {
        const text = madeAgain((of) => `${of}`, 8);
        for (const of of numbers) expect(text(of)).toBe(`${of}`);
      }),
    );
  });
});
