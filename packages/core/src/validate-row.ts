import { type Issue, issue, parseTimeText } from "@evenkeel/kernel";
import type { Row, TableName } from "./common.js";
import { type FoundField, valuesAt } from "./fields.js";
import { type NumberRule, numbers, type ReferenceRule, references, type TimeRule, times } from "./invariants.js";
import type { Dependency } from "./links.js";
import type { Assignment } from "./people.js";
import { plainForm } from "./time-line.js";

/** Whether a table has a row with this id. */
export type HasRow = (table: TableName, id: string) => boolean;

interface Keyed<Rule> {
  readonly rule: Rule;
  /** First key of the rule's field; a row without it is passed over at once. */
  readonly key: string;
  /** Whether the key is all of the field, so that a value which is fine need not be looked up. */
  readonly isWhole: boolean;
}

const ofTable = <Rule extends { readonly table: TableName; readonly field: string }>(
  rules: readonly Rule[],
  table: TableName,
): Keyed<Rule>[] =>
  rules
    .filter((rule) => rule.table === table)
    .map((rule) => {
      const key = /^\w+/.exec(rule.field)?.[0] ?? "";
      return { rule, key, isWhole: key === rule.field };
    });

function each<Rule extends { readonly field: string }>(
  rules: readonly Keyed<Rule>[],
  row: Row,
  isFine: (rule: Rule, value: unknown) => boolean,
  judge: (rule: Rule, found: FoundField) => Issue[],
  issues: Issue[],
): void {
  for (const { rule, key, isWhole } of rules) {
    if (!Object.hasOwn(row, key)) continue;
    if (isWhole) {
      const value = (row as unknown as Readonly<Record<string, unknown>>)[key];
      if (value === undefined || isFine(rule, value)) continue;
    }
    for (const found of valuesAt(row, rule.field)) if (!isFine(rule, found.value)) issues.push(...judge(rule, found));
  }
}

function isReference({ to }: ReferenceRule, value: unknown, has: HasRow): boolean {
  if (typeof value !== "string") return false;
  for (const target of to) if (has(target, value)) return true;
  return false;
}

function isTime({ forms }: TimeRule, value: unknown): boolean {
  const text = String(value);
  const plain = plainForm(text);
  if (plain !== undefined) return forms.includes(plain);
  const parsed = parseTimeText(text);
  return parsed.ok && forms.includes(parsed.value.form);
}

const isWithin = ({ min, max }: NumberRule, value: unknown): boolean =>
  typeof value === "number" && value >= min && value <= max;

function referenceIssue(rule: ReferenceRule, row: Row, { value, path }: FoundField): Issue[] {
  const facts = { table: rule.table, id: row.id, field: rule.field, found: String(value), targets: [...rule.to] };
  return [issue("core/dangling-reference", { path, subject: [row.id], facts })];
}

function timeIssue(rule: TimeRule, row: Row, { value, path }: FoundField): Issue[] {
  const parsed = parseTimeText(String(value), path);
  if (!parsed.ok) return parsed.issues.map((found) => ({ ...found, subject: [row.id] }));
  const facts = { found: String(value), expected: rule.forms.join(" or ") };
  return [issue("kernel/invalid-time-text", { path, subject: [row.id], facts })];
}

function numberIssue({ table, field, min, max }: NumberRule, row: Row, { value, path }: FoundField): Issue[] {
  const facts = { table, id: row.id, field, found: String(value), min, max };
  return [issue("core/number-out-of-range", { path, subject: [row.id], facts })];
}

function ownIssues(table: TableName, row: Row): Issue[] {
  if (table === "assignments") {
    const { personId, teamId, resourceId } = row as Assignment;
    const named = [personId, teamId, resourceId].filter((id) => id !== undefined).length;
    return named === 1
      ? []
      : [issue("core/assignee-count", { subject: [row.id], facts: { id: row.id, found: named } })];
  }
  if (table === "dependencies") {
    const { predecessorId, successorId } = row as Dependency;
    if (predecessorId !== successorId) return [];
    return [issue("core/self-dependency", { subject: [row.id], facts: { id: row.id, item: predecessorId } })];
  }
  return [];
}

/**
 * A function that checks what one row of a table owes on its own: references, times, numbers, and the row's own rule.
 *
 * Unique ids, trees and states of workflows need the whole plan: `validatePlan` checks them.
 *
 * @param table - whose rows are to be checked
 * @returns function (row, has) to issues in the order references, times, numbers, own rule; paths begin at the row
 *
 * Issues: core/dangling-reference, core/number-out-of-range, core/assignee-count, core/self-dependency,
 * kernel/invalid-time-text, kernel/impossible-date.
 * Time O(rules of the table) a row, space O(issues).
 * Source: own.
 *
 * @example
 * rowValidator("people")({ id: "p", contractMinutesPerWeek: -1 }, () => true).map((found) => found.code); // => ["core/number-out-of-range"]
 */
export function rowValidator(table: TableName): (row: Row, has: HasRow) => Issue[] {
  const [referenceRules, timeRules, numberRules] = [
    ofTable(references, table),
    ofTable(times, table),
    ofTable(numbers, table),
  ];
  return (row, has) => {
    const issues: Issue[] = [];
    each(
      referenceRules,
      row,
      (rule, value) => isReference(rule, value, has),
      (rule, found) => referenceIssue(rule, row, found),
      issues,
    );
    each(timeRules, row, isTime, (rule, found) => timeIssue(rule, row, found), issues);
    each(numberRules, row, isWithin, (rule, found) => numberIssue(rule, row, found), issues);
    issues.push(...ownIssues(table, row));
    return issues;
  };
}
