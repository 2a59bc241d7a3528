import type { CalendarSpec, LinkInput, ScheduleInput } from "../src/index.js";

const names = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"] as const;
const step = 10;

/** Minutes since 1970 of a local text. */
export const minutes = (text: string): number => Date.parse(`${text}Z`) / 60_000;
export const local = (at: number): string => new Date(at * 60_000).toISOString().slice(0, 16);

/** Calendar arithmetic by walking ten minutes at a time. */
function walker(spec: CalendarSpec | undefined) {
  const works = (at: number): boolean => {
    if (spec === undefined) return true;
    const day = Math.floor(at / 1440);
    const covers = (on: number, minute: number): boolean =>
      (spec.week[names[(((on + 4) % 7) + 7) % 7]!] ?? []).some(({ from, to }) => minute >= from && minute < to);
    return covers(day, at - day * 1440) || covers(day - 1, at - day * 1440 + 1440);
  };
  const next = (at: number): number => (works(at) ? at : next2(at));
  const next2 = (at: number): number => {
    while (!works(at)) at += step;
    return at;
  };
  const previous = (at: number): number => {
    while (!works(at - step)) at -= step;
    return at;
  };
  const add = (at: number, work: number): number => {
    for (; work > 0; at += step) if (works(at)) work -= step;
    for (; work < 0; at -= step) if (works(at - step)) work += step;
    return at;
  };
  const between = (a: number, b: number): number => {
    let sum = 0;
    for (let at = Math.min(a, b); at < Math.max(a, b); at += step) if (works(at)) sum += step;
    return a <= b ? sum : 0 - sum;
  };
  return { next, previous, add, between };
}

export interface NaiveDates {
  readonly es: string;
  readonly ef: string;
  readonly ls: string;
  readonly lf: string;
  readonly tf: number;
  readonly ff: number;
}

/** The textbook by plain recursion with the rules of `evenkeel`; slow, small, without progress, summaries and ALAP. */
export function naiveSchedule(input: ScheduleInput): Map<string, NaiveDates> {
  const rows = new Map(input.activities.map((row) => [row.id, row]));
  const calendarOf = (id: string) => {
    const { calendarId, elapsed } = rows.get(id)!;
    if (elapsed === true) return walker(undefined);
    return walker(input.calendars!.find((spec) => spec.id === (calendarId ?? input.calendars![0]!.id)));
  };
  const lengthOf = (id: string): number => rows.get(id)!.durationMinutes ?? 0;
  const lagOf = (link: LinkInput) => {
    const amount = link.lag?.minutes ?? ((link.lag?.percent ?? 0) * lengthOf(link.predecessor)) / 100;
    return { amount, calendar: link.lag?.basis === "elapsed" ? walker(undefined) : calendarOf(link.successor) };
  };
  const bounds = (id: string, kinds: string[]) =>
    (rows.get(id)!.constraints ?? []).filter(({ kind }) => kinds.includes(kind)).map(({ at }) => minutes(at!));
  const links = input.links ?? [];

  const early = (id: string): [number, number] => {
    const calendar = calendarOf(id);
    const length = lengthOf(id);
    const toFinish = (at: number): number => (length === 0 ? at : calendar.add(calendar.previous(at), -length));
    const proposals = [
      minutes(input.start!),
      ...bounds(id, ["SNET", "SO"]),
      ...bounds(id, ["FNET", "FO"]).map(toFinish),
    ];
    for (const link of links.filter(({ successor }) => successor === id)) {
      const [es, ef] = early(link.predecessor);
      const { amount, calendar: of } = lagOf(link);
      const at = of.add(link.type![0] === "F" ? ef : es, amount);
      proposals.push(link.type![1] === "F" ? toFinish(at) : at);
    }
    const x = Math.max(...proposals);
    const isEnd = rows.get(id)!.kind === "finishMilestone";
    const start = isEnd && calendar.previous(x) === x ? x : calendar.next(x);
    return [start, calendar.add(start, length)];
  };
  const finish = Math.max(...input.activities.map(({ id }) => early(id)[1]));
  const late = (id: string): [number, number] => {
    const calendar = calendarOf(id);
    const length = lengthOf(id);
    const toStart = (at: number): number => (length === 0 ? at : calendar.add(calendar.next(at), length));
    const caps = [finish, ...bounds(id, ["FNLT", "FO"]), ...bounds(id, ["SNLT", "SO"]).map(toStart)];
    const { deadline } = rows.get(id)!;
    if (deadline !== undefined) caps.push(minutes(deadline));
    for (const link of links.filter(({ predecessor }) => predecessor === id)) {
      const [ls, lf] = late(link.successor);
      const { amount, calendar: of } = lagOf(link);
      const at = of.add(link.type![1] === "F" ? lf : ls, -amount);
      caps.push(link.type![0] === "F" ? at : toStart(at));
    }
    const x = Math.min(...caps);
    const stays = rows.get(id)!.kind === "startMilestone" && (calendar.next(x) === x || calendar.previous(x) === x);
    const end = stays ? x : calendar.previous(x);
    return [length === 0 ? end : calendar.add(end, -length), end];
  };
  return new Map(
    input.activities.map(({ id }) => {
      const [[es, ef], [ls, lf]] = [early(id), late(id)];
      const calendar = calendarOf(id);
      const gaps = links
        .filter(({ predecessor }) => predecessor === id)
        .map((link) => {
          const { amount, calendar: of } = lagOf(link);
          const [js, jf] = early(link.successor);
          return calendarOf(link.successor).between(
            of.add(link.type![0] === "F" ? ef : es, amount),
            link.type![1] === "F" ? jf : js,
          );
        });
      const ff = gaps.length > 0 ? Math.min(...gaps) : calendar.between(ef, finish);
      const tf = Math.min(calendar.between(es, ls), calendar.between(ef, lf));
      return [id, { es: local(es), ef: local(ef), ls: local(ls), lf: local(lf), tf, ff: Math.max(0, ff) }];
    }),
  );
}
