/** The four figures all others follow from, in one unit of cost (or of effort). */
export interface EarnedValueFigures {
  /** Budget of what was to be done by the status date. */
  readonly plannedValue: number;
  /** Budget of what is done. */
  readonly earnedValue: number;
  readonly actualCost: number;
  readonly budgetAtCompletion: number;
}

/** One figure under each assumption about the rest: as budgeted, as cost went so far, as cost and progress went so far. */
export interface ByAssumption {
  readonly atBudget: number;
  readonly atCostIndex?: number;
  readonly atCostAndScheduleIndex?: number;
}

/** Figures of earned value; a quotient without a divisor is absent. */
export interface EarnedValueMeasures extends EarnedValueFigures {
  /** EV - PV and EV - AC: positive is good. */
  readonly scheduleVariance: number;
  readonly costVariance: number;
  /** EV / PV and EV / AC: above 1 is good. */
  readonly schedulePerformanceIndex?: number;
  readonly costPerformanceIndex?: number;
  /** EAC; ETC = EAC - AC; VAC = BAC - EAC. */
  readonly estimateAtCompletion: ByAssumption;
  readonly estimateToComplete: ByAssumption;
  readonly varianceAtCompletion: ByAssumption;
  /** TCPI: the cost index that the rest needs to end at the budget; absent when the budget is spent. */
  readonly toCompletePerformanceIndex?: number;
}

const divided = (value: number, by: number): number | undefined => (by === 0 ? undefined : value / by);
const present = <Key extends string>(key: Key, value: number | undefined): Partial<Record<Key, number>> =>
  value === undefined ? {} : ({ [key]: value } as Record<Key, number>);

function each(
  { atBudget, atCostIndex, atCostAndScheduleIndex }: ByAssumption,
  f: (value: number) => number,
): ByAssumption {
  return {
    atBudget: f(atBudget),
    ...present("atCostIndex", atCostIndex === undefined ? undefined : f(atCostIndex)),
    ...present("atCostAndScheduleIndex", atCostAndScheduleIndex === undefined ? undefined : f(atCostAndScheduleIndex)),
  };
}

/**
 * Variances, indices and estimates of earned value from its four figures.
 *
 * Estimates at completion: `atBudget` AC + (BAC - EV), `atCostIndex` BAC / CPI, `atCostAndScheduleIndex`
 * AC + (BAC - EV) / (CPI x SPI). Where a divisor is zero the figure is absent.
 *
 * @param figures - in one unit of cost
 * @returns the figures with what follows from them
 *
 * Issues: none.
 * Time O(1), space O(1).
 * Source: Project Management Institute (2011), Practice Standard for Earned Value Management, second edition.
 *
 * @example
 * measureEarnedValue({ plannedValue: 3000, earnedValue: 2500, actualCost: 2800, budgetAtCompletion: 4000 }).estimateAtCompletion.atCostIndex; // => 4480
 */
export function measureEarnedValue(figures: EarnedValueFigures): EarnedValueMeasures {
  const { plannedValue, earnedValue, actualCost, budgetAtCompletion } = figures;
  const spi = divided(earnedValue, plannedValue);
  const cpi = divided(earnedValue, actualCost);
  const rest = budgetAtCompletion - earnedValue;
  // BAC / CPI is BAC x AC / EV: nothing earned, nothing to go by.
  const byCost = divided(budgetAtCompletion * actualCost, earnedValue);
  const byBoth = cpi === undefined || spi === undefined ? undefined : divided(rest, cpi * spi);
  const estimate: ByAssumption = {
    atBudget: actualCost + rest,
    ...present("atCostIndex", byCost),
    ...present("atCostAndScheduleIndex", byBoth === undefined ? undefined : actualCost + byBoth),
  };
  return {
    ...figures,
    scheduleVariance: earnedValue - plannedValue,
    costVariance: earnedValue - actualCost,
    ...present("schedulePerformanceIndex", spi),
    ...present("costPerformanceIndex", cpi),
    estimateAtCompletion: estimate,
    estimateToComplete: each(estimate, (value) => value - actualCost),
    varianceAtCompletion: each(estimate, (value) => budgetAtCompletion - value),
    ...present("toCompletePerformanceIndex", divided(rest, budgetAtCompletion - actualCost)),
  };
}
