import { intlZoneRules } from "@evenkeel/calendar";
import { dayNumber, weekday } from "@evenkeel/kernel";
import type { ReadOptions } from "../types.js";
import { type IcalComponent, properties, textOf } from "./lines.js";
import { zoneOfWindows } from "./windows-zones.js";

/** How the local times of one TZID become instants. */
export type IcalZone =
  | { readonly kind: "iana"; readonly zone: string; readonly byWindows?: true }
  | { readonly kind: "own"; readonly offsetAt: (local: number) => number }
  | { readonly kind: "unknown" };

const millisPerDay = 86_400_000;

function isKnown(zone: string, options: ReadOptions): boolean {
  return (options.zoneRules ?? intlZoneRules()).transitions(zone, 0, millisPerDay) !== undefined;
}

/** The IANA name in a TZID: the whole, or its last parts, as in `/mozilla.org/20050126_1/Europe/Berlin`. */
function ianaIn(id: string, options: ReadOptions): string | undefined {
  const parts = id.split("/").filter((each) => each !== "");
  for (let at = 0; at < parts.length; at++) {
    const name = parts.slice(at).join("/");
    if (/^utc$/i.test(name)) return "UTC";
    if (name.includes("/") && /^[A-Za-z0-9_+/-]{1,64}$/.test(name) && isKnown(name, options)) return name;
  }
  return undefined;
}

function offsetOf(text: string | undefined): number | undefined {
  const match = /^([+-])(\d{2}):?(\d{2})(\d{2})?$/.exec(text?.trim() ?? "");
  if (match === null) return undefined;
  const millis = ((Number(match[2]) * 60 + Number(match[3])) * 60 + Number(match[4] ?? 0)) * 1000;
  return match[1] === "-" ? -millis : millis;
}

function localOf(text: string | undefined): number | undefined {
  const match = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})/.exec(text?.trim() ?? "");
  if (match === null) return undefined;
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = match.slice(1).map(Number);
  if (month < 1 || month > 12 || day < 1 || day > 31) return undefined;
  return dayNumber(year, month, day) * millisPerDay + ((hour * 60 + minute) * 60 + second) * 1000;
}

/** From when on, in local time before the change, an offset holds. */
interface Observance {
  readonly offset: number;
  readonly before: number;
  readonly onsetsIn: (year: number) => readonly number[];
}

const weekdays = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

/** Day of a year by month and counted weekday, as `BYMONTH=3;BYDAY=-1SU`. */
function positionedDay(year: number, month: number, position: number, name: string): number {
  const first = dayNumber(year, month, 1);
  const next = month === 12 ? dayNumber(year + 1, 1, 1) : dayNumber(year, month + 1, 1);
  const of = (day: number) => weekday(day) - 1;
  const wanted = weekdays.indexOf(name);
  if (position > 0) return first + ((wanted - of(first) + 7) % 7) + (position - 1) * 7;
  return next - 1 - ((of(next - 1) - wanted + 7) % 7) + (position + 1) * 7;
}

function observanceOf(part: IcalComponent): Observance | undefined {
  const [offset, before] = [offsetOf(textOf(part, "TZOFFSETTO")), offsetOf(textOf(part, "TZOFFSETFROM"))];
  const start = localOf(textOf(part, "DTSTART"));
  if (offset === undefined || start === undefined) return undefined;
  const rule = textOf(part, "RRULE") ?? "";
  const day = /BYDAY=([+-]?\d)(MO|TU|WE|TH|FR|SA|SU)/.exec(rule);
  const month = Number(/BYMONTH=(\d{1,2})/.exec(rule)?.[1] ?? Number.NaN);
  const isYearly = rule.includes("FREQ=YEARLY") && day !== null && month >= 1 && month <= 12;
  const until = localOf(/UNTIL=([0-9T]+)/.exec(rule)?.[1]) ?? Number.POSITIVE_INFINITY;
  const dates = properties(part, "RDATE").flatMap((each) => localOf(each.value) ?? []);
  const timeOfDay = ((start % millisPerDay) + millisPerDay) % millisPerDay;
  return {
    offset,
    before: before ?? offset,
    onsetsIn: (year) => {
      if (!isYearly) return [start, ...dates];
      const onset = positionedDay(year, month, Number(day[1]), day[2] as string) * millisPerDay + timeOfDay;
      return onset >= start && onset <= until + millisPerDay ? [onset, ...dates] : dates;
    },
  };
}

/** Offsets by the rules a VTIMEZONE states; undefined where it states none that can be read. */
function ownRules(component: IcalComponent): ((local: number) => number) | undefined {
  const found = component.components.flatMap((part) => observanceOf(part) ?? []);
  const [first] = found;
  if (first === undefined) return undefined;
  return (local) => {
    const year = 1970 + Math.floor(local / (365.2425 * millisPerDay));
    let best = { onset: Number.NEGATIVE_INFINITY, offset: first.before };
    for (const each of found) {
      for (const at of [year - 1, year, year + 1].flatMap(each.onsetsIn)) {
        if (at <= local && at > best.onset) best = { onset: at, offset: each.offset };
      }
    }
    return best.offset;
  };
}

/** The zone whose name Windows writes, or an IANA name of one part, such as `Japan`; where a block says otherwise it holds. */
function zoneNamed(id: string, options: ReadOptions): IcalZone | undefined {
  const zone = zoneOfWindows(id);
  if (zone !== undefined) return isKnown(zone, options) ? { kind: "iana", zone, byWindows: true } : undefined;
  return /^[A-Z][A-Za-z0-9+-]{1,20}$/.test(id) && isKnown(id, options) ? { kind: "iana", zone: id } : undefined;
}

/** The zone of a TZID: the IANA zone it names or its block names, else the rules of its block, else the zone Windows means. */
export function zoneOf(id: string, block: IcalComponent | undefined, options: ReadOptions): IcalZone {
  const location = block === undefined ? undefined : textOf(block, "X-LIC-LOCATION");
  const zone = ianaIn(id, options) ?? (location === undefined ? undefined : ianaIn(location, options));
  if (zone !== undefined) return { kind: "iana", zone };
  const offsetAt = block === undefined ? undefined : ownRules(block);
  if (offsetAt !== undefined) return { kind: "own", offsetAt };
  return zoneNamed(id, options) ?? { kind: "unknown" };
}
