import type { ForecastSummary } from "evenkeel";
import { clipped, type Html, html } from "../page/html.js";
import { odds } from "../page/odds.js";
import { day, fold, type Page, percent, table } from "../page/parts.js";

const fewest = 10;
const millisPerDay = 86_400_000;
type Past = NonNullable<ForecastSummary["forecast"]["record"]>[number];

/** How many days ahead the day lies that has 17 in 20 chances. */
function daysAhead({ forecast, done }: ForecastSummary): number | undefined {
  const by = done.find(({ confidence }) => confidence === 0.85)?.day;
  if (by === undefined || forecast.firstDay === undefined) return undefined;
  return Date.parse(by) / millisPerDay - forecast.firstDay + 1;
}

/** The record of the horizon next to the one asked about, among those with enough forecasts, else the longest there is. */
function recordFor(summary: ForecastSummary): Past | undefined {
  const list = summary.forecast.record ?? [];
  const ahead = daysAhead(summary) ?? Number.MAX_SAFE_INTEGER;
  const far = ({ days }: Past): number => Math.max(days / ahead, ahead / days);
  const known = list.filter(({ n }) => n >= fewest);
  return [...(known.length > 0 ? known : list)].sort((a, b) => far(a) - far(b) || a.days - b.days)[0];
}

const verdictOf = ({ confidence, low, high }: Past): string =>
  low > confidence ? "came-true-cautious" : high < confidence ? "came-true-bold" : "came-true-as-said";

function record(summary: ForecastSummary, { texts: { say } }: Page): Html {
  const past = recordFor(summary);
  if (past === undefined) return html`<p>${say("came-true-none")}</p>`;
  const { confidence, days, hits, share, n } = past;
  if (n < fewest) return html`<p>${say("came-true-few", { confidence, days, hits, n })}</p>`;
  return html`<p>${say("came-true", { confidence, days, share, n })} ${say(verdictOf(past), { n })}</p>`;
}

/** What the forecast rests on, how it fared at every horizon, and why its range is as wide as it is. */
export function forecastGrounds({ texts: { say }, review }: Page): Html {
  const forecast = review.lead.forecast?.forecast;
  if (forecast === undefined) return html``;
  const { record: past = [], width, prior, windowDays } = forecast;
  const rows = past.map(({ days, hits, n, low, high }) => [
    say("days", { n: days }),
    say("times-of", { hits, n }),
    say("share-range", { low, high }),
  ]);
  const heads = ["days-ahead", "came-true-head", "share-range-head"].map((key) => say(key));
  const caption = say("came-true-table");
  return fold(
    say("forecast-more"),
    html`<p>${say("forecast-honest", { days: windowDays })}</p>
${rows.length === 0 ? "" : html`<h4>${caption}</h4>${table(caption, heads, rows, { numbers: [1, 2], stacks: true })}<p class="note">${say("came-true-note")}</p>`}
${width === undefined ? "" : html`<p>${say("width-says", { noise: width.noise, drift: width.drift, level: width.level })}</p>`}
${prior === undefined ? "" : html`<p>${say("prior-says")} ${clipped(prior.referenceClass, 400)}.</p>`}`,
  );
}

/** Until when the open items are done, in chances people can count, and how such forecasts fared so far. */
export function forecastWords(page: Page): Html {
  const { texts, review } = page;
  const { say } = texts;
  const summary = review.lead.forecast;
  if (summary === undefined) return html`<p>${say("forecast-none")}</p>`;
  const { openItems, done } = summary;
  if (openItems === 0) return html`<p>${say("forecast-nothing-open")}</p>${record(summary, page)}`;
  const sure = done.find(({ confidence, day: by }) => confidence === 0.85 && by !== undefined);
  const rows = done.map(({ confidence, day: by }) => [
    odds(texts, confidence),
    by === undefined ? say("beyond") : day(by),
    percent(texts, confidence),
  ]);
  return html`<p>${say("forecast-says", { n: openItems })}</p>
${sure?.day === undefined ? "" : html`<p class="answer">${say("forecast-answer", { odds: odds(texts, sure.confidence), by: sure.day })}</p>`}
${record(summary, page)}
${table(say("forecast-table", { n: openItems }), [say("chances"), say("done-by"), say("chance")], rows, { numbers: [2] })}`;
}
