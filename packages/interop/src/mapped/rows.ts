import type { Estimate, WorkItem } from "@evenkeel/core";
import { keptCells } from "../csv-columns.js";
import type { CsvTable } from "../csv-text.js";
import { addRow, type Draft, defined, sourceOf, table, warn } from "../draft.js";
import { durationMinutes } from "../duration-text.js";
import { kindOfType } from "../jira/issue.js";
import { notePerson } from "../people.js";
import { addStamps } from "../stamps.js";
import { asDueDay, projectZone, readTime } from "../zoned-time.js";
import type { CsvMapping, TargetField } from "./mapping.js";
import type { TableStates } from "./states.js";

/** What reading the rows of one table shares. */
export interface TableContext {
  readonly draft: Draft;
  readonly csv: CsvTable;
  readonly mapping: CsvMapping;
  /** Columns of each target. */
  readonly at: ReadonlyMap<TargetField, readonly number[]>;
  readonly orders: ReadonlyMap<number, { readonly order?: "dmy" | "mdy" }>;
  readonly kept: readonly boolean[];
}

/** A row with its id. */
export interface TableRow {
  readonly id: string;
  readonly row: readonly string[];
  readonly number: number;
}

/** First non-empty cell of a target. */
export function cellOf(context: TableContext, row: readonly string[], target: TargetField): string | undefined {
  for (const index of context.at.get(target) ?? []) {
    const cell = (row[index] ?? "").trim();
    if (cell !== "") return cell;
  }
  return undefined;
}

/** The time in a target's cell. */
export function timeOf(context: TableContext, entry: TableRow, target: TargetField): string | undefined {
  const text = cellOf(context, entry.row, target);
  if (text === undefined) return undefined;
  const index = context.at.get(target)?.[0] ?? -1;
  const reading = { order: context.orders.get(index)?.order };
  const time = readTime(context.draft, text, reading, [entry.number, context.csv.header[index] ?? target], [entry.id]);
  return time !== undefined && target === "due" ? asDueDay(time, text) : time;
}

const unitMinutes = { minutes: 1, hours: 60, days: 480 } as const;

function estimatesOf(context: TableContext, entry: TableRow): Estimate[] | undefined {
  const text = cellOf(context, entry.row, "estimate");
  if (text === undefined) return undefined;
  const unit = context.mapping.estimateUnit;
  const single = (of: Estimate["of"], amount: number): Estimate[] => [
    { of, basis: "original", value: { kind: "single", amount } },
  ];
  if (/^[+-]?\d+(\.\d+)?$/.test(text)) {
    if (unit === undefined) return single("size", Number(text));
    return unit === "points" ? single("points", Number(text)) : single("effort", Number(text) * unitMinutes[unit]);
  }
  const minutes = durationMinutes(text);
  return minutes === undefined
    ? [{ of: "size", basis: "original", value: { kind: "label", label: text.slice(0, 80) } }]
    : single("effort", minutes);
}

/** The parts of a cell. */
export function listOf(text: string | undefined, divider: RegExp): string[] {
  return (text ?? "")
    .split(divider)
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

/** Names of a cell of several people: at its commas; at blanks only where all parts look like accounts. */
function membersOf(cell: string | undefined): string[] {
  const isAccounts = cell !== undefined && !/[;,]/.test(cell) && !/\p{Lu}/u.test(cell);
  return listOf(cell, isAccounts ? /\s/ : /[;,]/);
}

function addPeople(context: TableContext, entry: TableRow): void {
  const owners = listOf(cellOf(context, entry.row, "owner"), /[;,]/);
  const members = membersOf(cellOf(context, entry.row, "members")).filter((name) => !owners.includes(name));
  for (const [role, names] of [
    ["accountable", owners],
    ["responsible", members],
  ] as const) {
    for (const name of new Set(names)) {
      const personId = notePerson(context.draft, "csv", {
        id: name,
        name,
        email: name.includes("@") ? name : undefined,
      });
      addRow(context.draft, "assignments", { id: `${entry.id}:${name}`, itemId: entry.id, personId, role }, [
        entry.number,
      ]);
    }
  }
}

function addOutcome(context: TableContext, entry: TableRow): string[] | undefined {
  const title = cellOf(context, entry.row, "outcome");
  if (title === undefined) return undefined;
  table(context.draft, "outcomes").set(title, { id: title, title });
  return [title];
}

function addPlaces(
  context: TableContext,
  entry: TableRow,
): { projectId?: string | undefined; containerId?: string | undefined } {
  const projectId = cellOf(context, entry.row, "project");
  const zone = projectZone(context.draft);
  if (projectId !== undefined)
    table(context.draft, "projects").set(projectId, {
      id: projectId,
      name: projectId,
      ...(zone === undefined ? {} : { zone }),
    });
  const containerId = cellOf(context, entry.row, "list");
  const lists = table(context.draft, "containers");
  if (containerId !== undefined && !lists.has(containerId))
    lists.set(containerId, { id: containerId, name: containerId, kind: "list", rank: lists.size });
  return { projectId, containerId };
}

/** Reads one row into an item; false when its id was read before. */
export function readRow(context: TableContext, entry: TableRow, rank: number, states: TableStates): boolean {
  const { draft, csv } = context;
  const cell = (target: TargetField) => cellOf(context, entry.row, target);
  const [created, started, finished] = (["created", "started", "done"] as const).map((target) =>
    timeOf(context, entry, target),
  );
  const dropped = timeOf(context, entry, "dropped");
  const status = cell("status");
  const byStamps =
    dropped !== undefined
      ? states.stamps.dropped
      : finished !== undefined
        ? states.stamps.done
        : started !== undefined
          ? states.stamps.active
          : states.stamps.first;
  const [type, body, priority] = [cell("type") ?? "", cell("description"), Number(cell("priority") ?? Number.NaN)];
  const { projectId, containerId } = addPlaces(context, entry);
  const item = defined<WorkItem>({
    id: entry.id,
    title: cell("title") ?? entry.id,
    kind: kindOfType(type, /^sub-?task$/i.test(type), undefined),
    sourceKind: type === "" ? undefined : type,
    body: body === undefined ? undefined : { text: body, markup: "plain" },
    projectId,
    memberships: containerId === undefined ? undefined : [{ containerId }],
    workflowId: "table",
    stateId: status ?? byStamps,
    rank,
    outcomeIds: addOutcome(context, entry),
    labels: context.at.has("labels") ? listOf(cell("labels"), /[;,]/) : undefined,
    priority: Number.isFinite(priority) ? priority : undefined,
    estimates: estimatesOf(context, entry),
    dueDate: timeOf(context, entry, "due"),
    createdAt: created,
    startedAt: started,
    finishedAt: finished,
    updatedAt: timeOf(context, entry, "updated"),
    sources: [sourceOf(draft, "csv", entry.id)],
    customFields: keptCells(csv.header, entry.row, context.kept, draft.options.keepUnmapped ?? true),
  });
  if (!addRow(draft, "items", item, [entry.number])) return false;
  addPeople(context, entry);
  const promised = timeOf(context, entry, "promised");
  if (promised !== undefined) {
    const owner = cell("owner");
    addRow(
      draft,
      "commitments",
      defined({
        id: `${entry.id}:promise`,
        byId: owner,
        subject: { table: "items", id: entry.id } as const,
        due: promised,
      }),
    );
  }
  addStamps(draft, entry.id, { created, started, finished, dropped }, states.stamps);
  return true;
}

/** Notes rows with more cells than the header names. */
export function noteWidth(context: TableContext, entry: TableRow): void {
  const { csv, draft } = context;
  if (!entry.row.slice(csv.header.length).some((cell) => cell.trim() !== "")) return;
  warn(draft, "csv-row-too-wide", [entry.number], [entry.id], {
    row: entry.number,
    found: entry.row.length,
    expected: csv.header.length,
  });
}
