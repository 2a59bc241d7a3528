import { compareText, type Issue, issue, ok, type Result } from "@evenkeel/kernel";
import { isDay } from "../load/capacity.js";
import type { Touch } from "./types.js";

/** How often someone changed from one item to another on a day. */
export interface SwitchDay {
  readonly personId: string;
  readonly day: number;
  /** Touches in time order. */
  readonly touches: readonly Touch[];
  /** Different items. */
  readonly items: number;
  /** Changes of item between consecutive touches; at least `items` - 1. */
  readonly switches: number;
}

/**
 * Context switches of each person and day: changes of item between consecutive touches.
 *
 * Switches beyond the number of items less one are returns to an item that had been left. Touches of the same instant are
 * taken in the order of item and row id.
 *
 * @param touches - in any order
 * @returns days with touches, by person and day
 *
 * Issues: sustainability/impossible-touch, for rows left out.
 * Time O(n log n), space O(n).
 * Source: own.
 *
 * @example
 * const touch = (id: string, itemId: string, at: number) => ({ id, personId: "ana", itemId, day: 0, at });
 * const days = contextSwitches([touch("1", "A", 1), touch("2", "B", 2), touch("3", "A", 3)]);
 * days.ok && days.value.map(({ items, switches }) => [items, switches]); // => [[2, 2]]
 */
export function contextSwitches(touches: readonly Touch[]): Result<SwitchDay[]> {
  const issues: Issue[] = [];
  const days = new Map<string, Touch[]>();
  touches.forEach((touch, index) => {
    if (!(isDay(touch.day) && Number.isFinite(touch.at))) {
      const facts = { item: touch.itemId, day: String(touch.day), at: String(touch.at) };
      issues.push(issue("sustainability/impossible-touch", { path: [index], subject: [touch.id], facts }));
      return;
    }
    const key = `${touch.day}\n${touch.personId}`;
    const own = days.get(key);
    if (own === undefined) days.set(key, [touch]);
    else own.push(touch);
  });
  const rows = [...days.values()].map((own): SwitchDay => {
    own.sort((a, b) => a.at - b.at || compareText(a.itemId, b.itemId) || compareText(a.id, b.id));
    return {
      personId: own[0]?.personId ?? "",
      day: own[0]?.day ?? 0,
      touches: own,
      items: new Set(own.map(({ itemId }) => itemId)).size,
      switches: own.filter(({ itemId }, at) => at > 0 && own[at - 1]?.itemId !== itemId).length,
    };
  });
  return ok(
    rows.sort((a, b) => compareText(a.personId, b.personId) || a.day - b.day),
    issues,
  );
}
