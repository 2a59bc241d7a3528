import { inertText } from "@evenkeel/kernel";

/** Markup that is safe to put into a page as it is. */
export interface Markup {
  readonly html: string;
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
/** Longest text shown; the rest of a monstrous title is cut. */
const longest = 400;

/** A text as it may stand in an element or a quoted attribute: inert, escaped, not endless. */
export function escaped(text: string): string {
  const inert = inertText(text);
  const shown = inert.length > longest ? `${[...inert].slice(0, longest).join("")}…` : inert;
  return shown.replace(/[&<>"']/g, (letter) => entities[letter] ?? "");
}

type Part = string | number | Markup | undefined | readonly Part[];

function partOf(part: Part): string {
  if (part === undefined) return "";
  if (typeof part === "string" || typeof part === "number") return escaped(String(part));
  return "html" in part ? part.html : part.map(partOf).join("");
}

/** A template whose holes are escaped, unless they are markup already. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return { html: strings.map((text, at) => text + (at < parts.length ? partOf(parts[at]) : "")).join("") };
}

/** Pieces of markup one after the other. */
export function joined(parts: readonly (Markup | undefined)[]): Markup {
  return { html: parts.map((part) => part?.html ?? "").join("") };
}
