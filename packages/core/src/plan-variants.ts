import { compareText } from "@evenkeel/kernel";
import type { Row, Subject, TableName } from "./common.js";
import { references } from "./invariants.js";
import type { Coverage, PlanRows, WorkPlan } from "./plan.js";
import { tableNames } from "./plan.js";
import type { RowChange } from "./plan-index.js";

type Fields = { readonly [field: string]: unknown };
/** Fields without which a row says nothing; they cannot be emptied, so the row goes. */
const required = new Set(["predecessorId", "successorId", "itemId", "personId", "fromId", "toId", "containerId"]);

function cleared(value: unknown, steps: readonly string[], gone: string): unknown {
  const [step, ...rest] = steps;
  if (step === undefined) return value === gone ? undefined : value;
  const key = step.replace("[]", "");
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return value;
  const member = (value as Fields)[key];
  const next = step.endsWith("[]")
    ? (member as readonly unknown[]).flatMap((each) => cleared(each, rest, gone) ?? [])
    : cleared(member, rest, gone);
  if (next === undefined && required.has(key)) return undefined;
  const { [key]: _old, ...others } = value as Fields;
  return next === undefined ? others : { ...others, [key]: next };
}

/** The plan without a row; what names the row is cleared, and rows that cannot do without it go too. */
export function withoutRow(plan: WorkPlan, row: Subject): WorkPlan {
  const next: Record<string, unknown> = { ...plan };
  for (const table of tableNames) {
    const rules = references.filter((rule) => rule.table === table && rule.to.includes(row.table));
    const rows = ((plan[table] ?? []) as readonly Row[]).filter(({ id }) => table !== row.table || id !== row.id);
    const kept = rows.flatMap((each) => {
      let at: unknown = each;
      for (const { field } of rules) at = at === undefined ? undefined : cleared(at, field.split("."), row.id);
      return at === undefined ? [] : [at];
    });
    if (plan[table] !== undefined) next[table] = kept;
  }
  return next as unknown as WorkPlan;
}

/** The plan with a field taken away from every row of a table. */
export function emptied(plan: WorkPlan, table: TableName, field: string): WorkPlan {
  const rows = (plan[table] ?? []) as unknown as readonly (Row & Fields)[];
  return { ...plan, [table]: rows.map(({ [field]: _gone, ...rest }) => rest) } as unknown as WorkPlan;
}

/** The plan as a tool would give it that carries every field of it but one. */
export function uncovered(plan: WorkPlan, table: string, field: string): WorkPlan {
  const coverage: Coverage[] = tableNames.map((name) => {
    const fields = new Set(((plan[name] ?? []) as readonly object[]).flatMap((row) => Object.keys(row)));
    if (name === table) fields.delete(field);
    return { tool: "demo", table: name, fields: [...fields].sort(compareText) };
  });
  return { ...plan, coverage };
}

/** What leads from one plan to another, row by row. */
export function rowChanges(before: WorkPlan, after: WorkPlan): RowChange[] {
  return tableNames.flatMap((table) => {
    const [old, young] = [before[table] ?? [], after[table] ?? []] as (readonly PlanRows[TableName][])[];
    const [was, is] = [new Map(old?.map((row) => [row.id, row])), new Map(young?.map((row) => [row.id, row]))];
    const gone = [...was.keys()].filter((id) => !is.has(id)).map((id): RowChange => ({ table, id }));
    const changed = [...is].filter(([id, row]) => was.get(id) !== row);
    return [...gone, ...changed.map(([id, row]): RowChange => ({ table, id, after: row }))];
  });
}
