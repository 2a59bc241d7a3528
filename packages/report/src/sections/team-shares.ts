import type { Review } from "evenkeel";
import { type Html, html } from "../page/html.js";
import { capped, type Page } from "../page/parts.js";

const mostShown = 20;

type Share = Review["lead"]["teamShares"][number];

/** What records tell of teams large enough that nobody in particular is meant; nothing where there are none. */
export function teamShares(page: Page): Html {
  const { say, sayOr, tell } = page.texts;
  const { teamShares: shares } = page.review.lead;
  if (shares.length === 0) return html``;
  const told = shares.filter(({ code }) => code !== "checks/group-withheld");
  const line = (share: Share): Html =>
    html`<li>${tell({ ...share, facts: { ...share.facts, check: sayOr(`check-${share.checkId}`, share.checkId) } }).message}</li>`;
  const withheld = shares.length - told.length;
  return html`<h3>${say("team-shares")}</h3><p>${say("team-shares-says")}</p><ul class="lines">${capped(told, mostShown, page.texts, line)}</ul>
${withheld > 0 ? html`<p class="note">${say("team-shares-withheld", { n: withheld })}</p>` : ""}`;
}
