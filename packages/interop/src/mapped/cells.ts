import type { ScheduledItem } from "@evenkeel/core";
import type { CsvTable } from "../csv-text.js";
import type { Draft } from "../draft.js";
import { readDue, readTime } from "../zoned-time.js";
import { dateRange } from "./date-range.js";
import { type CsvMapping, isNoDate, type TargetField } from "./mapping.js";

/** What reading the rows of one table shares. */
export interface TableContext {
  readonly draft: Draft;
  readonly csv: CsvTable;
  readonly mapping: CsvMapping;
  /** Columns of each target. */
  readonly at: ReadonlyMap<TargetField, readonly number[]>;
  readonly orders: ReadonlyMap<number, { readonly order?: "dmy" | "mdy" }>;
  readonly kept: readonly boolean[];
  /** Planned dates by item id, as rows are read. */
  readonly planned: Map<string, ScheduledItem>;
}

/** A row with its id. */
export interface TableRow {
  readonly id: string;
  readonly row: readonly string[];
  readonly number: number;
}

/** First non-empty cell of a target. */
export function cellOf(context: TableContext, row: readonly string[], target: TargetField): string | undefined {
  for (const index of context.at.get(target) ?? []) {
    const cell = (row[index] ?? "").trim();
    if (cell !== "") return cell;
  }
  return undefined;
}

/** The time in a target's cell; of a span its end, or its start where that is asked for. */
export function timeOf(
  context: TableContext,
  entry: TableRow,
  target: TargetField,
  side: "from" | "to" = "to",
): string | undefined {
  const cell = cellOf(context, entry.row, target);
  const range = cell === undefined ? undefined : dateRange(cell);
  const text = range === undefined ? (side === "to" ? cell : undefined) : range[side === "to" ? 1 : 0];
  if (text === undefined || isNoDate(text)) return undefined;
  const index = context.at.get(target)?.[0] ?? -1;
  const reading = { order: context.orders.get(index)?.order };
  const read = target === "due" ? readDue : readTime;
  return read(context.draft, text, reading, [entry.number, context.csv.header[index] ?? target], [entry.id]);
}

/** The parts of a cell. */
export function listOf(text: string | undefined, divider: RegExp): string[] {
  return (text ?? "")
    .split(divider)
    .map((part) => part.trim())
    .filter((part) => part !== "");
}
