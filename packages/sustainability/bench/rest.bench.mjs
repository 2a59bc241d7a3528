// Rest over a million work intervals, and the exact truck factor beside the greedy one.
import { measureDailyRest, measureWeeklyRest, truckFactor } from "../dist/index.js";

const timed = (run) => {
  const started = process.hrtime.bigint();
  run();
  return Number(process.hrtime.bigint() - started) / 1e6;
};
const print = (name, value, unit) => process.stdout.write(`${JSON.stringify({ name, value: Math.round(value * 100) / 100, unit })}\n`);
const day = 86_400_000;
const spans = Array.from({ length: 1_000_000 }, (_none, at) => ({ from: Math.floor(at / 2) * day + (at % 2 === 0 ? 8 : 13) * 3_600_000, to: Math.floor(at / 2) * day + (at % 2 === 0 ? 12 : 17) * 3_600_000 }));
const until = 500_001 * day;
print("sustainability/daily rest over 1,000,000 intervals", timed(() => measureDailyRest(spans, until)), "ms");
print("sustainability/weekly rest over 1,000,000 intervals", timed(() => measureWeeklyRest(spans, 0, until)), "ms");
const few = spans.slice(0, 400);
const walk = () => {
  for (let start = 0; start < 200 * day; start += 7 * day) for (let at = start; at < start + 7 * day; at += 300_000) few.some((span) => span.from <= at && at < span.to);
};
print("sustainability/weekly rest of 400 intervals against a walk over every five minutes", timed(walk) / timed(() => measureWeeklyRest(few, 0, 200 * day)), "times faster");
const events = Array.from({ length: 20_000 }, (_none, at) => ({ itemId: `f${at % 2000}`, personId: `p${(at * 31) % 12}`, kind: at < 2000 ? "added" : "modified" }));
print("sustainability/truck factor of 2,000 items and 12 people, exact", timed(() => truckFactor(events)), "ms");
