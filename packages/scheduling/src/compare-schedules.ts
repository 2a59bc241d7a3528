import { workBetween, type ZoneRules } from "@evenkeel/calendar";
import { type Issue, ok, type Result, refuse } from "@evenkeel/kernel";
import { type PlanVersion, type ReadVersion, readVersion, type Span } from "./plan-version.js";
import { type Cause, type Movement, movementOf, sharesAt } from "./slippage.js";

/** How one activity differs between two versions. Minutes are positive where it is later now. */
export interface ActivityChange {
  readonly id: string;
  readonly change: "added" | "removed" | "moved" | "criticality";
  readonly before?: { readonly start: string; readonly finish: string; readonly isCritical: boolean };
  readonly after?: { readonly start: string; readonly finish: string; readonly isCritical: boolean };
  /** Of an activity in both: working minutes on its calendar as it is now, and elapsed minutes. */
  readonly startMinutes?: number;
  readonly finishMinutes?: number;
  readonly startElapsedMinutes?: number;
  readonly finishElapsedMinutes?: number;
  /** What moved it. */
  readonly movement?: Movement;
  /** Of all that moved its finish (its start, where only that moved), here or at what it follows, the largest share the same way. */
  readonly root?: Cause;
}

/** The difference between two schedules. */
export interface ScheduleComparison {
  /** Working minutes on the project's calendar as it is now, and elapsed minutes, by which the finish of the project moved. */
  readonly finishMinutes: number;
  readonly finishElapsedMinutes: number;
  /** Activities that differ, in the order of the schedule after, then those that were removed. */
  readonly changes: readonly ActivityChange[];
  readonly unchanged: number;
}

/** The end that a change is explained by. */
const endOf = ({ finishElapsedMinutes }: ActivityChange): keyof Span =>
  finishElapsedMinutes === 0 ? "start" : "finish";

const stronger = (a: Cause | undefined, b: Cause | undefined, sign: number): Cause | undefined => {
  if (a === undefined || b === undefined) return a ?? b;
  return b.minutes * sign > a.minutes * sign ? b : a;
};

/** The largest share the same way as the move, per activity and end, along what each follows. */
function findRoots(
  movements: ReadonlyMap<string, Movement>,
): (id: string, end: keyof Span, sign: number) => Cause | undefined {
  const known = new Map<string, Cause | undefined>();
  return (id, end, sign) => {
    const walk: { id: string; end: keyof Span; key: string }[] = [];
    const seen = new Set<string>();
    let best: Cause | undefined;
    for (let at: { id: string; end: keyof Span } | undefined = { id, end }; at !== undefined; ) {
      const key = `${sign} ${at.end} ${at.id}`;
      if (known.has(key)) {
        best = known.get(key);
        break;
      }
      const movement = movements.get(at.id);
      if (movement === undefined || seen.has(key)) break;
      seen.add(key);
      walk.push({ ...at, key });
      at = movement.via;
    }
    for (const step of walk.reverse()) {
      const own = sharesAt(movements.get(step.id)!, step.end).filter((cause) => cause.minutes * sign > 0);
      best = own.reduce((most, cause) => stronger(most, cause, sign), best);
      known.set(step.key, best);
    }
    return best;
  };
}

function changeOf(id: string, before: ReadVersion, after: ReadVersion): Omit<ActivityChange, "root"> | undefined {
  const [old, now] = [before.rows.get(id), after.rows.get(id)];
  const shown = (row: typeof old) =>
    row === undefined ? undefined : { start: row.start, finish: row.finish, isCritical: row.isCritical };
  if (old === undefined) return { id, change: "added", after: shown(now)! };
  if (now === undefined) return { id, change: "removed", before: shown(old)! };
  const [was, is] = [before.spans.get(id)!, after.spans.get(id)!];
  const isMoved = was.start !== is.start || was.finish !== is.finish;
  if (!isMoved && old.isCritical === now.isCritical) return undefined;
  const calendar = after.calendarOf(id);
  return {
    id,
    change: isMoved ? "moved" : "criticality",
    before: shown(old)!,
    after: shown(now)!,
    startMinutes: workBetween(calendar, was.start, is.start) / 10,
    finishMinutes: workBetween(calendar, was.finish, is.finish) / 10,
    startElapsedMinutes: (is.start - was.start) / 10,
    finishElapsedMinutes: (is.finish - was.finish) / 10,
    ...(isMoved ? { movement: movementOf(id, before, after) } : {}),
  };
}

/**
 * What changed between two schedules of a plan, and why each date moved.
 *
 * A later date is followed along the links that drive it now, an earlier one along those that drove it then, back to
 * where the move arose: a duration, progress, a lag, a link or activity added or removed, a constraint, the calendar, the
 * data date. Shares of one move add up to it exactly (`traceSlippage`); `float` is what slack took away again. The root
 * is the largest share, not the only one. What two causes do only together is told of the one that drives.
 *
 * @param before - input and its schedule
 * @param after - input and its schedule
 * @param zoneRules - as the schedules were made with
 * @returns the activities that differ
 *
 * Issues: those of the calendars and of time texts, with `before` or `after` first in their path.
 * Time O(n log n + m), space O(n + m).
 * Source: own; windows analysis by drivers after AACE International (2011), recommended practice 29R-03, "Forensic
 * schedule analysis" (observational, contemporaneous).
 *
 * @example
 * const plan = (minutes) => ({ start: "2026-12-01", activities: [{ id: "a", durationMinutes: minutes }, { id: "b", durationMinutes: 60 }], links: [{ predecessor: "a", successor: "b" }] });
 * const version = (input) => ({ input, schedule: orThrow(schedule(input)) });
 * const { changes } = orThrow(compareSchedules(version(plan(480)), version(plan(960))));
 * changes.map((change) => [change.id, change.finishMinutes, change.root.kind, change.root.activityId]); // => [ [ "a", 480, "duration", "a" ], [ "b", 480, "duration", "a" ] ]
 */
export function compareSchedules(
  before: PlanVersion,
  after: PlanVersion,
  zoneRules?: ZoneRules,
): Result<ScheduleComparison> {
  const issues: Issue[] = [];
  const was = readVersion(before, "before", zoneRules, issues);
  const is = readVersion(after, "after", zoneRules, issues);
  if (was === undefined || is === undefined || issues.some(({ severity }) => severity === "error"))
    return refuse(issues as [Issue, ...Issue[]]);
  const ids = [...is.rows.keys(), ...[...was.rows.keys()].filter((id) => !is.rows.has(id))];
  const found = ids.flatMap((id) => changeOf(id, was, is) ?? []);
  const movements = new Map(
    found.flatMap(({ id, movement }) => (movement === undefined ? [] : [[id, movement] as const])),
  );
  const rootOf = findRoots(movements);
  const changes = found.map((change): ActivityChange => {
    if (change.movement === undefined) return change;
    const end = endOf(change);
    const move = end === "finish" ? change.finishElapsedMinutes! : change.startElapsedMinutes!;
    const root = rootOf(change.id, end, Math.sign(move));
    return root === undefined ? change : { ...change, root };
  });
  const last = ({ spans }: ReadVersion): number => {
    let finish = Number.NEGATIVE_INFINITY;
    for (const span of spans.values()) finish = Math.max(finish, span.finish);
    return finish;
  };
  const [from, to] = [last(was), last(is)];
  const isDated = was.spans.size > 0 && is.spans.size > 0;
  return ok(
    {
      finishMinutes: isDated ? workBetween(is.usual, from, to) / 10 : 0,
      finishElapsedMinutes: isDated ? (to - from) / 10 : 0,
      changes,
      unchanged: ids.length - found.length,
    },
    issues,
  );
}

/**
 * All shares in the move of an activity's finish (its start, where only that moved), from what it follows down to itself.
 *
 * @param comparison - of `compareSchedules`
 * @param id - of an activity that moved
 * @returns causes; their minutes add up to the elapsed move. Empty where the activity did not move
 *
 * Issues: none.
 * Time O(n), space O(n).
 * Source: own.
 *
 * @example
 * const plan = (minutes) => ({ start: "2026-12-01", activities: [{ id: "a", durationMinutes: minutes }, { id: "b", durationMinutes: 60 }], links: [{ predecessor: "a", successor: "b" }] });
 * const version = (input) => ({ input, schedule: orThrow(schedule(input)) });
 * traceSlippage(orThrow(compareSchedules(version(plan(240)), version(plan(360)))), "b").map((cause) => [cause.kind, cause.minutes]); // => [ [ "duration", 180 ], [ "nonWorkingTime", -60 ] ]
 */
export function traceSlippage({ changes }: ScheduleComparison, id: string): Cause[] {
  const byId = new Map(changes.map((change) => [change.id, change]));
  const change = byId.get(id);
  if (change?.movement === undefined) return [];
  const causes: Cause[] = [];
  const seen = new Set<string>();
  for (let at: { id: string; end: keyof Span } | undefined = { id, end: endOf(change) }; at !== undefined; ) {
    const movement: Movement | undefined = byId.get(at.id)?.movement;
    const key = `${at.end} ${at.id}`;
    if (movement === undefined || seen.has(key)) break;
    seen.add(key);
    causes.push(...sharesAt(movement, at.end));
    at = movement.via;
  }
  return causes.reverse();
}
