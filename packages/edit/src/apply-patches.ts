import { type Row, type TableName, tableNames, type WorkPlan } from "@evenkeel/core";
import { type Issue, issue, type Json, ok, type Result, refuse } from "@evenkeel/kernel";
import { rowsOf } from "./rows.js";
import type { Patch } from "./types.js";

/** A plan with the patches that lead back. */
export interface Patched {
  readonly plan: WorkPlan;
  readonly inverse: readonly Patch[];
}

type Working = Map<TableName, Row[]>;

function fault(code: string, patch: Patch, index: number): Issue {
  return issue(code, { path: [index], subject: [patch.id], facts: { table: patch.table, id: patch.id, op: patch.op } });
}

/** Whether something that came as a patch is one: a known table, an id, and a row or a field other than the id. */
function isPatch(patch: unknown): patch is Patch {
  if (typeof patch !== "object" || patch === null) return false;
  const { op, table, id, field, value } = patch as Readonly<Record<string, unknown>>;
  if (!(tableNames as readonly unknown[]).includes(table) || typeof id !== "string" || id === "") return false;
  if (op === "remove") return true;
  if (op === "add") return typeof value === "object" && value !== null && (value as { id?: unknown }).id === id;
  return typeof field === "string" && field !== "id" && (op === "unset" || (op === "set" && value !== undefined));
}

function applyOne(rows: Row[], patch: Patch, index: number): Patch | Issue {
  const at = rows.findIndex((row) => row.id === patch.id);
  if (patch.op === "add") {
    if (at >= 0) return fault("edit/id-taken", patch, index);
    const before = patch.before === undefined ? rows.length : rows.findIndex((row) => row.id === patch.before);
    rows.splice(before < 0 ? rows.length : before, 0, patch.value as unknown as Row);
    return { op: "remove", table: patch.table, id: patch.id };
  }
  const row = rows[at];
  if (row === undefined) return fault("edit/no-such-row", patch, index);
  if (patch.op === "remove") {
    const next = rows[at + 1]?.id;
    rows.splice(at, 1);
    return {
      op: "add",
      table: patch.table,
      id: patch.id,
      value: row as unknown as Json,
      ...(next === undefined ? {} : { before: next }),
    };
  }
  const { field } = patch;
  const had = Object.hasOwn(row, field);
  const old = had ? (row as unknown as Record<string, Json>)[field] : undefined;
  // Entries, so that a field named like something every object inherits is a field like any other.
  const others = Object.entries(row).filter(([name]) => name !== field);
  rows[at] = Object.fromEntries(patch.op === "set" ? [...others, [field, patch.value]] : others) as unknown as Row;
  return had && old !== undefined
    ? { op: "set", table: patch.table, id: patch.id, field, value: old }
    : { op: "unset", table: patch.table, id: patch.id, field };
}

/**
 * Applies patches to a plan, all or none, and gives the patches that lead back.
 *
 * The inverse restores the plan bit for bit: same canonical JSON, same order of rows. It does not check invariants: `applyCommand` does.
 *
 * @param plan - not changed; unchanged rows and tables are shared with the result
 * @param patches - in order
 * @returns next plan and inverse
 *
 * Issues: edit/invalid-patch, edit/id-taken, edit/no-such-row.
 * Time O(rows of the touched tables + patches x rows), space O(rows of the touched tables).
 * Source: own.
 *
 * @example
 * const plan = { formatVersion: 1, people: [{ id: "p", name: "Ana" }] } as const;
 * orThrow(applyPatches(plan, [{ op: "set", table: "people", id: "p", field: "name", value: "Anna" }])).inverse; // => [{ op: "set", table: "people", id: "p", field: "name", value: "Ana" }]
 */
export function applyPatches(plan: WorkPlan, patches: readonly Patch[]): Result<Patched> {
  if (!Array.isArray(patches)) return refuse([issue("edit/invalid-patch")]);
  const working: Working = new Map();
  const present = new Set<TableName>(tableNames.filter((table) => Object.hasOwn(plan, table)));
  const inverse: Patch[] = [];
  for (const [index, patch] of patches.entries()) {
    if (!isPatch(patch)) return refuse([issue("edit/invalid-patch", { path: [index] })]);
    const rows = working.get(patch.table) ?? [...rowsOf(plan, patch.table)];
    working.set(patch.table, rows);
    const wasEmpty = present.has(patch.table) && rows.length === 0;
    const undo = applyOne(rows, patch, index);
    if ("code" in undo) return refuse([undo]);
    inverse.unshift(wasEmpty && undo.op === "remove" ? { ...undo, leaves: "empty" } : undo);
    if (rows.length > 0 || (patch.op === "remove" && patch.leaves === "empty")) present.add(patch.table);
    else present.delete(patch.table);
  }
  const kept = Object.entries(plan).filter(([key]) => !working.has(key as TableName));
  const tables = [...working].filter(([table]) => present.has(table));
  return ok({ plan: Object.fromEntries([...kept, ...tables]) as unknown as WorkPlan, inverse });
}
