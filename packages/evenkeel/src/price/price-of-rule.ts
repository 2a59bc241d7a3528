import type { WorkPlan } from "@evenkeel/core";
import {
  compareText,
  type Facts,
  type Issue,
  issue,
  type Message,
  ok,
  parseDay,
  type Result,
  refuse,
} from "@evenkeel/kernel";
import { curveOf, dayOf, tryHours } from "./price-curve.js";
import { rescheduler } from "./reschedule.js";
import { suggestEdits, type Weighed } from "./suggest-edits.js";
import type { PersonLimit, Price, PriceOptions, Reschedule, Rescheduled, WeekOverLimit, WorkLimit } from "./types.js";
import { overloads, teamsOf, weeksOverLimit } from "./weeks-over.js";

/** Where nobody has work to be limited. */
const usualWeek = 2400;
const unlimited: readonly WorkLimit[] = [{ minutesPerWeek: Number.POSITIVE_INFINITY }];

/** The contract in the middle: what a full-time week is, whatever few work around the clock. */
function fullTimeOf(contracts: readonly PersonLimit[]): number {
  const sorted = contracts.map(({ contractMinutesPerWeek }) => contractMinutesPerWeek).sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? usualWeek;
}

/** Limits of people for so many minutes of a full-time week: part-time people in proportion, and where all are limited nobody over it. */
function limitsFor(
  contracts: readonly PersonLimit[],
  fullTime: number,
  isStated: boolean,
  isBound: (personId: string) => boolean,
): (minutesPerWeek: number) => WorkLimit[] {
  return (minutesPerWeek) =>
    contracts.map(({ personId, contractMinutesPerWeek: own }) => {
      const share = (isStated ? Math.min(own, fullTime) : own) / fullTime;
      return { personIds: [personId], minutesPerWeek: isBound(personId) ? minutesPerWeek * share : own };
    });
}

interface Told {
  readonly plan: WorkPlan;
  readonly teamId: string | undefined;
  readonly planned: Rescheduled;
  readonly minutesPerWeek: number;
  readonly by: string;
  readonly finish: string;
  readonly needed: number | undefined;
  readonly neededWeeks: readonly WeekOverLimit[];
  readonly plannedWeeks: readonly WeekOverLimit[];
}

/** The price in a sentence. */
function sentence(told: Told): Message {
  const { plan, teamId, planned, minutesPerWeek, by, finish, needed, neededWeeks, plannedWeeks } = told;
  const count = (rows: readonly WeekOverLimit[]): number => new Set(rows.map(({ week }) => week)).size;
  const facts: Facts = { hours: minutesPerWeek / 60, by, finish: dayOf(finish), planned: dayOf(planned.finish) };
  if (planned.weeks.length === 0) return { code: "evenkeel/price-no-effort", facts };
  if (dayOf(finish) <= by) {
    const weeks = count(plannedWeeks);
    return {
      code: weeks > 0 ? "evenkeel/price-avoidable" : "evenkeel/price-none",
      facts: { ...facts, weeks, isEarly: dayOf(finish) < by },
    };
  }
  const names = new Map((plan.teams ?? []).map(({ id, name }) => [id, name]));
  if (needed === undefined) {
    if (dayOf(planned.finish) > by) return { code: "evenkeel/price-beyond-plan", facts };
    if (teamId === undefined) return { code: "evenkeel/price-unpayable", facts };
    return { code: "evenkeel/price-team-alone", facts: { ...facts, team: names.get(teamId) ?? teamId } };
  }
  if (neededWeeks.length === 0) return { code: "evenkeel/price-days", facts: { ...facts, needed: needed / 60 } };
  const ids = [...new Set(neededWeeks.flatMap(({ teamId }) => teamId ?? []))];
  const others = Math.max(0, ...neededWeeks.map(({ teamId, people }) => (teamId === undefined ? people : 0)));
  const who = ids.length === 0 ? "people" : others === 0 ? "teams" : "teams-and-people";
  const asked = { needed: needed / 60, teams: ids.map((id) => names.get(id) ?? id), people: others };
  return { code: `evenkeel/price-${who}`, facts: { ...facts, ...asked, weeks: count(neededWeeks) } };
}

function checkOptions(plan: WorkPlan, { minutesPerWeek, by, teamId }: PriceOptions): Issue[] {
  const issues: Issue[] = [];
  if (minutesPerWeek !== undefined && !(minutesPerWeek > 0 && Number.isFinite(minutesPerWeek)))
    issues.push(
      issue("evenkeel/impossible-limit", { path: ["minutesPerWeek"], facts: { found: String(minutesPerWeek) } }),
    );
  if (by !== undefined) issues.push(...parseDay(by, ["by"]).issues);
  if (teamId !== undefined && plan.teams?.some(({ id }) => id === teamId) !== true)
    issues.push(issue("evenkeel/unknown-team", { path: ["teamId"], subject: [teamId], facts: { team: teamId } }));
  return issues;
}

/** Schedules of one plan for any hours of a full-time week. */
interface Pricing {
  readonly planned: Rescheduled;
  readonly fullTime: number;
  readonly at: (minutesPerWeek: number) => Result<Rescheduled>;
}

function pricing(
  plan: WorkPlan,
  { teamId, minutesPerWeek: stated }: PriceOptions,
  reschedule: Reschedule,
  fullTimeBefore?: number,
): Result<Pricing> {
  const planned = reschedule(unlimited);
  if (!planned.ok) return planned;
  const team = plan.teams?.find(({ id }) => id === teamId);
  const members = new Set(team?.members?.map(({ personId }) => personId));
  const isBound = (personId: string): boolean => team === undefined || members.has(personId);
  const { limits } = planned.value;
  const fullTime = fullTimeBefore ?? fullTimeOf(limits.filter(({ personId }) => isBound(personId)));
  const limitsAt = limitsFor(limits, fullTime, stated !== undefined, isBound);
  return ok({ planned: planned.value, fullTime, at: (minutesPerWeek) => reschedule(limitsAt(minutesPerWeek)) });
}

/**
 * What keeping a limit of weekly hours costs a plan: when it finishes under it, which teams the given dates ask for more in
 * which weeks, how many hours a week would meet the wanted day, the finish for every number of hours tried, and edits that
 * make the plan lighter, each with its computed effect.
 *
 * Every schedule is made by list scheduling, feasible and not optimal: hours found to be needed are enough, fewer might be.
 * Subjects are the plan, its weeks and its teams; nobody is compared with anybody.
 *
 * @param plan - any valid plan; not mutated
 * @param options - the limit, the wanted day, whose hours may grow
 * @returns the price; its `text` says it in a sentence
 *
 * Issues: evenkeel/impossible-limit, evenkeel/unknown-team, kernel/invalid-time-text, kernel/impossible-date, and those
 * of `rescheduler`.
 * Time that of some 15 schedules and 2 more for each of at most 16 edits tried; space that of one of each.
 * Source: own; Graham (1969), "Bounds on multiprocessing timing anomalies", doi:10.1137/0117039, for why more hours may not help.
 *
 * @example
 * const plan = {
 *   formatVersion: 1,
 *   projects: [{ id: "p", name: "Fair", start: "2026-05-04" }],
 *   people: [{ id: "ana", name: "Ana" }],
 *   items: [{ id: "a", title: "Stand", kind: "task", projectId: "p", schedule: { kind: "task", durationMinutes: 2400 } }],
 *   assignments: [{ id: "x", itemId: "a", personId: "ana", role: "responsible", effortMinutes: 3000 }],
 * };
 * describe(orThrow(priceOfRule(plan)).text).message; // => "Finishing by Fri 8 May 2026 needs up to 50 h a week from 1 person, in 1 week; at 40 h it is Tue 12 May 2026."
 */
export function priceOfRule(plan: WorkPlan, options: PriceOptions = {}): Result<Price> {
  const [fault, ...faults] = checkOptions(plan, options);
  if (fault !== undefined) return refuse([fault, ...faults]);
  const make = options.rescheduler ?? rescheduler;
  const made = make(plan, options);
  if (!made.ok) return made;
  const priced = pricing(plan, options, made.value);
  if (!priced.ok) return priced;
  const { planned, fullTime, at } = priced.value;
  const minutesPerWeek = options.minutesPerWeek ?? fullTime;
  const by = options.by ?? dayOf(planned.finish);
  // No hours bring a day before the planned one: then the curve runs on to that.
  const isReachable = compareText(dayOf(planned.finish), by) <= 0;
  const aim = isReachable ? by : dayOf(planned.finish);
  const tried = tryHours(minutesPerWeek, aim, at);
  if (!tried.ok) return tried;
  const kept = tried.value.find((each) => each.minutesPerWeek === minutesPerWeek)!.answer;
  const curve = curveOf(tried.value);
  const { finish } = curve.find((point) => point.minutesPerWeek === minutesPerWeek)!;
  const anomalies = curve.filter((point) => point.computedFinish > point.finish).length;
  const meets = tried.value.find(({ answer }) => dayOf(answer.finish) <= by);
  const teams = teamsOf(plan);
  const over = (answer: Rescheduled): WeekOverLimit[] => weeksOverLimit(overloads(answer.weeks, kept.limits), teams);
  const neededWeeks = meets === undefined || dayOf(finish) <= by ? [] : over(meets.answer);
  const plannedWeeks = over(planned);
  const weigh = (edited: WorkPlan): Weighed | undefined => {
    const again = make(edited, options);
    const each = again.ok ? pricing(edited, options, again.value, fullTime) : again;
    const under = each.ok ? each.value.at(minutesPerWeek) : each;
    return each.ok && under.ok ? { planned: each.value.planned, kept: under.value } : undefined;
  };
  const { teamId } = options;
  const told = { plan, teamId, minutesPerWeek, by, finish, planned, neededWeeks, plannedWeeks };
  return ok(
    {
      minutesPerWeek,
      ...(teamId === undefined ? {} : { teamId }),
      by,
      plannedFinish: planned.finish,
      finish,
      isMet: dayOf(finish) <= by,
      ...(meets === undefined ? {} : { neededMinutesPerWeek: meets.minutesPerWeek }),
      neededWeeks,
      plannedWeeks,
      curve,
      text: sentence({ ...told, needed: meets?.minutesPerWeek }),
      notes: anomalies === 0 ? [] : [{ code: "evenkeel/price-anomaly", facts: { count: anomalies } }],
      suggestions: suggestEdits(plan, options, { planned, kept }, finish, options.mostSuggestions ?? 5, weigh),
      method: kept.method,
      quality: kept.quality,
      ignores: kept.ignores,
    },
    made.issues,
  );
}
