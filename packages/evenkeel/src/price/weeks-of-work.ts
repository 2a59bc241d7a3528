import { workBetween } from "@evenkeel/calendar";
import { compareText, formatDay } from "@evenkeel/kernel";
import type { CompiledWork } from "./compile-work.js";
import type { EffortPieces } from "./rate-profile.js";
import type { PersonWeek } from "./types.js";
import type { Worker } from "./workers.js";

const ticksPerDay = 14_400;

/** Positions of Mondays in a worker's time since the origin, as far as they are needed. */
class Mondays {
  readonly #at: number[] = [];
  readonly #work: CompiledWork;
  readonly #worker: Worker;

  constructor(work: CompiledWork, worker: Worker) {
    this.#work = work;
    this.#worker = worker;
  }

  dayOf(week: number): number {
    return this.#work.origin / ticksPerDay - 7 + 7 * week;
  }

  position(week: number): number {
    for (let next = this.#at.length; next <= week; next++)
      this.#at.push(workBetween(this.#worker.calendar, this.#work.origin, this.#work.midnight(this.dayOf(next))));
    return this.#at[week]!;
  }

  /** The week that holds a position: the last that begins at or before it. */
  holding(position: number): number {
    while (!(this.#at.at(-1)! > position)) this.position(this.#at.length);
    let [low, high] = [0, this.#at.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#at[middle]! <= position) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

/** What each week asks of each person, by week and person id. */
export function weeksOfWork(work: CompiledWork, pieces: readonly EffortPieces[]): PersonWeek[] {
  const mondays = new Map<string, Mondays>();
  const asked = new Map<string, number[]>();
  work.jobs.forEach(({ worker }, at) => {
    const weeks = mondays.get(worker.id) ?? new Mondays(work, worker);
    mondays.set(worker.id, weeks);
    const ticks = asked.get(worker.id) ?? [];
    asked.set(worker.id, ticks);
    const own = pieces[at]!;
    for (let k = 0; k < own.length; k += 3) {
      const [from, to, effort] = [own[k]!, own[k + 1]!, own[k + 2]!];
      for (let week = weeks.holding(from); weeks.position(week) < to; week++) {
        const share = (Math.min(to, weeks.position(week + 1)) - Math.max(from, weeks.position(week))) / (to - from);
        while (ticks.length <= week) ticks.push(0);
        ticks[week]! += effort * share;
      }
    }
  });
  const rows: PersonWeek[] = [];
  for (const [personId, ticks] of asked) {
    const weeks = mondays.get(personId)!;
    const { fullWeek } = work.workers.get(personId)!;
    ticks.forEach((minutes, week) => {
      if (minutes === 0) return;
      const shareOfWeek = Math.min(1, (weeks.position(week + 1) - weeks.position(week)) / fullWeek);
      rows.push({ week: formatDay(weeks.dayOf(week)), personId, minutes: minutes / 10, shareOfWeek });
    });
  }
  return rows.sort((a, b) => compareText(a.week, b.week) || compareText(a.personId, b.personId));
}
