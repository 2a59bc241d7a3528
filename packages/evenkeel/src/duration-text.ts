import { type Issue, issue, ok, type Result, refuse } from "@evenkeel/kernel";

/** Working minutes, or elapsed minutes where `elapsed` is true. */
export interface DurationText {
  readonly minutes: number;
  readonly elapsed: boolean;
}

const shape = /^([+-]?\d+(?:\.\d+)?)\s*(e?)(m|min|h|d|w)$/;
const working = { m: 1, min: 1, h: 60, d: 480, w: 2400 } as const;
const elapsed = { m: 1, min: 1, h: 60, d: 1440, w: 10_080 } as const;

/**
 * Reads a duration as people write it: `3d`, `4h`, `30m`, `1w` of working time, `2ed` of elapsed time.
 *
 * A working day has 8 hours, a working week 5 days; a number alone is minutes.
 *
 * @param text - text, or minutes as a number
 * @param path - where it stands in the caller's input
 * @returns minutes, negative for a lead
 *
 * Issues: evenkeel/invalid-duration.
 * Time O(1), space O(1).
 * Source: own; units as in MS Project.
 *
 * @example
 * orThrow(parseDuration("1.5d")); // => { minutes: 720, elapsed: false }
 */
export function parseDuration(text: string | number, path: Issue["path"] = []): Result<DurationText> {
  if (typeof text === "number" && Number.isFinite(text)) return ok({ minutes: text, elapsed: false });
  const match = typeof text === "string" ? shape.exec(text.trim()) : null;
  if (match === null)
    return refuse([issue("evenkeel/invalid-duration", { path, facts: { found: String(text).slice(0, 80) } })]);
  const unit = match[3] as keyof typeof working;
  const isElapsed = match[2] === "e";
  return ok({ minutes: Number(match[1]) * (isElapsed ? elapsed : working)[unit], elapsed: isElapsed });
}
