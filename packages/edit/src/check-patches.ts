import {
  type HasRow,
  type Row,
  rowValidator,
  type TableName,
  trees,
  validateStates,
  type WorkPlan,
} from "@evenkeel/core";
import { type Issue, issue } from "@evenkeel/kernel";
import type { Rows } from "./rows.js";
import type { Patch } from "./types.js";

type Node = Row & { readonly parentId?: string };

function ancestorIssues(rows: Rows, table: TableName, id: string): Issue[] {
  const seen = new Set([id]);
  let row = rows.row(table, id) as Node | undefined;
  while (row?.parentId !== undefined) {
    if (seen.has(row.parentId))
      return [issue("core/parent-cycle", { subject: [...seen], facts: { table, members: [...seen, row.parentId] } })];
    seen.add(row.parentId);
    row = rows.row(table, row.parentId) as Node | undefined;
  }
  return [];
}

function namingIssues(rows: Rows, patches: readonly Patch[]): Issue[] {
  return patches.flatMap(({ op, table, id }) => {
    if (op !== "remove" || rows.row(table, id) !== undefined) return [];
    return [...rows.naming(table, id)].map((by) =>
      issue("edit/still-referenced", { subject: [id, by.row.id], facts: { id, table: by.table, by: by.row.id } }),
    );
  });
}

/** States hang on workflow, container and item: all items are looked at when a workflow or container changes, else the touched ones. */
function stateIssues(rows: Rows, patches: readonly Patch[]): Issue[] {
  const all = patches.some(({ table }) => table === "workflows" || table === "containers");
  const ids = new Set(patches.filter(({ table }) => table === "items").map(({ id }) => id));
  if (!all && ids.size === 0) return [];
  const items = all ? [...rows.list("items")] : [...ids].flatMap((id) => rows.row("items", id) ?? []);
  const slice = { items, workflows: [...rows.list("workflows")], containers: [...rows.list("containers")] };
  return validateStates(slice as unknown as WorkPlan);
}

/** Whether a commitment's subject is there; core's rules name fixed tables, this one is in the row. */
export function subjectIssues(has: HasRow, table: TableName, row: Row): Issue[] {
  if (table !== "commitments") return [];
  const { subject } = row as { readonly subject?: { readonly table: TableName; readonly id: string } };
  if (subject === undefined || has(subject.table, subject.id)) return [];
  const facts = { table, id: row.id, field: "subject", found: subject.id, targets: [subject.table] };
  return [issue("core/dangling-reference", { path: ["subject"], subject: [row.id], facts })];
}

const validators = new Map<TableName, ReturnType<typeof rowValidator>>();
function validatorOf(table: TableName): ReturnType<typeof rowValidator> {
  const known = validators.get(table) ?? rowValidator(table);
  validators.set(table, known);
  return known;
}

/** Every invariant that patches may have broken, looked at in the plan after them. */
export function brokenBy(rows: Rows, patches: readonly Patch[]): Issue[] {
  const has: HasRow = (table, id) => rows.row(table, id) !== undefined;
  const touched = new Map(patches.map(({ table, id }) => [`${table}/${id}`, { table, id }]));
  const own = [...touched.values()].flatMap(({ table, id }) => {
    const row = rows.row(table, id);
    if (row === undefined) return [];
    return [
      ...validatorOf(table)(row, has),
      ...subjectIssues(has, table, row),
      ...(trees.includes(table) ? ancestorIssues(rows, table, id) : []),
    ];
  });
  return [...own, ...namingIssues(rows, patches), ...stateIssues(rows, patches)];
}
