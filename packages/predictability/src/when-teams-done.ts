import { type Issue, ok, type Result, refuse } from "@evenkeel/kernel";
import { type Pmf, pmfSurvival } from "@evenkeel/stats";
import { answeredDays } from "./completions-pmf.js";
import { firstDayReached } from "./first-day-reached.js";
import type { Forecast } from "./forecast-types.js";
import { chanceIssues, fault, refusal } from "./issue.js";
import { largestTotal, longestHorizon } from "./limits.js";
import { type TeamsDistribution, teamsDistribution } from "./teams-distribution.js";

/** When several teams have done a count together. */
export interface WhenTeamsDone {
  readonly count: number;
  readonly confidence: number;
  /** Fewest days if the teams' luck is independent; absent = beyond what the forecasts answer for. */
  readonly independent?: number;
  /** If good and bad weeks strike all of them alike. */
  readonly comonotone?: number;
}

/**
 * When several teams together will have done a count: if their luck is independent, and if it is the same for all.
 *
 * Items are taken to be done by whichever team is free. With a confidence above one half the second date is mostly the later one.
 *
 * @param forecasts - one a team, from `forecastThroughput`; at least one
 * @param count - items still to be done, whole, 1..100,000
 * @param confidence - chance the dates are to have, between 0 and 1
 * @returns days under each
 *
 * Issues: predictability/sample-too-small, predictability/not-a-count, predictability/out-of-range,
 * predictability/never-on-this-evidence, predictability/beyond-horizon.
 * Time O(teams total^2 log days), space O(total).
 * Source: see `teamsDistribution`.
 *
 * @example
 * const team = orThrow(forecastThroughput([1, 0, 1, 0, 1, 0, 1, 0], { model: "iid-bootstrap" }));
 * orThrow(whenTeamsDone([team, team], 6, 0.85)); // => { count: 6, confidence: 0.85, independent: 8, comonotone: 8 }
 */
export function whenTeamsDone(
  forecasts: readonly Forecast[],
  count: number,
  confidence: number,
): Result<WhenTeamsDone> {
  const issues: Issue[] = [];
  if (!(Number.isSafeInteger(count) && count >= 1 && count <= largestTotal)) {
    const facts = { found: String(count), low: 1, high: largestTotal };
    issues.push(fault("predictability/not-a-count", { path: ["count"], facts }));
  }
  issues.push(...chanceIssues(confidence, "confidence"));
  if (forecasts.length === 0)
    issues.push(fault("predictability/sample-too-small", { path: ["forecasts"], facts: { needed: 1, found: 0 } }));
  else if (!forecasts.some(({ daily }) => daily.some((each) => each > 0))) {
    const days = Math.max(...forecasts.map(({ daily }) => daily.length));
    issues.push(fault("predictability/never-on-this-evidence", { path: ["forecasts"], facts: { days } }));
  }
  const refused = refusal(issues);
  if (refused) return refused;
  const laws = new Map<number, TeamsDistribution | undefined>();
  const lawOf = (days: number): TeamsDistribution | undefined => {
    if (!laws.has(days)) {
      const found = teamsDistribution(forecasts, days);
      laws.set(days, found.ok ? found.value : undefined);
    }
    return laws.get(days);
  };
  const learned = Math.max(1, ...forecasts.flatMap(({ mixture }) => mixture?.horizons ?? []));
  const limit = Math.min(...forecasts.map(answeredDays));
  const first = (of: (law: TeamsDistribution) => Pmf): number | undefined =>
    firstDayReached(learned, limit, (days) => {
      const law = lawOf(days);
      return law !== undefined && pmfSurvival(of(law), count) >= confidence - 1e-12;
    });
  const independent = first((law) => law.independent);
  const comonotone = first((law) => law.comonotone);
  if (independent === undefined && comonotone === undefined) {
    const facts = { limit: longestHorizon, largest: largestTotal };
    return refuse([fault("predictability/beyond-horizon", { path: ["count"], facts })]);
  }
  return ok({
    count,
    confidence,
    ...(independent === undefined ? {} : { independent }),
    ...(comonotone === undefined ? {} : { comonotone }),
  });
}
