// Elementary functions in binary fixed point on BigInt: slow, plain and exact to far more bits than a double has.

/** Bits after the point: enough for the smallest subnormal number and 1,000 bits more. */
export const bits = 2300n;
export const one = 1n << bits;

const view = new DataView(new ArrayBuffer(8));

/** A double as an exact fixed-point number. */
export function fixed(x) {
  view.setFloat64(0, x);
  const all = view.getBigUint64(0);
  const biased = (all >> 52n) & 0x7ffn;
  const fraction = all & 0xfffffffffffffn;
  const whole = biased === 0n ? fraction : fraction | 0x10000000000000n;
  const size = whole << (bits - 1074n + (biased === 0n ? 0n : biased - 1n));
  return all >> 63n ? -size : size;
}

export const multiply = (a, b) => (a * b) >> bits;
const divide = (a, b) => (a << bits) / b;
const size = (x) => (x < 0n ? -x : x);
/** Bits of a positive whole number. */
function bitLength(x) {
  const hex = x.toString(16);
  return BigInt(hex.length * 4 - Math.clz32(Number.parseInt(hex[0], 16)) + 28);
}

/** atanh(1/n) by its series. */
function inverseArtanh(n) {
  let term = one / n;
  let sum = 0n;
  for (let k = 1n; term !== 0n; k += 2n) {
    sum += term / k;
    term /= n * n;
  }
  return sum;
}
/** atan(1/n) by its series. */
function inverseArctan(n) {
  let term = one / n;
  let sum = 0n;
  for (let k = 1n; term !== 0n; k += 2n) {
    sum += k % 4n === 1n ? term / k : -term / k;
    term /= n * n;
  }
  return sum;
}
/** ln 2 = 18 atanh(1/26) - 2 atanh(1/4801) + 8 atanh(1/8749). */
export const ln2 = 18n * inverseArtanh(26n) - 2n * inverseArtanh(4801n) + 8n * inverseArtanh(8749n);
/** Machin: pi = 16 atan(1/5) - 4 atan(1/239). */
export const pi = 16n * inverseArctan(5n) - 4n * inverseArctan(239n);

/** exp(x) - 1 for |x| < 1 by Taylor's series. */
function expm1Series(x) {
  let term = x;
  let sum = 0n;
  for (let k = 2n; term !== 0n && term !== -1n; k++) {
    sum += term;
    term = multiply(term, x) / k;
  }
  return sum;
}
/** exp(x) as a fixed-point number. */
export function exp(x) {
  const k = (2n * x + ln2) / (2n * ln2);
  const value = one + expm1Series(x - k * ln2);
  return k >= 0n ? value << k : value >> -k;
}
/** exp(x) - 1 */
export const expm1 = (x) => (size(x) < one / 4n ? expm1Series(x) : exp(x) - one);

/** ln(1 + x), |x| small or not: 2 atanh(x / (2 + x)) after powers of two are taken out. */
export function log1p(x) {
  let y = one + x;
  let k = 0n;
  while (y > (one * 3n) / 2n) {
    y >>= 1n;
    k++;
  }
  while (y < (one * 3n) / 4n) {
    y <<= 1n;
    k--;
  }
  const f = k === 0n ? x : y - one;
  const s = divide(f, 2n * one + f);
  const square = multiply(s, s);
  let term = s;
  let sum = 0n;
  for (let n = 1n; term !== 0n && term !== -1n; n += 2n) {
    sum += term / n;
    term = multiply(term, square);
  }
  return 2n * sum + k * ln2;
}
export const log = (x) => log1p(x - one);

/** sin(x) by reduction modulo 2 pi with the bits x needs, then Taylor's series. */
export function sin(x) {
  let r = x % (2n * pi);
  if (r > pi) r -= 2n * pi;
  let term = r;
  let sum = 0n;
  const square = multiply(r, r);
  for (let k = 2n; term !== 0n && term !== -1n; k += 2n) {
    sum += term;
    term = -multiply(term, square) / (k * (k + 1n));
  }
  return sum;
}
export const cos = (x) => sin(x + pi / 2n);

/** Bernoulli numbers B(0)..B(n) as fractions. */
function bernoulliNumbers(n) {
  const numbers = [[1n, 1n]];
  const reduce = (a, b) => {
    let [x, y] = [size(a), b];
    while (y) [x, y] = [y, x % y];
    return [a / x, b / x];
  };
  for (let m = 1; m <= n; m++) {
    let [top, bottom] = [0n, 1n];
    let binomial = 1n;
    for (let k = 0; k < m; k++) {
      const [a, b] = numbers[k];
      [top, bottom] = reduce(top * b + binomial * a * bottom, bottom * b);
      binomial = (binomial * BigInt(m + 1 - k)) / BigInt(k + 1);
    }
    numbers.push(reduce(-top, bottom * BigInt(m + 1)));
  }
  return numbers;
}
const bernoulli = bernoulliNumbers(100);

/** ln Gamma(x) for x > 0: shifted above 60, then Stirling's series; about 340 bits are right. */
export function lgamma(x) {
  let z = x;
  let product = one;
  let shift = 0n;
  while (z < 60n * one) {
    product *= z;
    shift += bits;
    z += one;
  }
  const ln = log(z);
  let sum = multiply(z - one / 2n, ln) - z + (log(2n * pi)) / 2n;
  let power = z;
  const square = multiply(z, z);
  for (let k = 1; k <= 50; k++) {
    const [top, bottom] = bernoulli[2 * k];
    sum += divide((top * one) / (bottom * BigInt(2 * k * (2 * k - 1))), power);
    power = multiply(power, square);
  }
  return shift === 0n ? sum : sum - logOfRatio(product, shift);
}
/** ln of a product kept in full: a / 2^(bits + shift). */
function logOfRatio(a, shift) {
  const length = bitLength(a);
  const kept = length > bits ? a >> (length - bits) : a << (bits - length);
  return log(kept) + (length - bits - shift) * ln2;
}

/** The nearest double (ties to even) and how far above it the truth lies, in 256ths of a unit in the last place. */
export function round(x) {
  const whole = size(x);
  if (whole === 0n) return { nearest: 0, residue: 0 };
  const length = bitLength(whole);
  const lowest = bits - 1074n;
  const drop = length - 53n > lowest ? length - 53n : lowest;
  const down = whole >> drop;
  const rest = whole - (down << drop);
  const half = 1n << (drop - 1n);
  const up = rest > half || (rest === half && (down & 1n) === 1n);
  const mantissa = Number(up ? down + 1n : down);
  const exponent = Number(drop - bits);
  const nearest = exponent > 900 ? mantissa * 2 ** 900 * 2 ** (exponent - 900) : exponent < -1000 ? mantissa * 2 ** -1000 * 2 ** (exponent + 1000) : mantissa * 2 ** exponent;
  const residue = Number(((rest - (up ? 1n << drop : 0n)) << 8n) >> drop);
  return x < 0n ? { nearest: -nearest, residue: -residue } : { nearest, residue };
}
