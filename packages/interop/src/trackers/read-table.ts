import type { Result } from "@evenkeel/kernel";
import { createDraft, type Draft } from "../draft.js";
import { finish } from "../finish.js";
import type { Assumption, FormatName, Import, ReadOptions } from "../types.js";
import type { Account } from "./account.js";

/** How the CSV export of a tracker becomes an import: its rows are records as its API gives them. */
export interface TableReading<Context extends Account> {
  readonly format: FormatName;
  readonly contextOf: (draft: Draft) => Context;
  /** Reads the rows into records; gives what puts cells without a place on the items and counts all. */
  readonly readRows: (context: Context, text: string, options: ReadOptions) => Result<() => void>;
  readonly readAll: (context: Context) => void;
}

/** Reads the decoded CSV export of a tracker. */
export function readTable<Context extends Account>(
  { format, contextOf, readRows, readAll }: TableReading<Context>,
  text: string,
  options: ReadOptions,
  assumptions: readonly Assumption[],
): Result<Import> {
  const draft = createDraft(format, options);
  draft.assumptions.push(...assumptions);
  const context = contextOf(draft);
  const settle = readRows(context, text, options);
  if (!settle.ok) return settle;
  readAll(context);
  settle.value();
  return finish(draft);
}
