import { wilsonInterval } from "@evenkeel/stats";
import type { ForecastPrior } from "./forecast-prior.js";
import type { ForecastRecord } from "./forecast-types.js";
import { mixtureBelow, stateAt } from "./nb-mix.js";
import type { Levels } from "./nb-mix-levels.js";
import type { Replay } from "./nb-mix-replay.js";

const confidence = 0.85;

/** How often the team's own earlier 85 % forecasts came true, by horizon; horizons without a resolved forecast are left out. */
export function recordOf(levels: Levels, replays: readonly Replay[], prior: ForecastPrior): ForecastRecord[] {
  const { origins, totals } = levels;
  return prior.horizons.flatMap((days, at) => {
    const { learned, judged } = replays[at]!;
    const n = judged.length;
    let hits = 0;
    for (let i = 0; i < n; i++) {
      const origin = origins[i]!;
      const outcome = totals[origin.seen + days]! - totals[origin.seen]!;
      // The promise is the 15 % quantile: it is reached where the chance of at most the outcome is 15 % or more.
      const atMost = mixtureBelow(stateAt(origin, [learned[i]!], [days]), days, outcome + 1);
      if (atMost >= 1 - confidence - 1e-12) hits++;
    }
    const interval = wilsonInterval(hits, n);
    return interval.ok ? [{ days, confidence, hits, n, share: hits / n, ...interval.value }] : [];
  });
}
