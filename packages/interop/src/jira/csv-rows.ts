import type { Estimate, ItemKind, WorkItem } from "@evenkeel/core";
import type { cellKeeper } from "../cell-keeper.js";
import { addRow, type Draft, defined, note, sourceOf, table, warn } from "../draft.js";
import { durationMinutes } from "../duration-text.js";
import { notePerson } from "../people.js";
import type { rowMaker } from "../row-shapes.js";
import { addStamps } from "../stamps.js";
import { joinTimebox } from "../trackers/timeboxes.js";
import { asDueDay, projectZone, readTime, type TimeReading } from "../zoned-time.js";
import type { JiraColumn, JiraColumns } from "./csv-columns.js";
import { kindOfType } from "./issue.js";
import { categoryOfKey, noteStatus, type StateBook } from "./states.js";
import { englishTime, englishType } from "./translations.js";

/** What reading the rows of one export shares. */
export interface Context {
  readonly draft: Draft;
  /** The same draft for times that no zone touches. */
  readonly unzoned: Draft;
  readonly header: readonly string[];
  readonly columns: JiraColumns;
  readonly book: StateBook;
  readonly reading: TimeReading;
  readonly keep: ReturnType<typeof cellKeeper>;
  readonly makeItem: ReturnType<typeof rowMaker<WorkItem>>;
  /** Kinds by the name of the type. */
  readonly kinds: Map<string, ItemKind>;
  /** Lists of labels by their texts. */
  readonly lists: Map<string, readonly string[]>;
}

/** A row with its key. */
export interface Cells {
  readonly key: string;
  readonly row: readonly string[];
  readonly number: number;
}

const none: readonly number[] = [];
const noTexts: readonly string[] = [];

function all(context: Context, row: readonly string[], column: JiraColumn): readonly string[] {
  let cells: string[] | undefined;
  for (const index of context.columns.at.get(column) ?? none) {
    const cell = (row[index] ?? "").trim();
    if (cell === "") continue;
    if (cells === undefined) cells = [cell];
    else cells.push(cell);
  }
  return cells ?? noTexts;
}

/** Lists of labels, and names of types, that are told apart. */
const mostLists = 1024;

function isSameList(one: readonly string[], other: readonly string[]): boolean {
  for (let at = 0; at < one.length; at++) if (one[at] !== other[at]) return false;
  return one.length === other.length;
}

/** The labels of a row; a list that repeats is held once. */
function labelsOf(context: Context, row: readonly string[]): readonly string[] | undefined {
  if (!context.columns.at.has("labels")) return undefined;
  const labels = all(context, row, "labels");
  const key = labels.length === 1 ? (labels[0] as string) : labels.join("\u0000");
  const { lists } = context;
  const before = lists.get(key);
  if (before !== undefined && isSameList(labels, before)) return before;
  if (lists.size < mostLists) lists.set(key, labels);
  return labels;
}

/** First non-empty cell of a column. */
export function first(context: Context, row: readonly string[], column: JiraColumn): string | undefined {
  for (const index of context.columns.at.get(column) ?? none) {
    const cell = (row[index] ?? "").trim();
    if (cell !== "") return cell;
  }
  return undefined;
}

function hasAny(context: Context, row: readonly string[], columns: readonly JiraColumn[]): boolean {
  for (const column of columns) if (first(context, row, column) !== undefined) return true;
  return false;
}

function timeAt(context: Context, cells: Cells, column: JiraColumn, draft: Draft = context.draft): string | undefined {
  const text = first(context, cells.row, column);
  return text === undefined ? undefined : readTime(draft, text, context.reading, [cells.number, column], [cells.key]);
}

function dueOf(context: Context, cells: Cells): string | undefined {
  const shown = first(context, cells.row, "due");
  if (shown === undefined) return undefined;
  const text = timeAt(context, cells, "due", context.unzoned);
  return text === undefined ? undefined : asDueDay(text, englishTime(shown));
}

/** Minutes of a cell in seconds, or of a text such as `38h`. */
function minutesAt(context: Context, cells: Cells, column: JiraColumn): number | undefined {
  const text = first(context, cells.row, column);
  if (text === undefined) return undefined;
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text) / 60;
  const minutes = durationMinutes(text);
  const facts = { field: column, found: text.slice(0, 60) };
  if (minutes === undefined) warn(context.draft, "any-unreadable-duration", [cells.number, column], [cells.key], facts);
  else note(context.draft, "jiracsv-duration-text", [cells.number, column], [cells.key], facts);
  return minutes;
}

const estimateColumns = ["points", "pointEstimate", "originalEstimate", "remainingEstimate"] as const;

function estimatesOf(context: Context, cells: Cells): Estimate[] | undefined {
  if (!hasAny(context, cells.row, estimateColumns)) return undefined;
  const [company, team] = (["points", "pointEstimate"] as const).map((column) => first(context, cells.row, column));
  const points = Number(company ?? team ?? Number.NaN);
  if (company !== undefined && team !== undefined && Number(company) !== Number(team)) {
    const facts = { item: cells.key, storyPoints: Number(company), storyPointEstimate: Number(team) };
    warn(context.draft, "jira-two-point-fields", [cells.number], [cells.key], facts);
  }
  const single = (of: Estimate["of"], basis: Estimate["basis"], amount: number | undefined): Estimate[] =>
    amount === undefined || !Number.isFinite(amount) ? [] : [{ of, basis, value: { kind: "single", amount } }];
  const list = [
    ...single("points", "original", points),
    ...single("effort", "original", minutesAt(context, cells, "originalEstimate")),
    ...single("effort", "remaining", minutesAt(context, cells, "remainingEstimate")),
  ];
  return list.length > 0 ? list : undefined;
}

function stateOf(context: Context, cells: Cells): string | undefined {
  const name = first(context, cells.row, "status");
  if (name !== undefined && context.book.states.get(name)?.category === undefined)
    noteStatus(context.book, name, name, categoryOfKey(first(context, cells.row, "statusCategory"), name));
  return name;
}

function addAssignee(context: Context, cells: Cells): void {
  const name = first(context, cells.row, "assignee");
  const id = first(context, cells.row, "assigneeId") ?? name;
  if (id === undefined) return;
  const personId = notePerson(context.draft, "jira", { id, name });
  addRow(context.draft, "assignments", { id: `${cells.key}:${id}`, itemId: cells.key, personId, role: "responsible" }, [
    cells.number,
  ]);
}

/** `comment;date;author;seconds`, where the comment may hold semicolons: read from the right. */
function addWorkLogs(context: Context, cells: Cells): void {
  const logs = all(context, cells.row, "logWork");
  if (logs.length === 0) return;
  for (const [index, cell] of logs.entries()) {
    const parts = cell.split(";");
    const [seconds, author, date] = [parts.at(-1)?.trim(), parts.at(-2)?.trim(), parts.at(-3)?.trim()];
    const path = [cells.number, "logWork"];
    const on = date === undefined ? undefined : readTime(context.draft, date, context.reading, path, [cells.key]);
    if (on === undefined || seconds === undefined || !/^\d+$/.test(seconds)) {
      warn(context.draft, "jiracsv-composite-cell", path, [cells.key], { field: "Log Work", found: cell.slice(0, 80) });
      continue;
    }
    const note = parts.slice(0, -3).join(";").trim();
    const personId = author ? notePerson(context.draft, "jira", { id: author }) : undefined;
    const row = {
      id: `${cells.key}:${index}`,
      personId,
      itemId: cells.key,
      on,
      minutes: Number(seconds) / 60,
      note: note || undefined,
    };
    context.draft.loggedEffort.push(defined(row) as never);
  }
}

function addSprints(context: Context, cells: Cells): void {
  const rows = table(context.draft, "timeboxes");
  for (const name of all(context, cells.row, "sprint")) {
    rows.set(name, { id: name, name, kind: "iteration" });
    joinTimebox(context.draft, name, cells.key);
  }
}

function kindOf({ kinds }: Context, typeName: string): ItemKind {
  const before = kinds.get(typeName);
  if (before !== undefined) return before;
  const type = englishType(typeName);
  const kind = kindOfType(type, /^sub-?task$/i.test(type), undefined);
  if (kinds.size < mostLists) kinds.set(typeName, kind);
  return kind;
}

function addItem(context: Context, cells: Cells): boolean {
  const { draft } = context;
  const { row, key, number } = cells;
  const projectId = first(context, row, "projectKey") ?? first(context, row, "projectName");
  const typeName = first(context, row, "type") ?? "";
  const stateId = stateOf(context, cells);
  const createdAt = timeAt(context, cells, "created");
  const resolved = timeAt(context, cells, "resolved");
  const body = first(context, row, "description");
  const id = first(context, row, "id") ?? key;
  const item = context.makeItem({
    id: key,
    title: first(context, row, "summary") ?? "",
    kind: kindOf(context, typeName),
    sourceKind: typeName === "" ? undefined : typeName,
    body: body === undefined ? undefined : { text: body, markup: "wiki" },
    projectId,
    workflowId: stateId === undefined ? undefined : "jira",
    stateId,
    labels: labelsOf(context, row),
    estimates: estimatesOf(context, cells),
    dueDate: dueOf(context, cells),
    createdAt,
    finishedAt: resolved,
    updatedAt: timeAt(context, cells, "updated"),
    sources: [sourceOf(draft, "jira", id, key)],
    customFields: context.keep(row),
  });
  if (!addRow(draft, "items", item, [number])) return false;
  if (projectId !== undefined) {
    const zone = projectZone(draft);
    table(draft, "projects").set(projectId, {
      id: projectId,
      name: first(context, row, "projectName") ?? projectId,
      ...(zone === undefined ? {} : { zone }),
    });
  }
  addAssignee(context, cells);
  addWorkLogs(context, cells);
  addSprints(context, cells);
  const states = { active: "", done: stateId ?? "done", dropped: "" };
  addStamps(draft, key, { created: createdAt, finished: stateId === undefined ? undefined : resolved }, states);
  if (
    createdAt !== undefined &&
    resolved !== undefined &&
    createdAt.length === resolved.length &&
    resolved < createdAt
  ) {
    warn(draft, "jira-resolved-before-created", [number, "resolved"], [key], {
      item: key,
      created: createdAt,
      resolved,
    });
  }
  return true;
}

/** Reads a row; undefined where it became no item. */
export function readRow(context: Context, row: readonly string[], number: number): Cells | undefined {
  const { draft, header } = context;
  draft.counts.read++;
  const key = first(context, row, "key") ?? first(context, row, "id");
  if (row.length > header.length && row.slice(header.length).some((cell) => cell.trim() !== "")) {
    warn(draft, "jiracsv-row-too-wide", [number], key === undefined ? [] : [key], {
      row: number,
      found: row.length,
      expected: header.length,
    });
  }
  const cells = { key: key ?? "", row, number };
  if (key !== undefined && addItem(context, cells)) {
    draft.counts.imported++;
    return cells;
  }
  if (key === undefined) warn(draft, "jiracsv-missing-key", [number], [], { row: number });
  draft.counts.rejected++;
  return undefined;
}
