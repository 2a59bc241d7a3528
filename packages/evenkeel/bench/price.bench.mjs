// Rescheduling 10,000 assignments of 200 people once, and the whole price of a limit with its curve and suggestions.
import { orThrow, priceOfRule, rescheduler } from "../dist/index.js";

const timed = (run) => {
  const started = process.hrtime.bigint();
  run();
  return Number(process.hrtime.bigint() - started) / 1e6;
};
const print = (name, value, unit) => process.stdout.write(`${JSON.stringify({ name, value: Math.round(value * 100) / 100, unit })}\n`);
const [count, crowd] = [10_000, 200];
const plan = {
  formatVersion: 1,
  projects: [{ id: "p", name: "Works", start: "2026-05-04" }],
  people: Array.from({ length: crowd }, (_none, at) => ({ id: `p${at}`, name: `Person ${at}`, away: at % 5 === 0 ? [{ from: "2026-08-03", to: "2026-08-21" }] : [] })),
  teams: Array.from({ length: crowd / 10 }, (_none, team) => ({ id: `t${team}`, name: `Team ${team}`, members: Array.from({ length: 10 }, (_each, at) => ({ personId: `p${10 * team + at}` })) })),
  items: Array.from({ length: count }, (_none, at) => ({ id: `i${at}`, title: `Item ${at}`, kind: "task", projectId: "p", schedule: { kind: "task", durationMinutes: 480 * (1 + (at % 7)) } })),
  dependencies: Array.from({ length: count - crowd }, (_none, at) => ({ id: `d${at}`, predecessorId: `i${at}`, successorId: `i${at + crowd - (at % 3)}`, type: at % 9 === 0 ? "SS" : "FS" })),
  assignments: Array.from({ length: count }, (_none, at) => ({ id: `a${at}`, itemId: `i${at}`, personId: `p${(at * 7) % crowd}`, role: "responsible", effortMinutes: 300 * (1 + (at % 9)) })),
};
let reschedule;
print("evenkeel/plan of 10,000 assignments made ready", timed(() => { reschedule = orThrow(rescheduler(plan)); }), "ms");
print("evenkeel/rescheduled under a limit", timed(() => orThrow(reschedule([{ minutesPerWeek: 2400 }]))), "ms");
print("evenkeel/price of the limit, its curve", timed(() => orThrow(priceOfRule(plan, { minutesPerWeek: 2400, mostSuggestions: 0 }))), "ms");
print("evenkeel/price of the limit, with edits tried", timed(() => orThrow(priceOfRule(plan, { minutesPerWeek: 2400 }))), "ms");
const alone = { ...plan, teams: [], people: plan.people.slice(0, 1), dependencies: [], assignments: plan.assignments.map((row) => ({ ...row, personId: "p0" })) };
const reschedule10k = orThrow(rescheduler(alone));
print("evenkeel/rescheduled, all of it one person's", timed(() => orThrow(reschedule10k([{ minutesPerWeek: 2400 }]))), "ms");
