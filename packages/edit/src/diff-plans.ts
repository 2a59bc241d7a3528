import { type Row, type TableName, tableNames, type WorkPlan } from "@evenkeel/core";
import { canonicalJson, compareText, type Json, type Message } from "@evenkeel/kernel";
import { type Fields, fieldNames, fieldOf, isSame, rowsById } from "./plan-fields.js";
import type { Patch } from "./types.js";

/** One difference, in words: what a text is made from. */
export interface PlanChange extends Message {
  readonly table: TableName;
  readonly id: string;
  /** Absent where the whole row came or went. */
  readonly field?: string;
}

/** What leads from one plan to another. */
export interface PlanDiff {
  readonly patches: readonly Patch[];
  readonly changes: readonly PlanChange[];
}

const longest = 80;
const named = (row: Row): string => {
  const { title, name, what, question, term } = row as unknown as Readonly<Record<string, string | undefined>>;
  return title ?? name ?? what ?? question ?? term ?? row.id;
};
function shown(value: Json): string {
  const text = typeof value === "string" ? value : canonicalJson(value);
  return [...text].length <= longest ? text : `${[...text].slice(0, longest - 1).join("")}…`;
}

function fieldChange(
  table: TableName,
  row: Row,
  field: string,
  from: Json | undefined,
  to: Json | undefined,
): PlanChange {
  const facts = {
    table,
    row: named(row),
    field,
    ...(from === undefined ? {} : { from: shown(from) }),
    ...(to === undefined ? {} : { to: shown(to) }),
  };
  const code = from === undefined ? "edit/field-set" : to === undefined ? "edit/field-cleared" : "edit/field-changed";
  return { code, facts, table, id: row.id, field };
}

function rowDiff(table: TableName, before: Row, after: Row): PlanDiff {
  const [old, next] = [before, after] as unknown as [Fields, Fields];
  const fields = fieldNames(old, next).filter((field) => !isSame(fieldOf(old, field), fieldOf(next, field)));
  return {
    patches: fields.map((field): Patch => {
      const value = fieldOf(next, field);
      return value === undefined
        ? { op: "unset", table, id: after.id, field }
        : { op: "set", table, id: after.id, field, value };
    }),
    changes: fields.map((field) => fieldChange(table, after, field, fieldOf(old, field), fieldOf(next, field))),
  };
}

/**
 * What leads from one plan to another: patches that do it, and the same in words.
 *
 * Compared by id and field; the order of rows means nothing and is not compared. Only rows are: what stands beside the tables
 * (title, coverage) is not, and a table without rows is like one that is not there. Tables come in the order of the document, in
 * each what was added, then changed, then removed, by id.
 *
 * @param before - a plan
 * @param after - another one, usually of the same origin
 * @returns patches and changes; both empty when the plans say the same
 *
 * Issues: none.
 * Time O(rows + fields of changed rows x log), space O(differences).
 * Source: own.
 *
 * @example
 * const before = { formatVersion: 1, items: [{ id: "A", title: "Doors", kind: "task", dueDate: "2026-05-01" }] } as const;
 * const after = { formatVersion: 1, items: [{ id: "A", title: "Doors", kind: "task", dueDate: "2026-05-08" }] } as const;
 * diffPlans(before, after).changes.map((change) => describe(change, en).message); // => ['"Doors" (items): dueDate from 2026-05-01 to 2026-05-08.']
 */
export function diffPlans(before: WorkPlan, after: WorkPlan): PlanDiff {
  const patches: Patch[] = [];
  const changes: PlanChange[] = [];
  const whole = (code: string, table: TableName, row: Row): PlanChange => ({
    code,
    facts: { table, row: named(row) },
    table,
    id: row.id,
  });
  for (const table of tableNames) {
    const [was, is] = [rowsById(before, table), rowsById(after, table)];
    const order = (ids: Iterable<string>): string[] => [...ids].sort(compareText);
    for (const id of order([...is.keys()].filter((each) => !was.has(each)))) {
      const row = is.get(id) as Row;
      patches.push({ op: "add", table, id, value: row as unknown as Json });
      changes.push(whole("edit/row-added", table, row));
    }
    for (const id of order(is.keys())) {
      const [old, next] = [was.get(id), is.get(id) as Row];
      if (old === undefined || old === next) continue;
      const found = rowDiff(table, old, next);
      for (const patch of found.patches) patches.push(patch);
      for (const change of found.changes) changes.push(change);
    }
    for (const id of order([...was.keys()].filter((each) => !is.has(each)))) {
      patches.push({ op: "remove", table, id, ...(Object.hasOwn(after, table) ? { leaves: "empty" as const } : {}) });
      changes.push(whole("edit/row-removed", table, was.get(id) as Row));
    }
  }
  return { patches, changes };
}
