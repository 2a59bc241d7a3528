import { answer, issue } from "./issue.js";
import type { StatsIssue, StatsResult, SurvivalStep, WeightedLifetimes } from "./types.js";

function faults({ durations, ended, weights }: WeightedLifetimes, beyond: number): StatsIssue[] {
  const issues: StatsIssue[] = [];
  const n = durations.length;
  if (n === 0) issues.push(issue("stats/sample-too-small", ["durations"], { needed: 1, found: 0 }));
  for (const [name, found] of [["ended", ended.length] as const, ["weights", weights.length] as const])
    if (found !== n) issues.push(issue("stats/lengths-differ", [name], { needed: n, found }));
  for (let at = 0; at < n; at++) {
    const [duration, weight] = [durations[at]!, weights[at]!];
    if (!(duration - duration === 0))
      issues.push(issue("stats/not-finite", ["durations", at], { found: String(duration) }));
    if (at < weights.length && !(weight > 0 && weight < Infinity))
      issues.push(issue("stats/out-of-range", ["weights", at], { found: String(weight) }));
  }
  if (!(beyond >= 0 && beyond < Infinity))
    issues.push(issue("stats/out-of-range", ["beyond"], { found: String(beyond) }));
  return issues;
}

/** Positions by rising duration; undefined where they lie so already. */
function sortedOrder(durations: ArrayLike<number>): Int32Array | undefined {
  let at = 1;
  while (at < durations.length && durations[at - 1]! <= durations[at]!) at++;
  if (at >= durations.length) return undefined;
  return Int32Array.from({ length: durations.length }, (_none, index) => index).sort(
    (a, b) => durations[a]! - durations[b]! || a - b,
  );
}

/**
 * Chance to last longer than each duration, where some of what was seen counts more than the rest.
 *
 * Each weight stands for so many things of that duration: old or crowded evidence can count less. With all weights 1 and
 * nothing beyond it is `kaplanMeier`. A weight `beyond` stands for things that outlast all others: it keeps the chance
 * above 0 where the evidence is thin.
 *
 * @param lifetimes - three arrays of one length, at least 1; sorted by duration saves time; not changed
 * @param beyond - weight of what outlasts everything seen, >= 0; default 0
 * @returns one step per distinct duration where something ended, ascending; `atRisk` and `ended` are sums of weights
 *
 * Issues: stats/sample-too-small, stats/lengths-differ, stats/not-finite, stats/out-of-range.
 * Time O(n log n), O(n) where sorted; space O(n).
 * Source: Kaplan and Meier (1958); weights as in Xie and Liu (2005), "Adjusted Kaplan-Meier estimator".
 *
 * @example
 * weightedKaplanMeier({ durations: [2, 3], ended: [1, 0], weights: [1, 3] }); // => { ok: true, value: [{ duration: 2, atRisk: 4, ended: 1, survival: 0.75 }], issues: [] }
 */
export function weightedKaplanMeier(lifetimes: WeightedLifetimes, beyond = 0): StatsResult<SurvivalStep[]> {
  const { durations, ended, weights } = lifetimes;
  return answer(faults(lifetimes, beyond), () => {
    const n = durations.length;
    const order = sortedOrder(durations);
    const place = (rank: number): number => (order === undefined ? rank : order[rank]!);
    // Summed from the end, so that no difference of large sums eats the thin tail.
    const remaining = new Float64Array(n + 1);
    remaining[n] = beyond;
    for (let rank = n - 1; rank >= 0; rank--) remaining[rank] = remaining[rank + 1]! + weights[place(rank)]!;
    const steps: SurvivalStep[] = [];
    let survival = 1;
    for (let rank = 0; rank < n; ) {
      const duration = durations[place(rank)]!;
      const atRisk = remaining[rank]!;
      let gone = 0;
      for (; rank < n && durations[place(rank)] === duration; rank++)
        if (ended[place(rank)]! > 0) gone += weights[place(rank)]!;
      if (gone === 0) continue;
      survival *= Math.max(0, atRisk - gone) / atRisk;
      steps.push({ duration, atRisk, ended: gone, survival });
    }
    return steps;
  });
}
