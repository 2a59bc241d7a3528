import { standardCalendar } from "@evenkeel/calendar";
import { onTimeLine, openItems, orderEvents, type WorkHistory, type WorkPlan, type WorkRecords } from "@evenkeel/core";
import { activeItems, awayOf, type FlowOptions, flowInputFromPlan } from "./from-plan-flow.js";
import type { PlannedDates } from "./from-plan-work.js";
import type { LoadInput, LoadTask, OwnershipEvent, SustainabilityInput, WorkInterval } from "./types.js";

export { actualLoadInputFromPlan, type FlowOptions, flowInputFromPlan } from "./from-plan-flow.js";
export {
  type PlannedDates,
  type PlannedWork,
  type PlannedWorkOptions,
  plannedWorkFromPlan,
} from "./from-plan-work.js";

const millisPerDay = 86_400_000;
const owning = new Set(["accountable", "responsible", "driver"]);

/**
 * The load port of a plan and a schedule of it: remaining effort of responsible people on open items between their dates.
 *
 * Items without dates or effort carry no load here; the past is not planned any more, so work begins at `now`, and an open
 * item whose dates have passed has none to be spread over.
 *
 * @param plan - people, assignments, calendars
 * @param dates - from any schedule
 * @param now - milliseconds UTC
 * @returns input of `measureLoad`
 *
 * Issues: none.
 * Time O(assignments), space the same.
 * Source: own.
 *
 * @example
 * loadInputFromPlan({ formatVersion: 1, people: [{ id: "ana", name: "Ana" }] }, [], 0).people; // => [{ id: "ana", away: [] }]
 */
export function loadInputFromPlan(plan: WorkPlan, dates: readonly PlannedDates[], now: number): LoadInput {
  const open = new Set(openItems(plan).map(({ id }) => id));
  const when = new Map(dates.map((row) => [row.itemId, row]));
  const today = Math.floor(now / millisPerDay);
  const tasks = (plan.assignments ?? []).flatMap((row): LoadTask[] => {
    const effort =
      row.remainingEffortMinutes ??
      (row.effortMinutes === undefined ? undefined : Math.max(0, row.effortMinutes - (row.actualEffortMinutes ?? 0)));
    const planned = when.get(row.itemId);
    if (
      row.personId === undefined ||
      effort === undefined ||
      planned === undefined ||
      !open.has(row.itemId) ||
      row.role !== "responsible"
    )
      return [];
    const [start, finish] = [onTimeLine(planned.start), onTimeLine(planned.finish, true)];
    if (start === undefined || finish === undefined) return [];
    const from = Math.max(today, Math.floor(start / millisPerDay));
    if (Math.ceil(finish / millisPerDay) <= today) return [];
    return [
      {
        itemId: row.itemId,
        personId: row.personId,
        effortMinutes: effort,
        from,
        to: Math.ceil(finish / millisPerDay),
      },
    ];
  });
  const calendars = [standardCalendar, ...(plan.calendars ?? []).filter(({ id }) => id !== standardCalendar.id)];
  const projectCalendar = plan.projects?.find(({ calendarId }) => calendarId !== undefined)?.calendarId;
  return {
    people: (plan.people ?? []).map((person) => ({
      id: person.id,
      ...(person.calendarId === undefined ? {} : { calendarId: person.calendarId }),
      ...(person.contractMinutesPerWeek === undefined ? {} : { contractMinutesPerWeek: person.contractMinutesPerWeek }),
      away: awayOf(person),
    })),
    tasks,
    calendars,
    defaultCalendarId: projectCalendar ?? standardCalendar.id,
  };
}

function ownershipOf(plan: WorkPlan, history: WorkHistory | undefined): OwnershipEvent[] {
  const assigned = (plan.assignments ?? []).flatMap(({ itemId, personId, role }): OwnershipEvent[] =>
    personId !== undefined && owning.has(role) ? [{ itemId, personId, kind: "added" }] : [],
  );
  const touched = (history === undefined ? [] : orderEvents(history)).flatMap(
    ({ subject, actor, type }): OwnershipEvent[] =>
      subject.table === "items" && actor !== undefined && type === "stateChanged"
        ? [{ itemId: subject.id, personId: actor, kind: "modified" }]
        : [],
  );
  return [...assigned, ...touched];
}

interface Spanned {
  readonly id: string;
  readonly personId: string;
  readonly from: string;
  readonly to: string;
}

function intervalsOf(rows: readonly Spanned[]): WorkInterval[] {
  return rows.flatMap(({ id, personId, from, to }): WorkInterval[] => {
    const [start, end] = [onTimeLine(from), onTimeLine(to)];
    return start !== undefined && end !== undefined ? [{ id, personId, from: start, to: end }] : [];
  });
}

/** Days from..to, the last one included, as day numbers. */
function daysOf(from: string, to: string | undefined): { readonly from: number; readonly to: number } | undefined {
  const [first, end] = [onTimeLine(from), to === undefined ? Number.POSITIVE_INFINITY : onTimeLine(to, true)];
  if (first === undefined || end === undefined) return undefined;
  return { from: Math.floor(first / millisPerDay), to: Math.ceil(end / millisPerDay) };
}

const working = new Set<string>(["actual", "onCallActive", "travel"]);

/** Records as ports; a table that is absent stays absent. */
function recordsOf(records: WorkRecords): Partial<SustainabilityInput> {
  const { workIntervals, onCallShifts, incidents, leave, optOuts } = records;
  const shifts = [...(onCallShifts ?? []), ...(workIntervals ?? []).filter(({ kind }) => kind === "onCallStandby")];
  const onCall = intervalsOf(shifts);
  return {
    ...(workIntervals === undefined
      ? {}
      : { intervals: intervalsOf(workIntervals.filter(({ kind }) => working.has(kind))) }),
    ...(onCallShifts === undefined && onCall.length === 0 ? {} : { onCallShifts: onCall }),
    ...(incidents === undefined
      ? {}
      : {
          // A call that names nobody was taken by whoever was on call.
          incidents: incidents.flatMap(({ personId, at: text }) => {
            const at = onTimeLine(text);
            if (at === undefined) return [];
            const there = onCall.filter(({ from, to }) => from <= at && at < to);
            return (personId === undefined ? there.map((shift) => shift.personId) : [personId]).map((each) => ({
              personId: each,
              at,
            }));
          }),
        }),
    ...(leave === undefined
      ? {}
      : {
          leave: leave.flatMap(({ id, personId, from, to, kind }) => {
            const days = daysOf(from, to);
            return days === undefined ? [] : [{ id, personId, kind, ...days }];
          }),
        }),
    ...(optOuts === undefined
      ? {}
      : {
          optOuts: optOuts.flatMap(({ personId, rule, from, to }) => {
            const days = daysOf(from, to);
            return days === undefined ? [] : [{ personId, rule, ...days }];
          }),
        }),
  };
}

/**
 * The port of the sustainability checks from the documents: work in progress, ownership, jurisdictions and, where granted, work intervals.
 *
 * @param plan - people and assignments
 * @param now - milliseconds UTC
 * @param history - for starts and touches
 * @param records - work intervals; absent = the rest checks are unknown
 * @param options - zone rules, meetings, entitlements to leave
 * @returns input of `sustainabilityChecks`, without load
 *
 * Issues: none.
 * Time O(rows + events log events), space the same.
 * Source: own.
 *
 * @example
 * sustainabilityInputFromPlan({ formatVersion: 1 }, 0).ownership; // => []
 */
export function sustainabilityInputFromPlan(
  plan: WorkPlan,
  now: number,
  history?: WorkHistory,
  records?: WorkRecords,
  options?: FlowOptions,
): SustainabilityInput {
  const zones = new Set((plan.projects ?? []).flatMap(({ zone }) => zone ?? []));
  const [generalZone] = zones.size === 1 ? zones : [];
  const active = activeItems(plan, now, history);
  const held = new Map<string, Set<string>>();
  for (const { itemId, personId, role } of plan.assignments ?? []) {
    if (personId === undefined || !owning.has(role) || !active.has(itemId)) continue;
    held.set(personId, (held.get(personId) ?? new Set()).add(itemId));
  }
  return {
    ...flowInputFromPlan(plan, now, history, records, options),
    workInProgress: [...held].map(([personId, itemIds]) => ({ personId, itemIds: [...itemIds] })),
    ownership: ownershipOf(plan, history),
    people: (plan.people ?? []).map(({ id, jurisdiction, zone = generalZone }) => ({
      id,
      ...(jurisdiction === undefined ? {} : { jurisdiction }),
      ...(zone === undefined ? {} : { zone }),
    })),
    plannedLeave: (plan.people ?? []).flatMap((person) =>
      awayOf(person).flatMap(({ from, to, share }) =>
        share < 1 ? [] : [{ personId: person.id, from, to, kind: "annual" }],
      ),
    ),
    ...(records === undefined ? {} : recordsOf(records)),
  };
}
