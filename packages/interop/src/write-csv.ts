import type { WorkItem, WorkPlan } from "@evenkeel/core";
import { compareText } from "@evenkeel/kernel";
import { csvCell } from "./csv-cell.js";
import { addTo } from "./group.js";

const header = [
  "id",
  "title",
  "type",
  "status",
  "owner",
  "created",
  "started",
  "done",
  "due",
  "estimate",
  "after",
  "parent",
  "labels",
  "outcome",
  "project",
  "description",
];

function joined(map: ReadonlyMap<string, readonly string[]>, id: string): string {
  return [...(map.get(id) ?? [])].sort(compareText).join(";");
}

function collect(pairs: readonly (readonly [string, string])[]): Map<string, string[]> {
  const map = new Map<string, string[]>();
  for (const [key, value] of pairs) addTo(map, key, value);
  return map;
}

function estimateOf(item: WorkItem): string {
  const single = item.estimates?.find((each) => each.basis === "original" && each.value.kind === "single");
  if (single === undefined || single.value.kind !== "single") return "";
  return single.of === "effort" || single.of === "duration" ? `${single.value.amount}min` : String(single.value.amount);
}

/**
 * Writes the items of a plan as a table `readMappedCsv` reads without a mapping: RFC 4180, CRLF, no byte order mark.
 *
 * Cells that a spreadsheet would run as formulas get a leading apostrophe. Kept: titles, states by name, owners, stamps,
 * due dates, one estimate, finish-to-start links, parents, labels, outcomes, project. Lost: everything else.
 *
 * @param plan - any plan
 * @returns CSV text
 *
 * Issues: none.
 * Time O(n log n), space O(n).
 * Source: RFC 4180; OWASP, CSV injection.
 *
 * @example
 * writeCsv({ formatVersion: 1, items: [{ id: "1", title: "=1+1", kind: "task" }] }).split("\r\n")[1].slice(0, 7); // => "1,'=1+1"
 */
export function writeCsv(plan: WorkPlan): string {
  return tableOf(plan)
    .map((row) => `${row.map(csvCell).join(",")}\r\n`)
    .join("");
}

/** The rows of the table, header first. */
export function tableOf(plan: WorkPlan): (readonly string[])[] {
  const states = new Map(
    (plan.workflows ?? []).flatMap((workflow) =>
      workflow.states.map((state) => [`${workflow.id}\u0000${state.id}`, state.name] as const),
    ),
  );
  const names = new Map((plan.people ?? []).map((person) => [person.id, person.name]));
  const owners = collect(
    (plan.assignments ?? []).flatMap((row) =>
      row.personId === undefined ? [] : [[row.itemId, names.get(row.personId) ?? row.personId] as const],
    ),
  );
  const after = collect((plan.dependencies ?? []).map((link) => [link.successorId, link.predecessorId] as const));
  const rows = (plan.items ?? []).map((item) => [
    item.id,
    item.title,
    item.sourceKind ?? item.kind,
    states.get(`${item.workflowId ?? ""}\u0000${item.stateId ?? ""}`) ?? item.stateId ?? "",
    joined(owners, item.id),
    item.createdAt ?? "",
    item.startedAt ?? "",
    item.finishedAt ?? "",
    item.dueDate ?? "",
    estimateOf(item),
    joined(after, item.id),
    item.parentId ?? "",
    (item.labels ?? []).join(";"),
    (item.outcomeIds ?? []).join(";"),
    item.projectId ?? "",
    item.body?.text ?? "",
  ]);
  return [header, ...rows];
}
