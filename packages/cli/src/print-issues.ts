import { type Catalog, describe, en as frontDoor, type Issue } from "evenkeel";
import { en as editTexts } from "@evenkeel/edit";
import { en as interopTexts } from "@evenkeel/interop";
import { en as schemaTexts } from "@evenkeel/schema";
import { inertText } from "@evenkeel/kernel";
import { cliTexts } from "./cli-texts.js";

/** English texts of every code there is. */
export const allTexts: Catalog = { ...frontDoor, ...schemaTexts, ...editTexts, ...interopTexts, ...cliTexts };

/** Most issues shown in full; the rest is counted by code. */
const shown = 10;

/**
 * Issues as lines for people: what is wrong, where, and what to do; after ten, counts by code.
 *
 * @param issues - in their stated order
 * @returns text with a line break at its end; empty without issues
 *
 * Issues: none.
 * Time O(issues), space the same.
 * Source: own.
 *
 * @example
 * issueText([]); // => ""
 */
export function issueText(issues: readonly Issue[]): string {
  const order = { error: 0, warning: 1, info: 2 } as const;
  const sorted = [...issues].sort((a, b) => order[a.severity] - order[b.severity]);
  const lines = sorted.slice(0, shown).map((found) => {
    const { message, remedy } = describe(found, allTexts);
    const place = found.path.length > 0 ? `\n    at ${inertText(found.path.join("/"))}` : "";
    return `${found.severity} ${found.code}: ${message}${place}${remedy === undefined ? "" : `\n    ${remedy}`}\n`;
  });
  const rest = new Map<string, number>();
  for (const { code } of sorted.slice(shown)) rest.set(code, (rest.get(code) ?? 0) + 1);
  return [...lines, ...[...rest].map(([code, count]) => `and ${count} more of ${code}\n`)].join("");
}
