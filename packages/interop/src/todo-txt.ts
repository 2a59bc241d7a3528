import type { WorkItem } from "@evenkeel/core";
import { type Json, type Result, refuse } from "@evenkeel/kernel";
import { decodeSource } from "./decode.js";
import { addRow, createDraft, type Draft, defined, keepDangling, note, sourceOf, table, warn } from "./draft.js";
import { finish } from "./finish.js";
import { parseForeignTime } from "./foreign-time.js";
import { addTo } from "./group.js";
import { beyondLimit, limitsOf } from "./limits.js";
import { addStamps, progressWorkflow } from "./stamps.js";
import type { Import, ReadOptions, Source } from "./types.js";

const day = String.raw`\d{4}-\d{2}-\d{2}`;
const shape = new RegExp(String.raw`^(x +)?(?:\(([A-Z])\) +)?(?:(${day}) +)?(?:(${day}) +)?(?:\(([A-Z])\) +)?(.*)$`);

/** Words of a task, by what they are. */
interface Words {
  readonly title: string;
  readonly projects: readonly string[];
  readonly contexts: readonly string[];
  readonly pairs: ReadonlyMap<string, readonly string[]>;
}

/** A key is letters, so that times of day and addresses stay words of the title. */
const pair = /^([A-Za-z][A-Za-z0-9_-]*):([^\s:/][^\s]*)$/;

function wordsOf(text: string): Words {
  const title: string[] = [];
  const [projects, contexts]: [string[], string[]] = [[], []];
  const pairs = new Map<string, string[]>();
  for (const word of text.split(/[ \t]+/)) {
    const match = pair.exec(word);
    if (/^\+\S/.test(word)) projects.push(word.slice(1));
    else if (/^@\S/.test(word)) contexts.push(word.slice(1));
    else if (match !== null) {
      const key = (match[1] as string).toLowerCase();
      addTo(pairs, key, match[2] as string);
    } else if (word !== "") title.push(word);
  }
  return { title: title.join(" "), projects, contexts, pairs };
}

/** A day as written; one that does not exist is an issue. */
function dayOf(draft: Draft, text: string | undefined, field: string, line: number): string | undefined {
  if (text === undefined) return undefined;
  const time = parseForeignTime(text);
  if (time.ok) return time.text;
  const trap = time.fault === "impossible" ? "any-impossible-date" : "any-unreadable-date";
  warn(draft, trap, [line, field], [], { field, found: text.slice(0, 60), expected: "2026-05-01" });
  return undefined;
}

const numberOf = (letter: string | undefined): number | undefined =>
  letter !== undefined && /^[A-Za-z]$/.test(letter) ? letter.toUpperCase().charCodeAt(0) - 64 : undefined;

interface Waiting {
  readonly id: string;
  readonly line: number;
  readonly parent: string | undefined;
  readonly after: readonly string[];
}

/** Pairs with a place in the model; all others stay on the item. */
const known = ["due", "t", "pri", "id", "p", "after"];

function readTask(draft: Draft, text: string, line: number, rank: number): Waiting | undefined {
  const match = shape.exec(text) as RegExpExecArray;
  const isDone = match[1] !== undefined;
  const [first, second] = [match[3], match[4]];
  const words = wordsOf(match[6] as string);
  const value = (key: string) => words.pairs.get(key)?.[0];
  const id = value("id") ?? `line-${line}`;
  if (second !== undefined && !isDone) note(draft, "text-todo-txt-two-dates", [line], [id], { line });
  const created = dayOf(draft, isDone ? second : first, "created", line);
  const finished = isDone ? dayOf(draft, first, "done", line) : undefined;
  const start = dayOf(draft, value("t"), "t", line);
  const kept = new Map<string, Json>();
  for (const [key, list] of words.pairs) {
    if (!known.includes(key)) kept.set(key, list.length === 1 ? (list[0] as string) : [...list]);
  }
  if (second !== undefined && !isDone) kept.set("secondDate", second);
  const labels = words.contexts;
  const item = defined<WorkItem>({
    id,
    title: words.title === "" ? text.trim() : words.title,
    kind: "task",
    projectId: words.projects[0],
    memberships: words.projects.length > 1 ? words.projects.map((each) => ({ containerId: each })) : undefined,
    workflowId: progressWorkflow(draft),
    stateId: isDone ? "done" : "todo",
    rank,
    priority: numberOf(match[2] ?? match[5] ?? value("pri")),
    labels: labels.length > 0 ? [...labels] : undefined,
    constraints: start === undefined ? undefined : [{ kind: "startNoEarlierThan", at: start }],
    dueDate: dayOf(draft, value("due"), "due", line),
    createdAt: created,
    finishedAt: finished,
    sources: [sourceOf(draft, "todo-txt", id)],
    customFields: kept.size === 0 || !(draft.options.keepUnmapped ?? true) ? undefined : Object.fromEntries(kept),
  });
  if (!addRow(draft, "items", item, [line])) return undefined;
  for (const name of words.projects) {
    table(draft, "projects").set(name, { id: name, name });
    if (words.projects.length > 1) table(draft, "containers").set(name, { id: name, name, kind: "list" });
  }
  addStamps(draft, id, { created, finished }, { first: "todo", active: "doing", done: "done", dropped: "dropped" });
  const after = (words.pairs.get("after") ?? []).flatMap((each) => each.split(",")).filter((each) => each !== "");
  return { id, line, parent: value("p"), after };
}

function link(draft: Draft, { id, line, parent, after }: Waiting): void {
  const items = table(draft, "items");
  if (parent !== undefined) {
    const item = items.get(id) as WorkItem;
    if (items.has(parent) && parent !== id) items.set(id, { ...item, parentId: parent });
    else keepDangling(draft, id, parent, "p", [line], parent === id ? "any-self-link" : undefined);
  }
  for (const other of new Set(after)) {
    if (!items.has(other) || other === id) {
      keepDangling(draft, id, other, "after", [line], other === id ? "any-self-link" : undefined);
    } else {
      const row = { id: `${other}>${id}`, predecessorId: other, successorId: id, type: "FS" } as const;
      addRow(draft, "dependencies", row, [line]);
    }
  }
}

const itemFields = [
  "title",
  "projectId",
  "parentId",
  "stateId",
  "rank",
  "priority",
  "labels",
  "constraints",
  "dueDate",
];

/**
 * Reads a todo.txt: `x 2026-01-03 2026-01-01 text +project due:2026-01-05`, one task a line.
 *
 * After `x` the first date is the completion, the second the creation; priorities A to Z are 1 to 26, also as `pri:A`. Contexts are
 * labels. Of the pairs of add-ons are read: `due`, `t` (earliest start), `id`, `p` (id of the parent), `after` (ids); others stay.
 *
 * @param source - bytes or text
 * @param options - encoding, limits, strict codes
 * @returns plan, events inferred from dates, report that counts lines
 *
 * Issues: interop/any-*, interop/text-todo-txt-two-dates.
 * Time O(n), space O(n).
 * Source: todo.txt format, https://github.com/todotxt/todo.txt.
 *
 * @example
 * orThrow(readTodoTxt("(A) Dig +pier due:2026-05-01")).plan.items[0].dueDate; // => "2026-05-01"
 */
export function readTodoTxt(source: Source, options: ReadOptions = {}): Result<Import> {
  const decoded = decodeSource(source, options);
  if (!decoded.ok) return decoded;
  const limits = limitsOf(options);
  const lines = decoded.value.text.split(/\r\n|\n|\r/);
  if (lines.length > limits.rows) return refuse([beyondLimit("rows", lines.length, limits.rows)]);
  const long = lines.findIndex((line) => line.length > limits.textLength);
  if (long >= 0)
    return refuse([beyondLimit("textLength", (lines[long] as string).length, limits.textLength, [long + 1])]);
  const draft = createDraft("todo-txt", options);
  draft.assumptions.push(...decoded.value.assumptions);
  const waiting: Waiting[] = [];
  for (const [index, text] of lines.entries()) {
    if (text.trim() === "") {
      draft.tally.add("blank", { fate: "dropped", why: "blank" });
      continue;
    }
    const task = readTask(draft, text, index + 1, draft.counts.read++);
    draft.counts[task === undefined ? "rejected" : "imported"]++;
    const twice = { fate: "dropped", why: "a task with this id was read before" } as const;
    draft.tally.add("task", task === undefined ? twice : { fate: "mapped", to: "items" });
    if (task !== undefined) waiting.push(task);
  }
  for (const each of waiting) link(draft, each);
  draft.coverage = [
    { tool: "todo-txt", table: "items", fields: [...itemFields, "createdAt", "finishedAt"] },
    { tool: "todo-txt", table: "dependencies", fields: ["predecessorId", "successorId"] },
  ];
  return finish(draft);
}
