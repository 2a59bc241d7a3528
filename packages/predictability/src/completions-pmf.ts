import type { Pmf } from "@evenkeel/stats";
import { bootstrapTotal } from "./bootstrap.js";
import type { Forecast } from "./forecast-types.js";
import { largestTotal, longestHorizon } from "./limits.js";
import { mixtureLaw } from "./nb-mix.js";

/** The law of completions in the next days; undefined beyond what a forecast answers for. */
export function completionsPmf({ daily, mixture }: Forecast, days: number): Pmf | undefined {
  if (mixture === undefined) {
    const total = bootstrapTotal(daily, days);
    return total.ok ? total.value : undefined;
  }
  const largest = daily.reduce((most, count) => Math.max(most, count), 0);
  return days > longestHorizon || days * largest > largestTotal ? undefined : mixtureLaw(mixture, days);
}
