import {
  forEachStretch,
  leaveByDay,
  type PersonWork,
  runningSum,
  wholeDays,
  workByDay,
  workWithin,
  zerosAgain,
} from "../person-work.js";
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

/** Visits the shifts that hold enough night time, by first span and span after the last. */
function nightShifts(params: MeasureParams): (work: PersonWork, visit: (first: number, end: number) => void) => void {
  const [starts, ends] = [params.minuteOfDay("nightStarts"), params.minuteOfDay("nightEnds")];
  const [gap, least] = [params.amount("shiftGapHours") * hour, params.amount("nightMinutes") * minute];
  return (work, visit) => {
    const { clock, sheet, person } = work;
    if (clock === undefined) return;
    const [begin, end] = [clock.at(starts), clock.at(ends)];
    const next = ends <= starts ? 1 : 0;
    const last = clock.days - next;
    const { from: startOf, to: endOf } = sheet;
    const stop = sheet.start[person + 1] ?? 0;
    // The first night that ends after the span at hand begins; nights and spans rise together.
    let night = 0;
    let nightFrom = begin[0] ?? 0;
    let nightTo = end[next] ?? 0;
    let atNight = 0;
    let shift = sheet.start[person] ?? 0;
    for (let at = shift; at < stop; at++) {
      const from = startOf[at] ?? 0;
      const to = endOf[at] ?? 0;
      if (at > shift && from - (endOf[at - 1] ?? 0) >= gap) {
        if (atNight >= least) visit(shift, at);
        atNight = 0;
        shift = at;
      }
      while (night < last && nightTo <= from) {
        night++;
        nightFrom = begin[night] ?? 0;
        nightTo = end[night + next] ?? 0;
      }
      if (nightFrom >= to) continue;
      for (let of = night; of <= last && (begin[of] ?? 0) < to; of++)
        atNight += Math.max(0, Math.min(to, end[of + next] ?? 0) - Math.max(from, begin[of] ?? 0));
    }
    if (atNight >= least) visit(shift, stop);
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
    return (work, out) => {
      const { sheet } = work;
      visitNights(work, (first, end) =>
        out.add(sheet.from[first] ?? 0, sheet.to[end - 1] ?? 0, workWithin(sheet, first, end) / minute),
      );
    };
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
    const [ofDays, ofSums, ofLeave] = [zerosAgain(), zerosAgain(), zerosAgain()];
    const [ofNights, ofShifts] = [zerosAgain(), zerosAgain()];
    return (work, out) => {
      const { clock, sheet } = work;
      if (clock === undefined) return;
      const midnight = clock.at(0);
      const counts = ofDays(clock.days);
      let day = 0;
      let isAnyNight = false;
      const count = (first: number): void => {
        const from = sheet.from[first] ?? 0;
        while (day + 1 < clock.days && (midnight[day + 1] ?? 0) <= from) day++;
        counts[day] = (counts[day] ?? 0) + 1;
        isAnyNight = true;
      };
      visitNights(work, count);
      if (!isAnyNight) return;
      const atNight = runningSum(counts, ofNights);
      counts.fill(0);
      day = 0;
      forEachStretch(work, gap, count);
      const all = runningSum(counts, ofShifts);
      const [sums, away] = [
        runningSum(workByDay(work, ofDays), ofSums),
        runningSum(leaveByDay(work, ["annual", "sick", "parental", "public", "unpaid", "other"], ofDays), ofLeave),
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
