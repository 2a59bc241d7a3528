import type { Facts } from "@evenkeel/kernel";
import type { PromiseOutlook } from "evenkeel";
import { type Html, html, trusted } from "../page/html.js";
import { day, dayOf, type Page, percent, table, title } from "../page/parts.js";
import { itemName } from "./reference-text.js";

const mostShown = 100;
const shapes: Readonly<Record<PromiseOutlook["standing"], string>> = {
  safe: "●",
  "at-risk": "▲",
  late: "■",
  unknown: "○",
};

function bar(share: number): Html {
  const width = Math.round(Math.min(1, Math.max(0, share)) * 1000) / 10;
  return html`<svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true"><rect class="track" width="100" height="8"/><rect class="done" width="${width}" height="8"/></svg>`;
}

function outcomes(page: Page): Html {
  const { say } = page.texts;
  const { outcomes: summary, serving } = page.review.executive;
  const rows = summary.outcomes.slice(0, mostShown).map(({ title: name, progress, missing }) => {
    const gaps = missing.map((part) => page.texts.sayOr(`missing-${part}`, part)).join(", ");
    return html`<li><span class="name">${title(name)}</span>${
      progress === undefined
        ? html`<span class="value">${missing.length === 0 ? say("progress-unknown") : say("progress-missing", { missing: gaps })}</span>`
        : html`<span class="value">${percent(page.texts, progress)}</span>${bar(progress)}`
    }</li>`;
  });
  const attained = summary.attained;
  return html`<h3>${say("outcomes")}</h3>
${
  rows.length === 0
    ? html`<p>${say("outcomes-none")}</p>`
    : html`<p>${attained === undefined ? say("outcomes-unmeasured") : say("outcomes-says", { share: attained, n: summary.measurable, all: summary.outcomes.length })}</p><ul class="outcomes">${rows}</ul>`
}
${serving?.share === undefined ? "" : html`<p>${say("serving", { share: serving.share, minutes: serving.serving, of: serving.serving + serving.servingNone })}</p>`}`;
}

function network({ networkFinish, networkDaysLate }: PromiseOutlook, { texts }: Page): Html {
  if (networkFinish === undefined) return html`–`;
  const late = networkDaysLate ?? 0;
  const note = late > 0 ? texts.say("days-late", { n: late }) : texts.say("in-time");
  return html`${day(networkFinish)} <small>${note}</small>`;
}

function promiseRow(promise: PromiseOutlook, page: Page): (string | Html)[] {
  const { say } = page.texts;
  const { what, due, by, to, stated, flowChance, itemsFirst, standing } = promise;
  const kind = by === undefined ? "to" : to === undefined ? "by" : "between";
  const parties =
    by === undefined && to === undefined
      ? ""
      : html`<small>${say(`promised-${kind}`, { by: by ?? "", to: to ?? "" })}</small>`;
  const pace =
    flowChance === undefined
      ? "–"
      : html`${percent(page.texts, flowChance)}${itemsFirst === undefined ? "" : html` <small>${say("items-first", { n: itemsFirst })}</small>`}`;
  return [
    html`${title(what)} ${parties}`,
    day(due),
    html`<span class="standing ${standing}"><span aria-hidden="true">${trusted(shapes[standing] ?? "○")}</span> ${say(`standing-${standing}`)}</span>`,
    network(promise, page),
    pace,
    stated === undefined ? "–" : percent(page.texts, stated),
  ];
}

/** Times of day say more than anyone asked where days are compared. */
const byDay = (facts: Facts): Facts =>
  Object.fromEntries(
    Object.entries(facts).map(([key, fact]) => [
      key,
      typeof fact === "string" && /^\d{4}-\d{2}-\d{2}T[\d:.]+Z?$/.test(fact) ? dayOf(fact) : fact,
    ]),
  );

function promises(page: Page): Html {
  const { say, tell } = page.texts;
  const { promises: list, record } = page.review.executive;
  const heads = ["promise", "due", "standing", "by-dependencies", "by-pace", "stated"].map((key) => say(key));
  const shown = list.slice(0, mostShown);
  const rest = list.length - shown.length;
  const apart = list.flatMap(({ disagreement, what }) =>
    disagreement === undefined
      ? []
      : [html`<li><b>${title(what)}</b>: ${tell({ ...disagreement, facts: byDay(disagreement.facts) }).message}</li>`],
  );
  const share = record?.keptShare;
  return html`<h3>${say("promises")}</h3>
${
  shown.length === 0
    ? html`<p>${say("promises-none")}</p>`
    : table(
        say("promises-table"),
        heads,
        shown.map((promise) => promiseRow(promise, page)),
        { stacks: true },
      )
}${rest > 0 ? html`<p class="note">${say("more", { rest })}</p>` : ""}
${apart.length === 0 ? "" : html`<h4>${say("disagree")}</h4><ul class="lines">${apart.slice(0, mostShown)}</ul>`}
<h3>${say("record")}</h3>
${
  record === undefined || share === undefined
    ? html`<p>${say("record-none")}</p>`
    : html`<p>${say("record-says", { kept: share.hits, n: share.n, share: share.share, low: share.low, high: share.high })}</p><p class="note">${say("record-rest", { missed: record.missed, withdrawn: record.withdrawn, renegotiated: record.renegotiated, open: record.open })}</p>`
}`;
}

function decisions(page: Page): Html {
  const { say } = page.texts;
  const list = page.review.executive.decisions;
  const rows = list.slice(0, mostShown).map(({ question, decider, by, blocks }) => [
    title(question),
    title(decider ?? say("nobody")),
    by === undefined ? say("no-date") : day(by),
    blocks.length === 0
      ? "–"
      : `${say("count-items", { n: blocks.length })}: ${blocks
          .slice(0, 3)
          .map((id) => itemName(id, page))
          .join("; ")}${blocks.length > 3 ? "; …" : ""}`,
  ]);
  const heads = ["question", "decider", "decide-by", "holds-up"].map((key) => say(key));
  return html`<h3>${say("decisions")}</h3>
${rows.length === 0 ? html`<p>${say("decisions-none")}</p>` : table(say("decisions-table"), heads, rows, { stacks: true })}`;
}

/** Outcomes, promises with their chances, the record of promises, decisions that wait. */
export function executive(page: Page): Html {
  const { say } = page.texts;
  return html`<section id="executive" aria-labelledby="executive-title"><h2 id="executive-title">${say("executive")}</h2><p class="sub">${say("executive-sub")}</p>
${outcomes(page)}
${promises(page)}
${decisions(page)}
</section>`;
}
