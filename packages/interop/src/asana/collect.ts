import type { Json } from "@evenkeel/kernel";
import { warn } from "../draft.js";
import { isObject, type JsonObject, listAt, member, textAt } from "../json-text.js";
import { addRecord } from "../trackers/records.js";
import { either } from "../trackers/values.js";
import { type AsanaContext, gidOf, type Story, type Task } from "./context.js";

type Path = readonly (string | number)[];

const taskTypes = new Set(["default_task", "milestone", "section", "approval", "custom"]);
const taskMembers = ["completed", "completed_at", "memberships", "due_on", "due_at", "num_subtasks", "assignee_status"];
/** Stories a request gives at most. */
const fullPage = 100;

export const isStory = (value: Json | undefined): value is JsonObject => {
  if (!isObject(value)) return false;
  const type = textAt(value, "resource_type");
  if (type !== undefined) return type === "story";
  return (
    (textAt(value, "type") === "system" || textAt(value, "type") === "comment") &&
    either(value, "text", "html_text", "resource_subtype") !== undefined
  );
};

function isTask(value: Json | undefined): value is JsonObject {
  if (!isObject(value) || gidOf(value) === undefined || textAt(value, "name") === undefined) return false;
  const type = textAt(value, "resource_type");
  if (type !== undefined) return type === "task";
  return (
    taskTypes.has(textAt(value, "resource_subtype") ?? "") || taskMembers.some((name) => Object.hasOwn(value, name))
  );
}

function addStories(context: AsanaContext, task: Task, stories: Json | undefined, path: Path): void {
  if (stories === undefined) return;
  const isList = Array.isArray(stories);
  const list = isList ? (stories as readonly Json[]) : listAt(stories, "data");
  task.hasStories = true;
  for (const [index, value] of list.entries()) {
    if (!isStory(value)) continue;
    context.places.set(value, "story");
    task.stories.push({ value, path: [...path, ...(isList ? [] : ["data"]), index] });
  }
  const isStated = member(stories, "next_page") !== undefined;
  const isSuspected =
    list.length === fullPage && !isStated && !Object.hasOwn(isObject(stories) ? stories : {}, "next_page");
  if (!isStated && !isSuspected) return;
  task.isCut = true;
  warn(context.draft, "asana-stories-cut", path, [task.id], {
    item: task.id,
    found: list.length,
    suspected: isSuspected,
  });
}

function addTask(context: AsanaContext, value: JsonObject, holder: string | undefined, path: Path): Task {
  const id = gidOf(value) as string;
  const task: Task = { id, value, path, stories: [], hasStories: false, isCut: false, holder };
  const kept = addRecord(context, context.tasks, task, "task", "asana-repeated-task");
  addStories(context, kept, member(value, "stories"), [...path, "stories"]);
  return kept;
}

interface Step {
  readonly value: Json;
  readonly path: Path;
  /** Task the value stands in, or the key it stands under, which can be the id of its task. */
  readonly holder: string | undefined;
  readonly isSubtask: boolean;
}

/** Stories that stand beside the tasks are given to the task they name. */
function attach(context: AsanaContext, stories: readonly (Story & { readonly holder: string | undefined })[]): void {
  for (const { value, path, holder } of stories) {
    const id = gidOf(member(value, "target")) ?? holder;
    const task = id === undefined ? undefined : context.tasks.get(id);
    if (task === undefined) {
      warn(context.draft, "asana-story-without-task", path, [], { item: id ?? "?" });
      context.draft.lost.set(value as object, "its task is not in the input");
      continue;
    }
    context.places.set(value as object, "story");
    task.hasStories = true;
    task.stories.push({ value, path });
  }
}

/** Finds tasks and stories wherever they stand. */
export function collect(context: AsanaContext, root: Json): void {
  const loose: (Story & { readonly holder: string | undefined })[] = [];
  const stack: Step[] = [{ value: root, path: [], holder: undefined, isSubtask: false }];
  for (let step = stack.pop(); step !== undefined; step = stack.pop()) {
    const { value, path, holder, isSubtask } = step;
    if (isStory(value)) {
      loose.push({ value, path, holder });
      continue;
    }
    if (isTask(value)) {
      const task = addTask(context, value, isSubtask ? holder : undefined, path);
      const inner = value["subtasks"];
      if (typeof inner === "object")
        stack.push({ value: inner as Json, path: [...path, "subtasks"], holder: task.id, isSubtask: true });
      continue;
    }
    if (typeof value !== "object" || value === null) continue;
    if (isObject(value) && isObject(member(value, "next_page")))
      warn(context.draft, "asana-page-short", path, [], { found: listAt(value, "data").length });
    for (const [key, each] of Object.entries<Json>(value as never).reverse()) {
      const place = Array.isArray(value) ? Number(key) : key;
      const under = Array.isArray(value) || isSubtask ? holder : key;
      if (typeof each === "object") stack.push({ value: each, path: [...path, place], holder: under, isSubtask });
    }
  }
  attach(context, loose);
}
