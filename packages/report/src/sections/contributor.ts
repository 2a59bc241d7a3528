import { type Html, html } from "../page/html.js";
import { capped, type Page } from "../page/parts.js";

const mostShown = 10;

/** What to take up next, and what waits for an answer. */
export function contributor(page: Page): Html {
  const { say, tell } = page.texts;
  const { next, waiting } = page.review.contributor;
  const list = <T extends Parameters<typeof tell>[0]>(entries: readonly T[], none: string): Html =>
    entries.length === 0
      ? html`<p>${none}</p>`
      : html`<ul class="lines">${capped(entries, mostShown, page.texts, (entry) => html`<li>${tell(entry).message}</li>`)}</ul>`;
  return html`<section id="contributor" aria-labelledby="contributor-title"><h2 id="contributor-title">${say("contributor")}</h2><p class="sub">${say("contributor-sub")}</p>
<div class="pair"><div><h3>${say("next")}</h3>${list(next, say("next-none"))}</div>
<div><h3>${say("waiting")}</h3>${list(waiting, say("waiting-none"))}</div></div>
</section>`;
}
