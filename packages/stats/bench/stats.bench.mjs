// Portable maths against the engine's own; convolution powers against plain repetition; bytes of one percentile.
import { gzipSync } from "node:zlib";
import { readFileSync } from "node:fs";
import * as stats from "../dist/index.js";
import { argumentsOf } from "../test/vectors/inputs.mjs";

function fastest(run, rounds = 30) {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round++) {
    const begin = performance.now();
    run();
    best = Math.min(best, performance.now() - begin);
  }
  return best;
}
const print = (line) => console.log(JSON.stringify(line));
let sink = 0;

const { functions, count } = JSON.parse(readFileSync(new URL("../test/vectors/vectors.json", import.meta.url), "utf8"));
const view = new DataView(new ArrayBuffer(8));
const place = (x) => {
  view.setFloat64(0, x);
  const bits = view.getBigInt64(0);
  return bits < 0n ? -(bits & 0x7fffffffffffffffn) : bits;
};
function worst(name, f) {
  const bytes = Buffer.from(functions[name].values, "base64");
  return argumentsOf(name, count).reduce((most, given, at) => {
    const nearest = bytes.readDoubleBE(at * 9);
    const found = f(...[given].flat());
    if (found === nearest && (nearest === 0 || !Number.isFinite(nearest))) return most;
    return Math.max(most, Math.abs(Number(place(found) - place(nearest)) - bytes.readInt8(at * 9 + 8) / 256));
  }, 0);
}
for (const name of Object.keys(functions)) {
  const engine = Math[name];
  print({ name: `worst error of ${name}`, value: Number(worst(name, stats[name]).toFixed(3)), unit: "ulp", bar: name === "lgamma" ? 4 : 1, ...(engine ? { reference: `engine ${worst(name, engine).toFixed(3)}` } : {}) });
  if (!engine) continue;
  const pairs = argumentsOf(name, count).map((given) => [given].flat());
  const [xs, ys] = [pairs.map(([x]) => x), pairs.map(([, y]) => y ?? 0)];
  const time = (f) =>
    fastest(() => {
      for (let at = 0; at < xs.length; at++) sink += f(xs[at], ys[at]);
    });
  print({ name: `time of ${name} against Math.${name}`, value: Number((time(stats[name]) / time(engine)).toFixed(1)), unit: "ratio" });
}

const day = Float64Array.from({ length: 9 }, (_none, k) => 2 ** -k / (2 - 2 ** -8));
const naive = () => {
  let total = Float64Array.of(1);
  for (let draw = 0; draw < 180; draw++) total = stats.convolve(total, day);
  sink += total[0];
};
const squared = () => {
  sink += stats.convolvePower(day, 180).value[0];
};
const fourth = () => {
  let all = new Map([[0, 1]]);
  for (let draw = 0; draw < 180; draw++) {
    const next = new Map();
    for (const [k, share] of all) for (let j = 0; j < 9; j++) next.set(k + j, (next.get(k + j) ?? 0) + share * day[j]);
    all = next;
  }
  sink += all.get(0);
};
print({ name: "180 days of throughput against repeated convolution", value: Number((fastest(naive) / fastest(squared)).toFixed(2)), unit: "times faster" });
print({ name: "180 days of throughput against a Map of counts", value: Number((fastest(fourth, 10) / fastest(squared)).toFixed(2)), unit: "times faster" });
const values = Float64Array.from({ length: 100_000 }, (_none, at) => Math.fround(1 / (at + 1)));
const plainSum = () => {
  let sum = 0;
  for (const value of values) sum += value;
  sink += sum;
};
print({ name: "exact sum against a running sum", value: Number((fastest(() => { sink += stats.sumExact(values); }) / fastest(plainSum)).toFixed(1)), unit: "ratio" });

const scores = Array.from({ length: 400 }, (_none, at) => at / 50);
print({ name: "CRPS of a normal against one exponential", value: Number((fastest(() => { for (const z of scores) sink += stats.crpsNormal(0, 1, z); }) / fastest(() => { for (const z of scores) sink += stats.exp(-z); })).toFixed(1)), unit: "ratio" });

const { build } = await import("esbuild").catch(() => ({}));
if (build) {
  const bundled = await build({
    stdin: { contents: 'export { quantileHigher } from "./dist/index.js";', resolveDir: new URL("..", import.meta.url).pathname },
    bundle: true, minify: true, format: "esm", write: false, platform: "neutral",
  });
  print({ name: "bytes of one percentile", value: gzipSync(bundled.outputFiles[0].contents, { level: 9 }).length, unit: "B gzip", bar: 1024 });
}
if (Number.isNaN(sink)) print({ name: "never", value: 0, unit: "" });
