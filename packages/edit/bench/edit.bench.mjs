// One command and a batch on a large plan; undo as its inverse.
import { applyCommand, applyCommands, applyPatches } from "../dist/index.js";

const print = (name, value, unit) => process.stdout.write(`${JSON.stringify({ name, value: Math.round(value * 1000) / 1000, unit })}\n`);
const items = Array.from({ length: 100_000 }, (_none, at) => ({ id: `i${at}`, title: `Item ${at}`, kind: "task" }));
const plan = { formatVersion: 1, items };
const command = (at) => ({ id: `c${at}`, at: "2026-05-01T08:00:00Z", type: "change", table: "items", target: `i${(at * 7919) % 100_000}`, set: { title: `New ${at}` } });

const times = Array.from({ length: 30 }, (_none, at) => {
  const started = process.hrtime.bigint();
  applyCommand(plan, command(at));
  return Number(process.hrtime.bigint() - started) / 1e6;
}).sort((a, b) => a - b);
print("edit/one command on 100,000 items, median", times[15], "ms");
print("edit/one command on 100,000 items, worst of 30", times[29], "ms");

const small = { formatVersion: 1, items: items.slice(0, 1000) };
const commands = Array.from({ length: 200 }, (_none, at) => ({ ...command(at), target: `i${at}` }));
const started = process.hrtime.bigint();
const batch = applyCommands(small, commands);
const batchTime = Number(process.hrtime.bigint() - started) / 1e6;
const again = process.hrtime.bigint();
applyPatches(batch.value.plan, batch.value.inverse);
print("edit/batch of 200 commands on 1,000 items", batchTime, "ms");
print("edit/undo of that batch against doing it", Number(process.hrtime.bigint() - again) / 1e6 / batchTime, "ratio");
