import { assertNever, weekday } from "@evenkeel/kernel";
import type { RotaTable } from "./compile-rota.js";
import { outside, runsOf } from "./runs.js";
import type { Limits, PatternEntry, RotaRule, RuleOf } from "./types.js";
import { weekendsOf } from "./weekends.js";

/** A violation by index, in units of the rule's weight. */
export interface Violation {
  readonly person?: number;
  readonly shift?: number;
  readonly units: number;
  readonly below?: true;
  readonly at: readonly number[];
}

/** Rules judged person by person. */
type RowRule = Exclude<RotaRule, { readonly kind: "cover" | "requests" }>;

const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_none, at) => from + at);

/** The days of one person. */
class Row {
  readonly days: number;
  private readonly table: RotaTable;
  private readonly base: number;

  constructor(table: RotaTable, person: number) {
    this.table = table;
    this.days = table.days;
    this.base = person * table.days;
  }

  count(day: number): number {
    return this.table.rowStart[this.base + day + 1]! - this.table.rowStart[this.base + day]!;
  }

  works(day: number): boolean {
    return this.count(day) > 0;
  }

  shifts(day: number): Int32Array {
    return this.table.shiftOf.subarray(this.table.rowStart[this.base + day], this.table.rowStart[this.base + day + 1]);
  }

  has(day: number, shift: number): boolean {
    return this.shifts(day).includes(shift);
  }
}

function cover({ wanted, days, shiftTypes, people, rowStart, shiftOf }: RotaTable): Violation[] {
  if (wanted === undefined) return [];
  const assigned = new Float64Array(wanted.length);
  for (let cell = 0; cell < people.length * days; cell++)
    for (let at = rowStart[cell]!; at < rowStart[cell + 1]!; at++)
      assigned[(cell % days) * shiftTypes.length + shiftOf[at]!]!++;
  return range(0, wanted.length).flatMap((at): Violation[] => {
    const units = Math.abs(assigned[at]! - wanted[at]!);
    const [day, shift] = [Math.floor(at / shiftTypes.length), at % shiftTypes.length];
    return units === 0 ? [] : [{ shift, units, at: [day] }];
  });
}

function shiftsPerDay({ most }: RuleOf<"shiftsPerDay">, row: Row): Violation[] {
  return range(0, row.days).flatMap((day): Violation[] => {
    const units = row.count(day) - most;
    return units > 0 ? [{ units, at: [day] }] : [];
  });
}

/** A number of days or weekends against limits; `at` for each side. */
function limited(
  found: number,
  limits: Limits,
  above: readonly number[],
  below: readonly number[] = above,
): Violation[] {
  const units = outside(found, limits);
  if (units === 0) return [];
  return [units > 0 ? { units, at: above } : { units: -units, below: true, at: below }];
}

function assignments(rule: RuleOf<"assignments">, row: Row): Violation[] {
  const days = range(0, row.days);
  const worked = days.filter((day) => row.works(day));
  return limited(
    worked.length,
    rule,
    worked,
    days.filter((day) => !row.works(day)),
  );
}

function consecutive(rule: RuleOf<"consecutiveWorkingDays"> | RuleOf<"consecutiveFreeDays">, row: Row): Violation[] {
  const working = rule.kind === "consecutiveWorkingDays";
  return runsOf(row.days, (day) => row.works(day) === working).flatMap(([from, to]) =>
    limited(to - from, rule, range(from, to)),
  );
}

function workingWeekends(
  rule: RuleOf<"consecutiveWorkingWeekends"> | RuleOf<"workingWeekendsInFourWeeks">,
  row: Row,
  weekends: readonly (readonly number[])[],
): Violation[] {
  const worked = weekends.map((days) => days.filter((day) => row.works(day)));
  const spans: [number, number][] =
    rule.kind === "consecutiveWorkingWeekends"
      ? runsOf(worked.length, (at) => worked[at]!.length > 0)
      : range(0, Math.max(0, worked.length - 3)).map((from) => [from, from + 4]);
  return spans.flatMap(([from, to]) => {
    const inside = worked.slice(from, to).filter(({ length }) => length > 0);
    return limited(inside.length, rule, inside.flat());
  });
}

/** A free day in the middle of a three-day weekend breaks it in two, and costs as four. */
const brokenWeekend = 4;

function completeWeekend(row: Row, days: readonly number[]): Violation[] {
  const free = days.filter((day) => !row.works(day));
  if (free.length === 0 || free.length === days.length) return [];
  const broken = days.length === 3 && free.length === 1 && free[0] === days[1];
  return [{ units: broken ? brokenWeekend : free.length, at: free }];
}

function identicalWeekend(row: Row, days: readonly number[]): Violation[] {
  const worked = days.filter((day) => row.works(day));
  if (worked.length < 2) return [];
  const seen = new Set(worked.flatMap((day) => [...row.shifts(day)]));
  const units = [...seen].reduce((sum, shift) => sum + days.filter((day) => !row.has(day, shift)).length, 0);
  return units === 0 ? [] : [{ units, at: worked }];
}

function skills({ people, shiftTypes }: RotaTable, person: number, row: Row): Violation[] {
  const own = people[person]?.skills;
  if (own === undefined) return [];
  const beyond = shiftTypes.map(({ skills: asked = [] }) => asked.some((skill) => !own.includes(skill)));
  return range(0, row.days).flatMap((day) =>
    [...row.shifts(day)].flatMap((shift) => (beyond[shift] ? [{ shift, units: 1, at: [day] }] : [])),
  );
}

function requests(rule: RotaRule, table: RotaTable): Violation[] {
  const concerned = new Set(peopleUnder(rule, table));
  return (table.requests ?? []).flatMap(({ person, day, shift, wish, weight }): Violation[] => {
    if (!concerned.has(person) || weight === 0) return [];
    const row = new Row(table, person);
    const works = shift === undefined ? row.works(day) : row.has(day, shift);
    return works === (wish === "on")
      ? []
      : [{ person, ...(shift === undefined ? {} : { shift }), units: weight, at: [day] }];
  });
}

function pattern({ entries }: RuleOf<"pattern">, { firstDay, shiftTypes }: RotaTable, row: Row): Violation[] {
  const shiftAt = new Map(shiftTypes.map(({ id }, at) => [id, at]));
  const matches = ({ shiftId, free, weekday: only }: PatternEntry, day: number): boolean => {
    if (only !== undefined && weekday(firstDay + day) !== only) return false;
    if (free === true) return !row.works(day);
    return shiftId === undefined ? row.works(day) : row.has(day, shiftAt.get(shiftId) ?? -1);
  };
  return range(0, Math.max(0, row.days - entries.length + 1)).flatMap((start): Violation[] =>
    entries.every((entry, at) => matches(entry, start + at))
      ? [{ units: 1, at: range(start, start + entries.length) }]
      : [],
  );
}

function judgeRow(rule: RowRule, table: RotaTable, person: number, weekends: number[][]): Violation[] {
  const row = new Row(table, person);
  switch (rule.kind) {
    case "shiftsPerDay":
      return shiftsPerDay(rule, row);
    case "assignments":
      return assignments(rule, row);
    case "consecutiveWorkingDays":
    case "consecutiveFreeDays":
      return consecutive(rule, row);
    case "consecutiveWorkingWeekends":
    case "workingWeekendsInFourWeeks":
      return workingWeekends(rule, row, weekends);
    case "completeWeekends":
      return weekends.flatMap((days) => completeWeekend(row, days));
    case "identicalWeekends":
      return weekends.flatMap((days) => identicalWeekend(row, days));
    case "skills":
      return skills(table, person, row);
    case "pattern":
      return pattern(rule, table, row);
    default:
      return assertNever(rule, "kind of rota rule");
  }
}

/** People a rule holds for, by index. */
export function peopleUnder({ contract }: RotaRule, { people }: RotaTable): number[] {
  return range(0, people.length).filter((at) => contract === undefined || people[at]?.contract === contract);
}

/** Every violation of one rule. */
export function judgeRule(rule: RotaRule, table: RotaTable): Violation[] {
  if (rule.kind === "cover") return cover(table);
  if (rule.kind === "requests") return requests(rule, table);
  const weekends = "weekend" in rule ? weekendsOf(table.firstDay, table.days, rule.weekend) : [];
  return peopleUnder(rule, table).flatMap((person) =>
    judgeRow(rule, table, person, weekends).map((violation) => ({ person, ...violation })),
  );
}
