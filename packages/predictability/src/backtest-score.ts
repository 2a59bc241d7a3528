import { crps, type Pmf, pinballLoss } from "@evenkeel/stats";

/** How one forecast did; counts in items. */
export interface Scored {
  readonly outcome: number;
  readonly hit50: boolean;
  readonly hit85: boolean;
  /** Share of the outcome, spread evenly over its jump, that lies above the 15 % point; 0.85 on average where the law is the true one. */
  readonly even85: number;
  readonly hit95: boolean;
  readonly covered: boolean;
  readonly crps: number;
  readonly pinball15: number;
  readonly width: number;
  /** Chance of less than the outcome, and of at most the outcome. */
  readonly below: number;
  readonly upTo: number;
}

const levels = [0.05, 0.15, 0.5, 0.95] as const;

/** Smallest counts whose cumulated chance reaches each of the levels. */
function quantiles(pmf: Pmf): number[] {
  const found: number[] = [];
  let sum = 0;
  for (let k = 0; k < pmf.length && found.length < levels.length; k++) {
    sum += pmf[k]!;
    while (found.length < levels.length && sum >= levels[found.length]! - 1e-12) found.push(k);
  }
  while (found.length < levels.length) found.push(pmf.length - 1);
  return found;
}

/** Share of an outcome that lies above a level when it is spread evenly from the chance below it to the chance up to it. */
function shareAbove(level: number, below: number, upTo: number): number {
  if (level >= upTo) return 0;
  return level <= below ? 1 : (upTo - level) / (upTo - below);
}

/** Scores the law of a count against what came. A count stated with chance c is the (1 - c) quantile; it is hit when reached. */
export function scoreForecast(pmf: Pmf, outcome: number): Scored {
  const [q05, q15, q50, q95] = quantiles(pmf) as [number, number, number, number];
  let below = 0;
  for (let k = 0; k < outcome && k < pmf.length; k++) below += pmf[k]!;
  const upTo = below + (pmf[outcome] ?? 0);
  return {
    outcome,
    hit50: outcome >= q50,
    hit85: outcome >= q15,
    even85: shareAbove(0.15, below, upTo),
    hit95: outcome >= q05,
    covered: outcome >= q05 && outcome <= q95,
    crps: crps(pmf, outcome),
    pinball15: pinballLoss(0.15, q15, outcome),
    width: q95 - q05,
    below: Math.min(1, below),
    upTo: Math.min(1, upTo),
  };
}

/** Shares of the transforms up to each tenth: an outcome is spread evenly from the chance below it to the chance up to it. */
export function transformShares(scored: readonly Scored[]): number[] {
  const upTo = Array.from({ length: 11 }, (_none, tenth) => {
    const u = tenth / 10;
    const total = scored.reduce((sum, { below, upTo: top }) => {
      if (u >= top) return sum + 1;
      return u <= below ? sum : sum + (u - below) / (top - below);
    }, 0);
    return total / scored.length;
  });
  return upTo.slice(1).map((share, tenth) => share - upTo[tenth]!);
}
