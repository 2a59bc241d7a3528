import type { AttributeValues } from "../attribute-values.js";
import { type Draft, warn } from "../draft.js";
import { parseForeignTime } from "../foreign-time.js";
import type { FateRule } from "../tally.js";
import type { XmlElement } from "../xml-tree.js";

/** A reading of a file. */
export interface PlannerReading {
  readonly draft: Draft;
  readonly values: AttributeValues;
  readonly fateOf: (source: string) => Omit<FateRule, "source">;
}

/** A time such as `20070222T000000Z`, whose Z is decoration: it is local. One that cannot be read is an issue. */
export function localTimeOf({ draft, values }: PlannerReading, element: XmlElement, name: string): string | undefined {
  const text = values.text(element, name);
  if (text === undefined) return undefined;
  const match = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})?Z?)?$/.exec(text);
  const [, year, month, day, hour, minute, second] = match ?? [];
  const time = parseForeignTime(
    hour === undefined ? `${year}-${month}-${day}` : `${year}-${month}-${day}T${hour}:${minute}:${second ?? "00"}`,
  );
  if (time.ok) return time.text;
  const facts = { field: name, found: text.slice(0, 60), expected: "20260501T080000Z" };
  const trap = match === null ? "any-unreadable-date" : "any-impossible-date";
  warn(draft, trap, [element.line, element.name, name], [], facts);
  return undefined;
}

/** Minutes of a number of seconds. */
export function minutesOf({ values }: PlannerReading, element: XmlElement, name: string): number | undefined {
  const seconds = values.number(element, name);
  return seconds === undefined ? undefined : seconds / 60;
}
