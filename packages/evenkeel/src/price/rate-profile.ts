/**
 * How much of a person's working time is taken: per stretch of it, the minutes of work a minute.
 * Positions are working ticks from an origin of the person's own, so that nights and days off take no room.
 */
export interface RateProfile {
  /** Rising, from 0; the last stretch has no end and nothing in it. */
  at: number[];
  used: number[];
}

/** Stretches of effort as flat triples: from, to, ticks of work. */
export type EffortPieces = number[];

/** Rates this close are equal: they come from sums of quotients. */
const rateGrain = 1e-9;
/** Ticks of time this close are equal. */
const tickGrain = 1e-6;

/** A profile in which nothing is taken. */
export const emptyProfile = (): RateProfile => ({ at: [0], used: [0] });

/** A whole tick where it is one but for rounding: else slivers of time would be left between stretches. */
const snapped = (position: number): number =>
  Math.abs(position - Math.round(position)) < tickGrain ? Math.round(position) : position;

/** The stretch that holds a position. */
function stretchAt(at: readonly number[], position: number): number {
  let [low, high] = [0, at.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (at[middle]! <= position) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Takes the place of the stretches `first` up to `next` by others, and joins what has become equal. */
function replace(profile: RateProfile, first: number, next: number, at: number[], used: number[]): void {
  const end = profile.used[next] === used.at(-1) ? next + 1 : next;
  const begin = profile.used[first - 1] === used[0] ? 1 : 0;
  profile.at = profile.at.slice(0, first).concat(at.slice(begin), profile.at.slice(end));
  profile.used = profile.used.slice(0, first).concat(used.slice(begin), profile.used.slice(end));
}

/**
 * Lays effort into the room a profile has, as early as it goes: never faster than `rate`, never more than `capacity` in all.
 *
 * @param profile - mutated: the effort is taken from its room
 * @param from - position before which nothing may lie, >= 0
 * @param rate - of this effort, > 0
 * @param effort - ticks of work, > 0
 * @param capacity - of the person, > 0; Infinity = no limit
 * @returns where it lies, rising
 *
 * Time O(stretches from `from` to its end), and a copy of the profile.
 */
export function layEffort(
  profile: RateProfile,
  from: number,
  rate: number,
  effort: number,
  capacity: number,
): EffortPieces {
  const first = stretchAt(profile.at, from);
  const [at, used, pieces]: [number[], number[], EffortPieces] = [[], [], []];
  const put = (position: number, level: number): void => {
    if (used.at(-1) === level) return;
    at.push(position);
    used.push(level);
  };
  if (profile.at[first]! < from) put(profile.at[first]!, profile.used[first]!);
  let [k, position, left] = [first, from, effort];
  for (;;) {
    const until = profile.at[k + 1] ?? Number.POSITIVE_INFINITY;
    const taken = profile.used[k++]!;
    const free = capacity - taken;
    if (free <= rateGrain) {
      put(position, taken);
      position = until;
      continue;
    }
    const own = Math.min(rate, free);
    put(position, own === free ? capacity : taken + own);
    const exact = position + left / own;
    const end = snapped(exact) > position ? snapped(exact) : exact;
    if (end <= until + tickGrain) {
      pieces.push(position, Math.min(end, until), left);
      if (end < until) put(end, taken);
      break;
    }
    pieces.push(position, until, (until - position) * own);
    left -= (until - position) * own;
    position = until;
  }
  replace(profile, first, k, at, used);
  return pieces;
}
