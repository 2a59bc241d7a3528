import { en as editTexts } from "@evenkeel/edit";
import { en as interopTexts } from "@evenkeel/interop";
import { inertText } from "@evenkeel/kernel";
import { en as schemaTexts } from "@evenkeel/schema";
import { type Catalog, describe, en as frontDoor, type Issue } from "evenkeel";
import { cliTexts } from "./cli-texts.js";

/** English texts of every code there is. */
export const allTexts: Catalog = { ...frontDoor, ...schemaTexts, ...editTexts, ...interopTexts, ...cliTexts };

/** Most codes shown, and issues of each. */
const mostCodes = 10;
const mostOfOne = 3;

const indent = (text: string): string => `    ${text}\n`;

/** Issues of one code: what is said of each once, where it stands, and what to do. */
function groupText(code: string, found: readonly Issue[]): string {
  const [head] = found as [Issue];
  const messages = [...new Set(found.map((each) => describe(each, allTexts).message))];
  const places = [...new Set(found.flatMap(({ path }) => (path.length === 0 ? [] : [inertText(path.join("/"))])))];
  const rest = (all: readonly string[]): string =>
    all.length > mostOfOne ? ` and ${all.length - mostOfOne} more` : "";
  const [only] = messages;
  const { remedy } = describe(head, allTexts);
  const at = places.length === 0 ? "" : indent(`at ${places.slice(0, mostOfOne).join(", ")}${rest(places)}`);
  return [
    `${head.severity} ${code}${found.length > 1 ? ` (${found.length} times)` : ""}:`,
    messages.length === 1
      ? ` ${only}\n${at}`
      : `\n${messages.slice(0, mostOfOne).map(indent).join("")}${messages.length > mostOfOne ? indent(`and ${messages.length - mostOfOne} more`) : ""}`,
    remedy === undefined ? "" : indent(remedy),
  ].join("");
}

/**
 * Issues as lines for people, those of one code together: what is wrong, where, and what to do.
 *
 * Worst first, and of one severity what is said once before what is said of many rows, for it is mostly the reason.
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
  const byCode = new Map<string, Issue[]>();
  for (const each of issues) {
    const same = byCode.get(each.code);
    if (same === undefined) byCode.set(each.code, [each]);
    else same.push(each);
  }
  const groups = [...byCode].sort(
    ([, [a, ...x]], [, [b, ...y]]) =>
      order[a?.severity ?? "info"] - order[b?.severity ?? "info"] || x.length - y.length,
  );
  return [
    ...groups.slice(0, mostCodes).map(([code, found]) => groupText(code, found)),
    ...groups.slice(mostCodes).map(([code, found]) => `and ${found.length} of ${code}\n`),
  ].join("");
}
