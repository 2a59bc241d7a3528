import type { Pmf } from "@evenkeel/stats";

/**
 * Days until the total of independent days first reaches a count: survival after each day, from day 0 on.
 *
 * Walks the law of the total below the count; totals never fall, so what is left is the chance not to be there yet.
 *
 * @param day - law of one day
 * @param count - total to reach, >= 1
 * @param stop - ends at the first survival at or below this
 * @param limit - or after so many days
 */
export function firstPassage(day: Pmf, count: number, stop: number, limit: number): number[] {
  const steps = [...day.keys()].filter((k) => day[k]! > 0);
  let left = Float64Array.of(1);
  const survival = [1];
  while (survival[survival.length - 1]! > stop && survival.length <= limit) {
    const next = new Float64Array(Math.min(count, left.length + day.length - 1));
    for (const k of steps) {
      const chance = day[k]!;
      const end = Math.min(left.length, next.length - k);
      for (let i = 0; i < end; i++) next[i + k]! += left[i]! * chance;
    }
    left = next;
    survival.push(next.reduce((sum, each) => sum + each, 0));
  }
  return survival;
}
