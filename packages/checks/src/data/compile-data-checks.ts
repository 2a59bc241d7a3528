import { acceptUnlessError, type Catalog, type CatalogEntry, inertText, type Result } from "@evenkeel/kernel";
import type { CheckPack } from "../config/types.js";
import { subjectCheck } from "../subject-check.js";
import { ShapeReader } from "../shape/shape.js";
import type { Check, CheckParams, Judgement, SubjectRule } from "../types.js";
import { hold, valueAt } from "./hold.js";
import { readDataPack } from "./read-data-pack.js";
import type { DataCheck, Predicate, RowPort } from "./types.js";

/** Rules as data, ready to run. */
export interface DataChecks<Input> {
  readonly checks: readonly Check<Input>[];
  /** Texts of the rules by code, to be joined with other catalogs. */
  readonly catalog: Catalog;
  /** For `resolveConfig`. */
  readonly pack: CheckPack;
}

/** Field of the table that a path begins in. */
const column = (field: string): string => field.split(".", 1)[0] ?? field;

const shownText = (value: unknown): string => {
  if (typeof value === "string") return value.slice(0, 80);
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  return Array.isArray(value)
    ? `${value.length} entries`
    : value === undefined || value === null
      ? "nothing"
      : "object";
};

/**
 * Judges one row, with three values: a rule that says nothing of the row, or a failure, needs one certain field; a pass
 * needs all of them.
 */
function judgeRow<Input>(
  rule: DataCheck,
  port: RowPort<Input>,
  input: Input,
  id: string,
  params: CheckParams,
): Judgement {
  const row = port.row(input, rule.table, id);
  if (row === undefined) return undefined;
  const isKnown = ({ field }: Predicate): boolean => port.isKnown?.(input, rule.table, id, column(field)) ?? true;
  const held = (predicate: Predicate) => hold(predicate, valueAt(row, predicate.field), params);
  const when = rule.when ?? [];
  if (when.some((each) => isKnown(each) && !held(each).holds)) return undefined;
  const unknownWhen = when.filter((each) => !isKnown(each));
  const unknown = [...unknownWhen, ...rule.require.filter((each) => !isKnown(each))];
  const failing = unknownWhen.length > 0 ? undefined : rule.require.find((each) => isKnown(each) && !held(each).holds);
  if (failing !== undefined) {
    const { expected, measured, threshold } = held(failing);
    return {
      outcome: "fail",
      ...(rule.severity === undefined ? {} : { severity: rule.severity }),
      facts: { field: failing.field, found: shownText(valueAt(row, failing.field)), expected },
      ...(measured === undefined ? {} : { measured }),
      ...(threshold === undefined ? {} : { threshold }),
    };
  }
  if (unknown.length === 0) return "pass";
  const missing = [...new Set(unknown.map(({ field }) => `${rule.table}.${column(field)}`))].sort();
  return { outcome: "unknown", missing };
}

/** Walks of one table, shared by its rules so that they go through the rows together. */
function walksOf<Input>(port: RowPort<Input>): (table: string) => Pick<SubjectRule<Input>, "subjects" | "near"> {
  const walks = new Map<string, Pick<SubjectRule<Input>, "subjects" | "near">>();
  return (table) => {
    const known = walks.get(table);
    if (known !== undefined) return known;
    const { near } = port;
    const walk: Pick<SubjectRule<Input>, "subjects" | "near"> = {
      subjects: (input) => port.subjects(input, table),
      near: (input, changed) =>
        near === undefined ? (changed.table === table ? [changed.id] : []) : near(input, table, changed),
    };
    walks.set(table, walk);
    return walk;
  };
}

function compiled<Input>(
  rule: DataCheck,
  port: RowPort<Input>,
  walk: ReturnType<ReturnType<typeof walksOf<Input>>>,
): Check<Input> {
  const fields = [...(rule.when ?? []), ...rule.require].map(({ field }) => column(field));
  const needs = [...new Set(fields)].filter((field) => field !== "id").sort();
  return subjectCheck<Input>(
    {
      id: rule.id,
      version: rule.version,
      kind: rule.kind,
      citation: rule.citation,
      needs: needs.map((field) => `${rule.table}.${field}`),
      params: rule.params ?? {},
      ...(rule.since === undefined ? {} : { since: rule.since }),
      ...(rule.until === undefined ? {} : { until: rule.until }),
      ...(rule.unverified === undefined ? {} : { unverified: rule.unverified }),
    },
    { table: rule.table, ...walk, judge: (input, id, params) => judgeRow(rule, port, input, id, params) },
  );
}

function textOf({ message, remedy }: DataCheck): CatalogEntry {
  return { message: inertText(message), ...(remedy === undefined ? {} : { remedy: inertText(remedy) }) };
}

/**
 * Makes checks of rules written as plain JSON; all faults of the pack are told at once.
 *
 * Predicates compare fields with values and do nothing else: no pattern language, no code. A rule needs the fields it
 * reads: where a source cannot tell one, the outcome is unknown, never pass. A failure's evidence is its row. After an
 * edit only rows near it are judged again.
 *
 * @param pack - a `DataPack` as read from anywhere
 * @param port - how to reach rows
 * @returns checks in the order of the pack, their texts, and the pack for `resolveConfig`
 *
 * Issues: checks/pack-version, checks/wrong-shape, checks/unknown-key, checks/not-one-condition, checks/no-citation,
 * checks/requires-nothing, checks/foreign-check-id, checks/duplicate-check, checks/unknown-table, checks/unknown-param,
 * checks/unknown-severity, kernel/invalid-time-text, kernel/impossible-date.
 * Time O(size of the pack); a judgement O(predicates); space O(pack).
 * Source: own.
 *
 * @example
 * const pack = { formatVersion: 1, id: "acme", title: "Acme", version: "1.0.0", checks: [{ id: "acme/label", version: "1.0.0", kind: "guideline", citation: [{ title: "Acme handbook" }], table: "items", when: [{ field: "kind", equals: "task" }], require: [{ field: "labels", countBetween: [1, 3] }], message: "{subject} has {found}, not {expected}." }] };
 * const rows = new Map([["A", { kind: "task", labels: ["x"] }], ["B", { kind: "task" }], ["C", { kind: "goal" }]]);
 * const { checks } = orThrow(compileDataChecks<typeof rows>(pack, { subjects: (all) => all.keys(), row: (all, _table, id) => all.get(id) }));
 * runChecks(checks, rows, { today: "2026-05-01" }).map(({ subject, outcome }) => `${subject.id} ${outcome}`); // => ["A pass", "B fail"]
 */
export function compileDataChecks<Input>(pack: unknown, port: RowPort<Input>): Result<DataChecks<Input>> {
  const reader = new ShapeReader();
  const read = readDataPack(reader, pack, port.tables);
  const rules = read?.checks ?? [];
  const walk = walksOf(port);
  const { id = "", title = "", version = "" } = read ?? {};
  const compiledPack: DataChecks<Input> = {
    checks: rules.map((rule) => compiled(rule, port, walk(rule.table))),
    catalog: Object.fromEntries(rules.map((rule) => [rule.id, textOf(rule)])),
    pack: {
      id,
      title,
      version,
      checks: rules.map((rule) => rule.id),
      ...(read?.settings === undefined ? {} : { settings: read.settings }),
    },
  };
  return acceptUnlessError(compiledPack, reader.issues);
}
