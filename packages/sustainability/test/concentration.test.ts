import { deepFreeze, statedRuns } from "@evenkeel/test-kit";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { greedyLoss, smallestLoss } from "../src/index.js";
import { anyHolders } from "../src/testing.js";
import { everyLoss, isEnough } from "./oracle-loss.js";

const people = (count: number, at: number): string[] =>
  Array.from({ length: count }, (_, k) => `p${(at * 7 + k * 3) % 40}`);

describe("smallest loss", () => {
  test("is smaller than the greedy one where two specialists matter less than one pair of generalists", () => {
    const holders = new Map([
      ["A", ["ana", "ben"]],
      ["B", ["ana", "cy"]],
      ["C", ["ana", "dee"]],
      ["D", ["eve"]],
      ["E", ["eve"]],
      ["F", ["fay"]],
      ["G", ["fay"]],
    ]);
    expect(greedyLoss(holders).removed).toEqual(["ana", "eve", "fay"]);
    expect(smallestLoss(holders)).toMatchObject({ people: ["eve", "fay"], lowerBound: 2, isExact: true });
  });

  test("nobody is needed where nothing is held, or too little", () => {
    expect(smallestLoss(new Map())).toMatchObject({ people: [], lowerBound: 0, isExact: true });
    expect(smallestLoss(new Map([["A", []]]))).toMatchObject({ people: [], lowerBound: 0, isExact: true });
    expect(greedyLoss(new Map([["A", []]])).removed).toEqual([]);
    expect(smallestLoss(new Map([["A", ["__proto__", "__proto__"]]])).people).toEqual(["__proto__"]);
  });

  test("is found for hundreds of people where it is known from the way they share", () => {
    const pair = (at: number): string[] => [`p${at}`, `q${at}`];
    const pairs = new Map(Array.from({ length: 101 }, (_, at) => [`i${at}`, pair(at)]));
    expect(smallestLoss(pairs)).toMatchObject({ lowerBound: 102, isExact: true });
    const alone = new Map(
      Array.from({ length: (300 * 301) / 2 }, (_, at) => [
        `i${at}`,
        [`p${Math.floor((Math.sqrt(8 * at + 1) - 1) / 2)}`],
      ]),
    );
    const half = Array.from({ length: 300 }, (_, k) => 300 - k);
    let [gone, count] = [0, 0];
    for (const units of half) {
      if ((alone.size - gone) * 2 < alone.size) break;
      gone += units;
      count++;
    }
    expect(smallestLoss(alone)).toMatchObject({ lowerBound: count, isExact: true });
  });

  test("says what it knows when it is cut off", () => {
    const holders = new Map(Array.from({ length: 400 }, (_, at) => [`i${at}`, people(2 + (at % 3), at * at)]));
    const cut = smallestLoss(holders, 1);
    expect(cut.isExact).toBe(false);
    expect(cut.lowerBound).toBeLessThanOrEqual(cut.people.length);
    expect(isEnough(holders, cut.people)).toBe(true);
  });

  test("agrees with trying every set", () => {
    fc.assert(
      fc.property(anyHolders, (holders) => {
        const found = smallestLoss(deepFreeze(holders));
        expect(found.isExact).toBe(true);
        expect(isEnough(holders, found.people)).toBe(true);
        expect([found.people.length, found.lowerBound]).toEqual([everyLoss(holders), found.people.length]);
      }),
      { numRuns: statedRuns(20_000) },
    );
  });

  test("agrees with trying every set where all hold much alike and groups are large", () => {
    const alike = fc.array(fc.uniqueArray(fc.constantFrom(..."abcdefghijk"), { minLength: 2, maxLength: 4 }), {
      minLength: 40,
      maxLength: 60,
    });
    fc.assert(
      fc.property(alike, (rows) => {
        const holders = new Map(rows.map((ids, at) => [`u${at}`, ids]));
        const found = smallestLoss(holders);
        expect(isEnough(holders, found.people)).toBe(true);
        expect([found.isExact, found.people.length]).toEqual([true, everyLoss(holders)]);
      }),
      { numRuns: statedRuns(2_000) },
    );
  });
});
