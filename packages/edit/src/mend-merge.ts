import { type Row, type TableName, tableNames, validatePlan, type WorkPlan } from "@evenkeel/core";
import type { Issue } from "@evenkeel/kernel";
import { subjectIssues } from "./check-patches.js";
import type { MergeConflict } from "./merge-conflict.js";
import { rowsById } from "./plan-fields.js";

/** The rows of a merged plan by table and id. */
export type Tables = Map<TableName, Map<string, Row>>;

interface Place {
  readonly table: TableName;
  readonly id: string;
}

/** The rows an issue may be mended at, in the order they are tried. */
function placesOf(found: Issue, tables: Tables): Place[][] {
  const table = found.path[0] as TableName;
  const own = (found.code === "core/parent-cycle" ? found.subject : found.subject.slice(0, 1)).map((id) => ({
    table,
    id,
  }));
  if (found.code !== "core/unknown-state") return [own];
  // The item may be as it ever was, and its workflow, or the container that names one, be what changed.
  const all = (name: TableName): Place[] => [...(tables.get(name)?.keys() ?? [])].map((id) => ({ table: name, id }));
  return [own, [...all("workflows"), ...all("containers")]];
}

/** Commitments whose subject went with the merge; one that was without in the base is left as it is. */
function strandedSubjects(tables: Tables, base: Tables): Issue[] {
  const has = (of: Tables) => (table: TableName, id: string) => of.get(table)?.has(id) === true;
  return [...(tables.get("commitments")?.values() ?? [])].flatMap((row) => {
    const was = base.get("commitments")?.get(row.id);
    if (was !== undefined && subjectIssues(has(base), "commitments", was).length > 0) return [];
    return subjectIssues(has(tables), "commitments", row).map((found) => ({
      ...found,
      path: ["commitments", ...found.path],
    }));
  });
}

/**
 * Mends what two sides broke together: rows that are still named come back, others go back to what the base says.
 *
 * A row comes back at most once and goes back to the base at most once, and what went back does not come back: so it ends.
 *
 * @param tables - changed until the plan is valid
 * @param make - the plan of the tables
 * @param sources - where rows come back from, in order
 * @returns a valid plan; undefined where only the base is one
 */
export function mended(
  tables: Tables,
  make: () => WorkPlan,
  sources: readonly WorkPlan[],
  base: WorkPlan,
  conflicts: MergeConflict[],
): WorkPlan | undefined {
  const index = (plan: WorkPlan): Tables => new Map(tableNames.map((table) => [table, rowsById(plan, table)]));
  const [from, old] = [sources.map(index), index(base)];
  const settled = new Set<string>();
  const bringBack = ({ facts }: Issue): boolean => {
    const { targets, found: id } = facts as { readonly targets: readonly TableName[]; readonly found: string };
    if (targets.some((table) => tables.get(table)?.has(id))) return true;
    for (const table of targets) {
      const row = from.flatMap((source) => source.get(table)?.get(id) ?? [])[0];
      if (row === undefined || settled.has(`${table}/${id}`)) continue;
      tables.get(table)?.set(id, row);
      conflicts.push({ kind: "removedButNamed", table, id });
      return true;
    }
    return false;
  };
  const goBack = ({ table, id }: Place, issue: Issue): boolean => {
    const [was, now] = [old.get(table)?.get(id), tables.get(table)?.get(id)];
    if (now === undefined || now === was) return false;
    if (was === undefined) tables.get(table)?.delete(id);
    else tables.get(table)?.set(id, was);
    settled.add(`${table}/${id}`);
    conflicts.push({ kind: "broken", table, id, issue });
    return true;
  };
  for (;;) {
    const plan = make();
    const issues = [...validatePlan(plan).issues, ...strandedSubjects(tables, old)];
    if (issues.length === 0) return plan;
    let progress = false;
    for (const found of issues) {
      const isBack =
        (found.code === "core/dangling-reference" && bringBack(found)) ||
        placesOf(found, tables).some((places) => places.filter((place) => goBack(place, found)).length > 0);
      progress ||= isBack;
    }
    if (progress) continue;
    for (const found of issues)
      conflicts.push({ kind: "broken", table: found.path[0] as TableName, id: found.subject[0] ?? "", issue: found });
    return undefined;
  }
}
