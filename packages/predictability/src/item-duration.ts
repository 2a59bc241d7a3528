import { dayOf } from "./flow-rows.js";
import type { ItemDuration } from "./flow-types.js";

/** Duration from a start to an instant: milliseconds, and days touched (same day = 1). */
export function itemDuration(id: string, startedAt: number, until: number): ItemDuration {
  return { id, startedAt, until, elapsedMillis: until - startedAt, days: dayOf(until) - dayOf(startedAt) + 1 };
}
