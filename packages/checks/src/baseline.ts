import { acceptUnlessError, compareText, type Result } from "@evenkeel/kernel";
import { type Path, ShapeReader } from "./shape/shape.js";
import type { Finding } from "./types.js";
import { unjudgedIn } from "./unjudged.js";
import { isAboutWaiver } from "./waivers/apply-waivers.js";

/** A failure that was there when the baseline was taken. */
export interface BaselineEntry {
  readonly fingerprint: string;
  readonly checkId: string;
}

/** Failures that are known, so that only new ones are looked at. Plain JSON. */
export interface Baseline {
  readonly formatVersion: 1;
  /** Each fingerprint once, in the order of code units. */
  readonly findings: readonly BaselineEntry[];
}

/** Failures beside a baseline. */
export interface BaselineComparison<Found extends Finding = Finding> {
  /** Neither in the baseline nor covered by a waiver; and whatever is wrong with a waiver. */
  readonly fresh: readonly Found[];
  /** In the baseline, or covered by a waiver. */
  readonly known: readonly Found[];
  /** In the baseline, judged, and failing no more. */
  readonly gone: readonly BaselineEntry[];
  /** In the baseline, but not judged in this run. */
  readonly unjudged: readonly BaselineEntry[];
}

/** Failures of the work that no waiver covers: what a baseline holds. */
function counts(finding: Finding): boolean {
  return finding.outcome === "fail" && finding.waiver === undefined && !isAboutWaiver(finding);
}

/**
 * The failures of a run as a baseline.
 *
 * What a waiver covers is left out, so that it is new again when the waiver ends; so is what is wrong with waivers, so
 * that it never falls silent.
 *
 * @param findings - of a run, after `applyWaivers`
 * @returns plain JSON, the same for every order of findings
 *
 * Issues: none.
 * Time O(f log f), space O(f).
 * Source: own.
 *
 * @example
 * baselineOf([]); // => { formatVersion: 1, findings: [] }
 */
export function baselineOf(findings: readonly Finding[]): Baseline {
  const checkIds = new Map(findings.filter(counts).map(({ fingerprint, checkId }) => [fingerprint, checkId]));
  return {
    formatVersion: 1,
    findings: [...checkIds]
      .map(([fingerprint, checkId]) => ({ fingerprint, checkId }))
      .sort((a, b) => compareText(a.fingerprint, b.fingerprint)),
  };
}

/**
 * Tells new failures from known ones, and what has gone.
 *
 * Marks only: a known failure is still a failure. What was not judged is not gone: its check did not run, or data is
 * missing.
 *
 * @param findings - of a run, after `applyWaivers`
 * @param baseline - from `baselineOf` or `parseBaseline`
 * @param ran - ids of the checks that ran, see `ranChecks`; undefined = all that the baseline speaks of
 * @returns new and known failures in the order of `findings`; entries gone or not judged in the order of the baseline
 *
 * Issues: none.
 * Time O(findings + baseline), space the same.
 * Source: own; states after SARIF 2.1.0 (new, unchanged, absent).
 *
 * @example
 * compareWithBaseline([], { formatVersion: 1, findings: [{ fingerprint: "demo/late|items|A|", checkId: "demo/late" }] }).gone.length; // => 1
 */
export function compareWithBaseline<Found extends Finding>(
  findings: readonly Found[],
  baseline: Baseline,
  ran?: Iterable<string>,
): BaselineComparison<Found> {
  const listed = new Set(baseline.findings.map(({ fingerprint }) => fingerprint));
  const failed = findings.filter(({ outcome }) => outcome === "fail");
  const failing = new Set(failed.map(({ fingerprint }) => fingerprint));
  const isFresh = (finding: Finding): boolean =>
    isAboutWaiver(finding) || (finding.waiver === undefined && !listed.has(finding.fingerprint));
  const isUnjudged = unjudgedIn(findings, ran);
  const away = baseline.findings.filter(({ fingerprint }) => !failing.has(fingerprint));
  return {
    fresh: failed.filter(isFresh),
    known: failed.filter((finding) => !isFresh(finding)),
    gone: away.filter((entry) => !isUnjudged(entry)),
    unjudged: away.filter(isUnjudged),
  };
}

/** Reads a baseline; faults go to the reader. */
export function readBaseline(reader: ShapeReader, value: unknown, path: Path): Baseline | undefined {
  const members = reader.members(value, path, ["formatVersion", "findings"]);
  if (members === undefined) return undefined;
  const { formatVersion, findings } = members;
  if (formatVersion !== 1)
    return reader.fault("checks/baseline-version", [...path, "formatVersion"], {
      found: String(formatVersion),
      known: 1,
    });
  if (findings === undefined) reader.wrong(findings, [...path, "findings"], "list");
  const entries = new Map<string, BaselineEntry>();
  for (const [index, each] of reader.list(findings, [...path, "findings"]).entries()) {
    const at = [...path, "findings", index];
    const entry = reader.members(each, at, ["fingerprint", "checkId"]);
    const fingerprint = entry && reader.text(entry["fingerprint"], [...at, "fingerprint"]);
    const checkId = entry && reader.text(entry["checkId"], [...at, "checkId"]);
    if (fingerprint !== undefined && checkId !== undefined) entries.set(fingerprint, { fingerprint, checkId });
  }
  return {
    formatVersion: 1,
    findings: [...entries.values()].sort((a, b) => compareText(a.fingerprint, b.fingerprint)),
  };
}

/**
 * Reads a baseline of unknown shape; all faults at once.
 *
 * @param value - as read from a file
 * @returns the baseline, sorted, each fingerprint once
 *
 * Issues: checks/baseline-version, checks/wrong-shape, checks/unknown-key.
 * Time O(n log n), space O(n).
 * Source: own.
 *
 * @example
 * parseBaseline({ formatVersion: 2, findings: [] }).issues.map(({ code }) => code); // => ["checks/baseline-version"]
 */
export function parseBaseline(value: unknown): Result<Baseline> {
  const reader = new ShapeReader();
  const baseline = readBaseline(reader, value, []);
  return acceptUnlessError(baseline ?? { formatVersion: 1, findings: [] }, reader.issues);
}
