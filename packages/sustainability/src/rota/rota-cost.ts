import { compareText, formatDay, type Issue, issue, ok, type Result, refuse } from "@evenkeel/kernel";
import { compileRota, type RotaTable } from "./compile-rota.js";
import { judgeRule, peopleUnder } from "./judge-rule.js";
import { parseRotaRules } from "./rota-rules.js";
import type { Rota, RotaCost, RotaRule, RotaRules, RotaViolation } from "./types.js";

/** The field without which a rule cannot judge, or not everybody. */
function missingField(rule: RotaRule, table: RotaTable): string | undefined {
  if (rule.kind === "cover" && table.wanted === undefined) return "rota.cover";
  if (rule.kind === "requests" && table.requests === undefined) return "rota.requests";
  if (rule.kind === "skills" && peopleUnder(rule, table).some((at) => table.people[at]?.skills === undefined))
    return "rota.people.skills";
  return undefined;
}

/** Shifts that patterns speak of and the rota does not have. */
function strangeShifts(rules: readonly RotaRule[], { shiftTypes }: RotaTable): Issue[] {
  const known = new Set(shiftTypes.map(({ id }) => id));
  return rules.flatMap((rule, at) =>
    rule.kind !== "pattern"
      ? []
      : rule.entries.flatMap(({ shiftId }, entry) =>
          shiftId === undefined || known.has(shiftId)
            ? []
            : [
                issue("sustainability/rota-unknown", {
                  path: ["rules", at, "entries", entry, "shiftId"],
                  subject: [rule.id],
                  facts: { found: shiftId },
                }),
              ],
        ),
  );
}

function located(rule: RotaRule, { firstDay, people, shiftTypes, ...rest }: RotaTable): RotaViolation[] {
  return judgeRule(rule, { firstDay, people, shiftTypes, ...rest }).map(({ person, shift, units, below, at }) => ({
    rule: rule.id,
    ...(person === undefined ? {} : { personId: people[person]?.id ?? "" }),
    ...(shift === undefined ? {} : { shiftId: shiftTypes[shift]?.id ?? "" }),
    cost: rule.weight * units,
    ...(below === undefined ? {} : { below }),
    at: at.map((day) => formatDay(firstDay + day)),
  }));
}

/**
 * What a rota costs against pattern rules, hard and soft, with every violation located.
 *
 * Rules in the vocabulary of the first nurse rostering competition: `cover` and `shiftsPerDay` (its hard constraints),
 * `assignments` (days with work), runs of `consecutiveWorkingDays`, `consecutiveFreeDays` and
 * `consecutiveWorkingWeekends` (each maximal run, also at a border, by how far it is off), `workingWeekendsInFourWeeks`
 * (every window of four successive weekends), `completeWeekends` (free days of a weekend partly worked; a three-day one
 * with a free middle costs 4), `identicalWeekends` (with work on two days or more: for each shift type seen, the days
 * without it), `skills` (each shift beyond a person's skills), `requests`, `pattern` (each day it starts on). A weekend is
 * worked if one of its days is; at the border it has only its days inside. What lies before and after the rota is not
 * guessed, so runs and weekends at its border are judged as they stand.
 *
 * A rule of weight 0 is off. The cost is of the rota, never a mark of a person.
 *
 * @param rota - days, people, shifts, assignments, and what was asked for
 * @param rules - a pack, as data
 * @returns both costs, each violation with its days, and rules that lack a field to be judged by
 *
 * Issues: sustainability/rota-rule, sustainability/rota-duplicate, sustainability/rota-unknown, sustainability/rota-day,
 * sustainability/rota-value, kernel/invalid-time-text, kernel/impossible-date.
 * Time O(rules x people x days), space O(people x days + violations).
 * Source: Haspeslagh, De Causmaecker, Schaerf and Stolevik (2014), "The first international nurse rostering competition
 * 2010", doi:10.1007/s10479-012-1062-0.
 *
 * @example
 * const rota = { id: "may", firstDay: "2026-05-04", days: 3, shiftTypes: [{ id: "N" }], people: [{ id: "ana" }], assignments: [{ personId: "ana", day: "2026-05-05", shiftId: "N" }] };
 * const rules = [{ id: "runs", kind: "consecutiveWorkingDays", least: 2, weight: 10 }];
 * rotaCost(rota, { formatVersion: 1, id: "ward", title: "Ward", version: "1", citation: [], rules }).value; // => { hard: 0, soft: 10, byRule: [{ rule: "runs", personId: "ana", cost: 10, below: true, at: ["2026-05-05"] }], unjudged: [] }
 */
export function rotaCost(rota: Rota, rules: RotaRules): Result<RotaCost> {
  const [read, compiled] = [parseRotaRules(rules), compileRota(rota)];
  const strange = read.ok && compiled.ok ? strangeShifts(rules.rules, compiled.value) : [];
  const [first, ...rest] = [...read.issues, ...compiled.issues, ...strange];
  if (first !== undefined || !compiled.ok) return refuse([first, ...rest] as [Issue, ...Issue[]]);
  const table = compiled.value;
  const active = rules.rules.filter(({ weight }) => weight > 0).sort((a, b) => compareText(a.id, b.id));
  let [hard, soft] = [0, 0];
  const byRule: RotaViolation[] = [];
  for (const rule of active) {
    const found = located(rule, table).sort(
      (a, b) =>
        compareText(a.at[0] ?? "", b.at[0] ?? "") ||
        compareText(a.personId ?? "", b.personId ?? "") ||
        compareText(a.shiftId ?? "", b.shiftId ?? ""),
    );
    const cost = found.reduce((sum, each) => sum + each.cost, 0);
    if (rule.hard === true) hard += cost;
    else soft += cost;
    for (const each of found) byRule.push(each);
  }
  const unjudged = active.flatMap((rule) => {
    const missing = missingField(rule, table);
    return missing === undefined ? [] : [{ rule: rule.id, missing }];
  });
  return ok({ hard, soft, byRule, unjudged });
}
