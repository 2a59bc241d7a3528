import { issue, type Json, type Result, refuse } from "@evenkeel/kernel";
import { decodeSource } from "../decode.js";
import { createDraft, type Draft } from "../draft.js";
import { finish } from "../finish.js";
import { beyondLimit, limitsOf } from "../limits.js";
import type { FormatName, Import, Limits, ReadOptions, Source } from "../types.js";
import { type Account, tallyPlaces } from "./account.js";

/** How what a tracker exports becomes an import: its JSON, and where it has one its table, whose rows are records as its API gives them. */
export interface DocumentReading<Context extends Account> {
  readonly format: FormatName;
  readonly parse: (text: string, limits: Limits) => Result<Json>;
  readonly contextOf: (draft: Draft) => Context;
  /** Finds the records, wherever they stand; gives their number. */
  readonly collect: (context: Context, value: Json) => number;
  /** What the records are called where there are none, which refuses the input unless it may be empty. */
  readonly expected: string;
  readonly mayBeEmpty?: (context: Context, value: Json) => boolean;
  /** Reads the rows of a table into records; gives what puts cells without a place on the items and counts all. */
  readonly readRows?: (context: Context, text: string, options: ReadOptions) => Result<() => void>;
  readonly readAll: (context: Context) => void;
}

/** Decodes, parses, collects, reads and accounts for all that the JSON or the table of a tracker holds. */
export function readDocuments<Context extends Account>(
  source: Source,
  options: ReadOptions,
  { format, parse, contextOf, collect, expected, mayBeEmpty, readRows, readAll }: DocumentReading<Context>,
): Result<Import> {
  const decoded = decodeSource(source, options);
  if (!decoded.ok) return decoded;
  const { text, assumptions } = decoded.value;
  const draft = createDraft(format, options);
  draft.assumptions.push(...assumptions);
  const context = contextOf(draft);
  if (readRows !== undefined && !/^\s*[[{]/.test(text)) {
    const settle = readRows(context, text, options);
    if (!settle.ok) return settle;
    readAll(context);
    settle.value();
    return finish(draft);
  }
  const limits = limitsOf(options);
  const parsed = parse(text, limits);
  if (!parsed.ok) return parsed;
  const count = collect(context, parsed.value);
  if (count > limits.rows) return refuse([beyondLimit("rows", count, limits.rows)]);
  if (count === 0 && mayBeEmpty?.(context, parsed.value) !== true)
    return refuse([issue("interop/any-wrong-format", { facts: { found: text.trim().slice(0, 40), expected } })]);
  readAll(context);
  tallyPlaces(context, parsed.value);
  return finish(draft);
}
