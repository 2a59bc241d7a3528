import type { Json } from "@evenkeel/kernel";
import { warn } from "../draft.js";
import { isObject, type JsonObject, listAt, member, textAt } from "../json-text.js";
import { addRecord } from "../trackers/records.js";
import { either, eitherValue } from "../trackers/values.js";
import type { Bug, BugzillaContext, Entry } from "./context.js";

type Path = readonly (string | number)[];

const idOf = (value: Json): string | undefined => either(value, "id", "bug_id");

const isBug = (value: Json): value is JsonObject =>
  isObject(value) &&
  idOf(value) !== undefined &&
  eitherValue(value, "summary", "short_desc") !== undefined &&
  // An attachment has a summary too.
  eitherValue(value, "file_name", "content_type") === undefined &&
  eitherValue(value, "status", "bug_status", "product", "component", "creation_time", "history") !== undefined;

/** A history alone, as its own request gives it. */
const isHistory = (value: Json): value is JsonObject =>
  isObject(value) && idOf(value) !== undefined && Array.isArray(member(value, "history"));

const isEntry = (value: Json): value is JsonObject => isObject(value) && Array.isArray(member(value, "changes"));

function entriesOf(value: JsonObject, path: Path): Entry[] {
  return listAt(value, "history").flatMap((entry, index): Entry[] =>
    isEntry(entry) ? [{ value: entry, path: [...path, "history", index] }] : [],
  );
}

function attach(context: BugzillaContext, bug: Bug, entries: readonly Entry[]): void {
  bug.hasHistory = true;
  for (const entry of entries) {
    context.places.set(entry.value, "entry");
    bug.history.push(entry);
  }
}

/** Finds bugs and their histories wherever they stand. */
export function collect(context: BugzillaContext, root: Json): void {
  const loose: { readonly id: string; readonly value: JsonObject; readonly path: Path }[] = [];
  const stack: { readonly value: Json; readonly path: Path }[] = [{ value: root, path: [] }];
  for (let step = stack.pop(); step !== undefined; step = stack.pop()) {
    const { value, path } = step;
    if (isBug(value)) {
      const made: Bug = { id: idOf(value) as string, value, path, history: [], hasHistory: false };
      const bug = addRecord(context, context.bugs, made, "bug", "bugzilla-repeated-bug");
      if (Array.isArray(member(value, "history"))) attach(context, bug, entriesOf(value, path));
      continue;
    }
    if (isHistory(value)) {
      context.places.set(value, "history");
      loose.push({ id: idOf(value) as string, value, path });
      continue;
    }
    if (typeof value !== "object" || value === null) continue;
    for (const [key, each] of Object.entries<Json>(value as never).reverse()) {
      if (typeof each === "object")
        stack.push({ value: each, path: [...path, Array.isArray(value) ? Number(key) : key] });
    }
  }
  for (const { id, value, path } of loose) {
    const bug = context.bugs.get(id);
    if (bug !== undefined) attach(context, bug, entriesOf(value, path));
    else {
      warn(context.draft, "bugzilla-history-without-bug", path, [id], { id });
      context.draft.lost.set(value, "its bug is not in the input");
    }
  }
}

/** The name of a field as the answers of all releases have it. */
export const fieldName = (change: Json): string => {
  const name = textAt(change, "field_name") ?? textAt(change, "field") ?? "";
  return name === "bug_status" ? "status" : name === "dependson" ? "depends_on" : name === "blocked" ? "blocks" : name;
};
