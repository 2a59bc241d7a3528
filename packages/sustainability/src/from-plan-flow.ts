import { type AwayPeriod, intlZoneRules, standardCalendar, type ZoneRules } from "@evenkeel/calendar";
import {
  onTimeLine,
  openItems,
  orderEvents,
  replayItems,
  type WorkHistory,
  type WorkPlan,
  type WorkRecords,
} from "@evenkeel/core";
import type { ItemOwner, SkillInput } from "./concentration/types.js";
import type { HandoffRow, HeldItem, Touch, TypedEffort } from "./flow/types.js";
import { type LocalDay, localDays } from "./focus/local-day.js";
import type { PersonSpan } from "./focus/types.js";
import { type WorkingDayInput, workingDays } from "./focus/working-days.js";
import type { LeaveDay, LeaveEntitlement } from "./leave/types.js";
import { isDay } from "./load/capacity.js";
import type { ActualLoadInput, WorkedTime } from "./load/types.js";
import type { Rota } from "./on-call/types.js";
import type { LoadInput, SustainabilityInput } from "./types.js";

const millisPerDay = 86_400_000;
const owning = new Set(["accountable", "responsible", "driver"]);
const worked = new Set(["actual", "onCallActive", "travel"]);

/** What the documents do not hold, or what is to be read in another way. */
export interface FlowOptions {
  /** Default: the engine's own (`intlZoneRules`). */
  readonly zoneRules?: ZoneRules;
  /** Meetings from calendars; absent = focus is unknown. */
  readonly meetings?: readonly PersonSpan[];
  /** Days of leave people have a right to; absent = leave not taken is unknown. */
  readonly entitlements?: readonly LeaveEntitlement[];
}

/** Time away of a person, in days. */
export function awayOf(person: NonNullable<WorkPlan["people"]>[number]): LoadInput["people"][number]["away"] {
  return (person.away ?? []).flatMap(({ from, to, share }) => {
    const [start, end] = [onTimeLine(from), onTimeLine(to, true)];
    if (start === undefined || end === undefined) return [];
    return [{ from: Math.floor(start / millisPerDay), to: Math.ceil(end / millisPerDay), share: share ?? 1 }];
  });
}

/** Open items that are begun, by the plan or by history. */
export function activeItems(plan: WorkPlan, now: number, history?: WorkHistory): Set<string> {
  const started = new Set(
    history === undefined
      ? []
      : replayItems(plan, history, now).flatMap(({ id, startedAt }) => (startedAt === undefined ? [] : [id])),
  );
  return new Set(
    openItems(plan).flatMap(({ id, startedAt, schedule }) =>
      started.has(id) || startedAt !== undefined || schedule?.actualStart !== undefined ? [id] : [],
    ),
  );
}

function heldItemsOf(plan: WorkPlan, now: number, active: ReadonlySet<string>): HeldItem[] {
  const today = Math.floor(now / millisPerDay);
  const projects = new Map((plan.items ?? []).map(({ id, projectId }) => [id, projectId]));
  return (plan.assignments ?? []).flatMap(({ personId, itemId, role }): HeldItem[] => {
    if (personId === undefined || !owning.has(role) || !active.has(itemId)) return [];
    const projectId = projects.get(itemId);
    return [{ personId, itemId, from: today, to: today + 1, ...(projectId === undefined ? {} : { projectId }) }];
  });
}

function handoffsOf(plan: WorkPlan, open: ReadonlySet<string>): HandoffRow[] {
  const people = new Set((plan.people ?? []).map(({ id }) => id));
  return (plan.dependencies ?? []).flatMap(({ id, predecessorId, handoff }): HandoffRow[] => {
    const when = handoff?.promisedBy ?? handoff?.neededBy;
    const at = when === undefined ? undefined : onTimeLine(when);
    if (handoff === undefined || at === undefined || !open.has(predecessorId)) return [];
    const { from, to } = handoff;
    return [
      {
        id,
        day: Math.floor(at / millisPerDay),
        ...(from === undefined || !people.has(from) ? {} : { giver: from }),
        ...(to === undefined || !people.has(to) ? {} : { receiver: to }),
      },
    ];
  });
}

function effortsOf(plan: WorkPlan, open: ReadonlySet<string>): TypedEffort[] {
  const types = new Map((plan.items ?? []).map(({ id, workType }) => [id, workType]));
  return (plan.assignments ?? []).flatMap((row): TypedEffort[] => {
    const minutes =
      row.remainingEffortMinutes ??
      (row.effortMinutes === undefined ? undefined : Math.max(0, row.effortMinutes - (row.actualEffortMinutes ?? 0)));
    if (minutes === undefined || !open.has(row.itemId)) return [];
    const workType = types.get(row.itemId);
    return [{ itemId: row.itemId, minutes, ...(workType === undefined ? {} : { workType }) }];
  });
}

function skillsOf(plan: WorkPlan, open: ReadonlySet<string>): SkillInput {
  return {
    people: (plan.people ?? []).flatMap(({ id: personId, skills = [], active }) =>
      active === false ? [] : [{ personId, skills }],
    ),
    items: (plan.items ?? []).flatMap(({ id: itemId, skills = [] }) => (open.has(itemId) ? [{ itemId, skills }] : [])),
  };
}

function ownersOf(plan: WorkPlan, open: ReadonlySet<string>): ItemOwner[] {
  const projects = new Map((plan.items ?? []).map(({ id, projectId }) => [id, projectId]));
  return (plan.assignments ?? []).flatMap(({ itemId, personId, role }): ItemOwner[] => {
    if (personId === undefined || !owning.has(role) || !open.has(itemId)) return [];
    const projectId = projects.get(itemId);
    return [{ itemId, personId, ...(projectId === undefined ? {} : { projectId }) }];
  });
}

function touchesOf(plan: WorkPlan, history: WorkHistory, zoneRules: ZoneRules): Touch[] {
  const zones = new Map((plan.people ?? []).map(({ id, zone }) => [id, zone]));
  const dayOf = localDays(zoneRules);
  return orderEvents(history).flatMap(({ id, at, subject, actor, source }): Touch[] => {
    const instant = onTimeLine(at);
    if (subject.table !== "items" || actor === undefined || source !== "exact" || instant === undefined) return [];
    const day = dayOf(instant, zones.get(actor));
    return [{ id, personId: actor, itemId: subject.id, day, at: instant }];
  });
}

/** Rows of the records as spans; those whose ends are no times are left to the schema to name. */
function spansOf(rows: readonly { id: string; personId: string; from: string; to: string }[]): PersonSpan[] {
  return rows.flatMap(({ id, personId, from, to }) => {
    const [start, end] = [onTimeLine(from), onTimeLine(to)];
    return start === undefined || end === undefined ? [] : [{ id, personId, from: start, to: end }];
  });
}

function calendarsOf(plan: WorkPlan): Pick<LoadInput, "calendars" | "defaultCalendarId"> {
  const projectCalendar = plan.projects?.find(({ calendarId }) => calendarId !== undefined)?.calendarId;
  return {
    calendars: [standardCalendar, ...(plan.calendars ?? []).filter(({ id }) => id !== standardCalendar.id)],
    defaultCalendarId: projectCalendar ?? standardCalendar.id,
  };
}

function dayInput(plan: WorkPlan, zoneRules: ZoneRules, withAway: boolean): WorkingDayInput {
  return {
    people: (plan.people ?? []).map(({ id, calendarId, zone, away }) => ({
      id,
      ...(calendarId === undefined ? {} : { calendarId }),
      ...(zone === undefined ? {} : { zone }),
      ...(withAway && away !== undefined ? { away: away as readonly AwayPeriod[] } : {}),
    })),
    ...calendarsOf(plan),
    zoneRules,
  };
}

function rotaOf({ onCallShifts = [], incidents = [] }: WorkRecords): Rota {
  const shifts = spansOf(onCallShifts);
  return {
    shifts,
    incidents: incidents.flatMap(({ id, personId, at }) => {
      const instant = onTimeLine(at);
      return instant === undefined ? [] : [{ id, at: instant, ...(personId === undefined ? {} : { personId }) }];
    }),
    from: shifts.reduce((first, { from }) => Math.min(first, from), Number.POSITIVE_INFINITY),
    to: shifts.reduce((last, { to }) => Math.max(last, to), Number.NEGATIVE_INFINITY),
  };
}

/** Working days of annual leave; a row of more than a year is none. */
function leaveDaysOf(plan: WorkPlan, { leave = [] }: WorkRecords, zoneRules: ZoneRules): LeaveDay[] {
  const rows = leave.flatMap(({ id, personId, from, to, kind }) => {
    const [start, end] = [onTimeLine(from), onTimeLine(to, true)];
    const fair = start !== undefined && end !== undefined && end - start <= 366 * millisPerDay;
    return kind === "annual" && fair ? [{ id, personId, from: start / millisPerDay, to: end / millisPerDay }] : [];
  });
  const noons = rows.flatMap(({ personId, from, to }) => {
    const days: { personId: string; at: number }[] = [];
    for (let day = from; day < to; day++) days.push({ personId, at: (day + 0.5) * millisPerDay });
    return days;
  });
  const days = workingDays(dayInput(plan, zoneRules, false), noons);
  const working = new Set(
    (days.ok ? days.value : []).flatMap((row) => (row.working.length > 0 ? [`${row.day}\n${row.personId}`] : [])),
  );
  return rows.flatMap(({ id, personId, from, to }) => {
    const found: LeaveDay[] = [];
    for (let day = from; day < to; day++)
      if (working.has(`${day}\n${personId}`)) found.push({ id, personId, day, share: 1 });
    return found;
  });
}

function recordsPart(
  plan: WorkPlan,
  records: WorkRecords,
  now: number,
  { zoneRules = intlZoneRules(), meetings, entitlements }: FlowOptions,
): Partial<SustainabilityInput> {
  const workSpans = spansOf((records.workIntervals ?? []).filter(({ kind }) => worked.has(kind)));
  const contacts = (records.contactEvents ?? []).flatMap(({ id, personId, at }) => {
    const instant = onTimeLine(at);
    return instant === undefined ? [] : [{ id, personId, at: instant }];
  });
  const recorded = [
    ...[...workSpans, ...(meetings ?? [])].flatMap(({ personId, from, to }) => [
      { personId, at: from },
      { personId, at: Math.max(from, to - 1) },
    ]),
    ...contacts,
  ];
  const days = workingDays(dayInput(plan, zoneRules, true), recorded);
  return {
    ...(days.ok && recorded.length > 0 ? { workingDays: days.value } : {}),
    ...(records.workIntervals === undefined ? {} : { workSpans }),
    ...(records.contactEvents === undefined ? {} : { contacts }),
    ...(records.onCallShifts === undefined ? {} : { rota: rotaOf(records) }),
    ...(records.leave === undefined
      ? {}
      : {
          leaveStanding: {
            days: leaveDaysOf(plan, records, zoneRules),
            today: Math.floor(now / millisPerDay),
            ...(entitlements === undefined ? {} : { entitlements }),
          },
        }),
  };
}

/**
 * The parts of the checks' port that tell of load and flow: items in progress, handoffs, types of work, skills, owners from
 * the plan; touches from the history; working days, work, contact, on-call and leave from the records.
 *
 * A part whose document is not there is absent, and its checks are unknown. Working days are those of weeks with records.
 *
 * @param plan - people, items, assignments, calendars
 * @param now - milliseconds UTC
 * @param history - for starts and touches
 * @param records - kept and granted apart
 * @param options - zone rules, meetings, entitlements
 * @returns parts to be given to `sustainabilityChecks`
 *
 * Issues: none; rows that cannot be are named by the measures.
 * Time O(rows + events log events), space the same.
 * Source: own.
 *
 * @example
 * Object.keys(flowInputFromPlan({ formatVersion: 1 }, 0)); // => ["heldItems", "handoffs", "efforts", "skills", "owners"]
 */
export function flowInputFromPlan(
  plan: WorkPlan,
  now: number,
  history?: WorkHistory,
  records?: WorkRecords,
  options: FlowOptions = {},
): Partial<SustainabilityInput> {
  const open = new Set(openItems(plan).map(({ id }) => id));
  const { zoneRules = intlZoneRules(), meetings } = options;
  return {
    heldItems: heldItemsOf(plan, now, activeItems(plan, now, history)),
    handoffs: handoffsOf(plan, open),
    efforts: effortsOf(plan, open),
    skills: skillsOf(plan, open),
    owners: ownersOf(plan, open),
    ...(history === undefined ? {} : { touches: touchesOf(plan, history, zoneRules) }),
    ...(meetings === undefined ? {} : { meetings }),
    ...(records === undefined ? {} : recordsPart(plan, records, now, { ...options, zoneRules })),
  };
}

/** Work of a span, cut at local midnights. */
function cutAtMidnights(
  { personId, from, to }: PersonSpan,
  zone: string | undefined,
  dayOf: LocalDay,
  itemId: string | undefined,
): WorkedTime[] {
  const rows: WorkedTime[] = [];
  const about = itemId === undefined ? { personId } : { personId, itemId };
  // What cannot be stays in one piece, so that `workedDays` names it.
  if (!(from < to && to - from <= 366 * millisPerDay))
    return [{ ...about, day: dayOf(from, zone), minutes: (to - from) / 60_000 }];
  // Clocks change on whole quarters of an hour, so walking quarters finds every midnight.
  const quarter = 900_000;
  let begin = from;
  let day = dayOf(from, zone);
  for (let at = (Math.floor(from / quarter) + 1) * quarter; at < to; at += quarter) {
    const here = dayOf(at, zone);
    if (here === day) continue;
    rows.push({ ...about, day, minutes: (at - begin) / 60_000 });
    [begin, day] = [at, here];
  }
  rows.push({ ...about, day, minutes: (to - begin) / 60_000 });
  return rows;
}

/**
 * The port of actual load: time worked from the records' intervals, or, for people without any, from logged effort.
 *
 * @param plan - people and calendars
 * @param records - work intervals and logged effort
 * @param zoneRules - default the engine's own (`intlZoneRules`)
 * @returns input of `workedDays`
 *
 * Issues: none; rows that cannot be are named by `workedDays`.
 * Time O(rows x quarters of an hour in them), space O(rows).
 * Source: own.
 *
 * @example
 * const records = { formatVersion: 1, loggedEffort: [{ id: "l", personId: "ana", itemId: "A", on: "2026-05-04", minutes: 90 }] } as const;
 * actualLoadInputFromPlan({ formatVersion: 1 }, records).worked; // => [{ personId: "ana", day: 20577, minutes: 90, itemId: "A" }]
 */
export function actualLoadInputFromPlan(
  plan: WorkPlan,
  records: WorkRecords,
  zoneRules: ZoneRules = intlZoneRules(),
): ActualLoadInput {
  const zones = new Map((plan.people ?? []).map(({ id, zone }) => [id, zone]));
  const dayOf = localDays(zoneRules);
  const intervals = (records.workIntervals ?? []).filter(({ kind }) => worked.has(kind));
  const timed = new Set(intervals.map(({ personId }) => personId));
  const fromIntervals = intervals.flatMap((row) =>
    spansOf([row]).flatMap((span) => cutAtMidnights(span, zones.get(row.personId), dayOf, row.itemId)),
  );
  const fromLog = (records.loggedEffort ?? []).flatMap(({ personId, itemId, on, minutes }): WorkedTime[] => {
    const at = onTimeLine(on);
    if (personId === undefined || timed.has(personId) || at === undefined) return [];
    const day = on.endsWith("Z") ? dayOf(at, zones.get(personId)) : Math.floor(at / millisPerDay);
    return isDay(day) ? [{ personId, day, minutes, itemId }] : [];
  });
  return {
    people: (plan.people ?? []).map((person) => ({
      id: person.id,
      ...(person.calendarId === undefined ? {} : { calendarId: person.calendarId }),
      ...(person.contractMinutesPerWeek === undefined ? {} : { contractMinutesPerWeek: person.contractMinutesPerWeek }),
      away: awayOf(person),
    })),
    worked: [...fromIntervals, ...fromLog],
    ...calendarsOf(plan),
  };
}
