import { answer, issue } from "./issue.js";
import type { Pmf, Sample, StatsIssue, StatsResult } from "./types.js";

/**
 * Distribution of a count that comes from one of several distributions, each with its weight.
 *
 * @param components - one or more distributions of counts; not changed
 * @param weights - one per component, >= 0, finite, not all 0; brought to sum 1; not changed
 * @returns probabilities of 0..the largest count of any component
 *
 * Issues: stats/sample-too-small, stats/lengths-differ, stats/out-of-range.
 * Time O(total length), space O(longest).
 * Source: standard definition.
 *
 * @example
 * mixture([Float64Array.of(1), Float64Array.of(0, 1)], [1, 3]); // => { ok: true, value: Float64Array(2) [ 0.25, 0.75 ], issues: [] }
 */
export function mixture(components: readonly Pmf[], weights: Sample): StatsResult<Pmf> {
  const issues: StatsIssue[] = [];
  if (components.length === 0) issues.push(issue("stats/sample-too-small", ["components"], { needed: 1, found: 0 }));
  if (components.length !== weights.length)
    issues.push(issue("stats/lengths-differ", ["weights"], { needed: components.length, found: weights.length }));
  let total = 0;
  for (let at = 0; at < weights.length; at++) {
    const weight = weights[at]!;
    if (!(weight >= 0 && weight < Infinity))
      issues.push(issue("stats/out-of-range", ["weights", at], { found: String(weight) }));
    total += weight;
  }
  if (total === 0 && weights.length > 0) issues.push(issue("stats/out-of-range", ["weights"], { found: "0" }));
  return answer(issues, () => {
    const out = new Float64Array(components.reduce((longest, each) => Math.max(longest, each.length), 0));
    components.forEach((component, at) => {
      const share = weights[at]! / total;
      for (let k = 0; k < component.length; k++) out[k]! += share * component[k]!;
    });
    return out;
  });
}
