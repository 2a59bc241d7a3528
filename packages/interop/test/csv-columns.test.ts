import { testLaws } from "@evenkeel/test-kit";
import * as fc from "fast-check";
import { expect } from "vitest";
import { cellKeeper } from "../src/cell-keeper.js";
import { keptCells } from "../src/csv-columns.js";

const name = fc.constantFrom("Labels", "Sprint", "Team", "7", "3", "__proto__", "constructor", "");
const cell = fc.oneof(fc.constantFrom("", " ", "a", "b", "__proto__"), fc.string());

testLaws("the cells of a row without a place in the model", [
  {
    name: "are the same, in the same order, whatever rows came before",
    statedRuns: 5_000,
    property: fc.property(
      fc.array(fc.tuple(name, fc.boolean()), { minLength: 1, maxLength: 8 }),
      fc.array(fc.array(cell, { maxLength: 10 }), { maxLength: 12 }),
      fc.boolean(),
      (columns, rows, keepBeyond) => {
        const [header, kept] = [columns.map(([each]) => each), columns.map(([, isKept]) => isKept)];
        const keep = cellKeeper(header, kept, keepBeyond);
        const entries = (cells: object | undefined) => (cells === undefined ? undefined : Object.entries(cells));
        for (const row of [...rows, ...rows])
          expect(entries(keep(row))).toEqual(entries(keptCells(header, row, kept, keepBeyond)));
      },
    ),
  },
]);
