import type { Message } from "@evenkeel/kernel";
import { daysOffBetween } from "./days-off.js";
import type { Schedule, ScheduledActivity, ScheduleInput } from "./types.js";

/** Why a link holds its successor: which end of the predecessor, when, and how much lag or lead. */
function byLink(row: ScheduledActivity, before: ScheduledActivity | undefined): Message {
  const { id, start, finish, driver } = row;
  const { predecessor = "", type = "FS", lagMinutes = 0 } = driver ?? {};
  const byFinish = type[0] === "F";
  const tied = (byFinish ? before?.earlyFinish : before?.earlyStart) ?? "";
  const end = type[1] === "S" ? "starts" : "ends";
  const gap = lagMinutes === 0 ? "" : lagMinutes > 0 ? "-with-lag" : "-with-lead";
  const facts = { id, start, finish, predecessor, type, byFinish, tied, lagMinutes: Math.abs(lagMinutes) };
  return { code: `scheduling/${end}-behind${gap}`, facts };
}

function reason(row: ScheduledActivity, before: ScheduledActivity | undefined): Message {
  const { driver, id, start, isOutside } = row;
  const { kind, constraint } = driver ?? { kind: "summary" as const };
  const facts = { id, start, finish: row.finish };
  if (isOutside === true) return { code: "scheduling/is-elsewhere", facts };
  if (kind === "link") return byLink(row, before);
  if (kind === "constraint")
    return { code: "scheduling/held-by-constraint", facts: { ...facts, constraint: constraint! } };
  const codes = {
    projectStart: "starts-the-project",
    dataDate: "starts-at-data-date",
    actual: "has-started",
    manual: "set-by-hand",
  };
  return { code: `scheduling/${kind === "summary" ? "rolled-up" : codes[kind]}`, facts };
}

/**
 * Why an activity is where it is: each driving step from it back to what begins the chain, with the days off that lie in
 * between, then how far it may slip.
 *
 * @param schedule - of `schedule`
 * @param id - of an activity
 * @param input - what was scheduled; with it, holidays between two activities are named
 * @returns messages for `describe` with this package's catalog; empty when the schedule has no such activity
 *
 * Issues: none.
 * Time O(n), and O(exceptions) a step with the input; space O(n).
 * Source: own.
 *
 * @example
 * const s = orThrow(schedule({ start: "2026-12-01", activities: [{ id: "a", durationMinutes: 480 }] }));
 * explain(s, "a").map((step) => describe(step, en).message); // => ["a starts the project on Tue 1 Dec 2026, 08:00.", "a cannot slip without moving the finish."]
 */
export function explain(schedule: Schedule, id: string, input?: ScheduleInput): Message[] {
  const rows = new Map(schedule.activities.map((row) => [row.id, row]));
  const row = rows.get(id);
  if (row === undefined) return [];
  const steps: Message[] = [];
  for (let at: ScheduledActivity | undefined = row; at !== undefined; ) {
    const before: ScheduledActivity | undefined = rows.get(at.driver?.predecessor ?? "");
    const step = reason(at, before);
    steps.push(step);
    const { tied } = step.facts;
    if (input !== undefined && typeof tied === "string")
      steps.push(...daysOffBetween(input, at.id, tied, at.earlyStart));
    at = before;
  }
  const total = row.totalFloatMinutes;
  const code = total > 0 ? "scheduling/can-slip" : total === 0 ? "scheduling/cannot-slip" : "scheduling/is-late";
  steps.push({ code, facts: { id, lateFinish: row.lateFinish, minutes: Math.abs(total), free: row.freeFloatMinutes } });
  return steps;
}
