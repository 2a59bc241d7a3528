// A legal pack over the working time of 10,000 people in a year, and one person judged again after an edit.
import { intlZoneRules } from "@evenkeel/calendar";
import { runChecks } from "@evenkeel/checks";
import { openWorkingTime, ruleChecks, timesheet } from "../dist/index.js";
import { rulePacks } from "../dist/packs.js";

const print = (name, value, unit, bar) => process.stdout.write(`${JSON.stringify({ name, value: Math.round(value * 100) / 100, unit, ...(bar === undefined ? {} : { bar }) })}\n`);
const now = () => Number(process.hrtime.bigint()) / 1e6;
const hour = 3_600_000;
const day = 24 * hour;
const begin = Date.parse("2025-01-06T00:00:00Z");

let state = 12345;
const random = () => {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return state / 4_294_967_296;
};

function columns(people) {
  const most = people * 364 * 2;
  const [personOf, from, to] = [new Int32Array(most), new Float64Array(most), new Float64Array(most)];
  let row = 0;
  for (let person = 0; person < people; person++) {
    // One in ten works long hours, one in ten at night; everybody takes a lunch break and now and then works late.
    const long = person % 10 === 3 ? 1.5 * hour : 0;
    const shift = person % 10 === 7 ? 13 * hour : 0;
    for (let at = 0; at < 364; at++) {
      if (at % 7 > (long > 0 ? 5 : 4) || random() < 0.02) continue;
      const start = begin + at * day + 8 * hour + shift + Math.floor(random() * 4) * 900_000;
      const late = random() < 0.01 ? 5 * hour : 0;
      personOf.fill(person, row, row + 2);
      from.set([start, start + 5 * hour], row);
      to.set([start + 4 * hour, start + 9 * hour + long + late], row);
      row += 2;
    }
  }
  return {
    personIds: Array.from({ length: people }, (_none, at) => `p${String(at).padStart(5, "0")}`),
    personOf: personOf.slice(0, row),
    from: from.slice(0, row),
    to: to.slice(0, row),
  };
}

const work = columns(10_000);
const ownOf = new Map();
for (let row = 0; row < work.from.length && work.personOf[row] < 500; row++) {
  const personId = work.personIds[work.personOf[row]];
  if (!ownOf.has(personId)) ownOf.set(personId, []);
  ownOf.get(personId).push({ id: String(row), personId, from: work.from[row], to: work.to[row] });
}
const people = work.personIds.map((id) => ({ id, jurisdiction: "DE", zone: "Europe/Berlin" }));
const zoneRules = intlZoneRules();
const input = (intervals) => ({ intervals, people, leave: [], zoneRules, recordsFrom: begin, recordsTo: begin + 364 * day });
const eu = ruleChecks(rulePacks.filter(({ id }) => id === "eu-wtd"), "records");
const options = { today: "2026-05-01", includeUnverified: true };
runChecks(eu, { ...input(columns(50)), people: people.slice(0, 50) }, options);
if (process.argv.includes("--each")) {
  const all = input(work);
  for (const check of eu) {
    const at = now();
    const found = runChecks([check], all, options);
    const fails = found.filter(({ outcome }) => outcome === "fail");
    process.stdout.write(`${check.id} ${(now() - at).toFixed(0)} ms, ${fails.length} fails, evidence ${fails.reduce((n, f) => n + f.evidence.length, 0)}\n`);
  }
}
const session = openWorkingTime(eu, { ...input(columns(500)), people: people.slice(0, 500) }, options);
const times = [];
for (let edit = 0; edit < 3000; edit++) {
  const id = `p${String(edit % 500).padStart(5, "0")}`;
  const own = ownOf.get(id);
  const at = Math.floor(random() * own.length);
  const { from, to, ...row } = own[at];
  own[at] = { ...row, from, to: to + Math.floor(random() * 3 - 1) * 1_800_000 };
  const before = now();
  session.edit(id, own);
  if (edit >= 1000) times.push(now() - before);
}
times.sort((a, b) => a - b);
print("sustainability/eu-wtd again after one edited interval, p99", times[Math.floor(times.length * 0.99)], "ms", 1);
print("sustainability/eu-wtd again after one edited interval, median", times[Math.floor(times.length / 2)], "ms");
const started = now();
const found = runChecks(eu, input(work), options);
const took = now() - started;
const fails = found.filter(({ outcome }) => outcome === "fail");
print(`sustainability/eu-wtd with evidence over ${work.from.length} intervals of 10,000 people in a year`, took, "ms", 2000);
print("sustainability/failures told by it", fails.length, "findings");
print("sustainability/memory after it", process.memoryUsage().rss / 2 ** 20, "MB", 1536);
const again = now();
timesheet(work);
print("sustainability/putting these intervals in order alone", now() - again, "ms");
