import { sumExact, wilsonInterval } from "@evenkeel/stats";
import type { ShareOf } from "./commitment-types.js";
import type { LedgerCalibration, StatedChance } from "./ledger-types.js";

/** A share with its 95 % interval; absent for none. */
export function shareOf(hits: number, n: number): ShareOf | undefined {
  const interval = wilsonInterval(hits, n);
  return interval.ok ? { hits, n, share: hits / n, ...interval.value } : undefined;
}

/** A stated chance, and what became of the promise. */
export interface StatedOutcome {
  readonly confidence: number;
  readonly kept: boolean;
  /** Withdrawn, or fulfilled in time once and then not any more. */
  readonly contested: boolean;
}

/** Whether it happened; a contested outcome is the contrary of what was stated, so that bringing it about never pays. */
function happened({ confidence, kept, contested }: StatedOutcome): boolean {
  return contested ? confidence < 0.5 : kept;
}

/** Promises by stated chance, ascending. */
export function groupByChance(stated: readonly StatedOutcome[]): StatedChance[] {
  const groups = new Map<number, { hits: number; n: number }>();
  for (const each of stated) {
    const group = groups.get(each.confidence) ?? { hits: 0, n: 0 };
    group.n++;
    if (happened(each)) group.hits++;
    groups.set(each.confidence, group);
  }
  return [...groups]
    .sort((a, b) => a[0] - b[0])
    .flatMap(([confidence, { hits, n }]) => {
      const share = shareOf(hits, n);
      return share === undefined ? [] : [{ confidence, ...share }];
    });
}

/**
 * Brier score of stated chances with its three parts.
 * Source: Brier (1950); Murphy (1973), exact because groups are the distinct chances stated.
 */
export function calibrationOf(stated: readonly StatedOutcome[]): LedgerCalibration | undefined {
  const n = stated.length;
  if (n === 0) return undefined;
  const groups = groupByChance(stated);
  const base = sumExact(groups.map(({ hits }) => hits)) / n;
  const over = (term: (group: StatedChance) => number): number => sumExact(groups.map(term)) / n;
  return {
    n,
    groups,
    brier: over(({ confidence, hits, n: size }) => hits * (1 - confidence) ** 2 + (size - hits) * confidence ** 2),
    reliability: over(({ confidence, share, n: size }) => size * (confidence - share) ** 2),
    resolution: over(({ share, n: size }) => size * (share - base) ** 2),
    uncertainty: base * (1 - base),
  };
}
