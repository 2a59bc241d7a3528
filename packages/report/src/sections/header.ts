import { type Html, html } from "../page/html.js";
import { odds } from "../page/odds.js";
import { day, dayOf, type Page, percent, type Tile, tiles, title } from "../page/parts.js";

/** Promises that are not safe. */
const doubtful = ({ review }: Page): number =>
  review.executive.promises.filter(({ standing }) => standing === "at-risk" || standing === "late").length;

function figures(page: Page): Tile[] {
  const { review, texts } = page;
  const { say } = texts;
  const { counts, lead, executive, findings } = review;
  const { wip, throughput28, cycleTime } = lead.flow;
  const failed = findings.filter(({ outcome }) => outcome === "fail").length;
  const promised = executive.promises.length;
  const sure = counts.open === 0 ? undefined : lead.forecast?.done.find(({ confidence }) => confidence === 0.85);
  const attained = executive.outcomes.attained;
  return [
    { name: say("tile-open"), value: counts.open, note: say("tile-open-of", { items: counts.items }) },
    ...(wip === undefined ? [] : [{ name: say("tile-wip"), value: wip, note: say("unit-items", { n: wip }) }]),
    ...(throughput28 === undefined
      ? []
      : [{ name: say("tile-throughput"), value: throughput28, note: say("unit-items", { n: throughput28 }) }]),
    ...(cycleTime === undefined
      ? []
      : [{ name: say("tile-p85"), value: cycleTime.p85, note: say("unit-days", { n: cycleTime.p85 }) }]),
    ...(sure?.day === undefined
      ? []
      : [{ name: say("tile-done", { odds: odds(texts, sure.confidence) }), value: day(sure.day) }]),
    ...(promised === 0
      ? []
      : [{ name: say("tile-promises"), value: doubtful(page), note: say("tile-promises-of", { promised }) }]),
    ...(attained === undefined ? [] : [{ name: say("tile-outcomes"), value: percent(texts, attained) }]),
    { name: say("tile-findings"), value: failed },
  ];
}

/** Title, one line that sums up, a few figures, and the way to each part. */
export function header(page: Page): Html {
  const { review, texts } = page;
  const { say } = texts;
  const { counts, first, executive } = review;
  const parts = [
    ...(page.account !== undefined || (page.gaps ?? []).length > 0 ? ["source"] : []),
    "first",
    "contributor",
    "questions",
    "lead",
    "executive",
    ...(review.schedules.length > 0 ? ["dates"] : []),
    "notes",
  ];
  const summary = [
    first.length === 0 ? say("first-none") : say("summary-actions", { n: first.length }),
    ...(executive.promises.length > 0
      ? [say("summary-promises", { bad: doubtful(page), n: executive.promises.length })]
      : []),
    say("summary-work", { open: counts.open, items: counts.items }),
  ].join(" ");
  return html`<header class="top">
<p class="over">${say("over", { day: dayOf(review.now) })}</p>
<h1>${title(review.title)}</h1>
<p class="lede">${summary}</p>
${tiles(figures(page))}
<nav aria-label="${say("nav")}"><ul>${parts.map((part) => html`<li><a href="#${part}">${say(`nav-${part}`)}</a></li>`)}</ul></nav>
</header>`;
}
