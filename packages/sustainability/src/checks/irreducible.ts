import { compareText } from "@evenkeel/kernel";

/** Internal: an amount of a row. */
export interface Amount {
  readonly id: string;
  readonly amount: number;
}

/**
 * Internal: the largest amounts that together exceed a threshold; without any of them they do not.
 *
 * A millionth is rounding. All rows where even all of them do not exceed it.
 */
export function fewestToExceed(rows: readonly Amount[], threshold: number): string[] {
  const taken: string[] = [];
  let sum = 0;
  for (const { id, amount } of [...rows].sort((a, b) => b.amount - a.amount || compareText(a.id, b.id))) {
    if (sum > threshold + 1e-6) break;
    taken.push(id);
    sum += amount;
  }
  return taken;
}

/**
 * Internal: rows that suffice for what holds of all of them, and none of which can go; later rows go first.
 *
 * Time O(rows² x test) at worst, O(rows x test) when fewer rows never make it hold again.
 */
export function irreducible<Row>(rows: readonly Row[], holds: (rows: readonly Row[]) => boolean): Row[] {
  let kept = [...rows];
  for (let before = kept.length + 1; kept.length < before; ) {
    before = kept.length;
    for (let at = kept.length - 1; at >= 0; at--) {
      const fewer = kept.filter((_row, k) => k !== at);
      if (holds(fewer)) kept = fewer;
    }
  }
  return kept;
}
