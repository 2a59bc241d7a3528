import type { Review } from "evenkeel";
import { drawnPart, ganttSvg } from "./gantt-svg.js";
import { html, joined, type Markup } from "./html.js";
import type { Say } from "./say.js";
import { type Cell, table } from "./table.js";

/** Rows of a schedule's table at most. */
const mostTableRows = 2000;

function pathText(path: readonly string[], names: Readonly<Record<string, string>>): string {
  const all = path.map((id) => names[id] ?? id);
  return (all.length > 6 ? [...all.slice(0, 3), "…", ...all.slice(-2)] : all).join(" → ");
}

/** Every project as a picture with its longest path, and as a table. */
export function scheduleSection(review: Review, say: Say): Markup {
  const names = review.names.items;
  const columns = ["column-item", "column-start", "column-finish", "column-float", "column-path"].map((code) =>
    say.fixed(code),
  );
  const figures = review.schedules.map((project, index) => {
    const { name, schedule, criticalPath } = project;
    const titleId = `gantt-${index}`;
    const path = new Set(criticalPath);
    const rows = schedule.activities
      .slice(0, mostTableRows)
      .map(({ id, start, finish, totalFloatMinutes, isSummary }): [string, ...Cell[]] => [
        names[id] ?? id,
        { day: start.replace("T", " ") },
        { day: finish.replace("T", " ") },
        { number: isSummary ? "" : String(Math.round(totalFloatMinutes / 48) / 10) },
        path.has(id) ? say.fixed("yes") : "",
      ]);
    const span = say.fixed("schedule-span", {
      from: schedule.start.slice(0, 10),
      to: schedule.finish.slice(0, 10),
      path: pathText(criticalPath, names),
    });
    const hidden = schedule.activities.length - drawnPart(schedule, review.now).activities.length;
    const more = hidden > 0 ? html`<p>${say.fixed("schedule-more", { more: hidden })}</p>` : undefined;
    const title = say.fixed("gantt-title", { name: name === "" ? review.title : name });
    return html`<figure><figcaption id="${titleId}">${title}</figcaption><p>${span}</p><div class="wide" role="region" aria-label="${title}" tabindex="0">${ganttSvg(project, names, review.now, titleId, say)}</div>${more}<details><summary>${say.fixed("data")}</summary>${table(title, columns, rows)}</details></figure>`;
  });
  if (figures.length === 0) return html``;
  return html`<section aria-labelledby="schedule"><h2 id="schedule">${say.fixed("schedule")}</h2>${joined(figures)}</section>`;
}
