import { formatDay, parseTimeText } from "@evenkeel/kernel";
import { ganttLayout, type Schedule } from "evenkeel";
import { type Html, html } from "../page/html.js";

/** Size of a picture of a schedule, pixels. */
export const ganttSize = { width: 760, rowHeight: 26, head: 26, pad: 16 } as const;

const millisPerDay = 86_400_000;
const mostTicks = 8;

function millisOf(text: string): number | undefined {
  const parsed = parseTimeText(text);
  if (!parsed.ok) return undefined;
  const time = parsed.value;
  return time.form === "day" ? time.day * millisPerDay : time.form === "local" ? time.local : time.instant;
}

const round = (value: number): number => Math.round(value * 10) / 10 + 0;

/** First days of the parts of a span, at most eight of them, evenly apart: days, weeks, then doubling. */
function tickDays(begin: number, end: number): number[] {
  const days = (end - begin) / millisPerDay;
  let step = [1, 2, 7].find((each) => days / each <= mostTicks) ?? 14;
  while (days / step > mostTicks) step *= 2;
  const first = Math.ceil(begin / millisPerDay);
  // From a week on, labels stand on Mondays: day 4 since 1970-01-01 was one.
  const from = step < 7 ? first : first + ((((4 - first) % 7) + 7) % 7);
  return Array.from(
    { length: Math.max(0, Math.floor((end / millisPerDay - from) / step) + 1) },
    (_none, at) => from + at * step,
  );
}

type Layout = ReturnType<typeof ganttLayout>;

/** Within the picture: a summary may begin before the first row that is drawn, a late date lie behind the last. */
const inside = (x: number): number => round(Math.min(ganttSize.width - ganttSize.pad, Math.max(-ganttSize.pad, x)));

function barOf(bar: Layout["bars"][number], onPath: boolean): Html {
  const [x, end] = [inside(bar.x), inside(bar.x + bar.width)];
  const [y, width, height] = [round(bar.y), round(end - x), round(bar.height)];
  const kind = onPath ? "critical" : "plain";
  const middle = round(y + height / 2);
  const late = inside(bar.lateX);
  const float =
    !onPath && !bar.isSummary && late > end + 2 ? html`<path class="float" d="M${end} ${middle}H${late}m0 -4v8"/>` : "";
  if (bar.isMilestone) {
    const half = round(height / 2);
    return html`${float}<path class="milestone ${kind}" d="M${x} ${y}l${half} ${half}l${-half} ${half}l${-half} ${-half}z"/>`;
  }
  if (bar.isSummary) {
    return html`<path class="summary" d="M${x} ${round(y + 3)}H${end}v9l-5 -5H${round(x + 5)}l-5 5z"/>`;
  }
  return html`${float}<rect class="task ${kind}" x="${x}" y="${y}" width="${Math.max(1.5, width)}" height="${height}" rx="3"/>`;
}

/** A link as a line of right angles with an arrow at its end; drawn left of the successor's start where it fits. */
function linkOf({ points }: Layout["links"][number], onPath: boolean): Html {
  const [x1 = 0, y1 = 0] = points;
  const [x2 = 0, y2 = 0] = points.slice(-2);
  const down = y2 >= y1;
  const edge = ganttSize.rowHeight * 0.3;
  const end = round(y2 + (down ? -edge : edge));
  const x = round(Math.max(x2, x1) + (x2 > x1 + 6 ? 0 : 4));
  const arrow = down ? "l-3 -5h6z" : "l-3 5h6z";
  return html`<path class="link ${onPath ? "critical" : "plain"}" d="M${round(x1)} ${round(y1)}H${x}V${end}"/><path class="arrow ${onPath ? "critical" : "plain"}" d="M${x} ${end}${arrow}"/>`;
}

/** What a picture of a schedule is made of. */
export interface GanttPicture {
  readonly schedule: Schedule;
  readonly criticalPath: readonly string[];
  readonly now: string;
}

/** The bars, links, days and the line of today, as the inside of an SVG, and its height. */
export function drawGantt({ schedule, criticalPath, now }: GanttPicture): {
  readonly inner: Html;
  readonly height: number;
  readonly hasToday: boolean;
} {
  const { width, rowHeight, head, pad } = ganttSize;
  const layout = ganttLayout(schedule, { width: width - 2 * pad, rowHeight });
  const [begin, end] = [millisOf(schedule.start) ?? 0, millisOf(schedule.finish) ?? 0];
  const toX = (millis: number): number => round(((millis - begin) / Math.max(1, end - begin)) * (width - 2 * pad));
  const order = new Map(criticalPath.map((id, at) => [id, at]));
  const critical = new Set(criticalPath);
  const height = head + layout.height + 8;
  const bottom = round(layout.height + 4);
  const ticks = tickDays(begin, end).map((at) => {
    const x = toX(at * millisPerDay);
    return html`<path class="tick" d="M${x} -4V${bottom}"/>${x > width - 2 * pad - 50 ? "" : html`<text x="${x + 3}" y="-8">${formatDay(at)}</text>`}`;
  });
  const stripes = layout.bars
    .filter(({ row }) => row % 2 === 0)
    .map(
      ({ row }) =>
        html`<rect class="stripe" x="${-pad}" y="${row * rowHeight}" width="${width}" height="${rowHeight}"/>`,
    );
  const at = millisOf(now);
  const hasToday = at !== undefined && at >= begin && at <= end;
  const today = hasToday
    ? html`<path class="today" d="M${toX(at)} -4V${bottom}"/><path class="today-head" d="M${toX(at)} -4l-5 -7h10z"/>`
    : "";
  const links = layout.links.map((link) => {
    const [from, to] = [order.get(link.predecessor), order.get(link.successor)];
    return linkOf(link, from !== undefined && to === from + 1);
  });
  const bars = layout.bars.map((bar) => barOf(bar, critical.has(bar.id)));
  return {
    inner: html`<g transform="translate(${pad} ${head})">${stripes}${ticks}${links}${bars}${today}</g>`,
    height,
    hasToday,
  };
}
