import type { WorkItem } from "@evenkeel/core";
import { issue, type Result, refuse } from "@evenkeel/kernel";
import Papa from "papaparse";
import { sniffDelimiter } from "./csv-text.js";
import { decodeSource } from "./decode.js";
import { addRow, assume, createDraft, type Draft, defined, sourceOf, table } from "./draft.js";
import { finish } from "./finish.js";
import { isObject, listAt, parseJson, textAt } from "./json-text.js";
import { beyondLimit, limitsOf } from "./limits.js";
import { noteText, readDrawing } from "./sticky-notes/drawing.js";
import type { Import, Limits, ReadOptions, Source } from "./types.js";

/** Adds a note that has no id of its own; it is named by its place. */
function addNote(draft: Draft, id: string, text: string, path: readonly (string | number)[]): void {
  const item = defined<WorkItem>({
    id,
    body: undefined,
    ...noteText(text),
    kind: "task",
    rank: table(draft, "items").size,
    sources: [sourceOf(draft, "sticky-notes", id)],
  });
  draft.counts.read++;
  draft.counts[addRow(draft, "items", item, path) ? "imported" : "rejected"]++;
}

/** One line, one note. */
function readLines(draft: Draft, lines: readonly string[]): void {
  for (const [index, line] of lines.entries()) {
    const isBlank = line.trim() === "";
    draft.tally.add(
      isBlank ? "blank" : "line",
      isBlank ? { fate: "dropped", why: "blank" } : { fate: "mapped", to: "items" },
    );
    if (!isBlank) addNote(draft, `line-${index + 1}`, line.trim(), [index + 1]);
  }
}

/** One cell, one note: a board exported as a table has the notes of a frame beside each other. */
function readCells(draft: Draft, rows: readonly (readonly string[])[]): void {
  for (const [index, row] of rows.entries()) {
    for (const [column, cell] of row.entries()) {
      const isBlank = cell.trim() === "";
      draft.tally.add(
        isBlank ? "blank" : "cell",
        isBlank ? { fate: "dropped", why: "blank" } : { fate: "mapped", to: "items" },
      );
      if (!isBlank) addNote(draft, `row-${index + 1}-${column + 1}`, cell.trim(), [index + 1, column + 1]);
    }
  }
}

function tooLong(texts: Iterable<string>, limits: Limits): number | undefined {
  for (const text of texts) if (text.length > limits.textLength) return text.length;
  return undefined;
}

function readText(draft: Draft, text: string, limits: Limits): Result<Import> {
  const delimiter = sniffDelimiter(text);
  const parsed = Papa.parse<string[]>(text, { delimiter });
  const broken = parsed.errors.find((found) => found.type === "Quotes");
  const isTable = broken === undefined && parsed.data.some((row) => row.length > 1 || /[\r\n]/.test(row[0] ?? ""));
  const isQuoted = /^\s*"/.test(text) && broken === undefined;
  const rows = isTable || isQuoted ? parsed.data : text.split(/\r\n|\n|\r/).map((line) => [line]);
  const cells = rows.reduce((sum, row) => sum + row.length, 0);
  if (cells > limits.rows) return refuse([beyondLimit("rows", cells, limits.rows)]);
  const length = tooLong(rows.flat(), limits);
  if (length !== undefined) return refuse([beyondLimit("textLength", length, limits.textLength)]);
  assume(
    draft,
    "layout",
    isTable || isQuoted ? "a note a cell" : "a note a line",
    isTable ? "several cells a row" : "one cell a row",
  );
  if (isTable || isQuoted) {
    assume(draft, "delimiter", delimiter, "most columns of equal number");
    readCells(draft, rows);
  } else readLines(draft, rows.flat());
  draft.quality.unavailable = table(draft, "items").size;
  return finish(draft);
}

/**
 * Reads sticky notes: plain lines, a table of notes as whiteboards export it, or a drawing of Excalidraw, in which shapes and
 * texts are notes, arrows between them links from tail to head, those with two heads or none relations, and frames sections.
 *
 * Nothing is guessed from the words: a line is a title, whatever stands in it.
 *
 * @param source - bytes or text
 * @param options - encoding, limits, strict codes
 * @returns plan without a history, report that counts lines, cells or JSON leaves
 *
 * Issues: interop/any-*, interop/sticky-loose-arrow.
 * Time O(n), space O(n).
 * Source: Excalidraw, JSON schema of its files; own for the rest.
 *
 * @example
 * orThrow(readStickyNotes("Dig\nFill")).plan.items.length; // => 2
 */
export function readStickyNotes(source: Source, options: ReadOptions = {}): Result<Import> {
  const decoded = decodeSource(source, options);
  if (!decoded.ok) return decoded;
  const { text } = decoded.value;
  const limits = limitsOf(options);
  const draft = createDraft("sticky-notes", options);
  draft.assumptions.push(...decoded.value.assumptions);
  draft.coverage = [
    { tool: "sticky-notes", table: "items", fields: ["title", "body", "rank"] },
    { tool: "excalidraw", table: "items", fields: ["title", "body", "rank", "memberships"] },
    { tool: "excalidraw", table: "dependencies", fields: ["predecessorId", "successorId"] },
    { tool: "excalidraw", table: "relations", fields: ["kind", "fromId", "toId"] },
  ];
  if (!/^\s*[[{]\s*["{\]}]/.test(text)) return readText(draft, text, limits);
  const parsed = parseJson(text, limits);
  if (!parsed.ok) return parsed;
  const value = parsed.value;
  if (!isObject(value) || !Array.isArray(value["elements"]) || !/^excalidraw/.test(textAt(value, "type") ?? "")) {
    const facts = { found: text.trim().slice(0, 40), expected: "a drawing of Excalidraw" };
    return refuse([issue("interop/any-wrong-format", { facts })]);
  }
  const count = listAt(value, "elements").length;
  if (count > limits.rows) return refuse([beyondLimit("rows", count, limits.rows)]);
  draft.version = textAt(value, "version");
  readDrawing(draft, value);
  draft.quality.unavailable = table(draft, "items").size;
  return finish(draft);
}
