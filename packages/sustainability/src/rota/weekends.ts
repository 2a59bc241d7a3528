import { weekday } from "@evenkeel/kernel";

/** The weekends of a rota in time order, each as its days; one cut by the border keeps only its days inside. */
export function weekendsOf(firstDay: number, days: number, weekend: readonly number[]): number[][] {
  const [begins = 6] = weekend;
  const first = ((begins - weekday(firstDay) + 7) % 7) - 7;
  const weekends: number[][] = [];
  for (let start = first; start < days; start += 7) {
    const inside = weekend.map((_day, at) => start + at).filter((day) => day >= 0 && day < days);
    if (inside.length > 0) weekends.push(inside);
  }
  return weekends;
}
