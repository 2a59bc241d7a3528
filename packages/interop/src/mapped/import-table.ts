import { type Issue, issue, type Result, refuse } from "@evenkeel/kernel";
import { type ColumnFate, tallyCells } from "../csv-columns.js";
import type { CsvTable } from "../csv-text.js";
import { answered, assume, type Draft, table, warn } from "../draft.js";
import { finish } from "../finish.js";
import type { Import, ReadOptions } from "../types.js";
import { assumeZone } from "../zoned-time.js";
import { cellOf, type TableContext, type TableRow } from "./cells.js";
import { readEventLog } from "./event-log.js";
import { readLeave } from "./leave.js";
import { linkRows } from "./links.js";
import { type CsvMapping, dateOrders, isDated, proposeMapping, type TargetField } from "./mapping.js";
import { isPlanTable, keepDates, placeRows } from "./plan-rows.js";
import { noteWidth, readRow } from "./rows.js";
import { tableStates } from "./states.js";
import type { ColumnProposal } from "./suggest.js";
import { readTimesheet } from "./timesheet.js";

/** What the reader of tables takes. */
export interface MappedCsvOptions extends ReadOptions {
  /** Absent = proposed from headers and content, and said as assumptions. */
  readonly mapping?: CsvMapping;
  /**
   * What a row is whose id an earlier row has: a copy, left out, or work of its own, as where a table holds a row a phase; its id
   * then ends in the number of its row. Default leftOut.
   */
  readonly repeatedIds?: "leftOut" | "numbered";
}

/** Rows a proposal looks at. */
const sampleRows = 50;

const targetPlaces: { readonly [K in TargetField]?: string } = {
  absentFrom: "records.leave",
  absentTo: "records.leave",
  absentee: "records.leave",
  activity: "workflows.states",
  actor: "events.actor",
  at: "events.at",
  case: "items.id",
  after: "dependencies",
  blocks: "dependencies",
  created: "items.createdAt",
  description: "items.body",
  done: "items.finishedAt",
  dropped: "events",
  due: "items.dueDate",
  duration: "items.schedule",
  estimate: "items.estimates",
  id: "items.id",
  labels: "items.labels",
  leaveKind: "records.leave",
  leaveStatus: "records.leave",
  list: "containers",
  members: "assignments",
  milestone: "items.kind",
  outcome: "outcomes",
  outlineLevel: "items.parentId",
  owner: "assignments",
  parent: "items.parentId",
  percentComplete: "items.schedule",
  plannedFinish: "schedules.items",
  plannedStart: "schedules.items",
  priority: "items.priority",
  project: "projects",
  promised: "commitments",
  started: "items.startedAt",
  status: "items.stateId",
  title: "items.title",
  type: "items.sourceKind",
  updated: "items.updatedAt",
  wbs: "items.parentId",
  workKind: "records.workIntervals",
  workedFor: "records.workIntervals",
  workedFrom: "records.workIntervals",
  workedOn: "records.workIntervals",
  workedTo: "records.workIntervals",
  workedUntil: "records.workIntervals",
  worker: "records.workIntervals",
};

function columnsOf(csv: CsvTable, mapping: CsvMapping): Map<TargetField, number[]> {
  const at = new Map<TargetField, number[]>();
  for (const [index, name] of csv.header.entries()) {
    const target = Object.hasOwn(mapping.columns, name) ? mapping.columns[name] : undefined;
    if (target !== undefined) at.set(target, [...(at.get(target) ?? []), index]);
  }
  return at;
}

/** Only the first column of a target is read, but for labels, members and links that may stand in several. */
function fatesOf(csv: CsvTable, at: ReadonlyMap<TargetField, readonly number[]>): (ColumnFate | undefined)[] {
  const fates: (ColumnFate | undefined)[] = [];
  for (const [target, indices] of at) {
    for (const [position, index] of indices.entries()) {
      const to = targetPlaces[target];
      if (target === "ignore") fates[index] = { fate: "dropped", why: "the mapping says so" };
      else if (to !== undefined && position === 0 && !(target === "priority" && hasWords(csv, index)))
        fates[index] = { fate: "mapped", to };
    }
  }
  return fates;
}

function hasWords(csv: CsvTable, index: number): boolean {
  return csv.rows.some((row) => (row[index] ?? "").trim() !== "" && !Number.isFinite(Number(row[index])));
}

function missingColumns(csv: CsvTable, mapping: CsvMapping): Issue[] {
  return Object.keys(mapping.columns)
    .filter((name) => !csv.header.includes(name))
    .map((name) =>
      issue("interop/csv-missing-column", {
        path: ["mapping", name],
        facts: { column: name, headers: csv.header.slice(0, 50) },
      }),
    );
}

function assumeOrders(draft: Draft, context: TableContext): void {
  for (const [index, found] of context.orders) {
    const header = context.csv.header[index] ?? "";
    const evidence = "evidence" in found ? String(found.evidence) : "option";
    if (found.order === undefined) continue;
    if (evidence === "answer") answered(draft, "dateOrder", `${header}: ${found.order}`);
    else assume(draft, "dateOrder", `${header}: ${found.order}`, evidence);
  }
}

function contextOf(draft: Draft, csv: CsvTable, mapping: CsvMapping): TableContext {
  const at = columnsOf(csv, mapping);
  const dated = [...at].flatMap(([target, indices]) =>
    isDated(target) ? indices.map((index) => [index, target] as const) : [],
  );
  const own = dateOrders(csv.rows, dated);
  const orders = new Map(
    [...own]
      .map(([index, found]) => {
        const answer = mapping.dateOrder === undefined ? draft.options.answers?.dateOrder : undefined;
        const order = mapping.dateOrder ?? answer ?? found.order;
        const evidence = mapping.dateOrder !== undefined ? "option" : answer !== undefined ? "answer" : found.evidence;
        return [index, order === undefined ? {} : { order, evidence }] as const;
      })
      .filter(([index]) => (own.get(index)?.numeric ?? 0) > 0),
  );
  const fates = fatesOf(csv, at);
  const keep = draft.options.keepUnmapped ?? true;
  const kept = csv.header.map((_name, index) => keep && fates[index] === undefined);
  return { draft, csv, mapping, at, orders, kept, planned: new Map() };
}

function readItems(context: TableContext, isNumbered: boolean): void {
  const { draft, csv } = context;
  const statuses = csv.rows.map((row) => cellOf(context, row, "status")).filter((name) => name !== undefined);
  const isPlan = isPlanTable(context);
  const hasStamps = isPlan || (["started", "done", "dropped"] as const).some((target) => context.at.has(target));
  const states = tableStates(draft, statuses, hasStamps);
  const accepted: TableRow[] = [];
  for (const [index, row] of csv.rows.entries()) {
    draft.counts.read++;
    const number = csv.rowNumber[index] as number;
    const stated = cellOf(context, row, "id");
    const isRepeated = isNumbered && stated !== undefined && table(draft, "items").has(stated);
    if (isRepeated) warn(draft, "csv-numbered-id", [number], [stated], { id: stated, row: number });
    const entry = { id: isRepeated ? `${stated} row-${number}` : (stated ?? `row-${number}`), row, number };
    noteWidth(context, entry);
    const hasName = stated !== undefined || cellOf(context, row, "title") !== undefined;
    if (!hasName) warn(draft, "csv-row-without-title", [number], [], { row: number });
    if (hasName && readRow(context, entry, index, states)) {
      draft.counts.imported++;
      accepted.push(entry);
    } else {
      draft.counts.rejected++;
      draft.lost.set(row, "row rejected");
    }
  }
  linkRows(context, accepted);
  if (isPlan) {
    placeRows(context, accepted);
    keepDates(context);
  }
}

function coverOf(draft: Draft, context: TableContext): void {
  const byTable = new Map<string, Set<string>>();
  for (const target of context.at.keys()) {
    const [tableName, field] = (targetPlaces[target] ?? "").split(".");
    if (!tableName || tableName === "records") continue;
    byTable.set(tableName, (byTable.get(tableName) ?? new Set()).add(field ?? "id"));
  }
  draft.coverage = [...byTable].map(([name, fields]) => ({ tool: "csv", table: name as "items", fields: [...fields] }));
}

/** The headers, and the mapping that would do, as far as the cells suggest one. */
function noTitleFacts(csv: CsvTable, columns: readonly ColumnProposal[]): Issue["facts"] {
  const found = columns.flatMap(({ header, target, confidence }) =>
    target === undefined ? [] : [{ header, target, confidence }],
  );
  const named = found.some(({ target }) => target === "title")
    ? found
    : [{ header: csv.header[0] ?? "", target: "title" }, ...found];
  const mapping = JSON.stringify({ columns: Object.fromEntries(named.map(({ header, target }) => [header, target])) });
  return { headers: csv.header.slice(0, 50), mapping: mapping.slice(0, 400) };
}

/** Accounts for the cells of a table by what becomes of its columns. */
export type AccountCells = (fateOfColumn: readonly (ColumnFate | undefined)[]) => void;

/**
 * Reads a table into the draft, by the mapping of the options or by one it proposes, and finishes it; `account` where the cells are
 * not those of the source.
 */
export function importTable(
  draft: Draft,
  csv: CsvTable,
  options: MappedCsvOptions,
  account: AccountCells = (fates) => tallyCells(draft, csv, fates as readonly ColumnFate[]),
): Result<Import> {
  const stated = options.mapping ?? options.answers?.mapping;
  const proposal = stated === undefined ? proposeMapping(csv.header, csv.rows.slice(0, sampleRows)) : undefined;
  const mapping = stated ?? proposal?.mapping ?? { columns: {} };
  const [missing, ...more] = missingColumns(csv, mapping);
  if (missing !== undefined) return refuse([missing, ...more]);
  if (options.mapping === undefined && stated !== undefined)
    answered(draft, "mapping", `${Object.keys(mapping.columns).length} columns`);
  for (const found of proposal?.evidence ?? []) assume(draft, "mapping", found, "header");
  const context = contextOf(draft, csv, mapping);
  const isLog = context.at.has("case") && context.at.has("activity") && context.at.has("at");
  const isTimesheet = context.at.has("worker") && context.at.has("workedFrom");
  const isLeave = context.at.has("absentee") && context.at.has("absentFrom");
  if (!isLog && !isTimesheet && !isLeave && !context.at.has("title") && !context.at.has("id")) {
    return refuse([issue("interop/csv-no-title", { facts: noTitleFacts(csv, proposal?.columns ?? []) })]);
  }
  assumeZone(draft);
  assumeOrders(draft, context);
  if (isLog) readEventLog(context);
  else if (isTimesheet) readTimesheet(context);
  else if (isLeave) readLeave(context);
  else readItems(context, options.repeatedIds === "numbered");
  coverOf(draft, context);
  const places = fatesOf(csv, context.at);
  const noPlace = { fate: "dropped", why: "an event has no place for it" } as const;
  const all = isLog ? [...csv.header, ""].map((_name, index) => places[index] ?? noPlace) : places;
  account(all);
  return finish(draft);
}
