import { longestHorizon } from "./limits.js";

/**
 * The first day for which something holds. Up to the last horizon that was learned a chance need not rise from day to day, so each
 * day is looked at; beyond it only the level grows, the chance rises, and halving finds the day.
 */
export function firstDayReached(learned: number, reached: (days: number) => boolean): number | undefined {
  for (let days = 1; days <= learned; days++) if (reached(days)) return days;
  let low = learned;
  let high = 2 * learned;
  while (!reached(high)) {
    if (high >= longestHorizon) return undefined;
    low = high;
    high = Math.min(2 * high, longestHorizon);
  }
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (reached(middle)) high = middle;
    else low = middle;
  }
  return high;
}
