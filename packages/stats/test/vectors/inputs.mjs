// The arguments of the vectors, made by integer arithmetic alone so that they need not be stored.

/** A small generator of 32-bit numbers (xorshift). */
function generator(seed) {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
}
const view = new DataView(new ArrayBuffer(8));
/** A double of random sign and mantissa whose binary exponent is uniform in [low, high]. */
function anyFloat(next, low, high, signed) {
  const exponent = low + (next() % (high - low + 1)) + 1023;
  view.setUint32(0, ((signed ? next() & 0x80000000 : 0) | (exponent << 20) | (next() & 0xfffff)) >>> 0);
  view.setUint32(4, next());
  return view.getFloat64(0);
}
const uniform = (next, low, high) => low + (next() / 4294967296 + next() / 18446744073709551616) * (high - low);
/** A neighbour of x, up to eight steps away. */
function near(next, x) {
  view.setFloat64(0, x);
  view.setBigInt64(0, view.getBigInt64(0) + BigInt((next() % 17) - 8));
  return view.getFloat64(0);
}
/** A base within 2^-e of 1 and an exponent that takes it far, without overflow. */
const nearOnePair = (next, e) => [1 + anyFloat(next, -e, -e, true), anyFloat(next, e - 2, e + 7, true)];
const smallest = 5e-324;

const make = {
  exp: (next, i) =>
    i % 4 === 0 ? anyFloat(next, -60, 9, true) : i % 4 === 1 ? uniform(next, -745, 709.7) : uniform(next, -2, 2),
  expm1: (next, i) =>
    i % 4 === 0 ? anyFloat(next, -1022, 9, true) : i % 4 === 1 ? anyFloat(next, -60, 5, true) : uniform(next, -2, 2),
  log: (next, i) =>
    i % 4 === 0
      ? anyFloat(next, -1022, 1023, false)
      : i % 4 === 1
        ? near(next, 1)
        : i % 4 === 2
          ? uniform(next, 0.5, 2)
          : 1 + anyFloat(next, -40, -2, true),
  log1p: (next, i) =>
    i % 4 === 0
      ? anyFloat(next, -1022, 1023, false)
      : i % 4 === 1
        ? anyFloat(next, -60, -1, true)
        : i % 4 === 2
          ? uniform(next, -0.999, 2)
          : anyFloat(next, -10, 10, false),
  sin: (next, i) =>
    i % 4 === 0
      ? anyFloat(next, -60, 1023, true)
      : i % 4 === 1
        ? near(next, (next() % 2000000) * 1.5707963267948966)
        : i % 4 === 2
          ? uniform(next, -10, 10)
          : anyFloat(next, -30, 30, true),
  lgamma: (next, i) =>
    i % 8 === 0
      ? anyFloat(next, -1022, 1013, false)
      : i % 8 === 1
        ? near(next, 1 + (next() % 2))
        : i % 8 === 2
          ? 1 + (next() % 2) + anyFloat(next, -40, -2, true)
          : i % 8 < 6
            ? uniform(next, 0, 12)
            : anyFloat(next, -4, 60, false),
  pow: (next, i) =>
    i % 4 === 0
      ? [anyFloat(next, -1022, 1023, false), uniform(next, -1.04, 1.04)]
      : i % 4 === 1
        ? [uniform(next, 0, 10), uniform(next, -300, 300)]
        : i % 4 === 2
          ? nearOnePair(next, 3 + (next() % 38))
          : [uniform(next, 0, 100), (next() % 40) - 20],
};
make.cos = make.sin;

const edges = {
  exp: [1, -1, 0.5, 709.782712893384, 709.7827128933839, -745.1332191019411, -708.4, -745.1, smallest, 1e-300, -1e-20],
  expm1: [smallest, -smallest, 1e-300, 1e-17, -1e-17, 0.34, -0.34, 0.3399999999999999, -37.9, -38.1, 39.9, 40.1, 709.7],
  log: [smallest, 2.2250738585072014e-308, 1.7976931348623157e308, 0.5, 2, Math.SQRT2, Math.SQRT1_2, 10, Math.E],
  log1p: [smallest, -smallest, 1e-9, -1e-9, 1e-17, 1.7976931348623157e308, -0.9999999999999999, 0.41, -0.29, 4503599627370495.5],
  sin: [1e-8, -1e-8, 0.7853981633974483, 1.5707963267948966, 3.141592653589793, 6381956970095103 * 2 ** 797, 1.7976931348623157e308, 1647000, 1646999.9999999998, 1e22],
  lgamma: [smallest, 1e-300, 1e-17, 0.5, 1.5, 2.5, 10, 1e17, 2.5e305, 0.49999999999999994, 1.4616321449683622],
  pow: [[2, 0.5], [10, 308], [10, -323], [2, -1074], [1.0000000000000002, 1e15], [0.9999999999999999, 1e18], [smallest, 0.5], [1.7976931348623157e308, -1], [3, 2], [1e-160, 2]],
};
edges.cos = edges.sin;

/** The arguments of one function, edges first; a pair for pow. */
export function argumentsOf(name, count) {
  const next = generator(0x9e3779b9 ^ name.charCodeAt(0) ^ (name.length << 8));
  return [...edges[name], ...Array.from({ length: count - edges[name].length }, (_none, at) => make[name](next, at))];
}
