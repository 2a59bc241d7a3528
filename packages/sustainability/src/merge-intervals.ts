/** A half-open span, milliseconds UTC. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/**
 * Spans in time order, overlapping and touching ones joined.
 *
 * @param spans - half-open, in any order; empty and inverted spans are left out
 * @returns disjoint spans, rising
 *
 * Issues: none.
 * Time O(n log n), space O(n).
 * Source: own.
 *
 * @example
 * mergeIntervals([{ from: 5, to: 7 }, { from: 1, to: 3 }, { from: 3, to: 4 }]); // => [{ from: 1, to: 4 }, { from: 5, to: 7 }]
 */
export function mergeIntervals(spans: readonly Span[]): Span[] {
  const merged: { from: number; to: number }[] = [];
  for (const { from, to } of spans.filter((span) => span.from < span.to).sort((a, b) => a.from - b.from)) {
    const last = merged.at(-1);
    if (last !== undefined && from <= last.to) last.to = Math.max(last.to, to);
    else merged.push({ from, to });
  }
  return merged;
}
