import { compareText, type Message } from "@evenkeel/kernel";
import type { CheckSetting } from "./settings.js";
import { raised, severityOf } from "./severity.js";
import type { Check, Finding, FindingSeverity, Verdict } from "./types.js";

function failureSeverity<Input>(check: Check<Input>, verdict: Verdict, setting: CheckSetting): FindingSeverity {
  const severity = setting.severity ?? verdict.severity ?? severityOf(check.kind, verdict.measured, verdict.threshold);
  return setting.raise === true ? raised(severity) : severity;
}

/** A check's verdict with all that makes it a finding. */
export function findingOf<Input>(check: Check<Input>, verdict: Verdict, setting: CheckSetting): Finding {
  const failed = verdict.outcome === "fail";
  const severity = failed ? failureSeverity(check, verdict, setting) : (verdict.severity ?? "info");
  const { measured, threshold, window, missing, personId, groupSize } = verdict;
  const facts: Message["facts"] = {
    check: check.id,
    subject: verdict.subject.id,
    ...(missing === undefined ? {} : { missing: [...missing] }),
    ...verdict.facts,
  };
  return {
    code: failed ? check.id : `checks/${verdict.outcome}`,
    facts,
    checkId: check.id,
    version: check.version,
    kind: check.kind,
    dataClass: check.dataClass,
    outcome: verdict.outcome,
    severity,
    subject: verdict.subject,
    evidence: verdict.evidence ?? [verdict.subject],
    citation: check.citation,
    ...(measured === undefined ? {} : { measured }),
    ...(threshold === undefined ? {} : { threshold }),
    ...(window === undefined ? {} : { window }),
    ...(missing === undefined ? {} : { missing }),
    ...(personId === undefined ? {} : { personId }),
    ...(groupSize === undefined ? {} : { groupSize }),
    fingerprint: [check.id, verdict.subject.table, verdict.subject.id, window?.from ?? ""].join("|"),
  };
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
