export { autocorrelation } from "./autocorrelation.js";
export { brierScore } from "./brier-score.js";
export { convolve } from "./convolve.js";
export { convolvePower } from "./convolve-power.js";
export { cos } from "./cos.js";
export { crps } from "./crps.js";
export { crpsNormal } from "./crps-normal.js";
export { ecdf } from "./ecdf.js";
export { en } from "./en.js";
export { exp } from "./exp.js";
export { expm1 } from "./expm1.js";
export { intervalScore } from "./interval-score.js";
export { kaplanMeier } from "./kaplan-meier.js";
export { lgamma } from "./lgamma.js";
export { lgammaPositive } from "./lgamma-positive.js";
export { log } from "./log.js";
export { logScore } from "./log-score.js";
export { log1p } from "./log1p.js";
export { mean } from "./mean.js";
export { mixture } from "./mixture.js";
export { negativeBinomialPmf } from "./negative-binomial-pmf.js";
export { pinballLoss } from "./pinball-loss.js";
export { pit } from "./pit.js";
export { pmfFromCounts } from "./pmf-from-counts.js";
export { pmfMean } from "./pmf-mean.js";
export { pmfQuantile } from "./pmf-quantile.js";
export { pmfSurvival } from "./pmf-survival.js";
export { pmfVariance } from "./pmf-variance.js";
export { poissonPmf } from "./poisson-pmf.js";
export { pow } from "./pow.js";
export { quantile } from "./quantile.js";
export { quantileHigher } from "./quantile-higher.js";
export { sin } from "./sin.js";
export { sumExact } from "./sum-exact.js";
export type {
  EcdfStep,
  Interval,
  Lifetime,
  Pmf,
  Sample,
  StatsCode,
  StatsIssue,
  StatsResult,
  SurvivalStep,
  WeightedLifetimes,
} from "./types.js";
export { variance } from "./variance.js";
export { weightedKaplanMeier } from "./weighted-kaplan-meier.js";
export { wilsonInterval } from "./wilson-interval.js";
