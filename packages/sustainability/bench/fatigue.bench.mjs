// A year of both fatigue models: sampled every five minutes, and at ten times that.
import { threeProcessAlertness, unifiedPerformance } from "../dist/fatigue.js";

const print = (name, value, unit) => process.stdout.write(`${JSON.stringify({ name, value: Math.round(value * 100) / 100, unit })}\n`);
const sleeps = Array.from({ length: 365 }, (_none, day) => ({ from: 24 * day + 16, to: 24 * day + 24 }));
for (const [model, run] of Object.entries({ unifiedPerformance, threeProcessAlertness }))
  for (const count of [105_120, 1_051_200]) {
    const samples = Array.from({ length: count }, (_none, at) => ({ at: (at * 8760) / count, timeOfDay: ((at * 8760) / count + 7) % 24 }));
    run({ start: 0, sleeps }, samples.slice(0, 1000));
    const started = process.hrtime.bigint();
    run({ start: 0, sleeps }, samples);
    print(`sustainability/${model}: a year at ${count.toLocaleString("en")} moments`, Number(process.hrtime.bigint() - started) / 1e6, "ms");
  }
