import type { Chart } from "@evenkeel/kernel";
import { chartSvg } from "./chart-svg.js";
import { html, type Markup } from "./html.js";
import type { Say } from "./say.js";
import { type Cell, table } from "./table.js";

/** Rows of a chart's table at most; more than that nobody reads. */
const mostRows = 400;

/** A chart with its heading, the sentence that says the same, and its data as a table. */
export async function chartFigure(name: string, chart: Chart, say: Say): Promise<Markup> {
  const [first] = chart.rows;
  if (first === undefined) return html``;
  const titleId = `chart-${name}`;
  const columns = Object.keys(first);
  const svg = await chartSvg(chart, name, titleId);
  const [head = "", ...rest] = columns;
  const rows = chart.rows.slice(0, mostRows).map((row): [string, ...Cell[]] => [
    String(row[head] ?? ""),
    ...rest.map((column): Cell => {
      const value = row[column];
      return typeof value === "number" ? { number: String(Math.round(value * 1000) / 1000) } : String(value ?? "");
    }),
  ]);
  return html`<figure><figcaption id="${titleId}">${say.fixed(`chart-${name}`)}</figcaption><p>${say.message(chart.text)}</p><div class="wide">${{ html: svg }}</div><details><summary>${say.fixed("data")}</summary>${table(say.fixed(`chart-${name}`), columns, rows)}</details></figure>`;
}
