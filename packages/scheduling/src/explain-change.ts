import type { Message } from "@evenkeel/kernel";
import { type ScheduleComparison, traceSlippage } from "./compare-schedules.js";
import type { Cause, CauseKind } from "./slippage.js";

const codes: Record<CauseKind, string> = {
  duration: "duration",
  progress: "progress",
  calendar: "calendar",
  nonWorkingTime: "non-working-time",
  lag: "lag",
  linkAdded: "link-added",
  linkRemoved: "link-removed",
  activityAdded: "activity-added",
  activityRemoved: "activity-removed",
  constraint: "constraint",
  manual: "manual",
  projectStart: "project-start",
  dataDate: "data-date",
  float: "float",
  other: "other",
};

const ofCause = ({ kind, activityId, minutes, predecessor = "" }: Cause): Message => ({
  code: `scheduling/cause-${codes[kind]}`,
  facts: { id: activityId, minutes: Math.abs(minutes), isLater: minutes > 0, predecessor },
});

/**
 * The change of one activity in sentences: what changed, then each share of its move from where it arose.
 *
 * @param comparison - of `compareSchedules`
 * @param id - of an activity
 * @returns messages for `describe` with this package's catalog; shares in elapsed time; empty for an activity that did not change
 *
 * Issues: none.
 * Time O(n), space O(n).
 * Source: own.
 *
 * @example
 * const plan = (minutes) => ({ start: "2026-12-01", activities: [{ id: "a", durationMinutes: minutes }] });
 * const version = (input) => ({ input, schedule: orThrow(schedule(input)) });
 * const comparison = orThrow(compareSchedules(version(plan(240)), version(plan(180))));
 * explainChange(comparison, "a").map((step) => describe(step, en).message); // => ["a finishes on 2026-12-01T11:00, 1 h of working time earlier than 2026-12-01T12:00.", "The duration of a changed: 1 h earlier."]
 */
export function explainChange(comparison: ScheduleComparison, id: string): Message[] {
  const change = comparison.changes.find((each) => each.id === id);
  if (change === undefined) return [];
  const { before, after, finishElapsedMinutes = 0, finishMinutes = 0 } = change;
  if (before === undefined || after === undefined) {
    const { start, finish } = (after ?? before)!;
    return [{ code: `scheduling/change-${change.change}`, facts: { id, start, finish } }];
  }
  const steps: Message[] = [];
  if (finishElapsedMinutes !== 0) {
    const code = `scheduling/change-${finishElapsedMinutes > 0 ? "later" : "earlier"}`;
    steps.push({ code, facts: { id, finish: after.finish, before: before.finish, minutes: Math.abs(finishMinutes) } });
  } else if (change.change === "moved")
    steps.push({ code: "scheduling/change-start", facts: { id, start: after.start, before: before.start } });
  for (const cause of traceSlippage(comparison, id)) steps.push(ofCause(cause));
  if (before.isCritical !== after.isCritical) {
    const code = `scheduling/change-${after.isCritical ? "became" : "no-longer"}-critical`;
    steps.push({ code, facts: { id } });
  }
  return steps;
}
