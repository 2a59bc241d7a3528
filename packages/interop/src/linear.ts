import type { Result } from "@evenkeel/kernel";
import { decodeSource } from "./decode.js";
import { finish } from "./finish.js";
import { readLinearCsv } from "./linear/read-csv.js";
import { readLinearJson } from "./linear/read-json.js";
import type { Import, ReadOptions, Source } from "./types.js";

/**
 * Reads issues of Linear: the CSV export in all ages of its header, or answers of its GraphQL API and announced changes as JSON, with
 * the history of each issue where it stands within it.
 *
 * Of a CSV columns are found by header; dates are read in both forms the tool prints, due dates are days, rows may be shorter than
 * the header. In JSON issues are found wherever they stand, pages in a list or on lines of their own too; each is named by its
 * identifier, and its history gives every move its instant. Canceled is dropped, never done. Estimates are points, or sizes where they
 * are words.
 *
 * @param source - bytes or text
 * @param options - the common ones
 * @returns plan, history recorded where JSON holds it, else inferred from stamps, report
 *
 * Issues: interop/any-*, interop/linear-*.
 * Time O(n log n), space O(n).
 * Source: Linear, export of issues as CSV and GraphQL API (issues, their history, relations, cycles).
 *
 * @example
 * orThrow(readLinear("ID,Team,Title,Status\nA-1,Pier,Dig,Todo\n")).plan.items[0].title; // => "Dig"
 */
export function readLinear(source: Source, options: ReadOptions = {}): Result<Import> {
  const decoded = decodeSource(source, options);
  if (!decoded.ok) return decoded;
  const { text, assumptions } = decoded.value;
  const read = /^\s*[[{]/.test(text) ? readLinearJson(text, options) : readLinearCsv(text, options);
  if (!read.ok) return read;
  read.value.assumptions.unshift(...assumptions);
  return finish(read.value);
}
