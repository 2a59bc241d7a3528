import type { Container, Estimate, ItemKind, Membership, WorkItem } from "@evenkeel/core";
import type { Json } from "@evenkeel/kernel";
import { addRow, defined, note, sourceOf, table, warn } from "../draft.js";
import { listAt, member, numberAt, textAt } from "../json-text.js";
import { keptFields } from "../trackers/account.js";
import { categoryOfWords } from "../trackers/flow.js";
import { addAssignees, addDependency, addParent } from "../trackers/links.js";
import { noteState } from "../trackers/states.js";
import { toolTime } from "../trackers/times.js";
import { either } from "../trackers/values.js";
import {
  type AsanaContext,
  asanaFlow,
  gidOf,
  notePlace,
  noteSection,
  personOf,
  sectionIdOf,
  stateOf,
  type Task,
} from "./context.js";

const kinds = new Map<string, ItemKind>([
  ["milestone", "milestone"],
  ["approval", "approval"],
]);

export const isSection = (task: Task): boolean =>
  textAt(task.value, "resource_subtype") === "section" || member(task.value, "is_rendered_as_separator") === true;

/** A custom field that says how far a task is: an enumeration of that name, with an option whose name tells what it means. */
export function noteStatusFields(context: AsanaContext): void {
  for (const { value, stories } of context.tasks.values()) {
    const fields = [
      ...listAt(value, "custom_fields").map((field) => [field, [member(field, "enum_value")]] as const),
      ...stories.map(
        ({ value: story }) =>
          [member(story, "custom_field"), [member(story, "old_enum_value"), member(story, "new_enum_value")]] as const,
      ),
    ];
    for (const [field, values] of fields) {
      const [id, name] = [gidOf(field), textAt(field, "name") ?? ""];
      if (id === undefined || !/^((task|work) )?(status|stage|state|progress)$/i.test(name.trim())) continue;
      const options = [...values, ...listAt(field, "enum_options")];
      if (options.some((option) => categoryOfWords(textAt(option, "name") ?? "") !== undefined))
        context.statusFields.add(id);
    }
  }
}

/** The state an option of such a field stands for. */
export function statusState(context: AsanaContext, option: Json | undefined): string | undefined {
  const [id, name] = [gidOf(option), textAt(option, "name")];
  if (id === undefined && name === undefined) return undefined;
  const shown = name ?? (id as string);
  return noteState(context.states, `status:${id ?? shown}`, shown, categoryOfWords(shown));
}

/** Where a task lies: the value of its status field, else its section in the first of its projects. */
export function placeOf(context: AsanaContext, task: Task): { readonly status?: string; readonly section?: string } {
  const field = listAt(task.value, "custom_fields").find((each) => context.statusFields.has(gidOf(each) ?? ""));
  const status = statusState(context, member(field, "enum_value"));
  const section = listAt(task.value, "memberships")
    .map((each) => member(each, "section"))
    .find((each) => sectionIdOf(context.states, each) !== undefined);
  const id = sectionIdOf(context.states, section);
  if (id !== undefined) noteSection(context.states, id, textAt(section, "name") ?? id);
  return { ...(status === undefined ? {} : { status }), ...(id === undefined ? {} : { section: id }) };
}

function membershipsOf(context: AsanaContext, task: Task, isComplete: boolean): Membership[] | undefined {
  const { draft, states } = context;
  const seen = new Map<string, Membership>();
  const projects = new Set<string>();
  const own = listAt(task.value, "memberships");
  const places = [...own, ...listAt(task.value, "projects").map((project): Json => ({ project }))];
  for (const place of places) {
    const [project, section] = [member(place, "project"), member(place, "section")];
    const [projectId, sectionId] = [gidOf(project), sectionIdOf(states, section)];
    if (projectId !== undefined && sectionId === undefined && projects.has(projectId)) continue;
    if (projectId !== undefined) projects.add(projectId);
    if (projectId !== undefined && sectionId !== undefined) context.projectOf.set(sectionId, projectId);
    const containerId = notePlace(
      draft,
      projectId === undefined ? undefined : { id: projectId, name: textAt(project, "name") },
      sectionId === undefined ? undefined : { id: sectionId, name: textAt(section, "name") ?? sectionId },
    );
    if (containerId === undefined || seen.has(containerId)) continue;
    if (sectionId !== undefined) noteSection(states, sectionId, textAt(section, "name") ?? sectionId);
    seen.set(containerId, { containerId, stateId: stateOf(states, isComplete, sectionId) });
  }
  if (projects.size > 1)
    note(draft, "asana-multi-home", task.path, [task.id], { item: task.id, projects: projects.size });
  return seen.size === 0 ? undefined : [...seen.values()];
}

function estimatesOf(task: Task): Estimate[] | undefined {
  const found = listAt(task.value, "custom_fields").flatMap((field): Estimate[] => {
    const [name, amount] = [textAt(field, "name")?.trim() ?? "", numberAt(field, "number_value")];
    if (amount === undefined) return [];
    if (/^(story |estimated )?points?$/i.test(name))
      return [{ of: "points", basis: "original", value: { kind: "single", amount } }];
    // The tool's own field counts minutes.
    if (/^estimated time$/i.test(name)) return [{ of: "effort", basis: "original", value: { kind: "single", amount } }];
    return [];
  });
  return found.length > 0 ? found : undefined;
}

function dueOf(context: AsanaContext, task: Task, time: (name: string) => string | undefined): string | undefined {
  const [on, at] = [time("due_on"), time("due_at")];
  if (on === undefined || at === undefined) return at ?? on;
  const days = Math.abs(Date.parse(`${on.slice(0, 10)}T12:00:00Z`) - Date.parse(at)) / 86_400_000;
  if (!(days < 2))
    warn(context.draft, "asana-due-on-xor-due-at", [...task.path, "due_on"], [task.id], { item: task.id, on, at });
  return at;
}

/** Reads a section of old projects, which is a task by its record. */
export function readSection(context: AsanaContext, task: Task): void {
  const name = textAt(task.value, "name") ?? task.id;
  note(context.draft, "asana-section-row", task.path, [task.id], { name: name.slice(0, 80) });
  const row = defined<Container>({
    id: task.id,
    name: name.replace(/:$/, ""),
    kind: "section",
    sources: [sourceOf(context.draft, "asana", task.id)],
    customFields: keptFields(context, task.value, "task"),
  });
  addRow(context.draft, "containers", row, task.path);
}

/** Reads one task into an item with what hangs on it. */
export function readTask(context: AsanaContext, task: Task): void {
  const { draft, states } = context;
  const { id, value, path } = task;
  const time = (name: string) => toolTime(draft, member(value, name), [...path, name], [id]);
  const tells = Object.hasOwn(value, "completed") || member(value, "completed_at") !== undefined;
  const isComplete =
    member(value, "completed") === true ||
    (!Object.hasOwn(value, "completed") && member(value, "completed_at") !== undefined);
  const { status, section } = placeOf(context, task);
  const subtype = textAt(value, "resource_subtype");
  const start = time("start_at") ?? time("start_on");
  const [plain, html] = [either(value, "notes"), either(value, "html_notes")];
  const memberships = membershipsOf(context, task, isComplete);
  const place = status ?? section;
  const stateId = tells || place !== undefined ? stateOf(states, isComplete, place) : undefined;
  const project = listAt(value, "memberships")
    .map((each) => gidOf(member(each, "project")))
    .find((each) => each !== undefined);
  const finished = time("completed_at");
  const item = defined<WorkItem>({
    id,
    title: textAt(value, "name") ?? "",
    kind:
      kinds.get(subtype ?? "") ??
      (task.holder !== undefined || member(value, "parent") !== undefined ? "subtask" : "task"),
    sourceKind: subtype,
    body:
      html !== undefined
        ? { text: html, markup: "html" }
        : plain === undefined
          ? undefined
          : { text: plain, markup: "plain" },
    projectId: project ?? gidOf(listAt(value, "projects")[0]),
    workflowId: stateId === undefined ? undefined : asanaFlow.id,
    stateId,
    memberships,
    labels: Array.isArray(member(value, "tags"))
      ? listAt(value, "tags").flatMap((tag) => either(tag, "name", "gid") ?? (typeof tag === "string" ? tag : []))
      : undefined,
    estimates: estimatesOf(task),
    constraints: start === undefined ? undefined : [{ kind: "startNoEarlierThan", at: start }],
    dueDate: dueOf(context, task, time),
    createdAt: time("created_at"),
    finishedAt: isComplete && stateId === "complete" ? finished : undefined,
    updatedAt: time("modified_at"),
    sources: [sourceOf(draft, "asana", id, undefined, either(value, "permalink_url"))],
    customFields: keptFields(context, value, "task"),
  });
  addRow(draft, "items", item, path);
  addAssignees(draft, id, [personOf(draft, member(value, "assignee"))], path);
}

/** Resolves parents, sections of old projects and dependencies, once all tasks are there. */
export function linkTasks(context: AsanaContext): void {
  const { draft } = context;
  for (const task of context.tasks.values()) {
    const { id: itemId, value, path } = task;
    if (!table(draft, "items").has(itemId)) continue;
    const parent = gidOf(member(value, "parent")) ?? task.holder;
    if (parent !== undefined) addParent(draft, { itemId, otherId: parent, field: "parent", path: [...path, "parent"] });
    for (const [field, role] of [
      ["dependencies", "predecessor"],
      ["dependents", "successor"],
    ] as const) {
      for (const [index, other] of listAt(value, field).entries()) {
        const otherId = typeof other === "string" ? other : gidOf(other);
        if (otherId !== undefined)
          addDependency(draft, { itemId, otherId, field, path: [...path, field, index] }, role);
      }
    }
  }
}
