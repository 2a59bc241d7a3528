// Naive and exact versions of what the package computes.

const view = new DataView(new ArrayBuffer(8));

/** A finite double as a whole number of units of 2^-1074. */
export function units(x: number): bigint {
  view.setFloat64(0, x);
  const bits = view.getBigUint64(0);
  const biased = (bits >> 52n) & 0x7ffn;
  const fraction = bits & 0xfffffffffffffn;
  const size = biased === 0n ? fraction : (fraction | (1n << 52n)) << (biased - 1n);
  return bits >> 63n ? -size : size;
}

/** Whether no double is nearer to the exact sum than the one given. */
export function isNearestSum(sample: readonly number[], sum: number): boolean {
  const exact = sample.reduce((all, value) => all + units(value), 0n);
  if (!Number.isFinite(sum)) return exact > units(Number.MAX_VALUE) || exact < units(-Number.MAX_VALUE);
  const away = (x: number): bigint => {
    const gap = exact - units(x);
    return gap < 0n ? -gap : gap;
  };
  return neighbours(sum).every((other) => !Number.isFinite(other) || away(sum) <= away(other));
}

/** Steps between two doubles, counted in representable numbers. */
export function stepsBetween(a: number, b: number): number {
  const place = (x: number): bigint => {
    view.setFloat64(0, x);
    const bits = view.getBigInt64(0);
    return bits < 0n ? -(bits & 0x7fffffffffffffffn) : bits;
  };
  return Number(place(a) - place(b));
}

function neighbours(x: number): number[] {
  if (x === 0) return [5e-324, -5e-324];
  view.setFloat64(0, x);
  const bits = view.getBigInt64(0);
  return [bits - 1n, bits + 1n].map((each) => {
    view.setBigInt64(0, each);
    return view.getFloat64(0);
  });
}

/** Type-7 quantile as its definition reads. */
export function quantileByDefinition(sample: readonly number[], p: number): number {
  const sorted = [...sample].sort((a, b) => a - b);
  const h = (sorted.length - 1) * p;
  const low = sorted[Math.floor(h)] as number;
  return low + (h - Math.floor(h)) * ((sorted[Math.ceil(h)] as number) - low);
}

/** Distribution of a sum by walking through every pair, with whole-number weights: exact. */
export function convolveWeights(a: readonly bigint[], b: readonly bigint[]): bigint[] {
  const out = Array.from({ length: a.length + b.length - 1 }, () => 0n);
  a.forEach((x, i) => {
    b.forEach((y, k) => {
      out[i + k] = (out[i + k] as bigint) + x * y;
    });
  });
  return out;
}

/** Kaplan-Meier by going through every distinct duration and counting afresh. */
export function survivalByCounting(lifetimes: readonly { duration: number; ended: boolean }[], after: number): number {
  let chance = 1;
  for (const duration of new Set(lifetimes.map((each) => each.duration))) {
    if (duration > after) continue;
    const atRisk = lifetimes.filter((each) => each.duration >= duration).length;
    const ended = lifetimes.filter((each) => each.duration === duration && each.ended).length;
    chance *= 1 - ended / atRisk;
  }
  return chance;
}
