import { canonicalJson } from "@evenkeel/kernel";
import * as fc from "fast-check";
import { runChecks } from "./run-checks.js";
import type { Law } from "./testing/law.js";
import type { Check, Finding, Verdict } from "./types.js";
import { visibleFindings } from "./visible-findings.js";

/**
 * What any set of checks owes: the same findings whatever the order of rows, `unknown` and never `pass` without data,
 * an unchanged input, and evidence that is there.
 *
 * @param checks - the rules of a package
 * @param inputs - arbitrary inputs
 * @param permute - the same input with rows in another order
 */
export function checkLaws<Input>(
  checks: readonly Check<Input>[],
  inputs: fc.Arbitrary<Input>,
  permute: (input: Input) => Input,
): Law[] {
  const today = "2026-05-01";
  return [
    {
      name: "the order of rows does not change what checks find",
      statedRuns: 10_000,
      property: fc.property(
        inputs,
        (input) =>
          canonicalJson(runChecks(checks, input, { today })) ===
          canonicalJson(runChecks(checks, permute(input), { today })),
      ),
    },
    {
      name: "what a check tells one by one is all that it evaluates to, in the same order",
      statedRuns: 1_000,
      property: fc.property(inputs, (input) =>
        checks.every((check) => {
          const told: Verdict[] = [];
          check.tell?.(input, check.params, (verdict) => told.push(verdict));
          return check.tell === undefined || canonicalJson(told) === canonicalJson(check.evaluate(input, check.params));
        }),
      ),
    },
    {
      name: "without the fields it needs no check passes or fails",
      statedRuns: 1_000,
      property: fc.property(inputs, (input) =>
        runChecks(checks, input, { today, isAvailable: () => false }).every(
          ({ outcome, checkId }) =>
            outcome === "unknown" || checks.find(({ id }) => id === checkId)?.needs.length === 0,
        ),
      ),
    },
    {
      name: "checks leave their input as it was",
      statedRuns: 1_000,
      property: fc.property(inputs, (input) => {
        const before = canonicalJson(input);
        runChecks(checks, input, { today });
        return canonicalJson(input) === before;
      }),
    },
    {
      name: "a failure names evidence and cites a source",
      statedRuns: 10_000,
      property: fc.property(inputs, (input) =>
        runChecks(checks, input, { today }).every(
          (finding) => finding.outcome !== "fail" || (finding.evidence.length > 0 && finding.citation.length > 0),
        ),
      ),
    },
  ];
}

/** Findings of every data class, about persons and groups. */
export const anyFinding: fc.Arbitrary<Finding> = fc
  .record({
    dataClass: fc.constantFrom("planFact" as const, "teamRate" as const, "record" as const, "wellbeing" as const),
    outcome: fc.constantFrom("fail" as const, "pass" as const),
    person: fc.option(fc.constantFrom("p1", "p2", "__proto__"), { nil: undefined }),
    group: fc.option(fc.integer({ min: 1, max: 20 }), { nil: undefined }),
  })
  .map(({ dataClass, outcome, person, group }) => ({
    code: "demo/any",
    facts: {},
    checkId: "demo/any",
    version: "1",
    kind: "heuristic" as const,
    dataClass,
    outcome,
    severity: "info" as const,
    subject: { table: "people", id: person ?? "all" },
    evidence: [],
    citation: [],
    fingerprint: "demo",
    ...(person === undefined ? {} : { personId: person }),
    ...(group === undefined ? {} : { groupSize: group }),
  }));

/** Laws of visibility. */
export function visibilityLaws(): Law[] {
  return [
    {
      name: "records and wellbeing of a person reach nobody else without a grant",
      statedRuns: 100_000,
      property: fc.property(fc.array(anyFinding), fc.constantFrom("p1", "p9", undefined), (findings, personId) =>
        visibleFindings(findings, personId === undefined ? undefined : { personId }).visible.every(
          (finding) =>
            finding.dataClass === "planFact" ||
            finding.personId === undefined ||
            (finding.personId === personId && finding.dataClass !== "teamRate"),
        ),
      ),
    },
    {
      name: "what is said to be withheld is the same whatever was found, and how often",
      statedRuns: 10_000,
      property: fc.property(fc.array(anyFinding), (findings) => {
        const turned = findings.flatMap((finding) => {
          const other = { ...finding, outcome: finding.outcome === "fail" ? ("pass" as const) : ("fail" as const) };
          return [other, other];
        });
        return canonicalJson(visibleFindings(findings).withheld) === canonicalJson(visibleFindings(turned).withheld);
      }),
    },
    {
      name: "every finding is visible, or its check is among the withheld",
      statedRuns: 10_000,
      property: fc.property(fc.array(anyFinding), (findings) => {
        const { visible, withheld } = visibleFindings(findings);
        const hidden = new Set<unknown>(withheld.map(({ checkId }) => checkId));
        const shown = new Set<unknown>(visible);
        return findings.every((finding) => shown.has(finding) || hidden.has(finding.checkId));
      }),
    },
  ];
}

export { anyReport, anyWaivedReport, anyWaivers } from "./testing/any-report.js";
export { anyConfig, configLaws, knownChecks } from "./testing/config-laws.js";
export { anyDataPack, dataCheckLaws } from "./testing/data-check-laws.js";
export { attackByDifferences, canTellOfFew, type KnownSum } from "./testing/differencing-attacker.js";
export type { Law } from "./testing/law.js";
export { anyWeeks, privacyLaws } from "./testing/privacy-laws.js";
export { sarifLaws } from "./testing/sarif-laws.js";
export { type SeededDefect, seededLaws, type WorkVariants } from "./testing/seeded-laws.js";
export { baselineLaws, waiverLaws } from "./testing/waiver-laws.js";
