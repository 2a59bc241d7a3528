import { dayNumber, formatDay, formatInstant, formatLocal, isCivilDay } from "@evenkeel/kernel";
import { assume, type Draft, warn } from "../draft.js";
import { inZone } from "../zoned-time.js";
import type { IcalComponent, IcalProperty } from "./lines.js";
import { type IcalZone, zoneOf } from "./zones.js";

/** A reading of one calendar. */
export interface IcalContext {
  readonly draft: Draft;
  readonly blocks: ReadonlyMap<string, IcalComponent>;
  readonly zones: Map<string, IcalZone>;
  floating: number;
  /** Periods of rules that may still be looked at. */
  readonly budget: { periods: number };
}

const shape = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})?(Z)?)?$/;
const millisPerDay = 86_400_000;

function zoneNamed(context: IcalContext, id: string, line: number): IcalZone {
  const before = context.zones.get(id);
  if (before !== undefined) return before;
  const zone = zoneOf(id, context.blocks.get(id), context.draft.options);
  context.zones.set(id, zone);
  if (zone.kind === "iana" && zone.byWindows)
    assume(
      context.draft,
      "windowsZone",
      `${id.slice(0, 80)}: ${zone.zone}`,
      "names of zones in Windows, by Unicode CLDR",
    );
  if (zone.kind === "unknown") warn(context.draft, "ical-bad-vtimezone", [line], [id], { zone: id.slice(0, 80) });
  return zone;
}

function localTime(context: IcalContext, local: number, id: string | undefined, line: number): string | undefined {
  const { draft } = context;
  const text = formatLocal(local);
  const zone = id === undefined ? undefined : zoneNamed(context, id, line);
  if (zone?.kind === "iana") return inZone(draft, text, [line], zone.zone);
  if (zone?.kind === "own") return formatInstant(local - zone.offsetAt(local));
  context.floating++;
  return inZone(draft, text, [line]);
}

/** A value of a property in the form of the documents: a day, an instant, or a local time where no zone is known. */
export function readTimeValue(context: IcalContext, from: IcalProperty, value: string): string | undefined {
  const match = shape.exec(value.trim());
  const [year, month, day] = [Number(match?.[1]), Number(match?.[2]), Number(match?.[3])];
  const [hour, minute, second] = [Number(match?.[4] ?? 0), Number(match?.[5] ?? 0), Number(match?.[6] ?? 0)];
  if (match === null || !isCivilDay(year, month, day) || hour > 23 || minute > 59 || second > 60) {
    const facts = { field: from.name, found: value.slice(0, 60), expected: "20260501T080000Z" };
    warn(
      context.draft,
      match === null ? "any-unreadable-date" : "any-impossible-date",
      [from.line, from.name],
      [],
      facts,
    );
    context.draft.lost.set(from, "not readable");
    return undefined;
  }
  const date = dayNumber(year, month, day);
  if (match[4] === undefined) return formatDay(date);
  // The format allows leap seconds; the documents have none.
  const local = date * millisPerDay + ((hour * 60 + minute) * 60 + Math.min(second, 59)) * 1000;
  if (match[7] !== undefined) return formatInstant(local);
  return localTime(context, local, from.parameters.get("TZID")?.[0], from.line);
}

/** The time of a property; undefined where there is none. */
export function readTime(context: IcalContext, from: IcalProperty | undefined): string | undefined {
  return from === undefined ? undefined : readTimeValue(context, from, from.value);
}

const duration = /^([+-])?P(?:(\d{1,6})W)?(?:(\d{1,6})D)?(?:T(?:(\d{1,8})H)?(?:(\d{1,8})M)?(?:(\d{1,10})S)?)?$/;

/** Minutes of a duration such as `P1DT2H`, days of 24 hours. */
export function durationOf(text: string): number | undefined {
  const match = text.length > 2 ? duration.exec(text.trim()) : null;
  if (match === null) return undefined;
  const [weeks, days, hours, minutes, seconds] = [2, 3, 4, 5, 6].map((at) => Number(match[at] ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
  ];
  const total = ((weeks * 7 + days) * 24 + hours) * 60 + minutes + seconds / 60;
  return match[1] === "-" ? -total : total;
}
