// Exact forecasts against 10,000-trial sampling, forecasts of very many teams, and the rolling back-test on the shared histories.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import {
  backlogLaw,
  backtestForecast,
  chooseModel,
  dailySeries,
  findLevelChanges,
  forecastDistribution,
  forecastThroughput,
  whenBacklogDone,
  whenDone,
} from "../dist/index.js";

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
const median = (all) => [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)];
print("exact when against 10,000 trials, geometric mean", geomean(ratios.when).toFixed(1), "times faster", { bar: 25 });
print("exact when against 10,000 trials, worst", Math.min(...ratios.when).toFixed(1), "times faster", { bar: 5 });
print("exact how many against 10,000 trials, geometric mean", geomean(ratios.many).toFixed(1), "times faster", { reference: "29" });

/** A year of counts of 1,000 teams that finish 0.05 to 10 items a day. */
const draw = generator(11);
const teams = Array.from({ length: 1000 }, (_none, team) => {
  const pace = 0.05 * 200 ** (team / 1000);
  return Array.from({ length: 365 }, () => {
    let count = 0;
    for (let part = 0; part < 20; part++) if (draw() / 4294967296 < pace / 20) count++;
    return count;
  });
});
const forecasts = { "nb-mix": [], "iid-bootstrap": [] };
for (const model of Object.keys(forecasts)) {
  const time = fastest(() => {
    forecasts[model] = teams.map((daily) => forecastThroughput(daily, { model, windowDays: 90 }).value);
  }, 3);
  print(`${model}: forecasts of 1,000 teams from a year each`, time.toFixed(0), "ms", { bar: 2000 });
}
const each = (run) => median(Array.from({ length: 200 }, (_none, at) => fastest(() => run(5 * at), 3))).toFixed(3);
for (const [model, all] of Object.entries(forecasts))
  print(`${model}: when are 100 done, median of 200 teams`, each((at) => whenDone(all[at], 100, 0.85)), "ms", { bar: 1 });
const law = backlogLaw({ items: 80, split: { share: 0.2, low: 2, high: 3 }, risks: [{ name: "audit", probability: 0.3, extra: { low: 5, high: 15 } }] }).value;
const scarce = forecastThroughput(teams[200], { model: "iid-bootstrap", windowDays: 90 }).value;
for (const [model, all] of Object.entries(forecasts)) {
  print(`${model}: when is a backlog of about 110 done, median`, each((at) => whenBacklogDone(all[at], law, 0.85)), "ms");
  const growing = { ...law, growth: model === "nb-mix" ? forecasts["nb-mix"][200] : scarce };
  const some = Array.from({ length: 20 }, (_none, at) => fastest(() => whenBacklogDone(all[500 + 25 * at], growing, 0.85), 2));
  print(`${model}: when is it done while it grows, median`, median(some).toFixed(2), "ms");
}
const weeks = Array.from({ length: 7 * 1500 }, (_none, day) => teams[day % 1000][day % 365]);
print("level changes of 1,500 weeks", fastest(() => findLevelChanges(weeks), 3).toFixed(0), "ms");
print("choice of a model from a year", fastest(() => chooseModel(teams[500]), 3).toFixed(1), "ms");

const folder = fileURLToPath(new URL("../../../../shared/data/histories/", import.meta.url));
function seriesOf(file) {
  const [head, ...lines] = readFileSync(folder + file, "utf8").trim().split("\n");
  const column = head.split(",").indexOf("done");
  const days = lines.flatMap((line) => {
    const text = line.split(",")[column];
    return text ? [Math.floor(Date.parse(`${text.slice(0, 10)}T00:00Z`) / 86_400_000)] : [];
  });
  return { name: file, source: file.split("-")[0], daily: dailySeries(days).value.daily };
}
if (existsSync(folder)) {
  const all = readdirSync(folder).filter((file) => file.endsWith(".csv")).map(seriesOf);
  const models = [
    { name: "iid-bootstrap", model: "iid-bootstrap" },
    { name: "nb-mix, prior of the others", model: "nb-mix", leaveOneOut: true },
  ];
  const begin = performance.now();
  const { summaries } = backtestForecast(all, { models, cap: 30 }).value;
  print("back-test, prior learned anew for each team", ((performance.now() - begin) / 1000).toFixed(1), "s");
  for (const { model, days, hit85, coverage90, crpsRatio, leftBehind } of summaries) {
    const at = days === undefined ? "all horizons" : `${days} days`;
    print(`${at}: 85 % kept, ${model}`, hit85.toFixed(3), "share");
    print(`${at}: 90 % interval, ${model}`, coverage90.toFixed(3), "share");
    print(`${at}: CRPS over that of iid-bootstrap, ${model}`, crpsRatio.toFixed(3), "share");
    print(`${at}: kept less than 70 %, ${model}`, leftBehind.toFixed(3), "share");
  }
}
