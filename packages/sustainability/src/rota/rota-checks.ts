import type { Check, Reference, Verdict } from "@evenkeel/checks";
import { compareText, orThrow, parseDay } from "@evenkeel/kernel";
import { rotaCost } from "./rota-cost.js";
import type { Rota, RotaRule, RotaRules, RotaViolation } from "./types.js";

const vocabulary = {
  title: "Haspeslagh et al. (2014) The first international nurse rostering competition 2010",
  url: "https://doi.org/10.1007/s10479-012-1062-0",
};

/** What each kind of rule reads. */
const needs: Readonly<Record<RotaRule["kind"], readonly string[]>> = {
  cover: ["rota.assignments", "rota.cover"],
  shiftsPerDay: ["rota.assignments"],
  assignments: ["rota.assignments"],
  consecutiveWorkingDays: ["rota.assignments"],
  consecutiveFreeDays: ["rota.assignments"],
  consecutiveWorkingWeekends: ["rota.assignments"],
  workingWeekendsInFourWeeks: ["rota.assignments"],
  completeWeekends: ["rota.assignments"],
  identicalWeekends: ["rota.assignments"],
  skills: ["rota.assignments", "rota.people"],
  requests: ["rota.assignments", "rota.requests"],
  pattern: ["rota.assignments"],
};

const kebab = (kind: string): string => kind.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** Number of the week in which a weekend that begins on this day of the week lies. */
const weekOf = (day: string, begins: number): number => Math.floor((orThrow(parseDay(day)) + 4 - begins) / 7);

/** Days without any of which the rule would not fail: of too many days or weekends one more than allowed. */
function telling(rule: RotaRule, { at, below }: RotaViolation): readonly string[] {
  const most = "most" in rule && rule.kind !== "shiftsPerDay" && below !== true ? rule.most : undefined;
  if (!("weekend" in rule) || rule.kind === "completeWeekends" || rule.kind === "identicalWeekends")
    return most !== undefined && at.length > most ? at.slice(0, most + 1) : at;
  const weeks = new Map([...at].reverse().map((day) => [weekOf(day, rule.weekend[0] ?? 1), day]));
  const days = [...weeks.values()].reverse();
  return most !== undefined && days.length > most ? days.slice(0, most + 1) : days;
}

/** The set of assignments a violation is of; never the person. */
function failure({ id }: Rota, broken: RotaRule, found: RotaViolation): Verdict {
  const { rule, personId, shiftId, cost, at } = found;
  const subject = { table: "rotaRows", id: JSON.stringify([id, rule, personId ?? "", shiftId ?? ""]) };
  const days = telling(broken, found).map(
    (day): Reference => ({ table: "rotaDays", id: JSON.stringify([personId ?? shiftId ?? "", day]) }),
  );
  const [from = "", to = from] = [at[0], at.at(-1)];
  return {
    outcome: "fail",
    subject,
    measured: { value: cost, unit: "cost" },
    threshold: { value: 0, unit: "cost" },
    evidence: days.length > 0 ? days : [subject],
    ...(from === "" ? {} : { window: { from, to } }),
    facts: { rule, person: personId ?? "", shift: shiftId ?? "", from, to, units: cost / broken.weight, cost },
  };
}

function judge(rota: Rota, rules: RotaRules): Verdict[] {
  const subject = { table: "rotas", id: rota.id };
  const result = rotaCost(rota, rules);
  if (!result.ok) {
    const fields = new Set(result.issues.map(({ path }) => `rota.${path[0] ?? "rules"}`));
    return [{ outcome: "unknown", subject, missing: [...fields].sort(compareText) }];
  }
  const { byRule, unjudged } = result.value;
  return rules.rules.flatMap((rule): Verdict[] => {
    const ofRule = { table: "rotaRules", id: JSON.stringify([rota.id, rule.id]) };
    if (rule.weight === 0) return [{ outcome: "inapplicable", subject: ofRule }];
    const failures = byRule.filter((found) => found.rule === rule.id).map((found) => failure(rota, rule, found));
    const missing = unjudged.flatMap((row) => (row.rule === rule.id ? [row.missing] : []));
    if (missing.length > 0) return [...failures, { outcome: "unknown", subject: ofRule, missing }];
    return failures.length > 0 ? failures : [{ outcome: "pass", subject: ofRule }];
  });
}

/**
 * The checks of a pack of rota rules: one for each kind of rule in it, about the rota and not about a person.
 *
 * Each violation of `rotaCost` is one failure with its days as evidence; a rule that lacks a field is unknown, also
 * where it fails for others; a rota or pack that cannot be read is unknown.
 *
 * @param rules - a pack, as data
 * @returns checks for `runChecks`, by id
 *
 * Issues: none.
 * Time of a run: that of `rotaCost` by kind, space O(violations).
 * Source: as `rotaCost`.
 *
 * @example
 * rotaChecks({ formatVersion: 1, id: "ward", title: "Ward", version: "1", citation: [], rules: [{ id: "wishes", kind: "requests", weight: 1 }] }).map(({ id }) => id); // => ["sustainability/rota-requests"]
 */
export function rotaChecks(rules: RotaRules): Check<Rota>[] {
  const kinds = [...new Set(rules.rules.map(({ kind }) => kind))].sort(compareText);
  return kinds.map((kind) => ({
    id: `sustainability/rota-${kebab(kind)}`,
    version: "1.0.0",
    kind: "heuristic",
    citation: [vocabulary, ...rules.citation],
    needs: needs[kind],
    dataClass: "planFact",
    params: {},
    evaluate: (rota) => judge(rota, { ...rules, rules: rules.rules.filter((rule) => rule.kind === kind) }),
  }));
}
