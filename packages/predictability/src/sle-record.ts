import { crowdWeight, fading, openAfter, recencyCurve, type SleCurve } from "./sle-curve.js";
import type { OpenShare, SlePrior } from "./sle-types.js";
import { daysSeen, fortnight, type StartedWork, startedBefore } from "./sle-work.js";

/** Fortnights of own past expectations that teach. */
const longestRecord = 52;
/** Items that must have ended before an expectation of the past was worth one. */
const enoughEnded = 5;

/** One team's work as its past is read: curves by day, each made once. */
export interface CurveBook {
  readonly work: StartedWork;
  readonly prior: SlePrior;
  readonly curveOn: (day: number) => SleCurve;
}

/** Opens the book of work that does not change. */
export function curveBook(work: StartedWork, prior: SlePrior): CurveBook {
  const made = new Map<number, SleCurve>();
  const curveOn = (day: number): SleCurve => {
    const known = made.get(day);
    if (known !== undefined) return known;
    const curve = recencyCurve(work, day, prior);
    made.set(day, curve);
    return curve;
  };
  return { work, prior, curveOn };
}

/** An item started after a past expectation: the chance then given to last longer than it did, or has lasted so far. */
interface PastItem {
  readonly share: number;
  readonly finished: boolean;
  readonly weight: number;
}

/** What became of the expectations of past fortnights, as known before a day. */
function pastItems({ work, prior, curveOn }: CurveBook, today: number): PastItem[] {
  const past: PastItem[] = [];
  const faded = fading(prior.halfLifeDays);
  for (let back = 1; back <= longestRecord; back++) {
    const origin = today - back * fortnight;
    const [from, to] = [startedBefore(work, origin), startedBefore(work, origin + fortnight)];
    if (from === 0) break;
    if (from === to) continue;
    const { steps, ended } = curveOn(origin);
    if (ended < enoughEnded) continue;
    const weight = faded(back) * crowdWeight(to - from, prior);
    for (let item = from; item < to; item++) {
      const finished = work.end[item]! < today && work.finished[item] === 1;
      past.push({ share: openAfter(steps, daysSeen(work, item, today)), finished, weight });
    }
  }
  return past.sort((a, b) => b.share - a.share);
}

/** A curve corrected by the own record, and the items that taught. */
export interface CalibratedCurve {
  readonly steps: readonly OpenShare[];
  readonly record: number;
}

/**
 * The curve of a day, corrected by how the curves of past fortnights came true.
 *
 * Had they been right, an item would outlast a share s of its curve with chance s. The prior believes that with weight `trust`;
 * the items since, some of them still open, correct it: the Bayes estimate of a survival curve from censored data under a
 * Dirichlet prior (Susarla and Van Ryzin 1976), here on the scale of the shares.
 */
export function calibratedCurve(book: CurveBook, today: number): CalibratedCurve {
  const { trust } = book.prior;
  const past = pastItems(book, today);
  const remaining = new Float64Array(past.length + 1);
  for (let at = past.length - 1; at >= 0; at--) remaining[at] = remaining[at + 1]! + past[at]!.weight;
  const total = trust + remaining[0]!;
  const steps: OpenShare[] = [];
  let [at, lift, last] = [0, 1, 1];
  for (const { days, share } of book.curveOn(today).steps) {
    while (at < past.length && past[at]!.share >= share) {
      const tied = past[at]!.share;
      let censored = 0;
      for (; at < past.length && past[at]!.share === tied; at++) if (!past[at]!.finished) censored += past[at]!.weight;
      const longer = trust * tied + remaining[at]!;
      lift *= (longer + censored) / longer;
    }
    last = Math.min(last, ((trust * share + remaining[at]!) / total) * lift);
    steps.push({ days, share: last });
  }
  return { steps, record: past.length };
}
