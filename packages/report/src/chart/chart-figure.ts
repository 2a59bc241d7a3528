import type { Chart, ChartRow } from "@evenkeel/kernel";
import type { ChartName } from "evenkeel";
import { type Html, html, trusted } from "../page/html.js";
import { type Page, table, title } from "../page/parts.js";
import { adaptSpec } from "./adapt-spec.js";
import { drawChart } from "./draw-chart.js";
import { byDay, sinceFirstDay } from "./state-rows.js";

const mostDrawn = 24;
const mostPeople = 12;
const mostTabled = 366;

/** The rows that fit a picture; the table keeps the others. */
function drawn(name: string, rows: readonly ChartRow[]): readonly ChartRow[] {
  if (name === "ageing") return [...rows].sort((a, b) => Number(b["days"]) - Number(a["days"])).slice(0, mostDrawn);
  if (name !== "load") return rows;
  const people = new Set([...new Set(rows.map(({ person }) => person))].slice(0, mostPeople));
  return rows.filter(({ person }) => people.has(person ?? ""));
}

/** The same name twice would be one bar: the second says that it is the second. */
function apart(rows: readonly ChartRow[]): ChartRow[] {
  const seen = new Map<string, number>();
  return rows.map((row) => {
    const id = row["id"];
    if (typeof id !== "string") return row;
    const count = (seen.get(id) ?? 0) + 1;
    seen.set(id, count);
    return count === 1 ? row : { ...row, id: `${title(id).slice(0, 40)} (${count})` };
  });
}

const shares = new Set(["chance", "probability", "low", "high"]);

function cellOf(value: ChartRow[string] | undefined, column: string, { texts }: Page): string | number {
  if (column === "line") return texts.sayOr(`line-${value}`, String(value));
  if (typeof value === "boolean") return texts.say(value ? "yes" : "no");
  if (typeof value !== "number") return title(value ?? "");
  return shares.has(column) || (column === "share" && value <= 1)
    ? texts.say("percent", { share: value })
    : Math.round(value * 100) / 100;
}

interface Cells {
  readonly heads: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

function cellsOf(name: string, rows: readonly ChartRow[], page: Page): Cells {
  const { say, sayOr } = page.texts;
  if (name === "stateFlow") {
    const { states, days } = byDay(rows);
    return { heads: [say("column-day"), ...states.map(title)], rows: days };
  }
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return {
    heads: columns.map((column) => sayOr(`column-${column}`, column)),
    rows: rows.map((row) => columns.map((column) => cellOf(row[column], column, page))),
  };
}

function dataTable(name: string, all: readonly ChartRow[], page: Page): Html {
  const { say } = page.texts;
  const { heads, rows } = cellsOf(name, all, page);
  const rest = rows.length - mostTabled;
  const more = rest > 0 ? html`<p>${say("more", { rest })}</p>` : "";
  const body = table(say(`chart-${name}`), heads, rows.slice(0, mostTabled), {
    numbers: heads.flatMap((_head, at) => (rows.some((cells) => typeof cells[at] === "number") ? [at] : [])),
  });
  return html`<details class="data"><summary>${say("chart-table", { name: say(`chart-${name}`) })}</summary>${body}${more}</details>`;
}

/** A chart of the review as a figure; nothing where the review has none. */
export const chartFigure = (name: ChartName, page: Page): Promise<Html> =>
  figureOf(name, page.review.charts[name], page);

/** A chart as a figure: heading, what it says in a sentence, the picture, how to read it, its data as a table. */
export async function figureOf(name: string, chart: Chart | undefined, page: Page): Promise<Html> {
  if (chart === undefined || chart.rows.length === 0) return html``;
  const { say, sayOr, tell } = page.texts;
  const all = name === "stateFlow" ? sinceFirstDay(chart.rows, page.texts) : chart.rows;
  const rows = apart(drawn(name, all));
  const { inner, width, height } = await drawChart(adaptSpec(rows, chart.spec, page.texts), name);
  const size = `${Math.ceil(width)} ${Math.ceil(height)}`;
  const cut = rows.length < chart.rows.length ? html`<p class="note">${say("chart-cut")}</p>` : "";
  return html`<figure class="chart ${name}">
<h4 id="chart-${name}">${say(`chart-${name}`)}</h4>
<p id="says-${name}">${sayOr(`says-${name}`, tell(chart.text).message, chart.text.facts)}</p>
<div class="scroll" role="group" aria-labelledby="chart-${name}" tabindex="0"><svg${width < 736 ? trusted(" data-narrow") : ""} viewBox="0 0 ${trusted(size)}" width="${Math.ceil(width)}" height="${Math.ceil(height)}" role="img" aria-labelledby="chart-${name} says-${name}">${trusted(inner)}</svg></div>
<p class="note">${say(`reading-${name}`)}</p>${cut}
${dataTable(name, all, page)}
</figure>
`;
}
