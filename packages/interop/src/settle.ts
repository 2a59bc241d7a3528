import { type TableName, validateHistory, validatePlan, type WorkHistory, type WorkPlan } from "@evenkeel/core";
import type { Issue } from "@evenkeel/kernel";
import { type Draft, warn } from "./draft.js";

/** Fields without which a row says nothing. */
const required = new Set(["id", "predecessorId", "successorId", "fromId", "toId", "itemId", "due", "role"]);
/** Fields whose parts can be missing one by one. */
const divisible = new Set(["schedule", "scheduling"]);
/** Rounds after which what is left has no row to point at. */
const maxRounds = 8;

type Loose = Record<string, unknown>;

function without(row: Loose, key: string): Loose {
  return Object.fromEntries(Object.entries(row).filter(([name]) => name !== key));
}

function report(draft: Draft, found: Issue, table: string, id: string): void {
  if (found.code === "core/parent-cycle") {
    warn(draft, "any-cycle", found.path, [id], { item: id, members: found.subject, table });
    return;
  }
  const facts = {
    table,
    id,
    field: found.path.slice(2).join("."),
    found: String(found.facts["found"] ?? ""),
    reason: found.code,
  };
  warn(draft, "any-refused-field", found.path, [id], facts);
}

/** The row without what the issue points at: a field, a part of one, or undefined for the whole row. */
function relieved(row: Loose, path: Issue["path"]): Loose | undefined {
  const [key, part] = [path[2], path[3]];
  if (typeof key !== "string" || required.has(key)) return undefined;
  const value = row[key];
  if (divisible.has(key) && typeof part === "string" && typeof value === "object" && value !== null) {
    return { ...row, [key]: without(value as Loose, part) };
  }
  return without(row, key);
}

function relieve(draft: Draft, plan: WorkPlan, issues: readonly Issue[]): WorkPlan | undefined {
  const changed: { [name: string]: (Loose | undefined)[] } = Object.create(null);
  let count = 0;
  for (const found of issues) {
    const [table, index] = found.path;
    if (typeof table !== "string" || typeof index !== "number") continue;
    const rows = changed[table] ?? [...((plan[table as TableName] ?? []) as unknown as Loose[])];
    changed[table] = rows;
    const row = rows[index];
    if (row === undefined) continue;
    report(draft, found, table, String(row["id"] ?? ""));
    rows[index] = relieved(row, found.path);
    count++;
  }
  if (count === 0) return undefined;
  const tables = Object.entries(changed).map(([name, rows]) => [name, rows.filter((row) => row !== undefined)]);
  return { ...plan, ...Object.fromEntries(tables) };
}

/** The plan without what breaks the invariants of the documents; each part left out is an issue. */
export function settlePlan(draft: Draft, plan: WorkPlan): WorkPlan {
  let settled = plan;
  for (let round = 0; round < maxRounds; round++) {
    const errors = validatePlan(settled).issues.filter((found) => found.severity === "error");
    const next = errors.length === 0 ? undefined : relieve(draft, settled, errors);
    if (next === undefined) return settled;
    settled = next;
  }
  return settled;
}

/** The history without events that break its invariants; each one left out is an issue. */
export function settleHistory(draft: Draft, history: WorkHistory, plan: WorkPlan): WorkHistory {
  const errors = validateHistory(history, plan).issues.filter((found) => found.severity === "error");
  const refused = new Set<number>();
  for (const found of errors) {
    const index = found.path[1];
    if (found.path[0] !== "events" || typeof index !== "number" || refused.has(index)) continue;
    refused.add(index);
    report(draft, found, "events", history.events[index]?.id ?? "");
  }
  return refused.size === 0
    ? history
    : { ...history, events: history.events.filter((_event, index) => !refused.has(index)) };
}
