import { compareText } from "@evenkeel/kernel";
import type { Review } from "evenkeel";
import { type Html, html } from "../page/html.js";
import { type Page, percent, table, title } from "../page/parts.js";

type Share = Review["lead"]["teamShares"][number];

/** Most kept last; of equal shares by rule. */
const byShare = (a: Share, b: Share): number =>
  (b.share ?? 0) - (a.share ?? 0) || compareText(a.checkId, b.checkId) || compareText(a.subject.id, b.subject.id);

/** What records tell of teams large enough that nobody in particular is meant; nothing where there are none. */
export function teamShares(page: Page): Html {
  const { say, sayOr } = page.texts;
  const { teamShares: shares } = page.review.lead;
  if (shares.length === 0) return html``;
  const shown = ({ share = 0, bound }: Share): string => {
    const text = percent(page.texts, share);
    return bound === undefined
      ? text
      : say(bound === "at least" ? "team-share-at-least" : "team-share-at-most", { text });
  };
  const told = shares.filter(({ withheld }) => withheld === undefined).sort(byShare);
  const rows = told.map((share) => [
    sayOr(`check-${share.checkId}`, share.checkId),
    title(String(share.facts["group"])),
    share.people ?? 0,
    shown(share),
  ]);
  const heads = [say("team-shares-rule"), say("price-team"), say("price-people"), say("team-shares-share")];
  const withheld = shares.length - told.length;
  return html`<h3>${say("team-shares")}</h3><p>${say("team-shares-says")}</p>${
    rows.length === 0 ? "" : table(say("team-shares"), heads, rows, { numbers: [2, 3], stacks: true })
  }${withheld > 0 ? html`<p class="note">${say("team-shares-withheld", { n: withheld })}</p>` : ""}`;
}
