import type { Catalog } from "@evenkeel/kernel";
import { type Price, type Review, en as reviewTexts } from "evenkeel";
import { en as ownTexts } from "./en.js";
import { html, trusted } from "./page/html.js";
import type { ExportGap, ImportAccount, Page } from "./page/parts.js";
import { styleHash, styleSheet } from "./page/style.js";
import { textsOf } from "./page/texts.js";
import { contributor } from "./sections/contributor.js";
import { dates } from "./sections/dates.js";
import { executive } from "./sections/executive.js";
import { first } from "./sections/first.js";
import { header } from "./sections/header.js";
import { lead } from "./sections/lead.js";
import { notes } from "./sections/notes.js";
import { questions } from "./sections/questions.js";
import { source } from "./sections/source.js";

/** How to write a report. */
export interface ReportOptions {
  /** Texts by code, of this package (`report/...`) and of everything a review says; what it lacks is English. */
  readonly catalog?: Catalog;
  /** BCP 47 tag of the catalog's language; default `en`. */
  readonly language?: string;
  /** What a limit of weekly hours costs, of `priceOfRule`; absent = not told. */
  readonly price?: Price;
  /** What the export that was read cannot tell, of `exportMeasures`; the catalog holds their texts. */
  readonly gaps?: readonly ExportGap[];
  /** What was read, assumed, kept and left out, of the report of an import. */
  readonly account?: ImportAccount;
}

/**
 * One self-contained HTML page from a review: what to do first, then what a contributor, a lead and an executive ask.
 *
 * It needs no script, loads nothing and forbids both by its own Content-Security-Policy; it holds what the review holds
 * and no more. Texts of the documents come out inert. Same review, same options: the same bytes, in any time zone and
 * locale. Long lists are cut with a word about the rest. It promises no fixed markup.
 *
 * @param review - of `reviewWork`
 * @param options - texts and their language
 * @returns the page as text, to be stored or sent as UTF-8
 *
 * Issues: none.
 * Time O(rows of the review) beside the drawing of its charts, space the same.
 * Source: own; charts by Vega-Lite (Satyanarayan et al., 2017), bars of time after Gantt (1910).
 *
 * @example
 * import { orThrow, reviewWork } from "evenkeel";
 * const review = orThrow(reviewWork({ plan: { formatVersion: 1, title: "Refit", items: [{ id: "A", title: "<b>Paint</b>", kind: "task" }] }, now: "2026-05-01" }));
 * const page = await renderReport(review);
 * page.includes("&lt;b&gt;Paint"); // => true
 * page.includes("<script"); // => false
 */
export async function renderReport(review: Review, options: ReportOptions = {}): Promise<string> {
  const texts = textsOf({ ...reviewTexts, ...ownTexts, ...options.catalog });
  const { price, gaps: known, account } = options;
  const page: Page = {
    review,
    texts,
    ...(price === undefined ? {} : { price }),
    ...(known === undefined ? {} : { gaps: known }),
    ...(account === undefined ? {} : { account }),
  };
  const { say } = texts;
  const language = /^[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*$/.test(options.language ?? "en")
    ? (options.language ?? "en")
    : "en";
  const policy = `default-src 'none'; style-src '${styleHash}'; img-src data:; base-uri 'none'; form-action 'none'`;
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${trusted(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${say("page-title", { title: review.title })}</title>
<style>${trusted(styleSheet)}</style>
</head>
<body>
<a class="skip" href="#first">${say("skip")}</a>
${header(page)}
<main>
${source(page)}
${first(page)}
${contributor(page)}
${questions(page)}
${await lead(page)}
${await executive(page)}
${dates(page)}
${notes(page)}
</main>
<footer><p>${say("footer")}</p></footer>
</body>
</html>
`.html;
}
