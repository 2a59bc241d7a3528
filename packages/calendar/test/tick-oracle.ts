import { Temporal } from "temporal-polyfill";
import type { AwayPeriod, CalendarSpec } from "../src/index.js";
import { hoursOf } from "./oracle-calendar.js";

const ticksPerDay = 14_400;
const millisPerTick = 6000;

const instants = new Map<string, number>();

/** The tick at which the clocks of a zone show a local tick: the first time they do; where they never do, the jump. */
function tickOf(local: number, zone: string | undefined): number {
  if (zone === undefined) return local;
  const key = `${zone} ${local}`;
  const known = instants.get(key);
  if (known !== undefined) return known;
  const shown = Temporal.Instant.fromEpochMilliseconds(local * millisPerTick)
    .toZonedDateTimeISO("UTC")
    .toPlainDateTime();
  const earlier = shown.toZonedDateTime(zone, { disambiguation: "earlier" });
  const isSkipped = !earlier.toPlainDateTime().equals(shown);
  const at = isSkipped ? earlier.getTimeZoneTransition("next")! : earlier;
  const tick = at.epochMilliseconds / millisPerTick;
  instants.set(key, tick);
  return tick;
}

/** One byte a tick, from one day up to another: whether it is working time. */
export interface Strip {
  readonly from: number;
  readonly works: Uint8Array;
}

/** Marks each tick of each interval of each day, as the definition says. */
export function stripOf(
  specs: readonly CalendarSpec[],
  id: string,
  firstDay: number,
  days: number,
  zone?: string,
): Strip {
  const from = firstDay * ticksPerDay;
  const works = new Uint8Array(days * ticksPerDay);
  for (let day = firstDay - 3; day < firstDay + days + 3; day++) {
    for (const { from: begin, to: end } of hoursOf(specs, id, day)) {
      const [first, past] = [begin, end].map(
        (minute) => tickOf(day * ticksPerDay + Math.round(minute * 10), zone) - from,
      );
      works.fill(1, Math.max(0, first!), Math.max(0, past!));
    }
  }
  return { from, works };
}

/** Ticks that work in both. */
export function both(a: Strip, b: Strip): Strip {
  return { from: a.from, works: a.works.map((works, at) => works & b.works[at]!) };
}

/** Takes away the last part of each day's ticks that lie in periods; the days at the ends must not be touched. */
export function present(strip: Strip, periods: readonly AwayPeriod[], zone?: string): Strip {
  const share = new Float64Array(strip.works.length);
  const local = (text: string, isEnd: boolean): number =>
    text.includes("T")
      ? Date.parse(`${text}Z`) / millisPerTick
      : Date.parse(`${text}T00:00Z`) / millisPerTick + (isEnd ? ticksPerDay : 0);
  for (const period of periods) {
    const [begin, end] = [tickOf(local(period.from, false), zone), tickOf(local(period.to, true), zone)];
    for (let tick = begin; tick < end; tick++) {
      const at = tick - strip.from;
      if (at >= 0 && at < share.length) share[at] = Math.max(share[at]!, period.share ?? 1);
    }
  }
  const works = strip.works.slice();
  for (let day = strip.from / ticksPerDay - 1; day * ticksPerDay < strip.from + works.length + ticksPerDay; day++) {
    const begin = Math.max(0, tickOf(day * ticksPerDay, zone) - strip.from);
    const end = Math.min(works.length, tickOf((day + 1) * ticksPerDay, zone) - strip.from);
    // Ticks of one share that follow each other, within the day.
    for (let first = begin; first < end; ) {
      let past = first;
      while (past < end && share[past] === share[first]) past++;
      const ticks: number[] = [];
      for (let at = first; at < past; at++) if (works[at] === 1) ticks.push(at);
      for (const at of ticks.slice(ticks.length - Math.round(ticks.length * share[first]!))) works[at] = 0;
      first = past;
    }
  }
  return { from: strip.from, works };
}

/** The five questions, answered from the definitions by looking at every tick; undefined where the strip ends before. */
export function answers({ from, works }: Strip) {
  const size = works.length;
  // Ticks worked before each tick, and the nearest tick at which work can begin or end.
  const done = new Int32Array(size + 1);
  const nextBegin = new Int32Array(size + 1).fill(-1);
  const lastEnd = new Int32Array(size + 1).fill(-1);
  for (let at = 0; at < size; at++) {
    done[at + 1] = done[at]! + works[at]!;
    lastEnd[at + 1] = works[at] === 1 ? at + 1 : lastEnd[at]!;
  }
  for (let at = size - 1; at >= 0; at--) nextBegin[at] = works[at] === 1 ? at : nextBegin[at + 1]!;
  const tick = (at: number): number | undefined => (at < 0 ? undefined : from + at);
  /** The least position for which enough was done; positions only grow in what was done. */
  const least = (wanted: number): number => {
    let [low, high] = [0, size];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (done[middle]! >= wanted) high = middle;
      else low = middle + 1;
    }
    return done[low]! >= wanted ? low : -1;
  };
  return {
    next: (t: number) => tick(nextBegin[t - from]!),
    previous: (t: number) => tick(lastEnd[t - from]!),
    between: (a: number, b: number) => done[b - from]! - done[a - from]!,
    /** The earliest tick with so much work after t. */
    add: (t: number, work: number) => tick(least(done[t - from]! + work)),
    /** The latest tick with so much work before t: one before the least for which more was done. */
    subtract(t: number, work: number) {
      const most = done[t - from]! - work;
      return most < 0 ? undefined : tick(least(most + 1) - 1);
    },
    works: (t: number) => works[t - from] === 1 || works[t - from - 1] === 1,
  };
}
