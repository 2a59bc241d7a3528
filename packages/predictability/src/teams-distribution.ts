import { type Issue, ok, type Result } from "@evenkeel/kernel";
import { convolve, type Pmf } from "@evenkeel/stats";
import { forecastDistribution } from "./forecast-distribution.js";
import type { Forecast } from "./forecast-types.js";
import { fault, refusal } from "./issue.js";

/** What several teams complete together. */
export interface TeamsDistribution {
  /** If the teams' luck is independent. */
  readonly independent: Pmf;
  /** If good and bad weeks strike all of them alike: no dependence spreads the total wider. */
  readonly comonotone: Pmf;
}

/** The total when all counts are drawn from the same rank: quantiles add up. */
function sameRank(laws: readonly Pmf[]): Pmf {
  const total = new Float64Array(laws.reduce((sum, law) => sum + law.length - 1, 1));
  const at = laws.map(() => 0);
  const upTo = laws.map((law) => law[0]!);
  const atEnd = (team: number): boolean => at[team]! === laws[team]!.length - 1;
  let rank = 0;
  for (;;) {
    const sum = at.reduce((all, count) => all + count, 0);
    const next = Math.min(...upTo.map((chance, team) => (atEnd(team) ? 1 : chance)));
    total[sum]! += Math.max(0, next - rank);
    rank = Math.max(rank, next);
    const movers = at.map((_count, team) => !atEnd(team) && upTo[team]! <= rank);
    if (!movers.includes(true)) return total;
    movers.forEach((moves, team) => {
      if (!moves) return;
      at[team]! += 1;
      upTo[team]! += laws[team]![at[team]!]!;
    });
  }
}

/**
 * The law of what several teams complete together in the next days: as independent teams, and with the same luck for all.
 *
 * Which is right is seldom known: teams that wait for each other, share people or holidays lie in between. The second is the widest
 * the total can be, in convex order: it never understates a risk that grows with the spread.
 *
 * @param forecasts - one a team, from `forecastThroughput`; at least one
 * @param days - whole, 1..3,650
 * @returns probabilities of 0, 1, 2 .. completions, both with the same mean; ask them with `pmfQuantile` of stats
 *
 * Issues: predictability/sample-too-small, predictability/out-of-range, predictability/beyond-horizon.
 * Time O(teams total^2), space O(total).
 * Source: convolution; Dhaene, Denuit, Goovaerts, Kaas and Vyncke (2002), "The concept of comonotonicity in actuarial science".
 *
 * @example
 * const team = orThrow(forecastThroughput([1, 0, 1, 0, 1, 0, 1, 0], { model: "iid-bootstrap" }));
 * const { independent, comonotone } = orThrow(teamsDistribution([team, team], 1));
 * [independent, comonotone]; // => [ Float64Array(3) [ 0.25, 0.5, 0.25 ], Float64Array(3) [ 0.5, 0, 0.5 ] ]
 */
export function teamsDistribution(forecasts: readonly Forecast[], days: number): Result<TeamsDistribution> {
  const issues: Issue[] = [];
  const laws: Pmf[] = [];
  forecasts.forEach((forecast, at) => {
    const law = forecastDistribution(forecast, days);
    if (law.ok) laws.push(law.value);
    else if (law.issues[0].code !== "predictability/out-of-range") {
      issues.push({ ...law.issues[0], path: ["forecasts", at] });
    } else if (at === 0) issues.push(law.issues[0]);
  });
  if (forecasts.length === 0)
    issues.push(fault("predictability/sample-too-small", { path: ["forecasts"], facts: { needed: 1, found: 0 } }));
  const refused = refusal(issues);
  if (refused) return refused;
  return ok({ independent: laws.reduce(convolve), comonotone: sameRank(laws) });
}
