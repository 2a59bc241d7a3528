import type { WorkEvent, WorkHistory } from "@evenkeel/core";
import { canonicalJson, type Json } from "@evenkeel/kernel";
import { ColumnSet } from "./parquet/columns.js";

/** Rows written together: more take longer to sweep up than to write. */
const rowGroupSize = 100_000;

/** Facts of events that are texts, or may be: each has a column where an event holds one. */
function addFacts(columns: ColumnSet, row: number, event: WorkEvent): void {
  let more: { [field: string]: Json } | undefined;
  for (const field in event) {
    const value = (event as unknown as { readonly [field: string]: unknown })[field];
    if (value === undefined) continue;
    if (field === "subject") {
      columns.text("table", row, event.subject.table);
      columns.text("subjectId", row, event.subject.id);
    } else if (field === "at" || field === "recordedAt") columns.time(field, row, value as string);
    else if (typeof value === "string") columns.text(field, row, value);
    else {
      more ??= {};
      more[field] = value as Json;
    }
  }
  if (more !== undefined) columns.text("more", row, canonicalJson(more));
}

/**
 * Writes a history as a Parquet file, one row an event: texts as dictionaries, instants as int64 milliseconds UTC.
 *
 * Columns are `id`, `at`, `table` and `subjectId`, `type`, `source` and, where events hold them, every other fact by its name; facts that
 * are no texts stand in `more` as JSON. Days, local times and instants finer than a millisecond have no `at`, and their text in
 * `atText`; so too `recordedAt`. What is no event stands in the file's metadata under `evenkeel`. Nothing is lost.
 *
 * @param history - any history
 * @returns bytes of the file, compressed with Snappy
 *
 * Issues: none.
 * Time O(n * columns), space O(n * columns).
 * Source: Apache Parquet, file format.
 *
 * @example
 * (await writeParquet({ formatVersion: 1, events: [] })).length > 8; // => true
 */
export async function writeParquet(history: WorkHistory): Promise<Uint8Array> {
  const { parquetWriteBuffer } = await import("hyparquet-writer");
  const { events, ...rest } = history;
  const columns = new ColumnSet(events.length);
  for (let row = 0; row < events.length; row++) addFacts(columns, row, events[row] as WorkEvent);
  const { schema, columnData } = columns.written();
  const buffer = parquetWriteBuffer({
    schema,
    columnData,
    statistics: false,
    rowGroupSize,
    kvMetadata: [{ key: "evenkeel", value: canonicalJson(rest as unknown as Json) }],
    createdBy: "evenkeel",
  });
  return new Uint8Array(buffer);
}
