import { compareText, type Issue, issue } from "@evenkeel/kernel";
import type { Row } from "./common.js";
import type { WorkPlan } from "./plan.js";
import type { RecordTable, WorkRecords } from "./records.js";
import { onTimeLine } from "./time-line.js";

const millisPerDay = 86_400_000;

const recordTables: readonly RecordTable[] = [
  "workIntervals",
  "loggedEffort",
  "onCallShifts",
  "incidents",
  "contactEvents",
  "leave",
  "optOuts",
  "surveys",
];

/** A row of records that is kept too long. */
export interface ExpiredRecord {
  readonly table: RecordTable;
  readonly id: string;
  /** Days since it should have gone; at least 1. */
  readonly days: number;
}

/** What rows of records say of whom and when: a span has its end, the others one time. */
interface Dated extends Row {
  readonly personId?: string;
  readonly to?: string;
  readonly on?: string;
  readonly at?: string;
}

const rowsOf = (records: WorkRecords, table: RecordTable): readonly Dated[] => records[table] ?? [];

/** Days a table's rows are kept: the fewest that are stated for it, else for all; undefined = nothing is stated. */
function keepDaysOf({ retention = [] }: WorkRecords, table: RecordTable): number | undefined {
  const own = retention.filter((each) => each.table === table);
  const stated = (own.length > 0 ? own : retention.filter((each) => each.table === undefined)).map(
    ({ keepDays }) => keepDays,
  );
  return stated.length === 0 ? undefined : Math.min(...stated);
}

const isCount = (value: number): boolean => Number.isInteger(value) && value >= 0;

/** The last day a row is about, as a day number; undefined when it is open or not told. */
function lastDayOf({ to, on, at }: Dated): number | undefined {
  const text = to ?? on ?? at;
  const last = text === undefined ? undefined : onTimeLine(text);
  return last === undefined ? undefined : Math.floor(last / millisPerDay);
}

/** Days since a row should have gone; 0 or less while it may be kept. Where the days are no count, nothing may. */
function overdue(row: Dated, keepDays: number, today: number): number {
  if (!isCount(keepDays)) return 1;
  const last = lastDayOf(row);
  return last === undefined ? 0 : today - last - keepDays;
}

/**
 * Rows that are kept longer than the records themselves say.
 *
 * A row is kept through its last day (of an instant, the day in UTC) and `keepDays` more. A row that is open at its end
 * is kept. Where `keepDays` is no whole number of at least 0, every row of the table is told: what may not be kept
 * knowingly is not kept by mistake.
 *
 * @param records - with `retention`; without one no row is told
 * @param now - milliseconds UTC
 * @returns rows to delete, by table and id
 *
 * Issues: none.
 * Time O(rows log rows), space O(rows told).
 * Source: own; storage limitation, Regulation (EU) 2016/679 Art. 5(1)(e).
 *
 * @example
 * const contactEvents = [{ id: "m", personId: "ana", at: "2026-01-10T21:00:00Z", kind: "mail" }];
 * expiredRecords({ formatVersion: 1, retention: [{ keepDays: 90 }], contactEvents }, Date.UTC(2026, 3, 11)); // => [{ table: "contactEvents", id: "m", days: 1 }]
 */
export function expiredRecords(records: WorkRecords, now: number): ExpiredRecord[] {
  const today = Math.floor(now / millisPerDay);
  return recordTables.flatMap((table) => {
    const keepDays = keepDaysOf(records, table);
    if (keepDays === undefined) return [];
    return rowsOf(records, table)
      .map((row) => ({ table, id: row.id, days: overdue(row, keepDays, today) }))
      .filter(({ days }) => days > 0)
      .sort((a, b) => compareText(a.id, b.id));
  });
}

/** Records that may be read, and what was said of the rest. */
export interface KeptRecords {
  readonly records: WorkRecords;
  /** Tables that hold rows past their time; never whose, nor how many: a number of rows may be one person's. */
  readonly issues: readonly Issue[];
}

/**
 * The people whose records never leave them.
 *
 * @param plan - people
 * @returns ids of those marked `private`, in the order of the plan
 *
 * Issues: none.
 * Time O(people), space the same.
 * Source: own.
 *
 * @example
 * privatePeople({ formatVersion: 1, people: [{ id: "ana", name: "Ana", private: true }, { id: "ben", name: "Ben" }] }); // => ["ana"]
 */
export function privatePeople(plan: WorkPlan): string[] {
  return (plan.people ?? []).filter((person) => person.private === true).map(({ id }) => id);
}

/**
 * The records that one reader's results may rest on: without rows past their time, and without those of people marked
 * `private`, unless the reader is that person.
 *
 * Rows that name nobody stay. How many rows were left out is not told here: it may be one person's number. Who keeps the
 * records asks `expiredRecords`.
 *
 * @param records - as read
 * @param plan - says who is private
 * @param now - milliseconds UTC
 * @param readerId - person who reads; absent = anyone who may see the plan
 * @returns records with the rest left out, and issues by table
 *
 * Issues: core/records-expired, core/retention-without-days.
 * Time O(rows log rows), space O(rows).
 * Source: own.
 *
 * @example
 * const plan = { formatVersion: 1, people: [{ id: "ana", name: "Ana", private: true }] };
 * const leave = [{ id: "l", personId: "ana", from: "2026-05-04", to: "2026-05-08", kind: "annual" }];
 * ["ana", "ben"].map((reader) => keptRecords({ formatVersion: 1, leave }, plan, 0, reader).records.leave.length); // => [1, 0]
 */
export function keptRecords(records: WorkRecords, plan: WorkPlan, now: number, readerId?: string): KeptRecords {
  const today = Math.floor(now / millisPerDay);
  const hidden = new Set<unknown>(privatePeople(plan).filter((id) => id !== readerId));
  const issues = (records.retention ?? []).flatMap(({ table = "records", keepDays }, at): Issue[] => {
    if (isCount(keepDays)) return [];
    const path = ["retention", at, "keepDays"];
    return [issue("core/retention-without-days", { path, facts: { table, found: String(keepDays) } })];
  });
  const tables: Partial<Record<RecordTable, readonly Dated[]>> = {};
  for (const table of recordTables) {
    if (records[table] === undefined) continue;
    const keepDays = keepDaysOf(records, table);
    const rows = rowsOf(records, table);
    const fresh = rows.filter((row) => keepDays === undefined || overdue(row, keepDays, today) <= 0);
    tables[table] = fresh.filter(({ personId }) => !hidden.has(personId));
    if (fresh.length < rows.length && keepDays !== undefined && isCount(keepDays))
      issues.push(issue("core/records-expired", { severity: "warning", path: [table], facts: { table, keepDays } }));
  }
  return { records: { ...records, ...tables } as WorkRecords, issues };
}
