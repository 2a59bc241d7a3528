import type { Facts } from "@evenkeel/kernel";
import type { PromiseOutlook } from "evenkeel";
import { type Html, html, trusted } from "../page/html.js";
import { odds } from "../page/odds.js";
import { day, dayOf, type Page, table, title } from "../page/parts.js";

const mostShown = 100;
const shapes: Readonly<Record<PromiseOutlook["standing"], string>> = {
  safe: "●",
  "at-risk": "▲",
  late: "■",
  unknown: "○",
};

function network({ networkFinish, networkDaysLate }: PromiseOutlook, { texts }: Page): Html {
  if (networkFinish === undefined) return html`–`;
  const late = networkDaysLate ?? 0;
  const note = late > 0 ? texts.say("days-late", { n: late }) : texts.say("in-time");
  return html`${day(networkFinish)} <small>${note}</small>`;
}

function promiseRow(promise: PromiseOutlook, page: Page): (string | Html)[] {
  const { say } = page.texts;
  const { what, due, by, to, stated, flowChance, itemsFirst, safeDay, standing } = promise;
  const kind = by === undefined ? "to" : to === undefined ? "by" : "between";
  const parties =
    by === undefined && to === undefined
      ? ""
      : html`<small>${say(`promised-${kind}`, { by: by ?? "", to: to ?? "" })}</small>`;
  const notes = [
    ...(itemsFirst === undefined ? [] : [say("items-first", { n: itemsFirst })]),
    ...(stated === undefined ? [] : [say("stated", { odds: odds(page.texts, stated) })]),
  ].join("; ");
  const pace = html`${flowChance === undefined ? "–" : odds(page.texts, flowChance)} <small>${notes}</small>`;
  return [
    html`${title(what)} ${parties}`,
    day(due),
    html`<span class="standing ${standing}"><span aria-hidden="true">${trusted(shapes[standing] ?? "○")}</span> ${say(`standing-${standing}`)}</span>`,
    network(promise, page),
    pace,
    safeDay === undefined ? "–" : day(safeDay),
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

/** Each open promise by dependencies and by pace, with the day that would be safe. */
export function promises(page: Page): Html {
  const { say, tell } = page.texts;
  const { promises: list } = page.review.executive;
  const heads = ["promise", "due", "standing", "by-dependencies", "by-pace", "safe-day"].map((key) => say(key));
  const shown = list.slice(0, mostShown);
  const rest = list.length - shown.length;
  const apart = list.flatMap(({ disagreement, what }) =>
    disagreement === undefined
      ? []
      : [html`<li><b>${title(what)}</b>: ${tell({ ...disagreement, facts: byDay(disagreement.facts) }).message}</li>`],
  );
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
${shown.some(({ safeDay }) => safeDay !== undefined) ? html`<p class="note">${say("safe-day-note")}</p>` : ""}
${apart.length === 0 ? "" : html`<h4>${say("disagree")}</h4><ul class="lines">${apart.slice(0, mostShown)}</ul>`}`;
}
