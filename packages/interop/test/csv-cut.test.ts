import { testLaws } from "@evenkeel/test-kit";
import * as fc from "fast-check";
import Papa from "papaparse";
import { expect } from "vitest";
import { cutRows } from "../src/csv-cut.js";
import { sniffDelimiter } from "../src/csv-text.js";

/** Texts of the characters that matter, good quotes among stray ones. */
const text = fc
  .array(
    fc.constantFrom(
      '"',
      '""',
      ",",
      ",",
      ";",
      "\t",
      "\n",
      "\n",
      "\r\n",
      "\r",
      "a",
      "bc",
      " ",
      '"x"',
      '"a,b"',
      '"q""q"',
      "é😀",
    ),
    { maxLength: 24 },
  )
  .map((parts) => parts.join(""));
/** Tables by the book, which are never left to the library. */
const cell = fc.oneof(
  fc.stringMatching(/^[^",;\r\n\t\s]{0,12}$/),
  fc.string().map((each) => `"${each.replaceAll('"', '""')}"`),
);
const table = fc
  .array(fc.array(cell, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 8 })
  .map((rows) => rows.map((row) => row.join(",")).join("\n"));

const newline = fc.constantFrom("\n", "\r\n", "\r");
const delimiter = fc.constantFrom(",", ";", "\t", "|", " ");

interface Library {
  readonly parse: (text: string, base: number, ignoreLast: boolean) => Papa.ParseResult<string[]>;
}

/** Where the library finds no fault, the rows it gives and where it stopped. */
function expected(given: string, cut: string, end: string, isLast: boolean): object | undefined {
  const library = new Papa.Parser({ delimiter: cut, newline: end as "\n" }) as unknown as Library;
  const { data, errors, meta } = library.parse(given, 0, !isLast);
  return errors.some(({ row = 0 }) => isLast || row < data.length) ? undefined : { rows: data, end: meta.cursor };
}

/** The delimiter by trying each on the whole text. */
function tried(given: string, end: string): string {
  const scores = [",", ";", "\t", "|"].map((each) => {
    const { data } = Papa.parse<string[]>(given, { delimiter: each, newline: end as "\n", preview: 20 });
    const rows = data.filter((row) => row.some((one) => one.trim() !== ""));
    const width = rows[0]?.length ?? 1;
    const alike = rows.filter((row) => row.length === width).length / Math.max(1, rows.length);
    return { each, score: (width - 1) * alike * alike };
  });
  return scores.reduce((best, found) => (found.score > best.score ? found : best)).each;
}

testLaws("rows cut from a text", [
  {
    name: "are those of the library, for all texts they are cut from at all",
    statedRuns: 50_000,
    property: fc.property(text, delimiter, newline, fc.boolean(), (given, by, end, isLast) => {
      const cut = given === "" ? undefined : cutRows(given, by, end, isLast);
      if (cut !== undefined) expect(cut).toEqual(expected(given, by, end, isLast));
    }),
  },
  {
    name: "are cut from every table whose quotes are by the book",
    statedRuns: 10_000,
    property: fc.property(table, fc.boolean(), (given, isLast) => {
      fc.pre(given !== "");
      expect(cutRows(given, ",", "\n", isLast)).toEqual(expected(given, ",", "\n", isLast));
    }),
  },
]);

testLaws("the delimiter of a text", [
  {
    name: "is the one that trying each on the whole text gives",
    statedRuns: 20_000,
    property: fc.property(text, newline, (given, end) => {
      expect(sniffDelimiter(given, end)).toBe(tried(given, end));
    }),
  },
]);
