import { visitOccurrences, weekdayIndex } from "./occurrences.js";
import type { DayTicks, Layer, SpanSource, ZoneRules } from "./types.js";
import { ticksPerDay } from "./work-table.js";
import { offsetSpans } from "./zone-spans.js";

function paint(layers: readonly Layer[], first: number, last: number): DayTicks[] {
  const days: DayTicks[] = Array(last - first + 1).fill([]);
  for (const layer of layers) {
    const { week, intervals } = layer;
    if (week === undefined) {
      visitOccurrences(layer, first, last, (day) => {
        days[day - first] = intervals!;
      });
    } else {
      for (let day = Math.max(first, layer.from); day <= Math.min(last, layer.to); day++) {
        days[day - first] = week[weekdayIndex(day)] ?? days[day - first]!;
      }
    }
  }
  return days;
}

/** The working time that layers paint, each over those before it; in a zone, or local without one. */
export function layerSpans(layers: readonly Layer[], zone?: string, zoneRules?: ZoneRules): SpanSource {
  return (first, last) => {
    const toTick = offsetSpans(zone, zoneRules, (first - 3) * ticksPerDay, (last + 3) * ticksPerDay);
    const [lowest, highest] = [first * ticksPerDay, (last + 1) * ticksPerDay];
    const spans: number[] = [];
    // Spans run past midnight by at most a day, and a zone is never more than a day off.
    paint(layers, first - 3, last + 2).forEach((day, at) => {
      const midnight = (first - 3 + at) * ticksPerDay;
      for (let k = 0; k < day.length; k += 2) {
        let from = Math.max(lowest, toTick(midnight + day[k]!));
        const to = Math.min(highest, toTick(midnight + day[k + 1]!));
        // A night shift may reach over the beginning of the next day's time: that time counts once.
        while (spans.length > 0 && from <= spans[spans.length - 1]! && from < to) {
          const end = spans.pop()!;
          from = Math.min(from, spans.pop()!);
          if (end >= to) {
            spans.push(from, end);
            from = to;
            break;
          }
        }
        if (from < to) spans.push(from, to);
      }
    });
    return spans;
  };
}
