import { keepDangling, table } from "../draft.js";
import { type Cells, type Context, first } from "./csv-rows.js";
import { addJiraLink } from "./links.js";

/** What a row says of other rows, kept until all are read. */
export interface RowLinks {
  readonly key: string;
  readonly number: number;
  readonly parent: { readonly column: string; readonly reference: string } | undefined;
  /** Column of links by index, and its cell. */
  readonly links: readonly (readonly [index: number, cell: string])[];
}

const parentColumns = ["parent", "parentKey", "parentId", "epicLink"] as const;

function parentOf(context: Context, row: readonly string[]): RowLinks["parent"] {
  for (const column of parentColumns) {
    const reference = first(context, row, column);
    if (reference !== undefined) return { column, reference };
  }
  return undefined;
}

/** The references of a row; undefined where it has none. */
export function linksOf(context: Context, { key, row, number }: Cells): RowLinks | undefined {
  const parent = parentOf(context, row);
  let links: (readonly [index: number, cell: string])[] | undefined;
  for (const { index } of context.columns.links) {
    const cell = (row[index] ?? "").trim();
    if (cell === "") continue;
    links ??= [];
    links.push([index, cell]);
  }
  return parent === undefined && links === undefined ? undefined : { key, number, parent, links: links ?? [] };
}

/** Resolves parents by key or issue id, and the links of the link columns. */
export function resolveRows(context: Context, rows: readonly RowLinks[]): void {
  if (rows.length === 0) return;
  const items = table(context.draft, "items");
  const keyOf = new Map<string, string>();
  for (const [key, { sources }] of items) keyOf.set(sources?.[0]?.id ?? key, key);
  const find = (reference: string) => (items.has(reference) ? reference : keyOf.get(reference));
  const columns = new Map(context.columns.links.map((column) => [column.index, column]));
  for (const { key, number, parent, links } of rows) {
    const item = items.get(key);
    if (item !== undefined && parent !== undefined) {
      const parentId = find(parent.reference);
      if (parentId !== undefined && parentId !== key) items.set(key, { ...item, parentId });
      else keepDangling(context.draft, key, parent.reference, parent.column, [number, parent.column]);
    }
    for (const [index, cell] of links) {
      const { direction, typeName = "" } = columns.get(index) ?? {};
      for (const other of cell.split(/[,;\s]+/).filter((each) => each !== "")) {
        const target = find(other) ?? other;
        const [fromId, toId] = direction === "inward" ? [target, key] : [key, target];
        const id = `${fromId}>${toId}:${typeName}`;
        const isKnown = table(context.draft, "dependencies").has(id) || table(context.draft, "relations").has(id);
        if (!isKnown) addJiraLink(context.draft, { id, typeName, verb: typeName, fromId, toId }, [number, index]);
      }
    }
  }
}
