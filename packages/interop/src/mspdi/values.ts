import type { Issue } from "@evenkeel/kernel";
import { type Draft, warn } from "../draft.js";
import { parseForeignTime } from "../foreign-time.js";
import { child, childText, type XmlElement } from "../xml-tree.js";

/** Where a value stands, for issues. */
export function pathOf(element: XmlElement, name: string): Issue["path"] {
  return [element.line, element.name, name];
}

function refuseValue(
  draft: Draft,
  element: XmlElement,
  name: string,
  trap: string,
  found: string,
  expected: string,
): void {
  const part = child(element, name);
  if (part !== undefined && draft.lost.has(part)) return;
  if (part !== undefined) draft.lost.set(part, "not readable");
  warn(draft, trap, pathOf(element, name), [], { field: name, found: found.slice(0, 60), expected });
}

/** A finite number of a child, else undefined; text that is no number is an issue. */
export function numberOf(draft: Draft, element: XmlElement, name: string): number | undefined {
  const text = childText(element, name);
  if (text === undefined) return undefined;
  const value = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,3})?$/.test(text) ? Number(text) : Number.NaN;
  if (Number.isFinite(value)) return value;
  refuseValue(draft, element, name, "mspdi-invalid-value", text, "number");
  return undefined;
}

/** Minutes of a number of tenths of a minute. */
export function tenthsOf(draft: Draft, element: XmlElement, name: string): number | undefined {
  const value = numberOf(draft, element, name);
  return value === undefined ? undefined : value / 10;
}

/** A flag of a child: 1 or true. */
export function flagOf(element: XmlElement, name: string): boolean | undefined {
  const text = childText(element, name);
  return text === undefined ? undefined : text === "1" || text.toLowerCase() === "true";
}

const durationShape = /^(-)?P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;

/** Minutes of a `PT8H0M0S` text; days of 24 hours are taken as written. */
export function minutesOf(draft: Draft, element: XmlElement, name: string): number | undefined {
  const text = childText(element, name);
  if (text === undefined) return undefined;
  const match = text.length > 2 ? durationShape.exec(text) : null;
  if (match === null) {
    refuseValue(draft, element, name, "mspdi-invalid-value", text, "PT8H0M0S");
    return undefined;
  }
  const part = (at: number): number => Number(match[at] ?? 0);
  const minutes = part(2) * 1440 + part(3) * 60 + part(4) + part(5) / 60;
  return match[1] === undefined ? minutes : -minutes;
}

/** Minutes that remain: as stated, else all less what is done; some writers leave a remaining zero out. */
export function remainingOf(
  draft: Draft,
  element: XmlElement,
  names: { readonly all: string; readonly done: string; readonly left: string },
): number | undefined {
  const [all, done] = [minutesOf(draft, element, names.all), minutesOf(draft, element, names.done)];
  const left = minutesOf(draft, element, names.left);
  if (left !== undefined || all === undefined || done === undefined) return left;
  return all < done ? undefined : all - done;
}

/** A local time of a child; one that does not exist is an issue and left out. */
export function timeOf(draft: Draft, element: XmlElement, name: string): string | undefined {
  const text = childText(element, name);
  if (text === undefined || text === "NA") return undefined;
  const time = parseForeignTime(text);
  if (time.ok) return time.text;
  refuseValue(draft, element, name, "any-impossible-date", text, "2026-05-01T08:00:00");
  return undefined;
}

/** The unit a duration format shows, and whether it is elapsed time or an estimate. */
export interface DurationFormat {
  readonly unit: "minutes" | "hours" | "days" | "weeks" | "months" | "percent" | undefined;
  readonly elapsed: boolean;
  readonly estimated: boolean;
}

const units = new Map<number, DurationFormat["unit"]>([
  ...[3, 4].map((code) => [code, "minutes"] as const),
  ...[5, 6].map((code) => [code, "hours"] as const),
  ...[7, 8].map((code) => [code, "days"] as const),
  ...[9, 10].map((code) => [code, "weeks"] as const),
  ...[11, 12].map((code) => [code, "months"] as const),
  ...[19, 20].map((code) => [code, "percent"] as const),
]);

/** What a numeric duration or lag format says; codes that say nothing give no unit. */
export function durationFormat(code: number | undefined): DurationFormat {
  if (code === undefined || code === 21 || code === 53)
    return { unit: undefined, elapsed: false, estimated: code === 53 };
  const estimated = code >= 35;
  const plain = estimated ? code - 32 : code;
  const unit = units.get(plain);
  return { unit, elapsed: unit !== undefined && plain % 2 === 0, estimated };
}
