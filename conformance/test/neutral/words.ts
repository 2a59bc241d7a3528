import { created, type NeutralItem, type State } from "./project.js";

/** A move with the state before it. */
export interface Move {
  readonly at: string;
  readonly from: State;
  readonly to: State;
}

export function movesOf(item: NeutralItem): Move[] {
  return item.moves.map(([at, to], index) => ({ at, from: item.moves[index - 1]?.[1] ?? "todo", to }));
}

export const email = (owner: string): string => `${owner.toLowerCase()}@example.org`;
export const millis = (at: string): number => Date.parse(at);
/** `2026-03-02T08:00:00` of an instant: the clock without its zone. */
export const clock = (at: string): string => at.slice(0, 19);
export const dayOf = (at: string | undefined): string => at?.slice(0, 10) ?? "";

const months = ["Jan", "Feb", "Mar", "Apr"];
const weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];

/** `02/Mar/26 8:00 AM`, as Jira prints a time. */
export function jiraClock(at: string | undefined): string {
  if (at === undefined) return "";
  const [hour, minute] = [Number(at.slice(11, 13)), at.slice(14, 16)];
  const month = months[Number(at.slice(5, 7)) - 1];
  return `${at.slice(8, 10)}/${month}/${at.slice(2, 4)} ${hour % 12 === 0 ? 12 : hour % 12}:${minute} ${hour < 12 ? "AM" : "PM"}`;
}

/** `Mon, 2 Mar 2026 08:00:00 +0000`, as RFC 822 has it. */
export function mailDate(at: string): string {
  const day = weekdays[new Date(at).getUTCDay()];
  return `${day}, ${Number(at.slice(8, 10))} ${months[Number(at.slice(5, 7)) - 1]} ${at.slice(0, 4)} ${at.slice(11, 19)} +0000`;
}

/** Lines of cells, quoted where they must be. */
export function csv(rows: readonly (readonly (string | number | undefined)[])[]): string {
  const cell = (value: string | number | undefined): string => {
    const text = String(value ?? "");
    return /[",\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
  };
  return rows.map((row) => row.map(cell).join(",")).join("\r\n");
}

/** Spans of states from creation on; the last is open. */
export function staysOf(item: NeutralItem): { readonly state: State; readonly from: string; readonly to?: string }[] {
  const all: (readonly [string, State])[] = [[created, "todo"], ...item.moves];
  return all.map(([from, state], index) => {
    const to = all[index + 1]?.[0];
    return { state, from, ...(to === undefined ? {} : { to }) };
  });
}
