import { type Finding, runChecks } from "@evenkeel/checks";
import { checkLaws, type Law } from "@evenkeel/checks/testing";
import * as fc from "fast-check";
import { rulePacks } from "../packs.js";
import { ruleChecks } from "../rules/compile-rule.js";
import type { SustainabilityInput, WorkInterval } from "../types.js";
import { measures } from "../working-time/measures/index.js";

const quarter = 900_000;
const day = 86_400_000;
const begin = Date.parse("2026-03-02T00:00:00Z");
const today = "2026-05-01";
const options = { today, includeUnverified: true } as const;

// The deviations of states use measures that other packs use too. Short reference periods, so that rules with long ones are judged in a few weeks too.
const quick = rulePacks
  .filter(({ id }) => id !== "eu-states")
  .map((pack) => ({
    ...pack,
    rules: pack.rules.map((rule) => ({
      ...rule,
      ...(rule.with?.["unit"] === undefined ? {} : { with: { ...rule.with, length: 2, unit: "weeks" } }),
    })),
  }));
const checks = ruleChecks(quick, "records");
const measureOf = new Map(quick.flatMap(({ rules }) => rules.map((rule) => [rule.id, measures.get(rule.measure)])));
// Days of work that make up for leave may be short ones, which lower the average: the law is so.
const replaces = new Set(
  quick.flatMap(({ rules }) => rules.filter((rule) => rule.with?.["leave"] === "replaced").map(({ id }) => id)),
);
const limitsWork = (id: string): boolean =>
  !replaces.has(id) &&
  measureOf.get(id)?.better === "less" &&
  !["averageNightWork", "restOwed", "incidentsPerShift"].includes(measureOf.get(id)?.name ?? "");

const anySpan = fc
  .tuple(fc.nat(27), fc.integer({ min: 20, max: 90 }), fc.integer({ min: 1, max: 60 }))
  .map(([at, start, length]) => ({
    from: begin + at * day + start * quarter,
    to: Math.min(begin + 28 * day, begin + at * day + (start + length) * quarter),
  }))
  .filter(({ from, to }) => from < to);

const rowsOf = (spans: readonly { readonly from: number; readonly to: number }[]): WorkInterval[] =>
  spans.map((span, at) => ({ id: `w${String(at).padStart(3, "0")}`, personId: "ana", ...span }));

/** Four weeks of work of one person under the law of some country, with leave, shifts on call and calls. */
export const anyWorkingTime: fc.Arbitrary<SustainabilityInput & { readonly intervals: readonly WorkInterval[] }> = fc
  .record({
    spans: fc.array(anySpan, { minLength: 1, maxLength: 45 }),
    place: fc.constantFrom("DE", "FR", "GB", "JP", "US", "CH", "LU"),
    leave: fc.array(fc.nat(26), { maxLength: 4 }),
    onCall: fc.array(anySpan, { maxLength: 4 }),
    calls: fc.array(fc.nat(2600), { maxLength: 12 }),
  })
  .map(({ spans, place, leave, onCall, calls }) => ({
    intervals: rowsOf(spans),
    people: [{ id: "ana", jurisdiction: place, zone: "UTC" }],
    leave: leave.map((at) => ({
      id: `l${at}`,
      personId: "ana",
      from: begin / day + at,
      to: begin / day + at + 1,
      kind: "annual",
    })),
    onCallShifts: rowsOf(onCall),
    incidents: calls.map((at) => ({ personId: "ana", at: begin + at * quarter })),
    recordsFrom: begin,
    recordsTo: begin + 28 * day,
  }));

const reversed = (input: SustainabilityInput): SustainabilityInput => ({
  ...input,
  intervals: Array.isArray(input.intervals) ? [...input.intervals].reverse() : [],
  leave: [...(input.leave ?? [])].reverse(),
  onCallShifts: [...(input.onCallShifts ?? [])].reverse(),
  incidents: [...(input.incidents ?? [])].reverse(),
});

const failures = (found: readonly Finding[]): Finding[] => found.filter(({ outcome }) => outcome === "fail");
const meets = (a: Finding, b: Finding): boolean =>
  (a.window?.from ?? "") < (b.window?.to ?? "") && (b.window?.from ?? "") < (a.window?.to ?? "");
const within = (inner: Finding, outer: Finding): boolean =>
  (outer.window?.from ?? "") <= (inner.window?.from ?? "") && (inner.window?.to ?? "") <= (outer.window?.to ?? "");

/** The same work with nothing but some rows of evidence. */
function only(input: SustainabilityInput, kept: ReadonlySet<string>): SustainabilityInput {
  const chosen = <T extends { readonly id?: string }>(rows: readonly T[] | undefined): readonly T[] =>
    (rows ?? []).filter(({ id }) => kept.has(id ?? ""));
  return {
    ...input,
    intervals: Array.isArray(input.intervals) ? chosen(input.intervals as readonly WorkInterval[]) : [],
    leave: chosen(input.leave),
    onCallShifts: chosen(input.onCallShifts),
  };
}

function failsWithin(input: SustainabilityInput, finding: Finding): boolean {
  const check = checks.filter(({ id }) => id === finding.checkId);
  const isRolling = measureOf.get(finding.checkId)?.rolls === true && !replaces.has(finding.checkId);
  if (!isRolling) return failures(runChecks(check, input, options)).some((found) => within(found, finding));
  // Of windows that overlap the evidence is that of the worst: it alone is judged again.
  const at = (fact: string): number => Date.parse(`${String(finding.facts[fact])}:00Z`);
  const worst = { ...input, recordsFrom: at("from"), recordsTo: at("to") };
  return failures(runChecks(check, worst, options)).length > 0;
}

/** Each field that a rule of working time may need, and an input without it. */
const losses: readonly ((input: SustainabilityInput) => SustainabilityInput)[] = [
  ({ intervals: _lost, ...input }) => input,
  ({ leave: _lost, ...input }) => input,
  ({ incidents: _lost, ...input }) => input,
  ({ onCallShifts: _lost, ...input }) => input,
  (input) => ({ ...input, people: [{ id: "ana", zone: "UTC" }] }),
  (input) => ({ ...input, people: (input.people ?? []).map(({ zone: _lost, ...row }) => row) }),
];

const outcomes = (found: readonly Finding[]): ReadonlyMap<string, ReadonlySet<string>> => {
  const byCheck = new Map<string, Set<string>>();
  for (const { checkId, outcome } of found) byCheck.set(checkId, (byCheck.get(checkId) ?? new Set()).add(outcome));
  return byCheck;
};

/** Laws of rules of working time, over every rule of every pack. */
export function ruleLaws(): Law[] {
  return [
    ...checkLaws(checks, anyWorkingTime, reversed),
    {
      name: "the evidence of a failure makes it, and without any row of it there is none",
      statedRuns: 10_000,
      property: fc.property(anyWorkingTime, (input) =>
        failures(runChecks(checks, input, options)).every((finding) => {
          const ids = finding.evidence.map(({ id }) => id);
          return (
            failsWithin(only(input, new Set(ids)), finding) &&
            ids.every((left) => !failsWithin(only(input, new Set(ids.filter((id) => id !== left))), finding))
          );
        }),
      ),
    },
    {
      name: "where a field is lost, what passed is unknown or stays, and nothing that failed passes",
      statedRuns: 10_000,
      property: fc.property(anyWorkingTime, fc.nat(losses.length - 1), (input, at) => {
        const lost = losses[at]?.(input) ?? input;
        const before = outcomes(runChecks(checks, input, options));
        const after = outcomes(runChecks(checks, lost, options));
        return [...after].every(([id, now]) => !now.has("pass") || before.get(id)?.has("pass") === true);
      }),
    },
    {
      name: "more work never removes a finding of too much work",
      statedRuns: 10_000,
      property: fc.property(anyWorkingTime, anySpan, (input, more) => {
        const added = { ...input, intervals: [...input.intervals, { id: "more", personId: "ana", ...more }] };
        const after = failures(runChecks(checks, added, options));
        return failures(runChecks(checks, input, options))
          .filter(({ checkId }) => limitsWork(checkId))
          .every((finding) => after.some((found) => found.checkId === finding.checkId && meets(found, finding)));
      }),
    },
    {
      name: "what is too much before a period is over stays so when it is over",
      statedRuns: 10_000,
      property: fc.property(anyWorkingTime, fc.integer({ min: 3, max: 27 }), (input, days) => {
        const until = begin + days * day;
        const known = { ...input, intervals: input.intervals.filter(({ to }) => to <= until) };
        const early = failures(runChecks(checks, { ...known, recordsTo: until }, options));
        const late = failures(runChecks(checks, known, options));
        return early
          .filter(({ checkId }) => limitsWork(checkId))
          .every((finding) => late.some((found) => found.checkId === finding.checkId && meets(found, finding)));
      }),
    },
    {
      name: "a week later all findings are a week later",
      statedRuns: 10_000,
      property: fc.property(anyWorkingTime, (input) => {
        const week = 7 * day;
        const later = <T extends { readonly from: number; readonly to: number }>(rows: readonly T[], by: number): T[] =>
          rows.map((row) => ({ ...row, from: row.from + by, to: row.to + by }));
        const shifted: SustainabilityInput = {
          ...input,
          intervals: later(input.intervals, week),
          leave: later(input.leave ?? [], 7),
          onCallShifts: later(input.onCallShifts ?? [], week),
          incidents: (input.incidents ?? []).map((call) => ({ ...call, at: call.at + week })),
          recordsFrom: begin + week,
          recordsTo: begin + 29 * day + 6 * day,
        };
        const told = (found: readonly Finding[], by: number): string[] =>
          failures(found)
            // Civil months and years do not move by weeks.
            .filter(({ checkId }) => !/overtime|InYear/i.test(measureOf.get(checkId)?.name ?? ""))
            .map(
              ({ checkId, window, measured, evidence }) =>
                `${checkId} ${Date.parse(window?.from ?? "") + by} ${Date.parse(window?.to ?? "") + by} ${measured?.value} ${evidence.map(({ id }) => id).join()}`,
            )
            .sort();
        return (
          told(runChecks(checks, input, options), week).join("\n") ===
          told(runChecks(checks, shifted, options), 0).join("\n")
        );
      }),
    },
  ];
}
