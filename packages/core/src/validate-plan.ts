import { compileGraph, cycles } from "@evenkeel/graph";
import { acceptUnlessError, type Issue, issue, parseTimeText, type Result } from "@evenkeel/kernel";
import type { TableName } from "./common.js";
import { valuesAt } from "./fields.js";
import { numbers, references, times, trees } from "./invariants.js";
import { formatVersion, type PlanRows, tableNames, type WorkPlan } from "./plan.js";

type Rows = readonly (PlanRows[TableName] & { readonly parentId?: string })[];
type Place = readonly (string | number)[];

const rowsOf = (plan: WorkPlan, table: TableName): Rows => (plan[table] ?? []) as Rows;

function idsOf(plan: WorkPlan, issues: Issue[]): Map<TableName, Map<string, number>> {
  const byTable = new Map<TableName, Map<string, number>>();
  for (const table of tableNames) {
    const ids = new Map<string, number>();
    rowsOf(plan, table).forEach((row, index) => {
      const path: Place = [table, index, "id"];
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

function referenceIssues(plan: WorkPlan, ids: Map<TableName, Map<string, number>>, issues: Issue[]): void {
  for (const { table, field, to } of references) {
    rowsOf(plan, table).forEach((row, index) => {
      for (const { value, path } of valuesAt(row, field)) {
        if (typeof value === "string" && to.some((target) => ids.get(target)?.has(value) === true)) continue;
        issues.push(
          issue("core/dangling-reference", {
            path: [table, index, ...path],
            subject: [row.id],
            facts: { table, id: row.id, field, found: String(value), targets: [...to] },
          }),
        );
      }
    });
  }
}

function timeIssues(plan: WorkPlan, issues: Issue[]): void {
  for (const { table, field, forms } of times) {
    rowsOf(plan, table).forEach((row, index) => {
      for (const { value, path } of valuesAt(row, field)) {
        const place: Place = [table, index, ...path];
        const parsed = parseTimeText(String(value), place);
        if (!parsed.ok) issues.push(...parsed.issues.map((found) => ({ ...found, subject: [row.id] })));
        else if (!forms.includes(parsed.value.form)) {
          const facts = { found: String(value), expected: forms.join(" or ") };
          issues.push(issue("kernel/invalid-time-text", { path: place, subject: [row.id], facts }));
        }
      }
    });
  }
}

function numberIssues(plan: WorkPlan, issues: Issue[]): void {
  for (const { table, field, min, max } of numbers) {
    rowsOf(plan, table).forEach((row, index) => {
      for (const { value, path } of valuesAt(row, field)) {
        if (typeof value === "number" && value >= min && value <= max) continue;
        const facts = { table, id: row.id, field, found: String(value), min, max };
        issues.push(issue("core/number-out-of-range", { path: [table, index, ...path], subject: [row.id], facts }));
      }
    });
  }
}

function treeIssues(plan: WorkPlan, ids: Map<TableName, Map<string, number>>, issues: Issue[]): void {
  for (const table of trees) {
    const rows = rowsOf(plan, table);
    const index = ids.get(table) ?? new Map<string, number>();
    const [child, parent]: [number[], number[]] = [[], []];
    rows.forEach((row, at) => {
      const up = row.parentId === undefined ? undefined : index.get(row.parentId);
      if (up === undefined) return;
      child.push(at);
      parent.push(up);
    });
    const graph = compileGraph(rows.length, child, parent);
    if (!graph.ok) continue;
    for (const { nodes } of cycles(graph.value)) {
      const members = [...nodes].map((at) => rows[at]?.id ?? "");
      const first = nodes[0] ?? 0;
      const facts = { table, members: [...members, members[0] ?? ""] };
      issues.push(issue("core/parent-cycle", { path: [table, first, "parentId"], subject: members, facts }));
    }
  }
}

function rowIssues(plan: WorkPlan, issues: Issue[]): void {
  (plan.assignments ?? []).forEach((row, index) => {
    const named = [row.personId, row.teamId, row.resourceId].filter((id) => id !== undefined).length;
    if (named === 1) return;
    issues.push(
      issue("core/assignee-count", {
        path: ["assignments", index],
        subject: [row.id],
        facts: { id: row.id, found: named },
      }),
    );
  });
  (plan.dependencies ?? []).forEach((row, index) => {
    if (row.predecessorId !== row.successorId) return;
    const facts = { id: row.id, item: row.predecessorId };
    issues.push(issue("core/self-dependency", { path: ["dependencies", index], subject: [row.id], facts }));
  });
  const states = new Map(
    (plan.workflows ?? []).map((flow) => [flow.id, new Set(flow.states.map((state) => state.id))]),
  );
  const flowOf = new Map((plan.containers ?? []).map((container) => [container.id, container.workflowId]));
  (plan.items ?? []).forEach((row, index) => {
    const stated: [string | undefined, string | undefined, Place][] = [
      [row.stateId, row.workflowId, ["stateId"]],
      ...(row.memberships ?? []).map((member, at): [string | undefined, string | undefined, Place] => [
        member.stateId,
        flowOf.get(member.containerId) ?? row.workflowId,
        ["memberships", at, "stateId"],
      ]),
    ];
    for (const [stateId, workflowId, path] of stated) {
      if (stateId === undefined) continue;
      if (workflowId !== undefined && states.get(workflowId)?.has(stateId) === true) continue;
      const facts = { id: row.id, found: stateId, workflow: workflowId ?? "" };
      issues.push(issue("core/unknown-state", { path: ["items", index, ...path], subject: [row.id], facts }));
    }
  });
}

/**
 * Checks every invariant of a plan and reports all faults at once; repairs nothing.
 *
 * Invariants: ids present and unique within their table, references that resolve, time texts that exist and have a
 * permitted form, numbers within range, no row its own ancestor, exactly one assignee an assignment, known states.
 * It does not judge the work: a plan without owners is valid. Dependency cycles are the scheduler's to report.
 *
 * @param plan - a plan as read from anywhere
 * @returns the same plan, or all issues in the order: version, ids, references, times, numbers, trees, rows
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
    issues.push(
      issue("core/format-version", {
        path: ["formatVersion"],
        facts: { found: String(plan.formatVersion), expected: formatVersion },
      }),
    );
  }
  const ids = idsOf(plan, issues);
  referenceIssues(plan, ids, issues);
  timeIssues(plan, issues);
  numberIssues(plan, issues);
  treeIssues(plan, ids, issues);
  rowIssues(plan, issues);
  return acceptUnlessError(plan, issues);
}
