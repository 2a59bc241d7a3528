import { dayNumber, parseDay, weekday } from "@evenkeel/kernel";
import type { LeaveSpan, SustainabilityInput } from "../types.js";
import { weekdayNames } from "../working-time/measures/blocks.js";
import { measures } from "../working-time/measures/index.js";
import type { MeasureParams, MeasureUnit } from "../working-time/measures/measure.js";
import { monthsAfter } from "../working-time/measures/reference-period.js";
import { boundOf, keeps } from "./bounds.js";
import { measureParams } from "./measure-params.js";
import type { RulePack, RuleSpec } from "./types.js";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** Work made so that its measure has one value. */
interface Sample {
  readonly spans: readonly (readonly [from: number, to: number])[];
  readonly from: number;
  readonly to: number;
  readonly leave?: readonly LeaveSpan[];
  readonly incidents?: readonly number[];
}

/** A span that begins at an instant and lasts some minutes. */
const lasting = (from: number, minutes: number): [number, number] => [from, from + minutes * minute];

/** Whole milliseconds on each of some days, the first of them with what is left over. */
function spread(days: readonly number[], minutes: number): [number, number][] {
  const all = Math.floor(minutes * minute);
  const each = Math.floor(all / days.length);
  return days.map((at, index) => [at * day, at * day + each + (index === 0 ? all - each * days.length : 0)]);
}

/** The 1st of January after a day, and of the year after that. */
function yearAfter(start: number): { readonly first: number; readonly end: number } {
  let year = 1970;
  while (dayNumber(year, 1, 1) < start) year++;
  return { first: dayNumber(year, 1, 1), end: dayNumber(year + 1, 1, 1) };
}

const daysBetween = (first: number, end: number): number[] =>
  Array.from({ length: Math.max(0, end - first) }, (_none, at) => first + at);

/** Length of a reference period that begins with a day, in days. */
function periodDays({ amount, name }: MeasureParams, start: number): number {
  if (name("unit") === "months") return monthsAfter(start, amount("length")) - start;
  return amount("length") * (name("unit") === "weeks" ? 7 : 1);
}

/** Days Monday to Friday of the weeks that lie wholly in a month, three of them. */
function threeWeeks(first: number, end: number): number[] {
  const monday = first + ((8 - weekday(first)) % 7);
  return [0, 7, 14].flatMap((week) => daysBetween(monday + week, monday + week + 5)).filter((each) => each < end);
}

/** Whole years of twelve months, each month with some minutes of overtime. */
function overtimeYear(params: MeasureParams, start: number, minutesOf: (month: number) => number): Sample {
  const { first } = yearAfter(start);
  const begin = monthsAfter(first, params.amount("yearStarts") - 1);
  const ordinary = Math.min(params.amount("ordinaryDayMinutes"), params.amount("ordinaryWeekMinutes") / 5);
  const spans = Array.from({ length: 12 }, (_none, month) => month).flatMap((month) => {
    const days = threeWeeks(monthsAfter(begin, month), monthsAfter(begin, month + 1));
    return spread(days, ordinary * days.length + minutesOf(month));
  });
  return { spans, from: begin * day, to: monthsAfter(begin, 12) * day };
}

type Make = (value: number, params: MeasureParams, start: number) => Sample;

/** A single span of work of some minutes. */
const one: Make = (value, _params, start) => ({
  spans: [lasting(start * day, value)],
  from: start * day,
  to: (start + 40) * day,
});

const makers: Readonly<Record<string, Make>> = {
  dailyRest: (value, { amount }, start) => ({
    spans: [lasting(start * day, amount("windowHours") * 60 - value)],
    from: start * day,
    to: start * day + amount("windowHours") * hour,
  }),
  restBetween: (value, _params, start) => ({
    spans: [lasting(start * day, 60), lasting(start * day + (60 + value) * minute, 60)],
    from: start * day,
    to: (start + 7) * day,
  }),
  weeklyRest: (value, { amount }, start) => ({
    spans: [lasting(start * day, amount("days") * 1440 - value)],
    from: start * day,
    to: (start + amount("days")) * day,
  }),
  restPeriods: (value, { amount }, start) => {
    const each = (amount("hours") + 1) * hour;
    const [from, to] = [start * day, (start + amount("days")) * day];
    const short = Array.from({ length: value }, (_none, at) => lasting(from + at * each, 60));
    return { spans: [...short, [from + value * each, to]], from, to };
  },
  restOwed: (value, { amount }, start) => {
    const [due, from] = [amount("restMinutes"), start * day];
    const days = amount("withinDays") + 3;
    const first = lasting(from, 1440 - due + value);
    const others = daysBetween(start + 1, start + days).map((each) => lasting(each * day, 1440 - due));
    return { spans: [first, ...others], from, to: (start + days) * day };
  },
  unbrokenWork: one,
  shiftSpan: one,
  workPerDay: one,
  workPerShift: one,
  nightShiftWork: one,
  breakTime: (value, { amount }, start) => {
    const half = (amount("whenWorkAboveMinutes") + 30) / 2;
    return {
      spans: [lasting(start * day, half), lasting(start * day + (half + value) * minute, half)],
      from: start * day,
      to: (start + 2) * day,
    };
  },
  workPerBlock: (value, { amount }, start) => {
    const days = daysBetween(start, start + amount("days"));
    return { spans: spread(days, value), from: start * day, to: (start + days.length) * day };
  },
  workInWindow: (value, { amount }, start) => ({
    spans: [lasting(start * day, value)],
    from: start * day,
    to: start * day + amount("hours") * hour,
  }),
  averageWeeklyWork: (value, params, start) => {
    const days = daysBetween(start, start + periodDays(params, start));
    return {
      spans: spread(days, (value * days.length) / 7),
      from: start * day,
      to: (start + days.length) * day,
    };
  },
  averageNightWork: (value, params, start) => {
    const days = periodDays(params, start);
    const worked = daysBetween(start, start + days).filter((each) => (each - start) % 7 !== 6);
    return { spans: spread(worked, (value * days * 6) / 7), from: start * day, to: (start + days) * day };
  },
  consecutiveDays: (value, _params, start) => ({
    spans: daysBetween(start, start + value).map((each) => lasting(each * day + 12 * hour, 60)),
    from: start * day,
    to: (start + value + 2) * day,
  }),
  freeDaysInYear: (value, { name }, start) => {
    const { first, end } = yearAfter(start);
    const wanted = weekdayNames().indexOf(name("weekday")) + 1;
    const days = daysBetween(first, end).filter((each) => weekday(each) === wanted);
    return {
      spans: days.slice(value).map((each) => lasting(each * day + 9 * hour, 60)),
      from: first * day,
      to: end * day,
    };
  },
  leaveInYear: (value, { amount }, start) => {
    const { first, end } = yearAfter(start);
    const days = daysBetween(first, end).filter((each) => weekday(each) <= amount("daysAWeek"));
    return {
      spans: [lasting(first * day, 60)],
      from: first * day,
      to: end * day,
      leave: days.slice(0, value).map((from) => ({ personId: "ana", from, to: from + 1, kind: "annual" })),
    };
  },
  workedDays: (value, { amount, names }, start) => {
    const end = start + amount("days");
    const wanted = names("weekdays").map((name) => weekdayNames().indexOf(name) + 1);
    const days = daysBetween(start, end).filter((each) => wanted.includes(weekday(each)));
    return {
      spans: days.slice(0, value).map((each) => lasting(each * day + 9 * hour, 60)),
      from: start * day,
      to: end * day,
    };
  },
  workAtTimes: (value, { amount, minuteOfDay }, start) => {
    const [starts, ends] = [minuteOfDay("starts"), minuteOfDay("ends")];
    const length = (ends - starts + 1440) % 1440 || 1440;
    const nights = daysBetween(start, start + amount("days") - 1);
    const spans = nights.map((each, at) =>
      lasting(each * day + starts * minute, Math.max(0, Math.min(length, value - at * length))),
    );
    return { spans: spans.filter(([from, to]) => to > from), from: start * day, to: (start + amount("days")) * day };
  },
  overtimePerMonth: (value, params, start) => overtimeYear(params, start, () => value),
  overtimePerYear: (value, params, start) => overtimeYear(params, start, () => value / 12),
  monthsOverOvertime: (value, params, start) =>
    overtimeYear(params, start, (month) => (month < value ? params.amount("overtimeMinutes") + 15 : 0)),
  onCallShare: (value, params, start) => {
    const days = periodDays(params, start);
    return {
      spans: [[start * day, start * day + Math.round(value * days * day)]],
      from: start * day,
      to: (start + days) * day,
    };
  },
  incidentsPerShift: (value, { amount }, start) => ({
    spans: [lasting(start * day, amount("hours") * 60)],
    from: start * day,
    to: (start + 2) * day,
    incidents: Array.from({ length: value }, (_none, at) => start * day + at * minute),
  }),
};

const steps: Readonly<Record<MeasureUnit, number>> = {
  minutes: 1,
  days: 1,
  months: 1,
  periods: 1,
  share: 0.01,
  incidents: 1,
};

/** Work that lies just below, at, or just above a value of a rule, and what the rule must say of it. */
export interface BoundaryCase {
  readonly ruleId: string;
  /** First day of the version in force. */
  readonly since: string;
  readonly side: "below" | "at" | "above";
  readonly value: number;
  readonly expected: "pass" | "fail";
  readonly input: SustainabilityInput;
}

function inputOf(sample: Sample, spec: RuleSpec, place: string | undefined): SustainabilityInput {
  const rows = sample.spans.map(([from, to], at) => ({ id: `w${at}`, personId: "ana", from, to }));
  const isOnCall = measures.get(spec.measure)?.onCall === true;
  return {
    people: [{ id: "ana", zone: "UTC", ...(place === undefined ? {} : { jurisdiction: place }) }],
    ...(isOnCall ? { onCallShifts: rows } : { intervals: rows }),
    leave: sample.leave ?? [],
    incidents: (sample.incidents ?? []).map((at) => ({ personId: "ana", at })),
    recordsFrom: sample.from,
    recordsTo: sample.to,
  };
}

/**
 * Three cases for each value of each rule of a pack: work just below it, at it, and just above it.
 *
 * A rule is judged right at its edge, where a wrong comparator, unit or window shows. A value that cannot be (less than
 * no rest owed) has no case. Steps: a minute, a day, one, or a hundredth of a share. All in UTC; days of leave in rows
 * of their own.
 *
 * @param pack - as `readRulePack` accepts it
 * @returns cases in the order of the rules
 *
 * Issues: none.
 * Time and space O(rules x days of their periods).
 * Source: boundary value analysis, Myers (1979), The art of software testing.
 *
 * @example
 * const [pack] = rulePacks.filter(({ id }) => id === "us-flsa");
 * boundaryCases(pack).map(({ side, value, expected }) => `${side} ${value}: ${expected}`); // => ["below 2399: pass", "at 2400: pass", "above 2401: fail"]
 */
export function boundaryCases(pack: RulePack): BoundaryCase[] {
  return pack.rules.flatMap((spec) => {
    const measure = measures.get(spec.measure);
    const make = makers[spec.measure];
    if (measure === undefined || make === undefined) return [];
    const params = measureParams(measure, spec.with);
    const place = (spec.jurisdictions ?? pack.jurisdictions)?.[0];
    return spec.versions.flatMap(({ since, bound: stated }) => {
      const bound = boundOf(stated);
      const parsed = parseDay(since);
      const from = parsed.ok ? parsed.value : 0;
      const monday = from + ((8 - weekday(from)) % 7) + 7;
      return ([-1, 0, 1] as const).flatMap((side): BoundaryCase[] => {
        const value = bound.value + side * steps[measure.unit];
        if (value < 0) return [];
        return [
          {
            ruleId: spec.id,
            since,
            side: side < 0 ? "below" : side > 0 ? "above" : "at",
            value,
            expected: keeps(value, bound) ? "pass" : "fail",
            input: inputOf(make(value, params, monday), spec, place),
          },
        ];
      });
    });
  });
}
