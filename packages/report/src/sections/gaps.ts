import { type Html, html } from "../page/html.js";
import { fold, type Page } from "../page/parts.js";

/** What the export cannot tell, and which other one can; first, since it bounds all that follows. */
export function gaps(page: Page): Html {
  const { say, tell } = page.texts;
  const list = page.gaps ?? [];
  if (list.length === 0) return html``;
  const lines = list.map(({ gap, instead }) => {
    const way = instead === undefined ? "" : html` <span class="remedy">${tell(instead).message}</span>`;
    return html`<li>${tell(gap).message}${way}</li>`;
  });
  return fold(say("gaps"), html`<ul class="lines">${lines}</ul>`, say("gaps-count", { n: list.length }));
}
