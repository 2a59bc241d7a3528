import { keepDangling, table } from "../draft.js";
import { type Cells, type Context, first } from "./csv-rows.js";
import { addJiraLink } from "./links.js";

/** Resolves parents by key or issue id, and the links of the link columns. */
export function resolveRows(context: Context, rows: readonly Cells[]): void {
  const items = table(context.draft, "items");
  const keyOf = new Map(rows.map((cells) => [first(context, cells.row, "id") ?? cells.key, cells.key]));
  const find = (reference: string) => (items.has(reference) ? reference : keyOf.get(reference));
  for (const cells of rows) {
    const item = items.get(cells.key);
    const columns = ["parent", "parentKey", "parentId", "epicLink"] as const;
    const column = columns.find((each) => first(context, cells.row, each) !== undefined);
    const reference = column === undefined ? undefined : first(context, cells.row, column);
    if (item !== undefined && reference !== undefined) {
      const parentId = find(reference);
      if (parentId !== undefined && parentId !== cells.key) items.set(cells.key, { ...item, parentId });
      else keepDangling(context.draft, cells.key, reference, column ?? "parent", [cells.number, column ?? "parent"]);
    }
    for (const link of context.columns.links) {
      for (const other of (cells.row[link.index] ?? "").split(/[,;\s]+/).filter((each) => each !== "")) {
        const target = find(other) ?? other;
        const [fromId, toId] = link.direction === "inward" ? [target, cells.key] : [cells.key, target];
        const id = `${fromId}>${toId}:${link.typeName}`;
        const isKnown = table(context.draft, "dependencies").has(id) || table(context.draft, "relations").has(id);
        if (!isKnown)
          addJiraLink(context.draft, { id, typeName: link.typeName, verb: link.typeName, fromId, toId }, [
            cells.number,
            link.index,
          ]);
      }
    }
  }
}
