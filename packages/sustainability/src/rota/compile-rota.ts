import { compareText, type Issue, issue, ok, parseDay, type Result, refuse, weekday } from "@evenkeel/kernel";
import { foundText } from "../found-text.js";
import { shapeIssues } from "./rota-shape.js";
import type { CoverDemand, Rota, RotaPerson, ShiftRequest, ShiftType } from "./types.js";

const mostDays = 3660;

/** A rota by index: people and shift types by id, so that the order of rows does not show. */
export interface RotaTable {
  /** Days since 1970-01-01 of day 0. */
  readonly firstDay: number;
  readonly days: number;
  readonly people: readonly RotaPerson[];
  readonly shiftTypes: readonly ShiftType[];
  /** Shifts of person p on day d: `shiftOf[rowStart[p * days + d] .. rowStart[p * days + d + 1])`, rising. */
  readonly rowStart: Int32Array;
  readonly shiftOf: Int32Array;
  /** People wanted on shift s of day d, at `d * shiftTypes.length + s`; undefined where the rota does not say. */
  readonly wanted?: Float64Array;
  readonly requests?: readonly IndexedRequest[];
}

/** A request by index; `shift` absent = the whole day. */
export interface IndexedRequest {
  readonly person: number;
  readonly day: number;
  readonly shift?: number;
  readonly wish: ShiftRequest["wish"];
  readonly weight: number;
}

/** Collects issues while ids and days become indices. */
class Reader {
  readonly issues: Issue[] = [];
  readonly people: readonly RotaPerson[];
  readonly shiftTypes: readonly ShiftType[];
  readonly firstDay: number;
  private readonly personAt: ReadonlyMap<string, number>;
  private readonly shiftAt: ReadonlyMap<string, number>;
  private readonly days: number;

  constructor(rota: Rota) {
    this.people = this.inOrder("people", rota.people);
    this.shiftTypes = this.inOrder("shiftTypes", rota.shiftTypes);
    this.personAt = new Map(this.people.map(({ id }, at) => [id, at]));
    this.shiftAt = new Map(this.shiftTypes.map(({ id }, at) => [id, at]));
    const first = parseDay(rota.firstDay, ["firstDay"]);
    if (!first.ok) this.issues.push(...first.issues);
    this.firstDay = first.ok ? first.value : 0;
    this.days = rota.days;
    if (!Number.isInteger(rota.days) || rota.days < 1 || rota.days > mostDays)
      this.value(["days"], rota.days, `a whole number, 1 to ${mostDays}`);
  }

  private inOrder<Row extends { readonly id: string }>(table: string, rows: readonly Row[]): Row[] {
    const seen = new Set<string>();
    rows.forEach(({ id }, at) => {
      if (seen.has(id)) this.duplicate([table, at], table, id);
      seen.add(id);
    });
    return [...rows].sort((a, b) => compareText(a.id, b.id));
  }

  duplicate(path: Issue["path"], table: string, id: string): void {
    this.issues.push(issue("sustainability/rota-duplicate", { path, subject: [id], facts: { table, id } }));
  }

  value(path: Issue["path"], found: unknown, expected: string): void {
    this.issues.push(issue("sustainability/rota-value", { path, facts: { found: foundText(found), expected } }));
  }

  private known(path: Issue["path"], ids: ReadonlyMap<string, number>, id: string): number {
    const at = ids.get(id);
    if (at === undefined)
      this.issues.push(issue("sustainability/rota-unknown", { path, subject: [id], facts: { found: id } }));
    return at ?? -1;
  }

  person(path: Issue["path"], id: string): number {
    return this.known([...path, "personId"], this.personAt, id);
  }

  shift(path: Issue["path"], id: string): number {
    return this.known([...path, "shiftId"], this.shiftAt, id);
  }

  day(path: Issue["path"], text: string): number {
    const at = [...path, "day"];
    const parsed = parseDay(text, at);
    if (!parsed.ok) {
      this.issues.push(...parsed.issues);
      return -1;
    }
    const day = parsed.value - this.firstDay;
    if (day >= 0 && day < this.days) return day;
    this.issues.push(issue("sustainability/rota-day", { path: at, facts: { found: text, days: String(this.days) } }));
    return -1;
  }
}

function readAssignments(rota: Rota, read: Reader): { rowStart: Int32Array; shiftOf: Int32Array } {
  const shifts = Math.max(1, read.shiftTypes.length);
  const cells = rota.assignments.map((row, at) => {
    const path = ["assignments", at];
    const [person, day, shift] = [
      read.person(path, row.personId),
      read.day(path, row.day),
      read.shift(path, row.shiftId),
    ];
    return person < 0 || day < 0 || shift < 0 ? -1 : (person * rota.days + day) * shifts + shift;
  });
  if (read.issues.length > 0) return { rowStart: new Int32Array(1), shiftOf: new Int32Array(0) };
  const sorted = Float64Array.from(cells).sort();
  const rowStart = new Int32Array(read.people.length * rota.days + 1);
  for (const cell of sorted) rowStart[Math.floor(cell / shifts) + 1]!++;
  for (let cell = 1; cell < rowStart.length; cell++) rowStart[cell]! += rowStart[cell - 1]!;
  return { rowStart, shiftOf: Int32Array.from(sorted, (cell) => cell % shifts) };
}

/** The days a demand is for; that of one day is set last, so that it holds over that of a day of the week. */
function daysOf(demand: CoverDemand, path: Issue["path"], rota: Rota, read: Reader): number[] {
  if ((demand.day === undefined) === (demand.weekday === undefined)) {
    read.value([...path, "weekday"], demand.weekday, "either a day or a day of the week");
    return [];
  }
  if (demand.day !== undefined) return [read.day(path, demand.day)];
  if (!Number.isInteger(demand.weekday) || Number(demand.weekday) < 1 || Number(demand.weekday) > 7) {
    read.value([...path, "weekday"], demand.weekday, "a day of the week, 1 = Monday");
    return [];
  }
  const first = (Number(demand.weekday) - weekday(read.firstDay) + 7) % 7;
  return Array.from({ length: Math.max(0, Math.ceil((rota.days - first) / 7)) }, (_none, week) => first + 7 * week);
}

function readCover(rota: Rota, read: Reader): Float64Array | undefined {
  if (rota.cover === undefined) return undefined;
  const seen = new Set<string>();
  const rows = rota.cover.map((demand, at) => {
    const path = ["cover", at];
    const key = JSON.stringify([demand.shiftId, demand.weekday ?? demand.day]);
    if (seen.has(key)) read.duplicate(path, "cover", `${demand.shiftId} ${demand.weekday ?? demand.day}`);
    seen.add(key);
    if (!Number.isInteger(demand.preferred) || demand.preferred < 0)
      read.value([...path, "preferred"], demand.preferred, "a whole number, at least 0");
    return { demand, shift: read.shift(path, demand.shiftId), days: daysOf(demand, path, rota, read) };
  });
  if (read.issues.length > 0) return undefined;
  const wanted = new Float64Array(rota.days * read.shiftTypes.length);
  const specificLast = [...rows].sort(
    (a, b) => Number(a.demand.day !== undefined) - Number(b.demand.day !== undefined),
  );
  for (const { demand, shift, days } of specificLast)
    for (const day of days) wanted[day * read.shiftTypes.length + shift] = demand.preferred;
  return wanted;
}

function readRequests(rota: Rota, read: Reader): IndexedRequest[] | undefined {
  const seen = new Set<string>();
  return rota.requests?.map((row, at) => {
    const path = ["requests", at];
    const key = JSON.stringify([row.personId, row.day, row.shiftId ?? null, row.wish]);
    if (seen.has(key)) read.duplicate(path, "requests", `${row.personId} ${row.day} ${row.shiftId ?? ""} ${row.wish}`);
    seen.add(key);
    if (!Number.isFinite(row.weight) || row.weight < 0)
      read.value([...path, "weight"], row.weight, "a number, at least 0");
    if (row.wish !== "on" && row.wish !== "off") read.value([...path, "wish"], row.wish, "on or off");
    return {
      person: read.person(path, row.personId),
      day: read.day(path, row.day),
      ...(row.shiftId === undefined ? {} : { shift: read.shift(path, row.shiftId) }),
      wish: row.wish,
      weight: row.weight,
    };
  });
}

/** A rota by index, or all that is wrong with it. */
export function compileRota(rota: Rota): Result<RotaTable> {
  const [shape, ...others] = shapeIssues(rota);
  if (shape !== undefined) return refuse([shape, ...others]);
  const read = new Reader(rota);
  if (read.issues.length > 0) return refuse(read.issues as [Issue, ...Issue[]]);
  const cells = readAssignments(rota, read);
  const wanted = readCover(rota, read);
  const requests = readRequests(rota, read);
  const [first, ...rest] = read.issues;
  if (first !== undefined) return refuse([first, ...rest]);
  return ok({
    firstDay: read.firstDay,
    days: rota.days,
    people: read.people,
    shiftTypes: read.shiftTypes,
    ...cells,
    ...(wanted === undefined ? {} : { wanted }),
    ...(requests === undefined ? {} : { requests }),
  });
}
