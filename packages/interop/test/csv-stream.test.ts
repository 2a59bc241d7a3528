import { testLaws } from "@evenkeel/test-kit";
import * as fc from "fast-check";
import { expect } from "vitest";
import { openCsv } from "../src/csv-stream.js";
import { parseCsv } from "../src/csv-text.js";
import { limitsOf } from "../src/limits.js";

const limits = limitsOf({});
const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
const cell = fc.oneof(
  fc.constantFrom("", "x", " ", "a b c d e f g h i j k l"),
  fc.constantFrom('say "dig"', "two\r\nlines", "one\nmore", "a, b", '"', "", "x").map(quoted),
);
const row = fc.array(cell, { minLength: 3, maxLength: 3 });

/** A table of more units than are looked at before rows are given, its last cells quoted so that cuts fall behind quotes. */
function tableOf(end: string, rows: readonly (readonly string[])[], shift: number, long: number): string {
  const block = rows.map((cells, at) => [...cells, quoted(`last ${at}`)].join(",") + end).join("");
  const longRow = `x,${quoted(`long${end}`.repeat(long))},y,z${end}`;
  return `${"h".repeat(shift + 1)},b,c,d${end}${block.repeat(Math.ceil(1_200_000 / block.length))}${longRow}${block}`;
}

const shape = fc.tuple(
  fc.constantFrom("\n", "\r\n"),
  fc.array(row, { minLength: 10, maxLength: 40 }),
  fc.nat(64),
  fc.nat(18_000),
);

testLaws("a table whose text comes in pieces", [
  {
    name: "gives the rows that its whole text gives, wherever it was cut",
    statedRuns: 12,
    property: fc.property(shape, fc.array(fc.integer({ min: 1, max: 200_000 }), { minLength: 1 }), (parts, lengths) => {
      const text = tableOf(...parts);
      const rows: (readonly string[])[] = [];
      const numbers: number[] = [];
      const taker = {
        header: () => undefined,
        row: (cells: readonly string[], number: number) => {
          rows.push(cells);
          numbers.push(number);
        },
      };
      const stream = openCsv(limits, taker);
      const long = Math.max(...lengths);
      for (let at = 0, turn = 0; at < text.length; turn++) {
        // Short pieces alone would be a million.
        const to = at + (turn % 3 === 0 ? long : 0) + (lengths[turn % lengths.length] as number) + 1_000;
        expect(stream.write(text.slice(at, to))).toBeUndefined();
        at = to;
      }
      expect(stream.close()).toBeUndefined();
      const whole = parseCsv(text, limits);
      const expected = whole.ok ? JSON.stringify([whole.value.rows, whole.value.rowNumber]) : "";
      expect(expected === JSON.stringify([rows, numbers])).toBe(true);
    }),
  },
]);
