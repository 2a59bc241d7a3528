import type { Assignment, Container, WorkItem, WorkPlan } from "@evenkeel/core";
import { compareText, inertText } from "@evenkeel/kernel";
import { guardTitle } from "./markdown/tokens.js";

interface Writing {
  readonly plan: WorkPlan;
  readonly childrenOf: ReadonlyMap<string, readonly WorkItem[]>;
  readonly assignmentsOf: ReadonlyMap<string, readonly Assignment[]>;
  readonly afterOf: ReadonlyMap<string, readonly string[]>;
  readonly markOf: ReadonlyMap<string, string>;
  readonly nameOf: ReadonlyMap<string, string>;
  readonly promiseOf: ReadonlyMap<string, string>;
}

function group<T>(rows: readonly T[] | undefined, keyOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows ?? []) {
    const key = keyOf(row);
    const before = groups.get(key);
    if (before === undefined) groups.set(key, [row]);
    else before.push(row);
  }
  return groups;
}

const marks = { proposed: " ", waiting: " ", active: "/", done: "x", dropped: "-" } as const;

/** A word of the grammar: no blanks, nothing invisible. */
function word(text: string): string {
  return inertText(text).trim().replace(/\s+/g, "_");
}

/** Labels are letters, digits, `_`, `/` and `-`; with another sign they would be read as words of the title. */
function labelWord(label: string): string {
  return `#${word(label).replace(/[^\p{L}\p{N}_/-]+/gu, "_")}`;
}

function inOrder<T extends { readonly id: string; readonly rank?: number }>(rows: readonly T[]): T[] {
  return [...rows].sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0) || compareText(a.id, b.id));
}

function compile(plan: WorkPlan): Writing {
  const states = (plan.workflows ?? []).flatMap((workflow) =>
    workflow.states.map((state) => [`${workflow.id}\u0000${state.id}`, marks[state.category]] as const),
  );
  const ids = new Set((plan.items ?? []).map((item) => item.id));
  const childrenOf = group(plan.items, (item) =>
    item.parentId !== undefined && ids.has(item.parentId) ? item.parentId : "",
  );
  const plain = (plan.dependencies ?? []).filter(({ type, lag }) => type === "FS" && (lag?.amount ?? 0) === 0);
  const links = group(plain, (link) => link.successorId);
  return {
    plan,
    childrenOf: new Map([...childrenOf].map(([id, rows]) => [id, inOrder(rows)])),
    assignmentsOf: group(plan.assignments, (assignment) => assignment.itemId),
    afterOf: new Map(
      [...links].map(([id, rows]) => [id, rows.map((link) => word(link.predecessorId)).sort(compareText)]),
    ),
    markOf: new Map(states),
    nameOf: new Map((plan.people ?? []).map((person) => [person.id, person.name])),
    promiseOf: new Map(
      (plan.commitments ?? []).flatMap((row) =>
        row.subject?.table === "items" ? [[row.subject.id, row.due] as const] : [],
      ),
    ),
  };
}

function estimateWords(item: WorkItem): string[] {
  return (item.estimates ?? []).flatMap(({ of, basis, value }) => {
    if (basis !== "original" || value.kind !== "single" || value.amount < 0) return [];
    if (of === "points") return [`~${value.amount}p`];
    return of === "effort" || of === "duration" ? [`~${value.amount}min`] : [`~${value.amount}`];
  });
}

function lineOf(writing: Writing, item: WorkItem, depth: number): string {
  const people = (writing.assignmentsOf.get(item.id) ?? []).flatMap((row) => (row.personId === undefined ? [] : [row]));
  people.sort((a, b) => Number(b.role === "accountable") - Number(a.role === "accountable") || compareText(a.id, b.id));
  const after = writing.afterOf.get(item.id) ?? [];
  const start = item.constraints?.find((each) => each.kind === "startNoEarlierThan")?.at;
  const promised = writing.promiseOf.get(item.id);
  const words = [
    guardTitle(inertText(item.title)),
    ...people.map(
      (row) => `@${word(writing.nameOf.get(row.personId as string) ?? (row.personId as string)).replaceAll("@", "_")}`,
    ),
    ...estimateWords(item),
    ...(item.labels ?? []).filter((label) => /\p{L}/u.test(label)).map(labelWord),
    ...(after.length > 0 ? [`after:${after.join(",")}`] : []),
    ...(start === undefined ? [] : [`start:${start}`]),
    ...(item.dueDate === undefined ? [] : [`due:${item.dueDate}`]),
    ...(item.createdAt === undefined ? [] : [`created:${item.createdAt}`]),
    ...(item.finishedAt === undefined ? [] : [`done:${item.finishedAt}`]),
    ...(item.outcomeIds ?? []).map((id) => `for:${word(id)}`),
    ...(promised === undefined ? [] : [`!promised:${promised}`]),
    `id:${word(item.id)}`,
  ];
  const mark = writing.markOf.get(`${item.workflowId ?? ""}\u0000${item.stateId ?? ""}`) ?? " ";
  return `${"  ".repeat(depth)}- [${mark}] ${words.filter((each) => each !== "").join(" ")}`;
}

function treeLines(writing: Writing, roots: readonly WorkItem[]): string[] {
  const lines: string[] = [];
  const stack = [...roots].reverse().map((item) => ({ item, depth: 0 }));
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    lines.push(lineOf(writing, next.item, next.depth));
    const inner = writing.childrenOf.get(next.item.id) ?? [];
    for (const child of [...inner].reverse()) stack.push({ item: child, depth: next.depth + 1 });
  }
  return lines;
}

/** Sections in their order, each with its depth. */
function sectionsOf(plan: WorkPlan): { readonly section: Container; readonly level: number }[] {
  const ids = new Set((plan.containers ?? []).map((row) => row.id));
  const inside = group(plan.containers, (row) =>
    row.parentId !== undefined && ids.has(row.parentId) ? row.parentId : "",
  );
  const found: { section: Container; level: number }[] = [];
  const stack = inOrder(inside.get("") ?? [])
    .reverse()
    .map((section) => ({ section, level: 1 }));
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    found.push(next);
    const level = Math.min(6, next.level + 1);
    for (const section of inOrder(inside.get(next.section.id) ?? []).reverse()) stack.push({ section, level });
  }
  return found;
}

/**
 * Writes a plan as a Markdown task list in the words `readMarkdown` reads: sections as headings, children indented.
 *
 * Kept: titles, people, estimates of one number, labels, finish-to-start links, earliest starts, due dates, created and
 * done stamps, outcomes, promises, ids. Lost: link types and lags, calendars, bodies, workflows beyond the four marks,
 * custom fields, memberships beyond the first. Blanks in ids and names become `_`.
 *
 * @param plan - any plan
 * @returns Markdown, LF
 *
 * Issues: none.
 * Time O(n log n), space O(n).
 * Source: own.
 *
 * @example
 * writeMarkdown({ formatVersion: 1, items: [{ id: "dig", title: "Dig", kind: "task" }] }); // => "- [ ] Dig id:dig\n"
 */
export function writeMarkdown(plan: WorkPlan): string {
  const writing = compile(plan);
  const roots = writing.childrenOf.get("") ?? [];
  const known = new Set((plan.containers ?? []).map((row) => row.id));
  const homes = group(
    roots,
    (item) => item.memberships?.find((each) => known.has(each.containerId))?.containerId ?? "",
  );
  const lines = treeLines(writing, homes.get("") ?? []);
  for (const { section, level } of sectionsOf(plan)) {
    if (lines.length > 0) lines.push("");
    lines.push(`${"#".repeat(level)} ${inertText(section.name).trim() || section.id}`, "");
    lines.push(...treeLines(writing, homes.get(section.id) ?? []));
  }
  return `${lines.join("\n")}\n`;
}
