import { type Issue, issue, ok, type Result, refuse } from "@evenkeel/kernel";
import { fairSpans } from "../focus/day-spans.js";
import { byPerson } from "../load/gather-load.js";
import { mergeIntervals } from "../merge-intervals.js";
import type { Rota, RotaShift } from "./types.js";

const twelveHours = 43_200_000;

/** How much of the time someone could be called. */
export interface OnCallShare {
  readonly personId: string;
  readonly onCallMinutes: number;
  /** Of all time of the rota, 0..1. */
  readonly share: number;
}

/** Calls in twelve hours of a shift, or in what is left of it. */
export interface ShiftIncidents {
  readonly shift: RotaShift;
  /** Milliseconds UTC. */
  readonly from: number;
  readonly to: number;
  /** Ids, in time order. */
  readonly incidentIds: readonly string[];
}

/** How many share a rota. */
export interface RotaSize {
  readonly rotaId: string;
  readonly people: number;
}

function fairRota(rota: Rota): { readonly shifts: RotaShift[]; readonly issues: Issue[]; readonly isFair: boolean } {
  const issues: Issue[] = [];
  const shifts = fairSpans(rota.shifts, "shifts", issues);
  const isFair = Number.isFinite(rota.from) && Number.isFinite(rota.to) && rota.from < rota.to;
  if (!isFair) {
    const facts = { row: "rota", from: String(rota.from), to: String(rota.to) };
    issues.unshift(issue("sustainability/impossible-row", { path: ["from"], facts }));
  }
  return { shifts, issues, isFair };
}

/**
 * On-call share of each person: time in which they could be called, over all time of the rota.
 *
 * @param rota - shifts, and the instants between which they are complete
 * @returns one row a person, by id; overlapping shifts of a person count once
 *
 * Issues: sustainability/impossible-row, for rows left out (or for all).
 * Time O(n log n), space O(n).
 * Source: Beyer et al. (2016), Site Reliability Engineering, chapter 11.
 *
 * @example
 * const shares = onCallShares({ shifts: [{ id: "s", personId: "ana", from: 0, to: 43_200_000 }], incidents: [], from: 0, to: 86_400_000 });
 * shares.ok && shares.value; // => [{ personId: "ana", onCallMinutes: 720, share: 0.5 }]
 */
export function onCallShares(rota: Rota): Result<OnCallShare[]> {
  const { shifts, issues, isFair } = fairRota(rota);
  const [first, ...rest] = issues;
  if (!isFair && first !== undefined) return refuse([first, ...rest]);
  const rows = byPerson(shifts).map(([personId, own]): OnCallShare => {
    const inside = mergeIntervals(own).map(({ from, to }) => Math.min(to, rota.to) - Math.max(from, rota.from));
    const millis = inside.reduce((sum, each) => sum + Math.max(0, each), 0);
    return { personId, onCallMinutes: millis / 60_000, share: millis / (rota.to - rota.from) };
  });
  return ok(rows, issues);
}

/**
 * Calls in each twelve hours of each shift, counted from its start.
 *
 * A call that names a person counts in that person's shifts only; one that names nobody in every shift it falls into.
 *
 * @param rota - shifts and calls
 * @returns pieces of shifts, by person, start of shift and time
 *
 * Issues: sustainability/impossible-row, for shifts and calls left out.
 * Time O(shifts x log calls + pieces + matches), space the same.
 * Source: Beyer et al. (2016), Site Reliability Engineering, chapter 11.
 *
 * @example
 * const pieces = shiftIncidents({ shifts: [{ id: "s", personId: "ana", from: 0, to: 86_400_000 }], incidents: [{ id: "i", at: 50_000_000 }], from: 0, to: 86_400_000 });
 * pieces.ok && pieces.value.map(({ incidentIds }) => incidentIds.length); // => [0, 1]
 */
export function shiftIncidents(rota: Pick<Rota, "shifts" | "incidents">): Result<ShiftIncidents[]> {
  const issues: Issue[] = [];
  const shifts = fairSpans(rota.shifts, "shifts", issues);
  const calls = rota.incidents
    .filter(({ id, at }, index) => {
      if (Number.isFinite(at)) return true;
      const facts = { row: id, from: String(at), to: String(at) };
      issues.push(issue("sustainability/impossible-row", { path: ["incidents", index], subject: [id], facts }));
      return false;
    })
    .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  const firstFrom = (at: number): number => {
    let [low, high] = [0, calls.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (calls[middle]!.at < at) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const pieces = byPerson(shifts).flatMap(([personId, own]) =>
    own.flatMap((shift) => {
      const rows: ShiftIncidents[] = [];
      for (let from = shift.from; from < shift.to; from += twelveHours) {
        const to = Math.min(shift.to, from + twelveHours);
        const inside = calls.slice(firstFrom(from), firstFrom(to));
        const incidentIds = inside.flatMap((call) =>
          call.personId === undefined || call.personId === personId ? [call.id] : [],
        );
        rows.push({ shift, from, to, incidentIds });
      }
      return rows;
    }),
  );
  return ok(pieces, issues);
}

/**
 * How many people share each rota.
 *
 * @param shifts - in any order
 * @returns one row a rota, by id; shifts without one belong to the rota "" together
 *
 * Issues: none.
 * Time O(n log n), space O(n).
 * Source: Beyer et al. (2016), Site Reliability Engineering, chapter 11.
 *
 * @example
 * rotaSizes([{ id: "s", personId: "ana", from: 0, to: 1 }]); // => [{ rotaId: "", people: 1 }]
 */
export function rotaSizes(shifts: readonly RotaShift[]): RotaSize[] {
  const people = new Map<string, Set<string>>();
  for (const { rotaId = "", personId } of shifts) people.set(rotaId, (people.get(rotaId) ?? new Set()).add(personId));
  return [...people]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([rotaId, members]) => ({ rotaId, people: members.size }));
}
