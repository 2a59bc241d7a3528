// CPU seconds beside the readers, on 10,000 items: answers replayed, two exports compared, two sources merged, pseudonyms.
import { anonymize } from "../dist/anonymize.js";
import { mergeSources } from "../dist/merge.js";
import { addToOverlay, applyOverlay, emptyOverlay } from "../dist/overlay.js";
import { inferHistory } from "../dist/snapshots.js";

const count = 10_000;
const report = {
  format: { name: "evenkeel-json", confidence: 1 },
  assumptions: [],
  fields: [],
  issues: [],
  counts: { read: 0, imported: 0, merged: 0, rejected: 0 },
  history: { exact: 0, fromTimestamps: 0, unavailable: 0, truncated: 0 },
  coverage: [],
};
function madeOf(tool, count, isLater) {
  const states = ["todo", "doing", "done"].map((id) => ({ id, name: id, category: "active" }));
  const items = Array.from({ length: count }, (_none, at) => ({
    id: `${tool}-${at}`,
    title: `Dig part ${at}`,
    kind: "task",
    workflowId: "flow",
    stateId: isLater && at % 3 === 0 ? "done" : "todo",
    dueDate: "2026-05-04",
    sources: [{ tool, id: String(at) }],
  }));
  const plan = { formatVersion: 1, workflows: [{ id: "flow", name: "Flow", states }], items };
  return { plan, history: { formatVersion: 1, events: [] }, records: { formatVersion: 1 }, report };
}

function cpu(run) {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 3; round++) {
    const before = process.cpuUsage();
    run();
    const used = process.cpuUsage(before);
    best = Math.min(best, (used.user + used.system) / 1e6);
  }
  return best;
}
const say = (name, value, bar) => console.log(JSON.stringify({ name: `interop/${name}`, value, unit: "s CPU", bar }));

const [first, later, other] = [madeOf("a", count), madeOf("a", count, true), madeOf("b", count)];
const commands = Array.from({ length: 100 }, (_none, at) => ({
  id: `answer ${at}`,
  at: "2026-05-01T08:00:00Z",
  type: "change",
  table: "items",
  target: `a-${at * 7}`,
  set: { reason: "It helps" },
}));
const overlay = addToOverlay(first, emptyOverlay, commands).value;
say("overlay-100-answers-on-10000", cpu(() => applyOverlay(later, overlay)), 3);
const snapshots = [
  { at: "2026-05-01T08:00:00Z", ...first },
  { at: "2026-05-08T08:00:00Z", ...later },
];
say("snapshots-2x10000", cpu(() => inferHistory(snapshots)), 1.5);
const sources = [
  { name: "a", value: first },
  { name: "b", value: other },
];
say("merge-2x10000", cpu(() => mergeSources(sources, { joins: [{ by: "title" }] })), 2);
say("anonymize-10000", cpu(() => anonymize(first, { key: "a key of many letters" })), 3);
for (const factor of [1, 4])
  say(`merge-2x${2_500 * factor}-slope`, cpu(() => mergeSources([{ name: "a", value: madeOf("a", 2_500 * factor) }, { name: "b", value: madeOf("b", 2_500 * factor) }], { joins: [{ by: "title" }] })), 2);
