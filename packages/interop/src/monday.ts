import type { Coverage } from "@evenkeel/core";
import type { Result } from "@evenkeel/kernel";
import { coversOf } from "./covers.js";
import { assume, note, table, warn } from "./draft.js";
import { addActivity, readLogs } from "./monday/activity.js";
import { collect, readBoards } from "./monday/collect.js";
import { type MondayContext, mondayFlow, noteSpellings } from "./monday/context.js";
import { mondayFates } from "./monday/fates.js";
import { linkPulses, type ReadPulse, readPulse } from "./monday/items.js";
import { addStamps } from "./stamps.js";
import { parseJsonLines } from "./trackers/json-lines.js";
import { readDocuments } from "./trackers/read-documents.js";
import { addStates } from "./trackers/states.js";
import { settleStory } from "./trackers/story.js";
import { sortable } from "./trackers/times.js";
import type { Import, ReadOptions, Source } from "./types.js";

type CategoryOf = ReturnType<typeof addStates>;

function coverageOf(hasLogs: boolean): Coverage[] {
  const covers = coversOf("monday");
  return [
    covers("containers", "name", "archived", "rank"),
    covers(
      "items",
      "title",
      "kind",
      "body",
      "parentId",
      "stateId",
      "memberships",
      "labels",
      "estimates",
      "constraints",
    ),
    covers("items", "dueDate", "createdAt", "updatedAt", "startedAt", "finishedAt"),
    covers("workflows", "states"),
    covers("dependencies", "predecessorId", "successorId", "type"),
    covers("relations", "kind", "fromId", "toId"),
    covers("people", "name"),
    covers("assignments", "itemId", "personId", "role"),
    hasLogs
      ? covers(
          "events",
          "created",
          "stateChanged",
          "membershipChanged",
          "assigned",
          "unassigned",
          "dateChanged",
          "changed",
        )
      : covers("events", "created"),
  ];
}

/** Adds what the stamp of an item's label tells where no activity was logged: when it came to stand as it does. */
function addLabelStamp(context: MondayContext, { pulse, changedAt }: ReadPulse, categoryOf: CategoryOf): void {
  const { draft } = context;
  const items = table(draft, "items");
  const item = items.get(pulse.id);
  if (item === undefined) return;
  const state = item.stateId ?? "";
  const category = categoryOf(state);
  const [isDone, isActive, isDropped] = [category === "done", category === "active", category === "dropped"];
  const at = state === "archived" || state === "deleted" || state === "" ? undefined : changedAt;
  const stamps = {
    created: item.createdAt,
    ...(isActive ? { started: at } : {}),
    ...(isDone ? { finished: at } : {}),
    ...(isDropped ? { dropped: at } : {}),
  };
  addStamps(draft, item.id, stamps, { first: undefined, active: state, done: state, dropped: state });
  if (isDone && at !== undefined) items.set(item.id, { ...item, finishedAt: at });
}

function readAll(context: MondayContext): void {
  const { draft } = context;
  readBoards(context);
  const read = [...context.pulses.values()].map((pulse) => readPulse(context, pulse));
  linkPulses(context, read);
  const items = table(draft, "items");
  const logs = new Map(
    [...context.boards.values()].filter((board) => board.hasLogs).map((board) => [board.id, readLogs(context, board)]),
  );
  const oldest = new Map(
    [...logs].map(([id, byItem]) => [id, [...byItem.values()].map((list) => list[0]?.at ?? "").sort()[0]]),
  );
  const told = read.flatMap((each) => {
    const own = logs.get(each.pulse.boardId)?.get(each.pulse.id) ?? [];
    if (logs.get(each.pulse.boardId) === undefined) return [];
    const isMade = own.some((log) => /^create_(pulse|item)$/.test(log.event));
    const created = items.get(each.pulse.id)?.createdAt;
    const first = oldest.get(each.pulse.boardId);
    const isCut = !isMade && created !== undefined && first !== undefined && sortable(created) < sortable(first);
    return [[each, addActivity(context, each, own, isCut), isCut] as const];
  });
  const categoryOf = addStates(draft, mondayFlow, context.states, "monday-label-category-unknown", "active");
  const cut: string[] = [];
  for (const [{ pulse }, story, isOld] of told) {
    if (isOld) cut.push(pulse.id);
    const current = items.get(pulse.id)?.stateId;
    settleStory(draft, pulse, story, categoryOf, { trap: "monday-history-gap", current, isCut: isOld });
  }
  for (const each of read) if (!logs.has(each.pulse.boardId)) addLabelStamp(context, each, categoryOf);
  if (cut.length > 0) warn(draft, "monday-logs-cut", [], cut.slice(0, 20), { items: cut.length });
  if (told.length === 0 && read.length > 0) note(draft, "monday-no-logs", [], [], { count: read.length });
  noteSpellings(context);
  assume(draft, "started", "first label of category active", "names of labels");
  assume(draft, "done", "a label whose colour means done", "settings of the status column, or the tool's own colour");
  if (context.states.has("archived"))
    assume(draft, "dropped", "archived before its label means done", "no other end is stated");
  draft.coverage = coverageOf(told.length > 0);
}

/**
 * Reads boards and items of monday.com from the JSON of its GraphQL API, one answer, several, or one record a line, of all its
 * releases: values as JSON in texts or as typed members, settings as text or object, old and new names of types.
 *
 * The labels of a board's status column are its states; done is what its colour says, never its word. Logged activity gives every
 * change its instant; without it the stamp of the label tells when an item came to stand as it does, unless it is older than the
 * item. Subitems are items under their item; dependency columns are dependencies.
 *
 * @param source - bytes or text
 * @param options - the common ones
 * @returns plan, history where there are activity logs, report
 *
 * Issues: interop/any-*, interop/monday-*.
 * Time O(n log n), space O(n).
 * Source: monday.com, API reference (boards, items, column values, activity logs).
 *
 * @example
 * orThrow(readMonday('{"data":{"items":[{"id":"7","name":"Dig","column_values":[]}]}}')).plan.items[0].title; // => "Dig"
 */
export function readMonday(source: Source, options: ReadOptions = {}): Result<Import> {
  return readDocuments(source, options, {
    format: "monday",
    parse: parseJsonLines,
    contextOf: (draft): MondayContext => ({
      draft,
      fateOf: mondayFates(draft),
      places: new Map(),
      boards: new Map(),
      pulses: new Map(),
      states: new Map(),
      oldTypes: new Set(),
      positions: 0,
      statusColumns: new Map(),
    }),
    collect: (context, value) => {
      collect(context, value);
      return context.pulses.size;
    },
    expected: "boards or items of monday.com",
    mayBeEmpty: ({ boards }) => [...boards.values()].some((board) => Object.keys(board.value).length > 0),
    readAll,
  });
}
