import type { AwayPeriod, CalendarException } from "@evenkeel/calendar";
import type { CalendarRow, Person } from "@evenkeel/core";
import type { Json } from "@evenkeel/kernel";
import { addRow, type Draft, defined, note, sourceOf, table, warn } from "../draft.js";
import { dayOf } from "../shift-day.js";
import { durationOf, type IcalContext, readTime, readTimeValue } from "./context.js";
import { componentJson, type IcalComponent, properties, propertiesJson, property, textOf } from "./lines.js";
import { exceptionsOf } from "./recurrence.js";
import { personOf } from "./todos.js";

/** What is done with an event. */
export type EventFate = "exception" | "away" | "kept" | "rejected";

/** Properties of an event that say which days are off. */
export const dayPlaces: ReadonlySet<string> = new Set([
  "UID",
  "SUMMARY",
  "DTSTART",
  "DTEND",
  "DURATION",
  "RRULE",
  "RDATE",
  "EXDATE",
  "RECURRENCE-ID",
]);

const isDay = (text: string | undefined): text is string => text !== undefined && text.length === 10;

/**
 * The time of an event's start or end: a day where Outlook marks the event as one of whole days, though it writes midnight in a zone.
 */
function eventTime(context: IcalContext, event: IcalComponent, name: string): string | undefined {
  const from = property(event, name);
  const midnight = /^(\d{8})T000000$/.exec(from?.value.trim() ?? "")?.[1];
  const isMarked = /^true$/i.test(textOf(event, "X-MICROSOFT-CDO-ALLDAYEVENT")?.trim() ?? "");
  return from !== undefined && midnight !== undefined && isMarked
    ? readTimeValue(context, from, midnight)
    : readTime(context, from);
}

/** Whether the tool says that a day is only remembered: Google's calendars of holidays hold such days too. */
const isObservance = (event: IcalComponent): boolean =>
  /^observance\b/i.test(textOf(event, "DESCRIPTION")?.trim() ?? "");

/** Days an all-day event lasts; its end is the day after the last. */
function lengthOf(context: IcalContext, event: IcalComponent, from: string): number {
  const end = property(event, "DTEND");
  const to = eventTime(context, event, "DTEND");
  if (to === undefined) {
    const minutes = durationOf(textOf(event, "DURATION") ?? "");
    return Math.max(1, Math.round((minutes ?? 0) / 1440));
  }
  const days = dayOf(to.slice(0, 10)) - dayOf(from);
  if (days >= 1) return days;
  const facts = { start: from, end: to };
  warn(context.draft, "ical-all-day-end", [end?.line ?? event.line, "DTEND"], [], facts);
  return 1;
}

/** Days named by properties with lists of times; a period counts by its start. */
function daysOf(context: IcalContext, event: IcalComponent, name: string): string[] {
  return properties(event, name).flatMap((from) =>
    from.value.split(",").flatMap((value) => {
      const [start = "", end] = value.split("/");
      if (end !== undefined)
        note(context.draft, "ical-period-rdate", [from.line, name], [], { found: value.slice(0, 60) });
      return readTimeValue(context, from, start)?.slice(0, 10) ?? [];
    }),
  );
}

/** Whose leave an event is: out of office, of its attendees, else of who made it. */
function absentees(draft: Draft, event: IcalComponent): string[] {
  const status = textOf(event, "X-MICROSOFT-CDO-BUSYSTATUS") ?? textOf(event, "X-MICROSOFT-CDO-INTENDEDSTATUS");
  if (status?.trim().toUpperCase() !== "OOF") return [];
  const attendees = properties(event, "ATTENDEE");
  const people = attendees.length > 0 ? attendees : properties(event, "ORGANIZER");
  return people.flatMap((each) => personOf(draft, each) ?? []);
}

function addAway(draft: Draft, ids: readonly string[], periods: readonly AwayPeriod[]): void {
  const people = table(draft, "people");
  for (const id of ids) {
    const person = people.get(id) as Person;
    people.set(id, { ...person, away: [...(person.away ?? []), ...periods] });
  }
}

/** The times of an event that is no day off, beside all it says. */
function keptEvent(context: IcalContext, event: IcalComponent): Json {
  const start = readTime(context, property(event, "DTSTART"));
  const end = readTime(context, property(event, "DTEND"));
  return {
    ...(start === undefined ? {} : { start }),
    ...(end === undefined ? {} : { end }),
    event: componentJson(event),
  };
}

/** First days that another event of the same series replaces. */
function overridden(context: IcalContext, events: readonly IcalComponent[]): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const event of events) {
    const instance = property(event, "RECURRENCE-ID");
    const uid = textOf(event, "UID") ?? "";
    const day = readTime(context, instance)?.slice(0, 10);
    if (instance === undefined || day === undefined) continue;
    note(context.draft, "ical-recurrence-override", [event.line], [uid], {
      id: uid,
      instance: instance.value.slice(0, 40),
    });
    found.set(uid, (found.get(uid) ?? new Set()).add(day));
  }
  return found;
}

interface EventReading {
  readonly context: IcalContext;
  readonly replaced: ReadonlyMap<string, ReadonlySet<string>>;
  readonly exceptions: CalendarException[];
  readonly kept: Json[];
  /** What days off say besides their days. */
  readonly details: Json[];
}

function keepDetails(reading: EventReading, event: IcalComponent): void {
  const properties = propertiesJson(event.properties.filter((each) => !dayPlaces.has(each.name)));
  const components = event.components.map(componentJson);
  if (Object.keys(properties).length === 0 && components.length === 0) return;
  const uid = textOf(event, "UID") ?? "";
  reading.details.push({ uid, properties, ...(components.length === 0 ? {} : { components }) });
}

function readEvent(reading: EventReading, event: IcalComponent): EventFate {
  const { context, exceptions, kept } = reading;
  const { draft } = context;
  const start = eventTime(context, event, "DTSTART");
  const uid = textOf(event, "UID") ?? "";
  if (textOf(event, "STATUS")?.toUpperCase() === "CANCELLED" || !isDay(start) || isObservance(event)) {
    kept.push(keptEvent(context, event));
    return "kept";
  }
  const isOverride = property(event, "RECURRENCE-ID") !== undefined;
  const replaced = isOverride ? [] : (reading.replaced.get(uid) ?? []);
  const off = {
    name: textOf(event, "SUMMARY"),
    from: start,
    length: lengthOf(context, event, start),
    rule: textOf(event, "RRULE"),
    added: daysOf(context, event, "RDATE"),
    removed: new Set([...daysOf(context, event, "EXDATE"), ...replaced]),
  };
  const days = exceptionsOf(off, context.budget);
  if (days === undefined) {
    const rule = textOf(event, "RRULE")?.slice(0, 120) ?? "";
    warn(draft, "ical-unread-recurrence", [event.line, "RRULE"], [uid], { id: uid, rule });
    kept.push(keptEvent(context, event));
    return "kept";
  }
  keepDetails(reading, event);
  const away = absentees(draft, event);
  const isPlain = days.every((each) => each.recurrence === undefined);
  if (away.length > 0 && isPlain)
    addAway(
      draft,
      away,
      days.map(({ from, to }) => ({ from, to })),
    );
  else exceptions.push(...days);
  return away.length > 0 && isPlain ? "away" : "exception";
}

/** Reads the events of one calendar: whole days are days off, all others stay on the calendar as they are. */
export function readEvents(
  context: IcalContext,
  id: string,
  calendar: IcalComponent,
  events: readonly IcalComponent[],
): ReadonlyMap<IcalComponent, EventFate> {
  const { draft } = context;
  const reading: EventReading = {
    context,
    replaced: overridden(context, events),
    exceptions: [],
    kept: [],
    details: [],
  };
  const fates = new Map<IcalComponent, EventFate>();
  for (const event of events) {
    draft.counts.read++;
    draft.counts.imported++;
    fates.set(event, readEvent(reading, event));
  }
  const { kept, details } = reading;
  const fields: { [name: string]: Json } = {
    ...(kept.length === 0 ? {} : { events: kept }),
    ...(details.length === 0 ? {} : { details }),
  };
  const isKept = (draft.options.keepUnmapped ?? true) && Object.keys(fields).length > 0;
  if (reading.kept.length > 0) note(draft, "ical-timed-event", [calendar.line], [id], { count: reading.kept.length });
  const row = defined<CalendarRow>({
    id,
    name: textOf(calendar, "X-WR-CALNAME") ?? textOf(calendar, "NAME"),
    week: {},
    exceptions: reading.exceptions.length > 0 ? reading.exceptions : undefined,
    sources: [sourceOf(draft, "ical", id)],
    customFields: isKept ? fields : undefined,
  });
  addRow(draft, "calendars", row, [calendar.line]);
  return fates;
}
