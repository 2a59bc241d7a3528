/** Minutes of a working day and days of a working week that `d` and `w` stand for. */
export interface WorkUnits {
  readonly minutesPerDay: number;
  readonly daysPerWeek: number;
}

/** What `1d` and `1w` mean where nothing else is stated. */
export const defaultUnits: WorkUnits = { minutesPerDay: 480, daysPerWeek: 5 };

/** Minutes of a text such as `38h`, `1w 2d`, `90m`, `1.5h`; undefined for anything else. */
export function durationMinutes(text: string, units: WorkUnits = defaultUnits): number | undefined {
  const compact = text.trim().toLowerCase();
  if (compact.length > 40 || !/^(\d+(\.\d+)?\s*(w|d|h|m|min)\s*)+$/.test(compact)) return undefined;
  const minutesOf = new Map([
    ["w", units.daysPerWeek * units.minutesPerDay],
    ["d", units.minutesPerDay],
    ["h", 60],
    ["m", 1],
    ["min", 1],
  ]);
  let total = 0;
  for (const match of compact.matchAll(/(\d+(?:\.\d+)?)\s*(w|d|h|min|m)/g)) {
    total += Number(match[1]) * (minutesOf.get(match[2] as string) as number);
  }
  return total;
}
