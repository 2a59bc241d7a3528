import type { Json } from "@evenkeel/kernel";
import type { Row, TableName } from "./common.js";
import { eventEffect } from "./event-effect.js";
import { isCorrected } from "./group-events.js";
import type { WorkEvent, WorkHistory } from "./history.js";
import { tableNames, type WorkPlan } from "./plan.js";
import { onTimeLine } from "./time-line.js";

type Fields = Readonly<Record<string, Json>>;

/** A table being replayed: rows by id, and the ids in order once something had to stand before another row. */
class ReplayedTable {
  readonly rows: Map<string, Row>;
  private order: string[] | undefined;
  constructor(rows: readonly Row[]) {
    this.rows = new Map(rows.map((row) => [row.id, row]));
  }
  add(row: Row, before: string | undefined): void {
    if (this.rows.has(row.id)) this.remove(row.id);
    if (before === undefined) {
      this.rows.set(row.id, row);
      this.order?.push(row.id);
      return;
    }
    this.order ??= [...this.rows.keys()];
    const at = this.order.indexOf(before);
    this.order.splice(at < 0 ? this.order.length : at, 0, row.id);
    this.rows.set(row.id, row);
  }
  remove(id: string): void {
    this.rows.delete(id);
    if (this.order !== undefined) this.order = this.order.filter((known) => known !== id);
  }
  list(): Row[] {
    return this.order === undefined ? [...this.rows.values()] : this.order.flatMap((id) => this.rows.get(id) ?? []);
  }
}

const isRow = (value: unknown): value is Row =>
  typeof value === "object" && value !== null && typeof (value as { readonly id?: unknown }).id === "string";

function changedRow(row: Row, event: WorkEvent): Row {
  let next = row as unknown as Fields;
  for (const { field, value } of eventEffect(event, next)) {
    // A row stays itself, and what is no name of a field is left out.
    if (typeof field !== "string" || field === "id") continue;
    const rest = Object.entries(next).filter(([key]) => key !== field);
    next = Object.fromEntries(value === undefined ? rest : [...rest, [field, value]]);
  }
  return next as unknown as Row;
}

/**
 * The plan as it was at an instant, from an earlier plan and the events that edits wrote since.
 *
 * For histories written by `applyCommand` and the editor of `@evenkeel/edit`: the result is the plan of that time, with the
 * same canonical JSON. Events are applied in recording order; those that happened after the instant, and corrected ones, are
 * left out. Histories of other tools carry no rows: their states are told by `statesAt`.
 *
 * @param start - plan before the first event
 * @param history - events in recording order
 * @param instant - milliseconds UTC; default: all events
 * @returns the plan; rows and tables that nothing touched are shared with `start`
 *
 * Issues: none; an event about a table or row that is not there changes nothing. What is no event: `validateHistory` names it.
 * Time O(rows of the touched tables + events), O(rows) more for each row put before another; space O(rows of the touched tables).
 * Source: own; event sourcing.
 *
 * @example
 * const event = { id: "c/0", at: "2026-05-01T08:00:00Z", subject: { table: "items", id: "A" }, source: "exact", type: "changed", field: "title", to: "Paint the hall" } as const;
 * planAt({ formatVersion: 1, items: [{ id: "A", title: "Paint", kind: "task" }] }, { formatVersion: 1, events: [event] }).items?.[0]?.title; // => "Paint the hall"
 */
export function planAt(start: WorkPlan, history: WorkHistory, instant: number = Number.POSITIVE_INFINITY): WorkPlan {
  const touched = new Map<TableName, ReplayedTable>();
  const present = new Set<string>(tableNames.filter((table) => Object.hasOwn(start, table)));
  const tableOf = (table: TableName): ReplayedTable => {
    const known = touched.get(table) ?? new ReplayedTable((start[table] ?? []) as readonly Row[]);
    touched.set(table, known);
    return known;
  };
  const isTable: ReadonlySet<string> = new Set(tableNames);
  const isGone = isCorrected(history.events);
  for (const event of history.events) {
    const at = onTimeLine(event.at);
    if (at === undefined || at > instant || isGone(event)) continue;
    const { table, id } = event.subject;
    if (!isTable.has(table)) continue;
    const rows = tableOf(table);
    if (event.type === "created") {
      if (!isRow(event.row)) continue;
      rows.add(event.row, event.before);
      present.add(table);
    } else if (event.type === "removed") {
      rows.remove(id);
      if (rows.rows.size > 0) continue;
      if (event.leaves === "empty") present.add(table);
      else present.delete(table);
    } else {
      const row = rows.rows.get(id);
      if (row !== undefined) rows.rows.set(id, changedRow(row, event));
    }
  }
  const tables = [...touched].filter(([table]) => present.has(table)).map(([table, rows]) => [table, rows.list()]);
  const rest = Object.entries(start).filter(([key]) => !touched.has(key as TableName));
  return Object.fromEntries([...rest, ...tables]) as unknown as WorkPlan;
}
