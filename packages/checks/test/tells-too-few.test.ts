import { statedRuns } from "@evenkeel/test-kit";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { tellsTooFew } from "../src/privacy/tells-too-few.js";

type Rows = readonly (readonly bigint[])[];

/** Number of independent rows, by exact elimination. */
function rank(matrix: Rows): number {
  let rows = matrix.map((row) => [...row]);
  let count = 0;
  for (let column = 0; column < (matrix[0]?.length ?? 0); column++) {
    const pivot = rows.find((row) => row[column] !== 0n);
    if (pivot === undefined) continue;
    count++;
    rows = rows
      .filter((row) => row !== pivot)
      .map((row) => row.map((entry, at) => entry * (pivot[column] ?? 0n) - (pivot[at] ?? 0n) * (row[column] ?? 0n)));
  }
  return count;
}

/** By trying every set of columns: outside of it, is the last row a combination of the others? */
function naive(matrix: readonly (readonly number[])[], sizes: readonly number[], smallest: number): boolean {
  const rows: Rows = matrix.map((row) => row.map(BigInt));
  const others = rows.slice(0, -1);
  if (rank(rows) === rank(others)) return false;
  for (let set = 0; set < 2 ** sizes.length; set++) {
    const isIn = (at: number): boolean => Math.floor(set / 2 ** at) % 2 === 1;
    if (sizes.reduce((sum, size, at) => sum + (isIn(at) ? size : 0), 0) >= smallest) continue;
    const outside = (list: Rows): Rows => list.map((row) => row.filter((_entry, at) => !isIn(at)));
    if (rank(outside(rows)) === rank(outside(others))) return true;
  }
  return false;
}

const anySums = fc.integer({ min: 1, max: 7 }).chain((columns) =>
  fc.record({
    matrix: fc.array(fc.array(fc.nat(1), { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 6 }),
    sizes: fc.array(fc.integer({ min: 1, max: 6 }), { minLength: columns, maxLength: columns }),
    smallest: fc.integer({ min: 2, max: 10 }),
  }),
);

describe("whether a sum tells of too few", () => {
  const told = (matrix: readonly (readonly number[])[], sizes: readonly number[], smallest: number) =>
    tellsTooFew(
      matrix.map((row) => Int32Array.from(row)),
      sizes,
      smallest,
    );

  test("says so when two groups differ in one person each", () => {
    expect(
      told(
        [
          [1, 1, 0],
          [1, 0, 1],
        ],
        [4, 1, 1],
        5,
      ),
    ).toBe("yes");
    expect(
      told(
        [
          [1, 1, 0],
          [1, 0, 1],
        ],
        [4, 3, 2],
        5,
      ),
    ).toBe("no");
  });

  test("finds what is told only when another sum is taken away, and when some people must stay", () => {
    const [taken, other] = [
      [1, 1, 1, 0],
      [0, 1, 1, 1],
    ] as const;
    expect(told([taken, other], [2, 2, 2, 1], 5)).toBe("yes");
    const sums = [
      [0, 1, 0, 1, 1],
      [1, 0, 1, 0, 0],
      [0, 0, 1, 1, 1],
    ] as const;
    expect(told(sums, [3, 2, 2, 2, 1], 5)).toBe("yes");
    expect(told(sums, [3, 2, 2, 2, 1], 4)).toBe("no");
  });

  test("says no of a sum that is already told, and of nothing", () => {
    expect(
      told(
        [
          [1, 1],
          [1, 1],
        ],
        [1, 1],
        5,
      ),
    ).toBe("no");
    expect(told([], [], 5)).toBe("no");
  });

  test("leaves sums and sizes as they were", () => {
    const row = Int32Array.from([1, 1, 0]);
    tellsTooFew([Int32Array.from([1, 0, 1]), row], Object.freeze([3, 1, 1]), 5);
    expect([...row]).toEqual([1, 1, 0]);
  });

  test("agrees with trying every set of people", () => {
    fc.assert(
      fc.property(anySums, ({ matrix, sizes, smallest }) => {
        expect(told(matrix, sizes, smallest)).toBe(naive(matrix, sizes, smallest) ? "yes" : "no");
      }),
      { numRuns: statedRuns(50_000) },
    );
  });
});
