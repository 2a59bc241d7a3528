import type { Assignment, Estimate, WorkItem } from "@evenkeel/core";
import { keptCells } from "../csv-columns.js";
import { addRow, defined, sourceOf, table, warn } from "../draft.js";
import { durationMinutes } from "../duration-text.js";
import { kindOfType } from "../jira/issue.js";
import { notePerson } from "../people.js";
import { addStamps } from "../stamps.js";
import { projectZone } from "../zoned-time.js";
import { cellOf, listOf, type TableContext, type TableRow, timeOf } from "./cells.js";
import type { TargetField } from "./mapping.js";
import { isPlanTable, plannedRow } from "./plan-rows.js";
import type { TableStates } from "./states.js";

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

/** Names of a cell of several people: at its commas; at blanks only where all parts look like accounts. */
function membersOf(cell: string | undefined): string[] {
  const isAccounts = cell !== undefined && !/[;,]/.test(cell) && !/\p{Lu}/u.test(cell);
  return listOf(cell, isAccounts ? /\s/ : /[;,]/);
}

/** A name and the share of full time that plans write behind it: `Ada[50%]`. */
function shareOf(stated: string): [name: string, units: number | undefined] {
  const match = /^(.+?)\s*\[(\d{1,4}(?:\.\d+)?)\s*%\]$/.exec(stated);
  return match === null ? [stated, undefined] : [match[1] as string, Number(match[2]) / 100];
}

function addPeople(context: TableContext, entry: TableRow): void {
  const owners = listOf(cellOf(context, entry.row, "owner"), /[;,]/);
  const members = membersOf(cellOf(context, entry.row, "members")).filter((name) => !owners.includes(name));
  for (const [role, names] of [
    ["accountable", owners],
    ["responsible", members],
  ] as const) {
    for (const stated of new Set(names)) {
      const [name, units] = shareOf(stated);
      const personId = notePerson(context.draft, "csv", {
        id: name,
        name,
        email: name.includes("@") ? name : undefined,
      });
      const row = { id: `${entry.id}:${name}`, itemId: entry.id, personId, role, units };
      addRow(context.draft, "assignments", defined<Assignment>(row), [entry.number]);
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
  const status = cell("status");
  const category = status === undefined ? undefined : states.byName.get(status)?.category;
  const planned = isPlanTable(context) ? plannedRow(context, entry, category) : undefined;
  const created = timeOf(context, entry, "created");
  const started = planned === undefined ? timeOf(context, entry, "started") : planned.started;
  const finished = planned === undefined ? timeOf(context, entry, "done") : planned.finished;
  const dropped = timeOf(context, entry, "dropped");
  const byStamps =
    dropped !== undefined
      ? states.stamps.dropped
      : finished !== undefined || planned?.progress === "done"
        ? states.stamps.done
        : started !== undefined || planned?.progress === "active"
          ? states.stamps.active
          : states.stamps.first;
  const [type, body, priority] = [cell("type") ?? "", cell("description"), Number(cell("priority") ?? Number.NaN)];
  const start = timeOf(context, entry, "due", "from");
  const { projectId, containerId } = addPlaces(context, entry);
  const item = defined<WorkItem>({
    id: entry.id,
    title: cell("title") ?? entry.id,
    kind: planned?.isMilestone === true ? "milestone" : kindOfType(type, /^sub-?task$/i.test(type), undefined),
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
    schedule: planned?.schedule,
    constraints: start === undefined ? undefined : [{ kind: "startNoEarlierThan", at: start }],
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
