import { pow } from "@evenkeel/stats";

/** Days between the instants a team's own forecasts are replayed from. */
export const originStep = 7;
/** Days of history the first replayed forecast has seen. */
export const warmUp = 56;

/** What was known at the start of one day. */
export interface Origin {
  /** Days of history before it. */
  readonly seen: number;
  /** Completions per day, one entry a half-life. */
  readonly rates: readonly number[];
  /** Short-run variance over mean, >= 1. */
  readonly dispersion: number;
}

/** The replay of a series: every origin on the weekly grid that ends at its end, and running totals. */
export interface Levels {
  /** Ascending; the last one is now. */
  readonly origins: readonly Origin[];
  /** totals[i] = completions of the first i days. */
  readonly totals: Float64Array;
}

/** Weekly variance over mean of the last twelve weeks by successive differences, which drift does not inflate. */
function dispersionAt(totals: Float64Array, seen: number): number {
  const weeks = Math.min(12, Math.floor(seen / 7));
  const week = (back: number): number => totals[seen - 7 * back]! - totals[seen - 7 * (back + 1)]!;
  let squares = 0;
  for (let back = 0; back + 1 < weeks; back++) {
    const step = week(back) - week(back + 1);
    squares += step * step;
  }
  const average = weeks > 0 ? (totals[seen]! - totals[seen - 7 * weeks]!) / weeks : 0;
  return average > 0 ? Math.max(1, squares / (2 * Math.max(1, weeks - 1)) / average) : 1;
}

/** Levels and dispersion at every origin of a series of daily counts, oldest first. */
export function nbMixLevels(daily: readonly number[], halfLives: readonly number[]): Levels {
  const n = daily.length;
  const totals = new Float64Array(n + 1);
  const decays = halfLives.map((days) => pow(0.5, 1 / days));
  const sums = decays.map(() => 0);
  const weights = decays.map(() => 0);
  const origins: Origin[] = [];
  for (let day = 0; day < n; day++) {
    totals[day + 1] = totals[day]! + daily[day]!;
    for (let j = 0; j < decays.length; j++) {
      sums[j] = sums[j]! * decays[j]! + daily[day]!;
      weights[j] = weights[j]! * decays[j]! + 1;
    }
    const seen = day + 1;
    if ((n - seen) % originStep !== 0 || (seen < warmUp && seen !== n)) continue;
    origins.push({ seen, rates: sums.map((sum, j) => sum / weights[j]!), dispersion: dispersionAt(totals, seen) });
  }
  return { origins, totals };
}
