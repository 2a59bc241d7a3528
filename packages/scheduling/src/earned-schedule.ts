import { issue, ok, type Result, refuse } from "@evenkeel/kernel";

/** Planned value by whole periods, and where the project stands. */
export interface EarnedScheduleInput {
  /** Cumulative planned value at the end of each period, never falling. */
  readonly plannedValues: readonly number[];
  readonly earnedValue: number;
  /** Periods since the start of the project, > 0. */
  readonly actualTime: number;
}

/** Progress as time, in periods. */
export interface EarnedSchedule {
  /** ES: the time at which the plan had what is earned now. */
  readonly earnedSchedule: number;
  /** SV(t) = ES - AT. */
  readonly scheduleVariance: number;
  /** SPI(t) = ES / AT. */
  readonly schedulePerformanceIndex: number;
  readonly plannedDuration: number;
  /** IEAC(t) = PD / SPI(t); absent while nothing is earned. */
  readonly estimateAtCompletion?: number;
}

/**
 * Earned schedule: how far along its own plan a project is, in periods of the plan.
 *
 * Whole periods whose planned value is earned, and of the next the share in proportion. A plan that stands still for a
 * time has earned that time with the last value before it. The planned duration ends where the last value is first reached.
 *
 * @param input - plain data; not mutated
 * @returns times in periods
 *
 * Issues: scheduling/value-not-cumulative, scheduling/invalid-figure.
 * Time O(n), space O(1).
 * Source: Lipke (2003), "Schedule is different", The Measurable News, March 2003, 31-34; Henderson (2004), "Further
 * developments in earned schedule", The Measurable News, Spring 2004 (IEAC(t)).
 *
 * @example
 * const plannedValues = [10, 30, 60, 100];
 * orThrow(earnedSchedule({ plannedValues, earnedValue: 45, actualTime: 3 })).earnedSchedule; // => 2.5
 */
export function earnedSchedule({
  plannedValues,
  earnedValue,
  actualTime,
}: EarnedScheduleInput): Result<EarnedSchedule> {
  const wrong = (path: (string | number)[], found: number) =>
    issue("scheduling/invalid-figure", { path, facts: { found: String(found) } });
  const issues = plannedValues.flatMap((value, period) => {
    const before = period === 0 ? 0 : plannedValues[period - 1]!;
    const path = ["plannedValues", period];
    if (!Number.isFinite(value)) return [wrong(path, value)];
    return value < before ? [issue("scheduling/value-not-cumulative", { path, facts: { found: value, before } })] : [];
  });
  if (!(earnedValue >= 0 && earnedValue < Number.POSITIVE_INFINITY)) issues.push(wrong(["earnedValue"], earnedValue));
  if (!(actualTime > 0 && actualTime < Number.POSITIVE_INFINITY)) issues.push(wrong(["actualTime"], actualTime));
  const [first, ...rest] = issues;
  if (first !== undefined) return refuse([first, ...rest]);

  const budget = plannedValues.at(-1) ?? 0;
  const plannedDuration = budget === 0 ? 0 : plannedValues.indexOf(budget) + 1;
  let whole = 0;
  while (whole < plannedDuration && plannedValues[whole]! <= earnedValue) whole++;
  const before = whole === 0 ? 0 : plannedValues[whole - 1]!;
  const share = whole === plannedDuration ? 0 : (earnedValue - before) / (plannedValues[whole]! - before);
  const time = whole + share;
  const index = time / actualTime;
  return ok({
    earnedSchedule: time,
    scheduleVariance: time - actualTime,
    schedulePerformanceIndex: index,
    plannedDuration,
    ...(index === 0 ? {} : { estimateAtCompletion: plannedDuration / index }),
  });
}
