import type { Json } from "@evenkeel/kernel";
import { table } from "../draft.js";
import { listAt, member, textAt } from "../json-text.js";
import { countedTime } from "../trackers/epoch.js";
import { addStory, changed, dateMoved, moved, type Step, type Story } from "../trackers/story.js";
import { sortable, toolTime } from "../trackers/times.js";
import { either, eitherValue } from "../trackers/values.js";
import { boardOf, groupOf } from "./collect.js";
import { type Board, idOf, innerJson, type MondayContext, personOf, typeOf } from "./context.js";
import type { ReadPulse } from "./items.js";
import { labelOf, labelState, type Standing, stateOf } from "./states.js";

/** A logged activity of one item. */
export interface Log {
  readonly id: string;
  readonly at: string;
  readonly actor: string | undefined;
  readonly event: string;
  readonly data: Json | undefined;
}

/** The logged activity of a board by item, oldest first; the tool counts in tenths of a microsecond. */
export function readLogs(context: MondayContext, board: Board): Map<string, Log[]> {
  const { draft } = context;
  const byItem = new Map<string, Log[]>();
  const seen = new Set<string>();
  for (const [index, { value, path }] of board.logs.entries()) {
    const data = innerJson(context, member(value, "data"), [...path, "data"], []);
    const text = textAt(value, "created_at") ?? "";
    const at = /^\d{10,19}$/.test(text)
      ? countedTime(draft, text, [...path, "created_at"], [board.id])
      : toolTime(draft, text, [...path, "created_at"], [board.id]);
    const item =
      either(data, "pulse_id", "item_id", "pulseId") ??
      (textAt(value, "entity") === "pulse" ? either(value, "entity_id") : undefined);
    const id = `log:${idOf(value) ?? `${board.id}:${index}`}`;
    if (at === undefined || seen.has(id)) {
      draft.lost.set(value, at === undefined ? "no time" : "the same activity again");
      continue;
    }
    if (item === undefined || !context.pulses.has(item)) {
      draft.lost.set(value, "of no item of the input");
      continue;
    }
    seen.add(id);
    const log = {
      id,
      at,
      actor: personOf(context, either(value, "user_id")),
      event: textAt(value, "event") ?? "",
      data,
    };
    const before = byItem.get(item);
    if (before === undefined) byItem.set(item, [log]);
    else before.push(log);
  }
  for (const logs of byItem.values())
    logs.sort((a, b) =>
      sortable(a.at) < sortable(b.at) ? -1 : sortable(a.at) > sortable(b.at) ? 1 : a.id < b.id ? -1 : 1,
    );
  return byItem;
}

const isStatus = (context: MondayContext, board: Board, log: Log): boolean =>
  log.event === "update_column_value" && either(log.data, "column_id") === context.statusColumns.get(board.id);

function stated(context: MondayContext, board: Board, log: Log, side: "value" | "previous_value"): string {
  const value = member(log.data, side);
  return labelState(context, board, context.statusColumns.get(board.id), labelOf(value, undefined, undefined));
}

const endings: readonly (readonly [RegExp, Standing["ended"]])[] = [
  [/^archive_(pulse|item)$/, "archived"],
  [/^delete_(pulse|item)$/, "deleted"],
  [/^(restore|unarchive)_(pulse|item)$/, undefined],
];
const endingOf = (log: Log) => endings.find(([pattern]) => pattern.test(log.event));

function initialStanding(context: MondayContext, board: Board, logs: readonly Log[], now: Standing): Standing {
  const labelled = logs.find((log) => isStatus(context, board, log));
  const ended = logs.map(endingOf).find((each) => each !== undefined);
  return {
    label: labelled === undefined ? now.label : stated(context, board, labelled, "previous_value"),
    ended: ended === undefined ? now.ended : ended[1] === undefined ? "archived" : undefined,
  };
}

const personIds = (value: Json | undefined): string[] =>
  listAt(value, "personsAndTeams").flatMap((each) => idOf(each) ?? []);

/** The text of a value: its label, date or text, else as it is. */
function shown(value: Json | undefined): Json | undefined {
  return textAt(value, "label", "text") ?? either(value, "date", "text", "value", "name") ?? value;
}

/** The day of a value, or of one end of a span. */
function dayOf(value: Json | undefined, part: "date" | "from" | "to"): string | undefined {
  const text = either(value, part);
  return text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text) ? text : undefined;
}

/** Dates that a change of a column moved: those an item starts and is due by, or another one by its column. */
function datesMoved({ roles }: ReadPulse, log: Log, type: string, field: string): Step["told"][] {
  const [from, to] = [member(log.data, "previous_value"), member(log.data, "value")];
  const column = either(log.data, "column_id");
  const moved = (name: string, part: "date" | "from" | "to") => dateMoved(name, dayOf(from, part), dayOf(to, part));
  if (type === "date") {
    const known = column === roles.due?.column.id ? "dueDate" : column === roles.start?.column.id ? "startDate" : field;
    return [moved(known, "date")];
  }
  if (type !== "timeline") return [];
  const isMain = column === roles.timeline?.column.id;
  const names = [
    [isMain && roles.start === undefined ? "startDate" : `${field} (from)`, "from"],
    [isMain && roles.due === undefined ? "dueDate" : `${field} (to)`, "to"],
  ] as const;
  const ends = names.filter(([, part]) => dayOf(from, part) !== dayOf(to, part));
  return ends.map(([name, part]) => moved(name, part));
}

function plainSteps(context: MondayContext, read: ReadPulse, log: Log): Step[] {
  const board = boardOf(context, read.pulse.boardId);
  const { id, at, actor, event, data } = log;
  const step = (told: Step["told"], suffix = ""): Step => ({ id: `${id}${suffix}`, at, actor, told });
  const group = eitherValue(data, "dest_group", "group") ?? either(data, "dest_group_id");
  if (/^move_pulse_(into|from)_group$|^move_item/.test(event) && group !== undefined) {
    const containerId = groupOf(context, board.id, group);
    if (containerId !== undefined) return [step({ type: "membershipChanged", containerId, change: "added" })];
  }
  const [from, to] = [member(data, "previous_value"), member(data, "value")];
  const type = typeOf(context, either(data, "column_type") ?? "");
  if (event === "update_column_value" && type === "people") {
    const [old, now] = [personIds(from), personIds(to)];
    const steps = [
      ...old.filter((each) => !now.includes(each)).map((each) => ["unassigned", each] as const),
      ...now.filter((each) => !old.includes(each)).map((each) => ["assigned", each] as const),
    ].map(([told, each], index) =>
      step({ type: told, assigneeId: personOf(context, each) as string, role: "responsible" }, `:${index}`),
    );
    if (steps.length > 0) return steps;
  }
  const field = either(data, "column_title", "column_id") ?? event;
  const dates = event === "update_column_value" ? datesMoved(read, log, type, field) : [];
  if (dates.length > 0) return dates.map((told, index) => step(told, index === 0 ? "" : `:${index}`));
  return [step(changed(field, shown(from), shown(to) ?? either(data, "textual_value", "pulse_name")))];
}

/** Adds the events of an item: every change of its label and every end as a move with its instant. */
export function addActivity(context: MondayContext, read: ReadPulse, logs: readonly Log[], isCut: boolean): Story {
  const { pulse } = read;
  const board = boardOf(context, pulse.boardId);
  let standing = initialStanding(context, board, logs, read.standing);
  let state = stateOf(context, standing);
  const first = state;
  const made = logs.find((log) => /^create_(pulse|item)$/.test(log.event));
  const steps = logs.flatMap((log): Step[] => {
    if (log === made) return [];
    const ending = endingOf(log);
    if (ending !== undefined) standing = { ...standing, ended: ending[1] };
    else if (isStatus(context, board, log)) standing = { ...standing, label: stated(context, board, log, "value") };
    const next = stateOf(context, standing);
    if (next === state) return plainSteps(context, read, log);
    const from = state;
    state = next;
    return [{ id: log.id, at: log.at, actor: log.actor, told: moved(next, from) }];
  });
  const item = table(context.draft, "items").get(pulse.id);
  const actor =
    made?.actor ??
    personOf(
      context,
      either(pulse.value, "creator_id") ?? idOf(member(pulse.value, "creator")),
      textAt(pulse.value, "creator", "name"),
    );
  const at = item?.createdAt ?? made?.at;
  const beginning = {
    at,
    actor,
    source: made === undefined ? ("inferred" as const) : ("exact" as const),
    current: first,
    isCut,
  };
  return addStory(context.draft, pulse.id, beginning, steps);
}
