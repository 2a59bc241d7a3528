import { compileGraph, cycles } from "@evenkeel/graph";
import { acceptUnlessError, type Issue, issue, type Result } from "@evenkeel/kernel";
import type { Row, TableName } from "./common.js";
import { type IdTable, idTable } from "./id-table.js";
import { trees } from "./invariants.js";
import { formatVersion, tableNames, type WorkPlan } from "./plan.js";
import { shown } from "./shown.js";
import { rowValidator } from "./validate-row.js";

type Ids = ReadonlyMap<TableName, IdTable>;

const rowsOf = (plan: WorkPlan, table: TableName): readonly (Row & { readonly parentId?: string })[] =>
  plan[table] ?? [];

/** What is no list of rows: nothing about a table can be judged before it is one. */
function shapeIssues(plan: WorkPlan): Issue[] {
  const issues: Issue[] = [];
  for (const table of tableNames) {
    const rows: unknown = plan[table] ?? [];
    if (!Array.isArray(rows)) {
      issues.push(issue("core/invalid-table", { path: [table], facts: { table } }));
      continue;
    }
    for (const [at, row] of rows.entries()) {
      if (typeof row === "object" && row !== null && !Array.isArray(row)) continue;
      issues.push(issue("core/invalid-row", { path: [table, at], facts: { table, at } }));
    }
  }
  return issues;
}

function idsOf(plan: WorkPlan, issues: Issue[]): Ids {
  const byTable = new Map<TableName, IdTable>();
  for (const table of tableNames) {
    const rows = rowsOf(plan, table);
    const ids = idTable(rows);
    rows.forEach(({ id }, index) => {
      if (typeof id !== "string" || id === "")
        issues.push(issue("core/missing-id", { path: [table, index, "id"], facts: { table } }));
      else if (ids.add(index) >= 0)
        issues.push(issue("core/duplicate-id", { path: [table, index, "id"], subject: [id], facts: { table, id } }));
    });
    byTable.set(table, ids);
  }
  return byTable;
}

function rowIssues(plan: WorkPlan, ids: Ids, issues: Issue[]): void {
  const has = (table: TableName, id: string): boolean => (ids.get(table)?.find(id) ?? -1) >= 0;
  for (const table of tableNames) {
    const validate = rowValidator(table);
    rowsOf(plan, table).forEach((row, index) => {
      for (const found of validate(row, has)) issues.push({ ...found, path: [table, index, ...found.path] });
    });
  }
}

function treeIssues(plan: WorkPlan, ids: Ids, issues: Issue[]): void {
  for (const table of trees) {
    const rows = rowsOf(plan, table);
    const [child, parent]: [number[], number[]] = [[], []];
    rows.forEach((row, at) => {
      const up = typeof row.parentId !== "string" ? -1 : (ids.get(table)?.find(row.parentId) ?? -1);
      if (up < 0) return;
      child.push(at);
      parent.push(up);
    });
    if (child.length === 0) continue;
    const graph = compileGraph(rows.length, child, parent);
    if (!graph.ok) continue;
    for (const { nodes } of cycles(graph.value)) {
      const members = [...nodes].map((at) => rows[at]?.id ?? "");
      const facts = { table, members: [...members, members[0] ?? ""] };
      issues.push(issue("core/parent-cycle", { path: [table, nodes[0] ?? 0, "parentId"], subject: members, facts }));
    }
  }
}

/** A list within a row, with whatever stands in it; what is no list has no entries. */
const listOf = <T>(list: readonly T[] | undefined): readonly (T | null)[] => (Array.isArray(list) ? list : []);

/**
 * Checks that every state an item or a membership names is a state of its workflow.
 *
 * @param plan - items with the workflows and containers that give their states a meaning
 * @returns issues in the order of the items
 *
 * Issues: core/unknown-state.
 * Time O(states + containers + items), space the same.
 * Source: own.
 *
 * @example
 * validateStates({ items: [{ id: "A", title: "Paint", kind: "task", stateId: "doing" }] }).map((found) => found.code); // => ["core/unknown-state"]
 */
export function validateStates(plan: Pick<WorkPlan, "items" | "workflows" | "containers">): Issue[] {
  const issues: Issue[] = [];
  const states = new Map(
    (plan.workflows ?? []).map((flow) => [flow.id, new Set(listOf(flow.states).map((state) => state?.id))]),
  );
  const flowOf = new Map((plan.containers ?? []).map((container) => [container.id, container.workflowId]));
  const isState = (stateId: string, workflowId: string | undefined): boolean =>
    workflowId !== undefined && states.get(workflowId)?.has(stateId) === true;
  const unknown = (id: string, found: string, workflow: string | undefined, path: Issue["path"]): void => {
    const facts = { id, found, workflow: workflow ?? "" };
    issues.push(issue("core/unknown-state", { path, subject: [id], facts }));
  };
  (plan.items ?? []).forEach(({ id, stateId, workflowId, memberships }, index) => {
    if (stateId !== undefined && !isState(stateId, workflowId))
      unknown(id, stateId, workflowId, ["items", index, "stateId"]);
    if (memberships === undefined) return;
    listOf(memberships).forEach((membership, at) => {
      if (membership?.stateId === undefined) return;
      const flow = flowOf.get(membership.containerId) ?? workflowId;
      if (!isState(membership.stateId, flow))
        unknown(id, membership.stateId, flow, ["items", index, "memberships", at, "stateId"]);
    });
  });
  return issues;
}

/**
 * Checks every invariant of a plan and reports all faults at once; repairs nothing.
 *
 * Invariants: ids present and unique within their table, references that resolve, time texts that exist and have a
 * permitted form, numbers within range, no row its own ancestor, exactly one assignee an assignment, known states.
 * What rows hold besides is for the schema to check.
 * It does not judge the work: a plan without owners is valid. Dependency cycles are the scheduler's to report.
 *
 * @param plan - a plan as read from anywhere
 * @returns the same plan, or all issues in the order: version, ids, rows table by table, trees, states; where a table is no list of rows,
 * version and shape alone
 *
 * Issues: core/format-version, core/invalid-table, core/invalid-row, core/missing-id, core/duplicate-id, core/dangling-reference, core/number-out-of-range,
 * core/parent-cycle, core/assignee-count, core/self-dependency, core/unknown-state, kernel/invalid-time-text, kernel/impossible-date.
 * Time O(fields), space O(rows).
 * Source: own.
 *
 * @example
 * validatePlan({ formatVersion: 1, items: [{ id: "A", title: "Paint", kind: "task", parentId: "B" }] }).issues.map((found) => found.code); // => ["core/dangling-reference"]
 */
export function validatePlan(plan: WorkPlan): Result<WorkPlan> {
  const issues: Issue[] = [];
  if (plan.formatVersion !== formatVersion) {
    const facts = { found: shown(plan.formatVersion), expected: formatVersion };
    issues.push(issue("core/format-version", { path: ["formatVersion"], facts }));
  }
  const misshapen = shapeIssues(plan);
  if (misshapen.length > 0) return acceptUnlessError(plan, [...issues, ...misshapen]);
  const ids = idsOf(plan, issues);
  rowIssues(plan, ids, issues);
  treeIssues(plan, ids, issues);
  for (const found of validateStates(plan)) issues.push(found);
  return acceptUnlessError(plan, issues);
}
