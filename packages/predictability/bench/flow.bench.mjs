// Every flow measure over a million changes of state; time, memory and the slope from a tenth of it.
import * as flow from "../dist/index.js";

const day = 86_400_000;
const print = (name, value, unit, more = {}) => console.log(JSON.stringify({ name, value: Number(value), unit, ...more }));
function generator(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}

/** Items over four years with five stays each: one in four goes back once, one in ten is still open, some are blocked. */
function history(count) {
  const random = generator(11);
  return Array.from({ length: count }, (_none, at) => {
    let now = Math.floor(random() * 1400 * day);
    const stay = (state, category, days) => {
      const from = now;
      now += Math.floor(random() * days * day);
      return { state, category, from, to: now };
    };
    const createdAt = now;
    const ready = stay("Ready", "proposed", 20);
    const startedAt = now;
    const visits = [ready, stay("Doing", "active", 6), stay("Review", "waiting", 4)];
    visits.push(random() < 0.25 ? stay("Doing", "active", 3) : stay("Test", "active", 3));
    const blocked = random() < 0.2 ? [{ from: startedAt, to: startedAt + Math.floor((now - startedAt) / 3) }] : undefined;
    const keys = { id: `I-${at}`, createdAt, startedAt, team: `T${at % 12}`, ...(blocked && { blocked }) };
    if (random() < 0.1) return { ...keys, visits: [...visits, { state: "Test", category: "active", from: now }] };
    return { ...keys, finishedAt: now, visits: [...visits, { state: "Done", category: "done", from: now }] };
  });
}

const window = { from: 0, to: 1461 };
const order = ["Ready", "Doing", "Review", "Test"];
const measures = {
  measureArrivals: (items) => flow.measureArrivals(items, window),
  measureThroughput: (items) => flow.measureThroughput(items, window),
  measureWip: (items) => flow.measureWip(items, window),
  measureWipAt: (items) => flow.measureWipAt(items, 1400 * day),
  measureWipByAge: (items) => flow.measureWipByAge(items, window),
  measureCycleTime: (items) => flow.measureCycleTime(items, window),
  measureWorkItemAge: (items) => flow.measureWorkItemAge(items, 1400 * day),
  measureTimeInProgress: (items) => flow.measureTimeInProgress(items, window),
  measureFlowEfficiency: (items) => flow.measureFlowEfficiency(items, window),
  measureBlocked: (items) => flow.measureBlocked(items, window),
  measureRework: (items) => flow.measureRework(items, window, order),
  measureCumulativeFlow: (items) => flow.measureCumulativeFlow(items, window, order),
  measureLittlesLaw: (items) => flow.measureLittlesLaw(items, window),
};
const fastest = (run, rounds) => {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round++) {
    const begin = performance.now();
    if (!run().ok) throw new TypeError("a measure refused the bench's own items");
    best = Math.min(best, performance.now() - begin);
  }
  return best;
};
const sumOf = (times) => Object.values(times).reduce((sum, each) => sum + each, 0);
const timesOf = (items, rounds) =>
  Object.fromEntries(Object.entries(measures).map(([name, run]) => [name, fastest(() => run(items), rounds)]));
const madeIn = (items, rounds) =>
  fastest(() => {
    flow.flowTable(items);
    return { ok: true };
  }, rounds);

const [small, large] = [history(20_000), history(200_000)];
const tenth = sumOf(timesOf(flow.flowTable(small), 5)) + madeIn(small, 5);
const memory = () => {
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 2 ** 20;
};
const before = memory();
const table = flow.flowTable(large);
const times = { flowTable: madeIn(large, 3), ...timesOf(table, 3) };
const heap = memory() - before;
print("all flow measures over 200,000 items, 1,000,000 stays", (sumOf(times) / 1000).toFixed(2), "s", { bar: 2 });
print("the same, ten times the items", (sumOf(times) / tenth).toFixed(1), "times the time");
print("heap and buffers after all of them, above the items", Math.max(0, heap).toFixed(0), "MB");
for (const [name, millis] of Object.entries(times)) print(`${name}, 200,000 items`, millis.toFixed(0), "ms");
print("flowByState, 200,000 items", fastest(() => flow.flowByState(large), 3).toFixed(0), "ms");
print("groupFlow into 12 teams, 200,000 items", fastest(() => flow.groupFlow(large, ({ team }) => team), 3).toFixed(0), "ms");
const counts = flow.measureThroughput(large, window).value.daily;
print("processBehaviour of four years' days", fastest(() => flow.processBehaviour(counts), 20).toFixed(2), "ms");
print("countBehaviour of four years' days", fastest(() => flow.countBehaviour(counts), 20).toFixed(2), "ms");
