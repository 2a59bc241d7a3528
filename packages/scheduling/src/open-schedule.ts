import type { ZoneRules } from "@evenkeel/calendar";
import { issue, ok, type Result, refuse } from "@evenkeel/kernel";
import { applyEdits } from "./apply-edits.js";
import { type CompiledSchedule, compileSchedule } from "./compile-schedule.js";
import { LiveSchedule } from "./live-schedule.js";
import { runPasses } from "./run-passes.js";
import { beyondTime } from "./schedule.js";
import type { Schedule, ScheduleChange, ScheduledActivity, ScheduleEdit, ScheduleInput } from "./types.js";

/** A schedule that is kept up to date while its plan is edited. */
export interface OpenSchedule {
  /** All rows. */
  readonly schedule: () => Schedule;
  /** One row, without making the others; undefined where it has no dates. Summaries are in `schedule()` alone. */
  readonly activity: (id: string) => ScheduledActivity | undefined;
  /** Carries out edits, all or none, and says what moved. */
  readonly edit: (...edits: readonly ScheduleEdit[]) => Result<ScheduleChange>;
  /** Takes the last edit back; the same dates as before, to the tick. */
  readonly undo: () => Result<ScheduleChange>;
  /** A schedule of its own on the plan as it is now, for what-if; what is done to it leaves this one alone. */
  readonly branch: () => OpenSchedule;
  /** The plan as it is now. */
  readonly input: () => ScheduleInput;
}

/** Compiles and passes from scratch. */
function computed(input: ScheduleInput, zoneRules: ZoneRules | undefined): Result<LiveSchedule> {
  const compiled: Result<CompiledSchedule> = compileSchedule(input, zoneRules);
  if (!compiled.ok) return compiled;
  const passes = runPasses(compiled.value.network);
  const lost = beyondTime(compiled.value, passes);
  if (lost !== undefined) return refuse([lost, ...compiled.issues]);
  return ok(new LiveSchedule(compiled.value, passes), compiled.issues);
}

function opened(first: LiveSchedule, zoneRules: ZoneRules | undefined, sharesFirst: boolean): OpenSchedule {
  let live = first;
  let isShared = sharesFirst;
  const done: (readonly ScheduleEdit[])[] = [];

  const carryOut = (
    edits: readonly ScheduleEdit[],
  ): Result<ScheduleChange & { readonly inverse: readonly ScheduleEdit[] }> => {
    if (isShared) {
      live = live.fork();
      isShared = false;
    }
    const quick = live.edit(edits, zoneRules);
    if (quick !== undefined) return quick;
    const before = live;
    const changed = applyEdits(before.input(), edits);
    if (!changed.ok) return changed;
    const next = computed(changed.value.input, zoneRules);
    if (!next.ok) return next;
    live = next.value;
    return ok({ ...live.since(before), inverse: changed.value.inverse }, next.issues);
  };

  const shown = (
    result: Result<ScheduleChange & { readonly inverse: readonly ScheduleEdit[] }>,
  ): Result<ScheduleChange> => {
    if (!result.ok) return result;
    const { inverse: _inverse, ...change } = result.value;
    return ok(change, result.issues);
  };

  return {
    schedule: () => live.schedule(),
    activity: (id) => live.activity(id),
    input: () => live.input(),
    edit: (...edits) => {
      const result = carryOut(edits);
      if (result.ok) done.push(result.value.inverse);
      return shown(result);
    },
    undo: () => {
      const last = done.pop();
      return last === undefined ? refuse([issue("scheduling/nothing-to-undo", { facts: {} })]) : shown(carryOut(last));
    },
    branch: () => {
      isShared = true;
      return opened(live, zoneRules, true);
    },
  };
}

/**
 * Opens a plan for edits: each edit computes again what depends on it, no more, with the dates of a computation from scratch.
 *
 * Edits of durations, constraints, progress, calendars of activities, lags, and links between activities take time by what
 * they move. Edits that add or remove activities, touch summaries, calendars or the project, make or break a circle, and all
 * edits of plans with as-late-as-possible activities or levels of effort compute everything again.
 *
 * @param input - plain data; not mutated
 * @param zoneRules - as for `schedule`
 * @returns the open schedule
 *
 * Issues: of opening and editing those of `schedule`; of edits scheduling/unknown-edit-target, which refuses; of `undo` scheduling/nothing-to-undo.
 * Time of an edit O(k log n) for k activities and links looked at, else O(n + m); space O(n + m); a branch shares all until one side is edited.
 * Source: own; order kept as in Pearce and Kelly (2006), "A dynamic topological sort algorithm for directed acyclic graphs", doi:10.1145/1187436.1210590.
 *
 * @example
 * const open = orThrow(openSchedule({ start: "2026-12-01", activities: [{ id: "a", durationMinutes: 480 }] }));
 * orThrow(open.edit({ kind: "putActivity", activity: { id: "a", durationMinutes: 960 } })).finish.after; // => "2026-12-02T17:00"
 * orThrow(open.undo()).finish.after; // => "2026-12-01T17:00"
 */
export function openSchedule(input: ScheduleInput, zoneRules?: ZoneRules): Result<OpenSchedule> {
  const first = computed(input, zoneRules);
  return first.ok ? ok(opened(first.value, zoneRules, false), first.issues) : first;
}
