import type { Message } from "@evenkeel/kernel";
import type { Schedule, ScheduledActivity } from "./types.js";

function reason(row: ScheduledActivity): Message {
  const { driver, id, start } = row;
  const { kind, predecessor, type, lagMinutes = 0, constraint } = driver ?? { kind: "summary" as const };
  const facts = { id, start, finish: row.finish };
  if (kind === "link") {
    const code =
      lagMinutes === 0 ? "scheduling/follows" : lagMinutes > 0 ? "scheduling/follows-after" : "scheduling/overlaps";
    return { code, facts: { ...facts, predecessor: predecessor!, type: type!, lagMinutes: Math.abs(lagMinutes) } };
  }
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
 * Why an activity is where it is: each driving step from it back to what begins the chain, then how far it may slip.
 *
 * @param schedule - of `schedule`
 * @param id - of an activity
 * @returns messages for `describe` with this package's catalog; empty when the schedule has no such activity
 *
 * Issues: none.
 * Time O(n), space O(n).
 * Source: own.
 *
 * @example
 * const s = orThrow(schedule({ start: "2026-12-01", activities: [{ id: "a", durationMinutes: 480 }] }));
 * explain(s, "a").map((step) => describe(step, en).message); // => ["a starts the project on 2026-12-01T08:00.", "a cannot slip without moving the finish."]
 */
export function explain(schedule: Schedule, id: string): Message[] {
  const rows = new Map(schedule.activities.map((row) => [row.id, row]));
  const row = rows.get(id);
  if (row === undefined) return [];
  const steps: Message[] = [];
  for (let at: ScheduledActivity | undefined = row; at !== undefined; at = rows.get(at.driver?.predecessor ?? "")) {
    steps.push(reason(at));
    if (at.driver?.predecessor === undefined) break;
  }
  const total = row.totalFloatMinutes;
  const code = total > 0 ? "scheduling/can-slip" : total === 0 ? "scheduling/cannot-slip" : "scheduling/is-late";
  steps.push({ code, facts: { id, lateFinish: row.lateFinish, minutes: Math.abs(total), free: row.freeFloatMinutes } });
  return steps;
}
