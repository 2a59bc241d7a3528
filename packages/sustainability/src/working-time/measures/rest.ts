import { firstSpanAfter, type PersonWork } from "../person-work.js";
import type { Readings } from "../readings.js";
import { blockParams, blocksOf } from "./blocks.js";
import type { Measure } from "./measure.js";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** Longest time without work in [from, to), milliseconds; `at` is the first span that ends after `from`. */
export function longestRest({ sheet, person }: PersonWork, from: number, to: number, at: number): number {
  const { from: begins, to: ends } = sheet;
  const end = sheet.start[person + 1] ?? 0;
  let longest = 0;
  let free = from;
  for (let span = at; span < end; span++) {
    const begin = begins[span] ?? 0;
    if (begin >= to) break;
    if (begin - free > longest) longest = begin - free;
    free = ends[span] ?? 0;
  }
  return Math.max(longest, to - free);
}

/** Longest rest within the hours that begin with a start of work. */
export const dailyRest: Measure = {
  name: "dailyRest",
  what: "longest rest within the hours that begin with each start of work",
  unit: "minutes",
  better: "more",
  params: { windowHours: { kind: "amount", least: 1, most: 168, default: 24 } },
  forPlans: true,
  reader: ({ amount }) => {
    const window = amount("windowHours") * hour;
    return (work, out) => {
      const { sheet, person, from, to } = work;
      const begins = sheet.from;
      const stop = sheet.start[person + 1] ?? 0;
      for (let at = sheet.start[person] ?? 0; at < stop; at++) {
        const start = begins[at] ?? 0;
        if (start < from) continue;
        if (start + window > to) break;
        out.add(start, start + window, longestRest(work, start, start + window, at) / minute);
      }
    };
  },
};

/** Reads the longest rest within the window of a reading; by place, so that no number is handed on and boxed. */
function readLongestRest(work: PersonWork, out: Readings, at: number): void {
  const from = out.from[at] ?? 0;
  out.value[at] = longestRest(work, from, out.to[at] ?? 0, firstSpanAfter(work, from)) / minute;
}

/** The weaker rule: the time between the end of work and its next start. */
export const restBetween: Measure = {
  name: "restBetween",
  what: "time between the end of a stretch of work and the next start",
  unit: "minutes",
  better: "more",
  params: { ignoreBelowMinutes: { kind: "amount", least: 0, most: 1440, default: 0 } },
  reader: ({ amount }) => {
    const ignored = amount("ignoreBelowMinutes") * minute;
    return ({ sheet, person }, out) => {
      for (let at = (sheet.start[person] ?? 0) + 1; at < (sheet.start[person + 1] ?? 0); at++) {
        const end = sheet.to[at - 1] ?? 0;
        const next = sheet.from[at] ?? 0;
        if (next - end >= ignored) out.add(end, next, (next - end) / minute);
      }
    };
  },
};

/** Longest rest within each whole block of days; a rest across a border is cut there. */
export const weeklyRest: Measure = {
  name: "weeklyRest",
  what: "longest rest within each whole block of days; a rest across a border is cut there",
  unit: "minutes",
  better: "more",
  params: blockParams,
  needs: () => ["people.zone"],
  forPlans: true,
  reader: (params) => {
    const visitBlocks = blocksOf(params);
    return (work, out) => {
      const midnight = work.clock?.at(0);
      if (midnight === undefined) return;
      visitBlocks(work, out, (first, end) => {
        const at = out.place();
        out.from[at] = midnight[first] ?? 0;
        out.to[at] = midnight[end] ?? 0;
        readLongestRest(work, out, at);
      });
    };
  },
};

/** How many rests of some hours there are within each whole block of days; a rest of twice the hours is two. */
export const restPeriods: Measure = {
  name: "restPeriods",
  what: "number of rests of some hours within each whole block of days; a rest of twice the hours counts as two",
  unit: "periods",
  better: "more",
  params: { ...blockParams, hours: { kind: "amount", least: 1, most: 336 } },
  needs: () => ["people.zone"],
  forPlans: true,
  reader: (params) => {
    const visitBlocks = blocksOf(params);
    const period = params.amount("hours") * hour;
    return (work, out) => {
      const { sheet, person, clock } = work;
      if (clock === undefined) return;
      const midnight = clock.at(0);
      visitBlocks(work, out, (first, end) => {
        const from = midnight[first] ?? 0;
        const to = midnight[end] ?? 0;
        let periods = 0;
        let free = from;
        for (let at = firstSpanAfter(work, from); at < (sheet.start[person + 1] ?? 0); at++) {
          const begin = sheet.from[at] ?? 0;
          if (begin >= to) break;
          periods += Math.max(0, Math.floor((begin - free) / period));
          free = sheet.to[at] ?? 0;
        }
        out.add(from, to, periods + Math.max(0, Math.floor((to - free) / period)));
      });
    };
  },
};

/** Rest owed: what a rest between two stretches of work falls short by, unless one after it gives it back on top of its own. */
export const restOwed: Measure = {
  name: "restOwed",
  what: "what a rest between two stretches of work falls short by, unless a rest that begins within some days gives it back in one piece on top of its own; each short rest is looked at alone",
  unit: "minutes",
  better: "less",
  params: {
    restMinutes: { kind: "amount", least: 1, most: 1440, default: 660 },
    ignoreBelowMinutes: { kind: "amount", least: 0, most: 1440, default: 180 },
    withinDays: { kind: "amount", least: 1, most: 60, default: 14 },
  },
  moreWork: "mayHelp",
  looksBeyond: true,
  reader: ({ amount }) => {
    const [due, ignored] = [amount("restMinutes") * minute, amount("ignoreBelowMinutes") * minute];
    const within = amount("withinDays") * day;
    return ({ sheet, person, to }, out) => {
      const end = sheet.start[person + 1] ?? 0;
      for (let at = (sheet.start[person] ?? 0) + 1; at < end; at++) {
        const free = sheet.to[at - 1] ?? 0;
        const back = sheet.from[at] ?? 0;
        const short = due - (back - free);
        if (back - free < ignored || short <= 0 || back + within > to) continue;
        let isGiven = false;
        for (let next = at + 1; next <= end && !isGiven; next++) {
          const later = sheet.to[next - 1] ?? 0;
          if (later > back + within) break;
          isGiven = (next < end ? (sheet.from[next] ?? 0) : to) - later >= due + short;
        }
        out.add(free, back + within, isGiven ? 0 : short / minute);
      }
    };
  },
};
