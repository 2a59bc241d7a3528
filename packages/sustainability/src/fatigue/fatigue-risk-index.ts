import { type Issue, issue, ok, type Result, refuse } from "@evenkeel/kernel";

/** Components of the fatigue index of one shift, each 0..100; time of day and task together at most 100. */
export interface FatigueComponents {
  readonly cumulative: number;
  readonly timeOfDay: number;
  readonly task: number;
}

/** Components of the risk index of one shift: multipliers, at least 0, around 1. */
export interface RiskComponents {
  readonly cumulative: number;
  readonly timing: number;
  readonly jobBreaks: number;
}

function outOfRange(components: object, most: number): Issue[] {
  return Object.entries(components).flatMap(([field, value]: [string, unknown]) =>
    typeof value === "number" && value >= 0 && value <= most && Number.isFinite(value)
      ? []
      : [issue("sustainability/fatigue-component", { path: [field], facts: { field, found: String(value) } })],
  );
}

function answer(issues: readonly Issue[], value: () => number): Result<number> {
  const [first, ...rest] = issues;
  return first === undefined ? ok(value()) : refuse([first, ...rest]);
}

/**
 * The fatigue index of a shift from its components: 100 [1 - (1 - C/100)(1 - T/100 - J/100)].
 *
 * The composition alone. How components follow from shifts, breaks and demands is not here: the scales' meaning is not
 * settled without report RR446 and its user guide. Of a shift, never of a person.
 *
 * @param components - 0..100 each
 * @returns 0..100
 *
 * Issues: sustainability/fatigue-component.
 * Time O(1), space O(1).
 * Source: Spencer, Robertson and Folkard (2006), "The development of a fatigue/risk index for shiftworkers", HSE RR446.
 *
 * @example
 * fatigueIndex({ cumulative: 50, timeOfDay: 25, task: 25 }).value; // => 75
 */
export function fatigueIndex({ cumulative, timeOfDay, task }: FatigueComponents): Result<number> {
  const issues = outOfRange({ cumulative, timeOfDay, task }, 100);
  const together =
    issues.length === 0 && timeOfDay + task > 100
      ? [issue("sustainability/fatigue-component", { path: ["task"], facts: { field: "task", found: String(task) } })]
      : [];
  return answer(
    [...issues, ...together],
    () => 100 * (1 - (1 - cumulative / 100) * (1 - timeOfDay / 100 - task / 100)),
  );
}

/**
 * The risk index of a shift from its components: C x T x J.
 *
 * The composition alone, as for `fatigueIndex`.
 *
 * @param components - multipliers, at least 0
 * @returns a multiplier of risk
 *
 * Issues: sustainability/fatigue-component.
 * Time O(1), space O(1).
 * Source: as `fatigueIndex`.
 *
 * @example
 * riskIndex({ cumulative: 1.5, timing: 2, jobBreaks: 0.5 }).value; // => 1.5
 */
export function riskIndex({ cumulative, timing, jobBreaks }: RiskComponents): Result<number> {
  return answer(outOfRange({ cumulative, timing, jobBreaks }, Number.MAX_VALUE), () => cumulative * timing * jobBreaks);
}
