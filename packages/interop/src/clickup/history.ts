import type { Json } from "@evenkeel/kernel";
import { warn } from "../draft.js";
import { isObject, listAt, member, numberAt, textAt } from "../json-text.js";
import { countedTime } from "../trackers/epoch.js";
import { addStory, changed, moved, type Step, type Story } from "../trackers/story.js";
import { sortable } from "../trackers/times.js";
import { either } from "../trackers/values.js";
import { type ClickupContext, personOf, stateOf, type Task } from "./context.js";

/** Minutes by which the stated time in a status may differ from that between two entries. */
const tolerance = 2;

interface Stay {
  readonly state: string;
  readonly since: string;
  readonly minutes: number | undefined;
  readonly order: number;
}

/** The stays in statuses, oldest first; the tool states each status once, with the time spent there in all. */
function staysOf(context: ClickupContext, task: Task): Stay[] {
  if (task.timeInStatus === undefined) return [];
  const { value, path } = task.timeInStatus;
  const current = member(value, "current_status");
  const records: readonly Json[] = [...listAt(value, "status_history"), ...(isObject(current) ? [current] : [])];
  const stays = new Map<string, Stay>();
  for (const [index, record] of records.entries()) {
    const state = stateOf(context, record);
    const since = countedTime(
      context.draft,
      member(record, "total_time", "since") ?? member(record, "since"),
      [...path, index, "since"],
      [task.id],
    );
    if (state === undefined || since === undefined) continue;
    const minutes = numberAt(record, "total_time", "by_minute");
    const before = stays.get(state);
    // The current status stands in the history too.
    if (before === undefined || sortable(since) > sortable(before.since))
      stays.set(state, { state, since, minutes, order: index });
  }
  return [...stays.values()].sort((a, b) =>
    sortable(a.since) < sortable(b.since) ? -1 : sortable(a.since) > sortable(b.since) ? 1 : a.order - b.order,
  );
}

/** Says where a status was entered more often than once, of which the tool keeps but one entry. */
function isRevisited(context: ClickupContext, task: Task, stays: readonly Stay[]): boolean {
  const found = stays.slice(0, -1).filter((stay, index) => {
    const next = stays[index + 1] as Stay;
    const between = (Date.parse(next.since) - Date.parse(stay.since)) / 60_000;
    return stay.minutes !== undefined && Math.abs(stay.minutes - between) > tolerance;
  });
  if (found.length === 0) return false;
  warn(context.draft, "clickup-status-revisited", task.path, [task.id], {
    item: task.id,
    statuses: found.map((stay) => stay.state).join(", "),
  });
  return true;
}

function changeSteps(context: ClickupContext, task: Task): Step[] {
  const seen = new Set<string>();
  return task.changes.flatMap(({ value, path }, index): Step[] => {
    const at = countedTime(context.draft, member(value, "date"), [...path, "date"], [task.id]);
    const id = `${task.id}:${either(value, "id") ?? index}`;
    if (at === undefined || seen.has(id)) {
      context.draft.lost.set(value as object, at === undefined ? "no time" : "the same change again");
      return [];
    }
    seen.add(id);
    const [before, after] = [member(value, "before"), member(value, "after")];
    const field = textAt(value, "field") ?? "";
    const actor = personOf(context, member(value, "user"));
    const step = (told: Step["told"]): Step => ({ id, at, actor, told });
    if (field === "status") {
      const to = stateOf(context, after);
      if (to !== undefined) return [step(moved(to, stateOf(context, before)))];
    }
    const assigneeId = /^assignee/.test(field) ? personOf(context, after ?? before) : undefined;
    if (assigneeId !== undefined)
      return [
        step({
          type: field === "assignee_rem" || after === undefined ? "unassigned" : "assigned",
          assigneeId,
          role: "responsible",
        }),
      ];
    return [step(changed(field, before, after))];
  });
}

/** What the history of a task amounts to, where it has one. */
export interface TaskStory {
  readonly story: Story;
  readonly isCut: boolean;
}

/** Adds the events of a task: the entry into each status with its instant. */
export function addHistory(
  context: ClickupContext,
  task: Task,
  createdAt: string | undefined,
  current: string | undefined,
): TaskStory | undefined {
  if (task.timeInStatus === undefined && task.changes.length === 0) return undefined;
  const stays = staysOf(context, task);
  const recorded = changeSteps(context, task);
  const hasMoves = recorded.some((step) => step.told.type === "stateChanged");
  const moves = hasMoves
    ? []
    : stays.slice(1).map(
        (stay, index): Step => ({
          id: `${task.id}:status:${String(index).padStart(3, "0")}`,
          at: stay.since,
          told: moved(stay.state, stays[index]?.state),
        }),
      );
  const actor = personOf(context, member(task.value, "creator"));
  const made = {
    at: createdAt ?? stays[0]?.since,
    actor,
    source: "exact" as const,
    current: stays[0]?.state ?? current,
  };
  const story = addStory(context.draft, task.id, made, [...recorded, ...moves]);
  return { story, isCut: !hasMoves && isRevisited(context, task, stays) };
}
