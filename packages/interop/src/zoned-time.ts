import { intlZoneRules, toInstant, type ZoneRules } from "@evenkeel/calendar";
import { formatInstant, type Issue, issue, parseTimeText } from "@evenkeel/kernel";
import { answered, assume, type Draft, warn } from "./draft.js";
import { type DateOrder, type ForeignTime, parseForeignTime } from "./foreign-time.js";
import type { ReadOptions } from "./types.js";

/** How the times of one input are read. */
export interface TimeReading {
  readonly order?: DateOrder | undefined;
  readonly months?: readonly string[] | undefined;
  /** Puts a text that cannot be read into English, for one more try. */
  readonly inEnglish?: ((text: string) => string) | undefined;
  /** What texts were read as, where many repeat. */
  readonly known?: Map<string, ForeignTime>;
}

/** Texts of times that are remembered. */
const mostKnown = 4096;

function parseKnown(text: string, { order, months, inEnglish, known }: TimeReading): ForeignTime {
  const before = known?.get(text);
  if (before !== undefined) return before;
  const plain = parseForeignTime(text, order, months);
  const isForeign = !plain.ok && (plain.fault === "unreadable" || plain.fault === "month");
  const time = isForeign && inEnglish !== undefined ? parseForeignTime(inEnglish(text), order, months) : plain;
  if (known !== undefined && known.size < mostKnown) known.set(text, time);
  return time;
}

const fixedOffset = /^(?:UTC|Z|([+-])(\d{2}):?(\d{2}))$/;

function fixedMinutes(zone: string): number | undefined {
  const match = fixedOffset.exec(zone);
  if (match === null) return undefined;
  if (match[1] === undefined) return 0;
  const minutes = Number(match[2]) * 60 + Number(match[3]);
  return match[1] === "-" ? -minutes : minutes;
}

/** States the zone of the times that have none. */
export function assumeZone(draft: Draft): void {
  const { zone } = draft.options;
  if (zone !== undefined && draft.isZoneAnswered) answered(draft, "zone", zone);
  else assume(draft, "zone", zone ?? "floating", zone === undefined ? "none given, local times stay local" : "option");
}

/** Why the zone that is stated for times without one is none; undefined where it is one, or none is stated. */
export function zoneFault({ zone, answers, zoneRules }: ReadOptions): Issue | undefined {
  const stated = zone ?? answers?.zone;
  if (stated === undefined || fixedMinutes(stated) !== undefined) return undefined;
  if (toInstant(0, stated, zoneRules ?? intlZoneRules()).ok) return undefined;
  return issue("interop/any-unknown-zone", { path: ["zone"], facts: { zone: stated } });
}

/** IANA zone of the project's local times, where the option names one. */
export function projectZone(draft: Draft): string | undefined {
  const { zone } = draft.options;
  return zone === undefined || fixedMinutes(zone) !== undefined ? undefined : zone;
}

const faults = {
  unreadable: "any-unreadable-date",
  impossible: "any-impossible-date",
  ambiguous: "any-date-order-ambiguous",
  month: "jiracsv-localised-month",
} as const;

let engineRules: ZoneRules | undefined;

/** The rules of zones: as stated, else the engine's, asked once since they remember what they worked out. */
function rulesOf({ zoneRules }: ReadOptions): ZoneRules {
  if (zoneRules !== undefined) return zoneRules;
  engineRules ??= intlZoneRules();
  return engineRules;
}

/** A local time as an instant where a zone, by default the option, can tell it, else as it is. */
export function inZone(
  draft: Draft,
  text: string,
  path: readonly (string | number)[],
  zone: string | undefined = draft.options.zone,
): string | undefined {
  if (zone === undefined) return text;
  const parsed = parseTimeText(text);
  if (!parsed.ok || parsed.value.form !== "local") return text;
  const offset = fixedMinutes(zone);
  if (offset !== undefined) return formatInstant(parsed.value.local - offset * 60_000);
  const instant = toInstant(parsed.value.local, zone, rulesOf(draft.options));
  if (!instant.ok) {
    warn(draft, "any-unknown-zone", path, [], { zone });
    return undefined;
  }
  const trap = instant.issues[0]?.code === "calendar/repeated-local-time" ? "any-dst-overlap" : "any-dst-gap";
  if (instant.issues.length > 0) warn(draft, trap, path, [], { found: text, zone });
  return formatInstant(instant.value);
}

/** A time of a cell in the form of the documents; what cannot be read is an issue and left out. */
export function readTime(
  draft: Draft,
  text: string,
  reading: TimeReading,
  path: readonly (string | number)[],
  subject: readonly string[],
): string | undefined {
  if (text.trim() === "") return undefined;
  const time = parseKnown(text, reading);
  if (time.ok) return time.form === "local" ? inZone(draft, time.text, path) : time.text;
  const facts = { field: String(path.at(-1) ?? ""), found: text.slice(0, 60), expected: "2026-05-01" };
  warn(draft, faults[time.fault], path, subject, facts);
  return undefined;
}

/** A due time as a day where it stands at midnight: that is how tools print a day. */
export function asDueDay(text: string, shown: string): string {
  const midnight = /^(.*?)[ T,]+(0{1,2}:00(?::00)?(?!\s*[Pp])|12:00(?::00)?\s*[Aa]\.?[Mm]\.?)\s*$/.exec(shown.trim());
  return midnight !== null && text.length >= 10 ? text.slice(0, 10) : text;
}

/** A due time of a cell: a day where it stands at midnight, else as `readTime` reads it. The day is the one that is written. */
export function readDue(
  draft: Draft,
  text: string,
  reading: TimeReading,
  path: readonly (string | number)[],
  subject: readonly string[],
): string | undefined {
  const written = readTime({ ...draft, options: {} }, text, reading, path, subject);
  if (written === undefined) return undefined;
  const due = asDueDay(written, text);
  return due === written ? inZone(draft, written, path) : due;
}
