import type { Coverage } from "@evenkeel/core";
import type { Result } from "@evenkeel/kernel";
import { readChecklists } from "./clickup/checklists.js";
import { collect } from "./clickup/collect.js";
import { type ClickupContext, clickupFlow } from "./clickup/context.js";
import { clickupFates } from "./clickup/fates.js";
import { addHistory } from "./clickup/history.js";
import { readClickupRows } from "./clickup/rows.js";
import { linkTasks, readTask } from "./clickup/tasks.js";
import { coversOf } from "./covers.js";
import { assume, note, table } from "./draft.js";
import { textAt } from "./json-text.js";
import { addStamps } from "./stamps.js";
import { countedOrWritten } from "./trackers/epoch.js";
import { parseJsonLines } from "./trackers/json-lines.js";
import { readDocuments } from "./trackers/read-documents.js";
import { addStates } from "./trackers/states.js";
import { settleStory } from "./trackers/story.js";
import type { Import, ReadOptions, Source } from "./types.js";

function coverageOf(hasHistory: boolean): Coverage[] {
  const covers = coversOf("clickup");
  return [
    covers("projects", "name"),
    covers("containers", "name"),
    covers(
      "items",
      "title",
      "kind",
      "body",
      "parentId",
      "projectId",
      "stateId",
      "memberships",
      "rank",
      "labels",
      "estimates",
    ),
    covers(
      "items",
      "constraints",
      "dueDate",
      "createdAt",
      "updatedAt",
      "finishedAt",
      ...(hasHistory ? ["startedAt"] : []),
    ),
    covers("workflows", "states"),
    covers("dependencies", "predecessorId", "successorId", "type"),
    covers("relations", "kind", "fromId", "toId"),
    covers("people", "name", "email"),
    covers("assignments", "itemId", "personId", "role"),
    hasHistory
      ? covers("events", "created", "stateChanged", "assigned", "unassigned", "changed")
      : covers("events", "created"),
  ];
}

function readAll(context: ClickupContext): void {
  const { draft } = context;
  const tasks = [...context.tasks.values()];
  const items = table(draft, "items");
  for (const task of tasks) readTask(context, task);
  linkTasks(context);
  const told = tasks.map((task) => {
    const item = items.get(task.id);
    return [task, addHistory(context, task, item?.createdAt, item?.stateId)] as const;
  });
  const categoryOf = addStates(draft, clickupFlow, context.states, "clickup-status-category-unknown", "active");
  for (const task of tasks) readChecklists(context, task);
  for (const [task, history] of told) {
    const item = items.get(task.id);
    if (item === undefined) continue;
    if (history === undefined) {
      const state = item.stateId ?? "";
      const isDropped = categoryOf(state) === "dropped";
      const closed = countedOrWritten(textAt(task.value, "date_closed") ?? textAt(task.value, "date_done") ?? "");
      const stamps = { created: item.createdAt, ...(isDropped ? { dropped: closed } : { finished: item.finishedAt }) };
      addStamps(draft, item.id, stamps, { first: undefined, active: state, done: state, dropped: state });
      continue;
    }
    const { story } = history;
    settleStory(draft, task, story, categoryOf, {
      trap: "clickup-history-gap",
      // No entry tells of archiving.
      current: item.stateId === "(archived)" ? undefined : item.stateId,
      isCut: history.isCut,
      ended: story.moves.length > 0 ? undefined : item.finishedAt,
    });
  }
  if (tasks.length > 0 && told.every(([, history]) => history === undefined))
    note(draft, "clickup-no-history", [], [], { count: tasks.length });
  assume(draft, "started", "first entry into a status of category active", "types and names of statuses");
  assume(draft, "done", "a status of type done or closed, unless its name means dropped", "the tool's own word");
  if (context.states.has("(archived)"))
    assume(draft, "dropped", "archived before its status means done", "no other end is stated");
  draft.coverage = coverageOf(told.some(([, history]) => history !== undefined));
}

/**
 * Reads tasks of ClickUp from the JSON of its API: pages, lists or one task, subtasks within or beside, with time in status and
 * announced changes within or beside them; or from the CSV export of a workspace or a view.
 *
 * Times are counted in milliseconds since 1970, written as texts. Statuses are states, their type says what they mean. Time in status
 * gives the instant each status was entered; a status entered more than once has but one, which is said. In a CSV a task that is in
 * several lists has a row in each and is read once.
 *
 * @param source - bytes or text
 * @param options - the common ones
 * @returns plan, history where there is one, report
 *
 * Issues: interop/any-*, interop/clickup-*.
 * Time O(n log n), space O(n).
 * Source: ClickUp, API reference (tasks, time in status, webhooks) and export of tasks as CSV.
 *
 * @example
 * orThrow(readClickup('{"tasks":[{"id":"9hz","name":"Dig","status":{"status":"to do","type":"open"},"date_created":"1772442000000"}]}')).plan.items[0].createdAt; // => "2026-03-02T09:00:00Z"
 */
export function readClickup(source: Source, options: ReadOptions = {}): Result<Import> {
  return readDocuments(source, options, {
    format: "clickup",
    parse: parseJsonLines,
    contextOf: (draft): ClickupContext => ({
      draft,
      fateOf: clickupFates(draft),
      places: new Map(),
      tasks: new Map(),
      states: new Map(),
    }),
    collect: (context, value) => {
      collect(context, value);
      return context.tasks.size;
    },
    expected: "tasks of ClickUp",
    readRows: readClickupRows,
    readAll,
  });
}
