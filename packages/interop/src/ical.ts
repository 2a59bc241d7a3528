import { issue, type Json, type Result, refuse } from "@evenkeel/kernel";
import { decodeSource } from "./decode.js";
import { assume, createDraft, type Draft, note, sourceOf, table, warn } from "./draft.js";
import { finish } from "./finish.js";
import type { IcalContext } from "./ical/context.js";
import { dayPlaces, type EventFate, readEvents } from "./ical/events.js";
import {
  componentJson,
  type IcalComponent,
  type IcalProperty,
  type IcalText,
  parseIcal,
  propertiesJson,
  textOf,
  unfoldSource,
} from "./ical/lines.js";
import { linkTodo, readTodo, todoPlaces } from "./ical/todos.js";
import { limitsOf } from "./limits.js";
import { type FateRule, unnamedFate } from "./tally.js";
import type { Import, ReadOptions, Source } from "./types.js";
import { assumeZone } from "./zoned-time.js";

export { lossOfIcal } from "./loss/ical.js";
export { writeIcal } from "./write-ical.js";

type Fate = Omit<FateRule, "source">;

const coverage = [
  {
    tool: "ical",
    table: "items",
    fields: [
      ...["title", "body", "parentId", "stateId", "rank", "priority", "labels", "schedule", "constraints", "dueDate"],
      ...["createdAt", "updatedAt", "finishedAt"],
    ],
  },
  { tool: "ical", table: "dependencies", fields: ["predecessorId", "successorId", "type", "lag"] },
  { tool: "ical", table: "relations", fields: ["kind", "fromId", "toId"] },
  { tool: "ical", table: "people", fields: ["name", "email", "away"] },
  { tool: "ical", table: "assignments", fields: ["itemId", "personId", "role"] },
  { tool: "ical", table: "calendars", fields: ["name", "exceptions"] },
] as const;

/** Counts a component, its properties and all inside; the fate is asked for each property. */
function count(
  draft: Draft,
  component: IcalComponent,
  place: string,
  own: Fate,
  of: (each: IcalProperty) => Fate,
): void {
  draft.tally.add(place, own);
  for (const each of component.properties) {
    const why = draft.lost.get(each);
    draft.tally.add(`${place}/${each.name}`, why === undefined ? of(each) : { fate: "dropped", why });
  }
}

function countWhole(draft: Draft, component: IcalComponent, place: string, fate: Fate): void {
  count(draft, component, place, fate, () => fate);
  for (const inner of component.components) countWhole(draft, inner, `${place}/${inner.name}`, fate);
}

const mapped = (to: string): Fate => ({ fate: "mapped", to });

interface Reading {
  readonly draft: Draft;
  readonly kept: Fate;
  /** Tasks in the order of the text. */
  readonly todos: { readonly component: IcalComponent; readonly id: string | undefined }[];
  /** Components and properties without a place; they stay on the plan. */
  readonly rest: Json[];
  readonly budget: { periods: number };
  floating: number;
}

function countEvent({ draft, kept }: Reading, event: IcalComponent, fate: EventFate | undefined): void {
  const isDays = fate === "exception" || fate === "away";
  if (!isDays) {
    countWhole(draft, event, "VEVENT", kept);
    return;
  }
  const to = fate === "away" ? "people.away" : "calendars.exceptions";
  count(draft, event, "VEVENT", mapped(to), ({ name }) => (dayPlaces.has(name) ? mapped(to) : kept));
  for (const inner of event.components) countWhole(draft, inner, `VEVENT/${inner.name}`, kept);
}

function readCalendar(reading: Reading, calendar: IcalComponent, number: number): void {
  const { draft, kept, budget } = reading;
  const blocks = calendar.components.filter((each) => each.name === "VTIMEZONE");
  const context: IcalContext = {
    draft,
    blocks: new Map(blocks.map((each) => [textOf(each, "TZID") ?? "", each])),
    zones: new Map(),
    floating: 0,
    budget,
  };
  draft.version ??= textOf(calendar, "VERSION");
  const named = (each: IcalProperty): Fate =>
    each.name === "X-WR-CALNAME" || each.name === "NAME"
      ? mapped("calendars.name")
      : each.name === "VERSION"
        ? mapped("report")
        : kept;
  count(draft, calendar, "VCALENDAR", mapped("calendars"), named);
  const other = calendar.properties.filter((each) => named(each) === kept);
  if (other.length > 0) reading.rest.push({ component: "VCALENDAR", properties: propertiesJson(other) });
  const events = calendar.components.filter((each) => each.name === "VEVENT");
  const id = number === 0 ? "calendar" : `calendar-${number + 1}`;
  const fates = events.length > 0 ? readEvents(context, id, calendar, events) : new Map<IcalComponent, EventFate>();
  for (const event of events) countEvent(reading, event, fates.get(event));
  for (const component of calendar.components) {
    if (component.name === "VTIMEZONE") countWhole(draft, component, "VTIMEZONE", mapped("times"));
    else if (component.name === "VTODO") readTask(reading, context, component);
    else if (component.name !== "VEVENT") {
      reading.rest.push(componentJson(component));
      countWhole(draft, component, component.name, kept);
    }
  }
  reading.floating += context.floating;
}

function readTask(reading: Reading, context: IcalContext, component: IcalComponent): void {
  const { draft, kept, todos } = reading;
  draft.counts.read++;
  const id = readTodo(context, component, todos.length);
  todos.push({ component, id });
  if (id === undefined) {
    draft.counts.rejected++;
    countWhole(draft, component, "VTODO", { fate: "dropped", why: "a task with this id was read before" });
    return;
  }
  draft.counts.imported++;
  count(draft, component, "VTODO", mapped("items"), ({ name }) => {
    const to = todoPlaces.get(name);
    return to === undefined ? kept : mapped(to);
  });
  for (const inner of component.components) countWhole(draft, inner, `VTODO/${inner.name}`, kept);
}

function tellFaults(draft: Draft, text: IcalText, split: number, floating: number): void {
  for (const { line, text: found } of text.broken) {
    warn(draft, "ical-broken-line", [line], [], { line, found: found.slice(0, 60) });
    draft.tally.add("(broken line)", { fate: "dropped", why: "no property of a component" });
  }
  for (const { line, name } of text.unbalanced) {
    warn(draft, "ical-unbalanced", [line], [], { line, component: name.slice(0, 60) });
  }
  if (split > 0) note(draft, "ical-folded-utf8", [], [], { count: split });
  if (floating > 0) note(draft, "ical-floating-time", [], [], { count: floating });
}

function readAll(draft: Draft, text: IcalText, split: number): void {
  const isKept = draft.options.keepUnmapped ?? true;
  const kept: Fate = unnamedFate(isKept, "customFields and extensions");
  const reading: Reading = { draft, kept, todos: [], rest: [], budget: { periods: 1_000_000 }, floating: 0 };
  const calendars = text.components.filter((each) => each.name === "VCALENDAR");
  const title = calendars
    .map((each) => textOf(each, "X-WR-CALNAME") ?? textOf(each, "NAME"))
    .find((each) => each !== undefined);
  const hasTasks = calendars.some((each) => each.components.some((inner) => inner.name === "VTODO"));
  if (hasTasks && title !== undefined) {
    table(draft, "projects").set("calendar", {
      id: "calendar",
      name: title,
      sources: [sourceOf(draft, "ical", "calendar")],
    });
  }
  for (const [number, calendar] of calendars.entries()) readCalendar(reading, calendar, number);
  for (const { component, id } of reading.todos) if (id !== undefined) linkTodo(draft, id, component);
  for (const component of text.components) {
    if (component.name === "VCALENDAR") continue;
    reading.rest.push(componentJson(component));
    countWhole(draft, component, component.name, kept);
  }
  if (isKept && reading.rest.length > 0) draft.plan = { ...draft.plan, extensions: { ical: reading.rest } };
  assumeZone(draft);
  assume(draft, "daysOff", "events of whole days", "the format has no word for a day off");
  if (reading.todos.some(({ component }) => textOf(component, "STATUS") === undefined))
    assume(draft, "tasksWithoutStatus", "to do, unless completed or begun", "the format has no default");
  assume(draft, "linkDirection", "the component that states a link is the successor", "RFC 9253");
  tellFaults(draft, text, split, reading.floating);
}

/**
 * Reads calendars in iCalendar: tasks (VTODO) are items with their links, events of whole days are days off of a calendar, or of
 * the people who are out of office; timed events stay on the calendar as they are, with their instants.
 *
 * The calendar has no week of its own: give it a parent. Rules of recurrence become those of calendars, or single days where
 * days are taken out; a rule calendars have no word for is an issue. Times in a zone are instants, by the IANA zone that is
 * named, else by the block of the file; floating times stay local.
 *
 * @param source - bytes or text
 * @param options - zone of floating times, encoding, limits, strict codes
 * @returns plan, history inferred from stamps, empty records, report
 *
 * Issues: interop/any-*, interop/ical-*.
 * Time O(n + expanded days), space O(n).
 * Source: RFC 5545 (iCalendar), RFC 6868, RFC 7986, RFC 9253 (relationships).
 *
 * @example
 * orThrow(readIcal("BEGIN:VCALENDAR\nBEGIN:VTODO\nUID:1\nSUMMARY:Dig\nDUE;VALUE=DATE:20260501\nEND:VTODO\nEND:VCALENDAR")).plan.items[0].dueDate; // => "2026-05-01"
 */
export function readIcal(source: Source, options: ReadOptions = {}): Result<Import> {
  const unfolded = unfoldSource(source);
  const decoded = decodeSource(unfolded.source, options);
  if (!decoded.ok) return decoded;
  const parsed = parseIcal(decoded.value.text, limitsOf(options));
  if (!parsed.ok) return parsed;
  if (!parsed.value.components.some((each) => each.name === "VCALENDAR")) {
    const facts = { found: decoded.value.text.trim().slice(0, 40), expected: "BEGIN:VCALENDAR" };
    return refuse([issue("interop/any-wrong-format", { facts })]);
  }
  const draft = createDraft("ical", options);
  draft.assumptions.push(...decoded.value.assumptions);
  draft.coverage = coverage;
  readAll(draft, parsed.value, unfolded.split);
  return finish(draft);
}
