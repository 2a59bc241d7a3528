import type { SpanSource, TickSpan, ZoneRules } from "./types.js";
import { ticksPerDay } from "./work-table.js";
import { offsetSpans } from "./zone-spans.js";

/** A span with the share of its days' working time that is away. */
export interface AwaySpan extends TickSpan {
  readonly share: number;
}

/** Rising spans that do not overlap: where several hold, the greatest share does; equal neighbours become one. */
export function disjointAway(periods: readonly AwaySpan[]): AwaySpan[] {
  const edges = [...new Set(periods.flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b);
  const edgeAt = new Map(edges.map((edge, at) => [edge, at]));
  const share = new Float64Array(edges.length);
  for (const period of [...periods].sort((a, b) => a.share - b.share)) {
    share.fill(period.share, edgeAt.get(period.from), edgeAt.get(period.to));
  }
  const found: AwaySpan[] = [];
  edges.forEach((from, at) => {
    const last = found.at(-1);
    if (last !== undefined && last.to === from && last.share === share[at]) found.pop();
    const begin = last?.to === from && last.share === share[at] ? last.from : from;
    if (share[at]! > 0) found.push({ from: begin, to: edges[at + 1]!, share: share[at]! });
  });
  return found;
}

/** Cuts away spans at the midnights of the calendar, so that each piece lies in one of the days first..last. */
function piecesOf(
  away: readonly AwaySpan[],
  first: number,
  last: number,
  midnight: (day: number) => number,
): AwaySpan[] {
  const pieces: AwaySpan[] = [];
  let at = 0;
  for (let day = first; day <= last; day++) {
    const [begin, end] = [midnight(day), midnight(day + 1)];
    while (at < away.length && away[at]!.to <= begin) at++;
    for (let k = at; k < away.length && away[k]!.from < end; k++) {
      const { from, to, share } = away[k]!;
      const piece = { from: Math.max(from, begin), to: Math.min(to, end), share };
      if (piece.from < piece.to) pieces.push(piece);
    }
  }
  return pieces;
}

/** The first `most` ticks of spans within a range, as spans; begins at the span `at` and returns where it stopped. */
function copy(
  spans: readonly number[],
  at: number,
  from: number,
  to: number,
  most: number,
  target: number[],
): { readonly at: number; readonly ticks: number } {
  let k = at;
  let ticks = 0;
  for (; k < spans.length && spans[k]! < to; k += 2) {
    const begin = Math.max(from, spans[k]!);
    const end = Math.min(to, spans[k + 1]!, begin + most - ticks);
    if (begin < end) {
      ticks += end - begin;
      if (target.at(-1) === begin) target[target.length - 1] = end;
      else target.push(begin, end);
    }
    if (spans[k + 1]! > to) break;
  }
  return { at: k, ticks };
}

/** The working time that is left of a calendar's: of each day's working time in a span, the first 1 - share of it. */
export function presentSpans(
  base: SpanSource,
  away: readonly AwaySpan[],
  zone: string | undefined,
  zoneRules: ZoneRules | undefined,
): SpanSource {
  return (first, last) => {
    const [lowest, highest] = [first * ticksPerDay, (last + 1) * ticksPerDay];
    // A local day is never more than a day off, and must be seen whole.
    const spans = base(first - 2, last + 2);
    const toTick = offsetSpans(zone, zoneRules, (first - 3) * ticksPerDay, (last + 4) * ticksPerDay);
    const pieces = piecesOf(away, first - 1, last + 1, (day) => toTick(day * ticksPerDay));
    const kept: number[] = [];
    let [at, done] = [0, Number.NEGATIVE_INFINITY];
    for (const { from, to, share } of pieces) {
      at = copy(spans, at, done, from, Number.POSITIVE_INFINITY, kept).at;
      const { ticks } = copy(spans, at, from, to, Number.POSITIVE_INFINITY, []);
      at = copy(spans, at, from, to, ticks - Math.round(ticks * share), kept).at;
      done = to;
    }
    copy(spans, at, done, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, kept);
    const shown: number[] = [];
    copy(kept, 0, lowest, highest, Number.POSITIVE_INFINITY, shown);
    return shown;
  };
}
