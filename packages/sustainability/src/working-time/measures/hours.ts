import {
  forEachStretch,
  leaveByDay,
  runningSum,
  wholeDays,
  workByDay,
  workWithin,
  zerosAgain,
} from "../person-work.js";
import { blockParams, blocksOf } from "./blocks.js";
import { shiftParam } from "./breaks.js";
import type { Measure, ParamSpec } from "./measure.js";
import { periodsOf, referenceParams } from "./reference-period.js";

const minute = 60_000;
const hour = 60 * minute;
const leaveKinds = ["annual", "sick", "parental", "public", "unpaid", "other"] as const;

/** Work within each shift, or within each civil day. */
export const workPerDay: Measure = {
  name: "workPerDay",
  what: "work of each civil day",
  unit: "minutes",
  better: "less",
  params: {},
  needs: () => ["people.zone"],
  forPlans: true,
  moreWork: "adds",
  reader: () => {
    const ofDays = zerosAgain();
    return (work, out) => {
      const midnight = work.clock?.at(0);
      if (midnight === undefined) return;
      const worked = workByDay(work, ofDays);
      for (let day = 0; day < worked.length; day++)
        if ((worked[day] ?? 0) > 0) out.add(midnight[day] ?? 0, midnight[day + 1] ?? 0, (worked[day] ?? 0) / minute);
    };
  },
};

/** Work within each shift, whatever day it falls on. */
export const workPerShift: Measure = {
  name: "workPerShift",
  what: "work of each shift, breaks left out, whatever day it falls on",
  unit: "minutes",
  better: "less",
  params: shiftParam,
  reader: ({ amount }) => {
    const gap = amount("shiftGapHours") * hour;
    return (work, out) => {
      const { sheet } = work;
      forEachStretch(work, gap, (first, end) => {
        out.add(sheet.from[first] ?? 0, sheet.to[end - 1] ?? 0, workWithin(sheet, first, end) / minute);
      });
    };
  },
};

/** Work within each whole block of days, such as a civil week. */
export const workPerBlock: Measure = {
  name: "workPerBlock",
  what: "work within each whole block of days, such as a civil week",
  unit: "minutes",
  better: "less",
  params: blockParams,
  needs: () => ["people.zone"],
  forPlans: true,
  moreWork: "adds",
  reader: (params) => {
    const visitBlocks = blocksOf(params);
    const [ofDays, ofSums] = [zerosAgain(), zerosAgain()];
    return (work, out) => {
      const midnight = work.clock?.at(0);
      if (midnight === undefined) return;
      const sums = runningSum(workByDay(work, ofDays), ofSums);
      visitBlocks(work, out, (first, end) =>
        out.add(midnight[first] ?? 0, midnight[end] ?? 0, ((sums[end] ?? 0) - (sums[first] ?? 0)) / minute),
      );
    };
  },
};

/**
 * Most work within any window of some hours. It is found where a window begins with a span of work, ends with one, or
 * touches the ends of the records: between those the sum does not rise.
 */
export const workInWindow: Measure = {
  name: "workInWindow",
  what: "work within any window of some hours, wherever it begins",
  unit: "minutes",
  better: "less",
  params: { hours: { kind: "amount", least: 1, most: 8784 } },
  forPlans: true,
  rolls: true,
  moreWork: "adds",
  reader: ({ amount }) => {
    const length = amount("hours") * hour;
    return (work, out) => {
      const { sheet, person } = work;
      const end = sheet.start[person + 1] ?? 0;
      // Spans from `first` on end after the window begins; `sum` is the work of those before `next`, which end within it.
      const sweep = (startOf: (span: number) => number, begin: number, stop: number): void => {
        let [first, next, sum] = [sheet.start[person] ?? 0, sheet.start[person] ?? 0, 0];
        for (let at = begin; at < stop; at++) {
          const from = startOf(at);
          const to = from + length;
          for (; next < end && (sheet.to[next] ?? 0) <= to; next++)
            sum += (sheet.to[next] ?? 0) - (sheet.from[next] ?? 0);
          for (; first < next && (sheet.to[first] ?? 0) <= from; first++)
            sum -= (sheet.to[first] ?? 0) - (sheet.from[first] ?? 0);
          if (from < work.from || to > work.to) continue;
          const cutStart = first < next ? Math.max(0, from - (sheet.from[first] ?? 0)) : 0;
          const last = next < end ? Math.max(0, to - Math.max(from, sheet.from[next] ?? 0)) : 0;
          out.add(from, to, (sum - cutStart + last) / minute);
        }
      };
      const [begin, edges] = [sheet.start[person] ?? 0, [work.from, work.to - length]];
      sweep((span) => sheet.from[span] ?? 0, begin, end);
      sweep((span) => (sheet.to[span] ?? 0) - length, begin, end);
      sweep((edge) => edges[edge] ?? 0, 0, edges.length);
      out.isTooShort = work.to - work.from < length;
    };
  },
};

/** How days of leave count in an average. */
const averageParams: Readonly<Record<string, ParamSpec>> = {
  ...referenceParams,
  leave: { kind: "name", among: ["counted", "excluded", "replaced"], default: "excluded" },
  leaveKinds: { kind: "names", among: leaveKinds, default: ["annual", "sick", "parental"] },
};

/** Work of the first so many days with work from a day on; undefined when the records end before them. */
function replacement(worked: Float64Array, from: number, end: number, days: number): number | undefined {
  let [sum, left] = [0, days];
  for (let day = from; left > 0; day++) {
    if (day >= end) return undefined;
    const of = worked[day] ?? 0;
    if (of === 0) continue;
    sum += of;
    left--;
  }
  return sum;
}

/**
 * Average work a week over a reference period. Days of leave are left out of it (`excluded`: they are no days of the
 * period), are made up for by as many days with work that follow it (`replaced`: (A + B) / C), or count as any other.
 */
export const averageWeeklyWork: Measure = {
  name: "averageWeeklyWork",
  what: "average work a week over each reference period",
  unit: "minutes",
  better: "less",
  params: averageParams,
  needs: ({ name }) => (name("leave") === "counted" ? ["people.zone"] : ["people.zone", "leave.from"]),
  forPlans: true,
  rolls: true,
  moreWork: "adds",
  reader: (params) => {
    const visitPeriods = periodsOf(params);
    const leave = params.name("leave");
    const kinds = leave === "counted" ? [] : params.names("leaveKinds");
    const [ofDays, ofSums, ofLeave, ofLeaveSums] = [zerosAgain(), zerosAgain(), zerosAgain(), zerosAgain()];
    return (work, out) => {
      const { clock } = work;
      if (clock === undefined) return;
      const whole = wholeDays(work);
      const [midnight, worked] = [clock.at(0), workByDay(work, ofDays)];
      const [sums, away] = [runningSum(worked, ofSums), runningSum(leaveByDay(work, kinds, ofLeave), ofLeaveSums)];
      const isAny = visitPeriods(clock, whole, (from, to) => {
        const left = (away[to] ?? 0) - (away[from] ?? 0);
        const more = leave === "replaced" ? replacement(worked, to, whole.end, left) : 0;
        const days = leave === "replaced" ? to - from : to - from - left;
        if (more === undefined || days === 0) return;
        const sum = (sums[to] ?? 0) - (sums[from] ?? 0) + more;
        const at = out.place();
        out.from[at] = midnight[from] ?? 0;
        out.to[at] = midnight[to] ?? 0;
        out.value[at] = (sum * 7) / days / minute;
      });
      out.isTooShort = !isAny;
    };
  },
};
