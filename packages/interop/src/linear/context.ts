import type { StateCategory } from "@evenkeel/core";
import type { Json } from "@evenkeel/kernel";
import { notePerson } from "../people.js";
import type { Account } from "../trackers/account.js";
import { categoryOfWords } from "../trackers/flow.js";
import type { RecordBook, TrackerRecord } from "../trackers/records.js";
import { noteState, type StateBook } from "../trackers/states.js";
import { either, plainText } from "../trackers/values.js";

/** Id and name of the workflow of issues. */
export const linearFlow = { id: "linear", name: "Linear" };

/** An issue; its id is its identifier. */
export interface LinearIssue extends TrackerRecord {
  /** Issue it stands within, as one of its children. */
  readonly holder: string | undefined;
}

/** What reading one answer shares. */
export interface LinearContext extends Account {
  readonly issues: RecordBook<LinearIssue>;
  /** Identifiers by global id. */
  readonly byGlobalId: Map<string, string>;
  readonly states: StateBook;
  /** Names of states by their global id: announced changes name the id alone. */
  readonly stateNames: Map<string, string>;
}

const ofType = new Map<string, StateCategory>([
  ["triage", "proposed"],
  ["backlog", "proposed"],
  ["unstarted", "proposed"],
  ["started", "active"],
  ["completed", "done"],
  ["canceled", "dropped"],
  ["cancelled", "dropped"],
  ["duplicate", "dropped"],
]);

/** Whether a text is a type of states. */
export const isStateType = (text: string | undefined): boolean => text !== undefined && ofType.has(text);

/** The state of a record or a name; its type is the tool's own word, which has none for waiting. */
export function stateOf(context: LinearContext, state: Json | undefined): string | undefined {
  const id = either(state, "id");
  const name = plainText(state) ?? either(state, "name") ?? (id === undefined ? undefined : context.stateNames.get(id));
  if (name === undefined || name === "") return undefined;
  const type = ofType.get((either(state, "type") ?? "").toLowerCase());
  const word = categoryOfWords(name) ?? (/^triage$/i.test(name) ? "proposed" : undefined);
  return noteState(context.states, name, name, type === "active" && word === "waiting" ? word : (type ?? word));
}

/** The state a global id names. */
export function stateOfId(context: LinearContext, id: string | undefined): string | undefined {
  const name = id === undefined ? undefined : context.stateNames.get(id);
  return name === undefined ? undefined : stateOf(context, name);
}

/** The person of an account, or of a name alone. */
export function personOf(context: LinearContext, user: Json | undefined): string | undefined {
  const id = plainText(user) ?? either(user, "id", "email", "name", "displayName");
  if (id === undefined || id === "") return undefined;
  const email = either(user, "email") ?? (id.includes("@") ? id : undefined);
  return notePerson(context.draft, "linear", { id, name: either(user, "name", "displayName"), email });
}

/** The issue a reference names: by identifier, by global id, or by a record with either. */
export function referenceOf(context: LinearContext, value: Json | undefined): string | undefined {
  const text = plainText(value) ?? either(value, "identifier", "id");
  return text === undefined || text === "" ? undefined : (context.byGlobalId.get(text) ?? text);
}
