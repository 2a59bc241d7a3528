import type { StateCategory } from "@evenkeel/core";
import type { Json } from "@evenkeel/kernel";
import { note } from "../draft.js";
import { member, textAt } from "../json-text.js";
import { categoryOfWords } from "../trackers/flow.js";
import { noteState } from "../trackers/states.js";
import { type Board, blankIndex, type Column, doneByDefault, type MondayContext } from "./context.js";

/** The status column of a board: the one called so, else the one with a label that means done, else the first. */
export function statusColumnOf(context: MondayContext, board: Board, values: readonly Column[]): string | undefined {
  const known = context.statusColumns.get(board.id);
  if (known !== undefined) return known;
  const columns = [...board.columns.values(), ...values].filter((column) => column.type === "status");
  const called = columns.find((column) => /^status$/i.test(column.title.trim()) || column.id === "status");
  const done = columns.find((column) =>
    [...(column.labels?.values() ?? [])].some((label) => label.isDone && label.name !== ""),
  );
  const found = (called ?? done ?? columns[0])?.id;
  if (found !== undefined) context.statusColumns.set(board.id, found);
  return found;
}

/** What a label of a status column is. */
export interface StatedLabel {
  readonly index: string;
  readonly text: string | undefined;
  /** Where the value itself says whether it means done. */
  readonly isDone: boolean | undefined;
}

/** A label as a value states it: an index, a text, or both. */
export function labelOf(
  value: Json | undefined,
  text: string | undefined,
  typed: Json | undefined,
): StatedLabel | undefined {
  const index = textAt(value, "index") ?? textAt(value, "label", "index") ?? textAt(typed, "index");
  const shown = text || textAt(value, "label", "text") || textAt(typed, "label") || undefined;
  const own = member(value, "label", "is_done") ?? member(typed, "is_done");
  if (index === undefined && shown === undefined) return undefined;
  return { index: index ?? `?${shown}`, text: shown, isDone: typeof own === "boolean" ? own : undefined };
}

/** The state of a label: done by its colour's index, never by its word; a label without a text is one nobody chose. */
export function labelState(
  context: MondayContext,
  board: Board,
  columnId: string | undefined,
  stated: StatedLabel | undefined,
): string {
  const labels = columnId === undefined ? undefined : board.columns.get(columnId)?.labels;
  const named =
    stated === undefined || !stated.index.startsWith("?")
      ? undefined
      : [...(labels ?? [])].find(([, label]) => label.name === stated.text)?.[0];
  const index = named ?? stated?.index ?? blankIndex;
  const label = labels?.get(index);
  const name = label?.name || stated?.text || "";
  const isDone = stated?.isDone ?? (labels === undefined ? index === doneByDefault : label?.isDone === true);
  const word = name === "" ? "proposed" : categoryOfWords(name);
  const id = `${board.id}:${index}`;
  if (!context.states.has(id)) {
    if (name === "") note(context.draft, "monday-null-label", [], [id], { index });
    else if (word !== undefined && isDone !== (word === "done"))
      note(context.draft, "monday-done-by-colour", [], [id], {
        label: name.slice(0, 80),
        category: isDone ? "done" : "not done",
      });
  }
  const category: StateCategory | undefined = isDone ? "done" : word === "done" ? "active" : word;
  return noteState(context.states, id, name === "" ? "(no label)" : name, category);
}

/** Where an item stands: its label, and whether it was archived or deleted. */
export interface Standing {
  readonly label: string;
  readonly ended: "archived" | "deleted" | undefined;
}

/** The state of a standing: what is archived when its work is over stays so. */
export function stateOf(context: MondayContext, { label, ended }: Standing): string {
  const category = context.states.get(label)?.category;
  if (ended === undefined || category === "done" || category === "dropped") return label;
  return noteState(context.states, ended, ended === "archived" ? "Archived" : "Deleted", "dropped");
}
