/** A number as an unevaluated sum of two doubles: about 106 significant bits. */
export interface DoubleDouble {
  readonly hi: number;
  /** At most half a unit in the last place of `hi`. */
  readonly lo: number;
}

/** Exact a + b. Source: Knuth (1969). */
export function twoSum(a: number, b: number): DoubleDouble {
  const hi = a + b;
  const shared = hi - a;
  return { hi, lo: a - (hi - shared) + (b - shared) };
}

/** Exact a + b where |a| >= |b| or a is 0. Source: Dekker (1971). */
export function fastTwoSum(a: number, b: number): DoubleDouble {
  const hi = a + b;
  return { hi, lo: b - (hi - a) };
}

/** Exact a * b while no part over- or underflows (both below 2^996). Source: Dekker (1971), Veltkamp's split. */
export function twoProduct(a: number, b: number): DoubleDouble {
  const hi = a * b;
  const bigA = 134217729 * a;
  const aHigh = bigA - (bigA - a);
  const aLow = a - aHigh;
  const bigB = 134217729 * b;
  const bHigh = bigB - (bigB - b);
  const bLow = b - bHigh;
  return { hi, lo: aLow * bLow - (hi - aHigh * bHigh - aLow * bHigh - aHigh * bLow) };
}

/** a + b, relative error about 2^-104 unless both cancel. */
export function add(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  const high = twoSum(a.hi, b.hi);
  const low = twoSum(a.lo, b.lo);
  const first = fastTwoSum(high.hi, high.lo + low.hi);
  return fastTwoSum(first.hi, first.lo + low.lo);
}

/** a * b, relative error about 2^-102. */
export function multiply(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  const product = twoProduct(a.hi, b.hi);
  return fastTwoSum(product.hi, product.lo + (a.hi * b.lo + a.lo * b.hi));
}

/** a / b, relative error about 2^-100. */
export function divide(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  const quotient = a.hi / b.hi;
  const back = twoProduct(quotient, b.hi);
  return fastTwoSum(quotient, (a.hi - back.hi - back.lo + (a.lo - quotient * b.lo)) / b.hi);
}
