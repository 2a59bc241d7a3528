import { type Issue, issue, ok, parseDay, type Result } from "@evenkeel/kernel";
import { raised } from "./severity.js";
import type { Finding, Waiver } from "./types.js";

const minReason = 10;

function waiverIssues(waivers: readonly Waiver[]): Issue[] {
  return waivers.flatMap((waiver, index) => {
    const path = ["waivers", index];
    const reason =
      waiver.reason.trim().length < minReason
        ? [
            issue("checks/waiver-without-reason", {
              path: [...path, "reason"],
              subject: [waiver.id],
              facts: { id: waiver.id, needed: minReason },
            }),
          ]
        : [];
    const days = (["grantedOn", "expiresOn"] as const).flatMap((field) => {
      const parsed = parseDay(waiver[field], [...path, field]);
      return parsed.ok ? [] : parsed.issues.map((found) => ({ ...found, subject: [waiver.id] }));
    });
    return [...reason, ...days];
  });
}

function unused(waiver: Waiver): Finding {
  const subject = { table: "waivers", id: waiver.id };
  return {
    code: "checks/waiver-unused",
    facts: { id: waiver.id, covers: waiver.covers },
    checkId: "checks/waiver-unused",
    version: "1",
    kind: "heuristic",
    dataClass: "planFact",
    outcome: "fail",
    severity: "minor",
    subject,
    evidence: [subject],
    citation: [{ title: "Evenkeel house rule: a waiver covers something or goes" }],
    fingerprint: `checks/waiver-unused|waivers|${waiver.id}|`,
  };
}

/**
 * Marks the failures that waivers cover; deletes nothing.
 *
 * A waiver past its last day does not cover: its finding comes back one severity higher. A waiver that covers no
 * finding is itself a finding. A waiver without a reason of 10 characters or with an impossible day is refused and named.
 *
 * @param findings - from `runChecks`
 * @param waivers - reasons and days
 * @param today - day of the run, `YYYY-MM-DD`
 * @returns all findings, covered ones with the waiver's id; then unused waivers
 *
 * Issues: checks/waiver-without-reason, kernel/invalid-time-text, kernel/impossible-date.
 * Time O(findings + waivers), space the same.
 * Source: own.
 *
 * @example
 * applyWaivers([], [{ id: "w1", covers: "demo/late", reason: "agreed with the client", by: "Ana", grantedOn: "2026-04-01", expiresOn: "2026-06-01" }], "2026-05-01").value.map((finding) => finding.code); // => ["checks/waiver-unused"]
 */
export function applyWaivers(
  findings: readonly Finding[],
  waivers: readonly Waiver[],
  today: string,
): Extract<Result<Finding[]>, { ok: true }> {
  const issues = waiverIssues(waivers);
  const refused = new Set(issues.flatMap(({ subject }) => subject));
  const valid = waivers.filter(({ id }) => !refused.has(id));
  const byTarget = new Map(valid.map((waiver) => [waiver.covers, waiver]));
  const used = new Set<string>();
  const marked = findings.map((finding) => {
    const waiver =
      finding.outcome === "fail" ? (byTarget.get(finding.fingerprint) ?? byTarget.get(finding.checkId)) : undefined;
    if (waiver === undefined) return finding;
    used.add(waiver.id);
    return waiver.grantedOn <= today && today <= waiver.expiresOn
      ? { ...finding, waiver: waiver.id }
      : { ...finding, severity: raised(finding.severity) };
  });
  return ok([...marked, ...valid.filter(({ id }) => !used.has(id)).map(unused)], issues);
}
