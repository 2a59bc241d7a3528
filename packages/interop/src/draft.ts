import type {
  Coverage,
  EventType,
  LeaveRow,
  LoggedEffort,
  PlanRows,
  SourceReference,
  Subject,
  TableName,
  WorkEvent,
  WorkIntervalRow,
  WorkPlan,
} from "@evenkeel/core";
import { type Issue, issue, type Json } from "@evenkeel/kernel";
import { addTo } from "./group.js";
import { createTally, type FateRule, type Tally } from "./tally.js";
import type { Assumption, FormatName, ReadOptions } from "./types.js";

/** An object whose absent fields may be written as undefined. */
export type Loose<T> = { [K in keyof T]: T[K] | undefined };

/** A row without the fields that are undefined; for rows of our own, whose field names are ours. */
export function defined<T extends object>(row: Loose<T>): T {
  const kept: Partial<T> = {};
  for (const key in row) {
    const value = row[key];
    if (value !== undefined) kept[key as keyof T] = value as T[keyof T];
  }
  return kept as T;
}

type Rows = { [T in TableName]?: Map<string, PlanRows[T]> };

/** An import in the making. */
export interface Draft {
  readonly format: FormatName;
  readonly options: ReadOptions;
  /** Whether the zone of the options is an answer. */
  readonly isZoneAnswered: boolean;
  readonly rows: Rows;
  readonly events: WorkEvent[];
  readonly truncated: Subject[];
  readonly loggedEffort: LoggedEffort[];
  readonly workIntervals: WorkIntervalRow[];
  readonly leave: LeaveRow[];
  readonly issues: Issue[];
  readonly assumptions: Assumption[];
  readonly tally: Tally;
  /** Parts of the input that could not be used after all, each with the reason. */
  readonly lost: Map<object, string>;
  /** States of which an answer was used. */
  readonly usedAnswers: Set<string>;
  /** Parts that go, with all inside, elsewhere than their place says. */
  readonly moved: Map<object, Omit<FateRule, "source">>;
  /** Ids of the items of each timebox, in the order they were met. */
  readonly timeboxItems: Map<string, Set<string>>;
  /** Links of each item whose other end is not in the plan. */
  readonly dangling: Map<string, Json[]>;
  readonly counts: { read: number; imported: number; merged: number; rejected: number };
  readonly quality: { exact: number; fromTimestamps: number; unavailable: number; truncated: number };
  coverage: readonly Coverage[];
  version: string | undefined;
  plan: Partial<WorkPlan>;
}

/** An empty draft of a format. */
export function createDraft(format: FormatName, options: ReadOptions): Draft {
  const zone = options.zone ?? options.answers?.zone;
  return {
    format,
    options: zone === undefined ? options : { ...options, zone },
    isZoneAnswered: options.zone === undefined && zone !== undefined,
    rows: {},
    events: [],
    truncated: [],
    loggedEffort: [],
    workIntervals: [],
    leave: [],
    issues: [],
    assumptions: [],
    tally: createTally(),
    lost: new Map(),
    usedAnswers: new Set(),
    moved: new Map(),
    timeboxItems: new Map(),
    dangling: new Map(),
    counts: { read: 0, imported: 0, merged: 0, rejected: 0 },
    quality: { exact: 0, fromTimestamps: 0, unavailable: 0, truncated: 0 },
    coverage: [],
    version: undefined,
    plan: {},
  };
}

/** The rows of a table by id. */
export function table<T extends TableName>(draft: Draft, name: T): Map<string, PlanRows[T]> {
  const rows = draft.rows as { [K in T]?: Map<string, PlanRows[K]> };
  let found = rows[name];
  if (found === undefined) {
    found = new Map();
    rows[name] = found;
  }
  return found;
}

const loneSurrogate = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/** Adds a row; a second row with the same id is an issue and is left out. */
export function addRow<T extends TableName>(
  draft: Draft,
  name: T,
  row: PlanRows[T],
  path: Issue["path"] = [],
): boolean {
  const rows = table(draft, name);
  if (rows.has(row.id)) {
    draft.issues.push(
      issue("interop/any-duplicate-id", { path, subject: [row.id], facts: { id: row.id, table: name } }),
    );
    return false;
  }
  rows.set(row.id, row);
  const title = "title" in row ? row.title : "name" in row ? row.name : undefined;
  if (title !== undefined && loneSurrogate.test(title)) {
    warn(draft, "any-lone-surrogate", path, [row.id], { id: row.id, table: name });
  }
  return true;
}

/** Keeps a link whose other end is not in the plan on the item itself, and says so. */
export function keepDangling(
  draft: Draft,
  itemId: string,
  reference: string,
  field: string,
  path: Issue["path"],
  trap = "any-dangling-reference",
): void {
  warn(draft, trap, path, [itemId, reference], { item: itemId, reference: reference.slice(0, 200), field });
  if (table(draft, "items").has(itemId)) addTo(draft.dangling, itemId, { field, reference });
}

/** Where a row came from. */
export function sourceOf(draft: Draft, tool: string, id: string, key?: string, url?: string): SourceReference {
  const { instance } = draft.options;
  // Every row has one, nearly all of one shape.
  if (instance === undefined && url === undefined) return key === undefined ? { tool, id } : { tool, id, key };
  return defined<SourceReference>({ tool, instance, id, key, url });
}

/** Notes a fault that leaves the input usable. */
export function warn(
  draft: Draft,
  trap: string,
  path: Issue["path"],
  subject: readonly string[],
  facts: Issue["facts"],
): void {
  draft.issues.push(issue(`interop/${trap}`, { severity: "warning", path, subject, facts }));
}

/** Notes something said for completeness. */
export function note(
  draft: Draft,
  trap: string,
  path: Issue["path"],
  subject: readonly string[],
  facts: Issue["facts"],
): void {
  draft.issues.push(issue(`interop/${trap}`, { severity: "info", path, subject, facts }));
}

const kebab = (what: string): string => what.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** Notes what was taken for granted. */
export function assume(draft: Draft, what: string, value: string, evidence: string): void {
  draft.assumptions.push({ code: `interop/assumed-${kebab(what)}`, what, value, evidence });
}

/** Notes what a person answered, so that nothing had to be taken for granted. */
export function answered(draft: Draft, what: string, value: string): void {
  draft.assumptions.push({ code: `interop/answered-${kebab(what)}`, what, value, evidence: "answer" });
}

/** The parts all events share, by type. */
export type EventOf<T extends EventType> = Extract<WorkEvent, { readonly type: T }>;

/** Adds an event. */
export function addEvent<T extends EventType>(draft: Draft, event: Loose<EventOf<T>>): void {
  draft.events.push(defined<EventOf<T>>(event) as unknown as WorkEvent);
}
