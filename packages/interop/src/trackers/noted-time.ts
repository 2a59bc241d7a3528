import type { Json } from "@evenkeel/kernel";
import { type Draft, warn } from "../draft.js";
import type { ForeignTime } from "../foreign-time.js";
import { textAt } from "../json-text.js";

/** Reads a time from the JSON of a tracker; one that does not exist is an issue and left out. */
export type TimeOfJson = (
  draft: Draft,
  value: Json | undefined,
  path: readonly (string | number)[],
  subject?: readonly string[],
) => string | undefined;

/** The reader of times that stand in the forms `parse` knows. */
export function notedTime(parse: (text: string) => ForeignTime): TimeOfJson {
  return (draft, value, path, subject = []) => {
    const text = textAt({ value: value ?? null }, "value") ?? textAt(value, "$date");
    if (text === undefined || text === "") return undefined;
    const time = parse(text);
    if (time.ok) return time.text;
    const facts = { field: String(path.at(-1) ?? ""), found: text.slice(0, 60), expected: "2026-05-01T08:00:00.000Z" };
    warn(draft, time.fault === "impossible" ? "any-impossible-date" : "any-unreadable-date", path, subject, facts);
    return undefined;
  };
}

/** An instant as a text that sorts: `...:02Z` before `...:02.5Z`. */
export function sortable(instant: string): string {
  return instant.endsWith("Z") && !instant.includes(".") ? `${instant.slice(0, -1)}.000Z` : instant;
}
