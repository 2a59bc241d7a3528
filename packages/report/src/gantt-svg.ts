import { civilDay, formatDay, parseTimeText } from "@evenkeel/kernel";
import { ganttLayout, type ProjectSchedule, type Schedule } from "evenkeel";
import { html, joined, type Markup } from "./html.js";
import type { Say } from "./say.js";

/** Rows drawn at most; the table below the picture has them all. */
export const mostRows = 60;
const labelWidth = 250;
const drawingWidth = 690;
const rowHeight = 22;
const axisHeight = 26;
const millisPerDay = 86_400_000;
/** Days between two lines of the axis, the first that gives at most ten lines. */
const steps = [1, 2, 7, 14, 28, 56, 91, 182, 364] as const;

function millis(text: string): number {
  const time = parseTimeText(text);
  if (!time.ok) return 0;
  const { value } = time;
  return value.form === "day" ? value.day * millisPerDay : Number(value.form === "local" ? value.local : value.instant);
}

function axis(begin: number, end: number, toX: (at: number) => number, height: number): Markup {
  const days = (end - begin) / millisPerDay;
  const step = steps.find((each) => days / each <= 10) ?? 728;
  const lines: Markup[] = [];
  for (let day = Math.ceil(begin / millisPerDay); day * millisPerDay <= end; day += step) {
    const x = toX(day * millisPerDay).toFixed(1);
    const { month, day: ofMonth } = civilDay(day);
    const label = step >= 91 ? formatDay(day).slice(0, 7) : `${ofMonth}.${month}.`;
    lines.push(
      html`<line class="g-grid" x1="${x}" x2="${x}" y1="18" y2="${height}"/><text class="g-axis" x="${x}" y="12" text-anchor="middle">${label}</text>`,
    );
  }
  return joined(lines);
}

const short = (name: string, most: number): string =>
  [...name].length > most ? `${[...name].slice(0, most - 1).join("")}…` : name;

/** What is drawn: activities that are not over, the first of them where there are many; everything when all is over. */
export function drawnPart(schedule: Schedule, now: string): Schedule {
  const open = schedule.activities.filter(
    ({ finish, isSummary }) => !isSummary && finish.slice(0, 10) >= now.slice(0, 10),
  );
  const activities = (open.length > 0 ? open : schedule.activities).slice(0, mostRows);
  const start = activities.map((row) => row.start).sort()[0] ?? schedule.start;
  return { ...schedule, start, activities };
}

/** A project's schedule as a picture: bars, float, driving links, the longest path, today. */
export function ganttSvg(
  project: ProjectSchedule,
  names: Readonly<Record<string, string>>,
  now: string,
  titleId: string,
  say: Say,
): Markup {
  const { schedule } = project;
  const shown = drawnPart(schedule, now);
  const layout = ganttLayout(shown, { width: drawingWidth, rowHeight });
  const path = new Set(project.criticalPath);
  const [begin, end] = [millis(shown.start), Math.max(millis(shown.finish), millis(shown.start) + 1)];
  const toX = (at: number): number => labelWidth + ((at - begin) / (end - begin)) * drawingWidth;
  const height = axisHeight + layout.height + 6;
  const today = millis(now.slice(0, 10));
  const links = layout.links.map(({ points }) => {
    const corners = points.map((value, at) => (value + (at % 2 === 0 ? labelWidth : axisHeight)).toFixed(1));
    return html`<polyline class="g-link" points="${corners.join(" ")}"/>`;
  });
  const bars = layout.bars.map(({ id, x, y, width, height: tall, lateX, isSummary, isMilestone }) => {
    const [left, top] = [x + labelWidth, y + axisHeight];
    const kind = isSummary ? "g-summary" : path.has(id) ? "g-critical" : "g-bar";
    const middle = top + tall / 2;
    const mark = path.has(id) && !isSummary ? "● " : "";
    const label = html`<text class="g-label" x="0" y="${(top + tall - 3).toFixed(1)}">${mark}${short(names[id] ?? id, 38)}</text>`;
    const float =
      lateX > x + width + 1 && !isSummary
        ? html`<line class="g-float" x1="${(left + width).toFixed(1)}" x2="${Math.min(labelWidth + drawingWidth, lateX + labelWidth).toFixed(1)}" y1="${middle.toFixed(1)}" y2="${middle.toFixed(1)}"/>`
        : undefined;
    const shape = isMilestone
      ? html`<path class="${kind}" d="M${left.toFixed(1)} ${(middle - 6).toFixed(1)}l6 6l-6 6l-6 -6z"/>`
      : html`<rect class="${kind}" x="${left.toFixed(1)}" y="${(isSummary ? middle - 2 : top).toFixed(1)}" width="${Math.max(2, width).toFixed(1)}" height="${(isSummary ? 4 : tall).toFixed(1)}" rx="${isSummary ? 0 : 2}"/>`;
    return joined([label, float, shape]);
  });
  const line =
    today > begin && today < end
      ? html`<line class="g-today" x1="${toX(today).toFixed(1)}" x2="${toX(today).toFixed(1)}" y1="18" y2="${height}"/><text class="g-axis" x="${(toX(today) + 4).toFixed(1)}" y="${height - 2}">${say.fixed("today")}</text>`
      : undefined;
  return html`<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="${titleId}" viewBox="0 0 ${labelWidth + drawingWidth + 20} ${height + 6}">${axis(begin, end, toX, height)}${joined(links)}${joined(bars)}${line}</svg>`;
}
