// Ordering 100,000 jobs by cost of delay, and the honesty of as many estimates.
import { measureEstimates, orderByCostOfDelay } from "../dist/index.js";

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
const draw = (at, below) => (Math.imul(at + 1, 2654435761) >>> 8) % below;
const jobs = (count) => Array.from({ length: count }, (_none, at) => ({ id: `j${at}`, rate: draw(at, 997), duration: 1 + draw(at * 7, 89) }));
for (const count of [1_000, 10_000, 100_000]) {
  const rows = jobs(count);
  const time = fastest(() => orderByCostOfDelay(rows), 5);
  print(`effectiveness/order ${count.toLocaleString("en-US")} jobs by cost of delay`, time.toFixed(2), "ms");
}
const rows = jobs(100_000).map(({ id, rate, duration }) => ({ id, estimate: duration, actual: rate / 10 }));
print("effectiveness/honesty of 100,000 estimates", fastest(() => measureEstimates(rows), 5).toFixed(2), "ms");
