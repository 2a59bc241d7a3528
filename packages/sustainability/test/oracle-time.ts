// Measures of working time written from their definitions, over slots of a quarter of an hour; nothing of the kernel is used.
const slotMillis = 900_000;

/** A person's time in slots: whether there is work, and what the clock shows at its start. */
export interface Slots {
  readonly from: number;
  readonly work: readonly boolean[];
  /** Local day number, and minute of the day. */
  readonly day: readonly number[];
  readonly minuteOfDay: readonly number[];
}

export function slotsOf(
  spans: readonly { readonly from: number; readonly to: number }[],
  from: number,
  to: number,
  zone: string,
): Slots {
  const format = new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short", timeStyle: "short" });
  const work: boolean[] = [];
  const day: number[] = [];
  const minuteOfDay: number[] = [];
  for (let at = from; at < to; at += slotMillis) {
    work.push(spans.some((span) => span.from <= at && at < span.to));
    const [date = "", time = ""] = format.format(at).split(" ");
    day.push(Date.parse(`${date}T00:00:00Z`) / 86_400_000);
    minuteOfDay.push(Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5)));
  }
  return { from, work, day, minuteOfDay };
}

const weekday = (day: number): number => (((day + 3) % 7) + 7) % 7;
const isWorked = ({ work }: Slots, at: number): boolean => work[at] === true;

function longestFree(slots: Slots, first: number, end: number): number {
  let [longest, run] = [0, 0];
  for (let at = first; at < end; at++) {
    run = isWorked(slots, at) ? 0 : run + 1;
    longest = Math.max(longest, run);
  }
  return longest * 15;
}

function worked(slots: Slots, first: number, end: number): number {
  let count = 0;
  for (let at = first; at < end; at++) if (isWorked(slots, at)) count++;
  return count * 15;
}

/** Whole local days: first slot and the one after the last. */
function daysOf(slots: Slots): { readonly day: number; readonly first: number; readonly end: number }[] {
  const days: { day: number; first: number; end: number }[] = [];
  slots.day.forEach((day, at) => {
    const last = days.at(-1);
    if (last?.day === day) last.end = at + 1;
    else days.push({ day, first: at, end: at + 1 });
  });
  return days;
}

/** Blocks of whole days that begin on a Monday. */
function blocks(slots: Slots, length: number, isWhole: (day: number) => boolean): [number, number][] {
  const days = daysOf(slots).filter(({ day }) => isWhole(day));
  const found: [number, number][] = [];
  const monday = days.findIndex(({ day }) => weekday(day) === 0);
  for (let at = monday; at >= 0 && at + length <= days.length; at += length)
    found.push([days[at]?.first ?? 0, days[at + length - 1]?.end ?? 0]);
  return found;
}

/** Stretches of slots with work between which gaps are shorter than some minutes. */
function stretches(slots: Slots, gapMinutes: number): [number, number][] {
  const found: [number, number][] = [];
  for (let at = 0; at < slots.work.length; at++) {
    if (!isWorked(slots, at)) continue;
    const last = found.at(-1);
    if (last !== undefined && (at - last[1]) * 15 < gapMinutes) last[1] = at + 1;
    else found.push([at, at + 1]);
  }
  return found;
}

const starts = (slots: Slots): number[] =>
  slots.work.flatMap((is, at) => (is && slots.work[at - 1] !== true ? [at] : []));

/** Values of a measure in no order, each with the slot its window begins with. */
type Naive = (slots: Slots, isWhole: (day: number) => boolean) => [at: number, value: number][];

/** By name: the values under the params that `oracle.test.ts` gives the kernel. */
export const naive: Readonly<Record<string, Naive>> = {
  dailyRest: (slots) =>
    starts(slots).flatMap((at) => (at + 96 > slots.work.length ? [] : [[at, longestFree(slots, at, at + 96)]])),
  restBetween: (slots) => {
    const all = stretches(slots, 1);
    return all.slice(1).map(([next], at) => [all[at]?.[1] ?? 0, (next - (all[at]?.[1] ?? 0)) * 15]);
  },
  weeklyRest: (slots, isWhole) =>
    blocks(slots, 7, isWhole).map(([first, end]) => [first, longestFree(slots, first, end)]),
  restPeriods: (slots, isWhole) =>
    blocks(slots, 7, isWhole).map(([first, end]) => {
      let [periods, run] = [0, 0];
      for (let at = first; at < end; at++) {
        run = isWorked(slots, at) ? 0 : run + 1;
        if (run === 96) {
          periods++;
          run = 0;
        }
      }
      return [first, periods];
    }),
  unbrokenWork: (slots) => stretches(slots, 30).map(([first, end]) => [first, worked(slots, first, end)]),
  shiftSpan: (slots) => stretches(slots, 300).map(([first, end]) => [first, (end - first) * 15]),
  workPerShift: (slots) => stretches(slots, 300).map(([first, end]) => [first, worked(slots, first, end)]),
  breakTime: (slots) =>
    stretches(slots, 300).flatMap(([first, end]) => {
      if (worked(slots, first, end) <= 360) return [];
      let [free, run] = [0, 0];
      for (let at = first; at < end; at++) {
        if (isWorked(slots, at)) {
          if (run >= 2) free += run * 15;
          run = 0;
        } else run++;
      }
      return [[first, free]];
    }),
  workPerDay: (slots) =>
    daysOf(slots).flatMap(({ first, end }) => {
      const minutes = worked(slots, first, end);
      return minutes > 0 ? [[first, minutes]] : [];
    }),
  workPerBlock: (slots, isWhole) => blocks(slots, 7, isWhole).map(([first, end]) => [first, worked(slots, first, end)]),
  averageWeeklyWork: (slots, isWhole) => {
    const days = daysOf(slots).filter(({ day }) => isWhole(day));
    return days.flatMap(({ first }, at) => {
      const last = days[at + 13];
      return last === undefined ? [] : [[first, worked(slots, first, last.end) / 2]];
    });
  },
  consecutiveDays: (slots) => {
    const days = daysOf(slots);
    const has = days.map(({ first, end }) => worked(slots, first, end) > 0);
    return days.flatMap(({ first }, at) => {
      if (has[at] !== true || has[at - 1] === true) return [];
      let length = 0;
      while (has[at + length] === true) length++;
      return [[first, length]];
    });
  },
  workedDays: (slots, isWhole) =>
    blocks(slots, 7, isWhole).map(([first, end]) => {
      const days = new Set<number>();
      for (let at = first; at < end; at++)
        if (isWorked(slots, at) && weekday(slots.day[at] ?? 0) > 4) days.add(slots.day[at] ?? 0);
      return [first, days.size];
    }),
  nightShiftWork: (slots) =>
    stretches(slots, 300).flatMap(([first, end]) => {
      let night = 0;
      for (let at = first; at < end; at++) {
        const minute = slots.minuteOfDay[at] ?? 0;
        if (isWorked(slots, at) && (minute >= 1380 || minute < 360)) night += 15;
      }
      return night >= 180 ? [[first, worked(slots, first, end)]] : [];
    }),
};

/** Most work in any window of a week that begins with a slot. */
export function mostInWeek(slots: Slots): number | undefined {
  const values = slots.work.flatMap((_is, at) => (at + 672 > slots.work.length ? [] : [worked(slots, at, at + 672)]));
  return values.length === 0 ? undefined : Math.max(...values);
}
