import { type Issue, issue } from "@evenkeel/kernel";
import { byPerson } from "../load/gather-load.js";
import type { Span } from "../merge-intervals.js";
import type { PersonSpan, WorkingDay } from "./types.js";

const millisPerYear = 366 * 86_400_000;

/** Internal: spans that can be; the others are named. A span of more than a year is none of work or meeting. */
export function fairSpans<Row extends PersonSpan>(rows: readonly Row[], name: string, issues: Issue[]): Row[] {
  return rows.filter(({ id, from, to }, index) => {
    if (from < to && to - from <= millisPerYear && Number.isFinite(from) && Number.isFinite(to)) return true;
    const facts = { row: id, from: String(from), to: String(to) };
    issues.push(issue("sustainability/impossible-row", { path: [name, index], subject: [id], facts }));
    return false;
  });
}

/** Internal: days by person in time order; days that cannot be are named and left out. */
export function fairDays(days: readonly WorkingDay[], issues: Issue[]): [string, WorkingDay[]][] {
  const fair = days.filter(({ personId, day, from, to, working }, index) => {
    if (from < to && to - from <= 172_800_000 && working.every((span) => span.from <= span.to)) return true;
    const facts = { row: `${personId} ${day}`, from: String(from), to: String(to) };
    issues.push(issue("sustainability/impossible-row", { path: ["days", index], subject: [personId], facts }));
    return false;
  });
  return byPerson(fair);
}

/** Internal: what of sorted disjoint spans lies in from..to; `first` is moved to where the next day may begin. */
export function within(spans: readonly Span[], from: number, to: number, first: { at: number }): Span[] {
  while (first.at < spans.length && spans[first.at]!.to <= from) first.at++;
  const found: Span[] = [];
  for (let at = first.at; at < spans.length && spans[at]!.from < to; at++)
    found.push({ from: Math.max(from, spans[at]!.from), to: Math.min(to, spans[at]!.to) });
  return found;
}

/** Internal: sorted disjoint spans less others of the same kind. */
export function without(spans: readonly Span[], others: readonly Span[]): Span[] {
  const found: Span[] = [];
  for (const { from, to } of spans) {
    let at = from;
    for (const other of others) {
      if (other.to <= at || other.from >= to) continue;
      if (other.from > at) found.push({ from: at, to: other.from });
      at = Math.max(at, other.to);
    }
    if (at < to) found.push({ from: at, to });
  }
  return found;
}

/** Internal: whole length in minutes. */
export const minutesOf = (spans: readonly Span[]): number =>
  spans.reduce((sum, { from, to }) => sum + (to - from), 0) / 60_000;
