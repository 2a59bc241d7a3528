// Conversions of random ticks over 20 years on one office calendar with holidays.
import { addWork, compileCalendars, nextWorkingTime, standardCalendar, subtractWork, workBetween } from "../dist/index.js";

const holiday = { from: "2020-01-01", to: "2045-12-31", intervals: [], recurrence: { kind: "yearly", month: 12, day: 25 } };
const { calendars } = compileCalendars([{ ...standardCalendar, exceptions: [holiday] }]).value;
const [calendar] = calendars;
const count = 1_000_000;
const at = new Int32Array(count);
const work = new Int32Array(count);
let state = 12345;
const random = (limit) => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return Math.floor((state / 4294967296) * limit);
};
for (let k = 0; k < count; k++) {
  at[k] = 20_000 * 14_400 + random(20 * 365 * 14_400);
  work[k] = 10 + random(100 * 4800);
}
const runs = {
  "addWork, up to 100 days": (k) => addWork(calendar, at[k], work[k]),
  "subtractWork, up to 100 days": (k) => subtractWork(calendar, at[k], work[k]),
  workBetween: (k) => workBetween(calendar, at[k], at[count - 1 - k]),
  nextWorkingTime: (k) => nextWorkingTime(calendar, at[k]),
};
for (const [name, run] of Object.entries(runs)) {
  let best = Number.POSITIVE_INFINITY;
  let sum = 0;
  for (let round = 0; round < 7; round++) {
    const begin = performance.now();
    for (let k = 0; k < count; k++) sum += run(k);
    best = Math.min(best, performance.now() - begin);
  }
  const value = Number((count / best / 1000).toPrecision(3));
  console.log(JSON.stringify({ name: `calendar/${name}`, value, unit: "million per second", bar: 5, checksum: sum }));
}
