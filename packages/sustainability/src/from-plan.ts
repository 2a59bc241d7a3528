import { standardCalendar } from "@evenkeel/calendar";
import {
  onTimeLine,
  openItems,
  orderEvents,
  replayItems,
  type WorkHistory,
  type WorkPlan,
  type WorkRecords,
} from "@evenkeel/core";
import type { PlannedDates } from "./from-plan-work.js";
import type { LoadInput, LoadTask, OwnershipEvent, SustainabilityInput, WorkInterval } from "./types.js";

export {
  type PlannedDates,
  type PlannedWork,
  type PlannedWorkOptions,
  plannedWorkFromPlan,
} from "./from-plan-work.js";

const millisPerDay = 86_400_000;
const owning = new Set(["accountable", "responsible", "driver"]);

function awayOf(person: NonNullable<WorkPlan["people"]>[number]): LoadInput["people"][number]["away"] {
  return (person.away ?? []).flatMap(({ from, to, share }) => {
    const [start, end] = [onTimeLine(from), onTimeLine(to, true)];
    if (start === undefined || end === undefined) return [];
    return [{ from: Math.floor(start / millisPerDay), to: Math.ceil(end / millisPerDay), share: share ?? 1 }];
  });
}

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

function intervalsOf(records: WorkRecords): WorkInterval[] {
  return (records.workIntervals ?? []).flatMap(({ personId, from, to, kind }): WorkInterval[] => {
    const [start, end] = [onTimeLine(from), onTimeLine(to)];
    const worked = kind === "actual" || kind === "onCallActive" || kind === "travel";
    return worked && start !== undefined && end !== undefined ? [{ personId, from: start, to: end }] : [];
  });
}

/**
 * The port of the sustainability checks from the documents: work in progress, ownership, jurisdictions and, where granted, work intervals.
 *
 * @param plan - people and assignments
 * @param now - milliseconds UTC
 * @param history - for starts and touches
 * @param records - work intervals; absent = the rest checks are unknown
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
): SustainabilityInput {
  const started = new Set(
    history === undefined
      ? []
      : replayItems(plan, history, now).flatMap(({ id, startedAt }) => (startedAt === undefined ? [] : [id])),
  );
  const active = new Set(
    openItems(plan).flatMap(({ id, startedAt, schedule }) =>
      started.has(id) || startedAt !== undefined || schedule?.actualStart !== undefined ? [id] : [],
    ),
  );
  const held = new Map<string, Set<string>>();
  for (const { itemId, personId, role } of plan.assignments ?? []) {
    if (personId === undefined || !owning.has(role) || !active.has(itemId)) continue;
    held.set(personId, (held.get(personId) ?? new Set()).add(itemId));
  }
  return {
    workInProgress: [...held].map(([personId, itemIds]) => ({ personId, itemIds: [...itemIds] })),
    ownership: ownershipOf(plan, history),
    jurisdictions: (plan.people ?? []).flatMap(({ id: personId, jurisdiction }) =>
      jurisdiction === undefined ? [] : [{ personId, jurisdiction }],
    ),
    ...(records?.workIntervals === undefined ? {} : { intervals: intervalsOf(records) }),
  };
}
