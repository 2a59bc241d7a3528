import { wilsonInterval } from "@evenkeel/stats";
import type { ForecastPrior } from "./forecast-prior.js";
import type { ForecastRecord } from "./forecast-types.js";
import { sharesOf } from "./nb-mix.js";
import type { Replay } from "./nb-mix-replay.js";

const confidence = 0.85;

/**
 * The promise is the 15 % quantile: it is reached where the mixture's chance of at most the outcome is 15 % or more. Where all
 * components agree their shares do not matter.
 */
function isHit(atMost: readonly number[], logWeight: readonly number[]): boolean {
  const needed = 1 - confidence - 1e-12;
  if (atMost.every((chance) => chance >= needed + 1e-9)) return true;
  if (atMost.every((chance) => chance < needed - 1e-9)) return false;
  const shares = sharesOf(logWeight);
  return atMost.reduce((sum, chance, j) => sum + shares[j]! * chance, 0) >= needed;
}

/** How often the team's own earlier 85 % forecasts came true, by horizon; horizons without a resolved forecast are left out. */
export function recordOf(replays: readonly Replay[], prior: ForecastPrior): ForecastRecord[] {
  return prior.horizons.flatMap((days, at) => {
    const { learned, judged } = replays[at]!;
    const hits = judged.filter(({ atMost }, i) => isHit(atMost, learned[i]!.logWeight)).length;
    const n = judged.length;
    const interval = wilsonInterval(hits, n);
    return interval.ok ? [{ days, confidence, hits, n, share: hits / n, ...interval.value }] : [];
  });
}
