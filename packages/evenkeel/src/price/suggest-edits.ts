import { type Assignment, type CommandDraft, indexPlan, type PlanIndex, type WorkPlan } from "@evenkeel/core";
import { compareText, type Facts, formatDay, type Json, parseDay, weekday } from "@evenkeel/kernel";
import type { SchedulePlanOptions } from "../review/plan-parts.js";
import { schedulePlan } from "../review/schedule-projects.js";
import { applyDrafts } from "./apply-drafts.js";
import { dayOf } from "./price-curve.js";
import type { LaidEffort, PlanSuggestion, Rescheduled } from "./types.js";
import { minutesOver, type Overload, overloads } from "./weeks-over.js";

/** A plan as given and as rescheduled under the limit. */
export interface Weighed {
  readonly planned: Rescheduled;
  readonly kept: Rescheduled;
}

/** A suggestion whose effect is not computed yet. */
interface Draft {
  readonly kind: PlanSuggestion["kind"];
  readonly commands: readonly CommandDraft[];
  readonly facts: Facts;
}

/** Drafts of one kind whose effect is computed, each by two more schedules: fewer where a schedule takes long. */
const mostOfKind = (assignments: number): number => Math.min(4, Math.max(1, Math.floor(10_000 / assignments)));
/** Minutes of a week of someone without work so far, whose contract is not stated. */
const usualWeek = 2400;
/** What is worth saying. */
const leastMinutes = 30;

function mondayOf(text: string): string {
  const parsed = parseDay(dayOf(text), []);
  return parsed.ok ? formatDay(parsed.value - weekday(parsed.value) + 1) : text;
}

/** What the suggestions are looked for in. */
class Surroundings {
  readonly index: PlanIndex;
  /** Work in weeks over the limit, that which adds most to them first. */
  readonly heavy: readonly LaidEffort[];
  readonly #weighed: Weighed;
  readonly #minutes: ReadonlyMap<string, number>;

  constructor(plan: WorkPlan, weighed: Weighed, over: readonly Overload[]) {
    this.index = indexPlan(plan);
    this.#weighed = weighed;
    this.#minutes = new Map(
      weighed.planned.weeks.map(({ week, personId, minutes }) => [`${week} ${personId}`, minutes]),
    );
    const overOf = new Map<string, Overload[]>();
    for (const row of over) overOf.set(row.personId, [...(overOf.get(row.personId) ?? []), row]);
    const adds = (row: LaidEffort): number => {
      const [first, last] = [mondayOf(row.from), mondayOf(row.to)];
      const weeks = (overOf.get(row.personId) ?? []).filter(({ week }) => first <= week && week <= last);
      return Math.min(row.minutes, minutesOver(weeks));
    };
    this.heavy = weighed.planned.effort
      .map((row) => ({ row, minutes: adds(row) }))
      .filter(({ minutes }) => minutes > 0)
      .sort((a, b) => b.minutes - a.minutes || compareText(a.row.assignmentId, b.row.assignmentId))
      .map(({ row }) => row);
  }

  /** Minutes a person has left within the limit in the weeks of some work. */
  #freeOf(personId: string, { from, to }: LaidEffort): number {
    const limit = this.#weighed.kept.limits.find((row) => row.personId === personId)?.minutesPerWeek;
    const full = limit ?? this.index.people.get(personId)?.row.contractMinutesPerWeek ?? usualWeek;
    let free = 0;
    for (let week = mondayOf(from); week <= mondayOf(to); week = mondayOf(nextWeek(week)))
      free += Math.max(0, full - (this.#minutes.get(`${week} ${personId}`) ?? 0));
    return free;
  }

  /** Someone of a team of the person, with the skills the item needs and so much room; who has most of it. */
  helperFor(row: LaidEffort, minutes: number): string | undefined {
    const item = this.index.items.get(row.itemId);
    const needed = item?.row.skills ?? [];
    const busy = new Set(item?.assignments.map(({ personId }) => personId));
    const teams = this.index.people.get(row.personId)?.teams ?? [];
    const mates = [...new Set(teams.flatMap(({ members = [] }) => members.map(({ personId }) => personId)))];
    return mates
      .filter((id) => {
        const person = this.index.people.get(id)?.row;
        const canDoIt = needed.every((skill) => person?.skills?.includes(skill) === true);
        return person !== undefined && person.active !== false && canDoIt && !busy.has(id);
      })
      .map((id) => ({ id, free: this.#freeOf(id, row) }))
      .filter(({ free }) => free >= minutes)
      .sort((a, b) => b.free - a.free || compareText(a.id, b.id))[0]?.id;
  }
}

/** The first drafts of rows, no more than asked for. */
function firstDrafts<Row>(rows: Iterable<Row>, most: number, draftOf: (row: Row) => Draft | undefined): Draft[] {
  const drafts: Draft[] = [];
  for (const row of rows) {
    if (drafts.length >= most) break;
    const draft = draftOf(row);
    if (draft !== undefined) drafts.push(draft);
  }
  return drafts;
}

const itemsOf = (heavy: readonly LaidEffort[]): ReadonlySet<string> => new Set(heavy.map(({ itemId }) => itemId));

function nextWeek(monday: string): string {
  const parsed = parseDay(monday, []);
  return parsed.ok ? formatDay(parsed.value + 7) : monday;
}

/** Start where the limit puts it. */
function delays({ heavy, index }: Surroundings, { planned, kept }: Weighed, most: number): Draft[] {
  const startsOf = ({ items }: Rescheduled): ReadonlyMap<string, string> =>
    new Map(items.map(({ itemId, start }) => [itemId, start]));
  const [given, later] = [startsOf(planned), startsOf(kept)];
  return firstDrafts(itemsOf(heavy), most, (itemId) => {
    const [from, at] = [given.get(itemId) ?? "", later.get(itemId) ?? ""];
    const row = index.items.get(itemId)?.row;
    if (row === undefined || at <= from || row.schedule?.mode === "manual") return undefined;
    const others = (row.constraints ?? []).filter(({ kind }) => kind !== "startNoEarlierThan");
    const constraints = [...others, { kind: "startNoEarlierThan", at }] as unknown as Json;
    const command = { type: "change", table: "items", target: itemId, set: { constraints } };
    return { kind: "delay", commands: [command], facts: { title: row.title, start: dayOf(at), from: dayOf(from) } };
  });
}

const change = (target: string, set: { readonly [field: string]: Json }): CommandDraft => ({
  ...{ type: "change", table: "assignments", target, set },
});

/** What was done stays with who did it; of what remains each takes half. */
function halved(row: Assignment, minutes: number, helper: string): CommandDraft[] {
  const half = minutes / 2;
  const { effortMinutes = minutes + (row.actualEffortMinutes ?? 0), remainingEffortMinutes, units, itemId, role } = row;
  const left = remainingEffortMinutes === undefined ? {} : { remainingEffortMinutes: half };
  const own = { effortMinutes: Math.max(half, effortMinutes - half), ...left };
  const others = { itemId, personId: helper, role, effortMinutes: half, ...(units === undefined ? {} : { units }) };
  return [change(row.id, own), { type: "add", table: "assignments", row: { id: `${row.id}/${helper}`, ...others } }];
}

/** Somebody with room takes the work, or half of it. */
function helped(around: Surroundings, kind: "handOver" | "share", most: number): Draft[] {
  const { index, heavy } = around;
  const name = (id: string): string => index.people.get(id)?.row.name ?? id;
  return firstDrafts(heavy, most, (laid) => {
    const item = index.items.get(laid.itemId);
    const row = item?.assignments.find(({ id }) => id === laid.assignmentId);
    const helper = around.helperFor(laid, kind === "share" ? laid.minutes / 2 : laid.minutes);
    if (item === undefined || row === undefined || helper === undefined) return undefined;
    const commands = kind === "share" ? halved(row, laid.minutes, helper) : [change(row.id, { personId: helper })];
    return { kind, commands, facts: { title: item.row.title, giver: name(laid.personId), helper: name(helper) } };
  });
}

/** Leave out what nothing waits for, nobody was promised and the finish does not hang on. */
function drops({ heavy, index }: Surroundings, plan: WorkPlan, options: SchedulePlanOptions, most: number): Draft[] {
  const { byItem } = schedulePlan(plan, options);
  return firstDrafts(itemsOf(heavy), most, (itemId) => {
    const item = index.items.get(itemId);
    if (item === undefined || byItem.get(itemId)?.isCritical !== false) return undefined;
    const isBegun = (item.row.startedAt ?? item.row.schedule?.actualStart) !== undefined;
    const isWanted = item.outgoing.length > 0 || item.commitments.length > 0 || item.row.deadline !== undefined;
    if (isBegun || isWanted || item.parent?.children.length === 1) return undefined;
    const command = { type: "remove", table: "items", target: itemId, references: "clear" };
    return { kind: "drop", commands: [command], facts: { title: item.row.title } };
  });
}

/**
 * Edits that make a plan lighter: start later, hand over, share, leave out. Each is carried out and the plan rescheduled, as
 * given and under the limit; only those are kept that finish earlier, or ask for less over the limit and finish no later.
 */
export function suggestEdits(
  plan: WorkPlan,
  options: SchedulePlanOptions,
  weighed: Weighed,
  finish: string,
  most: number,
  weigh: (plan: WorkPlan) => Weighed | undefined,
): PlanSuggestion[] {
  const over = overloads(weighed.planned.weeks, weighed.kept.limits);
  if (most <= 0 || over.length === 0) return [];
  const around = new Surroundings(plan, weighed, over);
  const ofKind = mostOfKind(weighed.planned.effort.length);
  const drafts = [
    ...delays(around, weighed, ofKind),
    ...helped(around, "handOver", ofKind),
    ...helped(around, "share", ofKind),
    ...drops(around, plan, options, ofKind),
  ];
  const found = drafts.flatMap(({ kind, commands, facts }, at) => {
    const then = weigh(applyDrafts(plan, commands));
    if (then === undefined) return [];
    const limits = new Map([...weighed.kept.limits, ...then.kept.limits].map((row) => [row.personId, row]));
    const removed = minutesOver(over) - minutesOver(overloads(then.planned.weeks, [...limits.values()]));
    const isEarlier = dayOf(then.kept.finish) < dayOf(finish);
    if (!isEarlier && !(removed >= leastMinutes && then.kept.finish <= finish)) return [];
    const hours = Math.round(removed / 6) / 10;
    const effect = {
      code: `evenkeel/effect-${hours > 0 ? "lighter" : "earlier"}`,
      facts: { hours, finish: dayOf(then.kept.finish) },
    };
    const text = { code: `evenkeel/suggest-${kind}`, facts };
    return [
      { at, suggestion: { kind, commands, finish: then.kept.finish, minutesOverRemoved: removed, text, effect } },
    ];
  });
  found.sort(
    (a, b) =>
      compareText(a.suggestion.finish, b.suggestion.finish) ||
      b.suggestion.minutesOverRemoved - a.suggestion.minutesOverRemoved ||
      a.at - b.at,
  );
  return found.slice(0, most).map(({ suggestion }) => suggestion);
}
