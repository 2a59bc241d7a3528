import { ok, type Result } from "@evenkeel/kernel";
import { sumExact } from "@evenkeel/stats";
import { amountIssues, refusal } from "./issue.js";
import { measureAttainment } from "./measure-attainment.js";
import { effortIssues } from "./measure-serving.js";
import type { EffortRow, OutcomeReading } from "./types.js";

/** What one outcome came to for the effort spent on it. */
export interface OutcomeYield {
  readonly outcomeId: string;
  /** min(1, progress); absent = not measurable. */
  readonly attained?: number;
  /** Person-minutes on it; an item that serves several is split evenly. */
  readonly minutes: number;
  /** Attained share a person-day; absent without effort or progress. */
  readonly perPersonDay?: number;
}

/** What outcomes came to for the effort spent. */
export interface Yield {
  readonly outcomes: readonly OutcomeYield[];
  /** Weighted mean of min(1, progress) over measurable outcomes; absent when there are none. */
  readonly attained?: number;
  readonly measurable: number;
  /** All effort, in person-days: that which serves nothing counts too. */
  readonly personDays: number;
  readonly servingNoneDays: number;
  readonly unknownDays: number;
  /** attained / personDays; absent without either. */
  readonly perPersonDay?: number;
}

/**
 * Outcomes attained per effort.
 *
 * Effort that serves no outcome is in the denominator, so that leaving a purpose open improves nothing. A ratio of this kind compares
 * a team with itself over time; outcomes of different teams are not alike.
 *
 * @param outcomes - with readings
 * @param effort - person-minutes of a team or plan
 * @param personDayMinutes - minutes of a person-day, above 0; default 480
 * @returns one row an outcome in the given order, and the whole
 *
 * Issues: effectiveness/impossible-effort, effectiveness/impossible-value.
 * Time O(outcomes + effort), space the same.
 * Source: own; after the practice of objectives and key results.
 *
 * @example
 * const outcomes = [{ outcomeId: "o", title: "Quiet rooms", baseline: 40, target: 30, current: 35 }];
 * orThrow(measureYield(outcomes, [{ itemId: "A", minutes: 960, outcomeIds: ["o"] }])).perPersonDay; // => 0.25
 */
export function measureYield(
  outcomes: readonly OutcomeReading[],
  effort: readonly EffortRow[],
  personDayMinutes = 480,
): Result<Yield> {
  const least = Number.MIN_VALUE;
  const refused = refusal([
    ...effortIssues(effort),
    ...amountIssues(personDayMinutes, least, ["personDayMinutes"], "personDayMinutes"),
  ]);
  if (refused) return refused;
  const spent = new Map<string, number[]>();
  for (const { minutes, outcomeIds = [] } of effort) {
    const served = new Set(outcomeIds);
    for (const id of served) {
      const parts = spent.get(id);
      if (parts === undefined) spent.set(id, [minutes / served.size]);
      else parts.push(minutes / served.size);
    }
  }
  const summary = measureAttainment(outcomes);
  const days = (rows: readonly EffortRow[]): number => sumExact(rows.map(({ minutes }) => minutes)) / personDayMinutes;
  const personDays = days(effort);
  return ok({
    outcomes: summary.outcomes.map(({ outcomeId, progress }): OutcomeYield => {
      const minutes = sumExact(spent.get(outcomeId) ?? []);
      if (progress === undefined) return { outcomeId, minutes };
      const attained = Math.min(1, progress);
      return {
        outcomeId,
        attained,
        minutes,
        ...(minutes > 0 ? { perPersonDay: (attained * personDayMinutes) / minutes } : {}),
      };
    }),
    ...(summary.attained === undefined ? {} : { attained: summary.attained }),
    measurable: summary.measurable,
    personDays,
    servingNoneDays: days(effort.filter(({ outcomeIds }) => outcomeIds?.length === 0)),
    unknownDays: days(effort.filter(({ outcomeIds }) => outcomeIds === undefined)),
    ...(summary.attained !== undefined && personDays > 0 ? { perPersonDay: summary.attained / personDays } : {}),
  });
}
