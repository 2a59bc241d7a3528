import { type SharePart, shareBar } from "../chart/share-bar.js";
import { type Html, html } from "../page/html.js";
import { fold, type Page, percent, type Tile, tiles } from "../page/parts.js";

const millisPerDay = 86_400_000;
const tenths = (value: number): number => Math.round(value * 10) / 10;

function flowTiles({ review, texts }: Page): Tile[] {
  const { say } = texts;
  const { cycleTime, expectation, efficiency } = review.lead.flow;
  const days = (n: number): string => say("unit-days", { n });
  return [
    ...(cycleTime === undefined
      ? []
      : [
          { name: say("flow-p50"), value: cycleTime.p50, note: days(cycleTime.p50) },
          { name: say("flow-p85"), value: cycleTime.p85, note: days(cycleTime.p85) },
          { name: say("flow-sample"), value: cycleTime.items, note: say("unit-items", { n: cycleTime.items }) },
        ]),
    ...(expectation === undefined
      ? []
      : [
          {
            name: say(expectation.reached ? "flow-expectation" : "flow-expectation-short", {
              chance: expectation.probability,
            }),
            value: expectation.days,
            note: days(expectation.days),
          },
        ]),
    // Where nothing but states of work is told, all time looks like work.
    ...(efficiency === undefined || efficiency.efficiency === 1
      ? []
      : [{ name: say("flow-efficiency"), value: percent(texts, efficiency.efficiency), note: say("flow-of-time") }]),
  ];
}

/** Figures of flow, or that there are none. */
export function flowFigures(page: Page): Html {
  const list = flowTiles(page);
  return list.length === 0 ? html`<p>${page.texts.say("flow-none")}</p>` : tiles(list);
}

/** Where the time in progress went, what was blocked and what came back. */
export function timeSpent({ review, texts }: Page): Html {
  const { say } = texts;
  const { time, blocked, rework } = review.lead.flow;
  if (time === undefined || time.itemMillis === 0) return html``;
  const parts = (["active", "waiting", "blocked", "proposed", "paused", "untold"] as const).map((kind): SharePart => {
    const share = time[`${kind}Millis`] / time.itemMillis;
    return { kind, share, words: html`${say(`time-${kind}`)} <b>${percent(texts, share)}</b>` };
  });
  const lines = [
    ...(blocked === undefined || blocked.spells === 0
      ? []
      : [
          say("blocked-says", {
            items: blocked.items,
            spells: blocked.spells,
            longest: tenths(blocked.longestMillis / millisPerDay),
          }),
        ]),
    ...(rework === undefined || rework.forward === 0
      ? []
      : [
          say(rework.items === 0 ? "rework-none" : "rework-says", {
            back: rework.backward + rework.reopened,
            moves: rework.forward + rework.backward + rework.reopened,
            reopened: rework.reopened === 0 ? "" : rework.reopened,
            isReopened: rework.reopened > 0,
            items: rework.items,
          }),
        ]),
  ];
  return html`<h4>${say("time")}</h4>${shareBar(parts)}${lines.length === 0 ? "" : html`<p>${lines.join(" ")}</p>`}<p class="note">${say("time-note")}</p>`;
}

/** Whether work in progress, pace and duration hold together, for who wants to know. */
export function littlesLaw({ review, texts }: Page): Html {
  const { say, tell } = texts;
  const law = review.lead.flow.littlesLaw;
  if (law?.averageDays === undefined || law.impliedDays === undefined) return html``;
  const debt = tenths(law.impliedDays - law.averageDays);
  const broken = law.broken.map((each) => html`<li>${tell(each).message}</li>`);
  return fold(
    say("law"),
    html`<p>${say("law-says", {
      wip: tenths(law.averageWip),
      rate: tenths(law.ratePerDay * 7),
      days: tenths(law.averageDays),
      implied: tenths(law.impliedDays),
    })}</p>${Math.abs(debt) < 0.1 ? "" : html`<p>${say(debt > 0 ? "law-debt" : "law-paid", { days: Math.abs(debt) })}</p>`}${
      broken.length === 0 ? "" : html`<ul class="lines">${broken}</ul>`
    }`,
  );
}
