import type { StateCategory, WorkflowState } from "@evenkeel/core";
import type { Json } from "@evenkeel/kernel";
import { assume, type Draft, warn } from "../draft.js";
import { categoryByName } from "../english-states.js";
import { textAt } from "../json-text.js";
import { answeredCategory } from "../state-answers.js";
import { categoryByTranslation } from "../translated-states.js";

/** States by status id, in the order they were met. */
export interface StateBook {
  readonly states: Map<string, { id: string; name: string; category: StateCategory | undefined; wipLimit?: number }>;
}

const categories = new Map<string, StateCategory>([
  ["new", "proposed"],
  ["indeterminate", "active"],
  ["done", "done"],
]);

const namedCategory = (name: string): StateCategory | undefined => categoryByName(name) ?? categoryByTranslation(name);

const englishKeys = new Map([
  ["to do", "new"],
  ["in progress", "indeterminate"],
  ["done", "done"],
]);

/** Category of a Jira status category key or name; the three of Jira do not tell waiting and dropped, the name of a status may. */
export function categoryOfKey(key: string | undefined, name: string): StateCategory | undefined {
  if (key === undefined) return undefined;
  const stated = categories.get(englishKeys.get(key.toLowerCase()) ?? key) ?? categoryByTranslation(key);
  const named = namedCategory(name);
  const isFiner = (stated === "active" && named === "waiting") || (stated === "done" && named === "dropped");
  return isFiner ? named : stated;
}

/** Notes a status; a known category is never forgotten. */
export function noteStatus(book: StateBook, id: string, name: string, category: StateCategory | undefined): void {
  const before = book.states.get(id);
  if (before !== undefined && (before.category !== undefined || category === undefined)) return;
  book.states.set(id, {
    ...before,
    id,
    name: before?.category !== undefined ? before.name : name,
    category: before?.category ?? category,
  });
}

/** Notes a status resource: an issue's `status`, or an entry of the status list. */
export function noteStatusResource(book: StateBook, status: Json | undefined): string | undefined {
  const id = textAt(status, "id") ?? textAt(status, "name");
  if (id === undefined) return undefined;
  const name = textAt(status, "name") ?? id;
  noteStatus(book, id, name, categoryOfKey(textAt(status, "statusCategory", "key"), name));
  return id;
}

/** The states as a workflow's; a status whose category nobody told is judged by its name, said as an issue. */
export function statesOf(draft: Draft, book: StateBook): WorkflowState[] {
  return [...book.states.values()].map((state) => {
    const known = answeredCategory(draft, state.name, state.id) ?? state.category;
    if (known !== undefined) return { ...state, category: known };
    const guess = namedCategory(state.name) ?? "active";
    warn(draft, "jira-status-category-unknown", [], [state.id], { status: state.name, id: state.id, category: guess });
    assume(draft, "category", `${state.name}: ${guess}`, "the export does not tell its category");
    return { ...state, category: guess };
  });
}
