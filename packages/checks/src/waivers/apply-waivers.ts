import { ok, type Result } from "@evenkeel/kernel";
import { raised } from "../severity.js";
import type { Finding, Waiver } from "../types.js";
import { unjudgedIn } from "../unjudged.js";
import { parseWaivers } from "./read-waivers.js";

/** Whether a finding is about a waiver and not about the work. */
export function isAboutWaiver({ checkId }: Pick<Finding, "checkId">): boolean {
  return checkId === "checks/waiver-unused" || checkId === "checks/waiver-expired";
}

function aboutWaiver(code: "checks/waiver-unused" | "checks/waiver-expired", waiver: Waiver): Finding {
  const subject = { table: "waivers", id: waiver.id };
  const { id, covers, by, expiresOn } = waiver;
  return {
    code,
    facts: { id, covers, by, expiresOn },
    checkId: code,
    version: "1",
    kind: "heuristic",
    dataClass: "planFact",
    outcome: "fail",
    severity: "minor",
    subject,
    evidence: [subject],
    citation: [{ title: "Evenkeel house rule: a waiver covers something until its last day, or goes" }],
    fingerprint: `${code}|waivers|${id}|`,
  };
}

/** The waiver that covers today; of several the one that lasts longest. */
function covering(waivers: readonly Waiver[], today: string): Waiver | undefined {
  return waivers
    .filter(({ grantedOn, expiresOn }) => grantedOn <= today && today <= expiresOn)
    .reduce<Waiver | undefined>(
      (best, each) => (best === undefined || each.expiresOn > best.expiresOn ? each : best),
      undefined,
    );
}

/** What a waiver covers: a check, or one finding of it. */
function target(covers: string): { readonly checkId: string; readonly fingerprint?: string } {
  const end = covers.indexOf("|");
  return end < 0 ? { checkId: covers } : { checkId: covers.slice(0, end), fingerprint: covers };
}

/**
 * Marks the failures that waivers cover; deletes nothing.
 *
 * A waiver past its last day does not cover: its finding comes back one severity higher, and the waiver is a finding
 * (`checks/waiver-expired`) whether or not anything is left to cover. A waiver that covers no finding is itself a finding
 * (`checks/waiver-unused`), unless what it covers was not judged: its check did not run, or data is missing. A waiver
 * before its first day does nothing yet. A waiver that cannot stand is left out and named, see `parseWaivers`.
 *
 * @param findings - from `runChecks`
 * @param waivers - reasons and days
 * @param today - day of the run, `YYYY-MM-DD`
 * @param ran - ids of the checks that ran, see `ranChecks`; undefined = all that waivers speak of
 * @returns all findings, covered ones with the waiver's id; then expired and unused waivers, in the order of waivers
 *
 * Issues: those of `parseWaivers`.
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
  ran?: Iterable<string>,
): Extract<Result<Finding[]>, { ok: true }> {
  const { value: valid, issues } = parseWaivers(waivers);
  const byTarget = new Map<string, Waiver[]>();
  for (const waiver of valid) {
    const same = byTarget.get(waiver.covers) ?? [];
    byTarget.set(waiver.covers, same);
    same.push(waiver);
  }
  const used = new Set<Waiver>();
  const marked = findings.map((finding) => {
    if (finding.outcome !== "fail") return finding;
    const own = byTarget.get(finding.fingerprint) ?? [];
    const general = byTarget.get(finding.checkId) ?? [];
    if (own.length + general.length === 0) return finding;
    for (const waiver of [...own, ...general]) used.add(waiver);
    const waiver = covering(own, today) ?? covering(general, today);
    if (waiver !== undefined) return { ...finding, waiver: waiver.id };
    const hasEnded = [...own, ...general].some(({ expiresOn }) => expiresOn < today);
    return hasEnded ? { ...finding, severity: raised(finding.severity) } : finding;
  });
  const isUnjudged = unjudgedIn(findings, ran);
  const about = valid.flatMap((waiver) => {
    if (waiver.expiresOn < today) return [aboutWaiver("checks/waiver-expired", waiver)];
    const isUnused = !used.has(waiver) && !isUnjudged(target(waiver.covers));
    return isUnused ? [aboutWaiver("checks/waiver-unused", waiver)] : [];
  });
  return ok([...marked, ...about], issues);
}
