import type { Json } from "@evenkeel/kernel";
import { warn } from "../draft.js";
import { isObject, type JsonObject, listAt, member, textAt } from "../json-text.js";
import { addRecord } from "../trackers/records.js";
import { either } from "../trackers/values.js";
import type { ClickupContext, Task } from "./context.js";

type Path = readonly (string | number)[];

const taskMembers = [
  "date_created",
  "custom_item_id",
  "orderindex",
  "linked_tasks",
  "time_estimate",
  "text_content",
  "team_id",
];

const isTask = (value: Json): value is JsonObject =>
  isObject(value) &&
  either(value, "id") !== undefined &&
  textAt(value, "name") !== undefined &&
  Object.hasOwn(value, "status") &&
  taskMembers.some((name) => Object.hasOwn(value, name));

/** How long a task was in which status, and since when. */
const isTimeInStatus = (value: Json): value is JsonObject =>
  isObject(value) && (Array.isArray(member(value, "status_history")) || isObject(member(value, "current_status")));

/** A change the tool announced: a field, before and after. */
const isChange = (value: Json): value is JsonObject =>
  isObject(value) &&
  textAt(value, "field") !== undefined &&
  textAt(value, "date") !== undefined &&
  (Object.hasOwn(value, "after") || Object.hasOwn(value, "before"));

interface Loose {
  readonly value: JsonObject;
  readonly path: Path;
  /** Task it stands under, or whose id it stands under. */
  readonly task: string | undefined;
}

function attach(context: ClickupContext, { value, path, task: id }: Loose): void {
  const task = id === undefined ? undefined : context.tasks.get(id);
  if (task === undefined) {
    warn(context.draft, "clickup-history-without-task", path, id === undefined ? [] : [id], { id: id ?? "?" });
    context.draft.lost.set(value, "its task is not in the input");
    return;
  }
  if (isChange(value)) {
    context.places.set(value, "change");
    task.changes.push({ value, path });
    return;
  }
  if (task.timeInStatus !== undefined) {
    context.draft.lost.set(value, "the time in status again");
    return;
  }
  context.places.set(value, "timeInStatus");
  task.timeInStatus = { value, path };
}

/** Finds tasks, their time in status and their changes wherever they stand. */
export function collect(context: ClickupContext, root: Json): void {
  const loose: Loose[] = [];
  const stack: {
    readonly value: Json;
    readonly path: Path;
    readonly task: string | undefined;
    readonly isInside: boolean;
  }[] = [{ value: root, path: [], task: undefined, isInside: false }];
  for (let step = stack.pop(); step !== undefined; step = stack.pop()) {
    const { value, path, isInside } = step;
    let { task } = step;
    if (typeof value !== "object" || value === null) continue;
    if (isTimeInStatus(value) || isChange(value)) {
      const own = either(value, "task_id") ?? (isChange(value) ? undefined : either(value, "id"));
      loose.push({ value, path, task: own ?? task });
      continue;
    }
    let keys: readonly string[] = Object.keys(value);
    let inside = isInside;
    if (isTask(value)) {
      const made: Task = {
        id: either(value, "id") as string,
        value,
        path,
        holder: isInside ? task : undefined,
        timeInStatus: undefined,
        changes: [],
      };
      task = addRecord(context, context.tasks, made, "task", "clickup-repeated-task").id;
      keys = keys.filter((key) =>
        ["subtasks", "time_in_status", "timeInStatus", "status_time", "history", "history_items"].includes(key),
      );
      inside = true;
    } else if (member(value, "last_page") === false)
      warn(context.draft, "clickup-page-short", path, [], { found: listAt(value, "tasks").length });
    const members: { readonly [key: string]: Json } = value as never;
    for (const key of [...keys].reverse()) {
      const each = members[key] as Json;
      if (typeof each !== "object") continue;
      const under = !inside && !Array.isArray(value) && isTimeInStatus(each) ? key : task;
      const named = Array.isArray(value) || inside ? under : (either(value, "task_id") ?? under);
      stack.push({
        value: each,
        path: [...path, Array.isArray(value) ? Number(key) : key],
        task: named,
        isInside: inside,
      });
    }
  }
  for (const each of loose) attach(context, each);
}
