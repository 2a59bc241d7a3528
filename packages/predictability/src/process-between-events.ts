import { ok, type Result } from "@evenkeel/kernel";
import { log, mean } from "@evenkeel/stats";
import type { BetweenEvents } from "./flow-types.js";
import { baselineIssues, fault, refusal, tooSmall } from "./issue.js";
import { runSignals } from "./process-signals.js";

/**
 * Chart of the time between rare events, such as failures or escalations: for them a count a day says next to nothing.
 *
 * Limits are exact quantiles at .00135 and .99865 of the exponential law, the centre is its median. A gap above the upper limit
 * says that the events have become rarer.
 *
 * @param events - integer milliseconds in the order of time, at least 4; not changed
 * @param baseline - how many of the first gaps set the mean, integer, 3..gaps; default all
 * @returns gaps, limits and signals by index of the gap; signals in the order of their last gap
 *
 * Issues: predictability/sample-too-small, predictability/not-a-time, predictability/out-of-order, predictability/out-of-range.
 * Time O(n), space O(n).
 * Source: t chart, after Nelson (1994), "A control chart for parts-per-million nonconforming items", with exact limits.
 *
 * @example
 * const day = 86400000;
 * orThrow(betweenEvents([0, 9 * day, 20 * day, 30 * day])).upperMillis / day; // => 66.07650686531827
 */
export function betweenEvents(events: readonly number[], baseline: number = events.length - 1): Result<BetweenEvents> {
  if (events.length < 4) return tooSmall(4, events.length, ["events"]);
  const faults = events.flatMap((event, at) => {
    const path = ["events", at];
    if (!Number.isSafeInteger(event))
      return [fault("predictability/not-a-time", { path, facts: { found: String(event) } })];
    return event < (events[at - 1] ?? event) ? [fault("predictability/out-of-order", { path })] : [];
  });
  const refused = refusal([...faults, ...baselineIssues(baseline, events.length - 1)]);
  if (refused) return refused;
  const gaps = events.slice(1).map((event, at) => event - events[at]!);
  const found = mean(gaps.slice(0, baseline));
  if (!found.ok) return tooSmall(3, baseline, ["events"]);
  const quantile = (p: number): number => -log(1 - p) * found.value;
  const [lowerMillis, medianMillis, upperMillis] = [quantile(0.00135), quantile(0.5), quantile(0.99865)];
  return ok({
    gaps,
    meanMillis: found.value,
    medianMillis,
    lowerMillis,
    upperMillis,
    signals: runSignals(gaps, medianMillis, lowerMillis, upperMillis),
  });
}
