import { forEachStretch, leaveByDay, type PersonWork, runningSum, wholeDays, workByDay } from "../person-work.js";
import { shiftParam } from "./breaks.js";
import type { Measure, MeasureParams, ParamSpec } from "./measure.js";
import { periodsOf, referenceParams } from "./reference-period.js";

const minute = 60_000;
const hour = 60 * minute;

/** Night time by the clock, and how much of it makes a shift one of night work. */
const nightParams: Readonly<Record<string, ParamSpec>> = {
  ...shiftParam,
  nightStarts: { kind: "clock" },
  nightEnds: { kind: "clock" },
  nightMinutes: { kind: "amount", least: 1, most: 1440, default: 180 },
};

/** Visits the shifts that hold enough night time. */
function nightShifts(
  params: MeasureParams,
): (work: PersonWork, visit: (from: number, to: number, worked: number) => void) => void {
  const [starts, ends] = [params.minuteOfDay("nightStarts"), params.minuteOfDay("nightEnds")];
  const [gap, least] = [params.amount("shiftGapHours") * hour, params.amount("nightMinutes") * minute];
  return (work, visit) => {
    const { clock, sheet } = work;
    if (clock === undefined) return;
    const [begin, end] = [clock.at(starts), clock.at(ends)];
    const next = ends <= starts ? 1 : 0;
    const last = clock.days - next;
    // The first night that ends after the span at hand begins; nights and spans rise together.
    let night = 0;
    forEachStretch(work, gap, (first, stop) => {
      let atNight = 0;
      let worked = 0;
      for (let at = first; at < stop; at++) {
        const spanFrom = sheet.from[at] ?? 0;
        const spanTo = sheet.to[at] ?? 0;
        worked += spanTo - spanFrom;
        while (night < last && (end[night + next] ?? 0) <= spanFrom) night++;
        for (let of = night; of <= last && (begin[of] ?? 0) < spanTo; of++)
          atNight += Math.max(0, Math.min(spanTo, end[of + next] ?? 0) - Math.max(spanFrom, begin[of] ?? 0));
      }
      if (atNight >= least) visit(sheet.from[first] ?? 0, sheet.to[stop - 1] ?? 0, worked);
    });
  };
}

/** Work of each shift that holds enough night time. */
export const nightShiftWork: Measure = {
  name: "nightShiftWork",
  what: "work of each shift that holds at least some night time",
  unit: "minutes",
  better: "less",
  params: nightParams,
  needs: () => ["people.zone"],
  reader: (params) => {
    const visitNights = nightShifts(params);
    return (work, out) => visitNights(work, (from, to, worked) => out.add(from, to, worked / minute));
  },
};

/**
 * Average work in 24 hours of those who work at night as a normal course: at least a share of their shifts in the
 * reference period hold night time. One day in seven and days of leave are no days of the period.
 */
export const averageNightWork: Measure = {
  name: "averageNightWork",
  what: "average work in 24 hours over each reference period in which at least a share of the shifts hold night time; one day in seven and days of leave left out",
  unit: "minutes",
  better: "less",
  params: {
    ...nightParams,
    ...referenceParams,
    leastShare: { kind: "amount", least: 0, most: 1, default: 0.5 },
  },
  needs: () => ["people.zone", "leave.from"],
  rolls: true,
  moreWork: "mayHelp",
  reader: (params) => {
    const visitNights = nightShifts(params);
    const visitPeriods = periodsOf(params);
    const [share, gap] = [params.amount("leastShare"), params.amount("shiftGapHours") * hour];
    return (work, out) => {
      const { clock, sheet } = work;
      if (clock === undefined) return;
      const midnight = clock.at(0);
      const countByDay = (starts: readonly number[]): Float64Array => {
        const counts = new Float64Array(clock.days);
        let day = 0;
        for (const from of starts) {
          while (day + 1 < clock.days && (midnight[day + 1] ?? 0) <= from) day++;
          counts[day] = (counts[day] ?? 0) + 1;
        }
        return runningSum(counts);
      };
      const nights: number[] = [];
      visitNights(work, (from) => nights.push(from));
      if (nights.length === 0) return;
      const shifts: number[] = [];
      forEachStretch(work, gap, (first) => shifts.push(sheet.from[first] ?? 0));
      const [atNight, all] = [countByDay(nights), countByDay(shifts)];
      const [sums, away] = [
        runningSum(workByDay(work)),
        runningSum(leaveByDay(work, ["annual", "sick", "parental", "public", "unpaid", "other"])),
      ];
      const between = (of: Float64Array, from: number, to: number): number => (of[to] ?? 0) - (of[from] ?? 0);
      const isAny = visitPeriods(clock, wholeDays(work), (from, to) => {
        const days = ((to - from - between(away, from, to)) * 6) / 7;
        const shiftsThere = between(all, from, to);
        if (days <= 0 || shiftsThere === 0 || between(atNight, from, to) < share * shiftsThere) return;
        out.add(midnight[from] ?? 0, midnight[to] ?? 0, between(sums, from, to) / days / minute);
      });
      out.isTooShort = !isAny;
    };
  },
};
