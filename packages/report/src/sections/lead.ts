import { chartFigure } from "../chart/chart-figure.js";
import { type Html, html } from "../page/html.js";
import { day, type Page, percent, type Tile, table, tiles, title } from "../page/parts.js";
import { findings } from "./findings.js";
import { boundaries, logic, stuck } from "./together.js";

const mostAgeing = 15;

function flowTiles({ review, texts }: Page): Tile[] {
  const { say } = texts;
  const { cycleTime, expectation } = review.lead.flow;
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
  ];
}

function forecastWords(page: Page): Html {
  const { say } = page.texts;
  const forecast = page.review.lead.forecast;
  if (forecast === undefined) return html`<p>${say("forecast-none")}</p>`;
  const rows = forecast.done.map(({ confidence, day: by }) => [
    percent(page.texts, confidence),
    by === undefined ? say("beyond") : day(by),
  ]);
  return html`<p>${say("forecast-says", { n: forecast.openItems })}</p>
${table(say("forecast-table", { n: forecast.openItems }), [say("chance"), say("done-by")], rows)}
<p class="note">${say("forecast-honest", { days: forecast.forecast.windowDays })}</p>`;
}

function ageingTable(page: Page): Html {
  const { say } = page.texts;
  const { ageing } = page.review.lead;
  if (ageing.length === 0) return html`<p>${say("ageing-none")}</p>`;
  const rows = ageing
    .slice(0, mostAgeing)
    .map(({ title: name, days, chance, blocked }) => [
      title(name),
      say("days", { n: days }),
      chance === undefined ? "–" : percent(page.texts, chance),
      say(blocked ? "blocked" : "not-blocked"),
    ]);
  const rest = ageing.length - rows.length;
  return html`${table(say("ageing-table"), [say("item"), say("in-progress"), say("keeps-expectation"), say("state")], rows, { numbers: [1, 2], stacks: true })}${
    rest > 0 ? html`<p class="note">${say("more", { rest })}</p>` : ""
  }`;
}

/** How work flows, what grows old, until when it is done, who is loaded how, and what the checks found. */
export async function lead(page: Page): Promise<Html> {
  const { say } = page.texts;
  const draw = async (...names: readonly Parameters<typeof chartFigure>[0][]): Promise<Html[]> => {
    const figures: Html[] = [];
    for (const name of names) figures.push(await chartFigure(name, page));
    return figures;
  };
  const flow = flowTiles(page);
  const load = await draw("load");
  return html`<section id="lead" aria-labelledby="lead-title"><h2 id="lead-title">${say("lead")}</h2><p class="sub">${say("lead-sub")}</p>
<h3>${say("flow")}</h3>${flow.length === 0 ? html`<p>${say("flow-none")}</p>` : tiles(flow)}
<div class="charts">${await draw("throughput", "cycleTime")}</div>
<h3>${say("ageing")}</h3>${ageingTable(page)}<div class="charts">${await draw("cumulativeFlow", "ageing")}</div>
${stuck(page)}
<h3>${say("forecast")}</h3><div class="charts"><div>${forecastWords(page)}</div>${await draw("forecast")}</div>
<h3>${say("load")}</h3>${page.review.charts.load === undefined ? html`<p>${say("load-none")}</p>` : html`<div class="charts">${load}</div>`}
${boundaries(page)}
${logic(page)}
${findings(page)}
</section>`;
}
