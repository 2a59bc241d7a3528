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

const anyMayGo = (): boolean => true;

/**
 * Internal: rows that suffice for what holds of all of them, and none of which can go; later rows go first.
 *
 * One pass is enough (`once`) where fewer rows never make hold what more do not; otherwise until none goes. Rows of which
 * it is known that they are needed (`mayGo` says no) are not tried.
 * Time O(rows x test) for one pass, O(rows² x test) at worst.
 */
export function irreducible<Row>(
  rows: readonly Row[],
  holds: (rows: readonly Row[]) => boolean,
  once = false,
  mayGo: (row: Row) => boolean = anyMayGo,
): readonly Row[] {
  let kept = rows;
  let size: number;
  do {
    size = kept.length;
    // All but the row at `at`; where that one stays, its place is taken by the next one to be tried.
    let fewer = kept.slice(0, -1);
    for (let at = kept.length - 1; at >= 0; at--) {
      if (mayGo(kept[at] as Row) && holds(fewer)) {
        kept = fewer;
        fewer = kept.slice(0, -1);
        for (let other = Math.max(0, at - 1); other < fewer.length; other++) fewer[other] = kept[other + 1] as Row;
      } else if (at > 0) fewer[at - 1] = kept[at] as Row;
    }
  } while (!once && kept.length < size);
  return kept;
}
