import { addWork, type CompiledCalendar, nextWorkingTime, previousWorkingTime, workBetween } from "@evenkeel/calendar";
import type { CompiledSchedule } from "./compile-schedule.js";
import { isSpan } from "./outline.js";
import type { LinkInput } from "./types.js";

/** Ticks of one row of the answer: es ef ls lf start finish, then total, free, start and finish float. */
export type Row = number[];

interface Spanned {
  readonly compiled: CompiledSchedule;
  readonly rows: (Row | undefined)[];
  readonly finished: Uint8Array;
}

/** Early or late instants that the links of a level of effort tie its start and its finish to. */
function tied(
  spanned: Spanned,
  position: number,
  links: readonly LinkInput[],
  shift: 0 | 2,
): { readonly starts: number[]; readonly finishes: number[] } {
  const { compiled, rows } = spanned;
  const { outline, input, network, calendarOf } = compiled;
  const own = input.activities[position]!.id;
  const [starts, finishes]: [number[], number[]] = [[], []];
  for (const { predecessor, successor, type = "FS", lag } of links) {
    const isAfter = successor === own;
    const other = rows[outline.positionOf.get(isAfter ? predecessor : successor) ?? -1];
    if (other === undefined) continue;
    const minutes = lag?.minutes ?? 0;
    const calendar = network.calendars[calendarOf[position]!]!;
    const theirs = isAfter ? type[0] : type[1];
    const at = addWork(
      calendar,
      other[shift + (theirs === "S" ? 0 : 1)]!,
      Math.round((isAfter ? minutes : -minutes) * 10),
    );
    ((isAfter ? type[1] : type[0]) === "S" ? starts : finishes).push(at);
    // A level of effort that follows a finish, or goes before a start, begins or ends there.
  }
  return { starts, finishes };
}

function span(
  starts: readonly number[],
  finishes: readonly number[],
  calendar: CompiledCalendar,
): [number, number] | undefined {
  if (starts.length + finishes.length === 0) return undefined;
  const from = starts.length > 0 ? Math.min(...starts) : Math.min(...finishes);
  const to = finishes.length > 0 ? Math.max(...finishes) : Math.max(...starts);
  const start = nextWorkingTime(calendar, from);
  return [start, Math.max(start, previousWorkingTime(calendar, to))];
}

/** Unfinished activities beside a hammock, below the same parent. */
function siblings({ compiled, rows, finished }: Spanned, position: number): Row[] {
  const { outline, input } = compiled;
  const parent = outline.parent[position]!;
  return outline.leaves.flatMap((leaf) => {
    const row = rows[leaf];
    const isBelow = parent === -1 || outline.isWithin(leaf, parent);
    const { inactive, outside } = input.activities[leaf]!;
    const counts = isBelow && finished[leaf] === 0 && inactive !== true && outside === undefined;
    return row !== undefined && counts ? [row] : [];
  });
}

/**
 * Rows of levels of effort and hammocks: they last as their links, or the activities beside them, span them, early and late
 * alike. Levels of effort tied to one another settle in rounds; a circle of them stays without dates.
 */
export function addSpannedRows(spanned: Spanned): void {
  const { compiled, rows } = spanned;
  const { input, network, calendarOf } = compiled;
  const positions = input.activities.flatMap(({ kind, inactive }, at) =>
    isSpan(kind) && inactive !== true ? [at] : [],
  );
  if (positions.length === 0) return;
  const linksOf = new Map<string, LinkInput[]>();
  for (const link of input.links ?? []) {
    for (const id of [link.predecessor, link.successor]) {
      const known = linksOf.get(id);
      if (known === undefined) linksOf.set(id, [link]);
      else known.push(link);
    }
  }
  const place = (position: number): boolean => {
    const calendar = network.calendars[calendarOf[position]!]!;
    const { id, kind } = input.activities[position]!;
    const side = (shift: 0 | 2): [number, number] | undefined => {
      if (kind === "hammock") {
        const beside = siblings(spanned, position);
        return span(
          beside.map((row) => row[shift]!),
          beside.map((row) => row[shift + 1]!),
          calendar,
        );
      }
      const { starts, finishes } = tied(spanned, position, linksOf.get(id) ?? [], shift);
      return span(starts, finishes, calendar);
    };
    const [early, late] = [side(0), side(2)];
    if (early === undefined || late === undefined) return false;
    const startFloat = workBetween(calendar, early[0], late[0]);
    const finishFloat = workBetween(calendar, early[1], late[1]);
    rows[position] = [...early, ...late, ...early, finishFloat, 0, startFloat, finishFloat];
    return true;
  };
  for (let waiting = positions; ; ) {
    const left = waiting.filter((position) => !place(position));
    if (left.length === waiting.length) return;
    waiting = left;
  }
}
