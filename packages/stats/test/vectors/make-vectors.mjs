// Writes vectors.json: node make-vectors.mjs. Arguments come from inputs.mjs, values from big-fixed.mjs.
import { writeFileSync } from "node:fs";
import * as big from "./big-fixed.mjs";
import { argumentsOf } from "./inputs.mjs";

const how = {
  exp: "argument less k ln 2, Taylor's series",
  expm1: "Taylor's series below 1/4, else exp - 1",
  log: "powers of two taken out, 2 artanh((x - 1) / (x + 1)) by its series",
  log1p: "as log, with the exact 1 + x",
  pow: "exp(y log x)",
  sin: "exact remainder modulo 2 pi, Taylor's series",
  cos: "sin(x + pi/2)",
  lgamma: "recurrence up to 60, Stirling's series with 50 terms",
};
const evaluate = {
  ...big,
  pow: (x, y) => big.exp(big.multiply(big.log(x), y)),
  // The two zeros are exact; about 340 bits of the series are right elsewhere.
  lgamma: (x) => (x === big.one || x === 2n * big.one ? 0n : big.lgamma(x)),
};
const count = 2200;
const functions = {};
for (const [name, method] of Object.entries(how)) {
  const bytes = Buffer.alloc(count * 9);
  argumentsOf(name, count).forEach((given, at) => {
    const { nearest, residue } = big.round(evaluate[name](...[given].flat().map(big.fixed)));
    bytes.writeDoubleBE(nearest, at * 9);
    bytes.writeInt8(Math.max(-127, Math.min(127, residue)), at * 9 + 8);
  });
  functions[name] = { method, values: bytes.toString("base64") };
}
const about =
  "Correctly rounded values, computed in 2,300-bit binary fixed point on BigInt (big-fixed.mjs). Arguments: argumentsOf(name, count) of inputs.mjs. values: base64 of 9 bytes each, the nearest double (big-endian) and a signed byte, how far above it the true value lies in 256ths of a unit in the last place.";
writeFileSync(new URL("./vectors.json", import.meta.url), `${JSON.stringify({ about, count, functions }, undefined, 1)}\n`);
