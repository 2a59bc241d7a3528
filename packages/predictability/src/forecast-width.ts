import type { MixtureState, WidthShares } from "./forecast-types.js";
import { componentsAt } from "./nb-mix.js";

const days = 28;

/** Where the variance four weeks ahead comes from. */
export function widthShares(state: MixtureState): WidthShares {
  const components = componentsAt(state, days);
  const average = (of: (mean: number, variance: number) => number): number =>
    components.reduce((sum, { mean, variance, share }) => sum + share * of(mean, variance), 0);
  const mean = average((each) => each);
  const noise = average((each, variance) => Math.min(state.dispersion * each, variance));
  const within = average((_mean, variance) => variance);
  const level = average((each) => (each - mean) * (each - mean));
  const total = within + level;
  return { noise: noise / total, drift: (within - noise) / total, level: level / total };
}
