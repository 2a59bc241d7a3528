import { type CompiledCalendar, compileCalendars, standardCalendar, workBetween } from "@evenkeel/calendar";
import type { CalendarRow, Split } from "@evenkeel/core";
import { formatLocal, parseTimeText } from "@evenkeel/kernel";
import { children, childText, type XmlElement } from "../xml-tree.js";

interface Span {
  readonly from: number;
  readonly to: number;
}

/** Shorter gaps come from rounding. */
const minute = 60_000;
const tick = minute / 10;

function localOf(text: string | undefined): number | undefined {
  const parsed = text === undefined ? undefined : parseTimeText(text);
  return parsed?.ok === true && parsed.value.form === "local" ? parsed.value.local : undefined;
}

/** Spans of remaining (1) and actual (2) work of one assignment. */
function spansOf(assignment: XmlElement): Span[] {
  return children(assignment, "TimephasedData").flatMap((data) => {
    const type = childText(data, "Type");
    const [from, to] = [localOf(childText(data, "Start")), localOf(childText(data, "Finish"))];
    const works = /[1-9]/.test(childText(data, "Value") ?? "");
    return (type === "1" || type === "2") && works && from !== undefined && to !== undefined && to > from
      ? [{ from, to }]
      : [];
  });
}

/** The calendars that compile, by id; one without any working time places no work. */
export function compiledById(rows: Iterable<CalendarRow>): ReadonlyMap<string, CompiledCalendar> {
  let left = [...rows];
  while (left.length > 0) {
    const compiled = compileCalendars(left);
    if (compiled.ok) return new Map(compiled.value.calendars.map((calendar) => [calendar.id, calendar]));
    const faulty = new Set(compiled.issues.flatMap(({ subject }) => subject ?? []));
    const next = left.filter(({ id }) => !faulty.has(id));
    if (next.length === left.length) break;
    left = next;
  }
  const standard = compileCalendars([standardCalendar]);
  return new Map(standard.ok ? standard.value.calendars.map((calendar) => ["", calendar]) : []);
}

/**
 * Gaps in the work of a task: spans between work in which none of its assignments works although one could, by its
 * calendars. The file states splits in this way only.
 *
 * @param assignments - elements of the task, the one of nobody included
 * @param calendars - for each way to work on it, the calendars that have to work together
 */
export function splitsOf(
  assignments: readonly XmlElement[],
  calendars: readonly (readonly CompiledCalendar[])[],
): Split[] | undefined {
  const work = assignments.flatMap(spansOf);
  work.sort((a, b) => a.from - b.from || a.to - b.to);
  const couldWork = (from: number, to: number): boolean =>
    calendars.some((together) =>
      together.every((calendar) => workBetween(calendar, Math.round(from / tick), Math.round(to / tick)) > 0),
    );
  const splits: Split[] = [];
  let reached: number | undefined;
  for (const span of work) {
    if (reached !== undefined && span.from >= reached + minute && couldWork(reached, span.from)) {
      splits.push({ from: formatLocal(reached), to: formatLocal(span.from) });
    }
    reached = Math.max(reached ?? span.to, span.to);
  }
  return splits.length > 0 ? splits : undefined;
}
