import { civilDay, dayNumber } from "@evenkeel/kernel";
import { leaveByDay, type PersonWork, wholeDays, workByDay, zerosAgain } from "../person-work.js";
import { blockParams, blocksOf, weekdayIndex, weekdayNames } from "./blocks.js";
import type { Measure } from "./measure.js";

const minute = 60_000;

/** Runs of civil days that all hold work. */
export const consecutiveDays: Measure = {
  name: "consecutiveDays",
  what: "civil days with work that follow one another",
  unit: "days",
  better: "less",
  params: { leastMinutes: { kind: "amount", least: 0, most: 1440, default: 0 } },
  needs: () => ["people.zone"],
  forPlans: true,
  reader: ({ amount }) => {
    const least = amount("leastMinutes") * minute;
    const ofDays = zerosAgain();
    return (work, out) => {
      const midnight = work.clock?.at(0);
      if (midnight === undefined) return;
      const worked = workByDay(work, ofDays);
      for (let day = 0, first = 0; day <= worked.length; day++) {
        const of = worked[day] ?? 0;
        if (of > 0 && of >= least) continue;
        if (day > first) out.add(midnight[first] ?? 0, midnight[day] ?? 0, day - first);
        first = day + 1;
      }
    };
  },
};

/** Visits the civil years that lie wholly within the records: first day and day after the last, by day of the clock. */
function forEachYear(work: PersonWork, visit: (first: number, end: number) => void): boolean {
  const { clock } = work;
  if (clock === undefined) return false;
  const { first, end } = wholeDays(work);
  let year = civilDay(clock.firstDay + first).year;
  if (dayNumber(year, 1, 1) < clock.firstDay + first) year++;
  let isAny = false;
  for (; dayNumber(year + 1, 1, 1) - clock.firstDay <= end; year++) {
    visit(dayNumber(year, 1, 1) - clock.firstDay, dayNumber(year + 1, 1, 1) - clock.firstDay);
    isAny = true;
  }
  return isAny;
}

/** Days of a weekday without work in each civil year, such as free Sundays. */
export const freeDaysInYear: Measure = {
  name: "freeDaysInYear",
  what: "days of a weekday without work in each civil year, such as free Sundays",
  unit: "days",
  better: "more",
  params: { weekday: { kind: "name", among: weekdayNames(), default: "sunday" } },
  needs: () => ["people.zone"],
  reader: ({ name }) => {
    const weekday = weekdayNames().indexOf(name("weekday"));
    const ofDays = zerosAgain();
    return (work, out) => {
      const { clock } = work;
      if (clock === undefined) return;
      const [midnight, worked] = [clock.at(0), workByDay(work, ofDays)];
      const isAny = forEachYear(work, (first, end) => {
        let free = 0;
        for (let day = first; day < end; day++)
          if (weekdayIndex(clock.firstDay + day) === weekday && worked[day] === 0) free++;
        out.add(midnight[first] ?? 0, midnight[end] ?? 0, free);
      });
      out.isTooShort = !isAny;
    };
  },
};

/** Days of annual leave, taken or booked, in each civil year. */
export const leaveInYear: Measure = {
  name: "leaveInYear",
  what: "days of annual leave, taken or booked, in each civil year; only days of the working week count",
  unit: "days",
  better: "more",
  params: { daysAWeek: { kind: "amount", least: 1, most: 7, default: 5 } },
  needs: () => ["people.zone", "leave.from"],
  reader: ({ amount }) => {
    const workingDays = amount("daysAWeek");
    const ofDays = zerosAgain();
    return (work, out) => {
      const { clock } = work;
      if (clock === undefined) return;
      const [midnight, away] = [clock.at(0), leaveByDay(work, ["annual"], ofDays)];
      const isAny = forEachYear(work, (first, end) => {
        let taken = 0;
        for (let day = first; day < end; day++)
          if (weekdayIndex(clock.firstDay + day) < workingDays) taken += away[day] ?? 0;
        out.add(midnight[first] ?? 0, midnight[end] ?? 0, taken);
      });
      out.isTooShort = !isAny;
    };
  },
};

/** Number of days of some weekdays with work within each whole block of days. */
export const workedDays: Measure = {
  name: "workedDays",
  what: "number of days with work, of some weekdays, within each whole block of days",
  unit: "days",
  better: "less",
  params: { ...blockParams, weekdays: { kind: "names", among: weekdayNames(), default: ["saturday", "sunday"] } },
  needs: () => ["people.zone"],
  forPlans: true,
  reader: (params) => {
    const visitBlocks = blocksOf(params);
    const weekdays = params.names("weekdays").map((name) => weekdayNames().indexOf(name));
    const ofDays = zerosAgain();
    return (work, out) => {
      const { clock } = work;
      if (clock === undefined) return;
      const [worked, midnight, firstDay] = [workByDay(work, ofDays), clock.at(0), clock.firstDay];
      visitBlocks(work, out, (first, end) => {
        let days = 0;
        for (let day = first; day < end; day++)
          if ((worked[day] ?? 0) > 0 && weekdays.includes(weekdayIndex(firstDay + day))) days++;
        out.add(midnight[first] ?? 0, midnight[end] ?? 0, days);
      });
    };
  },
};

/** Work between two times of the clock, within each whole block of days. */
export const workAtTimes: Measure = {
  name: "workAtTimes",
  what: "work between two times of the clock, within each whole block of days; times that hold midnight are the early and the late hours of each day",
  unit: "minutes",
  better: "less",
  params: { ...blockParams, starts: { kind: "clock" }, ends: { kind: "clock" } },
  needs: () => ["people.zone"],
  reader: (params) => {
    const visitBlocks = blocksOf(params);
    const [starts, ends] = [params.minuteOfDay("starts"), params.minuteOfDay("ends")];
    const ofSums = zerosAgain();
    return (work, out) => {
      const { clock, sheet, person } = work;
      if (clock === undefined) return;
      const [begin, end, midnight] = [clock.at(starts), clock.at(ends), clock.at(0)];
      const byDay = ofSums(clock.days + 1);
      const stop = sheet.start[person + 1] ?? 0;
      let at = sheet.start[person] ?? 0;
      const within = (from: number, to: number): number => {
        while (at < stop && (sheet.to[at] ?? 0) <= from) at++;
        let inside = 0;
        for (let span = at; span < stop && (sheet.from[span] ?? 0) < to; span++)
          inside += Math.min(sheet.to[span] ?? 0, to) - Math.max(sheet.from[span] ?? 0, from);
        return inside;
      };
      for (let day = 0; day < clock.days; day++) {
        const [from, to] = [begin[day] ?? 0, end[day] ?? 0];
        // Times that hold midnight are the early and the late hours of each day.
        const ofDay =
          ends > starts ? within(from, to) : within(midnight[day] ?? 0, to) + within(from, midnight[day + 1] ?? 0);
        byDay[day + 1] = (byDay[day] ?? 0) + ofDay;
      }
      visitBlocks(work, out, (first, endDay) =>
        out.add(midnight[first] ?? 0, midnight[endDay] ?? 0, ((byDay[endDay] ?? 0) - (byDay[first] ?? 0)) / minute),
      );
    };
  },
};
