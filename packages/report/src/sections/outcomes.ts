import type { Review } from "evenkeel";
import { type Html, html } from "../page/html.js";
import { fold, type Page, percent, title } from "../page/parts.js";

const mostShown = 100;
const minutesPerDay = 480;
/** From so large a share of exact hits on, estimate or effort was probably copied from the other. */
const copied = 0.4;
const times = (ratio: number): number => Math.round(ratio * 10) / 10;
const days = (count: number): number => Math.round(count * 10) / 10;

function bar(share: number): Html {
  const width = Math.round(Math.min(1, Math.max(0, share)) * 1000) / 10;
  return html`<svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true"><rect class="track" width="100" height="8"/><rect class="done" width="${width}" height="8"/></svg>`;
}

function effort({ review, texts }: Page): string[] {
  const { say } = texts;
  const { serving, yield: spent, rework } = review.executive;
  return [
    ...(serving?.share === undefined
      ? []
      : [
          say("serving", {
            share: percent(texts, serving.share),
            minutes: serving.serving,
            of: serving.serving + serving.servingNone,
          }),
        ]),
    ...(spent === undefined || spent.personDays === 0
      ? []
      : [
          say(spent.servingNoneDays > 0 ? "spent-some" : "spent", {
            days: days(spent.personDays),
            none: days(spent.servingNoneDays),
          }),
        ]),
    ...(rework?.share === undefined || rework.share === 0
      ? []
      : [say("rework-effort", { share: rework.share, items: rework.reworkedItems })]),
  ];
}

/** How far estimates could be relied on, for a team or plan. */
function estimates({ review, texts: { say } }: Page): Html {
  const found = review.executive.estimates;
  if (found === undefined) return html``;
  const { n, ratio, within, exact } = found;
  return fold(
    say("estimates"),
    html`<p>${say("estimates-says", { n, p50: times(ratio.p50), p85: times(ratio.p85), within: within.share })}</p>${
      exact.share < copied ? "" : html`<p>${say("estimates-exact", { share: exact.share })}</p>`
    }`,
  );
}

type Row = Review["executive"]["outcomes"]["outcomes"][number];

function outcomeRow({ outcomeId, title: name, progress, missing }: Row, { review, texts }: Page): Html {
  const { say } = texts;
  const minutes = review.executive.yield?.outcomes.find((each) => each.outcomeId === outcomeId)?.minutes ?? 0;
  const cost =
    minutes === 0 ? "" : html` <small>${say("outcome-effort", { days: days(minutes / minutesPerDay) })}</small>`;
  const gaps = missing.map((part) => texts.sayOr(`missing-${part}`, part)).join(", ");
  const value =
    progress === undefined
      ? html`<span class="value">${missing.length === 0 ? say("progress-unknown") : say("progress-missing", { missing: gaps })}${cost}</span>`
      : html`<span class="value">${percent(texts, progress)}${cost}</span>${bar(progress)}`;
  return html`<li><span class="name">${title(name)}</span>${value}</li>`;
}

/** How far the change has come about, and what effort went into it. */
export function outcomes(page: Page): Html {
  const { say } = page.texts;
  const { outcomes: rows, attained, measurable } = page.review.executive.outcomes;
  const list = rows.slice(0, mostShown).map((row) => outcomeRow(row, page));
  const spent = effort(page);
  return html`<h3>${say("outcomes")}</h3>
${
  rows.length === 0
    ? html`<p>${say("outcomes-none")}</p>`
    : html`<p>${attained === undefined ? say("outcomes-unmeasured") : say("outcomes-says", { share: attained, n: measurable, all: rows.length })}</p><ul class="outcomes">${list}</ul>`
}
${spent.length === 0 ? "" : html`<p>${spent.join(" ")}</p>`}${estimates(page)}`;
}
