/** Half-lives of the five levels, days. */
export const halfLives: readonly number[] = [5, 10, 20, 40, 80];

/** Horizons the prior was learned at, days. */
const horizons: readonly number[] = [7, 14, 28, 56];

/** Relative variance of the level over a horizon, pooled over 29 development projects; a row a horizon, a column a half-life. */
const pooledDrift: readonly (readonly number[])[] = [
  [0.25295007, 0.15193534, 0.12169373, 0.11742313, 0.14393765],
  [0.42900822, 0.30728584, 0.22747917, 0.18584403, 0.19979013],
  [0.62526354, 0.46774861, 0.37024747, 0.31988206, 0.30745633],
  [0.88132263, 0.60172922, 0.37345698, 0.32609916, 0.33028857],
];

/** Log weights of the levels, same shape. */
const pooledWeight: readonly (readonly number[])[] = [
  [-0.18867683, 0, -0.05918814, -0.22725776, -0.3984928],
  [-0.57933692, -0.11743684, 0, -0.08945574, -0.28264011],
  [-1.27218672, -0.48000976, -0.07898759, 0, -0.13724837],
  [-2.18359032, -1.03840224, -0.23669826, 0, -0.10304396],
];

/** What other teams teach about one horizon; one entry a half-life. */
export interface NbMixPrior {
  readonly drift: readonly number[];
  readonly logWeight: readonly number[];
}

/** The prior of a horizon: linear between the learned ones, held beyond the ends. */
export function nbMixPrior(days: number): NbMixPrior {
  const last = horizons.length - 1;
  const above = horizons.findIndex((horizon) => horizon >= days);
  const high = above < 0 ? last : above;
  const low = above <= 0 ? high : above - 1;
  const share = high === low ? 0 : (days - horizons[low]!) / (horizons[high]! - horizons[low]!);
  const between = (table: readonly (readonly number[])[]): number[] =>
    table[low]!.map((value, at) => value + share * (table[high]![at]! - value));
  return { drift: between(pooledDrift), logWeight: between(pooledWeight) };
}
