import type { Estimate, WorkItem } from "@evenkeel/core";
import type { Json } from "@evenkeel/kernel";
import { addRow, defined, sourceOf, warn } from "../draft.js";
import { isObject, listAt, member, numberAt, textAt } from "../json-text.js";
import { keptFields } from "../trackers/account.js";
import { addAssignees, addDependency, addParent, addRelation } from "../trackers/links.js";
import { noteState } from "../trackers/states.js";
import { sortable, toolTime } from "../trackers/times.js";
import { either, eitherValue, plainText } from "../trackers/values.js";
import { boardOf, groupOf } from "./collect.js";
import { type Cell, idOf, innerJson, type MondayContext, mondayFlow, type Pulse, personOf, typeOf } from "./context.js";
import { addSessions } from "./sessions.js";
import { labelOf, labelState, type Standing, stateOf, statusColumnOf } from "./states.js";

/** The cells of an item in the order of its columns. */
export function cellsOf(context: MondayContext, pulse: Pulse): Cell[] {
  const board = boardOf(context, pulse.boardId);
  return listAt(pulse.value, "column_values").flatMap((record, index): Cell[] => {
    const id = idOf(record) ?? textAt(record, "column", "id");
    if (id === undefined || !isObject(record)) return [];
    const known = board.columns.get(id);
    const title = known?.title ?? either(record, "title") ?? textAt(record, "column", "title") ?? id;
    const stated = either(record, "type") ?? textAt(record, "column", "type");
    const type = stated === undefined ? (known?.type ?? "") : typeOf(context, stated);
    const path = [...pulse.path, "column_values", index, "value"];
    const value = innerJson(context, member(record, "value"), path, [pulse.id]);
    return [
      {
        column: { id, title, type, labels: known?.labels },
        record,
        value,
        text: either(record, "text", "display_value"),
      },
    ];
  });
}

/** What the columns of an item are to it. */
interface Roles {
  readonly status: Cell | undefined;
  readonly people: readonly Cell[];
  readonly due: Cell | undefined;
  readonly start: Cell | undefined;
  readonly timeline: Cell | undefined;
  readonly tags: Cell | undefined;
  readonly dependencies: readonly Cell[];
  readonly relations: readonly Cell[];
  readonly points: Cell | undefined;
  readonly hours: Cell | undefined;
  readonly body: Cell | undefined;
}

/** A title that says its numbers are hours: `Estimate (h)`, `Estimated hours`. */
const inHours = /\b(h|hrs?|hours?)\b/i;

function rolesOf(context: MondayContext, pulse: Pulse, cells: readonly Cell[]): Roles {
  const of = (type: string) => cells.filter((cell) => cell.column.type === type);
  const called = (list: readonly Cell[], words: RegExp) => list.find((cell) => words.test(cell.column.title));
  const board = boardOf(context, pulse.boardId);
  const statusId = statusColumnOf(
    context,
    board,
    cells.map((cell) => cell.column),
  );
  const dates = of("date");
  const start = called(dates, /\b(start|begin)/i);
  const due = called(dates, /\b(due|deadline|end|finish|target)/i) ?? dates.find((cell) => cell !== start);
  return {
    status: cells.find((cell) => cell.column.id === statusId),
    people: of("people"),
    due,
    start,
    timeline: of("timeline")[0],
    tags: of("tags")[0],
    dependencies: of("dependency"),
    relations: of("board_relation"),
    points:
      called(of("numbers"), /\bpoints?\b/i) ??
      of("numbers").find(({ column }) => /\bestimate\b/i.test(column.title) && !inHours.test(column.title)),
    hours: of("numbers").find(
      ({ column }) => /\b(estimate|estimated|effort)\b/i.test(column.title) && inHours.test(column.title),
    ),
    body: called(of("long_text"), /\b(description|notes?|details?|text)\b/i),
  };
}

function dateOf(
  context: MondayContext,
  pulse: Pulse,
  cell: Cell | undefined,
  part: "date" | "from" | "to",
): string | undefined {
  if (cell === undefined) return undefined;
  const source = isObject(cell.value) ? cell.value : cell.record;
  const stated = either(source, part) ?? (part === "date" ? cell.text : undefined);
  const time = part === "date" ? either(source, "time") : undefined;
  const text =
    stated !== undefined && time !== undefined && /^\d{1,2}:\d{2}(:\d{2})?$/.test(time) ? `${stated}T${time}Z` : stated;
  return toolTime(context.draft, text, [...pulse.path, cell.column.id], [pulse.id]);
}

function peopleOf(context: MondayContext, cells: readonly Cell[]): (string | undefined)[] {
  return cells.flatMap(({ value, record, text }) => {
    const listed = [...listAt(value, "personsAndTeams"), ...listAt(record, "persons_and_teams")];
    const single = member(value, "id") === undefined ? [] : [value as Json];
    const all = (listed.length > 0 ? listed : single).filter((each) => textAt(each, "kind") !== "team");
    const names = (text ?? "").split(",").map((name) => name.trim());
    if (all.length > 0)
      return all.map((each, index) =>
        personOf(context, idOf(each), names.length === all.length ? names[index] || undefined : undefined),
      );
    return names.map((name) => (name === "" ? undefined : personOf(context, name)));
  });
}

/** Ids of the items a cell is linked to. */
function linkedOf({ value, record }: Cell): string[] {
  const ids = [
    ...listAt(value, "linkedPulseIds"),
    ...listAt(value, "item_ids"),
    ...listAt(record, "linked_item_ids"),
    ...listAt(record, "linked_items"),
  ];
  return [
    ...new Set(
      ids.flatMap((each) => (isObject(each) ? (either(each, "linkedPulseId", "id") ?? []) : (plainText(each) ?? []))),
    ),
  ];
}

/** An item with what it states of its own status, once its columns are told apart. */
export interface ReadPulse {
  readonly pulse: Pulse;
  readonly roles: Roles;
  readonly standing: Standing;
  /** When its label was last changed, where that is after it was made. */
  readonly changedAt: string | undefined;
}

function changedAt(
  context: MondayContext,
  pulse: Pulse,
  cell: Cell | undefined,
  createdAt: string | undefined,
): string | undefined {
  if (cell === undefined) return undefined;
  const text = either(cell.value, "changed_at") ?? either(cell.record, "updated_at");
  const path = [...pulse.path, "column_values", cell.column.id, "changed_at"];
  const at = toolTime(context.draft, text, path, [pulse.id]);
  if (at === undefined || createdAt === undefined || sortable(at) >= sortable(createdAt)) return at;
  warn(context.draft, "monday-changed-before-created", path, [pulse.id], {
    item: pulse.id,
    changed: at,
    created: createdAt,
  });
  return undefined;
}

/** Reads one item with what its columns say. */
export function readPulse(context: MondayContext, pulse: Pulse): ReadPulse {
  const { draft, places } = context;
  const { id, value, path } = pulse;
  const board = boardOf(context, pulse.boardId);
  const cells = cellsOf(context, pulse);
  const roles = rolesOf(context, pulse, cells);
  const read = [
    roles.status,
    roles.due,
    roles.start,
    roles.timeline,
    roles.tags,
    roles.points,
    roles.hours,
    roles.body,
    ...roles.people,
    ...roles.dependencies,
    ...roles.relations,
  ];
  for (const cell of cells) {
    const isTold = cell.column.type === "time_tracking" && addSessions(context, pulse, cell);
    if (isTold || read.includes(cell)) places.set(cell.record as object, "cell");
  }
  const stated =
    roles.status === undefined ? undefined : labelOf(roles.status.value, roles.status.text, roles.status.record);
  const ended = textAt(value, "state");
  const standing: Standing = {
    label:
      roles.status === undefined
        ? noteState(context.states, "open", "Open", "proposed")
        : labelState(context, board, roles.status.column.id, stated),
    ended: ended === "archived" || ended === "deleted" ? ended : undefined,
  };
  const hasState = roles.status !== undefined || standing.ended !== undefined;
  const stateId = hasState ? stateOf(context, standing) : undefined;
  const createdAt = toolTime(draft, member(value, "created_at"), [...path, "created_at"], [id]);
  const group = groupOf(context, pulse.boardId, member(value, "group"));
  const start = dateOf(context, pulse, roles.start, "date") ?? dateOf(context, pulse, roles.timeline, "from");
  const amountOf = (cell: Cell | undefined) => numberAt({ text: cell?.text ?? null }, "text");
  const [points, hours] = [amountOf(roles.points), amountOf(roles.hours)];
  const estimate = (of: Estimate["of"], amount: number): Estimate => ({
    ...{ of, basis: "original" },
    value: { kind: "single", amount },
  });
  const estimates = [
    ...(points === undefined ? [] : [estimate("points", points)]),
    ...(hours === undefined ? [] : [estimate("effort", hours * 60)]),
  ];
  const body = roles.body?.text;
  const isMilestone = /^milestone$/i.test(either(roles.timeline?.value, "visualization_type") ?? "");
  const item = defined<WorkItem>({
    id,
    title: textAt(value, "name") ?? "",
    kind: isMilestone
      ? "milestone"
      : pulse.holder !== undefined || member(value, "parent_item") !== undefined
        ? "subtask"
        : "task",
    body: body === undefined ? undefined : { text: body, markup: "plain" },
    workflowId: stateId === undefined ? undefined : mondayFlow.id,
    stateId,
    memberships:
      group === undefined ? undefined : [{ containerId: group, ...(stateId === undefined ? {} : { stateId }) }],
    labels:
      roles.tags === undefined ? undefined : (roles.tags.text ?? "").split(",").flatMap((tag) => tag.trim() || []),
    estimates: estimates.length > 0 ? estimates : undefined,
    constraints: start === undefined ? undefined : [{ kind: "startNoEarlierThan", at: start }],
    dueDate: dateOf(context, pulse, roles.due, "date") ?? dateOf(context, pulse, roles.timeline, "to"),
    createdAt,
    updatedAt: toolTime(draft, member(value, "updated_at"), [...path, "updated_at"], [id]),
    sources: [sourceOf(draft, "monday", id, undefined, either(value, "url"))],
    customFields: keptFields(context, value, "item"),
  });
  addRow(draft, "items", item, path);
  addAssignees(draft, id, peopleOf(context, roles.people), path);
  return { pulse, roles, standing, changedAt: changedAt(context, pulse, roles.status, createdAt) };
}

/** Resolves parents, dependencies and relations, once all items are there. */
export function linkPulses(context: MondayContext, read: readonly ReadPulse[]): void {
  const { draft } = context;
  for (const { pulse, roles } of read) {
    const { id: itemId, value, path } = pulse;
    const parent = idOf(eitherValue(value, "parent_item")) ?? pulse.holder;
    if (parent !== undefined)
      addParent(draft, { itemId, otherId: parent, field: "parent_item", path: [...path, "parent_item"] });
    for (const cell of roles.dependencies)
      for (const otherId of linkedOf(cell))
        addDependency(
          draft,
          { itemId, otherId, field: cell.column.title, path: [...path, cell.column.id] },
          "predecessor",
        );
    for (const cell of roles.relations)
      for (const otherId of linkedOf(cell))
        addRelation(
          draft,
          { itemId, otherId, field: cell.column.title, path: [...path, cell.column.id] },
          "relates",
          cell.column.title,
        );
  }
}
