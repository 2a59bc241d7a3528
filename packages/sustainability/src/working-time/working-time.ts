import { intlZoneRules, type ZoneRules } from "@evenkeel/calendar";
import type { Reference } from "@evenkeel/checks";
import { compareText, type Issue, issue } from "@evenkeel/kernel";
import type { KeptVerdicts } from "../rules/kept-verdicts.js";
import type { LeaveSpan, RuleOptOut, SustainabilityInput, WorkColumns, WorkInterval, WorkingPerson } from "../types.js";
import { type CivilDays, civilDays } from "./civil-days.js";
import { groupedBy } from "./grouped-by.js";
import type { PersonWork } from "./person-work.js";
import { type Timesheet, timesheet } from "./timesheet.js";
import type { WorkSource } from "./work-source.js";

const millisPerDay = 86_400_000;
/** How far before and after the records windows are looked at: five weeks hold every block of weeks that rules use. */
export const beyondRecords: number = 35 * millisPerDay;
/** Remembers what it read of a zone from one input to the next. */
const usualRules: ZoneRules = /* @__PURE__ */ intlZoneRules();

/** A person and all that rule after rule asks of them, made once. */
export interface Judged {
  readonly id: string;
  readonly subject: Reference;
  /** What a verdict rests on that names no rows: the subject. */
  readonly alone: readonly Reference[];
  readonly row: WorkingPerson | undefined;
  /** Undefined when there is no work of this person. */
  readonly work: PersonWork | undefined;
  /** Their work with the time in which windows reach beyond the records. */
  readonly beyond: PersonWork | undefined;
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
  /** Verdicts of the last time these people were judged; undefined where they are judged but once. */
  readonly kept: KeptVerdicts | undefined;
}

const noLeave: PersonWork["leave"] = [];
const noIncidents = /* @__PURE__ */ new Float64Array(0);
const noOptOuts: Judged["optOuts"] = [];

function beyond({ sheet, person, from, to, clock, leave, incidents }: PersonWork): PersonWork {
  const [since, until] = [from - beyondRecords, to + beyondRecords];
  return { sheet, person, from: since, to: until, anchor: from, clock, leave, incidents };
}

const byDay = (a: LeaveSpan, b: LeaveSpan): number =>
  a.from - b.from || a.to - b.to || compareText(a.kind, b.kind) || compareText(a.id ?? "", b.id ?? "");

/** Civil days by zone, kept from one input to the next as long as they hold its work. */
export class Clocks {
  private readonly known = new Map<string, { from: number; to: number; days: CivilDays | undefined }>();

  /** Civil days from a day before `from` to a day after `to`, for the nights at the ends; undefined for an unknown zone. */
  of(zone: string, from: number, to: number, rules: ZoneRules): CivilDays | undefined {
    const ready = this.known.get(zone);
    if (ready !== undefined && ready.from <= from && to <= ready.to) return ready.days;
    const days = civilDays(zone, from - millisPerDay, to + millisPerDay, rules);
    this.known.set(zone, { from, to, days });
    return days;
  }
}

/** First and last instant of all work and of the period it is known for. */
function boundsOf({ rowFrom, rowTo }: Timesheet, { from: since, to: until }: Period): [number, number] {
  let [from, to] = [since ?? Number.POSITIVE_INFINITY, until ?? Number.NEGATIVE_INFINITY];
  for (let row = 0; row < rowFrom.length; row++) {
    const begin = rowFrom[row] ?? 0;
    const end = rowTo[row] ?? 0;
    if (begin < from) from = begin;
    if (end > to) to = end;
  }
  return [from, to];
}

/** For which time work is known; where it is not stated, from a person's first to last work and `beyond` at both ends. */
interface Period {
  readonly from?: number;
  readonly to?: number;
  readonly beyond: number;
}

/** A plan says of the weeks before and after it that they hold no work. */
function periodOf(input: SustainabilityInput, source: WorkSource): Period {
  if (source === "plan") return { beyond: 7 * millisPerDay };
  return {
    ...(input.recordsFrom === undefined ? {} : { from: input.recordsFrom }),
    ...(input.recordsTo === undefined ? {} : { to: input.recordsTo }),
    beyond: 0,
  };
}

function compile(
  input: SustainabilityInput,
  work: readonly WorkInterval[] | WorkColumns,
  source: WorkSource,
  clocks: Clocks,
  kept: KeptVerdicts | undefined,
): WorkingTime {
  const sheet = timesheet(work);
  const period = periodOf(input, source);
  const leaveSpans = source === "plan" ? (input.plannedLeave ?? []) : input.leave;
  const [from, to] = boundsOf(sheet, period);
  const issues: Issue[] = [];
  let places: ReadonlyMap<string, number> | undefined;
  const unknownZone = (id: string, zone: string): undefined => {
    places ??= new Map((input.people ?? []).map((row, at) => [row.id, at]));
    const path = ["people", places.get(id) ?? 0, "zone"];
    issues.push(issue("calendar/unknown-zone", { path, subject: [id], facts: { zone } }));
    return undefined;
  };
  const rows = new Map((input.people ?? []).map((row) => [row.id, row]));
  const [leave, optOuts, incidents] = [
    groupedBy(leaveSpans, ({ personId }) => personId),
    groupedBy(input.optOuts, ({ personId }) => personId),
    groupedBy(input.incidents, ({ personId }) => personId),
  ];
  const indexOf = new Map(sheet.personIds.map((id, at) => [id, at]));
  const workOf = (id: string, row: WorkingPerson | undefined): PersonWork | undefined => {
    const person = indexOf.get(id);
    if (person === undefined) return undefined;
    const [first, end] = [sheet.start[person] ?? 0, sheet.start[person + 1] ?? 0];
    if (first === end) return undefined;
    const zone = row?.zone ?? (source === "plan" ? input.plannedZone : undefined);
    const rules = input.zoneRules ?? usualRules;
    const clock =
      zone === undefined
        ? undefined
        : (clocks.of(zone, from - beyondRecords, to + beyondRecords, rules) ?? unknownZone(id, zone));
    const calls = incidents.get(id);
    return {
      sheet,
      person,
      from: period.from ?? (sheet.from[first] ?? 0) - period.beyond,
      to: period.to ?? (sheet.to[end - 1] ?? 0) + period.beyond,
      anchor: undefined,
      clock,
      leave: leave.get(id)?.sort(byDay) ?? noLeave,
      incidents: calls === undefined ? noIncidents : Float64Array.from(calls, ({ at }) => at).sort(),
    };
  };
  const ids = [...new Set([...sheet.personIds, ...rows.keys()])].sort(compareText);
  const people = ids.map((id): Judged => {
    const row = rows.get(id);
    const subject = { table: "people", id };
    const work = workOf(id, row);
    return {
      id,
      subject,
      alone: [subject],
      row,
      work,
      beyond: work === undefined ? undefined : beyond(work),
      optOuts: optOuts.get(id) ?? noOptOuts,
    };
  });
  return {
    sheet,
    people,
    isLeaveKnown: leaveSpans !== undefined,
    areIncidentsKnown: input.incidents !== undefined,
    issues: [...sheet.issues, ...issues],
    kept,
  };
}

const known: Readonly<Record<WorkSource, WeakMap<SustainabilityInput, WorkingTime>>> = {
  records: new WeakMap(),
  plan: new WeakMap(),
  onCall: new WeakMap(),
};

/** Forgets work that will not be asked for again, before the input itself is gone. */
export function forgetWorkingTime(input: SustainabilityInput): void {
  for (const inputs of Object.values(known)) inputs.delete(input);
}

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
  return workingTimeBy(input, source, new Clocks());
}

/** As `workingTime`, with civil days worked out before, and verdicts kept from before. */
export function workingTimeBy(
  input: SustainabilityInput,
  source: WorkSource,
  clocks: Clocks,
  kept?: KeptVerdicts,
): WorkingTime | undefined {
  const work = { records: input.intervals, plan: input.plannedIntervals, onCall: input.onCallShifts }[source];
  if (work === undefined) return undefined;
  const ready = known[source].get(input) ?? compile(input, work, source, clocks, kept);
  known[source].set(input, ready);
  return ready;
}
