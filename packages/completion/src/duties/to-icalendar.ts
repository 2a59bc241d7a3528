import { type Catalog, describe, formatInstant, inertText } from "@evenkeel/kernel";
import type { Duty } from "./duty.js";

const encoder = { bytes: (text: string): number => encodeURIComponent(text).replace(/%../g, "x").length };

/** A text value: backslash, semicolon, comma and line break escaped, nothing that a reader could take for a command. */
const escaped = (text: string): string =>
  inertText(text)
    .replace(/[\\;,]/g, "\\$&")
    .replace(/\r?\n/g, "\\n");

/** Lines of at most 75 octets, continued by a line that begins with a space. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = "";
  for (const character of line) {
    if (encoder.bytes(part) + encoder.bytes(character) > 74) {
      parts.push(part);
      part = "";
    }
    part += character;
  }
  return [...parts, part].join("\r\n ");
}

const stamp = (millis: number): string => formatInstant(millis).replace(/[-:]/g, "").replace(/\.\d+/, "");

/**
 * Duties as an iCalendar with one to-do each, so that any calendar can remind.
 *
 * @param duties - from `openDuties`
 * @param now - milliseconds UTC, for the time stamp
 * @param catalog - texts of the duties
 * @returns an iCalendar text with CRLF line ends, lines folded at 75 octets
 *
 * Issues: none.
 * Time O(duties), space the same.
 * Source: RFC 5545 (2009), iCalendar, sections 3.1, 3.3.11 and 3.6.2.
 *
 * @example
 * dutiesToICalendar([], 0, {}).split("\r\n").slice(0, 2); // => ["BEGIN:VCALENDAR", "VERSION:2.0"]
 */
export function dutiesToICalendar(duties: readonly Duty[], now: number, catalog: Catalog): string {
  const todos = duties.flatMap((duty) => {
    const { message, remedy } = describe(duty, catalog);
    return [
      "BEGIN:VTODO",
      `UID:${escaped(`${duty.kind}-${duty.subject.table}-${duty.subject.id}`)}@evenkeel`,
      `DTSTAMP:${stamp(now)}`,
      `DUE:${stamp(duty.due)}`,
      `SUMMARY:${escaped(message)}`,
      ...(remedy === undefined ? [] : [`DESCRIPTION:${escaped(remedy)}`]),
      "STATUS:NEEDS-ACTION",
      "END:VTODO",
    ];
  });
  const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Evenkeel//Duties//EN", ...todos, "END:VCALENDAR"];
  return `${lines.map(folded).join("\r\n")}\r\n`;
}
