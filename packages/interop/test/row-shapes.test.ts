import { testLaws } from "@evenkeel/test-kit";
import * as fc from "fast-check";
import { expect } from "vitest";
import { defined } from "../src/draft.js";
import { rowMaker } from "../src/row-shapes.js";

interface Row {
  readonly id: string;
  readonly count?: number;
  readonly list?: readonly string[];
  readonly inner?: { readonly a: number };
}

const absent = fc.constant(undefined);
const row = fc.record({
  id: fc.string(),
  count: fc.oneof(absent, fc.double({ noNaN: true })),
  list: fc.oneof(absent, fc.array(fc.string())),
  inner: fc.oneof(absent, fc.record({ a: fc.integer() })),
});

testLaws("rows that state the same fields", [
  {
    name: "are made as one alone is, its values and the order of its fields, whatever rows came before",
    statedRuns: 2_000,
    property: fc.property(fc.array(row), (rows) => {
      const make = rowMaker<Row>();
      for (const each of [...rows, ...rows])
        expect(Object.entries(make(each))).toEqual(Object.entries(defined<Row>(each)));
    }),
  },
]);
