import type { CalendarRow, Split } from "@evenkeel/core";
import { formatLocal, parseTimeText, weekday } from "@evenkeel/kernel";
import { children, childText, type XmlElement } from "../xml-tree.js";

interface Span {
  readonly from: number;
  readonly to: number;
  readonly works: boolean;
}

/** Shorter gaps come from rounding. */
const minute = 60_000;
const names = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;
/** Longest gap looked through day by day, in days. */
const maxDays = 3660;

function localOf(text: string | undefined): number | undefined {
  const parsed = text === undefined ? undefined : parseTimeText(text);
  return parsed?.ok === true && parsed.value.form === "local" ? parsed.value.local : undefined;
}

/** Spans of remaining (1) and actual (2) work of one assignment. */
function spansOf(assignment: XmlElement): Span[] {
  return children(assignment, "TimephasedData").flatMap((data) => {
    const type = childText(data, "Type");
    const [from, to] = [localOf(childText(data, "Start")), localOf(childText(data, "Finish"))];
    if ((type !== "1" && type !== "2") || from === undefined || to === undefined || to <= from) return [];
    return [{ from, to, works: /[1-9]/.test(childText(data, "Value") ?? "") }];
  });
}

/** Whether a span holds working time of a week pattern; exceptions are the scheduler's. */
function holdsWork(calendar: CalendarRow | undefined, from: number, to: number): boolean {
  if (calendar === undefined) return true;
  const first = Math.floor(from / 86_400_000);
  for (let day = first; day <= first + maxDays && day * 86_400_000 < to; day++) {
    const hours = calendar.week[names[weekday(day) - 1] ?? "monday"] ?? [];
    const start = day * 86_400_000;
    if (hours.some((interval) => start + interval.from * minute < to && start + interval.to * minute > from))
      return true;
  }
  return false;
}

/**
 * Gaps in the work of a task: spans between work in which none of its assignments works although the week has working
 * time. The file states splits in this way only.
 */
export function splitsOf(assignments: readonly XmlElement[], calendar: CalendarRow | undefined): Split[] | undefined {
  const work = assignments.flatMap(spansOf).filter((span) => span.works);
  work.sort((a, b) => a.from - b.from || a.to - b.to);
  const splits: Split[] = [];
  let reached: number | undefined;
  for (const span of work) {
    if (reached !== undefined && span.from >= reached + minute && holdsWork(calendar, reached, span.from)) {
      splits.push({ from: formatLocal(reached), to: formatLocal(span.from) });
    }
    reached = Math.max(reached ?? span.to, span.to);
  }
  return splits.length > 0 ? splits : undefined;
}
