/**
 * Loss of a quantile forecast: the proper score for one quantile.
 *
 * @param p - probability the quantile was stated for, 0..1
 * @param stated - the quantile stated
 * @param outcome - what happened, same unit
 * @returns >= 0, in that unit
 *
 * Issues: none.
 * Time O(1), space O(1).
 * Source: Koenker and Bassett (1978), "Regression quantiles".
 *
 * @example
 * pinballLoss(0.75, 10, 14); // => 3
 */
export function pinballLoss(p: number, stated: number, outcome: number): number {
  return outcome >= stated ? p * (outcome - stated) : (1 - p) * (stated - outcome);
}
