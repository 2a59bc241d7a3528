import { civilDay } from "@evenkeel/kernel";
import { type PersonWork, wholeDays, workByDay, zerosAgain } from "../person-work.js";
import { weekdayIndex, weekdayNames } from "./blocks.js";
import type { Measure, MeasureParams, ParamSpec } from "./measure.js";

const minute = 60_000;

/** What is ordinary time: the rest is overtime, by day first and then by week. Work on the weekly holiday is neither. */
const ordinaryParams: Readonly<Record<string, ParamSpec>> = {
  ordinaryDayMinutes: { kind: "amount", least: 0, most: 1440, default: 1440 },
  ordinaryWeekMinutes: { kind: "amount", least: 0, most: 10_080, default: 2400 },
  holiday: { kind: "name", among: ["none", ...weekdayNames()], default: "none" },
  yearStarts: { kind: "amount", least: 1, most: 12, default: 1 },
};

/** Overtime and holiday work of a civil month, milliseconds. */
interface Month {
  /** Days of the clock. */
  readonly first: number;
  readonly end: number;
  /** 1 to 12. */
  readonly ofYear: number;
  overtime: number;
  holidayWork: number;
}

/** The civil months that lie wholly within the records. */
function monthsOf(params: MeasureParams): (work: PersonWork) => Month[] {
  const [ofDay, ofWeek] = [params.amount("ordinaryDayMinutes") * minute, params.amount("ordinaryWeekMinutes") * minute];
  const holiday = weekdayNames().indexOf(params.name("holiday"));
  const ofDays = zerosAgain();
  return (work) => {
    const { clock } = work;
    if (clock === undefined) return [];
    const { first, end } = wholeDays(work);
    const worked = workByDay(work, ofDays);
    const months: Month[] = [];
    let month: Month | undefined;
    let ordinary = 0;
    for (let day = 0; day < end; day++) {
      const weekday = weekdayIndex(clock.firstDay + day);
      if (weekday === 0) ordinary = 0;
      const { day: ofMonth, month: ofYear } = civilDay(clock.firstDay + day);
      if (ofMonth === 1 && day >= first) {
        if (month !== undefined) months.push({ ...month, end: day });
        month = { first: day, end: day, ofYear, overtime: 0, holidayWork: 0 };
      }
      const time = worked[day] ?? 0;
      const onHoliday = weekday === holiday;
      const byDay = onHoliday ? 0 : Math.min(time, ofDay);
      const byWeek = Math.min(byDay, Math.max(0, ofWeek - ordinary));
      ordinary += byDay;
      if (month === undefined) continue;
      if (onHoliday) month.holidayWork += time;
      else month.overtime += time - byWeek;
    }
    if (month !== undefined && civilDay(clock.firstDay + end).day === 1) months.push({ ...month, end });
    return months;
  };
}

/** Overtime, with or without work on holidays, averaged over every run of some months. */
export const overtimePerMonth: Measure = {
  name: "overtimePerMonth",
  what: "overtime a month, averaged over every run of some civil months, with or without work on the weekly holiday",
  unit: "minutes",
  better: "less",
  params: {
    ...ordinaryParams,
    months: { kind: "amounts", least: 1, most: 12, default: [1] },
    holidayWork: { kind: "name", among: ["included", "excluded"], default: "excluded" },
  },
  needs: () => ["people.zone"],
  forPlans: true,
  rolls: true,
  reader: (params) => {
    const readMonths = monthsOf(params);
    const [lengths, counts] = [params.amounts("months"), params.name("holidayWork") === "included"];
    return (work, out) => {
      const months = readMonths(work);
      const midnight = work.clock?.at(0);
      if (midnight === undefined) return;
      out.isTooShort = months.length < Math.min(...lengths);
      for (const length of lengths)
        for (let at = 0; at + length <= months.length; at++) {
          let sum = 0;
          for (let of = at; of < at + length; of++)
            sum += (months[of]?.overtime ?? 0) + (counts ? (months[of]?.holidayWork ?? 0) : 0);
          const [first, end] = [months[at]?.first ?? 0, months[at + length - 1]?.end ?? 0];
          out.add(midnight[first] ?? 0, midnight[end] ?? 0, sum / length / minute);
        }
    };
  },
};

/** Visits the years of twelve months that begin with a given month and lie wholly within the records. */
function forEachYear(months: readonly Month[], starts: number, visit: (year: readonly Month[]) => void): boolean {
  let isAny = false;
  months.forEach(({ ofYear }, at) => {
    if (ofYear !== starts || at + 12 > months.length) return;
    visit(months.slice(at, at + 12));
    isAny = true;
  });
  return isAny;
}

/** Overtime in each year, holidays left out. */
export const overtimePerYear: Measure = {
  name: "overtimePerYear",
  what: "overtime in each year, work on the weekly holiday left out",
  unit: "minutes",
  better: "less",
  params: ordinaryParams,
  needs: () => ["people.zone"],
  forPlans: true,
  reader: (params) => {
    const readMonths = monthsOf(params);
    const starts = params.amount("yearStarts");
    return (work, out) => {
      const midnight = work.clock?.at(0);
      if (midnight === undefined) return;
      const isAny = forEachYear(readMonths(work), starts, (year) => {
        const sum = year.reduce((all, { overtime }) => all + overtime, 0);
        out.add(midnight[year[0]?.first ?? 0] ?? 0, midnight[year[11]?.end ?? 0] ?? 0, sum / minute);
      });
      out.isTooShort = !isAny;
    };
  },
};

/** Months of each year with more overtime than some. */
export const monthsOverOvertime: Measure = {
  name: "monthsOverOvertime",
  what: "number of months of each year with more overtime than some, work on the weekly holiday left out",
  unit: "months",
  better: "less",
  params: { ...ordinaryParams, overtimeMinutes: { kind: "amount", least: 0, most: 44_640 } },
  needs: () => ["people.zone"],
  forPlans: true,
  reader: (params) => {
    const readMonths = monthsOf(params);
    const [starts, most] = [params.amount("yearStarts"), params.amount("overtimeMinutes") * minute];
    return (work, out) => {
      const midnight = work.clock?.at(0);
      if (midnight === undefined) return;
      const isAny = forEachYear(readMonths(work), starts, (year) => {
        const over = year.filter(({ overtime }) => overtime > most).length;
        out.add(midnight[year[0]?.first ?? 0] ?? 0, midnight[year[11]?.end ?? 0] ?? 0, over);
      });
      out.isTooShort = !isAny;
    };
  },
};
