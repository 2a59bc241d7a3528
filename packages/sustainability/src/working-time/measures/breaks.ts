import { forEachStretch, workWithin } from "../person-work.js";
import type { Measure } from "./measure.js";

const minute = 60_000;
const hour = 60 * minute;

/** Work without a break: gaps shorter than a break do not end it, and are not work. */
export const unbrokenWork: Measure = {
  name: "unbrokenWork",
  what: "work between breaks; gaps shorter than a break neither end it nor count as work",
  unit: "minutes",
  better: "less",
  params: { breakMinutes: { kind: "amount", least: 1, most: 240 } },
  reader: ({ amount }) => {
    const least = amount("breakMinutes") * minute;
    return (work, out) => {
      const { sheet } = work;
      forEachStretch(work, least, (first, end) => {
        out.add(sheet.from[first] ?? 0, sheet.to[end - 1] ?? 0, workWithin(sheet, first, end) / minute);
      });
    };
  },
};

/** A shift ends with a gap of this many hours. */
export const shiftParam = { shiftGapHours: { kind: "amount", least: 1, most: 24, default: 5 } } as const;

/** Time of breaks within shifts that hold more than some work. */
export const breakTime: Measure = {
  name: "breakTime",
  what: "time of breaks, each of a least length, within a shift of more than some work",
  unit: "minutes",
  better: "more",
  params: {
    ...shiftParam,
    whenWorkAboveMinutes: { kind: "amount", least: 0, most: 1440 },
    blockMinutes: { kind: "amount", least: 0, most: 240, default: 0 },
  },
  moreWork: "mayHelp",
  reader: ({ amount }) => {
    const [gap, above, block] = [
      amount("shiftGapHours") * hour,
      amount("whenWorkAboveMinutes") * minute,
      amount("blockMinutes") * minute,
    ];
    return (work, out) => {
      const { from, to } = work.sheet;
      forEachStretch(work, gap, (first, end) => {
        let worked = 0;
        let free = 0;
        for (let at = first; at < end; at++) {
          worked += (to[at] ?? 0) - (from[at] ?? 0);
          const pause = at > first ? (from[at] ?? 0) - (to[at - 1] ?? 0) : 0;
          if (pause >= block) free += pause;
        }
        if (worked > above) out.add(from[first] ?? 0, to[end - 1] ?? 0, free / minute);
      });
    };
  },
};

/** From the start of a shift to its end, breaks included. */
export const shiftSpan: Measure = {
  name: "shiftSpan",
  what: "time from the start of a shift to its end, breaks included",
  unit: "minutes",
  better: "less",
  params: shiftParam,
  reader: ({ amount }) => {
    const gap = amount("shiftGapHours") * hour;
    return (work, out) => {
      const { sheet } = work;
      forEachStretch(work, gap, (first, end) => {
        const from = sheet.from[first] ?? 0;
        const to = sheet.to[end - 1] ?? 0;
        out.add(from, to, (to - from) / minute);
      });
    };
  },
};
