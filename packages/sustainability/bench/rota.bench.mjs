// The cost of a ward's rota for a year against twelve kinds of rules.
import { rotaCost } from "../dist/rota.js";

const print = (name, value, unit) => process.stdout.write(`${JSON.stringify({ name, value: Math.round(value * 100) / 100, unit })}\n`);
const isoDay = (at) => new Date(Date.UTC(2026, 0, 5 + at)).toISOString().slice(0, 10);
const weekend = [6, 7];
const rules = {
  formatVersion: 1,
  id: "ward",
  title: "Ward",
  version: "1",
  citation: [],
  rules: [
    { id: "cover", kind: "cover", hard: true, weight: 1 },
    { id: "double", kind: "shiftsPerDay", most: 1, hard: true, weight: 1 },
    { id: "days", kind: "assignments", most: 230, weight: 1 },
    { id: "work", kind: "consecutiveWorkingDays", least: 2, most: 5, weight: 1 },
    { id: "free", kind: "consecutiveFreeDays", least: 2, weight: 1 },
    { id: "weekend run", kind: "consecutiveWorkingWeekends", weekend, most: 2, weight: 1 },
    { id: "four weeks", kind: "workingWeekendsInFourWeeks", weekend, most: 2, weight: 1 },
    { id: "complete", kind: "completeWeekends", weekend, weight: 1 },
    { id: "identical", kind: "identicalWeekends", weekend, weight: 1 },
    { id: "skills", kind: "skills", weight: 1 },
    { id: "wishes", kind: "requests", weight: 1 },
    { id: "night then day", kind: "pattern", entries: [{ shiftId: "N" }, { shiftId: "D" }], weight: 1 },
  ],
};
const rotaOf = (people, days) => ({
  id: "year",
  firstDay: isoDay(0),
  days,
  shiftTypes: [{ id: "D" }, { id: "L", skills: ["lead"] }, { id: "N", skills: ["icu"] }],
  people: Array.from({ length: people }, (_none, at) => ({ id: `p${at}`, skills: at % 3 === 0 ? ["icu", "lead"] : ["icu"] })),
  assignments: Array.from({ length: people * days }, (_none, at) => ({ person: at % people, day: Math.floor(at / people) })).flatMap(({ person, day }) =>
    (day + person) % 7 < 5 ? [{ personId: `p${person}`, day: isoDay(day), shiftId: "DLN"[Math.floor((day + person) / 7) % 3] }] : [],
  ),
  cover: ["D", "L", "N"].flatMap((shiftId) => [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ shiftId, weekday, preferred: Math.floor(people / 5) }))),
  requests: Array.from({ length: people * 4 }, (_none, at) => ({ personId: `p${at % people}`, day: isoDay((at * 13) % days), shiftId: "DLN"[at % 3], wish: "off", weight: 1 })).filter(
    (row, at, all) => all.findIndex((other) => other.personId === row.personId && other.day === row.day && other.shiftId === row.shiftId) === at,
  ),
});
for (const [people, days] of [[20, 28], [100, 365], [400, 365]]) {
  const rota = rotaOf(people, days);
  rotaCost(rota, rules);
  const started = process.hrtime.bigint();
  const { value } = rotaCost(rota, rules);
  print(`sustainability/rota of ${people} people and ${days} days against 12 rules, ${value.byRule.length} violations`, Number(process.hrtime.bigint() - started) / 1e6, "ms");
}
