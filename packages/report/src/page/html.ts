import { inertText } from "@evenkeel/kernel";

/** Markup that is safe to put into a page as it is. */
export interface Html {
  readonly html: string;
}

/** What a template may hold: texts are escaped, markup is kept, lists are joined, nothing is nothing. */
export type Part = string | number | undefined | Html | readonly Part[];

const escapes: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** A text of at most so many characters, its cut shown. */
export function clipped(text: string, most: number): string {
  if (text.length <= most) return text;
  const letters = Array.from(text.slice(0, 2 * most));
  return letters.length <= most && text.length <= 2 * most ? text : `${letters.slice(0, most - 1).join("")}…`;
}

/** A text as inert characters of a page, good for content and for quoted attributes. */
export function escapeText(text: string): string {
  return inertText(clipped(text, 2000)).replace(/[&<>"']/g, (found) => escapes[found] ?? "");
}

function written(part: Part): string {
  if (part === undefined) return "";
  if (typeof part === "string") return escapeText(part);
  if (typeof part === "number") return String(part);
  return "html" in part ? part.html : part.map(written).join("");
}

/** Markup from a template of ours; whatever is filled in is escaped unless it is markup itself. */
export function html(template: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return { html: template.map((text, at) => text + written(parts[at])).join("") };
}

/** Our own text as markup, unescaped; never for data. */
export function trusted(markup: string): Html {
  return { html: markup };
}
