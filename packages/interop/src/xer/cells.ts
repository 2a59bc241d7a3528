import type { XerFile } from "./tables.js";

/** The text of a cell by its column; undefined where it is empty or there is no such column. */
export type Cells = (field: string) => string | undefined;

/** The rows of all tables with a name. */
export function* cellsOf({ tables }: XerFile, name: string): Generator<Cells> {
  for (const { fields, rows, ...table } of tables) {
    if (table.name !== name) continue;
    for (const cells of rows)
      yield (field) => cells[fields.indexOf(field)]?.replace(/\u007f\u007f?/g, "\n").trim() || undefined;
  }
}
