import type { Law } from "@evenkeel/checks/testing";
import * as fc from "fast-check";
import { loadByWeek, rollingLoad, utilizationOf } from "../load/gather-load.js";
import { overloadStreaks } from "../load/overload-streaks.js";
import { plannedDays } from "../load/planned-days.js";
import type { LoadSpan } from "../load/types.js";
import type { LoadInput } from "../types.js";

const total = (rows: readonly LoadSpan[]): number => rows.reduce((sum, { loadMinutes }) => sum + loadMinutes, 0);
const daysOf = (input: LoadInput): LoadSpan[] => {
  const days = plannedDays(input);
  return days.ok ? days.value : [];
};
const later = (input: LoadInput, days: number): LoadInput => ({
  ...input,
  people: input.people.map((person) => ({
    ...person,
    away: person.away.map(({ from, to, share }) => ({ from: from + days, to: to + days, share })),
  })),
  tasks: input.tasks.map((task) => ({ ...task, from: task.from + days, to: task.to + days })),
  calendars: input.calendars.map(({ exceptions: _exceptions, ...calendar }) => calendar),
});

/** Laws of load over days, weeks and windows. */
export function loadLaws(inputs: fc.Arbitrary<LoadInput>): Law[] {
  return [
    {
      name: "minutes of days are minutes of weeks, and items account for all of them",
      statedRuns: 10_000,
      property: fc.property(inputs, (input) => {
        const days = daysOf(input);
        const weeks = loadByWeek(days);
        const ofItems = weeks.flatMap(({ items }) => items).reduce((sum, { minutes }) => sum + minutes, 0);
        return Math.abs(total(days) - total(weeks)) < 1e-6 && Math.abs(ofItems - total(weeks)) < 1e-6;
      }),
    },
    {
      name: "the order of tasks, people and days does not change load",
      statedRuns: 10_000,
      property: fc.property(inputs, fc.integer({ min: 1, max: 20 }), (input, window) => {
        const turned = { ...input, tasks: [...input.tasks].reverse(), people: [...input.people].reverse() };
        const days = daysOf(input);
        return (
          JSON.stringify(days) === JSON.stringify(daysOf(turned)) &&
          JSON.stringify(rollingLoad(days, window)) === JSON.stringify(rollingLoad([...days].reverse(), window))
        );
      }),
    },
    {
      name: "more work never lowers utilisation",
      statedRuns: 10_000,
      property: fc.property(inputs, fc.integer({ min: 1, max: 3000 }), (input, more) => {
        const raised = {
          ...input,
          tasks: input.tasks.map((task, at) =>
            at === 0 ? { ...task, effortMinutes: task.effortMinutes + more } : task,
          ),
        };
        const after = new Map(daysOf(raised).map((row) => [`${row.personId} ${row.from}`, row]));
        return daysOf(input).every((row) => {
          const now = after.get(`${row.personId} ${row.from}`);
          return now !== undefined && utilizationOf(now) >= utilizationOf(row) - 1e-9;
        });
      }),
    },
    {
      name: "all a week later is the same load a week later",
      statedRuns: 10_000,
      property: fc.property(inputs, fc.integer({ min: -60, max: 60 }), (input, weeks) => {
        const [here, there] = [daysOf(later(input, 0)), daysOf(later(input, 7 * weeks))];
        const back = there.map((row) => ({ ...row, from: row.from - 7 * weeks, to: row.to - 7 * weeks }));
        const streaks = (rows: LoadSpan[]) => overloadStreaks(loadByWeek(rows));
        return JSON.stringify([here, streaks(here)]) === JSON.stringify([back, streaks(back)]);
      }),
    },
  ];
}
