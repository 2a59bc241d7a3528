// All clarity checks over the largest document, again after one edit, and against asking each item by scanning the plan; the interview about what they find; words of texts.
import { openChecks, runChecks } from "@evenkeel/checks";
import { changeWork, touchedBy, workContext } from "@evenkeel/core";
import { answer, clarityChecks, interview, textSmells } from "../dist/index.js";

const clock = (run) => {
  const started = process.hrtime.bigint();
  run();
  return Number(process.hrtime.bigint() - started) / 1e6;
};
const best = (run) => Math.min(clock(run), clock(run), clock(run));
const print = (name, value, unit, more = {}) => process.stdout.write(`${JSON.stringify({ name, value: Math.round(value * 1000) / 1000, unit, ...more })}\n`);
const today = "2026-05-15";
const now = Date.parse("2026-05-15T00:00:00Z");
const states = [["todo", "proposed"], ["doing", "active"], ["done", "done"]].map(([id, category]) => ({ id, name: id, category }));
const planOf = (count) => ({
  formatVersion: 1,
  workflows: [{ id: "w", name: "Board", states }],
  people: Array.from({ length: 200 }, (_none, at) => ({ id: `p${at}`, name: `P ${at}`, active: true, away: [] })),
  outcomes: Array.from({ length: 100 }, (_none, at) => ({ id: `o${at}`, title: `Guests like ${at}`, why: "They return", ...(at > 0 ? { parentId: `o${Math.floor((at - 1) / 4)}` } : {}), measure: { metric: "praise", unit: "%", baseline: 1, target: 2, by: "2026-12-31" } })),
  items: Array.from({ length: count }, (_none, at) => ({ id: `i${at}`, title: `Prepare room ${at}`, kind: "task", workflowId: "w", stateId: states[at % 3].id, ...(at >= 10 ? { parentId: `i${Math.floor(at / 10)}` } : {}), ...(at % 2 === 0 ? { outcomeIds: [`o${at % 100}`] } : {}), ...(at % 20 === 0 ? {} : { acceptanceCriteria: [{ text: "Signed", observable: "approval" }] }), clarifiedAt: "2026-05-10T08:00:00Z", estimates: [{ of: "points", basis: "original", value: { kind: "single", amount: 1 + (at % 12) } }] })),
  assignments: Array.from({ length: count }, (_none, at) => ({ id: `x${at}`, itemId: `i${at}`, personId: `p${at % 200}`, role: "responsible" })),
  dependencies: Array.from({ length: 2 * count }, (_none, at) => ({ id: `d${at}`, predecessorId: `i${Math.floor(at / 2)}`, successorId: `i${Math.min(count - 1, Math.floor(at / 2) + 1 + (at % 2) * 7)}`, type: "FS", ...(at % 20 === 0 ? {} : { handoff: { from: `p${Math.floor(at / 2) % 200}`, to: "p1", what: "keys", neededBy: "2026-07-01", acceptance: "they turn", state: "accepted" } }) })).filter(({ predecessorId, successorId }) => predecessorId !== successorId),
});

const plan = planOf(100_000);
let context;
print("clarity/index 100,000 items and 200,000 dependencies", best(() => { context = workContext({ plan, now }); }), "ms");
let session;
const before = process.memoryUsage().heapUsed;
const opened = best(() => { session = openChecks(clarityChecks, context, { today }); });
print(`clarity/all ${clarityChecks.length} checks on 100,000 items and 200,000 dependencies`, opened, "ms");
print("clarity/open checks, heap", (process.memoryUsage().heapUsed - before) / 2 ** 20, "MB");
const edits = Array.from({ length: 1200 }, (_none, at) => {
  const row = plan.items[(at * 7919) % plan.items.length];
  const changed = at % 3 === 0 ? [{ table: "items", id: row.id, after: { ...row, title: `${row.title} now` } }] : at % 3 === 1 ? [{ table: "assignments", id: `x${(at * 31) % 100_000}` }] : [{ table: "dependencies", id: `d${(at * 17) % 199_000}`, after: { ...plan.dependencies[(at * 17) % 199_000], handoff: { what: "keys" } } }];
  return { changed };
});
const recheck = (change) => clock(() => session.update(touchedBy(change), () => { changeWork(context, change); return context; }));
for (const change of edits.slice(0, 200)) recheck(change);
const times = edits.slice(200).map(recheck).sort((a, b) => a - b);
print("clarity/check again after one edit, median of 1,000", times[500], "ms");
print("clarity/check again after one edit, p99 of 1,000", times[990], "ms", { bar: "<= 5" });
const small = planOf(2000);
const naive = () => small.items.filter(({ id }) => !small.assignments.some(({ itemId }) => itemId === id)).length + small.items.filter(({ id }) => small.items.some(({ parentId }) => parentId === id)).length;
print("clarity/all checks on 2,000 items against two questions by scanning", best(naive) / best(() => runChecks(clarityChecks, workContext({ plan: small, now }), { today })), "times faster");

const failures = session.findings().filter(({ outcome }) => outcome === "fail");
let questions = [];
print(`clarity/interview about ${failures.length} failures in 100,000 items`, best(() => { questions = interview(context, failures); }), "ms");
print("clarity/questions for each 1,000 failures", (1000 * questions.length) / failures.length, "questions");
const yes = questions.filter(({ answers }) => answers.length === 0);
print("clarity/answers taken, each of a question without fields", yes.length === 0 ? 0 : (best(() => yes.map((question) => answer(question, {}))) / yes.length) * 1000, "us");
const page = "The room should be quieter than before, and several guests may ask for the best one; it shall be possible to pay at the desk. ".repeat(8000);
print("clarity/text smells, characters a second", page.length / (best(() => textSmells(page)) / 1000) / 1e6, "million/s");
