import { formatDay } from "@evenkeel/kernel";
import type { Hours, P6Hours } from "./record.js";

/** A bracket of the text, with the text directly inside before its first inner bracket. */
interface Bracket {
  text: string;
  readonly inner: Bracket[];
}

/** Brackets nested deeper than any calendar needs. */
const maxDepth = 16;

/** The brackets of a text; undefined where they do not close, or nest too deep. */
function bracketsOf(text: string): Bracket | undefined {
  const root: Bracket = { text: "", inner: [] };
  const open = [root];
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (sign !== "(" && sign !== ")") continue;
    const last = open.at(-1) as Bracket;
    if (last.inner.length === 0) last.text += text.slice(from, at);
    from = at + 1;
    if (sign === "(") {
      const next: Bracket = { text: "", inner: [] };
      last.inner.push(next);
      open.push(next);
      if (open.length > maxDepth) return undefined;
    } else if (open.length > 1) open.pop();
    else return undefined;
  }
  return open.length === 1 ? root : undefined;
}

/** Nodes are `(0||name(attributes)(children))`. */
const nameOf = (node: Bracket): string => node.text.replace(/^\d*\|\|/, "");
const attributesOf = (node: Bracket): string => node.inner[0]?.text ?? "";
const childrenOf = (node: Bracket): readonly Bracket[] => node.inner[1]?.inner ?? [];

function minuteOf(text: string | undefined): number | undefined {
  const match = /^(\d{1,2}):(\d{2})(?::\d{2})?$/.exec(text ?? "");
  if (match === null) return undefined;
  const minute = Number(match[1]) * 60 + Number(match[2]);
  return Number(match[2]) < 60 && minute <= 1440 ? minute : undefined;
}

/** Start and finish stand in either order; 00:00 as finish is midnight. */
function hoursOf(nodes: readonly Bracket[]): Hours | undefined {
  const found: { from: number; to: number }[] = [];
  for (const node of nodes) {
    const parts = attributesOf(node).split("|");
    const value = (name: string): number | undefined => {
      const at = parts.indexOf(name);
      return at < 0 ? undefined : minuteOf(parts[at + 1]);
    };
    const [from, to] = [value("s"), value("f")];
    if (from === undefined || to === undefined || from > 1439) return undefined;
    found.push({ from, to: to > from ? to : to + 1440 });
  }
  return found.sort((a, b) => a.from - b.from || a.to - b.to);
}

/** Days from the epoch of the dates, 1899-12-30, to 1970-01-01. */
const epochShift = 25_569;
const [firstDay, lastDay] = [-719_162, 2_932_896];

function dayOf(attributes: string): string | undefined {
  const serial = /(?:^|\|)d\|(\d{1,7})(?:\||$)/.exec(attributes)?.[1];
  const day = Number(serial ?? Number.NaN) - epochShift;
  return day >= firstDay && day <= lastDay ? formatDay(day) : undefined;
}

function partOf(root: Bracket, name: string): readonly Bracket[] | undefined {
  const nodes = root.inner.flatMap((node) => [node, ...childrenOf(node)]);
  const part = nodes.find((node) => nameOf(node) === name);
  return part === undefined ? undefined : childrenOf(part);
}

/**
 * Reads the hours of a calendar as the text format writes them: nested brackets, divided by blanks, line ends or the byte
 * 0x7F; weekdays 1 = Sunday, dates in days from 1899-12-30, no hours = no work.
 */
export function parseHours(text: string): P6Hours | { readonly fault: string } {
  const root = bracketsOf(text.replace(/[\u007f\s]/g, ""));
  if (root === undefined) return { fault: "brackets do not close" };
  const days = partOf(root, "DaysOfWeek");
  const week: (Hours | undefined)[] = [undefined, undefined, undefined, undefined, undefined, undefined, undefined];
  for (const day of days ?? []) {
    const number = Number(nameOf(day));
    const hours = hoursOf(childrenOf(day));
    if (!(number >= 1 && number <= 7) || hours === undefined) return { fault: `weekday ${nameOf(day).slice(0, 20)}` };
    week[number - 1] = hours;
  }
  const dates: { day: string; hours: Hours }[] = [];
  for (const node of partOf(root, "Exceptions") ?? []) {
    const day = dayOf(attributesOf(node));
    const hours = hoursOf(childrenOf(node));
    if (day === undefined || hours === undefined) return { fault: `exception ${attributesOf(node).slice(0, 20)}` };
    dates.push({ day, hours });
  }
  return days === undefined && dates.length === 0 ? { fault: "no hours" } : { week, dates };
}
