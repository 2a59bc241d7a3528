// Naive versions: every sequence of days is walked through, one by one.

/** Chance of each total over so many days when each day is drawn from the given ones, by enumeration. */
export function totalsByEnumeration(daily: readonly number[], days: number): Map<number, number> {
  let sequences = [0];
  for (let day = 0; day < days; day++) sequences = sequences.flatMap((total) => daily.map((count) => total + count));
  const shares = new Map<number, number>();
  for (const total of sequences) shares.set(total, (shares.get(total) ?? 0) + 1 / sequences.length);
  return shares;
}

/** Fewest days so that at least the share of sequences reaches the count. */
export function daysByEnumeration(
  daily: readonly number[],
  count: number,
  confidence: number,
  limit: number,
): number | undefined {
  for (let days = 1; days <= limit; days++) {
    let reached = 0;
    for (const [total, share] of totalsByEnumeration(daily, days)) if (total >= count) reached += share;
    if (reached >= confidence - 1e-9) return days;
  }
  return undefined;
}

/** Integral of work in progress over a window by sweeping over every start and end. */
export function wipIntegral(
  items: readonly { startedAt?: number; finishedAt?: number; droppedAt?: number }[],
  begin: number,
  end: number,
): number {
  const steps = items.flatMap(({ startedAt, finishedAt, droppedAt }) => {
    if (startedAt === undefined) return [];
    const close = finishedAt ?? droppedAt;
    return [[startedAt, 1] as const, ...(close === undefined ? [] : [[close, -1] as const])];
  });
  steps.sort((a, b) => a[0] - b[0]);
  let [area, level, last] = [0, 0, begin];
  for (const [at, change] of steps) {
    const here = Math.min(Math.max(at, begin), end);
    area += level * (here - last);
    level += change;
    last = here;
  }
  return area + level * (end - last);
}
