// Exact forecasts against 10,000-trial sampling, and the rolling back-test of both models on the shared histories.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import * as stats from "@evenkeel/stats";
import { forecastDistribution, forecastThroughput, whenDone } from "../dist/index.js";

const print = (name, value, unit, more = {}) => console.log(JSON.stringify({ name, value: Number(value), unit, ...more }));
function fastest(run, rounds) {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round++) {
    const begin = performance.now();
    run();
    best = Math.min(best, performance.now() - begin);
  }
  return best;
}
function generator(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state;
  };
}

/** Days until the count is done in 10,000 sampled runs; typed arrays, no allocation in the loop. */
function sampleWhen(daily, count, random) {
  const days = new Int32Array(10_000);
  for (let trial = 0; trial < days.length; trial++) {
    let [done, day] = [0, 0];
    while (done < count) {
      done += daily[random() % daily.length];
      day++;
    }
    days[trial] = day;
  }
  return days.sort()[8499];
}
function sampleMany(daily, horizon, random) {
  const totals = new Int32Array(10_000);
  for (let trial = 0; trial < totals.length; trial++) {
    let done = 0;
    for (let day = 0; day < horizon; day++) done += daily[random() % daily.length];
    totals[trial] = done;
  }
  return totals.sort()[1500];
}
const ratios = { when: [], many: [] };
for (const pace of [0.03, 0.3, 0.7, 1, 3, 10]) {
  const random = generator(7);
  const daily = Int32Array.from({ length: 90 }, () => {
    let count = 0;
    for (let draw = 0; draw < 20; draw++) if (random() / 4294967296 < pace / 20) count++;
    return count;
  });
  if (!daily.some((count) => count > 0)) daily[3] = 1;
  const forecast = forecastThroughput([...daily], { model: "iid-bootstrap", windowDays: 90 }).value;
  const exact = fastest(() => whenDone(forecast, 100, 0.85), 5);
  ratios.when.push(fastest(() => sampleWhen(daily, 100, random), 3) / exact);
  ratios.many.push(fastest(() => sampleMany(daily, 28, random), 3) / fastest(() => forecastDistribution(forecast, 28), 20));
}
const geomean = (all) => Math.exp(all.reduce((sum, each) => sum + Math.log(each), 0) / all.length);
print("exact when against 10,000 trials, geometric mean", geomean(ratios.when).toFixed(1), "times faster", { bar: 25 });
print("exact when against 10,000 trials, worst", Math.min(...ratios.when).toFixed(1), "times faster", { bar: 5 });
print("exact how many against 10,000 trials, geometric mean", geomean(ratios.many).toFixed(1), "times faster", { reference: "29" });
const year = Array.from({ length: 365 }, (_none, i) => (i * i + 3 * i) % 3);
const mixed = forecastThroughput(year).value;
print("nb-mix: forecast of a year's counts", fastest(() => forecastThroughput(year), 5).toFixed(2), "ms");
print("nb-mix: when are 100 done", fastest(() => whenDone(mixed, 100, 0.85), 3).toFixed(1), "ms");

const folder = fileURLToPath(new URL("../../../../shared/data/histories/", import.meta.url));
const published = {
  7: [0.865, 0.893, 0.847, 0.896, 0.944],
  14: [0.792, 0.868, 0.771, 0.903, 0.92],
  28: [0.71, 0.883, 0.636, 0.894, 0.871],
  56: [0.67, 0.913, 0.53, 0.892, 0.849],
};
function seriesOf(file) {
  const [head, ...lines] = readFileSync(folder + file, "utf8").trim().split("\n");
  const column = head.split(",").indexOf("done");
  const days = lines.flatMap((line) => {
    const text = line.split(",")[column];
    return text ? [Math.floor(Date.parse(`${text.slice(0, 10)}T00:00Z`) / 86_400_000)] : [];
  });
  const edge = (p) => Math.floor(stats.quantile(days, p).value);
  const [low, high] = [edge(0.01), edge(0.99)];
  const counts = new Array(high - low + 1).fill(0);
  for (const day of days) if (day >= low && day <= high) counts[day - low]++;
  return counts;
}
function score(counts, horizon, model) {
  const origins = [];
  for (let t = 56; t <= counts.length - horizon; t += 7) origins.push(t);
  if (counts.length < 112 || origins.length < 4) return undefined;
  const cell = { n: 0, kept: 0, covered: 0, crps: 0 };
  for (let at = 0; at < origins.length; at += Math.max(1, Math.floor(origins.length / 30))) {
    const t = origins[at];
    const outcome = counts.slice(t, t + horizon).reduce((sum, count) => sum + count, 0);
    const daily = counts.slice(model === "nb-mix" ? 0 : Math.max(0, t - 30), t);
    const forecast = { model, modelVersion: "1", windowDays: daily.length, daily, horizons: [] };
    const pmf = forecastDistribution(forecast, horizon).value;
    const q = (p) => stats.pmfQuantile(pmf, p).value;
    cell.n++;
    if (outcome >= q(0.15)) cell.kept++;
    if (outcome >= q(0.05) && outcome <= q(0.95)) cell.covered++;
    cell.crps += stats.crps(pmf, outcome);
  }
  return cell;
}
if (existsSync(folder)) {
  const all = readdirSync(folder).filter((file) => file.endsWith(".csv")).map(seriesOf);
  for (const [days, reference] of Object.entries(published)) {
    const cells = all.flatMap((counts) => {
      const anchor = score(counts, Number(days), "iid-bootstrap");
      return anchor === undefined ? [] : [[anchor, score(counts, Number(days), "nb-mix")]];
    });
    const mean = (pick) => (cells.reduce((sum, cell) => sum + pick(cell), 0) / cells.length).toFixed(3);
    const found = [
      mean(([anchor]) => anchor.kept / anchor.n),
      mean(([, ours]) => ours.kept / ours.n),
      mean(([anchor]) => anchor.covered / anchor.n),
      mean(([, ours]) => ours.covered / ours.n),
      geomean(cells.map(([anchor, ours]) => Math.max(1e-9, ours.crps / ours.n) / Math.max(1e-9, anchor.crps / anchor.n))).toFixed(3),
    ];
    ["85 % kept, iid-bootstrap", "85 % kept, nb-mix", "90 % interval, iid-bootstrap", "90 % interval, nb-mix", "CRPS nb-mix / iid-bootstrap"].forEach(
      (name, at) => print(`${days} days: ${name}`, found[at], "share", { reference: String(reference[at]) }),
    );
  }
}
