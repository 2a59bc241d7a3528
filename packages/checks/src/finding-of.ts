import { compareText, type Fact } from "@evenkeel/kernel";
import type { CheckSetting } from "./settings.js";
import { raised, severityOf } from "./severity.js";
import type { Check, Finding, FindingSeverity, Verdict } from "./types.js";

function failureSeverity<Input>(check: Check<Input>, verdict: Verdict, setting: CheckSetting): FindingSeverity {
  const severity = setting.severity ?? verdict.severity ?? severityOf(check.kind, verdict.measured, verdict.threshold);
  return setting.raise === true ? raised(severity) : severity;
}

/** Members are set one by one where they are there: findings are made by the hundred thousand. */
type Made = { -readonly [Member in keyof Finding]: Finding[Member] };

/** A check's verdict with all that makes it a finding. */
export function findingOf<Input>(check: Check<Input>, verdict: Verdict, setting: CheckSetting): Finding {
  const failed = verdict.outcome === "fail";
  const { measured, threshold, window, missing, personId, groupSize, subject } = verdict;
  const facts: Record<string, Fact> = { check: check.id, subject: subject.id };
  if (missing !== undefined) facts["missing"] = [...missing];
  if (verdict.facts !== undefined) Object.assign(facts, verdict.facts);
  const finding: Made = {
    code: failed ? check.id : `checks/${verdict.outcome}`,
    facts,
    checkId: check.id,
    version: check.version,
    kind: check.kind,
    dataClass: check.dataClass,
    outcome: verdict.outcome,
    severity: failed ? failureSeverity(check, verdict, setting) : (verdict.severity ?? "info"),
    subject,
    evidence: verdict.evidence ?? [subject],
    citation: check.citation,
    fingerprint: [check.id, subject.table, subject.id, window?.from ?? ""].join("|"),
  };
  if (measured !== undefined) finding.measured = measured;
  if (threshold !== undefined) finding.threshold = threshold;
  if (window !== undefined) finding.window = window;
  if (missing !== undefined) finding.missing = missing;
  if (personId !== undefined) finding.personId = personId;
  if (groupSize !== undefined) finding.groupSize = groupSize;
  return finding;
}

/** The stated order of findings: check id, subject table, subject id, window start. */
export function compareFindings(a: Finding, b: Finding): number {
  return (
    compareText(a.checkId, b.checkId) ||
    compareText(a.subject.table, b.subject.table) ||
    compareText(a.subject.id, b.subject.id) ||
    compareText(a.window?.from ?? "", b.window?.from ?? "")
  );
}
