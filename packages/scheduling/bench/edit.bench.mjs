// Single edits of an open schedule of 100,000 activities and 200,000 links: durations, lags, new links, in blocks of 100 activities.
import { openSchedule, schedule } from "../dist/index.js";

let state = 1;
const random = (limit) => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return Math.floor((state / 4294967296) * limit);
};
const count = 100_000;
const block = 100;
const print = (name, value, unit, more = {}) =>
  console.log(JSON.stringify({ name: `scheduling/${name}`, value: Number(value.toPrecision(3)), unit, ...more }));

const activities = Array.from({ length: count }, (_, at) => ({
  id: `A${String(at).padStart(6, "0")}`,
  durationMinutes: 60 * (1 + random(80)),
}));
const pair = () => {
  const first = block * random(count / block);
  const a = random(block - 1);
  return [first + a, first + a + 1 + random(block - a - 1)];
};
const links = new Map();
while (links.size < 2 * count) {
  const [a, b] = pair();
  const dice = random(10);
  const lag = random(10) < 3 ? { lag: { minutes: 60 * (random(20) - 4) } } : {};
  const type = dice < 7 ? "FS" : ["SS", "FF", "SF"][dice - 7];
  links.set(`${a} ${b}`, { predecessor: activities[a].id, successor: activities[b].id, type, ...lag });
}
const input = { start: "2026-06-01T08:00", activities, links: [...links.values()] };
const edits = [
  () => ({ kind: "putActivity", activity: { ...activities[random(count)], durationMinutes: 60 * (1 + random(80)) } }),
  () => ({ kind: "putLink", link: { ...input.links[random(input.links.length)], lag: { minutes: 60 * random(16) } } }),
  () => {
    const [a, b] = pair();
    return { kind: "putLink", link: { predecessor: activities[a].id, successor: activities[b].id } };
  },
];

const begun = performance.now();
const opened = openSchedule(input);
if (!opened.ok) throw new TypeError(opened.issues[0].code);
print("open 100k/200k", performance.now() - begun, "ms");
const open = opened.value;
const times = [];
let all = 0;
for (let round = 0; round < 6000; round++) {
  const edit = edits[round % edits.length]();
  const from = performance.now();
  const result = open.edit(edit);
  const time = performance.now() - from;
  if (!result.ok) throw new TypeError(result.issues[0].code);
  if (round < 2000) continue;
  // An edit that moves the project's finish moves all; the bar is about the others.
  if (result.value.moved.length > count / 100) all++;
  else times.push(time);
}
times.sort((a, b) => a - b);
const at = (share) => times[Math.floor(share * (times.length - 1))];
print("one edit on 100k/200k, median", at(0.5), "ms");
print("one edit on 100k/200k, p99 of those that move at most 1 %", at(0.99), "ms", { bar: 1 });
print("edits of 4,000 that moved more than 1 %", all, "edits");
const again = schedule(open.input());
const now = JSON.stringify(open.schedule().activities.map((row) => [row.earlyStart, row.lateFinish, row.freeFloatMinutes]));
const scratch = JSON.stringify(again.value.activities.map((row) => [row.earlyStart, row.lateFinish, row.freeFloatMinutes]));
print("dates that differ from a computation from scratch after 6,000 edits", now === scratch ? 0 : 1, "found", { bar: 0 });

const small = openSchedule({ ...input, activities: activities.slice(0, 10_000), links: input.links.filter(({ successor }) => successor < activities[10_000].id) }).value;
const branches = [];
const before = performance.now();
for (let round = 0; round < 1000; round++) {
  const branch = small.branch();
  branch.edit({ kind: "putActivity", activity: { ...activities[random(10_000)], durationMinutes: 60 } });
  branches.push(branch.activity(activities[0].id));
}
print("1,000 branches of 10k, one edit each", performance.now() - before, "ms");
