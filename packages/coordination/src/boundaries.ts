import type { WorkContext } from "@evenkeel/core";
import { compareText } from "@evenkeel/kernel";
import { handoffStanding } from "./handoff/handoff-log.js";
import { millisPerDay } from "./rules.js";

/** What passes between two parties, and how it goes. */
export interface Boundary {
  readonly from: string;
  readonly to: string;
  readonly handoffs: number;
  readonly agreed: number;
  readonly offered: number;
  readonly accepted: number;
  readonly returned: number;
  readonly bounces: number;
  /** Days between offers and answers, over all handoffs that were ever offered; absent without such events. */
  readonly meanWaitDays?: number;
}

/**
 * Handoffs by who gives and who receives: how many stand where, how often they bounce, how long offers wait.
 *
 * @param context - the work
 * @returns one row a pair of parties, by giver, then receiver; handoffs without both are left out
 *
 * Issues: none.
 * Time O(dependencies + their events), space O(pairs).
 * Source: own.
 *
 * @example
 * import { indexPlan, workContext } from "@evenkeel/core";
 * measureBoundaries(workContext({ plan: { formatVersion: 1 }, now: 0 })); // => []
 */
export function measureBoundaries(context: WorkContext): Boundary[] {
  const pairs = new Map<string, { row: Omit<Boundary, "meanWaitDays">; waits: number[] }>();
  for (const { id, handoff } of context.plan.rows("dependencies").values()) {
    const standing = handoffStanding(context, id);
    if (standing === undefined || handoff?.from === undefined || handoff.to === undefined) continue;
    const key = JSON.stringify([handoff.from, handoff.to]);
    const none = { handoffs: 0, agreed: 0, offered: 0, accepted: 0, returned: 0, bounces: 0 };
    const { row, waits } = pairs.get(key) ?? { row: { from: handoff.from, to: handoff.to, ...none }, waits: [] };
    const next = { ...row, handoffs: row.handoffs + 1, bounces: row.bounces + standing.bounces };
    pairs.set(key, {
      row: { ...next, [standing.state]: row[standing.state] + 1 },
      waits: standing.since === undefined ? waits : [...waits, standing.waitedMillis / millisPerDay],
    });
  }
  return [...pairs.values()]
    .map(({ row, waits }) => {
      const sum = waits.reduce((total, wait) => total + wait, 0);
      return waits.length === 0 ? row : { ...row, meanWaitDays: sum / waits.length };
    })
    .sort((a, b) => compareText(a.from, b.from) || compareText(a.to, b.to));
}
