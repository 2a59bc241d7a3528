// Laws as whole numbers over a common denominator: nothing is ever rounded.

/** weights[k] / total = chance of k. */
export interface Rational {
  readonly weights: readonly bigint[];
  readonly total: bigint;
}

export function fromWeights(weights: readonly number[]): Rational {
  return { weights: weights.map(BigInt), total: BigInt(weights.reduce((sum, each) => sum + each, 0)) };
}

export function fromCounts(daily: readonly number[]): Rational {
  const weights = new Array<number>(Math.max(...daily) + 1).fill(0);
  for (const count of daily) weights[count]! += 1;
  return fromWeights(weights);
}

export function times(a: Rational, b: Rational): Rational {
  const weights = new Array<bigint>(a.weights.length + b.weights.length - 1).fill(0n);
  a.weights.forEach((left, i) => {
    b.weights.forEach((right, k) => {
      weights[i + k]! += left * right;
    });
  });
  return { weights, total: a.total * b.total };
}

export function power(law: Rational, n: number): Rational {
  return Array.from({ length: n }).reduce<Rational>((all) => times(all, law), { weights: [1n], total: 1n });
}

const scale = 10n ** 30n;

function share(weight: bigint, total: bigint): number {
  return Number((weight * scale) / total) / 1e30;
}

/** Chances, each right to 1e-30 before it is made a double. */
export function chancesOf({ weights, total }: Rational): number[] {
  return weights.map((weight) => share(weight, total));
}

export function totalVariation(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let k = 0; k < Math.max(a.length, b.length); k++) sum += Math.abs((a[k] ?? 0) - (b[k] ?? 0));
  return sum / 2;
}

/** Chance that something is left after 0, 1 .. days of a walk: every number of items left is kept, however large. */
export function survivalOf(start: Rational, completions: Rational, arrivals: Rational, days: number): number[] {
  let left = new Map(start.weights.map((weight, items) => [items, weight] as const).filter(([items]) => items > 0));
  let total = start.total;
  const survival: number[] = [];
  for (let day = 0; ; day++) {
    survival.push(
      share(
        [...left.values()].reduce((sum, each) => sum + each, 0n),
        total,
      ),
    );
    if (day === days) return survival;
    const next = new Map<number, bigint>();
    for (const [items, weight] of left)
      completions.weights.forEach((done, k) => {
        arrivals.weights.forEach((arrived, a) => {
          const at = items + a - k;
          if (at > 0) next.set(at, (next.get(at) ?? 0n) + weight * done * arrived);
        });
      });
    left = next;
    total *= completions.total * arrivals.total;
  }
}
