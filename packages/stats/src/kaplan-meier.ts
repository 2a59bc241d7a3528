import { answer, issue } from "./issue.js";
import type { Lifetime, StatsIssue, StatsResult, SurvivalStep } from "./types.js";

/**
 * Chance to last longer than each duration, from things that ended and things still open (right-censored).
 *
 * At one duration endings come before leavings. Says nothing beyond the longest duration watched.
 *
 * @param lifetimes - in any order, at least one; durations finite, any unit; not changed
 * @returns one step per distinct duration where something ended, ascending; survival 0..1, never rising
 *
 * Issues: stats/sample-too-small, stats/not-finite.
 * Time O(n log n), space O(n).
 * Source: Kaplan and Meier (1958), "Nonparametric estimation from incomplete observations".
 *
 * @example
 * kaplanMeier([{ duration: 2, ended: true }, { duration: 3, ended: false }]); // => { ok: true, value: [{ duration: 2, atRisk: 2, ended: 1, survival: 0.5 }], issues: [] }
 */
export function kaplanMeier(lifetimes: readonly Lifetime[]): StatsResult<SurvivalStep[]> {
  const issues: StatsIssue[] = [];
  if (lifetimes.length === 0) issues.push(issue("stats/sample-too-small", ["lifetimes"], { needed: 1, found: 0 }));
  lifetimes.forEach(({ duration }, at) => {
    if (!(duration - duration === 0))
      issues.push(issue("stats/not-finite", ["lifetimes", at, "duration"], { found: String(duration) }));
  });
  return answer(issues, () => {
    const sorted = [...lifetimes].sort((a, b) => a.duration - b.duration);
    const steps: SurvivalStep[] = [];
    let survival = 1;
    for (let at = 0; at < sorted.length; ) {
      const { duration } = sorted[at]!;
      const atRisk = sorted.length - at;
      let ended = 0;
      for (; sorted[at]?.duration === duration; at++) if (sorted[at]!.ended) ended++;
      if (ended === 0) continue;
      survival *= (atRisk - ended) / atRisk;
      steps.push({ duration, atRisk, ended, survival });
    }
    return steps;
  });
}
