import { compareText, type Issue, issue, ok, type Result } from "@evenkeel/kernel";
import { isDay, mondayOf } from "../load/capacity.js";
import type { HandoffRow } from "./types.js";

/** Handoffs of one person in one week. */
export interface HandoffWeek {
  readonly personId: string;
  /** Monday, day number since 1970-01-01. */
  readonly week: number;
  /** Ids of handoffs given and received, sorted. */
  readonly given: readonly string[];
  readonly received: readonly string[];
}

/**
 * Handoffs given and received by each person in each week; what someone passes to themselves is none.
 *
 * @param handoffs - in any order; giver or receiver may be unknown
 * @returns weeks with handoffs, by person and week
 *
 * Issues: sustainability/impossible-handoff, for rows left out.
 * Time O(n log n), space O(n).
 * Source: own.
 *
 * @example
 * const weeks = handoffLoad([{ id: "d1", giver: "ana", receiver: "ben", day: 4 }]);
 * weeks.ok && weeks.value.map(({ personId, given, received }) => [personId, given.length, received.length]); // => [["ana", 1, 0], ["ben", 0, 1]]
 */
export function handoffLoad(handoffs: readonly HandoffRow[]): Result<HandoffWeek[]> {
  const issues: Issue[] = [];
  const weeks = new Map<string, { personId: string; week: number; given: string[]; received: string[] }>();
  const book = (personId: string, day: number, way: "given" | "received", id: string): void => {
    const week = mondayOf(day);
    const key = `${week}\n${personId}`;
    const row = weeks.get(key) ?? { personId, week, given: [], received: [] };
    weeks.set(key, row);
    row[way].push(id);
  };
  handoffs.forEach(({ id, giver, receiver, day }, index) => {
    if (!isDay(day)) {
      const facts = { handoff: id, day: String(day) };
      issues.push(issue("sustainability/impossible-handoff", { path: [index], subject: [id], facts }));
      return;
    }
    if (giver === receiver) return;
    if (giver !== undefined) book(giver, day, "given", id);
    if (receiver !== undefined) book(receiver, day, "received", id);
  });
  const rows = [...weeks.values()];
  for (const row of rows) for (const ids of [row.given, row.received]) ids.sort(compareText);
  return ok(
    rows.sort((a, b) => compareText(a.personId, b.personId) || a.week - b.week),
    issues,
  );
}
