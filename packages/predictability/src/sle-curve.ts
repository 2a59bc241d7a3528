import { InternalError } from "@evenkeel/kernel";
import { pow, weightedKaplanMeier } from "@evenkeel/stats";
import type { OpenShare, SlePrior } from "./sle-types.js";
import { fortnight, type StartedWork, startedBefore } from "./sle-work.js";

/** Chance to be still open, as a team's work until a day tells. */
export interface SleCurve {
  readonly steps: readonly OpenShare[];
  /** Items seen, how many of them ended, and the longest days watched (1 without any). */
  readonly sample: number;
  readonly ended: number;
  readonly longest: number;
}

/** Fortnights after which evidence fades no further: far beyond any use. */
const longestMemory = 10_000;

/** Weight that evidence keeps after so many fortnights; asked for ever older ones. */
export function fading(halfLifeDays: number): (fortnights: number) => number {
  const fade = pow(0.5, fortnight / halfLifeDays);
  let [at, weight] = [0, 1];
  return (fortnights) => {
    // Above 0 always: a weight of 0 would be no evidence at all.
    for (; at < Math.min(fortnights, longestMemory); at++) weight = Math.max(1e-300, weight * fade);
    return weight;
  };
}

/** What a fortnight with so many items counts against its items: a crowded one little more than a quiet one. */
export function crowdWeight(items: number, prior: SlePrior): number {
  return (1 + prior.fortnightItems) / (items + prior.fortnightItems);
}

/** Weight of each item started before a day: by its age and the crowd of its fortnight. */
function itemWeights(work: StartedWork, seen: number, today: number, prior: SlePrior): Float64Array {
  const weights = new Float64Array(seen);
  const enough = work.start[Math.max(0, seen - Math.ceil(prior.halfLifeItems))]!;
  const faded = fading(Math.max(prior.halfLifeDays, today - enough));
  const age = (item: number): number => Math.floor((today - 1 - work.start[item]!) / fortnight);
  for (let last = seen; last > 0; ) {
    const fortnights = age(last - 1);
    let first = last - 1;
    while (first > 0 && age(first - 1) === fortnights) first--;
    weights.fill(faded(fortnights) * crowdWeight(last - first, prior), first, last);
    last = first;
  }
  return weights;
}

/** Curve of the items started before a day, by recency: items still open then are censored, dropped ones where dropped. */
export function recencyCurve(work: StartedWork, today: number, prior: SlePrior): SleCurve {
  const seen = startedBefore(work, today);
  if (seen === 0) return { steps: [], sample: 0, ended: 0, longest: 1 };
  const weight = itemWeights(work, seen, today, prior);
  const [durations, weights] = [new Float64Array(seen), new Float64Array(seen)];
  const ended = new Uint8Array(seen);
  let [rank, finished, open] = [0, 0, seen - 1];
  const put = (item: number, duration: number, over: number): void => {
    durations[rank] = duration;
    weights[rank] = weight[item]!;
    ended[rank++] = over;
    finished += over;
  };
  // Ended items lie by duration, open ones by age from the youngest: two sorted lists, merged.
  const putOpenUpTo = (duration: number): void => {
    for (; open >= 0 && today - work.start[open]! <= duration; open--)
      if (work.end[open]! >= today) put(open, today - work.start[open]!, 0);
  };
  for (const item of work.byDuration) {
    if (item >= seen || work.end[item]! >= today) continue;
    const duration = work.end[item]! - work.start[item]! + 1;
    putOpenUpTo(duration);
    put(item, duration, work.finished[item]!);
  }
  putOpenUpTo(Infinity);
  const curve = weightedKaplanMeier({ durations, ended, weights }, prior.outlasting);
  if (!curve.ok) throw new InternalError("Lifetimes of checked items have no survival curve.");
  const steps = curve.value.map(({ duration, survival }) => ({ days: duration, share: survival }));
  return { steps, sample: seen, ended: finished, longest: durations[seen - 1]! };
}

/** Share still open after so many days: 1 before the first step. */
export function openAfter(steps: readonly OpenShare[], days: number): number {
  let [low, high] = [0, steps.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (steps[middle]!.days <= days) low = middle + 1;
    else high = middle;
  }
  return low === 0 ? 1 : steps[low - 1]!.share;
}
