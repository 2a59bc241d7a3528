import {
  acceptUnlessError,
  type Catalog,
  type CatalogEntry,
  compareText,
  inertText,
  type Result,
} from "@evenkeel/kernel";
import type { CheckPack } from "../config/types.js";
import { ShapeReader } from "../shape/shape.js";
import { subjectCheck } from "../subject-check.js";
import type { Check, CheckParams, Judgement, SubjectRule } from "../types.js";
import { compilePredicate, type Test } from "./compile-predicate.js";
import { readDataPack } from "./read-data-pack.js";
import type { DataCheck, RowPort } from "./types.js";

/** Rules as data, ready to run. */
export interface DataChecks<Input> {
  readonly checks: readonly Check<Input>[];
  /** Texts of the rules by code, to be joined with other catalogs. */
  readonly catalog: Catalog;
  /** For `resolveConfig`. */
  readonly pack: CheckPack;
}

const shownText = (value: unknown): string => {
  if (typeof value === "string") return value.slice(0, 80);
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  return Array.isArray(value)
    ? `${value.length} entries`
    : value === undefined || value === null
      ? "nothing"
      : "object";
};

/** A rule with its predicates ready. */
interface Rule extends Pick<DataCheck, "table" | "severity"> {
  readonly when: readonly Test[];
  readonly require: readonly Test[];
}

function failure({ severity }: Rule, test: Test, value: unknown, params: CheckParams): Judgement {
  const { expected, ...measures } = test.unmet(value, params);
  return {
    outcome: "fail",
    ...(severity === undefined ? {} : { severity }),
    facts: { field: test.field, found: shownText(value), expected },
    ...measures,
  };
}

/**
 * Judges one row, with three values: that a rule says nothing of a row, or a failure, needs one field that is certain;
 * a pass needs all of them.
 */
function judgeRow<Input>(rule: Rule, port: RowPort<Input>, input: Input, id: string, params: CheckParams): Judgement {
  const row = port.row(input, rule.table, id);
  if (row === undefined) return undefined;
  const unknown = new Set<string>();
  const isUnknown = ({ column }: Test): boolean => {
    if (port.isKnown === undefined || port.isKnown(input, rule.table, id, column)) return false;
    unknown.add(`${rule.table}.${column}`);
    return true;
  };
  for (const test of rule.when) if (!isUnknown(test) && !test.holds(test.valueIn(row), params)) return undefined;
  const isAbout = unknown.size === 0;
  for (const test of rule.require) {
    const value = test.valueIn(row);
    if (!isUnknown(test) && isAbout && !test.holds(value, params)) return failure(rule, test, value, params);
  }
  return unknown.size === 0 ? "pass" : { outcome: "unknown", missing: [...unknown].sort(compareText) };
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
  check: DataCheck,
  port: RowPort<Input>,
  walk: Pick<SubjectRule<Input>, "subjects" | "near">,
): Check<Input> {
  const { id, version, kind, citation, table, severity, since, until, unverified, params = {} } = check;
  const rule: Rule = {
    table,
    when: (check.when ?? []).map(compilePredicate),
    require: check.require.map(compilePredicate),
    ...(severity === undefined ? {} : { severity }),
  };
  const columns = new Set([...rule.when, ...rule.require].map(({ column }) => column));
  columns.delete("id");
  return subjectCheck<Input>(
    {
      id,
      version,
      kind,
      citation,
      needs: [...columns].sort(compareText).map((column) => `${table}.${column}`),
      params,
      ...(since === undefined ? {} : { since }),
      ...(until === undefined ? {} : { until }),
      ...(unverified === undefined ? {} : { unverified }),
    },
    { table, ...walk, judge: (input, row, values) => judgeRow(rule, port, input, row, values) },
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
