import { type Catalog, en as frontDoor, type Review } from "evenkeel";
import { closingSection } from "./closing-section.js";
import { contributorSection } from "./contributor-section.js";
import { en } from "./en.js";
import { executiveSection } from "./executive-section.js";
import { firstSection } from "./first-section.js";
import { html } from "./html.js";
import { leadSection } from "./lead-section.js";
import { sayFrom } from "./say.js";
import { scheduleSection } from "./schedule-section.js";
import { style, styleHash } from "./style.js";

/** How a page is made. */
export interface ReportOptions {
  /** Texts that go before the English ones: another language, or those of importers. */
  readonly catalog?: Catalog;
}

/**
 * A review as one HTML page that stands alone: inline SVG, one stylesheet, no script, nothing fetched.
 *
 * It holds what the review holds and nothing else; every text of the documents is escaped and inert. It runs under a
 * strict Content-Security-Policy, states one itself, and the same review gives the same bytes.
 *
 * @param review - from `reviewWork`
 * @param options - texts
 * @returns the page's text
 *
 * Issues: none.
 * Time O(rows), space O(rows).
 * Source: own; charts by Vega-Lite; accessibility after WCAG 2.2.
 *
 * @example
 * import { reviewWork } from "evenkeel";
 * const review = orThrow(reviewWork({ plan: { formatVersion: 1, title: "Hall <refit>" }, now: "2026-05-01" }));
 * (await renderReport(review)).includes("<h1>Hall &lt;refit&gt;</h1>"); // => true
 */
export async function renderReport(review: Review, options: ReportOptions = {}): Promise<string> {
  const say = sayFrom({ ...frontDoor, ...en, ...options.catalog });
  const { title, now, counts } = review;
  const policy = `default-src 'none'; style-src '${styleHash}'; base-uri 'none'; form-action 'none'`;
  const summary = say.fixed("summary", { open: counts.open, items: counts.items, day: now.slice(0, 10) });
  const page = html`<!doctype html>
<html lang="${say.fixed("language")}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${{ html: policy }}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${{ html: style }}</style>
</head>
<body>
<a class="skip" href="#first">${say.fixed("skip-to-first")}</a>
<header><h1>${title}</h1><p>${summary} <span class="soft">${say.fixed("people", { people: counts.people, events: counts.events })}</span></p></header>
<main>
${firstSection(review, say)}
${contributorSection(review, say)}
${await leadSection(review, say)}
${executiveSection(review, say)}
${scheduleSection(review, say)}
${closingSection(review, say)}
</main>
</body>
</html>
`;
  return page.html;
}
