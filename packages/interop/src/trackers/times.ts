import type { Json } from "@evenkeel/kernel";
import { type Draft, warn } from "../draft.js";
import { parseForeignTime } from "../foreign-time.js";
import { textAt } from "../json-text.js";

/** A time of a tracker in the form of the documents; one that does not exist is an issue and left out. */
export function toolTime(
  draft: Draft,
  value: Json | undefined,
  path: readonly (string | number)[],
  subject: readonly string[] = [],
): string | undefined {
  const text = textAt({ value: value ?? null }, "value") ?? textAt(value, "$date");
  if (text === undefined || text === "") return undefined;
  const time = parseForeignTime(text);
  if (time.ok) return time.text;
  const facts = { field: String(path.at(-1) ?? ""), found: text.slice(0, 60), expected: "2026-05-01T08:00:00.000Z" };
  warn(draft, time.fault === "impossible" ? "any-impossible-date" : "any-unreadable-date", path, subject, facts);
  return undefined;
}

/** An instant as a text that sorts: `...:02Z` before `...:02.5Z`. */
export function sortable(instant: string): string {
  return instant.endsWith("Z") && !instant.includes(".") ? `${instant.slice(0, -1)}.000Z` : instant;
}
