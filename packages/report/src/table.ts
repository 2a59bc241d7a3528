import { html, joined, type Markup } from "./html.js";

/** A cell: text, a number (set right), a day, or markup. */
export type Cell = string | Markup | { readonly number: string } | { readonly day: string };

function cellOf(cell: Cell): Markup {
  if (typeof cell === "string") return html`<td>${cell}</td>`;
  if ("html" in cell) return html`<td>${cell}</td>`;
  return "number" in cell ? html`<td class="num">${cell.number}</td>` : html`<td class="day">${cell.day}</td>`;
}

/** A table with a heading cell for each column and each row, in a box of its own that scrolls. */
export function table(
  caption: string,
  columns: readonly string[],
  rows: readonly (readonly [string, ...Cell[]])[],
): Markup {
  const head = columns.map((column) => html`<th scope="col">${column}</th>`);
  const body = rows.map(
    ([first, ...cells]) => html`<tr><th scope="row">${first}</th>${joined(cells.map(cellOf))}</tr>`,
  );
  return html`<div class="wide" role="region" aria-label="${caption}" tabindex="0"><table><thead><tr>${joined(head)}</tr></thead><tbody>${joined(body)}</tbody></table></div>`;
}
