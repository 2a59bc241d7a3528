import type { Json } from "@evenkeel/kernel";
import type { Draft } from "../draft.js";
import { table } from "../draft.js";
import { notePerson } from "../people.js";
import type { Account } from "../trackers/account.js";
import { categoryOfWords } from "../trackers/flow.js";
import type { RecordBook, TrackerRecord } from "../trackers/records.js";
import { noteState, type StateBook } from "../trackers/states.js";
import { either } from "../trackers/values.js";

/** Id and name of the workflow of tasks. */
export const asanaFlow = { id: "asana", name: "Asana" };

/** A story with its place. */
export interface Story {
  readonly value: Json;
  readonly path: readonly (string | number)[];
}

/** A task with its stories and the task it stands in. */
export interface Task extends TrackerRecord {
  readonly stories: Story[];
  hasStories: boolean;
  isCut: boolean;
  readonly holder: string | undefined;
}

/** What reading one answer shares. */
export interface AsanaContext extends Account {
  readonly tasks: RecordBook<Task>;
  readonly states: StateBook;
  /** Project of each section, by id. */
  readonly projectOf: Map<string, string>;
  /** Ids of the custom fields that say how far a task is. */
  readonly statusFields: Set<string>;
}

export const gidOf = (value: Json | undefined): string | undefined => either(value, "gid", "id");

/** Notes a section as a state; what is complete is said by the task, what its name tells holds until then. */
export function noteSection(book: StateBook, id: string, name: string): string {
  const isUnnamed = /^\(?(untitled section|no section|default section)\)?$/i.test(name.trim());
  return noteState(book, id, name, isUnnamed ? "proposed" : categoryOfWords(name));
}

/** The id of a section: its own, else that of one with its name, else its name. */
export function sectionIdOf(book: StateBook, section: Json | undefined): string | undefined {
  const [id, name] = [gidOf(section), either(section, "name")];
  if (id !== undefined || name === undefined) return id;
  return (
    [...book].find(([each, state]) => state.name === name && !each.startsWith("status:"))?.[0] ?? `section:${name}`
  );
}

export const incomplete = (book: StateBook): string => noteState(book, "incomplete", "Incomplete", "proposed");
export const complete = (book: StateBook): string => noteState(book, "complete", "Complete", "done");

/** The state of a task: complete where it is marked so, unless it lies where work is dropped; else where it lies. */
export function stateOf(book: StateBook, isComplete: boolean, place: string | undefined): string {
  if (!isComplete) return place ?? incomplete(book);
  return place !== undefined && book.get(place)?.category === "dropped" ? place : complete(book);
}

/** Notes a project: a row of its own, and a section of it where one is given; gives the container tasks lie in. */
export function notePlace(
  draft: Draft,
  project: { readonly id: string; readonly name: string | undefined } | undefined,
  section: { readonly id: string; readonly name: string } | undefined,
): string | undefined {
  const projects = table(draft, "projects");
  const containers = table(draft, "containers");
  if (project !== undefined && (!projects.has(project.id) || project.name !== undefined))
    projects.set(project.id, { id: project.id, name: project.name ?? projects.get(project.id)?.name ?? project.id });
  const projectId = project === undefined ? {} : { projectId: project.id };
  if (section !== undefined) {
    const { id, name } = section;
    if (!containers.has(id))
      containers.set(id, { id, name, kind: "section", workflowId: asanaFlow.id, rank: containers.size, ...projectId });
    return id;
  }
  if (project === undefined) return undefined;
  const id = `project:${project.id}`;
  if (!containers.has(id))
    containers.set(id, { id, name: project.name ?? project.id, kind: "board", workflowId: asanaFlow.id, ...projectId });
  return id;
}

/** The person of an identity. */
export function personOf(draft: Draft, user: Json | undefined): string | undefined {
  const id = typeof user === "string" ? user : gidOf(user);
  if (id === undefined || id === "") return undefined;
  return notePerson(draft, "asana", { id, name: either(user, "name"), email: either(user, "email") });
}
