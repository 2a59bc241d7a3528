import type { Message } from "@evenkeel/kernel";
import type { Price, Review } from "evenkeel";
import { clipped, type Html, html, type Part } from "./html.js";
import type { Texts } from "./texts.js";

/** What an export cannot tell, and which one can. */
export interface ExportGap {
  readonly gap: Message;
  readonly instead?: Message;
}

/** What became of the input of a review, as a reader of an export reports it. */
export interface ImportAccount {
  /** Name of the format; absent where several files of several formats were read. */
  readonly format?: string;
  /** imported + merged + rejected = read. */
  readonly counts: {
    readonly read: number;
    readonly imported: number;
    readonly merged: number;
    readonly rejected: number;
  };
  readonly assumptions: readonly {
    readonly code: string;
    readonly what: string;
    readonly value: string;
    readonly evidence: string;
  }[];
  /** Which fields of the input went where. */
  readonly fields: readonly {
    readonly source: string;
    readonly fate: "mapped" | "kept-raw" | "dropped";
    readonly to?: string;
    readonly why?: string;
    readonly count: number;
  }[];
  /** What to write down so that nothing of this is left open. */
  readonly answer?: string;
}

/** What every section is made from. */
export interface Page {
  readonly review: Review;
  readonly price?: Price;
  /** What the export that was read cannot tell, each with what carries it. */
  readonly gaps?: readonly ExportGap[];
  readonly account?: ImportAccount;
  readonly texts: Texts;
}

/** A title of someone's work, short enough for a line or two. */
export const title = (text: string): string => clipped(text, 160);

/** The day of a text of time. */
export const dayOf = (text: string): string => text.slice(0, 10);

/** A day as an element a machine can read too. */
export function day(text: string): Html {
  const shown = clipped(dayOf(text), 10);
  return /^\d{4}-\d{2}-\d{2}$/.test(shown) ? html`<time datetime="${shown}">${shown}</time>` : html`${shown}`;
}

/** A share 0..1 as percent, through the catalog; what is nearly nothing or nearly all is not rounded to it. */
export function percent({ say }: Texts, share: number): string {
  if (share > 0 && share < 0.005) return say("percent-under");
  return share > 0.995 && share < 1 ? say("percent-over") : say("percent", { share });
}

/** How to lay out a table. */
export interface TableOptions {
  /** Columns of numbers, 0-based. */
  readonly numbers?: readonly number[];
  /** On a narrow screen each row becomes a block of its own. */
  readonly stacks?: boolean;
}

/** A table with a caption; the first cell of a row names it. Wide ones scroll in a box of their own. */
export function table(
  caption: string,
  heads: readonly string[],
  rows: readonly (readonly Part[])[],
  { numbers = [], stacks = false }: TableOptions = {},
): Html {
  const kind = (at: number): string => (numbers.includes(at) ? "n" : "w");
  // A table laid out as blocks loses its meaning to some readers unless the roles are said.
  const role = (name: string): Html => (stacks ? html` role="${name}"` : html``);
  const head = heads.map((text, at) => html`<th scope="col" class="${kind(at)}"${role("columnheader")}>${text}</th>`);
  const body = rows.map(
    (cells) =>
      html`<tr${role("row")}>${cells.map((cell, at) =>
        at === 0
          ? html`<th scope="row" class="${kind(at)}"${role("rowheader")}>${cell}</th>`
          : html`<td class="${kind(at)}" data-label="${heads[at] ?? ""}"${role("cell")}>${cell}</td>`,
      )}</tr>
`,
  );
  const inner = html`<table class="${stacks ? "stacks" : "plain"}"${role("table")}><caption>${caption}</caption><thead${role("rowgroup")}><tr${role("row")}>${head}</tr></thead><tbody${role("rowgroup")}>
${body}</tbody></table>`;
  return stacks ? inner : html`<div class="scroll" role="region" aria-label="${caption}" tabindex="0">${inner}</div>`;
}

/** A figure with its name. */
export interface Tile {
  readonly name: string;
  readonly value: Part;
  readonly note?: string;
}

/** Figures side by side. */
export function tiles(list: readonly Tile[]): Html {
  const shown = list.map(
    ({ name, value, note }) =>
      html`<div><dt>${name}</dt><dd><b>${value}</b>${note === undefined ? "" : html` <span>${note}</span>`}</dd></div>`,
  );
  return list.length === 0 ? html`` : html`<dl class="tiles">${shown}</dl>`;
}

/** At most so many entries, and a word about the rest. */
export function capped<T>(list: readonly T[], most: number, { say }: Texts, show: (entry: T) => Html): Html {
  const rest = list.length - most;
  const more = rest > 0 ? html`<li class="more">${say("more", { rest })}</li>` : "";
  return html`${list.slice(0, most).map(show)}${more}`;
}

/** What only some readers want to know, closed until they ask. */
export function fold(name: string, body: Part, count?: string): Html {
  return html`<details class="finding"><summary><span class="name">${name}</span>${
    count === undefined ? "" : html` <span class="count">${count}</span>`
  }</summary>${body}</details>
`;
}

/** A level of severity as words and a shape. */
export function severity(level: string, { say }: Texts): Html {
  return html`<span class="chip ${/^[a-z]+$/.test(level) ? level : "info"}">${say(`severity-${level}`)}</span>`;
}
