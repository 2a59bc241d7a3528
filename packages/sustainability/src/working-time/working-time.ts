import { intlZoneRules, type ZoneRules } from "@evenkeel/calendar";
import { compareText, type Issue, issue } from "@evenkeel/kernel";
import type { LeaveSpan, RuleOptOut, SustainabilityInput, WorkColumns, WorkInterval, WorkingPerson } from "../types.js";
import { type CivilDays, civilDays } from "./civil-days.js";
import type { PersonWork } from "./person-work.js";
import { type Timesheet, timesheet } from "./timesheet.js";

const millisPerDay = 86_400_000;
/** Remembers what it read of a zone from one input to the next. */
const usualRules: ZoneRules = /* @__PURE__ */ intlZoneRules();

/** What rules judge: recorded work, work as a schedule lays it out, or shifts on call. */
export type WorkSource = "records" | "plan" | "onCall";

/** A person and all that rules read of them. */
export interface Judged {
  readonly id: string;
  readonly row?: WorkingPerson;
  /** Absent when there is no work of this person. */
  readonly work?: PersonWork;
  readonly optOuts: readonly RuleOptOut[];
}

/** Work of all people, put in order once for all rules. */
export interface WorkingTime {
  readonly sheet: Timesheet;
  /** By id. */
  readonly people: readonly Judged[];
  readonly isLeaveKnown: boolean;
  readonly areIncidentsKnown: boolean;
  readonly issues: readonly Issue[];
}

function grouped<T extends { readonly personId: string }>(rows: readonly T[] | undefined): ReadonlyMap<string, T[]> {
  const byPerson = new Map<string, T[]>();
  for (const row of rows ?? []) {
    const own = byPerson.get(row.personId);
    if (own === undefined) byPerson.set(row.personId, [row]);
    else own.push(row);
  }
  return byPerson;
}

const byDay = (a: LeaveSpan, b: LeaveSpan): number =>
  a.from - b.from || a.to - b.to || compareText(a.kind, b.kind) || compareText(a.id ?? "", b.id ?? "");

/** Civil days of each zone in use, over all of the work and a day beside it, for the nights at its ends. */
function clocksOf(
  input: SustainabilityInput,
  from: number,
  to: number,
): { readonly clockOf: (zone: string) => CivilDays | undefined; readonly issues: readonly Issue[] } {
  const rules = input.zoneRules ?? usualRules;
  const clocks = new Map<string, CivilDays | undefined>();
  const issues: Issue[] = [];
  for (const [index, { id, zone }] of (input.people ?? []).entries()) {
    if (zone === undefined) continue;
    if (!clocks.has(zone))
      clocks.set(zone, from > to ? undefined : civilDays(zone, from - millisPerDay, to + millisPerDay, rules));
    if (from <= to && clocks.get(zone) === undefined)
      issues.push(issue("calendar/unknown-zone", { path: ["people", index, "zone"], subject: [id], facts: { zone } }));
  }
  return { clockOf: (zone) => clocks.get(zone), issues };
}

/** First and last instant of all work and of the stated records. */
function boundsOf({ rowFrom, rowTo }: Timesheet, { recordsFrom, recordsTo }: SustainabilityInput): [number, number] {
  let [from, to] = [recordsFrom ?? Number.POSITIVE_INFINITY, recordsTo ?? Number.NEGATIVE_INFINITY];
  for (let row = 0; row < rowFrom.length; row++) {
    from = Math.min(from, rowFrom[row] ?? from);
    to = Math.max(to, rowTo[row] ?? to);
  }
  return [from, to];
}

function compile(
  input: SustainabilityInput,
  work: readonly WorkInterval[] | WorkColumns,
  leaveSpans: readonly LeaveSpan[] | undefined,
): WorkingTime {
  const sheet = timesheet(work);
  const [from, to] = boundsOf(sheet, input);
  const { clockOf, issues } = clocksOf(input, from, to);
  const rows = new Map((input.people ?? []).map((row) => [row.id, row]));
  const [leave, optOuts, incidents] = [grouped(leaveSpans), grouped(input.optOuts), grouped(input.incidents)];
  const indexOf = new Map(sheet.personIds.map((id, at) => [id, at]));
  const workOf = (id: string, row: WorkingPerson | undefined): PersonWork | undefined => {
    const person = indexOf.get(id);
    if (person === undefined) return undefined;
    const [first, end] = [sheet.start[person] ?? 0, sheet.start[person + 1] ?? 0];
    if (first === end) return undefined;
    const clock = row?.zone === undefined ? undefined : clockOf(row.zone);
    return {
      sheet,
      person,
      from: input.recordsFrom ?? sheet.from[first] ?? 0,
      to: input.recordsTo ?? sheet.to[end - 1] ?? 0,
      leave: (leave.get(id) ?? []).sort(byDay),
      incidents: Float64Array.from(incidents.get(id) ?? [], ({ at }) => at).sort(),
      ...(clock === undefined ? {} : { clock }),
    };
  };
  const ids = [...new Set([...sheet.personIds, ...rows.keys()])].sort(compareText);
  const people = ids.map((id): Judged => {
    const row = rows.get(id);
    const own = workOf(id, row);
    return {
      id,
      optOuts: optOuts.get(id) ?? [],
      ...(row === undefined ? {} : { row }),
      ...(own === undefined ? {} : { work: own }),
    };
  });
  return {
    sheet,
    people,
    isLeaveKnown: leaveSpans !== undefined,
    areIncidentsKnown: input.incidents !== undefined,
    issues: [...sheet.issues, ...issues],
  };
}

const known: Readonly<Record<WorkSource, WeakMap<SustainabilityInput, WorkingTime>>> = {
  records: new WeakMap(),
  plan: new WeakMap(),
  onCall: new WeakMap(),
};

/**
 * The work of an input in order, worked out once for all rules that read it.
 *
 * @param input - not changed, and not to be changed after
 * @param source - recorded work, work as a schedule lays it out, or shifts on call
 * @returns work by person; undefined when there is no such work in the input
 *
 * Issues: in the result: those of `timesheet`, calendar/unknown-zone.
 * Time O(intervals) for work in order, space the same.
 * Source: own.
 *
 * @example
 * workingTime({ intervals: [{ personId: "ana", from: 0, to: 3_600_000 }] }, "records")?.people.map(({ id }) => id); // => ["ana"]
 */
export function workingTime(input: SustainabilityInput, source: WorkSource): WorkingTime | undefined {
  const work = { records: input.intervals, plan: input.plannedIntervals, onCall: input.onCallShifts }[source];
  if (work === undefined) return undefined;
  const leave = source === "plan" ? (input.plannedLeave ?? []) : input.leave;
  const ready = known[source].get(input) ?? compile(input, work, leave);
  known[source].set(input, ready);
  return ready;
}
