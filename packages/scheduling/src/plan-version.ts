import type { CompiledCalendar, ZoneRules } from "@evenkeel/calendar";
import type { Issue } from "@evenkeel/kernel";
import { makeTimeLine } from "./time-line.js";
import type { ActivityInput, LinkInput, Schedule, ScheduledActivity, ScheduleInput } from "./types.js";

/** A plan and the dates it got. */
export interface PlanVersion {
  readonly input: ScheduleInput;
  readonly schedule: Schedule;
}

/** Dates of an activity in ticks. */
export interface Span {
  readonly start: number;
  readonly finish: number;
}

/** A version read for comparison; ids lead everywhere. */
export interface ReadVersion {
  readonly rows: ReadonlyMap<string, ScheduledActivity>;
  readonly activities: ReadonlyMap<string, ActivityInput>;
  readonly links: ReadonlyMap<string, LinkInput>;
  readonly spans: ReadonlyMap<string, Span>;
  /** The project's calendar. */
  readonly usual: CompiledCalendar;
  calendarOf(id: string): CompiledCalendar;
  /** The part of a summary that ends (or begins) it; the smallest id of several. */
  partAt(summary: string, end: keyof Span): string | undefined;
}

/** What a link is known by. */
export const linkKey = ({ predecessor, successor, type = "FS" }: LinkInput): string =>
  `${type} ${predecessor.length} ${predecessor} ${successor}`;

/** Reads the texts of a version; what cannot be read goes to `issues`. */
export function readVersion(
  { input, schedule }: PlanVersion,
  name: string,
  zoneRules: ZoneRules | undefined,
  issues: Issue[],
): ReadVersion | undefined {
  const found: Issue[] = [];
  const line = makeTimeLine(input, zoneRules, found);
  const spans = new Map<string, Span>();
  const calendars = new Map<string, CompiledCalendar>();
  const activities = new Map(input.activities.map((row) => [row.id, row]));
  input.activities.forEach((row, at) => {
    const calendar = line?.calendarOfActivity(row, ["input", "activities", at, "calendarId"]);
    if (calendar !== undefined) calendars.set(row.id, calendar);
  });
  const rows = new Map<string, ScheduledActivity>();
  schedule.activities.forEach((row, at) => {
    const path = ["schedule", "activities", at];
    const start = line?.clock.read(row.start, [...path, "start"], undefined, "from");
    const finish = line?.clock.read(row.finish, [...path, "finish"], undefined, "to");
    if (start === undefined || finish === undefined) return;
    rows.set(row.id, row);
    spans.set(row.id, { start, finish });
  });
  for (const each of found) issues.push({ ...each, path: [name, ...each.path] });
  if (line === undefined) return undefined;

  let parts: Map<string, Record<keyof Span, string>> | undefined;
  const partAt = (summary: string, end: keyof Span): string | undefined => {
    parts ??= partsOfSummaries(schedule, activities, spans);
    return parts.get(summary)?.[end];
  };
  return {
    rows,
    activities,
    links: new Map((input.links ?? []).map((link) => [linkKey(link), link])),
    spans,
    usual: line.usual,
    calendarOf: (id) => calendars.get(id) ?? line.usual,
    partAt,
  };
}

function partsOfSummaries(
  schedule: Schedule,
  activities: ReadonlyMap<string, ActivityInput>,
  spans: ReadonlyMap<string, Span>,
): Map<string, Record<keyof Span, string>> {
  const parts = new Map<string, Record<keyof Span, string>>();
  const leaves = schedule.activities.filter(({ id, isSummary }) => !isSummary && spans.has(id)).map(({ id }) => id);
  for (const leaf of leaves.sort()) {
    const span = spans.get(leaf)!;
    const seen = new Set<string>();
    let up = activities.get(leaf)?.parentId;
    while (up !== undefined && !seen.has(up)) {
      seen.add(up);
      const known = parts.get(up);
      if (known === undefined) parts.set(up, { start: leaf, finish: leaf });
      else {
        if (span.start < spans.get(known.start)!.start) known.start = leaf;
        if (span.finish > spans.get(known.finish)!.finish) known.finish = leaf;
      }
      up = activities.get(up)?.parentId;
    }
  }
  return parts;
}
