import type { Finding } from "@evenkeel/checks";
import type { CommandDraft, Subject, TableName, WorkContext } from "@evenkeel/core";
import { compareText, type Facts } from "@evenkeel/kernel";
import type { Cover } from "./greedy-cover.js";
import type { AnswerField, Question } from "./question.js";

/** The share of one row in a question: what the answer does to it, what that settles and what it lets one see. */
export interface Part {
  readonly subject: Subject;
  readonly title: string;
  readonly commands: readonly CommandDraft[];
  readonly clears: readonly string[];
  readonly reveals?: readonly string[];
}

/** A question that could be asked. */
export interface Proposal extends Cover {
  readonly code: string;
  /** Code of the text when it is about several rows. */
  readonly several?: string;
  readonly facts?: Facts;
  readonly to: string | undefined;
  readonly answers: readonly AnswerField[];
  /** Carried out once, whatever the parts. */
  readonly commands?: readonly CommandDraft[];
  readonly about?: readonly Subject[];
  readonly units: readonly Part[];
}

/** What is to be asked about: the work, and what the checks found in it. */
export interface Inquiry extends WorkContext {
  /** Failures of a check by the id of their row. */
  readonly failing: (checkId: string) => ReadonlyMap<string, Finding>;
  /** Fingerprints of those of the checks that fail for a row. */
  readonly settled: (id: string, ...checkIds: readonly string[]) => string[];
}

/** The fingerprint a finding of a check about a row has or would have. */
export const fingerprintOf = (checkId: string, table: TableName, id: string): string =>
  [checkId, table, id, ""].join("|");

const shownTitles = 5;

/** A question made of a proposal and the parts of it that are still needed. */
export function questionOf({ id, code, several, facts, to, answers, commands, about, units }: Proposal): Question {
  const rows = new Map(
    [...(about ?? []), ...units.map(({ subject }) => subject)].map((row) => [`${row.table}/${row.id}`, row]),
  );
  const titles = units.map(({ title }) => title);
  return {
    id,
    code: units.length > 1 ? (several ?? code) : code,
    facts: {
      title: titles[0] ?? "",
      titles: titles.slice(0, shownTitles),
      count: units.length,
      isCut: titles.length > shownTitles,
      ...facts,
    },
    ...(to === undefined ? {} : { to }),
    about: [...rows.values()],
    answers,
    commands: [...(commands ?? []), ...units.flatMap((unit) => unit.commands)],
    clears: [...new Set(units.flatMap(({ clears }) => clears))],
    reveals: [...new Set(units.flatMap(({ reveals }) => reveals ?? []))].sort(compareText),
  };
}

/** Rows by a key, in the order of the keys' first rows. */
export function grouped<Row>(rows: Iterable<Row>, keyOf: (row: Row) => string): Map<string, [Row, ...Row[]]> {
  const groups = new Map<string, [Row, ...Row[]]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group === undefined) groups.set(keyOf(row), [row]);
    else group.push(row);
  }
  return groups;
}
