// All clarity and coordination checks over the largest document, and again after one edit, as an editor would keep them open.
import { openChecks } from "@evenkeel/checks";
import { clarityChecks } from "@evenkeel/clarity";
import { coordinationChecks } from "@evenkeel/coordination";
import { changeWork, touchedBy, workContext } from "@evenkeel/core";

const clock = (run) => {
  const started = process.hrtime.bigint();
  run();
  return Number(process.hrtime.bigint() - started) / 1e6;
};
const print = (name, value, unit, more = {}) => process.stdout.write(`${JSON.stringify({ name, value: Math.round(value * 1000) / 1000, unit, ...more })}\n`);
const today = "2026-05-15";
const now = Date.parse("2026-05-15T00:00:00Z");
const count = 100_000;
const many = (length, row) => Array.from({ length }, (_none, at) => row(at));
const states = [["todo", "proposed"], ["doing", "active"], ["done", "done"]].map(([id, category]) => ({ id, name: id, category }));
const zones = ["Europe/Berlin", "Europe/London", "America/New_York"];
const plan = {
  formatVersion: 1,
  workflows: [{ id: "w", name: "Board", states }],
  people: many(200, (at) => ({ id: `p${at}`, name: `P ${at}`, active: true, away: [], skills: [`s${at % 5}`], zone: zones[at % 3] })),
  teams: many(20, (at) => ({ id: `t${at}`, name: `T ${at}`, members: many(10, (place) => ({ personId: `p${at * 10 + place}` })) })),
  outcomes: many(100, (at) => ({ id: `o${at}`, title: `Guests like ${at}`, why: "They return", ...(at > 0 ? { parentId: `o${Math.floor((at - 1) / 4)}` } : {}), measure: { metric: "praise", unit: "%", baseline: 1, target: 2, by: "2026-12-31" } })),
  items: many(count, (at) => ({ id: `i${at}`, title: `Prepare room ${at}`, kind: "task", workflowId: "w", stateId: states[at % 3].id, skills: [`s${at % 5}`], ...(at >= 10 ? { parentId: `i${Math.floor(at / 10)}` } : {}), ...(at % 2 === 0 ? { outcomeIds: [`o${at % 100}`] } : {}), ...(at % 20 === 0 ? {} : { acceptanceCriteria: [{ text: "Signed", observable: "approval" }] }), clarifiedAt: "2026-05-10T08:00:00Z", schedule: { kind: "task", durationMinutes: 480 }, estimates: [{ of: "points", basis: "original", value: { kind: "single", amount: 1 + (at % 12) } }] })),
  assignments: many(count, (at) => ({ id: `x${at}`, itemId: `i${at}`, personId: `p${at % 200}`, role: "responsible" })),
  commitments: many(5000, (at) => ({ id: `c${at}`, byId: `p${at % 200}`, subject: { table: "items", id: `i${at * 19}` }, due: "2026-08-01", state: "open" })),
  dependencies: many(2 * count, (at) => ({ id: `d${at}`, predecessorId: `i${Math.floor(at / 2)}`, successorId: `i${Math.min(count - 1, Math.floor(at / 2) + 1 + (at % 2) * 7)}`, type: "FS", ...(at % 20 === 0 ? {} : { handoff: { from: `p${Math.floor(at / 2) % 200}`, to: `p${(Math.floor(at / 2) + 1) % 200}`, what: "keys", neededBy: "2026-07-01", promisedBy: "2026-06-30", acceptance: "they turn", state: "accepted" } }) })).filter(({ predecessorId, successorId }) => predecessorId !== successorId),
};
const context = workContext({ plan, now });
const checks = [...clarityChecks, ...coordinationChecks];
let session;
const opened = Math.min(...many(3, () => clock(() => { session = openChecks(checks, context, { today }); })));
print(`evenkeel/all ${checks.length} checks of clarity and coordination, 100,000 items and 200,000 dependencies`, opened, "ms", { bar: 2000 });

/** What people do to a plan: name, state, owner, handoff, link, promise, outcome, person. */
const edits = many(2000, (at) => {
  const row = plan.items[(at * 7919) % count];
  const link = plan.dependencies[(at * 17) % plan.dependencies.length];
  const kinds = [
    () => ({ table: "items", id: row.id, after: { ...row, title: `${row.title} now` } }),
    () => ({ table: "items", id: row.id, after: { ...row, stateId: states[(at + 1) % 3].id } }),
    () => ({ table: "assignments", id: `x${(at * 31) % count}` }),
    () => ({ table: "dependencies", id: link.id, after: { ...link, handoff: { what: "keys" } } }),
    () => ({ table: "dependencies", id: link.id }),
    () => ({ table: "commitments", id: `c${at}`, after: { ...plan.commitments[at], due: "2026-09-01" } }),
    () => ({ table: "assignments", id: `y${at}`, after: { id: `y${at}`, itemId: row.id, personId: `p${at % 200}`, role: "accountable" } }),
    () => ({ table: "items", id: `n${at}`, after: { ...row, id: `n${at}`, title: `More of ${at}` } }),
  ];
  return { kind: at % kinds.length, changed: [kinds[at % kinds.length]()] };
});
const timed = edits.map((change) => ({ kind: change.kind, ms: clock(() => session.update(touchedBy(change), () => { changeWork(context, change); return context; })) }));
const times = timed.map(({ ms }) => ms).sort((a, b) => a - b);
print("evenkeel/check again after one edit, median of 2,000", times[1000], "ms");
print("evenkeel/check again after one edit, p99 of 2,000", times[1980], "ms", { bar: 5 });
print("evenkeel/check again after one edit, worst of 2,000", times[1999], "ms");
if (process.env.DETAIL) for (let kind = 0; kind < 8; kind++) { const own = timed.filter((t) => t.kind === kind).map((t) => t.ms).sort((a, b) => a - b); console.error(kind, own[125].toFixed(2), own[247].toFixed(2), own.at(-1).toFixed(2)); }
