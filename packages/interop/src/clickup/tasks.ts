import type { Estimate, ItemKind, Membership, WorkItem } from "@evenkeel/core";
import type { Json } from "@evenkeel/kernel";
import { addRow, defined, sourceOf, table } from "../draft.js";
import { listAt, member, numberAt, textAt } from "../json-text.js";
import { keptFields } from "../trackers/account.js";
import { countedTime } from "../trackers/epoch.js";
import { addAssignees, addDependency, addParent, addRelation } from "../trackers/links.js";
import { either } from "../trackers/values.js";
import { archivedState, type ClickupContext, clickupFlow, personOf, stateOf, type Task } from "./context.js";

/** The state a task stands in: its status, unless it was archived before its work was over. */
export function currentState(context: ClickupContext, { value }: Task): string | undefined {
  const state = stateOf(context, member(value, "status"));
  const category = state === undefined ? undefined : context.states.get(state)?.category;
  if (member(value, "archived") !== true || category === "done" || category === "dropped") return state;
  return archivedState(context);
}

function kindOf(task: Task): ItemKind {
  const type = either(task.value, "task_type") ?? "";
  if (numberAt(task.value, "custom_item_id") === 1 || /^milestone$/i.test(type)) return "milestone";
  if (/^(bug|defect)$/i.test(type)) return "defect";
  return task.holder !== undefined || member(task.value, "parent") !== undefined ? "subtask" : "task";
}

function estimatesOf(value: Json): Estimate[] | undefined {
  const [points, millis] = [numberAt(value, "points"), numberAt(value, "time_estimate")];
  const list: Estimate[] = [
    ...(points === undefined
      ? []
      : [{ of: "points", basis: "original", value: { kind: "single", amount: points } } as const]),
    ...(millis === undefined
      ? []
      : [{ of: "effort", basis: "original", value: { kind: "single", amount: millis / 60_000 } } as const]),
  ];
  return list.length > 0 ? list : undefined;
}

/** Notes space, folder and the lists a task is in; gives its memberships. */
function notePlaces(
  context: ClickupContext,
  task: Task,
  stateId: string | undefined,
): { readonly projectId?: string; readonly memberships?: Membership[] } {
  const rows = table(context.draft, "containers");
  const { value } = task;
  const projectId = textAt(value, "space", "id") ?? textAt(value, "project", "id");
  if (projectId !== undefined) {
    const name = textAt(value, "space", "name") ?? textAt(value, "project", "name") ?? projectId;
    table(context.draft, "projects").set(projectId, { id: projectId, name });
  }
  const own = projectId === undefined ? {} : { projectId };
  const folder = textAt(value, "folder", "id");
  const isShown = folder !== undefined && member(value, "folder", "hidden") !== true;
  if (isShown && !rows.has(`folder:${folder}`))
    rows.set(`folder:${folder}`, {
      id: `folder:${folder}`,
      name: textAt(value, "folder", "name") ?? folder,
      kind: "folder",
      ...own,
    });
  const lists = [member(value, "list"), ...listAt(value, "locations")].filter(
    (list) => textAt(list, "id") !== undefined,
  );
  const memberships = new Map<string, Membership>();
  for (const [index, list] of lists.entries()) {
    const id = `list:${textAt(list, "id")}`;
    const parent = index === 0 && isShown ? { parentId: `folder:${folder}` } : {};
    if (!rows.has(id))
      rows.set(id, {
        id,
        name: textAt(list, "name") ?? id,
        kind: "list",
        workflowId: clickupFlow.id,
        ...own,
        ...parent,
      });
    const state = index > 0 || stateId === undefined ? {} : { stateId };
    if (!memberships.has(id)) memberships.set(id, { containerId: id, ...state });
  }
  return { ...own, ...(memberships.size === 0 ? {} : { memberships: [...memberships.values()] }) };
}

/** Reads one task into an item with what hangs on it. */
export function readTask(context: ClickupContext, task: Task): void {
  const { draft } = context;
  const { id, value, path } = task;
  const time = (name: string) => countedTime(draft, member(value, name), [...path, name], [id]);
  const stateId = currentState(context, task);
  const isDone = stateId !== undefined && context.states.get(stateId)?.category === "done";
  const [markdown, plain] = [either(value, "markdown_description"), either(value, "description", "text_content")];
  const start = time("start_date");
  const closed = time("date_closed");
  const done = time("date_done") ?? closed;
  const { projectId, memberships } = notePlaces(context, task, stateId);
  const item = defined<WorkItem>({
    id,
    title: textAt(value, "name") ?? "",
    kind: kindOf(task),
    sourceKind: either(value, "task_type"),
    body:
      markdown !== undefined
        ? { text: markdown, markup: "markdown" }
        : plain === undefined
          ? undefined
          : { text: plain, markup: "plain" },
    projectId,
    memberships,
    workflowId: stateId === undefined ? undefined : clickupFlow.id,
    stateId,
    rank: numberAt(value, "orderindex"),
    labels: Array.isArray(member(value, "tags"))
      ? listAt(value, "tags").flatMap((tag) => either(tag, "name") ?? (typeof tag === "string" ? tag : []))
      : undefined,
    estimates: estimatesOf(value),
    constraints: start === undefined ? undefined : [{ kind: "startNoEarlierThan", at: start }],
    dueDate: time("due_date"),
    createdAt: time("date_created"),
    finishedAt: isDone ? done : undefined,
    updatedAt: time("date_updated"),
    sources: [sourceOf(draft, "clickup", id, either(value, "custom_id"), either(value, "url"))],
    customFields: keptFields(context, value, "task"),
  });
  addRow(draft, "items", item, path);
  addAssignees(
    draft,
    id,
    listAt(value, "assignees").map((user) => personOf(context, user)),
    path,
  );
}

/** Resolves parents, dependencies and links, once all tasks are there; each dependency stands on both of its ends. */
export function linkTasks(context: ClickupContext): void {
  const { draft } = context;
  for (const task of context.tasks.values()) {
    const { id: itemId, value, path } = task;
    const parent = either(value, "parent") ?? task.holder;
    if (parent !== undefined) addParent(draft, { itemId, otherId: parent, field: "parent", path: [...path, "parent"] });
    for (const [index, link] of listAt(value, "dependencies").entries()) {
      const [waits, before] = [either(link, "task_id"), either(link, "depends_on")];
      const place = { itemId, field: "dependencies", path: [...path, "dependencies", index] };
      if (before === itemId && waits !== undefined) addDependency(draft, { ...place, otherId: waits }, "successor");
      else if (before !== undefined) addDependency(draft, { ...place, otherId: before }, "predecessor");
    }
    for (const [index, link] of listAt(value, "linked_tasks").entries()) {
      const [one, other] = [either(link, "task_id"), either(link, "link_id")];
      const otherId = other === itemId ? one : other;
      if (otherId !== undefined)
        addRelation(
          draft,
          { itemId, otherId, field: "linked_tasks", path: [...path, "linked_tasks", index] },
          "relates",
        );
    }
  }
}
