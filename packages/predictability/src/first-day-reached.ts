/**
 * The first day, up to a limit, for which something holds. Up to the last horizon that was learned a chance need not rise from day to
 * day, so each day is looked at; beyond it only the level grows, the chance rises, and halving finds the day.
 */
export function firstDayReached(
  learned: number,
  limit: number,
  reached: (days: number) => boolean,
): number | undefined {
  for (let days = 1; days <= Math.min(learned, limit); days++) if (reached(days)) return days;
  if (learned >= limit) return undefined;
  let low = learned;
  let high = Math.min(2 * learned, limit);
  while (!reached(high)) {
    if (high >= limit) return undefined;
    low = high;
    high = Math.min(2 * high, limit);
  }
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (reached(middle)) high = middle;
    else low = middle;
  }
  return high;
}
