// Commands of every kind on a plan of 100,000 items, a batch, the memory of undo, and the plain way of applying a command.
import { spawnSync } from "node:child_process";
import { applyCommand, openEditor } from "../dist/index.js";

const print = (name, value, unit, more = {}) => process.stdout.write(`${JSON.stringify({ name, value: Math.round(value * 1000) / 1000, unit, ...more })}\n`);
const clock = (run) => {
  const started = process.hrtime.bigint();
  run();
  return Number(process.hrtime.bigint() - started) / 1e6;
};
const count = 100_000;
const many = (length, row) => Array.from({ length }, (_none, at) => row(at));
const plan = {
  formatVersion: 1,
  workflows: [{ id: "w", name: "Board", states: [{ id: "todo", name: "To do", category: "proposed" }, { id: "done", name: "Done", category: "done" }] }],
  people: many(200, (at) => ({ id: `p${at}`, name: `P ${at}` })),
  items: many(count, (at) => ({ id: `i${at}`, title: `Prepare room ${at}`, kind: "task", workflowId: "w", stateId: "todo", ...(at >= 10 ? { parentId: `i${Math.floor(at / 10)}` } : {}) })),
  dependencies: many(2 * count, (at) => ({ id: `d${at}`, predecessorId: `i${Math.floor(at / 2)}`, successorId: `i${(Math.floor(at / 2) + 1 + (at % 2) * 7) % count}`, type: "FS" })),
  assignments: many(count, (at) => ({ id: `a${at}`, itemId: `i${at}`, personId: `p${at % 200}`, role: "responsible" })),
  commitments: many(5000, (at) => ({ id: `c${at}`, byId: `p${at % 200}`, subject: { table: "items", id: `i${at * 19}` }, due: "2026-08-01", state: "open" })),
};
const base = (at) => ({ id: `k${at}`, at: "2026-05-01T08:00:00Z", by: "p1" });
const kinds = [
  (at, item) => ({ type: "change", table: "items", target: item, set: { title: `New ${at}` } }),
  (_at, item) => ({ type: "move", item, state: "done" }),
  (at, item) => ({ type: "add", table: "items", row: { id: `n${at}`, title: "New", kind: "task", parentId: item } }),
  (at, item) => ({ type: "assign", assignment: `x${at}`, item, person: "p7", role: "accountable" }),
  (at, item) => ({ type: "link", dependency: `l${at}`, predecessor: item, successor: "i1" }),
  (at) => ({ type: "renegotiate", commitment: `c${at % 5000}`, due: "2026-09-01" }),
  (_at, item) => ({ type: "block", item, reason: "no paint" }),
  (_at, item) => ({ type: "remove", table: "items", target: item, references: "clear" }),
  (at, item) => ({ type: "split", item, as: "siblings", parts: [{ id: `s${at}`, title: "Part", share: 0.5 }] }),
  (at, item) => ({ type: "merge", items: [`i${50_000 + at}`], into: item }),
];
const commandAt = (at) => ({ ...base(at), ...kinds[at % kinds.length](at, `i${20_000 + ((at * 7919) % 30_000)}`) });

if (process.argv[2] === "memory") {
  const editor = openEditor(plan);
  editor.apply(commandAt(7));
  globalThis.gc();
  const before = process.memoryUsage().heapUsed;
  for (let at = 10; at < 1010; at++) editor.apply(commandAt(at));
  editor.plan();
  globalThis.gc();
  print(`edit/heap of ${editor.steps().undo} undo steps and what they changed, 100,000 items`, (process.memoryUsage().heapUsed - before) / 2 ** 20, "MB", { bar: 50 });
  process.exit(0);
}
let editor;
print("edit/open an editor on 100,000 items and 200,000 dependencies", clock(() => { editor = openEditor(plan); }), "ms");
print("edit/first look at all references, by removing an item", clock(() => editor.apply(commandAt(7))), "ms");
// An editor at work: code that runs often is compiled by now, as in any session that lasts.
for (let at = 10_000; at < 13_000; at++) editor.apply(commandAt(at));
let taken = 0;
const times = many(2000, (at) => clock(() => { taken += editor.apply(commandAt(2000 + at)).ok ? 1 : 0; })).sort((a, b) => a - b);
print("edit/commands taken of 2,000", taken, "commands");
print("edit/one command on 100,000 items, median of 2,000 of every kind", times[1000], "ms");
print("edit/one command on 100,000 items, p99 of 2,000 of every kind, after 3,000 others", times[1980], "ms", { bar: 2 });
print("edit/one command on 100,000 items, worst of 2,000", times[1999], "ms");
const branching = many(1000, (at) => clock(() => { editor.branch().apply(commandAt(18_000 + at)); })).sort((a, b) => a - b);
print("edit/a branch on 100,000 items and its first command, median of 1,000", branching[500], "ms");
print("edit/a branch on 100,000 items and its first command, p99 of 1,000", branching[990], "ms");
const undoing = many(1000, (at) => clock(() => editor.undo({ id: `u${at}`, at: base(0).at }))).sort((a, b) => a - b);
print("edit/undo, p99 of 1,000", undoing[990], "ms");
const batch = many(1000, (at) => ({ ...base(5000 + at), ...kinds[at % 7](5000 + at, `i${80_000 + ((at * 97) % 20_000)}`) }));
const batches = many(5, () => clock(() => { if (!editor.apply(...batch).ok) throw new TypeError("refused"); }) + 0 * clock(() => editor.undo({ id: "u", at: base(0).at })));
print("edit/batch of 1,000 commands on 100,000 items", Math.min(...batches), "ms", { bar: 100 });
print("edit/the plan as one document after a change", clock(() => editor.plan()), "ms");
const plain = Math.min(...many(5, (at) => clock(() => applyCommand(plan, commandAt(10 * at)))));
print("edit/one command by going through the arrays, against the editor's median", plain / times[1000], "times slower");
const memory = spawnSync(process.execPath, ["--expose-gc", new URL(import.meta.url).pathname, "memory"], { encoding: "utf8" });
process.stdout.write(memory.stdout);
