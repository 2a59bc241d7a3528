import { ok, type Result } from "@evenkeel/kernel";
import type { PricePoint, Rescheduled } from "./types.js";

/** A schedule with so many minutes of a full-time week. */
export interface Tried {
  readonly minutesPerWeek: number;
  readonly answer: Rescheduled;
}

/** The whole week; nobody has more. */
const mostHours = 168;
const minutesPerHour = 60;
/** Shares of the limit that the curve shows on either side of it, and beyond until the day is met. */
const around = [0.5, 0.625, 0.75, 0.875, 1.125, 1.25];
const upwards = [1.5, 2, 3, 4, 6, 8];

export const dayOf = (text: string): string => text.slice(0, 10);

/**
 * Schedules by rising hours around a limit, and from it to the fewest hours that meet a day.
 *
 * List scheduling may finish later with more hours (Graham's anomalies), so the fewest are the fewest of those tried: hours
 * grow until one meets the day, then the gap below it is halved down to one hour.
 */
export function tryHours(
  limit: number,
  by: string,
  reschedule: (minutesPerWeek: number) => Result<Rescheduled>,
): Result<Tried[]> {
  const tried = new Map<number, Rescheduled>();
  const run = (minutesPerWeek: number): Result<boolean> => {
    const known = tried.get(minutesPerWeek);
    if (known !== undefined) return ok(dayOf(known.finish) <= by);
    const result = reschedule(minutesPerWeek);
    if (!result.ok) return result;
    tried.set(minutesPerWeek, result.value);
    return ok(dayOf(result.value.finish) <= by);
  };
  const whole = (share: number): number =>
    Math.min(mostHours, Math.max(1, Math.round((limit * share) / minutesPerHour))) * minutesPerHour;
  let [fails, meets] = [0, Number.POSITIVE_INFINITY];
  const steps = [limit, ...around.map(whole), ...upwards.map(whole), mostHours * minutesPerHour];
  for (const minutes of steps) {
    if (minutes > limit * 1.3 && meets < Number.POSITIVE_INFINITY) break;
    const met = run(minutes);
    if (!met.ok) return met;
    if (met.value) meets = Math.min(meets, minutes);
  }
  for (const minutes of tried.keys()) if (minutes < meets) fails = Math.max(fails, minutes);
  while (meets < Number.POSITIVE_INFINITY && meets > limit && meets - fails > minutesPerHour) {
    const middle = Math.round((fails + meets) / 2 / minutesPerHour) * minutesPerHour;
    if (middle <= fails || middle >= meets) break;
    const met = run(middle);
    if (!met.ok) return met;
    if (met.value) meets = middle;
    else fails = middle;
  }
  return ok([...tried].sort(([a], [b]) => a - b).map(([minutesPerWeek, answer]) => ({ minutesPerWeek, answer })));
}

/** The curve of what was tried: fewer hours keep a limit of more, so each point has the best so far. */
export function curveOf(tried: readonly Tried[]): PricePoint[] {
  let best = "";
  return tried.map(({ minutesPerWeek, answer: { finish } }) => {
    if (best === "" || finish < best) best = finish;
    return { minutesPerWeek, finish: best, computedFinish: finish };
  });
}
