const token =
  /[{}[\]:,]|"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const blank = /[ \t\n\r]*/y;

type Expecting = "value" | "first-value" | "name" | "first-name" | "colon" | "comma";

/** What may follow a value inside the innermost open bracket. */
const within = (open: readonly string[]): Expecting | undefined => (open.length === 0 ? undefined : "comma");

/**
 * Offset at which a text stops being JSON, or undefined when it is JSON. No recursion; the same on every engine.
 *
 * Time O(length), space O(depth).
 */
export function jsonFaultAt(text: string): number | undefined {
  const open: string[] = [];
  let expecting: Expecting | undefined = "value";
  let at = 0;
  for (;;) {
    blank.lastIndex = at;
    blank.exec(text);
    at = blank.lastIndex;
    if (at >= text.length) return expecting === undefined ? undefined : at;
    token.lastIndex = at;
    const found = token.exec(text)?.[0];
    const next: Expecting | undefined | "fault" =
      found === undefined || expecting === undefined ? "fault" : step(found, expecting, open);
    if (next === "fault") return at;
    expecting = next;
    at = token.lastIndex;
  }
}

function step(found: string, expecting: Expecting, open: string[]): Expecting | undefined | "fault" {
  if (expecting === "colon") return found === ":" ? "value" : "fault";
  if (expecting === "name" || expecting === "first-name") {
    if (found.startsWith('"')) return "colon";
    return found === "}" && expecting === "first-name" ? closed(open) : "fault";
  }
  if (expecting === "comma") {
    if (found === ",") return open.at(-1) === "{" ? "name" : "value";
    return found === (open.at(-1) === "{" ? "}" : "]") ? closed(open) : "fault";
  }
  if (found === "{" || found === "[") {
    open.push(found);
    return found === "{" ? "first-name" : "first-value";
  }
  if (found === "]" && expecting === "first-value") return closed(open);
  return /^[}\]:,]/.test(found) ? "fault" : within(open);
}

function closed(open: string[]): Expecting | undefined {
  open.pop();
  return within(open);
}

/** Line and column (both from 1) of an offset. */
export function placeOf(text: string, offset: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, offset).split("\n");
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
