import { type Issue, issue, parseTimeText } from "@evenkeel/kernel";
import type { Row, TableName } from "./common.js";
import { type FoundField, valuesAt } from "./fields.js";
import { type NumberRule, numbers, type ReferenceRule, references, type TimeRule, times } from "./invariants.js";
import type { Dependency } from "./links.js";
import type { Assignment } from "./people.js";

/** Whether a table has a row with this id. */
export type HasRow = (table: TableName, id: string) => boolean;

interface Keyed<Rule> {
  readonly rule: Rule;
  /** First key of the rule's field; a row without it is passed over at once. */
  readonly key: string;
}

const ofTable = <Rule extends { readonly table: TableName; readonly field: string }>(
  rules: readonly Rule[],
  table: TableName,
): Keyed<Rule>[] =>
  rules.filter((rule) => rule.table === table).map((rule) => ({ rule, key: /^\w+/.exec(rule.field)?.[0] ?? "" }));

function each<Rule extends { readonly field: string }>(
  rules: readonly Keyed<Rule>[],
  row: Row,
  judge: (rule: Rule, found: FoundField) => Issue[],
): Issue[] {
  const issues: Issue[] = [];
  for (const { rule, key } of rules) {
    if (!Object.hasOwn(row, key)) continue;
    for (const found of valuesAt(row, rule.field)) issues.push(...judge(rule, found));
  }
  return issues;
}

function referenceIssue(rule: ReferenceRule, row: Row, { value, path }: FoundField, has: HasRow): Issue[] {
  if (typeof value === "string" && rule.to.some((target) => has(target, value))) return [];
  const facts = { table: rule.table, id: row.id, field: rule.field, found: String(value), targets: [...rule.to] };
  return [issue("core/dangling-reference", { path, subject: [row.id], facts })];
}

function timeIssue(rule: TimeRule, row: Row, { value, path }: FoundField): Issue[] {
  const parsed = parseTimeText(String(value), path);
  if (!parsed.ok) return parsed.issues.map((found) => ({ ...found, subject: [row.id] }));
  if (rule.forms.includes(parsed.value.form)) return [];
  const facts = { found: String(value), expected: rule.forms.join(" or ") };
  return [issue("kernel/invalid-time-text", { path, subject: [row.id], facts })];
}

function numberIssue({ table, field, min, max }: NumberRule, row: Row, { value, path }: FoundField): Issue[] {
  if (typeof value === "number" && value >= min && value <= max) return [];
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
  return (row, has) => [
    ...each(referenceRules, row, (rule, found) => referenceIssue(rule, row, found, has)),
    ...each(timeRules, row, (rule, found) => timeIssue(rule, row, found)),
    ...each(numberRules, row, (rule, found) => numberIssue(rule, row, found)),
    ...ownIssues(table, row),
  ];
}
