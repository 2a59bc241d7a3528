import { addWork, endOfTime, nextWorkingTime } from "@evenkeel/calendar";
import type { WorkPlan } from "@evenkeel/core";
import { compareText, type Issue, issue, type Message, ok, type Result, refuse } from "@evenkeel/kernel";
import type { SchedulePlanOptions } from "../review/plan-parts.js";
import { type CompiledWork, compileWork } from "./compile-work.js";
import { type ListSchedule, listSchedule } from "./list-schedule.js";
import type { LaidEffort, Reschedule, Rescheduled, RescheduledItem, WorkLimit } from "./types.js";
import { weeksOfWork } from "./weeks-of-work.js";
import type { Worker } from "./workers.js";

/** Minutes a week by person; absent = by contract. */
function limitsByPerson(plan: WorkPlan, limits: readonly WorkLimit[], issues: Issue[]): ReadonlyMap<string, number> {
  const people = (plan.people ?? []).map(({ id }) => id);
  const known = new Set(people);
  const byPerson = new Map<string, number>();
  limits.forEach(({ minutesPerWeek, personIds, teamId }, at) => {
    const path = ["limits", at];
    if (!(minutesPerWeek > 0))
      issues.push(issue("evenkeel/impossible-limit", { path, facts: { found: String(minutesPerWeek) } }));
    const team = teamId === undefined ? undefined : plan.teams?.find(({ id }) => id === teamId);
    if (teamId !== undefined && team === undefined)
      issues.push(issue("evenkeel/unknown-team", { path, subject: [teamId], facts: { team: teamId } }));
    for (const id of personIds ?? [])
      if (!known.has(id)) issues.push(issue("evenkeel/unknown-person", { path, subject: [id], facts: { person: id } }));
    const members = teamId === undefined ? [] : (team?.members ?? []).map(({ personId }) => personId);
    const bound = teamId === undefined && personIds === undefined ? people : [...(personIds ?? []), ...members];
    for (const id of bound) byPerson.set(id, Math.min(minutesPerWeek, byPerson.get(id) ?? minutesPerWeek));
  });
  return byPerson;
}

function itemsOf(work: CompiledWork, { start, finish }: ListSchedule): RescheduledItem[] {
  return work.listed.map(({ node, row, isBegun, write }): RescheduledItem => {
    const { id: itemId, start: plannedStart, finish: plannedFinish } = row;
    return {
      itemId,
      start: isBegun || start[node] === work.start[node] ? plannedStart : write(start[node]!),
      finish: finish[node] === work.finish[node] ? plannedFinish : write(finish[node]!),
      plannedStart,
      plannedFinish,
    };
  });
}

function effortOf({ jobs, origin }: CompiledWork, { pieces }: ListSchedule): LaidEffort[] {
  return jobs.flatMap(({ assignmentId, itemId, worker: { id: personId, calendar }, write }, at) => {
    const own = pieces[at]!;
    const laid: LaidEffort[] = [];
    for (let k = 0; k < own.length; k += 3) {
      const from = nextWorkingTime(calendar, addWork(calendar, origin, Math.floor(own[k]! + 1e-6)));
      const to = addWork(calendar, origin, Math.ceil(own[k + 1]! - 1e-6));
      laid.push({ assignmentId, itemId, personId, from: write(from), to: write(to), minutes: own[k + 2]! / 10 });
    }
    return laid;
  });
}

function ignoredBy({ unlaid }: CompiledWork): Message[] {
  const code = (name: string): Message => ({ code: `evenkeel/ignores-${name}`, facts: {} });
  const others = unlaid === 0 ? [] : [{ code: "evenkeel/ignores-assignments", facts: { count: unlaid } }];
  return [code("other-people"), code("splits"), code("days-of-week"), code("item-calendars"), code("spans"), ...others];
}

function toRescheduled(work: CompiledWork, list: ListSchedule, limitOf: (worker: Worker) => number): Rescheduled {
  const items = itemsOf(work, list);
  const extreme = (of: (row: RescheduledItem) => string, isLast: boolean): string =>
    items.reduce((found, row) => (found === "" || of(row) > found === isLast ? of(row) : found), "");
  return {
    start: extreme(({ start }) => start, false),
    finish: extreme(({ finish }) => finish, true),
    plannedFinish: extreme(({ plannedFinish }) => plannedFinish, true),
    items,
    effort: effortOf(work, list),
    weeks: weeksOfWork(work, list.pieces),
    limits: [...work.workers.values()]
      .map((worker) => ({
        personId: worker.id,
        minutesPerWeek: limitOf(worker),
        contractMinutesPerWeek: worker.contractMinutes,
      }))
      .sort((a, b) => compareText(a.personId, b.personId)),
    method: "serial list scheduling",
    quality: "feasible, not optimal",
    ignores: ignoredBy(work),
  };
}

/**
 * A plan made ready to be rescheduled under limits of weekly hours, again and again.
 *
 * One pass of serial list scheduling each time: items in the order of the given schedule's early start, then least total
 * float, rank, id; each starts when its links allow it and its people have room, and its effort runs at most at the rate
 * the given schedule has it, at most at what the limit leaves. No item starts earlier than in the given schedule. Without
 * limits its dates are the given ones, where the effort fits between them. It is feasible, not optimal: another order may
 * finish earlier, and says in `ignores` what it leaves out.
 *
 * @param plan - any valid plan; not mutated
 * @param options - as `schedulePlan` takes them
 * @returns a function of limits; a person several limits name keeps the least, one that none names their contract
 *
 * Issues: of the function: evenkeel/impossible-limit, evenkeel/unknown-team, evenkeel/unknown-person,
 * evenkeel/never-finished; with it: evenkeel/nothing-scheduled, evenkeel/no-planned-effort, evenkeel/assumed-utc, and those of `schedulePlan`.
 * Time O((n + m) log n + jobs x stretches of a person's time passed) a call, space the same.
 * Source: Kolisch (1996), "Serial and parallel resource-constrained project scheduling methods revisited",
 * doi:10.1016/0377-2217(95)00357-6; Graham (1969), "Bounds on multiprocessing timing anomalies", doi:10.1137/0117039.
 *
 * @example
 * const plan = {
 *   formatVersion: 1,
 *   projects: [{ id: "p", name: "Fair", start: "2026-05-04" }],
 *   people: [{ id: "ana", name: "Ana" }],
 *   items: [{ id: "a", title: "Stand", kind: "task", projectId: "p", schedule: { kind: "task", durationMinutes: 2400 } }],
 *   assignments: [{ id: "x", itemId: "a", personId: "ana", role: "responsible", effortMinutes: 2400 }],
 * };
 * const reschedule = orThrow(rescheduler(plan));
 * [2400, 1200].map((minutesPerWeek) => orThrow(reschedule([{ minutesPerWeek }])).finish); // => ["2026-05-08T17:00", "2026-05-15T17:00"]
 */
export function rescheduler(plan: WorkPlan, options: SchedulePlanOptions = {}): Result<Reschedule> {
  const work = compileWork(plan, options);
  if (work.parts.length === 0)
    return refuse([issue("evenkeel/nothing-scheduled", { path: ["items"] }), ...work.issues]);
  const reschedule: Reschedule = (limits) => {
    const issues: Issue[] = [];
    const byPerson = limitsByPerson(plan, limits, issues);
    const [fault, ...others] = issues;
    if (fault !== undefined) return refuse([fault, ...others]);
    const limitOf = ({ id, contractMinutes }: Worker): number => byPerson.get(id) ?? contractMinutes;
    const list = listSchedule(work, (worker) => (limitOf(worker) * 10) / worker.fullWeek);
    const lost = work.itemIds.filter((id, node) => id !== "" && list.finish[node]! >= endOfTime);
    if (lost.length > 0)
      return refuse([issue("evenkeel/never-finished", { path: ["items"], subject: lost, facts: { items: lost } })]);
    return ok(toRescheduled(work, list, limitOf));
  };
  return ok(reschedule, work.issues);
}

/**
 * Reschedules a plan so that nobody works more hours a week than the limits say.
 *
 * See `rescheduler`, which does the same for many limits.
 *
 * @param plan - any valid plan; not mutated
 * @param limits - none = everybody's contract, else the full week of their calendar
 * @param options - as `schedulePlan` takes them
 * @returns dates by item, where the effort lies, what each week asks of each person, and what was left out of account
 *
 * Issues: those of `rescheduler` and of its function.
 * Time O((n + m) log n + jobs x stretches of a person's time passed), space the same.
 * Source: see `rescheduler`.
 *
 * @example
 * reschedule({ formatVersion: 1 }, []).issues.map(({ code }) => code); // => ["evenkeel/nothing-scheduled"]
 */
export function reschedule(
  plan: WorkPlan,
  limits: readonly WorkLimit[] = [],
  options: SchedulePlanOptions = {},
): Result<Rescheduled> {
  const made = rescheduler(plan, options);
  if (!made.ok) return made;
  const result = made.value(limits);
  return result.ok ? ok(result.value, made.issues) : result;
}
