import { sumExact } from "@evenkeel/stats";

/** Internal: the exact sum, without its cost where one addition is exact to the last bit already. */
export function sumOf(values: readonly number[]): number {
  return values.length > 2 ? sumExact(values) : (values[0] ?? 0) + (values[1] ?? 0);
}

/** Internal: a compensated sum, for values that come in a stated order. */
export function sumInOrder<Row>(rows: readonly Row[], from: number, to: number, amount: (row: Row) => number): number {
  let sum = 0;
  let lost = 0;
  for (let at = from; at < to; at++) {
    const value = amount(rows[at]!);
    const next = sum + value;
    lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    sum = next;
  }
  return sum + lost;
}
