import { compileGraph, cycles } from "@evenkeel/graph";
import { acceptUnlessError, type Issue, issue, type Result } from "@evenkeel/kernel";
import type { Row, TableName } from "./common.js";
import { trees } from "./invariants.js";
import { formatVersion, tableNames, type WorkPlan } from "./plan.js";
import { rowValidator } from "./validate-row.js";

type Ids = ReadonlyMap<TableName, ReadonlyMap<string, number>>;

const rowsOf = (plan: WorkPlan, table: TableName): readonly (Row & { readonly parentId?: string })[] =>
  plan[table] ?? [];

function idsOf(plan: WorkPlan, issues: Issue[]): Ids {
  const byTable = new Map<TableName, Map<string, number>>();
  for (const table of tableNames) {
    const ids = new Map<string, number>();
    rowsOf(plan, table).forEach((row, index) => {
      const path = [table, index, "id"];
      if (typeof row.id !== "string" || row.id === "") {
        issues.push(issue("core/missing-id", { path, facts: { table } }));
      } else if (ids.has(row.id)) {
        issues.push(issue("core/duplicate-id", { path, subject: [row.id], facts: { table, id: row.id } }));
      } else {
        ids.set(row.id, index);
      }
    });
    byTable.set(table, ids);
  }
  return byTable;
}

function rowIssues(plan: WorkPlan, ids: Ids, issues: Issue[]): void {
  const has = (table: TableName, id: string): boolean => ids.get(table)?.has(id) === true;
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
      const up = row.parentId === undefined ? undefined : ids.get(table)?.get(row.parentId);
      if (up === undefined) return;
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
    (plan.workflows ?? []).map((flow) => [flow.id, new Set(flow.states.map((state) => state.id))]),
  );
  const flowOf = new Map((plan.containers ?? []).map((container) => [container.id, container.workflowId]));
  (plan.items ?? []).forEach((row, index) => {
    const check = (stateId: string | undefined, workflowId: string | undefined, path: (string | number)[]): void => {
      if (stateId === undefined || (workflowId !== undefined && states.get(workflowId)?.has(stateId) === true)) return;
      const facts = { id: row.id, found: stateId, workflow: workflowId ?? "" };
      issues.push(issue("core/unknown-state", { path: ["items", index, ...path], subject: [row.id], facts }));
    };
    check(row.stateId, row.workflowId, ["stateId"]);
    row.memberships?.forEach(({ containerId, stateId }, at) => {
      check(stateId, flowOf.get(containerId) ?? row.workflowId, ["memberships", at, "stateId"]);
    });
  });
  return issues;
}

/**
 * Checks every invariant of a plan and reports all faults at once; repairs nothing.
 *
 * Invariants: ids present and unique within their table, references that resolve, time texts that exist and have a
 * permitted form, numbers within range, no row its own ancestor, exactly one assignee an assignment, known states.
 * It does not judge the work: a plan without owners is valid. Dependency cycles are the scheduler's to report.
 *
 * @param plan - a plan as read from anywhere
 * @returns the same plan, or all issues in the order: version, ids, rows table by table, trees, states
 *
 * Issues: core/format-version, core/missing-id, core/duplicate-id, core/dangling-reference, core/number-out-of-range,
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
    const facts = { found: String(plan.formatVersion), expected: formatVersion };
    issues.push(issue("core/format-version", { path: ["formatVersion"], facts }));
  }
  const ids = idsOf(plan, issues);
  rowIssues(plan, ids, issues);
  treeIssues(plan, ids, issues);
  for (const found of validateStates(plan)) issues.push(found);
  return acceptUnlessError(plan, issues);
}
