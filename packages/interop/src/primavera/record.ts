import type { Issue, Json } from "@evenkeel/kernel";
import { type Draft, warn } from "../draft.js";
import { parseForeignTime } from "../foreign-time.js";

/**
 * A row of a Primavera table, whichever of its formats it stands in. Fields have the names and values of the text format;
 * the reader of the other translates.
 */
export interface P6Record {
  /** Trimmed; blank is absent. */
  readonly get: (field: string) => string | undefined;
  /** What the file itself calls a field, for issues. */
  readonly nameOf: (field: string) => string;
  /** Where it stands, for issues. */
  readonly path: Issue["path"];
  /** The fields that have no place in the model, verbatim; `also` those of this row that usually have one. */
  readonly rest: (also?: readonly string[]) => { readonly [name: string]: Json } | undefined;
  /** Accounts for a field that could not be read; false when it was lost before. */
  readonly lose: (field: string) => boolean;
  /** Accounts for all fields of a row that does not become one of ours. */
  readonly drop: (why: string) => void;
}

/** What a Primavera file holds that the model has a place for. */
export interface P6Tables {
  readonly tool: "xer" | "pmxml";
  readonly projects: readonly P6Record[];
  readonly options: readonly P6Record[];
  readonly calendars: readonly P6Calendar[];
  readonly breakdown: readonly P6Record[];
  readonly resources: readonly P6Record[];
  readonly roles: readonly P6Record[];
  readonly activities: readonly P6Record[];
  readonly links: readonly P6Record[];
  readonly assignments: readonly P6Record[];
  readonly codeTypes: readonly P6Record[];
  readonly codes: readonly P6Record[];
  readonly codeUses: readonly P6Record[];
}

/** Hours of a day, minutes from midnight; the end may lie past midnight. */
export type Hours = readonly { readonly from: number; readonly to: number }[];

/** A calendar's hours: by day of the week from Sunday, and by date. */
export interface P6Hours {
  readonly week: readonly (Hours | undefined)[];
  readonly dates: readonly { readonly day: string; readonly hours: Hours }[];
}

/** A calendar with its hours, or what is wrong with them. */
export interface P6Calendar extends P6Record {
  readonly hours: () => P6Hours | { readonly fault: string };
}

function refuse(draft: Draft, record: P6Record, field: string, trap: string, found: string, expected: string): void {
  if (!record.lose(field)) return;
  const name = record.nameOf(field);
  warn(draft, trap, [...record.path, name], [], { field: name, found: found.slice(0, 60), expected });
}

/** A finite number; the decimal sign is that of the exporting machine. */
export function numberOf(draft: Draft, record: P6Record, field: string): number | undefined {
  const text = record.get(field);
  if (text === undefined) return undefined;
  const plain = /^[+-]?(\d+|\d*[.,]\d+|\d+[.,])([eE][+-]?\d{1,3})?$/.test(text) ? text.replace(",", ".") : "";
  const value = plain === "" ? Number.NaN : Number(plain);
  if (Number.isFinite(value)) return value;
  refuse(draft, record, field, "p6-invalid-value", text, "number");
  return undefined;
}

/** Whole minutes, the grain of this tool, of a number of hours. */
export function minutesOf(draft: Draft, record: P6Record, field: string): number | undefined {
  const hours = numberOf(draft, record, field);
  return hours === undefined ? undefined : Math.round(hours * 60) + 0;
}

/** Minutes of work of a number of hours; work spreads over time at any rate, so that it has no grain but that of rounding. */
export function workMinutesOf(draft: Draft, record: P6Record, field: string): number | undefined {
  const hours = numberOf(draft, record, field);
  return hours === undefined ? undefined : Math.round(hours * 60e6) / 1e6 + 0;
}

/** A share of a number of percent. */
export function shareOf(draft: Draft, record: P6Record, field: string): number | undefined {
  const percent = numberOf(draft, record, field);
  return percent === undefined ? undefined : percent / 100;
}

/** A local time; one that does not exist is an issue and left out. */
export function timeOf(draft: Draft, record: P6Record, field: string): string | undefined {
  const text = record.get(field);
  if (text === undefined) return undefined;
  const time = parseForeignTime(text);
  if (time.ok) return time.form === "day" ? `${time.text}T00:00` : time.text;
  refuse(draft, record, field, "any-impossible-date", text, "2026-05-01 08:00");
  return undefined;
}

/** A flag: Y or N. */
export function flagOf(record: P6Record, field: string): boolean | undefined {
  const text = record.get(field);
  return text === undefined ? undefined : text === "Y";
}

/** One of some codes; another is an issue and left out. */
export function choiceOf<T>(
  draft: Draft,
  record: P6Record,
  field: string,
  choices: Readonly<Record<string, T>>,
): T | undefined {
  const text = record.get(field);
  if (text === undefined) return undefined;
  if (Object.hasOwn(choices, text)) return choices[text];
  refuse(draft, record, field, "p6-invalid-value", text, Object.keys(choices).join(", "));
  return undefined;
}

/** The id of a row; a row without one is an issue. */
export function idOf(draft: Draft, record: P6Record, field: string): string | undefined {
  const id = record.get(field);
  if (id === undefined) warn(draft, "p6-missing-id", record.path, [], { field: record.nameOf(field) });
  return id;
}

/** Counts a row as read, and as what `read` says became of it. */
export function account(draft: Draft, record: P6Record, read: () => string | undefined): void {
  draft.counts.read++;
  const why = read();
  if (why === undefined) draft.counts.imported++;
  else {
    draft.counts[why === ownNode ? "merged" : "rejected"]++;
    record.drop(why);
  }
}

/** Why the first node of a breakdown is no item. */
export const ownNode = "the project's own node";
/** Why rows are left out whose id was read before, or who have none. */
export const noId = "no id, or read before";
