import type { ChartName } from "evenkeel";
import { chartFigure } from "../chart/chart-figure.js";
import { type Html, html } from "../page/html.js";
import { type Page, percent, table, title } from "../page/parts.js";
import { findings } from "./findings.js";
import { flowFigures, littlesLaw, timeSpent } from "./flow.js";
import { forecastGrounds, forecastWords } from "./forecast.js";
import { priceOfLimit } from "./price.js";
import { teamShares } from "./team-shares.js";
import { boundaries, logic, stuck } from "./together.js";

const mostAgeing = 15;

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
  const { charts } = page.review;
  const draw = async (...names: readonly ChartName[]): Promise<Html[]> => {
    const figures: Html[] = [];
    for (const name of names) figures.push(await chartFigure(name, page));
    return figures;
  };
  // Where states are told, a picture by state says more; where nothing is open, there is nothing to run towards.
  const flowChart = charts.stateFlow === undefined ? "cumulativeFlow" : "stateFlow";
  const ageChart = charts.ageingByState === undefined ? "ageing" : "ageingByState";
  const aheadChart = (page.review.lead.forecast?.openItems ?? 0) > 0 ? "burnUp" : "forecast";
  return html`<section id="lead" aria-labelledby="lead-title"><h2 id="lead-title">${say("lead")}</h2><p class="sub">${say("lead-sub")}</p>
<h3>${say("forecast")}</h3><div class="charts"><div>${forecastWords(page)}</div>${await draw(aheadChart)}</div>
${forecastGrounds(page)}
<h3>${say("flow")}</h3>${flowFigures(page)}
<div class="charts">${await draw("throughput", "cycleTime")}</div>
${timeSpent(page)}
${littlesLaw(page)}
<h3>${say("ageing")}</h3>${ageingTable(page)}<div class="charts">${await draw(flowChart, ageChart)}</div>
${stuck(page)}
<h3>${say("load")}</h3>${charts.load === undefined ? html`<p>${say("load-none")}</p>` : html`<div class="charts">${await draw("loadHeat", "load")}</div>`}
${await priceOfLimit(page)}
${teamShares(page)}
${boundaries(page)}
${logic(page)}
${findings(page)}
</section>`;
}
