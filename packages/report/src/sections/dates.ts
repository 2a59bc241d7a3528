import type { ProjectSchedule } from "evenkeel";
import { drawGantt, ganttSize } from "../gantt/draw-gantt.js";
import { pickRows } from "../gantt/pick-rows.js";
import { type Html, html } from "../page/html.js";
import { day, dayOf, type Page, table, title } from "../page/parts.js";
import { itemName } from "./reference-text.js";

const mostProjects = 12;
const mostTabled = 500;
const mostOnPath = 12;

function pathWords(path: readonly string[], page: Page): string {
  const names = path.map((id) => itemName(id, page));
  const half = mostOnPath / 2;
  return (names.length > mostOnPath ? [...names.slice(0, half), "…", ...names.slice(-half)] : names).join(" → ");
}

function datesTable({ schedule, criticalPath, name }: ProjectSchedule, page: Page): Html {
  const { say } = page.texts;
  const path = new Set(criticalPath);
  const rows = schedule.activities
    .slice(0, mostTabled)
    .map((row) => [
      itemName(row.id, page),
      day(row.start),
      day(row.finish),
      row.isSummary ? "–" : say("float-minutes", { minutes: row.totalFloatMinutes }),
      say(
        row.isSummary ? "row-summary" : path.has(row.id) ? "row-path" : row.isCritical ? "row-critical" : "row-plain",
      ),
    ]);
  const rest = schedule.activities.length - rows.length;
  const heads = ["item", "start", "finish", "float", "row-kind"].map((key) => say(key));
  return html`<details class="data"><summary>${say("dates-table", { name: title(name) })}</summary>${table(say("dates-table", { name: title(name) }), heads, rows, { numbers: [3] })}${
    rest > 0 ? html`<p>${say("more", { rest })}</p>` : ""
  }</details>`;
}

function projectOf(project: ProjectSchedule, at: number, page: Page): Html {
  const { say } = page.texts;
  const { schedule, criticalPath } = project;
  const picked = pickRows(schedule, criticalPath, dayOf(page.review.now));
  const { inner, height, hasToday } = drawGantt({ schedule: picked.schedule, criticalPath, now: page.review.now });
  const names = picked.schedule.activities.map(
    ({ id, isSummary }) => html`<li${isSummary ? html` class="group"` : ""}>${itemName(id, page)}</li>`,
  );
  const key = (kind: string): Html =>
    html`<li><span class="key ${kind}" aria-hidden="true"></span>${say(`key-${kind}`)}</li>`;
  const keys = ["critical", "plain", "float", "milestone", "summary", ...(hasToday ? ["today"] : [])].map(key);
  return html`<figure class="gantt">
<h3 id="dates-${at}">${title(project.name === "" ? page.review.title : project.name)}</h3>
<p id="dates-says-${at}">${say("dates-says", { start: dayOf(schedule.start), finish: dayOf(schedule.finish), n: schedule.activities.length })}</p>
<p><b>${say("path")}</b> ${pathWords(criticalPath, page)}</p>
<div class="plot"><ol class="names" aria-hidden="true">${names}</ol><div class="scroll" role="group" aria-labelledby="dates-${at}" tabindex="0"><svg viewBox="0 0 ${ganttSize.width} ${height}" width="${ganttSize.width}" height="${height}" role="img" aria-labelledby="dates-${at} dates-says-${at}">${inner}</svg></div></div>
<ul class="keys">${keys}</ul>
${picked.rest > 0 ? html`<p class="note">${say("dates-rest", { n: picked.rest })}</p>` : ""}
${datesTable(project, page)}
</figure>
`;
}

/** Each project's dates as a picture, its longest path in words, and a table. */
export function dates(page: Page): Html {
  const { say } = page.texts;
  const list = page.review.schedules;
  if (list.length === 0) return html``;
  const rest = list.length - mostProjects;
  return html`<section id="dates" aria-labelledby="dates-title"><h2 id="dates-title">${say("dates")}</h2><p class="sub">${say("dates-sub")}</p>
${list.slice(0, mostProjects).map((project, at) => projectOf(project, at, page))}${rest > 0 ? html`<p>${say("projects-rest", { n: rest })}</p>` : ""}
</section>`;
}
