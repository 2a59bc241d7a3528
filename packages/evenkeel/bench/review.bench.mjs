// A whole review of a plan with history, and the share that forecasting takes of it.
import { forecast, orThrow, reviewWork, whenDone } from "../dist/index.js";

const timed = (run) => {
  const started = process.hrtime.bigint();
  run();
  return Number(process.hrtime.bigint() - started) / 1e6;
};
const print = (name, value, unit) => process.stdout.write(`${JSON.stringify({ name, value: Math.round(value * 100) / 100, unit })}\n`);
const states = [
  { id: "todo", name: "To do", category: "proposed" },
  { id: "doing", name: "Doing", category: "active" },
  { id: "done", name: "Done", category: "done" },
];
const count = 5000;
const day = (at) => new Date(1_760_000_000_000 + at * 86_400_000).toISOString();
const items = Array.from({ length: count }, (_none, at) => ({ id: `i${at}`, title: `Item ${at}`, kind: "task", workflowId: "w", stateId: at < 4000 ? "done" : "todo", schedule: { kind: "task", durationMinutes: 480 } }));
const events = items.slice(0, 4000).flatMap(({ id }, at) => [
  { id: `${id}s`, at: day(Math.floor(at / 12)), subject: { table: "items", id }, source: "exact", type: "stateChanged", to: "doing" },
  { id: `${id}d`, at: day(Math.floor(at / 12) + (at % 9)), subject: { table: "items", id }, source: "exact", type: "stateChanged", to: "done" },
]);
const dependencies = items.slice(4001).map(({ id }, at) => ({ id: `d${at}`, predecessorId: `i${4000 + at}`, successorId: id, type: "FS" }));
const input = { plan: { formatVersion: 1, workflows: [{ id: "w", name: "Board", states }], items, dependencies }, history: { formatVersion: 1, events }, now: day(345) };
const whole = timed(() => orThrow(reviewWork(input)));
const done = events.filter(({ to }) => to === "done").map(({ at }) => at);
const part = timed(() => whenDone(orThrow(forecast({ done, now: day(345) })), 1000, 0.85));
print("evenkeel/review of 5,000 items and 8,000 events", whole, "ms");
print("evenkeel/one forecast against the whole review", part / whole, "ratio");
