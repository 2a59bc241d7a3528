import { type Row, type TableName, tableNames, type WorkPlan } from "@evenkeel/core";
import { type Issue, issue, type Json } from "@evenkeel/kernel";
import { ChunkedTable } from "./chunked-table.js";
import { NamingIndex } from "./naming-index.js";
import { mayName, namedBy, namesIn } from "./references.js";
import { byId, type Placed, type Rows, rowsOf } from "./rows.js";
import type { Patch } from "./types.js";

/** A plan held for many edits: rows in chunks by id, and who names whom once that was asked. */
export class PlanStore implements Rows {
  private readonly tables: Map<TableName, ChunkedTable>;
  private readonly present: Set<TableName>;
  private readonly rest: readonly [string, unknown][];
  private index: NamingIndex | undefined;
  private made: WorkPlan | undefined;

  /** Of a plan, or a copy of another store, at once. */
  constructor(of: WorkPlan | PlanStore) {
    if (of instanceof PlanStore) {
      this.tables = new Map([...of.tables].map(([table, rows]) => [table, rows.fork()]));
      this.present = new Set(of.present);
      this.rest = of.rest;
      this.index = of.index?.fork();
      this.made = of.made;
      return;
    }
    this.tables = new Map(tableNames.map((table) => [table, new ChunkedTable(rowsOf(of, table))]));
    this.present = new Set(tableNames.filter((table) => Object.hasOwn(of, table)));
    this.rest = Object.entries(of).filter(([key]) => !(tableNames as readonly string[]).includes(key));
    this.made = of;
  }
  private table(name: TableName): ChunkedTable {
    const known = this.tables.get(name) ?? new ChunkedTable([]);
    this.tables.set(name, known);
    return known;
  }
  readonly row = (table: TableName, id: string): Row | undefined => this.table(table).row(id);
  readonly list = (table: TableName): readonly Row[] => this.table(table).list();
  readonly naming = (table: TableName, id: string): readonly Placed[] => {
    const held = this.names().namesOf(id);
    return namesIn(table).flatMap((owner) => {
      const start = `${owner.table}/`;
      const ids = [...held].flatMap((name) => (name.startsWith(start) ? [name.slice(start.length)] : []));
      const rows = ids.flatMap((name) => this.row(owner.table, name) ?? []);
      const naming = rows.filter((row) => owner.names(row, id)).sort(byId);
      return naming.map((row) => ({ table: owner.table, row }));
    });
  };
  /** The plan as one document; rows and tables that did not change are the same objects as before. */
  plan(): WorkPlan {
    if (this.made !== undefined) return this.made;
    const tables = tableNames.flatMap((table) => (this.present.has(table) ? [[table, this.list(table)]] : []));
    this.made = Object.fromEntries([...this.rest, ...tables]) as unknown as WorkPlan;
    return this.made;
  }
  /** Carries out one patch; gives the patch that leads back, or why it cannot be done. */
  patch(patch: Patch, index: number): Patch | Issue {
    const { table, id } = patch;
    const rows = this.table(table);
    const row = rows.row(id);
    if ((patch.op === "add") === (row !== undefined)) {
      const facts = { table, id, op: patch.op };
      return issue(patch.op === "add" ? "edit/id-taken" : "edit/no-such-row", { path: [index], subject: [id], facts });
    }
    this.made = undefined;
    if (patch.op === "add") {
      const leaves = this.present.has(table) && rows.size === 0 ? { leaves: "empty" as const } : {};
      rows.add(patch.value as unknown as Row, patch.before);
      this.present.add(table);
      this.name(table, patch.value as unknown as Row);
      return { op: "remove", table, id, ...leaves };
    }
    if (patch.op === "remove") {
      const before = rows.remove(id);
      if (rows.size === 0 && patch.leaves !== "empty") this.present.delete(table);
      return { op: "add", table, id, value: row as unknown as Json, ...(before === undefined ? {} : { before }) };
    }
    const { field } = patch;
    const old =
      row !== undefined && Object.hasOwn(row, field) ? (row as unknown as Record<string, Json>)[field] : undefined;
    rows.change(id, (draft) => {
      if (patch.op === "set") draft[field] = patch.value;
      else delete draft[field];
    });
    if (mayName(table, field)) this.name(table, this.row(table, id) ?? { id });
    return old === undefined ? { op: "unset", table, id, field } : { op: "set", table, id, field, value: old };
  }
  /** Who names whom: read from all rows when first asked, kept from then on. */
  private names(): NamingIndex {
    if (this.index !== undefined) return this.index;
    this.index = new NamingIndex();
    for (const [table, rows] of this.tables) for (const row of rows.list()) this.name(table, row);
    return this.index;
  }
  private name(table: TableName, row: Row): void {
    if (this.index === undefined) return;
    for (const { id } of namedBy(table, row)) this.index.add(id, `${table}/${row.id}`);
  }
}
