import type { Review } from "evenkeel";
import { html, joined, type Markup } from "./html.js";
import type { Say } from "./say.js";

const list = (lines: readonly string[], empty: string): Markup =>
  lines.length === 0 ? html`<p>${empty}</p>` : html`<ul>${joined(lines.map((line) => html`<li>${line}</li>`))}</ul>`;

/** What next, and what waits. */
export function contributorSection({ contributor }: Review, say: Say): Markup {
  const next = list(contributor.next.map(say.message), say.fixed("nothing-next"));
  const waiting = list(contributor.waiting.slice(0, 12).map(say.message), say.fixed("nothing-waiting"));
  return html`<section aria-labelledby="contributor"><h2 id="contributor">${say.fixed("contributor")}</h2><h3>${say.fixed("next")}</h3>${next}<h3>${say.fixed("waiting")}</h3>${waiting}</section>`;
}
