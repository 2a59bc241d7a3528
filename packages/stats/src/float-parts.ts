const view: DataView = /* @__PURE__ */ new DataView(/* @__PURE__ */ new ArrayBuffer(8));

/** A finite number other than 0 as mantissa * 2^exponent. */
export interface FloatParts {
  /** In [1, 2) or (-2, -1]. */
  readonly mantissa: number;
  /** Integer, -1074..1023. */
  readonly exponent: number;
}

/** Splits a finite number other than 0; exact, subnormal numbers included. */
export function splitFloat(x: number): FloatParts {
  const subnormal = x > -2.2250738585072014e-308 && x < 2.2250738585072014e-308;
  view.setFloat64(0, subnormal ? x * 18014398509481984 : x);
  const high = view.getUint32(0);
  view.setUint32(0, (high & 0x800fffff) | 0x3ff00000);
  return { mantissa: view.getFloat64(0), exponent: ((high >>> 20) & 0x7ff) - (subnormal ? 1077 : 1023) };
}

/** 2^exponent for an integer exponent -1022..1023; exact. */
export function powerOfTwo(exponent: number): number {
  view.setUint32(0, (exponent + 1023) << 20);
  view.setUint32(4, 0);
  return view.getFloat64(0);
}

/** x * 2^exponent, rounded once. Exponent: integer, -2200..2200. */
export function scaleByPowerOfTwo(x: number, exponent: number): number {
  if (exponent > 1023) return x * powerOfTwo(1023) * powerOfTwo(exponent > 2046 ? 1023 : exponent - 1023);
  if (exponent < -1022) {
    const rest = exponent + 969;
    return rest < -1022 ? x * 0 : x * powerOfTwo(-969) * powerOfTwo(rest);
  }
  return x * powerOfTwo(exponent);
}
