import { runChecks } from "@evenkeel/checks";
import { checkLaws, type Law } from "@evenkeel/checks/testing";
import { canonicalJson, formatDay, orThrow } from "@evenkeel/kernel";
import * as fc from "fast-check";
import { rotaChecks } from "../rota/rota-checks.js";
import { rotaCost } from "../rota/rota-cost.js";
import type { PatternEntry, Rota, RotaRule, RotaRules } from "../rota/types.js";

const shiftIds = ["D", "L", "N"];
const personIds = ["ana", "ben", "chi"];
const first = 20_577;
const weekends = [
  [6, 7],
  [5, 6, 7],
  [6, 7, 1],
  [5, 6, 7, 1],
];

const anyLimits = fc.oneof(
  fc.record({ least: fc.nat(4) }),
  fc.record({ most: fc.nat(4) }),
  fc.tuple(fc.nat(3), fc.nat(3)).map(([least, more]) => ({ least, most: least + more })),
);
const anyWeekend = fc.record({ weekend: fc.constantFrom(...weekends) });
const anyEntry: fc.Arbitrary<PatternEntry> = fc
  .tuple(
    fc.constantFrom<PatternEntry>({}, { free: true }, ...shiftIds.map((shiftId) => ({ shiftId }))),
    fc.option(fc.integer({ min: 1, max: 7 }), { nil: undefined, freq: 3 }),
  )
  .map(([entry, weekday]) => (weekday === undefined ? entry : { ...entry, weekday }));

const kinds: Readonly<Record<RotaRule["kind"], fc.Arbitrary<object>>> = {
  cover: fc.constant({}),
  shiftsPerDay: fc.record({ most: fc.nat(2) }),
  assignments: anyLimits,
  consecutiveWorkingDays: anyLimits,
  consecutiveFreeDays: anyLimits,
  consecutiveWorkingWeekends: fc.tuple(anyWeekend, anyLimits).map(([weekend, limits]) => ({ ...weekend, ...limits })),
  workingWeekendsInFourWeeks: fc.tuple(anyWeekend, fc.nat(3)).map(([weekend, most]) => ({ ...weekend, most })),
  completeWeekends: anyWeekend,
  identicalWeekends: anyWeekend,
  skills: fc.constant({}),
  requests: fc.constant({}),
  pattern: fc.record({ entries: fc.array(anyEntry, { minLength: 1, maxLength: 4 }) }),
};

/** A pack with up to eight rules of any kind, for everybody or for one contract. */
export const anyRotaRules: fc.Arbitrary<RotaRules> = fc
  .array(
    fc.constantFrom(...(Object.keys(kinds) as RotaRule["kind"][])).chain((kind) =>
      fc
        .tuple(kinds[kind], fc.nat(20), fc.boolean(), fc.constantFrom(undefined, "full", "part"))
        .map(([fields, weight, hard, contract]) => ({
          ...fields,
          kind,
          weight,
          hard,
          ...(contract === undefined ? {} : { contract }),
        })),
    ),
    { maxLength: 8 },
  )
  .map((rules) => ({
    formatVersion: 1,
    id: "any",
    title: "Any",
    version: "1",
    citation: [],
    rules: rules.map((rule, at) => ({ id: `r${at}`, ...rule }) as RotaRule),
  }));

/** Rotas of up to six weeks from any day of the week, with several shifts a day, cover and requests. */
export const anyRota: fc.Arbitrary<Rota> = fc
  .tuple(fc.integer({ min: 1, max: 42 }), fc.integer({ min: first, max: first + 6 }))
  .chain(([days, from]) => {
    const day = fc.nat(days - 1).map((at) => formatDay(from + at));
    const [person, shift] = [fc.constantFrom(...personIds), fc.constantFrom(...shiftIds)];
    const skills = fc.subarray(["icu", "lead"]);
    const preferred = fc.nat(2);
    return fc.record({
      id: fc.constant("any"),
      firstDay: fc.constant(formatDay(from)),
      days: fc.constant(days),
      shiftTypes: fc.tuple(...shiftIds.map((id) => skills.map((asked) => ({ id, skills: asked })))),
      people: fc.tuple(
        ...personIds.map((id) => fc.record({ id: fc.constant(id), contract: fc.constantFrom("full", "part"), skills })),
      ),
      assignments: fc.array(fc.record({ personId: person, day, shiftId: shift }), { maxLength: 90 }),
      cover: fc.uniqueArray(
        fc.oneof(
          fc.record({ shiftId: shift, weekday: fc.integer({ min: 1, max: 7 }), preferred }),
          fc.record({ shiftId: shift, day, preferred }),
        ),
        { maxLength: 12, selector: ({ preferred: _preferred, ...key }) => canonicalJson(key) },
      ),
      requests: fc.uniqueArray(
        fc.record(
          {
            personId: person,
            day,
            shiftId: shift,
            wish: fc.constantFrom("on" as const, "off" as const),
            weight: fc.nat(9),
          },
          { requiredKeys: ["personId", "day", "wish", "weight"] },
        ),
        { maxLength: 8, selector: ({ weight: _weight, ...key }) => canonicalJson(key) },
      ),
    });
  });

const backwards = (rota: Rota): Rota => ({
  ...rota,
  shiftTypes: [...rota.shiftTypes].reverse(),
  people: [...rota.people].reverse(),
  assignments: [...rota.assignments].reverse(),
  cover: [...(rota.cover ?? [])].reverse(),
  requests: [...(rota.requests ?? [])].reverse(),
});

const later = (day: string, days: number): string => formatDay(Date.parse(day) / 86_400_000 + days);

/** The same rota a number of whole weeks later. */
function postponed(rota: Rota, weeks: number): Rota {
  const move = <Row extends { readonly day: string }>(row: Row): Row => ({ ...row, day: later(row.day, 7 * weeks) });
  return {
    ...rota,
    firstDay: later(rota.firstDay, 7 * weeks),
    assignments: rota.assignments.map(move),
    cover: (rota.cover ?? []).map((row) => (row.day === undefined ? row : { ...row, day: later(row.day, 7 * weeks) })),
    requests: (rota.requests ?? []).map(move),
  };
}

const both = fc.tuple(anyRota, anyRotaRules);
const cost = (rota: Rota, rules: RotaRules) => orThrow(rotaCost(rota, rules));
const everyKind: RotaRules = {
  formatVersion: 1,
  id: "every",
  title: "Every kind",
  version: "1",
  citation: [],
  rules: [
    { id: "cover", kind: "cover", hard: true, weight: 1 },
    { id: "double", kind: "shiftsPerDay", most: 1, hard: true, weight: 1 },
    { id: "days", kind: "assignments", least: 2, most: 20, weight: 2 },
    { id: "work", kind: "consecutiveWorkingDays", least: 2, most: 5, weight: 3 },
    { id: "free", kind: "consecutiveFreeDays", least: 2, weight: 3 },
    { id: "weekend run", kind: "consecutiveWorkingWeekends", weekend: [6, 7], most: 2, weight: 4 },
    { id: "four weeks", kind: "workingWeekendsInFourWeeks", weekend: [6, 7], most: 2, weight: 4 },
    { id: "complete", kind: "completeWeekends", weekend: [5, 6, 7], weight: 1 },
    { id: "identical", kind: "identicalWeekends", weekend: [6, 7], weight: 1 },
    { id: "skills", kind: "skills", weight: 5 },
    { id: "wishes", kind: "requests", weight: 1 },
    { id: "night then day", kind: "pattern", entries: [{ shiftId: "N" }, { shiftId: "D" }], weight: 9 },
  ],
};

const tooMany: RotaRules = {
  ...everyKind,
  rules: [
    { id: "days", kind: "assignments", most: 5, weight: 1 },
    { id: "work", kind: "consecutiveWorkingDays", most: 2, weight: 1 },
    { id: "weekend run", kind: "consecutiveWorkingWeekends", weekend: [6, 7, 1], most: 1, weight: 1 },
    { id: "four weeks", kind: "workingWeekendsInFourWeeks", weekend: [5, 6, 7], most: 2, weight: 1 },
    { id: "night then work", kind: "pattern", entries: [{ shiftId: "N" }, {}], weight: 1 },
  ],
};

/** What the cost of a rota owes, and its checks. */
export const rotaLaws: readonly Law[] = [
  {
    name: "the costs are the sums of what is located",
    statedRuns: 10_000,
    property: fc.property(both, ([rota, rules]) => {
      const { hard, soft, byRule } = cost(rota, rules);
      const hardRules = new Set(rules.rules.flatMap((rule) => (rule.hard === true ? [rule.id] : [])));
      const sum = (isHard: boolean) =>
        byRule.reduce((total, found) => total + (hardRules.has(found.rule) === isHard ? found.cost : 0), 0);
      return hard === sum(true) && soft === sum(false) && byRule.every((found) => found.cost > 0);
    }),
  },
  {
    name: "the order of rows and of rules does not show",
    statedRuns: 10_000,
    property: fc.property(
      both,
      ([rota, rules]) =>
        canonicalJson(cost(rota, rules)) ===
        canonicalJson(cost(backwards(rota), { ...rules, rules: [...rules.rules].reverse() })),
    ),
  },
  {
    name: "the cost of a pack is the sum of the costs of its rules",
    statedRuns: 1_000,
    property: fc.property(both, ([rota, rules]) => {
      const alone = rules.rules.map((rule) => cost(rota, { ...rules, rules: [rule] }));
      const { hard, soft } = cost(rota, rules);
      return (
        hard === alone.reduce((sum, each) => sum + each.hard, 0) &&
        soft === alone.reduce((sum, each) => sum + each.soft, 0)
      );
    }),
  },
  {
    name: "whole weeks later the same costs as much",
    statedRuns: 1_000,
    property: fc.property(both, fc.integer({ min: -60, max: 60 }), ([rota, rules], weeks) => {
      const [now, then] = [cost(rota, rules), cost(postponed(rota, weeks), rules)];
      return (
        now.hard === then.hard &&
        now.soft === then.soft &&
        now.byRule.every((found, at) => {
          const moved = then.byRule[at]?.at ?? [];
          return found.at.every((day, step) => later(day, 7 * weeks) === moved[step]);
        })
      );
    }),
  },
  {
    name: "too many days or weekends are proved by evidence of which no day may be missing",
    statedRuns: 1_000,
    property: fc.property(anyRota, (rota) =>
      runChecks(rotaChecks(tooMany), rota, { today: "2026-05-01" }).every(({ outcome, evidence, subject }) => {
        if (outcome !== "fail") return true;
        const [, rule] = JSON.parse(subject.id) as string[];
        const days = evidence.map(({ id }) => JSON.parse(id) as [string, string]);
        const fails = (kept: readonly (readonly [string, string])[]) =>
          cost(
            {
              ...rota,
              assignments: rota.assignments.filter(({ personId, day }) =>
                kept.some(([person, on]) => person === personId && on === day),
              ),
            },
            { ...tooMany, rules: tooMany.rules.filter(({ id }) => id === rule) },
          ).soft > 0;
        return fails(days) && days.every((_day, without) => !fails(days.filter((_other, at) => at !== without)));
      }),
    ),
  },
  ...checkLaws(rotaChecks(everyKind), anyRota, backwards),
];
