import { type Issue, issue, ok, type Result } from "@evenkeel/kernel";

import type { LoadInput, LoadTask } from "../types.js";
import { compileCapacity, isDaySpan } from "./capacity.js";
import { LoadLedger } from "./load-ledger.js";
import { sumInOrder } from "./sum-of.js";
import type { LoadSpan } from "./types.js";

function taskIssue(task: LoadTask, index: number, known: ReadonlySet<string>): Issue | undefined {
  const about = { path: ["tasks", index], subject: [task.itemId] };
  if (!known.has(task.personId))
    return issue("sustainability/unknown-person", { ...about, facts: { item: task.itemId, found: task.personId } });
  if (Number.isFinite(task.effortMinutes) && task.effortMinutes >= 0 && isDaySpan(task.from, task.to)) return undefined;
  const facts = { effort: String(task.effortMinutes), from: String(task.from), to: String(task.to) };
  return issue("sustainability/impossible-load", { ...about, facts: { item: task.itemId, ...facts } });
}

/**
 * Planned load against capacity, person by person and day by day.
 *
 * A task's effort is spread evenly over the working time its person has between its days. Each person has a row for every
 * day of the weeks from the first loaded one to the last. Tasks that cannot be, and people whose capacity cannot be, are
 * named and left out (a person with all of their tasks); the rest is answered.
 *
 * @param input - people, tasks, calendars; day numbers since 1970-01-01, person-minutes
 * @returns spans of one day, by person and day
 *
 * Issues: sustainability/unknown-person, sustainability/impossible-load, sustainability/impossible-capacity,
 * sustainability/no-working-time, and those of `compileCalendars`.
 * Time O(tasks x days + people x weeks x 53), space O(person-days).
 * Source: own.
 *
 * @example
 * const days = plannedDays({ people: [{ id: "ana", away: [] }], tasks: [{ itemId: "A", personId: "ana", effortMinutes: 600, from: 20576, to: 20578 }], calendars: [{ id: "office", week: { monday: [{ from: 480, to: 960 }] } }], defaultCalendarId: "office" });
 * days.ok && days.value.filter(({ loadMinutes }) => loadMinutes > 0).map((row) => [row.from, row.loadMinutes, row.capacityMinutes]); // => [[20577, 600, 480]]
 */
export function plannedDays(input: LoadInput): Result<LoadSpan[]> {
  const capacity = compileCapacity(input);
  if (!capacity.ok) return capacity;
  const issues: Issue[] = [...capacity.issues];
  const known = new Set(input.people.map(({ id }) => id));
  const ledger = new LoadLedger();
  input.tasks.forEach((task, index) => {
    const fault = taskIssue(task, index, known);
    if (fault !== undefined) issues.push(fault);
    if (fault !== undefined || task.effortMinutes === 0 || !capacity.value.people.has(task.personId)) return;
    const weight: number[] = [];
    for (let day = task.from; day < task.to; day++) weight.push(capacity.value.present(task.personId, day));
    const all = sumInOrder(weight, 0, weight.length, (minutes) => minutes);
    if (all === 0) {
      const facts = { item: task.itemId, person: task.personId };
      const about = { path: ["tasks", index], subject: [task.itemId], facts };
      issues.push(issue("sustainability/no-working-time", { severity: "warning", ...about }));
    }
    weight.forEach((minutes, offset) => {
      if (minutes > 0) ledger.add(task.personId, task.from + offset, task.itemId, (task.effortMinutes * minutes) / all);
    });
  });
  return ok(ledger.days(capacity.value), issues);
}
