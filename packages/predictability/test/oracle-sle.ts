// The adaptive expectation word by word, with nothing kept, merged or summed ahead.
import type { FlowItem, SlePrior } from "../src/index.js";

const dayOf = (millis: number): number => Math.floor(millis / 86_400_000);

interface Lifetime {
  readonly start: number;
  readonly duration: number;
  readonly ended: boolean;
}

function lifetimes(items: readonly FlowItem[], today: number): Lifetime[] {
  return items.flatMap(({ startedAt, finishedAt, droppedAt }) => {
    if (startedAt === undefined || dayOf(startedAt) >= today) return [];
    const start = dayOf(startedAt);
    const end = dayOf(finishedAt ?? droppedAt ?? Infinity);
    return end < today
      ? [{ start, duration: end - start + 1, ended: finishedAt !== undefined }]
      : [{ start, duration: today - start, ended: false }];
  });
}

const crowded = (count: number, prior: SlePrior): number => (1 + prior.fortnightItems) / (count + prior.fortnightItems);
const faded = (fortnights: number, halfLife: number): number => 2 ** ((-14 * fortnights) / halfLife);

/** Weighted share of lifetimes longer than so many days: the product over every earlier end. */
export function openShare(items: readonly FlowItem[], today: number, days: number, prior: SlePrior): number {
  const all = lifetimes(items, today);
  const latest = all.map(({ start }) => today - start).sort((a, b) => a - b);
  const halfLife = Math.max(prior.halfLifeDays, ...latest.slice(0, prior.halfLifeItems));
  const fortnightOf = ({ start }: Lifetime): number => Math.floor((today - 1 - start) / 14);
  const weight = (one: Lifetime): number => {
    const fortnight = fortnightOf(one);
    const crowd = all.filter((other) => fortnightOf(other) === fortnight).length;
    return faded(fortnight, halfLife) * crowded(crowd, prior);
  };
  const sum = (of: readonly Lifetime[]): number => of.reduce((total, one) => total + weight(one), 0);
  let share = 1;
  for (const end of new Set(all.filter(({ ended }) => ended).map(({ duration }) => duration))) {
    if (end > days) continue;
    const atRisk = sum(all.filter(({ duration }) => duration >= end)) + prior.outlasting;
    share *= 1 - sum(all.filter(({ duration, ended }) => ended && duration === end)) / atRisk;
  }
  return share;
}

/** The share after the record of past fortnights: Susarla and Van Ryzin's formula, with sums written out. */
export function calibratedShare(items: readonly FlowItem[], today: number, days: number, prior: SlePrior): number {
  const past: { share: number; finished: boolean; weight: number }[] = [];
  for (let back = 1; back <= 52; back++) {
    const origin = today - 14 * back;
    if (lifetimes(items, origin).filter(({ ended }) => ended).length < 5) continue;
    const next = lifetimes(items, today).filter(({ start }) => start >= origin && start < origin + 14);
    for (const { duration, ended } of next)
      past.push({
        share: openShare(items, origin, duration, prior),
        finished: ended,
        weight: faded(back, prior.halfLifeDays) * crowded(next.length, prior),
      });
  }
  const longer = (share: number): number =>
    past.filter((one) => one.share < share - 1e-12).reduce((total, { weight }) => total + weight, 0);
  const share = openShare(items, today, days, prior);
  const total = past.reduce((sum, { weight }) => sum + weight, prior.trust);
  let estimate = (prior.trust * share + longer(share)) / total;
  const distinct = [...new Set(past.map((one) => one.share))].sort((a, b) => b - a);
  distinct.forEach((tied, at) => {
    const before = distinct[at - 1];
    if (tied < share - 1e-12 || (before !== undefined && before - tied < 1e-12)) return;
    const open = past
      .filter((one) => !one.finished && Math.abs(one.share - tied) < 1e-12)
      .reduce((sum, { weight }) => sum + weight, 0);
    const rest = prior.trust * tied + longer(tied);
    estimate *= (rest + open) / rest;
  });
  return estimate;
}
