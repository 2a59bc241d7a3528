import { civilDay, weekday } from "./civil.js";
import { inertText } from "./inert.js";
import type { Fact, Message } from "./issue.js";
import { parseTimeText } from "./time-text.js";

/** Texts of one code: what is said, and what to do about it. */
export interface CatalogEntry {
  /** Template; see `describe`. */
  readonly message: string;
  readonly remedy?: string;
}

/** Texts by code, for one language. Plain data. */
export type Catalog = Readonly<Record<string, CatalogEntry>>;

/** A message as texts. */
export interface Description {
  readonly message: string;
  readonly remedy?: string;
}

const hole = /\{([a-zA-Z0-9]+)(?::([a-z]+))?((?:\|[^{}|]*)*)\}/g;

function inUnits(minutes: number): string {
  const total = Math.round(Math.abs(minutes));
  const parts = [
    [Math.floor(total / 60), "h"],
    [total % 60, "min"],
  ] as const;
  const shown = parts.filter(([count]) => count > 0).map(([count, unit]) => `${count} ${unit}`);
  return (minutes < 0 ? "-" : "") + (shown.length > 0 ? shown.join(" ") : "0 min");
}

const weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"] as const;
const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"] as const;

/** `2026-03-03T09:00` as a person says it: Tue 3 Mar 2026, 09:00. What is no local time or day stays as it is. */
function spoken(text: string): string {
  const parsed = parseTimeText(text);
  if (!parsed.ok || parsed.value.form === "instant") return text;
  const day = parsed.value.form === "day" ? parsed.value.day : Math.floor(parsed.value.local / 86_400_000);
  const { year, month, day: ofMonth } = civilDay(day);
  const date = `${weekdays[weekday(day) - 1]} ${ofMonth} ${months[month - 1]} ${year}`;
  return parsed.value.form === "day" ? date : `${date}, ${text.slice(11)}`;
}

function show(fact: Fact, format: string | undefined): string {
  if (typeof fact === "object")
    return fact.map((each) => show(each, format)).join(format === "chain" ? " \u2192 " : ", ");
  if (typeof fact === "string" && format === "time") return inertText(spoken(fact));
  if (typeof fact !== "number") return inertText(String(fact));
  if (format === "percent") return `${Math.round(fact * 100)} %`;
  if (format === "minutes") return inUnits(fact);
  return String(Number.isInteger(fact) ? fact : Math.round(fact * 100) / 100);
}

function fill(template: string, message: Message): string {
  return template.replace(hole, (_all, name: string, format: string | undefined, forms: string) => {
    const fact = Object.hasOwn(message.facts, name) ? message.facts[name] : undefined;
    if (fact === undefined) return "?";
    const words = forms.split("|").slice(1);
    if (words.length === 0) return show(fact, format);
    if (typeof fact === "number") return (fact === 1 ? words[0] : words[1]) ?? "";
    return (fact === true ? words[0] : words[1]) ?? "";
  });
}

/**
 * The text of a message, made at the edge from a catalog.
 *
 * A template's holes: `{name}`, `{name:percent}`, `{name:minutes}`, `{name:time}`, `{names:chain}`, `{count|one|many}`, `{flag|yes|no}`.
 * Facts come out inert. A code without an entry is shown as itself with its facts, so nothing is hidden.
 *
 * @param message - an issue, finding, explanation: anything with code and facts
 * @param catalog - texts by code
 * @returns message, and remedy where the entry has one
 *
 * Issues: none.
 * Time O(length of the texts), space the same.
 * Source: own.
 *
 * @example
 * describe({ code: "a/b", facts: { n: 2, share: 0.5 } }, { "a/b": { message: "{n} {n|item|items}, {share:percent}" } }).message; // => "2 items, 50 %"
 */
export function describe(message: Message, catalog: Catalog): Description {
  const entry = Object.hasOwn(catalog, message.code) ? catalog[message.code] : undefined;
  if (entry === undefined) return { message: inertText(`${message.code} ${JSON.stringify(message.facts)}`) };
  const filled = fill(entry.message, message);
  return entry.remedy === undefined ? { message: filled } : { message: filled, remedy: fill(entry.remedy, message) };
}
