import type { Row } from "./common.js";
import type { Coverage } from "./plan.js";

/**
 * Whether an absent field of a row is known to be empty, or unknown because its source cannot carry it.
 *
 * No coverage at all, or a row without a source, means known. A row of several sources is known where any of them carries the field.
 *
 * @param coverage - of the document; undefined = every field is known
 * @param table - the row's table
 * @param row - the row
 * @param field - top-level field name, such as `acceptanceCriteria`
 * @returns true when absence means empty
 *
 * Issues: none.
 * Time O(coverage entries), space O(1).
 * Source: own.
 *
 * @example
 * isKnown([{ tool: "git", table: "items", fields: ["title"] }], "items", { id: "A", sources: [{ tool: "git", id: "1" }] }, "reason"); // => false
 */
export function isKnown(
  coverage: readonly Coverage[] | undefined,
  table: Coverage["table"],
  row: Row,
  field: string,
): boolean {
  if (coverage === undefined || Object.hasOwn(row, field)) return true;
  const { sources } = row;
  if (sources === undefined || sources.length === 0) return true;
  return coverage.some(
    (entry) =>
      entry.table === table &&
      entry.fields.includes(field) &&
      sources.some(
        ({ tool, instance }) => tool === entry.tool && (entry.instance === undefined || entry.instance === instance),
      ),
  );
}

/**
 * Whether a document's sources can carry a table's field at all.
 *
 * @param coverage - of the document; undefined = every field is known
 * @param table - table name
 * @param field - top-level field name; absent = any field of the table
 * @returns true when at least one source carries it, or no coverage is stated
 *
 * Issues: none.
 * Time O(coverage entries), space O(1).
 * Source: own.
 *
 * @example
 * isCovered([{ tool: "git", table: "items", fields: ["title"] }], "commitments"); // => false
 */
export function isCovered(
  coverage: readonly Coverage[] | undefined,
  table: Coverage["table"],
  field?: string,
): boolean {
  if (coverage === undefined) return true;
  return coverage.some((entry) => entry.table === table && (field === undefined || entry.fields.includes(field)));
}
