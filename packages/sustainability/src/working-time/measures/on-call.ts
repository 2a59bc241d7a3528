import { forEachStretch, runningSum, wholeDays, workByDay, zerosAgain } from "../person-work.js";
import { shiftParam } from "./breaks.js";
import type { Measure } from "./measure.js";
import { periodsOf, referenceParams } from "./reference-period.js";

const hour = 3_600_000;

/** Share of all time that someone is on call. */
export const onCallShare: Measure = {
  name: "onCallShare",
  what: "share of all time on call, over each reference period",
  unit: "share",
  better: "less",
  params: referenceParams,
  onCall: true,
  needs: () => ["people.zone"],
  rolls: true,
  moreWork: "adds",
  reader: (params) => {
    const visitPeriods = periodsOf(params);
    const [ofDays, ofSums] = [zerosAgain(), zerosAgain()];
    return (work, out) => {
      const { clock } = work;
      if (clock === undefined) return;
      const [midnight, sums] = [clock.at(0), runningSum(workByDay(work, ofDays), ofSums)];
      const isAny = visitPeriods(clock, wholeDays(work), (from, to) => {
        const start = midnight[from] ?? 0;
        const stop = midnight[to] ?? 0;
        if (stop > start) out.add(start, stop, ((sums[to] ?? 0) - (sums[from] ?? 0)) / (stop - start));
      });
      out.isTooShort = !isAny;
    };
  },
};

/** Incidents of each shift on call, as many as its length allows: a shift of twice the hours may have twice as many. */
export const incidentsPerShift: Measure = {
  name: "incidentsPerShift",
  what: "incidents during each shift on call, for each so many hours of it; a shorter shift counts as one of them",
  unit: "incidents",
  better: "less",
  params: { ...shiftParam, hours: { kind: "amount", least: 1, most: 168, default: 12 } },
  onCall: true,
  needs: () => ["incidents.at"],
  moreWork: "mayHelp",
  reader: ({ amount }) => {
    const [gap, length] = [amount("shiftGapHours") * hour, amount("hours") * hour];
    return (work, out) => {
      const { sheet, incidents } = work;
      let next = 0;
      forEachStretch(work, gap, (first, end) => {
        const from = sheet.from[first] ?? 0;
        const to = sheet.to[end - 1] ?? 0;
        while (next < incidents.length && (incidents[next] ?? 0) < from) next++;
        let count = 0;
        for (; next < incidents.length && (incidents[next] ?? 0) < to; next++) count++;
        out.add(from, to, count / Math.max(1, (to - from) / length));
      });
    };
  },
};
