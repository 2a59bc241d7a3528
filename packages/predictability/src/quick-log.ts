const view: DataView = /* @__PURE__ */ new DataView(/* @__PURE__ */ new ArrayBuffer(8));
const ln2High = 0.6931471803691238;
const ln2Low = 1.9082149292705877e-10;

/** ln(1 + f) for f within -0.3..0.42: 2 artanh(s) with s = f / (2 + f), its first term 2 s taken as f - s f, so that f is not rounded. */
function nearOne(f: number): number {
  const s = f / (2 + f);
  const q = s * s;
  let sum = 1 / 23;
  for (let odd = 21; odd >= 3; odd -= 2) sum = sum * q + 1 / odd;
  return f - s * (f - 2 * q * sum);
}

/**
 * Natural logarithm of a normal number above 0 with an error of a few units in the last place: from sums, products and quotients
 * alone, so the same bits on every engine. The replay takes thousands; `log` of stats, right to one unit, takes several times as long.
 */
export function quickLog(x: number): number {
  view.setFloat64(0, x);
  const head = view.getUint32(0);
  let exponent = (head >>> 20) - 1023;
  view.setUint32(0, (head & 0xfffff) | 0x3ff00000);
  let mantissa = view.getFloat64(0);
  if (mantissa > Math.SQRT2) {
    mantissa /= 2;
    exponent += 1;
  }
  return exponent * ln2High + (nearOne(mantissa - 1) + exponent * ln2Low);
}

/** ln(1 + x) for x >= 0 without the loss of digits near 0. */
export function quickLogOnePlus(x: number): number {
  return x < 0.41 ? nearOne(x) : quickLog(1 + x);
}
