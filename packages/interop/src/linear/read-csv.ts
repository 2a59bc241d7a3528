import type { Estimate, StateCategory, Timebox, WorkItem } from "@evenkeel/core";
import { issue, ok, type Result, refuse } from "@evenkeel/kernel";
import { coversOf } from "../covers.js";
import { keptCells, tallyCells } from "../csv-columns.js";
import { type CsvTable, parseCsv } from "../csv-text.js";
import {
  addRow,
  assume,
  createDraft,
  type Draft,
  defined,
  keepDangling,
  note,
  sourceOf,
  table,
  warn,
} from "../draft.js";
import { limitsOf } from "../limits.js";
import { notePerson } from "../people.js";
import { addStamps } from "../stamps.js";
import { answeredCategory } from "../state-answers.js";
import { categoryOfWords } from "../trackers/flow.js";
import { joinTimebox } from "../trackers/timeboxes.js";
import type { ReadOptions } from "../types.js";
import { readTime } from "../zoned-time.js";
import { findLinearColumns, type LinearColumn, type LinearColumns } from "./columns.js";

interface LinearContext {
  readonly draft: Draft;
  readonly csv: CsvTable;
  readonly columns: LinearColumns;
  readonly kept: readonly boolean[];
  readonly states: Map<string, StateCategory>;
}

interface Row {
  readonly id: string;
  readonly cells: readonly string[];
  readonly number: number;
}

/** A cell without the apostrophe the tool sets before what a spreadsheet would compute. */
function cellAt(context: LinearContext, row: Row, column: LinearColumn): string | undefined {
  const index = context.columns.at.get(column);
  const cell = index === undefined ? "" : (row.cells[index] ?? "").trim();
  return cell === "" ? undefined : cell.replace(/^'(?=[-+=@])/, "");
}

/** A time in either form the tool prints: ISO, or `Mon Feb 06 2023 05:00:00 GMT+0000 (GMT)`. */
function timeAt(context: LinearContext, row: Row, column: LinearColumn): string | undefined {
  const cell = cellAt(context, row, column)
    ?.replace(/\s*\([^()]*\)$/, "")
    .replace(/^(Mon|Tue|Wed|Thu|Fri|Sat|Sun)\s+/, "");
  return cell === undefined ? undefined : readTime(context.draft, cell, {}, [row.number, column], [row.id]);
}

const listAt = (context: LinearContext, row: Row, column: LinearColumn): string[] =>
  (cellAt(context, row, column) ?? "").split(",").flatMap((each) => each.trim() || []);

/** A state's category: by the stamp of a row in it first, by its English name second. */
function noteState(context: LinearContext, row: Row, name: string): void {
  const stamped =
    answeredCategory(context.draft, name) ??
    (cellAt(context, row, "canceled") !== undefined
      ? "dropped"
      : cellAt(context, row, "completed") !== undefined
        ? "done"
        : undefined);
  const byName = /^triage$/i.test(name) ? "proposed" : categoryOfWords(name);
  const before = context.states.get(name);
  if (before === undefined || stamped !== undefined) context.states.set(name, stamped ?? byName ?? "active");
  if (before !== undefined || stamped !== undefined || byName !== undefined) return;
  warn(context.draft, "linear-status-category-unknown", [row.number, "status"], [name], {
    status: name.slice(0, 80),
    category: "active",
  });
}

function estimatesOf(context: LinearContext, row: Row): Estimate[] | undefined {
  const cell = cellAt(context, row, "estimate");
  if (cell === undefined) return undefined;
  const amount = Number(cell);
  return Number.isFinite(amount)
    ? [{ of: "points", basis: "original", value: { kind: "single", amount } }]
    : [{ of: "size", basis: "original", value: { kind: "label", label: cell } }];
}

function addCycle(context: LinearContext, row: Row): void {
  const number = cellAt(context, row, "cycleNumber");
  if (number === undefined) return;
  const team = cellAt(context, row, "team");
  const id = team === undefined ? number : `${team}:${number}`;
  const rows = table(context.draft, "timeboxes");
  const before = rows.get(id);
  const [from, to] = [timeAt(context, row, "cycleStart"), timeAt(context, row, "cycleEnd")];
  const interval =
    from === undefined && to === undefined
      ? undefined
      : { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
  const name = cellAt(context, row, "cycleName") ?? `Cycle ${number}`;
  rows.set(
    id,
    defined<Timebox>({
      id,
      name,
      kind: "iteration",
      interval: before?.interval ?? interval,
    }),
  );
  joinTimebox(context.draft, id, row.id);
}

function addItem(context: LinearContext, row: Row): boolean {
  const { draft, csv, columns, kept } = context;
  const { id, cells, number } = row;
  const status = cellAt(context, row, "status");
  if (status !== undefined) noteState(context, row, status);
  const project = cellAt(context, row, "project");
  if (project !== undefined) table(draft, "projects").set(project, { id: project, name: project });
  const body = cellAt(context, row, "description");
  const stamps = { created: timeAt(context, row, "created"), started: timeAt(context, row, "started") };
  const [finished, dropped] = [timeAt(context, row, "completed"), timeAt(context, row, "canceled")];
  const item = defined<WorkItem>({
    id,
    title: cellAt(context, row, "title") ?? "",
    kind: "task",
    body: body === undefined ? undefined : { text: body, markup: "markdown" },
    projectId: project,
    workflowId: status === undefined ? undefined : "linear",
    stateId: status,
    labels: columns.at.has("labels") ? listAt(context, row, "labels") : undefined,
    estimates: estimatesOf(context, row),
    dueDate: timeAt(context, row, "due")?.slice(0, 10),
    createdAt: stamps.created,
    startedAt: stamps.started,
    finishedAt: dropped === undefined ? finished : undefined,
    updatedAt: timeAt(context, row, "updated"),
    sources: [sourceOf(draft, "linear", cellAt(context, row, "uuid") ?? id, id)],
    customFields: keptCells(csv.header, cells, kept, draft.options.keepUnmapped ?? true),
  });
  if (!addRow(draft, "items", item, [number])) return false;
  const assignee = cellAt(context, row, "assignee");
  if (assignee !== undefined) {
    const personId = notePerson(draft, "linear", {
      id: assignee,
      email: assignee.includes("@") ? assignee : undefined,
    });
    addRow(draft, "assignments", { id: `${id}:${personId}`, itemId: id, personId, role: "responsible" }, [number]);
  }
  addCycle(context, row);
  const active = [...context.states].find(([, category]) => category === "active")?.[0] ?? "In Progress";
  if (stamps.started !== undefined && !context.states.has(active)) context.states.set(active, "active");
  const state = status ?? "Done";
  if (status === undefined && (finished ?? dropped) !== undefined)
    context.states.set(state, dropped === undefined ? "done" : "dropped");
  addStamps(draft, id, dropped === undefined ? { ...stamps, finished } : { ...stamps, dropped }, {
    active,
    done: state,
    dropped: state,
  });
  return true;
}

function linkRows(context: LinearContext, rows: readonly Row[]): void {
  const { draft } = context;
  const items = table(draft, "items");
  for (const row of rows) {
    const { id, number } = row;
    const reach = (column: LinearColumn): string[] =>
      listAt(context, row, column).filter((other) => {
        const isThere = items.has(other) && other !== id;
        if (!isThere)
          keepDangling(
            draft,
            id,
            other,
            column,
            [number, column],
            other === id ? "any-self-link" : "any-dangling-reference",
          );
        return isThere;
      });
    const item = items.get(id);
    const parentId = reach("parent")[0];
    if (item !== undefined && parentId !== undefined) items.set(id, { ...(items.get(id) as WorkItem), parentId });
    for (const other of new Set(reach("blockedBy")))
      addRow(draft, "dependencies", { id: `${other}>${id}`, predecessorId: other, successorId: id, type: "FS" }, [
        number,
      ]);
    for (const [column, kind] of [
      ["relatedTo", "relates"],
      ["duplicateOf", "duplicates"],
    ] as const) {
      for (const other of reach(column)) {
        const [from, to] = kind === "relates" ? ([id, other].sort() as [string, string]) : [id, other];
        const key = `${from}>${to}:${kind}`;
        if (!table(draft, "relations").has(key))
          addRow(draft, "relations", { id: key, kind, fromId: from, toId: to }, [number]);
      }
    }
  }
}

function readRows(context: LinearContext): Row[] {
  const { draft, csv, columns } = context;
  const rows: Row[] = [];
  for (const [index, cells] of csv.rows.entries()) {
    draft.counts.read++;
    const number = csv.rowNumber[index] as number;
    const id = (cells[columns.at.get("id") as number] ?? "").trim();
    const row = { id, cells, number };
    if (id !== "" && addItem(context, row)) {
      draft.counts.imported++;
      rows.push(row);
      continue;
    }
    if (id === "") warn(draft, "linear-missing-id", [number], [], { row: number });
    draft.counts.rejected++;
    draft.lost.set(cells, "row rejected");
  }
  return rows;
}

/** Reads the CSV export, in all ages of its header: current state and stamps, since such a file holds no history. */
export function readLinearCsv(text: string, options: ReadOptions): Result<Draft> {
  const parsed = parseCsv(text, limitsOf(options));
  if (!parsed.ok) return parsed;
  const csv = parsed.value;
  const columns = findLinearColumns(csv.header);
  if (!columns.at.has("id") || !columns.at.has("title")) {
    const facts = { found: csv.header.join(", ").slice(0, 120), expected: "columns ID and Title" };
    return refuse([issue("interop/any-wrong-format", { facts })]);
  }
  const draft = createDraft("linear", options);
  draft.assumptions.push(...csv.assumptions);
  const keep = options.keepUnmapped ?? true;
  const kept = csv.header.map((_name, index) => keep && columns.fates[index] === undefined);
  const context: LinearContext = { draft, csv, columns, kept, states: new Map() };
  linkRows(context, readRows(context));
  const states = [...context.states].map(([name, category]) => ({ id: name, name, category }));
  if (states.length > 0) table(draft, "workflows").set("linear", { id: "linear", name: "Linear", states });
  const covers = coversOf("linear");
  draft.coverage = [
    covers(
      "items",
      "title",
      "body",
      "projectId",
      "stateId",
      "labels",
      "estimates",
      "dueDate",
      "createdAt",
      "startedAt",
      "finishedAt",
      "updatedAt",
    ),
    ...(columns.at.has("parent") ? [covers("items", "parentId")] : []),
    ...(columns.at.has("blockedBy") ? [covers("dependencies", "predecessorId", "successorId", "type")] : []),
    covers("workflows", "states"),
    covers("assignments", "itemId", "personId", "role"),
    covers("events", "created"),
  ];
  if (csv.rows.some((cells) => cells.length < csv.header.length))
    note(draft, "linear-short-row", [], [], { columns: csv.header.length });
  const guarded = csv.rows.filter((cells) => cells.some((cell) => /^'[-+=@]/.test(cell))).length;
  if (guarded > 0) note(draft, "linear-quote-guard", [], [], { rows: guarded });
  assume(draft, "started", "the started stamp", "the export holds no history");
  assume(draft, "done", "the completed stamp; canceled is dropped", "the export holds no history");
  tallyCells(draft, csv, columns.fates);
  return ok(draft);
}
