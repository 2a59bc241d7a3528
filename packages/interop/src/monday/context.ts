import type { Json } from "@evenkeel/kernel";
import { note, warn } from "../draft.js";
import { type JsonObject, member, parseJson, textAt } from "../json-text.js";
import { limitsOf } from "../limits.js";
import { notePerson } from "../people.js";
import type { Account } from "../trackers/account.js";
import type { RecordBook, TrackerRecord } from "../trackers/records.js";
import type { StateBook } from "../trackers/states.js";
import { either, plainText } from "../trackers/values.js";

/** Id and name of the workflow of items. */
export const mondayFlow = { id: "monday", name: "monday.com" };

type Path = readonly (string | number)[];

/** A label of a status column. */
export interface Label {
  readonly name: string;
  readonly isDone: boolean;
}

/** A column of a board. */
export interface Column {
  readonly id: string;
  readonly title: string;
  readonly type: string;
  /** Labels by their index, of a status column whose settings are known. */
  readonly labels: ReadonlyMap<string, Label> | undefined;
}

/** A board with its columns and the logged activity. */
export interface Board extends TrackerRecord {
  readonly columns: Map<string, Column>;
  readonly logs: { readonly value: JsonObject; readonly path: Path }[];
  hasLogs: boolean;
}

/** An item with the board and the item it stands in. */
export interface Pulse extends TrackerRecord {
  readonly boardId: string;
  readonly holder: string | undefined;
}

/** The value of a column of an item: as JSON, and as the members newer releases state by type. */
export interface Cell {
  readonly column: Column;
  readonly record: Json;
  readonly value: Json | undefined;
  readonly text: string | undefined;
}

/** What reading one answer shares. */
export interface MondayContext extends Account {
  readonly boards: Map<string, Board>;
  readonly pulses: RecordBook<Pulse>;
  readonly states: StateBook;
  /** Names of types as older releases write them. */
  readonly oldTypes: Set<string>;
  /** Positions written as texts. */
  positions: number;
  /** Id of the status column of each board. */
  readonly statusColumns: Map<string, string>;
}

const renamed = new Map([
  ["color", "status"],
  ["multiple-person", "people"],
  ["person", "people"],
  ["tag", "tags"],
  ["numeric", "numbers"],
  ["timerange", "timeline"],
  ["board-relation", "board_relation"],
  ["long-text", "long_text"],
  ["lookup", "mirror"],
  ["duration", "time_tracking"],
  ["boolean", "checkbox"],
]);

/** The type of a column in the words of today's releases. */
export function typeOf(context: MondayContext, type: string): string {
  const now = renamed.get(type);
  if (now !== undefined) context.oldTypes.add(type);
  return now ?? type;
}

/** JSON that stands in a text, or as it is; what cannot be parsed is said. */
export function innerJson(
  context: MondayContext,
  value: Json | undefined,
  path: Path,
  subject: readonly string[],
): Json | undefined {
  if (typeof value !== "string") return value;
  if (value.trim() === "" || value === "null") return undefined;
  const parsed = parseJson(value, limitsOf(context.draft.options));
  if (parsed.ok) return parsed.value ?? undefined;
  warn(context.draft, "monday-json-in-string", path, subject, {
    field: String(path.at(-1) ?? ""),
    found: value.slice(0, 60),
  });
  return undefined;
}

/** Colours that mean done where the settings of a column do not say. */
export const doneByDefault = "1";
/** The grey label every status column begins with. */
export const blankIndex = "5";

export const idOf = (value: Json | undefined): string | undefined => either(value, "id");

/** The person of an id, with whatever name stands beside it. */
export function personOf(context: MondayContext, id: string | undefined, name?: string): string | undefined {
  return id === undefined ? undefined : notePerson(context.draft, "monday", { id, name });
}

/** Says once what was read in more than one spelling. */
export function noteSpellings(context: MondayContext): void {
  const { draft, oldTypes } = context;
  if (oldTypes.size > 0) note(draft, "monday-type-renamed", [], [], { types: [...oldTypes].sort().join(", ") });
  if (context.positions > 0) note(draft, "monday-position-text", [], [], { count: context.positions });
}

/** Labels of a status column by index, of both forms of its settings. */
export function labelsOf(settings: Json | undefined): Map<string, Label> | undefined {
  const labels = member(settings, "labels");
  if (typeof labels !== "object" || labels === null) return undefined;
  const found = new Map<string, Label>();
  if (Array.isArray(labels)) {
    for (const label of labels as readonly Json[]) {
      const index = either(label, "index", "id");
      if (index !== undefined)
        found.set(index, { name: either(label, "label", "name") ?? "", isDone: member(label, "is_done") === true });
    }
    return found;
  }
  const colours = member(settings, "done_colors");
  const done = new Set(
    Array.isArray(colours) ? (colours as readonly Json[]).flatMap((each) => plainText(each) ?? []) : [doneByDefault],
  );
  for (const index of Object.keys(labels)) {
    const name = textAt(labels, index) ?? textAt(labels, index, "label") ?? "";
    found.set(index, { name, isDone: done.has(index) });
  }
  for (const index of done) if (!found.has(index)) found.set(index, { name: "", isDone: true });
  return found;
}
