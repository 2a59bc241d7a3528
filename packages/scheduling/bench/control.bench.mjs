// What surrounds a schedule, on plans of 10,000 and 100,000 activities.
import {
  baselineVariance,
  compareSchedules,
  earnedValue,
  findConflicts,
  floatPaths,
  linkFloats,
  longestPath,
  nearCritical,
  schedule,
} from "../dist/index.js";
import { fastest, print, random } from "./networks.mjs";

for (const [name, count, rounds] of [
  ["10k/20k", 10_000, 3],
  ["100k/200k", 100_000, 1],
]) {
  const ties = new Set(
    Array.from({ length: 2 * count }, () => {
      const at = random(count - 1);
      return `A${at} A${at + 1 + random(Math.min(1000, count - 1 - at))}`;
    }),
  );
  const links = [...ties].map((tie) => ({ predecessor: tie.split(" ")[0], successor: tie.split(" ")[1] }));
  const plan = (longer) => ({
    start: "2026-01-05T08:00",
    links,
    activities: Array.from({ length: count }, (_, at) => ({
      id: `A${at}`,
      durationMinutes: 60 * (1 + (at % 16)) + (at % 100 === 0 ? longer : 0),
      ...(at % 500 === 499 ? { deadline: "2026-02-02" } : {}),
    })),
  });
  const [before, after] = [plan(0), plan(480)].map((input) => ({ input, schedule: schedule(input).value }));
  const baseline = before.schedule.activities;
  const valued = baseline.map(({ id, start, finish }, at) => ({ id, start, finish, budget: 100, percentComplete: at % 101, actualCost: 50 }));
  const last = `A${count - 1}`;
  for (const [what, run] of [
    ["compare schedules", () => compareSchedules(before, after)],
    ["variance against a baseline", () => baselineVariance(after, baseline)],
    ["earned value and schedule", () => earnedValue({ statusDate: "2026-06-01", activities: valued })],
    ["conflicts, 100 explained", () => findConflicts(before.input)],
    ["longest path", () => longestPath(before.input)],
    ["floats of links", () => linkFloats(before.input)],
    ["ten float paths", () => floatPaths(before.input, last)],
    ["bands of float", () => nearCritical(before.schedule)],
  ]) {
    print(`${what} ${name}`, fastest(run, rounds), "ms");
  }
}
