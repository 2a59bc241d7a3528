import type { Estimate, WorkItem, WorkPlan } from "@evenkeel/core";
import { compareText, parseTimeText } from "@evenkeel/kernel";
import { csvCell } from "./csv-cell.js";
import { addTo } from "./group.js";
import { numbering } from "./numbering.js";

/** The format of all dates of `writeJiraCsv`, as the importer of Jira asks for it; instants stand in UTC. */
export const jiraDateFormat = "yyyy-MM-dd HH:mm:ss";

const keyShape = /^[A-Z][A-Z0-9_]+-\d+$/;

/** Keys of items: their own where they are keys, else numbers behind EK. */
function keysOf(items: readonly WorkItem[]): (id: string) => string {
  const number = numbering(items.map(({ id }) => (keyShape.test(id) ? `key:${id}` : id)));
  const taken = new Set(items.map(({ id }) => id));
  const keys = new Map<string, string>();
  for (const { id } of items) {
    let key = keyShape.test(id) ? id : `EK-${number(id)}`;
    while (key !== id && taken.has(key)) key = `${key}0`;
    taken.add(key);
    keys.set(id, key);
  }
  return (id) => keys.get(id) ?? "";
}

function time(text: string | undefined): string {
  const parsed = text === undefined ? undefined : parseTimeText(text);
  if (text === undefined || parsed === undefined || !parsed.ok) return "";
  if (parsed.value.form === "day") return `${text} 00:00:00`;
  return `${text.slice(0, 10)} ${text.slice(11, 19).replace("Z", "").padEnd(8, ":00")}`;
}

const types: { readonly [K in WorkItem["kind"]]?: string } = { epic: "Epic", subtask: "Sub-task", defect: "Bug" };

function single(item: WorkItem, of: Estimate["of"]): number | undefined {
  const found = item.estimates?.find((each) => each.of === of && each.basis === "original")?.value;
  return found?.kind === "single" ? found.amount : undefined;
}

function group(pairs: readonly (readonly [string, string])[]): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const [key, value] of pairs) addTo(groups, key, value);
  return groups;
}

/** A column that stands as often as the fullest item needs it: the importer takes one value from each. */
function repeated(
  header: string,
  lists: readonly (readonly string[])[],
): { header: string; at: (row: number) => string }[] {
  const width = lists.reduce((most, { length }) => Math.max(most, length), 0);
  return Array.from({ length: width }, (_none, place) => ({ header, at: (row: number) => lists[row]?.[place] ?? "" }));
}

/**
 * Writes the items of a plan as a table that the importer of Jira takes: headers repeat, one column a value; all dates are in
 * `jiraDateFormat`. `readJiraCsv` reads it too.
 *
 * Ids that are no keys of Jira get one; finish-to-start links are links of the kind Blocks. What it keeps is `lossOfJiraCsv`.
 *
 * @param plan - any plan
 * @returns CSV text, CRLF; cells that a spreadsheet would run as formulas have an apostrophe before them
 *
 * Issues: none.
 * Time O(n log n), space O(n).
 * Source: Atlassian, Import data from a CSV file; RFC 4180; OWASP, CSV injection.
 *
 * @example
 * orThrow(readJiraCsv(writeJiraCsv({ formatVersion: 1, items: [{ id: "HAR-7", title: "Dig", kind: "task" }] }))).plan.items[0].id; // => "HAR-7"
 */
export function writeJiraCsv(plan: WorkPlan): string {
  const items = [...(plan.items ?? [])].sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0) || compareText(a.id, b.id));
  const ids = new Set(items.map(({ id }) => id));
  const key = keysOf(items);
  const number = new Map(items.map(({ id }, index) => [id, String(index + 1)]));
  const states = new Map(
    (plan.workflows ?? []).flatMap((row) =>
      row.states.map((state) => [`${row.id}\u0000${state.id}`, state.name] as const),
    ),
  );
  const names = new Map((plan.people ?? []).map((row) => [row.id, row.email ?? row.name]));
  const sorted = [...(plan.assignments ?? [])].sort(
    (a, b) => Number(b.role === "accountable") - Number(a.role === "accountable"),
  );
  const people = group(
    sorted.flatMap(({ itemId, personId }) =>
      personId === undefined ? [] : [[itemId, names.get(personId) ?? personId]],
    ),
  );
  const blocks = group(
    (plan.dependencies ?? []).flatMap(({ predecessorId, successorId, type }) =>
      type === "FS" && ids.has(successorId) ? [[predecessorId, key(successorId)]] : [],
    ),
  );
  const column = (header: string, of: (item: WorkItem) => string) => ({
    header,
    at: (row: number) => of(items[row] as WorkItem),
  });
  const effort = (item: WorkItem) => {
    const minutes = single(item, "effort");
    return minutes === undefined ? "" : String(Math.round(minutes * 60));
  };
  const columns = [
    column("Summary", ({ title }) => title.replace(/\s+/g, " ")),
    column("Issue key", ({ id }) => key(id)),
    column("Issue id", ({ id }) => number.get(id) ?? ""),
    column("Parent id", ({ parentId }) => number.get(parentId ?? "") ?? ""),
    column("Issue Type", ({ kind, sourceKind }) => sourceKind ?? types[kind] ?? "Task"),
    column(
      "Status",
      ({ workflowId, stateId }) => states.get(`${workflowId ?? ""}\u0000${stateId ?? ""}`) ?? stateId ?? "",
    ),
    column("Assignee", ({ id }) => people.get(id)?.[0] ?? ""),
    column("Created", ({ createdAt }) => time(createdAt)),
    column("Updated", ({ updatedAt }) => time(updatedAt)),
    column("Resolved", ({ finishedAt }) => time(finishedAt)),
    column("Due date", ({ dueDate }) => time(dueDate)),
    column("Original estimate", effort),
    column("Custom field (Story Points)", (item) => String(single(item, "points") ?? "")),
    column("Description", ({ body }) => body?.text ?? ""),
    ...repeated(
      "Labels",
      items.map(({ labels }) => (labels ?? []).map((label) => label.trim().replace(/\s+/g, "_"))),
    ),
    ...repeated(
      "Outward issue link (Blocks)",
      items.map(({ id }) => blocks.get(id) ?? []),
    ),
  ];
  const rows = [columns.map(({ header }) => header), ...items.map((_item, row) => columns.map(({ at }) => at(row)))];
  return rows.map((row) => `${row.map(csvCell).join(",")}\r\n`).join("");
}
