import type { Dependency } from "@evenkeel/core";
import { addRow, defined, keepDangling, table } from "../draft.js";
import { addTo } from "../group.js";
import { cellOf, listOf, type TableContext, type TableRow } from "./cells.js";
import type { TargetField } from "./mapping.js";
import { planLink } from "./plan-texts.js";

/** Parts of a cell of references: a comma within a lag parts nothing. */
const betweenLinks = /;|,(?!\d+\s*e?(?:[dhmw][a-z]*|%)\.?\s*(?:[;,]|$))/i;

function resolver(
  context: TableContext,
  rows: readonly TableRow[],
): (reference: string) => string | "ambiguous" | undefined {
  const items = table(context.draft, "items");
  // Where rows have no ids, tools refer to them by number, the first below the header being 1.
  const first = context.csv.rowNumber[0] ?? 0;
  const byNumber = new Map(
    context.at.has("id") ? [] : rows.map(({ id, number }) => [String(number - first + 1), id] as const),
  );
  const byTitle = new Map<string, string[]>();
  for (const item of items.values()) addTo(byTitle, item.title, item.id);
  return (stated) => {
    if (items.has(stated)) return stated;
    // Some tools put the address of the page behind its title.
    const reference = stated.replace(/\s*\(https?:\/\/[^\s()]+\)$/, "");
    if (items.has(reference)) return reference;
    const ids = byTitle.get(reference) ?? [];
    return ids.length > 1 ? "ambiguous" : (ids[0] ?? byNumber.get(reference));
  };
}

/** Resolves parents and dependencies once all rows are read: by id, else by a title that stands once. */
export function linkRows(context: TableContext, rows: readonly TableRow[]): void {
  const { draft } = context;
  const find = resolver(context, rows);
  const ids = new Set(rows.map((entry) => entry.id));
  const target = (entry: TableRow, reference: string, field: TargetField): string | undefined => {
    const found = find(reference);
    const isName = found === "ambiguous" && !ids.has("ambiguous");
    if (found !== undefined && !isName && found !== entry.id) return found;
    keepDangling(
      draft,
      entry.id,
      reference,
      field,
      [entry.number, field],
      isName ? "csv-ambiguous-name" : found === entry.id ? "any-self-link" : undefined,
    );
    return undefined;
  };
  for (const entry of rows) {
    const parent = cellOf(context, entry.row, "parent");
    const parentId = parent === undefined ? undefined : target(entry, parent, "parent");
    const item = table(draft, "items").get(entry.id);
    if (parentId !== undefined && item !== undefined) table(draft, "items").set(entry.id, { ...item, parentId });
    for (const field of ["after", "blocks"] as const) {
      const cell = cellOf(context, entry.row, field);
      const references = cell !== undefined && find(cell) !== undefined ? [cell] : listOf(cell, betweenLinks);
      for (const reference of references) {
        const link = find(reference) === undefined ? planLink(reference) : undefined;
        const isLink = link !== undefined && find(link.reference) !== undefined;
        const other = target(entry, isLink ? link.reference : reference, field);
        if (other === undefined) continue;
        const [predecessorId, successorId] = field === "after" ? [other, entry.id] : [entry.id, other];
        const { type, lag } = isLink ? link : { type: "FS" as const, lag: undefined };
        const id = type === "FS" ? `${predecessorId}>${successorId}` : `${predecessorId}>${successorId}:${type}`;
        if (!table(draft, "dependencies").has(id))
          addRow(draft, "dependencies", defined<Dependency>({ id, predecessorId, successorId, type, lag }));
      }
    }
  }
}
