import { answer, issue } from "./issue.js";
import type { Pmf, Sample, StatsIssue, StatsResult } from "./types.js";

const largestCount = 10_000_000;

/**
 * The distribution of a count as it was observed: share of the sample at each value.
 *
 * @param sample - whole numbers 0..10,000,000 in any order, at least one; not changed
 * @returns probabilities of 0..the largest count
 *
 * Issues: stats/sample-too-small, stats/not-a-count.
 * Time O(n + largest), space O(largest).
 * Source: standard definition.
 *
 * @example
 * pmfFromCounts([0, 2, 2, 1]); // => { ok: true, value: Float64Array(3) [ 0.25, 0.25, 0.5 ], issues: [] }
 */
export function pmfFromCounts(sample: Sample): StatsResult<Pmf> {
  const issues: StatsIssue[] = [];
  if (sample.length === 0) issues.push(issue("stats/sample-too-small", ["sample"], { needed: 1, found: 0 }));
  let largest = 0;
  for (let at = 0; at < sample.length; at++) {
    const count = sample[at]!;
    if (!(count >= 0 && count <= largestCount && Math.floor(count) === count))
      issues.push(issue("stats/not-a-count", ["sample", at], { found: String(count) }));
    else if (count > largest) largest = count;
  }
  return answer(issues, () => {
    const pmf = new Float64Array(largest + 1);
    for (let at = 0; at < sample.length; at++) pmf[sample[at]!]! += 1;
    return pmf.map((count) => count / sample.length);
  });
}
