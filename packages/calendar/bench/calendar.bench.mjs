// Conversions over 20 years: office hours with holidays, night shifts, around the clock; mixed over many calendars; beside date-fns.
import { addBusinessDays } from "date-fns";
import {
  addWork,
  compileCalendars,
  continuousCalendar,
  intersectCalendars,
  nextWorkingTime,
  previousWorkingTime,
  standardCalendar,
  subtractWork,
  withTimeAway,
  workBetween,
} from "../dist/index.js";

// date-fns reads local time.
process.env.TZ = "UTC";
const ticksPerDay = 14_400;
const span = { from: "2020-01-01", to: "2045-12-31" };
const holidays = [
  { ...span, intervals: [], recurrence: { kind: "yearly", month: 12, day: 25 } },
  { ...span, intervals: [], recurrence: { kind: "yearlyByPosition", month: 5, position: 5, on: "monday" } },
  { ...span, intervals: [{ from: 480, to: 720 }], recurrence: { kind: "monthly", every: 1, day: 31 } },
];
const night = [{ from: 1320, to: 1800 }];
const nights = { monday: night, tuesday: night, wednesday: night, thursday: night };
/** Office hours, night shifts and 24-hour calendars in turn, each with a parent or exceptions of its own. */
const specs = Array.from({ length: 1000 }, (_each, at) => {
  const id = `c${at}`;
  const exceptions = [...holidays, { ...span, intervals: [], recurrence: { kind: "daily", every: 50 + at } }];
  if (at % 3 === 0) return { ...standardCalendar, id, exceptions };
  return at % 3 === 1 ? { id, week: nights, exceptions } : { id, parentId: "c0", week: {}, exceptions };
});
const compile = (rows) => {
  const result = compileCalendars(rows);
  if (!result.ok) throw new TypeError("must compile");
  return result.value.calendars;
};

const count = 1_000_000;
let state = 12345;
const random = (limit) => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return Math.floor((state / 4294967296) * limit);
};
const at = new Int32Array(count);
const work = new Int32Array(count);
for (let k = 0; k < count; k++) {
  at[k] = 20_000 * ticksPerDay + random(20 * 365 * ticksPerDay);
  work[k] = 10 + random(100 * 4800);
}
const sequential = Int32Array.from(at).sort();

const report = (name, value, unit, more) => {
  console.log(JSON.stringify({ name: `calendar/${name}`, value: Number(value.toPrecision(3)), unit, ...more }));
};
/** Best of seven rounds, millions of calls a second. */
function perSecond(calls, run) {
  let best = Number.POSITIVE_INFINITY;
  let checksum = 0;
  for (let round = 0; round < 7; round++) {
    const begin = performance.now();
    for (let k = 0; k < calls; k++) checksum += run(k);
    best = Math.min(best, performance.now() - begin);
  }
  return [calls / best / 1000, checksum];
}
function measure(name, run) {
  const [value, checksum] = perSecond(count, run);
  report(name, value, "million per second", { bar: 5, checksum });
}
const mixed = (calendar, k, ticks) => {
  const t = ticks[k];
  switch (k % 5) {
    case 0:
      return addWork(calendar, t, work[k]);
    case 1:
      return subtractWork(calendar, t, work[k]);
    case 2:
      return workBetween(calendar, t, at[count - 1 - k]);
    case 3:
      return nextWorkingTime(calendar, t);
    default:
      return previousWorkingTime(calendar, t);
  }
};

const [office] = compile(specs.slice(0, 1));
measure("addWork, up to 100 days", (k) => addWork(office, at[k], work[k]));
measure("subtractWork, up to 100 days", (k) => subtractWork(office, at[k], work[k]));
measure("workBetween", (k) => workBetween(office, at[k], at[count - 1 - k]));
measure("nextWorkingTime", (k) => nextWorkingTime(office, at[k]));
measure("five conversions mixed, one calendar", (k) => mixed(office, k, at));
measure("five conversions mixed, one calendar, in order of time", (k) => mixed(office, k, sequential));
const eight = [...compile(specs.slice(0, 7)), ...compile([continuousCalendar])];
measure("five conversions mixed, eight calendars", (k) => mixed(eight[k & 7], k, at));
measure("five conversions mixed, eight calendars, in order of time", (k) => mixed(eight[k & 7], k, sequential));
const away = withTimeAway(office, [
  { from: "2026-07-06", to: "2026-07-24" },
  { from: "2027-01-01", to: "2030-12-31", share: 0.5 },
]).value;
const common = intersectCalendars([eight[0], away, eight[2]]).value;
measure("five conversions mixed, time away and common time", (k) => mixed(k & 1 ? away : common, k, at));

// The same question to both: a Monday to Friday calendar without holidays, whole days, from a weekday's midnight.
const [plain] = compile([standardCalendar]);
const calls = 100_000;
const day = (k) => {
  const number = Math.floor(at[k] / ticksPerDay);
  const weekday = (((number + 3) % 7) + 7) % 7;
  return weekday > 4 ? number + 7 - weekday : number;
};
const dates = Array.from({ length: calls }, (_each, k) => new Date(day(k) * 86_400_000));
const ticks = Int32Array.from({ length: calls }, (_each, k) => day(k) * ticksPerDay);
const wanted = Int32Array.from({ length: calls }, (_each, k) => 1 + (work[k] % 100));
const [ours] = perSecond(calls, (k) => addWork(plain, ticks[k], wanted[k] * 4800));
const [theirs] = perSecond(calls, (k) => addBusinessDays(dates[k], wanted[k]).getTime());
for (let k = 0; k < calls; k++) {
  const finish = Math.floor(addWork(plain, ticks[k], wanted[k] * 4800) / ticksPerDay);
  // Theirs counts from the day after.
  if (finish !== Math.floor(addBusinessDays(dates[k], wanted[k] - 1).getTime() / 86_400_000)) throw new Error(`differs at ${k}`);
}
report("addWork, whole days", ours, "million per second", { bar: 5 });
report("addBusinessDays of date-fns, the same question", theirs, "million per second");

let best = Number.POSITIVE_INFINITY;
let first = Number.POSITIVE_INFINITY;
for (let round = 0; round < 5; round++) {
  const begin = performance.now();
  const calendars = compile(specs);
  const compiled = performance.now();
  let checksum = 0;
  for (const calendar of calendars) checksum += nextWorkingTime(calendar, at[0]);
  if (checksum === 0) throw new Error("no answer");
  best = Math.min(best, compiled - begin);
  first = Math.min(first, performance.now() - compiled);
}
report("compile 1,000 calendars", best, "ms");
report("first question to each of 1,000 calendars", first, "ms");
