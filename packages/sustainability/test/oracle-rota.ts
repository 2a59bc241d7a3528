// The definitions of the competition once more, naively: rows are texts and patterns are searched in them.
import type { Rota, RotaRule, RotaRules } from "../src/rota.js";

type Row = readonly (readonly string[])[];

const isoDay = (first: string, at: number): string =>
  new Date(Date.parse(first) + at * 86_400_000).toISOString().slice(0, 10);
const weekdayOf = (day: string): number => new Date(day).getUTCDay() || 7;

/** How far each number is outside of the limits. */
const off = (numbers: readonly number[], { least = 0, most = 1e9 }: { least?: number; most?: number }): number =>
  numbers.reduce((sum, found) => sum + Math.max(0, found - most) + Math.max(0, least - found), 0);

const runs = (bits: string, sought: string): number[] =>
  (bits.match(new RegExp(`${sought}+`, "g")) ?? []).map((run) => run.length);

function unitsOfRow(rule: RotaRule, rota: Rota, row: Row): number {
  const days = row.map((_shifts, at) => isoDay(rota.firstDay, at));
  const bits = row.map(({ length }) => (length > 0 ? "1" : "0")).join("");
  const weekends: Row[] = [];
  if ("weekend" in rule) {
    const groups = new Map<number, (readonly string[])[]>();
    row.forEach((shifts, at) => {
      const position = rule.weekend.indexOf(weekdayOf(days[at]!));
      if (position >= 0) groups.set(at - position, [...(groups.get(at - position) ?? []), shifts]);
    });
    weekends.push(...groups.values());
  }
  const workedWeekends = weekends.map((weekend) => (weekend.some(({ length }) => length > 0) ? "1" : "0")).join("");
  switch (rule.kind) {
    case "shiftsPerDay":
      return off(
        row.map(({ length }) => length),
        rule,
      );
    case "assignments":
      return off([bits.replaceAll("0", "").length], rule);
    case "consecutiveWorkingDays":
      return off(runs(bits, "1"), rule);
    case "consecutiveFreeDays":
      return off(runs(bits, "0"), rule);
    case "consecutiveWorkingWeekends":
      return off(runs(workedWeekends, "1"), rule);
    case "workingWeekendsInFourWeeks":
      return off(
        [...workedWeekends].flatMap((_bit, at) =>
          at + 4 <= workedWeekends.length ? [workedWeekends.slice(at, at + 4).replaceAll("0", "").length] : [],
        ),
        rule,
      );
    case "completeWeekends":
      return weekends
        .map((weekend) => weekend.map(({ length }) => (length > 0 ? "1" : "0")).join(""))
        .map((worked) => (worked === "101" ? 4 : worked.includes("1") ? worked.replaceAll("1", "").length : 0))
        .reduce((sum, units) => sum + units, 0);
    case "identicalWeekends":
      return weekends
        .filter((weekend) => weekend.filter(({ length }) => length > 0).length >= 2)
        .flatMap((weekend) =>
          [...new Set(weekend.flat())].map((shift) => weekend.filter((shifts) => !shifts.includes(shift)).length),
        )
        .reduce((sum, units) => sum + units, 0);
    case "pattern":
      return row.filter((_shifts, start) =>
        rule.entries.every(({ shiftId, free, weekday }, step) => {
          const shifts = row[start + step];
          if (shifts === undefined) return false;
          if (weekday !== undefined && weekday !== weekdayOf(days[start + step]!)) return false;
          return free ? shifts.length === 0 : shiftId === undefined ? shifts.length > 0 : shifts.includes(shiftId);
        }),
      ).length;
    default:
      return 0;
  }
}

/** Hard and soft cost by the definitions. */
export function naiveCost(rota: Rota, { rules }: RotaRules): { hard: number; soft: number } {
  const days = Array.from({ length: rota.days }, (_none, at) => isoDay(rota.firstDay, at));
  const shiftsOn = (personId: string, day: string) =>
    rota.assignments.filter((row) => row.personId === personId && row.day === day).map(({ shiftId }) => shiftId);
  const cost = { hard: 0, soft: 0 };
  for (const rule of rules) {
    const people = rota.people.filter(({ contract }) => rule.contract === undefined || rule.contract === contract);
    let units = 0;
    if (rule.kind === "cover") {
      for (const day of days)
        for (const { id } of rota.shiftTypes) {
          const demands = (rota.cover ?? []).filter(({ shiftId }) => shiftId === id);
          const demand =
            demands.find((row) => row.day === day) ?? demands.find((row) => row.weekday === weekdayOf(day));
          const assigned = rota.assignments.filter((row) => row.shiftId === id && row.day === day).length;
          units += Math.abs(assigned - (demand?.preferred ?? 0));
        }
    } else if (rule.kind === "requests") {
      for (const { personId, day, shiftId, wish, weight } of rota.requests ?? []) {
        if (!people.some(({ id }) => id === personId)) continue;
        const shifts = shiftsOn(personId, day);
        const works = shiftId === undefined ? shifts.length > 0 : shifts.includes(shiftId);
        if (works !== (wish === "on")) units += weight;
      }
    } else if (rule.kind === "skills") {
      for (const { personId, shiftId } of rota.assignments) {
        const own = people.find(({ id }) => id === personId)?.skills;
        const asked = rota.shiftTypes.find(({ id }) => id === shiftId)?.skills ?? [];
        if (own !== undefined && asked.some((skill) => !own.includes(skill))) units++;
      }
    } else {
      for (const { id } of people)
        units += unitsOfRow(
          rule,
          rota,
          days.map((day) => shiftsOn(id, day)),
        );
    }
    cost[rule.hard === true ? "hard" : "soft"] += rule.weight * units;
  }
  return cost;
}
