import { compareText, type Fact } from "@evenkeel/kernel";
import type { CheckSetting } from "./settings.js";
import { raised, severityOf } from "./severity.js";
import type { Check, Finding, FindingSeverity, Measured, Outcome, Reference, Verdict } from "./types.js";

/** Code of a finding that is no failure. */
const codeOf: Readonly<Record<Exclude<Outcome, "fail">, string>> = {
  pass: "checks/pass",
  unknown: "checks/unknown",
  inapplicable: "checks/inapplicable",
};

function failureSeverity<Input>(check: Check<Input>, verdict: Verdict, setting: CheckSetting): FindingSeverity {
  const severity = setting.severity ?? verdict.severity ?? severityOf(check.kind, verdict.measured, verdict.threshold);
  return setting.raise === true ? raised(severity) : severity;
}

/** Members are set one by one where they are there: findings are made by the hundred thousand. */
type Made = { -readonly [Member in keyof Finding]: Finding[Member] };

/** What a finding states: check and subject first. Facts that name both already are taken as they are. */
function factsOf<Input>({ id }: Check<Input>, { facts, missing, subject }: Verdict): Readonly<Record<string, Fact>> {
  if (facts?.["check"] !== undefined && facts["subject"] !== undefined && missing === undefined) return facts;
  const named: Record<string, Fact> = { check: id, subject: subject.id };
  if (missing !== undefined) named["missing"] = [...missing];
  return facts === undefined ? named : Object.assign(named, facts);
}

/** What the fingerprints of a check's findings on one subject begin with, in one piece: a text joined of parts keeps them all. */
export function fingerprintLead<Input>({ id }: Check<Input>, subject: Reference): string {
  return [id, subject.table, subject.id, ""].join("|");
}

/** A failure of someone's measured record, in one piece: what is added to an object later is kept beside it. */
function measuredFailure<Input>(
  check: Check<Input>,
  verdict: Verdict,
  setting: CheckSetting,
  lead: string,
  measured: Measured,
  threshold: Measured,
  window: NonNullable<Verdict["window"]>,
  personId: string,
): Finding {
  return {
    code: check.id,
    facts: factsOf(check, verdict),
    checkId: check.id,
    version: check.version,
    kind: check.kind,
    dataClass: check.dataClass,
    outcome: "fail",
    severity: failureSeverity(check, verdict, setting),
    subject: verdict.subject,
    evidence: verdict.evidence ?? [verdict.subject],
    citation: check.citation,
    fingerprint: lead + window.from,
    measured,
    threshold,
    window,
    personId,
  };
}

/** A check's verdict with all that makes it a finding. */
export function findingOf<Input>(
  check: Check<Input>,
  verdict: Verdict,
  setting: CheckSetting,
  lead: string = fingerprintLead(check, verdict.subject),
): Finding {
  const { outcome, measured, threshold, window, missing, personId, groupSize, subject } = verdict;
  const failed = outcome === "fail";
  const isWhole = measured !== undefined && threshold !== undefined && window !== undefined && personId !== undefined;
  if (failed && isWhole && missing === undefined && groupSize === undefined)
    return measuredFailure(check, verdict, setting, lead, measured, threshold, window, personId);
  const finding: Made = {
    code: outcome === "fail" ? check.id : codeOf[outcome],
    facts: factsOf(check, verdict),
    checkId: check.id,
    version: check.version,
    kind: check.kind,
    dataClass: check.dataClass,
    outcome,
    severity: failed ? failureSeverity(check, verdict, setting) : (verdict.severity ?? "info"),
    subject,
    evidence: verdict.evidence ?? [subject],
    citation: check.citation,
    fingerprint: window === undefined ? lead : lead + window.from,
  };
  if (measured !== undefined) finding.measured = measured;
  if (threshold !== undefined) finding.threshold = threshold;
  if (window !== undefined) finding.window = window;
  if (missing !== undefined) finding.missing = missing;
  if (personId !== undefined) finding.personId = personId;
  if (groupSize !== undefined) finding.groupSize = groupSize;
  return finding;
}

function compareReferences(a: Reference, b: Reference): number {
  return a === b ? 0 : compareText(a.table, b.table) || compareText(a.id, b.id);
}

/**
 * The stated order of findings: check id, subject table, subject id, window start.
 *
 * @param a - finding
 * @param b - finding
 * @returns below zero where `a` comes first, zero for findings of one fingerprint
 *
 * Issues: none.
 * Time O(1), space O(1).
 * Source: own.
 *
 * @example
 * const options = { today: "2026-05-01", isAvailable: () => false };
 * const rule = (id) => ({ id, version: "1", kind: "heuristic", citation: [], needs: ["items.dueDate"], dataClass: "planFact", params: {}, evaluate: () => [] });
 * runChecks([rule("demo/b"), rule("demo/a")], {}, options).sort(compareFindings).map((finding) => finding.checkId); // => ["demo/a", "demo/b"]
 */
export function compareFindings(a: Finding, b: Finding): number {
  return (
    compareText(a.checkId, b.checkId) ||
    compareReferences(a.subject, b.subject) ||
    compareText(a.window?.from ?? "", b.window?.from ?? "")
  );
}
