import type { Coverage, Estimate, ItemKind, Membership, WorkItem } from "@evenkeel/core";
import { issue, ok, type Result, refuse } from "@evenkeel/kernel";
import { coversOf } from "../covers.js";
import { keptCells, tallyCells } from "../csv-columns.js";
import { type CsvTable, parseCsv } from "../csv-text.js";
import { addRow, assume, createDraft, type Draft, defined, keepDangling, note, sourceOf, warn } from "../draft.js";
import { type DateOrder, parseForeignTime } from "../foreign-time.js";
import { limitsOf } from "../limits.js";
import { notePerson } from "../people.js";
import { addStamps } from "../stamps.js";
import { categoryOfWords } from "../trackers/flow.js";
import { addAssignees, addDependency, addParent } from "../trackers/links.js";
import { addStates, noteState, type StateBook } from "../trackers/states.js";
import { columnOrders, datedColumns } from "../trackers/table.js";
import type { ReadOptions } from "../types.js";
import { assumeZone, readTime } from "../zoned-time.js";
import { asanaFlow, notePlace, noteSection, stateOf } from "./context.js";
import { type AsanaColumn, type AsanaColumns, findAsanaColumns, isAsanaHeader } from "./csv-columns.js";
import { type Joint, jointOf, namesOf, partsOf } from "./joined.js";

interface Row {
  readonly id: string;
  readonly cells: readonly string[];
  readonly number: number;
}

interface CsvContext {
  readonly draft: Draft;
  readonly csv: CsvTable;
  readonly columns: AsanaColumns;
  readonly kept: readonly boolean[];
  readonly states: StateBook;
  readonly orders: ReadonlyMap<AsanaColumn, DateOrder>;
  readonly joints: ReadonlyMap<AsanaColumn, Joint>;
  /** Ids of the tasks of each name. */
  readonly byName: Map<string, string[]>;
  /** Whether the column Status tells how far a task is, by the names in it. */
  readonly hasStatus: boolean;
}

const dateColumns = ["created", "completed", "modified", "start", "due"] as const;

function rawAt(columns: AsanaColumns, cells: readonly string[], column: AsanaColumn): string {
  const index = columns.at.get(column);
  return index === undefined ? "" : (cells[index] ?? "").trim();
}

const cellAt = (context: CsvContext, row: Row, column: AsanaColumn): string | undefined =>
  rawAt(context.columns, row.cells, column) || undefined;

function timeAt(context: CsvContext, row: Row, column: AsanaColumn): string | undefined {
  const cell = cellAt(context, row, column);
  const order = context.orders.get(column);
  return cell === undefined ? undefined : readTime(context.draft, cell, { order }, [row.number, column], [row.id]);
}

/** A line of the header, wherever it stands. */
const headerLine = /^[^\n\r]*\b(?:task id|section\/column|assignee email|parent task)\b[^\n\r]*$/im;

interface Sheet {
  readonly csv: CsvTable;
  /** Rows before the header, and how many lines they are. */
  readonly before: readonly (readonly string[])[];
  readonly lines: number;
}

/** The table that begins at the header: a sheet of Google has lines before it. */
function tableOf(text: string, options: ReadOptions): Result<Sheet | undefined> {
  const limits = limitsOf(options);
  const whole = parseCsv(text, limits);
  if (!whole.ok) return whole;
  if (isAsanaHeader(whole.value.header)) return ok({ csv: whole.value, before: [], lines: 0 });
  const start = headerLine.exec(text)?.index ?? 0;
  const [rest, head] = [parseCsv(text.slice(start), limits), text.slice(0, start)];
  if (start === 0 || !rest.ok || !isAsanaHeader(rest.value.header)) return ok(undefined);
  const lines = head.split(/\r\n|\n|\r/).length - 1;
  const rows = parseCsv(head, limits, rest.value.delimiter);
  if (!rows.ok) return rows;
  const csv = { ...rest.value, rowNumber: rest.value.rowNumber.map((number) => number + lines) };
  return ok({ csv, before: [rows.value.header, ...rows.value.rows], lines });
}

const emptyButName = (context: CsvContext, row: Row): boolean =>
  (["assignee", "completed", "due", "start", "tags", "notes", "parent", "section"] as const).every(
    (column) => cellAt(context, row, column) === undefined,
  );

function noteTags(context: CsvContext, row: Row): string[] | undefined {
  const cell = cellAt(context, row, "tags");
  if (!context.columns.at.has("tags")) return undefined;
  const joint = context.joints.get("tags") ?? "comma";
  const tags = partsOf(cell ?? "", joint);
  if (cell !== undefined && joint === "comma" && tags.some((tag) => tag.includes(",")))
    note(context.draft, "asana-comma-in-tag", [row.number, "tags"], [row.id], {
      item: row.id,
      found: cell.slice(0, 120),
    });
  return tags;
}

function membershipsOf(
  context: CsvContext,
  row: Row,
  stateId: string | undefined,
): { readonly projectId?: string; readonly memberships?: Membership[] } {
  const { draft } = context;
  const projects = partsOf(cellAt(context, row, "projects") ?? "", context.joints.get("projects") ?? "comma");
  const section = cellAt(context, row, "section");
  const [first] = projects;
  // The column says the section in one project and not which; of several projects none is named for it.
  const sectionProject = projects.length === 1 ? first : undefined;
  const sectionId =
    section === undefined
      ? undefined
      : sectionProject === undefined
        ? `section:${section}`
        : `${sectionProject}:${section}`;
  const found = new Map<string, Membership>();
  const own = notePlace(
    draft,
    sectionProject === undefined ? undefined : { id: sectionProject, name: sectionProject },
    sectionId === undefined ? undefined : { id: sectionId, name: section as string },
  );
  if (own !== undefined) found.set(own, { containerId: own, ...(stateId === undefined ? {} : { stateId }) });
  for (const project of projects.length > 1 ? projects : []) {
    const containerId = notePlace(draft, { id: project, name: project }, undefined) as string;
    found.set(containerId, { containerId });
  }
  if (projects.length > 1)
    note(draft, "asana-multi-home", [row.number, "projects"], [row.id], { item: row.id, projects: projects.length });
  return {
    ...(first === undefined ? {} : { projectId: first }),
    ...(found.size === 0 ? {} : { memberships: [...found.values()] }),
  };
}

function estimatesOf(context: CsvContext, row: Row): Estimate[] | undefined {
  const points = Number(cellAt(context, row, "points") ?? Number.NaN);
  const time = cellAt(context, row, "estimatedTime");
  const clock = /^(\d{1,4}):(\d{2})(?::\d{2})?$/.exec(time ?? "");
  const minutes = clock === null ? Number(time ?? Number.NaN) : Number(clock[1]) * 60 + Number(clock[2]);
  const list = (
    [
      ["points", points],
      ["effort", minutes],
    ] as const
  ).flatMap(([of, amount]): Estimate[] =>
    Number.isFinite(amount) ? [{ of, basis: "original", value: { kind: "single", amount } }] : [],
  );
  return list.length > 0 ? list : undefined;
}

function kindOf(context: CsvContext, row: Row): ItemKind {
  const type = cellAt(context, row, "type")?.toLowerCase();
  if (type === "milestone" || type === "approval") return type;
  return cellAt(context, row, "parent") === undefined ? "task" : "subtask";
}

function addItem(context: CsvContext, row: Row, under: string | undefined): boolean {
  const { draft, states, csv, kept } = context;
  const { id, cells, number } = row;
  const section = cellAt(context, row, "section") ?? under;
  if (section !== undefined) noteSection(states, `section:${section}`, section);
  const status = context.hasStatus ? cellAt(context, row, "status") : undefined;
  if (status !== undefined) noteState(states, `status:${status}`, status, categoryOfWords(status));
  const [createdAt, finished] = [timeAt(context, row, "created"), timeAt(context, row, "completed")];
  const isComplete = cellAt(context, row, "completed") !== undefined;
  const place = status === undefined ? (section === undefined ? undefined : `section:${section}`) : `status:${status}`;
  const stateId = stateOf(states, isComplete, place);
  const start = timeAt(context, row, "start");
  const body = cellAt(context, row, "notes");
  const finishedAt = stateId === "complete" ? finished : undefined;
  const home = membershipsOf(context, row, stateId);
  const item = defined<WorkItem>({
    id,
    title: cellAt(context, row, "name") ?? "",
    kind: kindOf(context, row),
    sourceKind: cellAt(context, row, "type"),
    body: body === undefined ? undefined : { text: body, markup: "plain" },
    projectId: home.projectId,
    memberships: home.memberships,
    workflowId: asanaFlow.id,
    stateId,
    labels: noteTags(context, row),
    estimates: estimatesOf(context, row),
    constraints: start === undefined ? undefined : [{ kind: "startNoEarlierThan", at: start }],
    dueDate: timeAt(context, row, "due"),
    createdAt,
    finishedAt,
    updatedAt: timeAt(context, row, "modified"),
    sources: [sourceOf(draft, "asana", id)],
    customFields: keptCells(csv.header, cells, kept, draft.options.keepUnmapped ?? true),
  });
  if (!addRow(draft, "items", item, [number])) return false;
  const [name, email] = [cellAt(context, row, "assignee"), cellAt(context, row, "email")];
  const person = email ?? name;
  if (person !== undefined)
    addAssignees(draft, id, [notePerson(draft, "asana", { id: person, name, email })], [number]);
  addStamps(
    draft,
    id,
    { created: createdAt, finished: finishedAt },
    { active: stateId, done: stateId, dropped: stateId },
  );
  return true;
}

function readRows(context: CsvContext): Row[] {
  const { draft, csv, columns } = context;
  const rows: Row[] = [];
  let under: string | undefined;
  let rounded = 0;
  for (const [index, cells] of csv.rows.entries()) {
    draft.counts.read++;
    const number = csv.rowNumber[index] as number;
    const name = rawAt(columns, cells, "name");
    const stated = rawAt(columns, cells, "id");
    const isRounded = /^\d([.,]\d+)?e\+?\d+$/i.test(stated);
    if (isRounded) rounded++;
    const row: Row = { id: stated === "" || isRounded ? `row-${number}` : stated, cells, number };
    if (/.:$/.test(name) && emptyButName(context, row)) {
      under = name.slice(0, -1).trim();
      note(draft, "asana-section-row", [number], [row.id], { name: under.slice(0, 80) });
      notePlace(draft, undefined, { id: `section:${under}`, name: under });
      draft.lost.set(cells, "a section, not a task");
      draft.counts.imported++;
      continue;
    }
    if (name === "" && stated === "") {
      warn(draft, "asana-row-without-name", [number], [], { row: number });
    } else if (addItem(context, row, under)) {
      draft.counts.imported++;
      rows.push(row);
      const alike = context.byName.get(name);
      if (alike === undefined) context.byName.set(name, [row.id]);
      else alike.push(row.id);
      continue;
    }
    draft.counts.rejected++;
    draft.lost.set(cells, "row rejected");
  }
  if (rounded > 0) warn(draft, "asana-id-rounded", [], [], { count: rounded });
  return rows;
}

/** The task of a name: none and several are said, and the name stays on the item. */
function taskNamed(context: CsvContext, row: Row, name: string, column: AsanaColumn): string | undefined {
  const { draft, byName } = context;
  const found = byName.get(name) ?? [];
  const path = [row.number, column];
  if (found.length === 1) return found[0];
  if (found.length === 0) keepDangling(draft, row.id, name, column, path);
  else keepDangling(draft, row.id, name, column, path, "asana-duplicate-name");
  return undefined;
}

function linkRows(context: CsvContext, rows: readonly Row[]): void {
  const { draft, byName } = context;
  let [parents, links] = [0, 0];
  for (const row of rows) {
    const parent = cellAt(context, row, "parent");
    const parentId = parent === undefined ? undefined : taskNamed(context, row, parent, "parent");
    if (parent !== undefined) parents++;
    if (parentId !== undefined)
      addParent(draft, { itemId: row.id, otherId: parentId, field: "parent", path: [row.number, "parent"] });
    for (const [column, role] of [
      ["blockedBy", "predecessor"],
      ["blocking", "successor"],
    ] as const) {
      for (const name of namesOf(cellAt(context, row, column) ?? "", (each) => byName.has(each))) {
        links++;
        const otherId = taskNamed(context, row, name, column);
        if (otherId !== undefined)
          addDependency(draft, { itemId: row.id, otherId, field: column, path: [row.number, column] }, role);
      }
    }
  }
  if (parents > 0) note(draft, "asana-name-only-parent", [], [], { count: parents });
  if (links > 0) note(draft, "asana-name-only-dependency", [], [], { count: links });
}

function coverageOf({ at }: AsanaColumns): Coverage[] {
  const covers = coversOf("asana");
  const when = (column: AsanaColumn, ...fields: readonly string[]) => (at.has(column) ? fields : []);
  const items = [
    ...[
      "title",
      "kind",
      ...when("completed", "stateId", "finishedAt"),
      ...when("notes", "body"),
      ...when("tags", "labels"),
    ],
    ...[...when("parent", "parentId"), ...when("projects", "projectId"), ...when("section", "memberships")],
    ...[
      ...when("start", "constraints"),
      ...when("due", "dueDate"),
      ...when("created", "createdAt"),
      ...when("modified", "updatedAt"),
    ],
  ];
  return [
    covers("items", ...items),
    ...(at.has("blockedBy") || at.has("blocking")
      ? [covers("dependencies", "predecessorId", "successorId", "type")]
      : []),
    covers("workflows", "states"),
    ...(at.has("assignee") ? [covers("assignments", "itemId", "personId", "role")] : []),
    covers("events", "created"),
  ];
}

function noteDays(context: CsvContext, rows: readonly Row[]): void {
  const stamped = rows.filter((row) => {
    const cell = cellAt(context, row, "completed") ?? cellAt(context, row, "created");
    const time = cell === undefined ? undefined : parseForeignTime(cell, "dmy");
    return time?.ok === true && time.form === "day";
  });
  if (stamped.length > 0) note(context.draft, "asana-day-resolution", [], [], { count: stamped.length });
}

/** Reads the CSV of the tool, or of a sheet it feeds: current state and days, since such a file holds no history. */
export function readAsanaCsv(text: string, options: ReadOptions): Result<Draft> {
  const found = tableOf(text, options);
  if (!found.ok) return found;
  if (found.value === undefined) {
    const facts = { found: text.trim().slice(0, 120), expected: "columns Task ID and Name" };
    return refuse([issue("interop/any-wrong-format", { facts })]);
  }
  const { csv, before, lines } = found.value;
  const draft = createDraft("asana", options);
  draft.assumptions.push(...csv.assumptions);
  assumeZone(draft);
  if (before.length > 0) note(draft, "asana-sheet-preamble", [lines], [], { lines });
  const named = findAsanaColumns(csv.header);
  const hasStatus = csv.rows.some((cells) => categoryOfWords(rawAt(named, cells, "status")) !== undefined);
  const fates = named.fates.map((fate, index) => (!hasStatus && index === named.at.get("status") ? undefined : fate));
  const columns: AsanaColumns = { at: named.at, fates };
  const keep = options.keepUnmapped ?? true;
  const context: CsvContext = {
    draft,
    csv,
    columns,
    kept: csv.header.map((_name, index) => keep && fates[index] === undefined),
    states: new Map(),
    orders: columnOrders(draft, csv, datedColumns(columns.at, dateColumns)),
    joints: new Map(
      (["tags", "projects"] as const).map((column) => [
        column,
        jointOf(csv.rows.map((cells) => rawAt(columns, cells, column))),
      ]),
    ),
    byName: new Map(),
    hasStatus,
  };
  const rows = readRows(context);
  linkRows(context, rows);
  addStates(draft, asanaFlow, context.states, "asana-section-category-unknown", "proposed");
  noteDays(context, rows);
  draft.coverage = coverageOf(columns);
  assume(draft, "done", "the day it was completed", "the export holds no history");
  for (const row of before)
    draft.tally.add("(before the header)", { fate: "dropped", why: "lines a sheet has before its table" }, row.length);
  tallyCells(draft, csv, fates);
  return ok(draft);
}
