import { type Issue, issue, parseTimeText } from "@evenkeel/kernel";
import type { Row, TableName } from "./common.js";
import { type FoundField, valuesAt } from "./fields.js";
import { type NumberRule, numbers, type ReferenceRule, references, type TimeRule, times } from "./invariants.js";
import type { Dependency } from "./links.js";
import type { Assignment } from "./people.js";
import { shown } from "./shown.js";
import { plainForm } from "./time-line.js";

/** Whether a table has a row with this id. */
export type HasRow = (table: TableName, id: string) => boolean;

/** Rules one after the other whose fields begin with one key: a row without it is passed over at once. */
interface Keyed<Rule> {
  readonly key: string;
  readonly rules: {
    readonly rule: Rule;
    /** Whether the key is all of the field, so that a value which is fine need not be looked up. */
    readonly isWhole: boolean;
  }[];
}

function ofTable<Rule extends { readonly table: TableName; readonly field: string }>(
  rules: readonly Rule[],
  table: TableName,
): Keyed<Rule>[] {
  const groups: Keyed<Rule>[] = [];
  for (const rule of rules) {
    if (rule.table !== table) continue;
    const key = /^\w+/.exec(rule.field)?.[0] ?? "";
    if (groups.at(-1)?.key !== key) groups.push({ key, rules: [] });
    groups.at(-1)?.rules.push({ rule, isWhole: key === rule.field });
  }
  return groups;
}

function each<Rule extends { readonly field: string }>(
  groups: readonly Keyed<Rule>[],
  row: Row,
  has: HasRow,
  isFine: (rule: Rule, value: unknown, has: HasRow) => boolean,
  judge: (rule: Rule, row: Row, found: FoundField) => Issue[],
  issues: Issue[],
): void {
  for (const { key, rules } of groups) {
    const value = (row as unknown as Readonly<Record<string, unknown>>)[key];
    if (value === undefined || !Object.hasOwn(row, key)) continue;
    for (const { rule, isWhole } of rules) {
      if (isWhole && isFine(rule, value, has)) continue;
      for (const found of valuesAt(row, rule.field))
        if (!isFine(rule, found.value, has)) issues.push(...judge(rule, row, found));
    }
  }
}

function isReference({ to }: ReferenceRule, value: unknown, has: HasRow): boolean {
  if (typeof value !== "string") return false;
  for (const target of to) if (has(target, value)) return true;
  return false;
}

function isTime({ forms }: TimeRule, value: unknown): boolean {
  const text = shown(value);
  const plain = plainForm(text);
  if (plain !== undefined) return forms.includes(plain);
  const parsed = parseTimeText(text);
  return parsed.ok && forms.includes(parsed.value.form);
}

const isWithin = ({ min, max }: NumberRule, value: unknown): boolean =>
  typeof value === "number" && value >= min && value <= max;

function referenceIssue(rule: ReferenceRule, row: Row, { value, path }: FoundField): Issue[] {
  const facts = { table: rule.table, id: row.id, field: rule.field, found: shown(value), targets: [...rule.to] };
  return [issue("core/dangling-reference", { path, subject: [row.id], facts })];
}

function timeIssue(rule: TimeRule, row: Row, { value, path }: FoundField): Issue[] {
  const parsed = parseTimeText(shown(value), path);
  if (!parsed.ok) return parsed.issues.map((found) => ({ ...found, subject: [row.id] }));
  const facts = { found: shown(value), expected: rule.forms.join(" or ") };
  return [issue("kernel/invalid-time-text", { path, subject: [row.id], facts })];
}

function numberIssue({ table, field, min, max }: NumberRule, row: Row, { value, path }: FoundField): Issue[] {
  const facts = { table, id: row.id, field, found: shown(value), min, max };
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
    each(referenceRules, row, has, isReference, referenceIssue, issues);
    each(timeRules, row, has, isTime, timeIssue, issues);
    each(numberRules, row, has, isWithin, numberIssue, issues);
    issues.push(...ownIssues(table, row));
    return issues;
  };
}
