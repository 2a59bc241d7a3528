// Validation and replay at the size of the largest document, against a naive reading of the same sentences.
import { digestHistory, indexPlan, itemsAt, orderEvents, replayItems, statesAt, validateHistory, validatePlan } from "../dist/index.js";

const best = (run, rounds = 3) => {
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round++) {
    const started = process.hrtime.bigint();
    run();
    least = Math.min(least, Number(process.hrtime.bigint() - started) / 1e6);
  }
  return least;
};
const print = (name, value, unit, more = {}) => process.stdout.write(`${JSON.stringify({ name, value: Math.round(value * 100) / 100, unit, ...more })}\n`);

const states = [
  { id: "todo", name: "To do", category: "proposed" },
  { id: "doing", name: "Doing", category: "active" },
  { id: "done", name: "Done", category: "done" },
];
const items = Array.from({ length: 100_000 }, (_none, at) => ({ id: `i${at}`, title: `Item ${at}`, kind: "task", workflowId: "w", stateId: states[at % 3].id, ...(at > 0 ? { parentId: `i${Math.floor(at / 10)}` } : {}) }));
const plan = { formatVersion: 1, workflows: [{ id: "w", name: "Board", states }], items };
const second = (at) => new Date(1_750_000_000_000 + at * 1000).toISOString();
const events = Array.from({ length: 1_000_000 }, (_none, at) => ({ id: `e${at}`, at: second((at * 7919) % 1_000_000), subject: { table: "items", id: `i${at % 100_000}` }, source: "exact", type: "stateChanged", to: states[at % 3].id }));
const history = { formatVersion: 1, events };

print("core/validate 100,000 items", best(() => validatePlan(plan)), "ms");
print("core/index 100,000 items", best(() => indexPlan(plan)), "ms");
print("core/replay 1,000,000 events over 100,000 items", best(() => replayItems(plan, history)), "ms", { bar: 1500 });
print("core/states at an instant, 1,000,000 events", best(() => statesAt(history, 1_750_500_000_000)), "ms");
print("core/how items stood at an instant, 1,000,000 events", best(() => itemsAt(plan, history, 1_750_500_000_000)), "ms");
print("core/reading order of 1,000,000 events", best(() => orderEvents(history)), "ms");
print("core/snapshot of 1,000,000 events", best(() => digestHistory(history), 2), "ms");
print("core/validate 1,000,000 events", best(() => validateHistory(history, plan), 2), "ms");

const small = { ...plan, items: items.slice(0, 300) };
const smallHistory = { ...history, events: events.filter(({ subject }) => Number(subject.id.slice(1)) < 300) };
const naive = () => small.items.map(({ id }) => smallHistory.events.filter(({ subject }) => subject.id === id).sort((a, b) => (a.at < b.at ? -1 : 1)).at(-1)?.to);
print("core/replay of 300 items against filtering item by item", best(naive) / best(() => replayItems(small, smallHistory)), "times faster");
