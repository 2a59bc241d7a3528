import type { ForecastPrior } from "../src/forecast-prior.js";

/** The prior of the first published version of the mixture: drift does not depend on the level. */
export const publishedPrior: ForecastPrior = {
  name: "first",
  referenceClass: "29 development projects",
  teams: 25,
  halfLives: [5, 10, 20, 40, 80],
  horizons: [7, 14, 28, 56],
  drift: [
    [0.25295007, 0.15193534, 0.12169373, 0.11742313, 0.14393765],
    [0.42900822, 0.30728584, 0.22747917, 0.18584403, 0.19979013],
    [0.62526354, 0.46774861, 0.37024747, 0.31988206, 0.30745633],
    [0.88132263, 0.60172922, 0.37345698, 0.32609916, 0.33028857],
  ],
  logWeight: [
    [-0.18867683, 0, -0.05918814, -0.22725776, -0.3984928],
    [-0.57933692, -0.11743684, 0, -0.08945574, -0.28264011],
    [-1.27218672, -0.48000976, -0.07898759, 0, -0.13724837],
    [-2.18359032, -1.03840224, -0.23669826, 0, -0.10304396],
  ],
  driftScale: 0.35,
  sizeExponent: 0,
};
