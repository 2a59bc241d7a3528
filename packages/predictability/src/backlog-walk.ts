import { exp, type Pmf } from "@evenkeel/stats";

/** Mass that a day may drop at the far end; a drop counts as not done. */
const negligible = 1e-16;

/** The change of what is left in one day, ascending: what arrives less what is completed. */
interface Change {
  readonly by: number;
  readonly chance: number;
}

function dailyChanges(completions: Pmf, arrivals: Pmf): Change[] {
  const least = 1 - completions.length;
  const law = new Float64Array(completions.length + arrivals.length - 1);
  completions.forEach((done, k) => {
    for (let arrived = 0; arrived < arrivals.length; arrived++) law[arrived - k - least]! += done * arrivals[arrived]!;
  });
  return [...law].map((chance, at) => ({ by: at + least, chance })).filter(({ chance }) => chance > 0);
}

/**
 * Lundberg's exponent: from n items left the chance ever to reach none is at most exp(-exponent n). 0 unless more arrives than
 * is completed.
 */
function ruinExponent(changes: readonly Change[]): number {
  const growth = (exponent: number): number =>
    changes.reduce((sum, { by, chance }) => sum + chance * exp(-exponent * by), 0);
  if (!changes.some(({ by }) => by < 0)) return Infinity;
  if (changes.reduce((sum, { by, chance }) => sum + chance * by, 0) <= 0) return 0;
  let [low, high] = [0, 1];
  while (growth(high) < 1 && high < 600) [low, high] = [high, 2 * high];
  for (let round = 0; round < 40; round++) {
    const middle = (low + high) / 2;
    if (growth(middle) < 1) low = middle;
    else high = middle;
  }
  return low;
}

/** The chance ever to reach none, at most. */
function everDone(left: Float64Array, exponent: number): number {
  const step = exp(-exponent);
  let weight = 1;
  return left.reduce((sum, each) => {
    weight *= step;
    return sum + each * weight;
  }, 0);
}

/** Where a walk ends, other than with nothing left. */
export interface WalkEnd {
  /** At the first survival at or below this, or when that cannot be reached any more. */
  readonly stop?: number;
  /** After so many days. */
  readonly days: number;
  /** When more items may be left. */
  readonly widest: number;
}

/**
 * Chance that something is left after 0, 1, 2 .. days: first passage to none of a walk that completions lower and arrivals raise.
 *
 * The grid of items left grows with what arrives; at its far end at most 1e-16 a day is dropped and counts as left, so that a
 * chance to be done is never overstated.
 */
export function backlogSurvival(
  start: Pmf,
  completions: Pmf,
  arrivals: Pmf,
  { stop, days, widest }: WalkEnd,
): number[] {
  const changes = dailyChanges(completions, arrivals);
  const exponent = ruinExponent(changes);
  const rise = Math.max(0, changes[changes.length - 1]!.by);
  let left = start.subarray(1);
  let dropped = 0;
  const survival = [left.reduce((sum, each) => sum + each, 0)];
  while (survival.length <= days && left.length <= widest) {
    const now = survival[survival.length - 1]!;
    if (stop !== undefined && (now <= stop || now - everDone(left, exponent) > stop)) break;
    const next = new Float64Array(left.length + rise);
    for (const { by, chance } of changes)
      for (let at = Math.max(0, -by); at < left.length; at++) next[at + by]! += left[at]! * chance;
    let end = next.length;
    for (let spare = negligible; end > 0 && next[end - 1]! <= spare; end--) {
      spare -= next[end - 1]!;
      dropped += next[end - 1]!;
    }
    left = next.subarray(0, end);
    survival.push(left.reduce((sum, each) => sum + each, dropped));
  }
  return survival;
}
