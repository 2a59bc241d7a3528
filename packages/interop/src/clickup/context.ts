import type { StateCategory } from "@evenkeel/core";
import type { Json } from "@evenkeel/kernel";
import { notePerson } from "../people.js";
import type { Account } from "../trackers/account.js";
import { categoryOfWords } from "../trackers/flow.js";
import type { RecordBook, TrackerRecord } from "../trackers/records.js";
import { noteState, type StateBook } from "../trackers/states.js";
import { either, plainText } from "../trackers/values.js";

/** Id and name of the workflow of tasks. */
export const clickupFlow = { id: "clickup", name: "ClickUp" };

type Path = readonly (string | number)[];

/** A task with its time in status and its recorded changes. */
export interface Task extends TrackerRecord {
  readonly holder: string | undefined;
  timeInStatus: { readonly value: Json; readonly path: Path } | undefined;
  readonly changes: { readonly value: Json; readonly path: Path }[];
}

/** What reading one answer shares. */
export interface ClickupContext extends Account {
  readonly tasks: RecordBook<Task>;
  readonly states: StateBook;
}

const ofType = new Map<string, StateCategory>([
  ["open", "proposed"],
  ["unstarted", "proposed"],
  ["active", "active"],
  ["done", "done"],
  ["closed", "done"],
]);

/** The state of a status, by its name in small letters, as the tool compares them; its type is the tool's own word. */
export function stateOf(context: ClickupContext, status: Json | undefined): string | undefined {
  const name = typeof status === "string" ? status : either(status, "status", "name");
  if (name === undefined || name === "") return undefined;
  const type = ofType.get((either(status, "type") ?? "").toLowerCase());
  const word = categoryOfWords(name);
  // A type closes what was cancelled and what was done alike.
  const category = type === "done" && word === "dropped" ? word : (type ?? word);
  return noteState(context.states, name.toLowerCase(), name, category);
}

/** The state of a task archived before its work was over. */
export const archivedState = (context: ClickupContext): string =>
  noteState(context.states, "(archived)", "Archived", "dropped");

/** The person of an account. */
export function personOf(context: ClickupContext, user: Json | undefined): string | undefined {
  const id = plainText(user) ?? either(user, "id", "username", "email");
  return id === undefined || id === ""
    ? undefined
    : notePerson(context.draft, "clickup", {
        id,
        name: either(user, "username", "name"),
        email: either(user, "email"),
      });
}
