import { type Catalog, canonicalJson, describe, inertText, type Json } from "@evenkeel/kernel";
import { compareWithBaseline } from "../baseline.js";
import type { Citation, Finding, FindingSeverity, Outcome, Reference, Waiver } from "../types.js";
import { sarifRule } from "./sarif-rule.js";
import type { SarifContext, SarifRule } from "./types.js";

const kinds: Readonly<Record<Outcome, string>> = {
  fail: "fail",
  pass: "pass",
  unknown: "open",
  inapplicable: "notApplicable",
};
const levels: Readonly<Record<FindingSeverity, string>> = {
  critical: "error",
  serious: "error",
  moderate: "warning",
  minor: "note",
  info: "note",
};

/** Name under which our fingerprint stands; a new way of making it would get a new one. */
export const fingerprintName = "evenkeel/v1";

type Members = { readonly [key: string]: Json };

/** Plain JSON of what may be readonly and hold undefined members. */
const plain = (value: unknown): Json => JSON.parse(JSON.stringify(value)) as Json;

function location({ table, id }: Reference): Members {
  return { logicalLocations: [{ name: id, kind: table, fullyQualifiedName: `${table}/${id}` }] };
}

function suppressions(finding: Finding, waivers: ReadonlyMap<string, Waiver>): Json {
  if (finding.waiver === undefined) return [];
  const waiver = waivers.get(finding.waiver);
  const properties = { waiver: finding.waiver };
  if (waiver === undefined) return [{ kind: "external", status: "accepted", properties }];
  const { reason, by, grantedOn, expiresOn } = waiver;
  const justification = inertText(reason);
  return [
    { kind: "external", status: "accepted", justification, properties: { ...properties, by, grantedOn, expiresOn } },
  ];
}

/** What the standard has no place for. */
function properties(finding: Finding, citation: readonly Citation[]): Json {
  const { code, facts, version, kind, dataClass, severity, measured, threshold, window, missing, personId, groupSize } =
    finding;
  const cited = canonicalJson(citation) === canonicalJson(finding.citation) ? undefined : finding.citation;
  return plain({
    code,
    facts,
    version,
    kind,
    dataClass,
    severity,
    measured,
    threshold,
    window,
    missing,
    personId,
    groupSize,
    citation: cited,
  });
}

/** State of each finding beside the baseline. What does not fail is unchanged unless it failed then. */
function stateBeside(findings: readonly Finding[], context: SarifContext): (finding: Finding) => Members {
  const { baseline } = context;
  if (baseline === undefined) return () => ({});
  const fresh = new Set(compareWithBaseline(findings, baseline, context.ran).fresh);
  const failedThen = new Set(baseline.findings.map(({ fingerprint }) => fingerprint));
  return (finding) => {
    if (finding.outcome === "fail") return { baselineState: fresh.has(finding) ? "new" : "unchanged" };
    return { baselineState: failedThen.has(finding.fingerprint) ? "updated" : "unchanged" };
  };
}

/** Failures of the baseline that are gone and of which nothing else is said. */
function absent(findings: readonly Finding[], context: SarifContext, ruleIndex: (id: string) => Members): Json[] {
  if (context.baseline === undefined) return [];
  const said = new Set(findings.map(({ fingerprint }) => fingerprint));
  const { gone } = compareWithBaseline(findings, context.baseline, context.ran);
  return gone
    .filter(({ fingerprint }) => !said.has(fingerprint))
    .map(({ fingerprint, checkId }) => ({
      ruleId: checkId,
      ...ruleIndex(checkId),
      kind: "fail",
      level: "none",
      message: { text: inertText(fingerprint) },
      partialFingerprints: { [fingerprintName]: fingerprint },
      baselineState: "absent",
    }));
}

function invocation({ isComplete = true, issues = [], grants, withheld }: SarifContext, catalog: Catalog): Json {
  const notifications = issues.map((found) => ({
    descriptor: { id: found.code },
    level: found.severity === "info" ? "note" : found.severity,
    message: { text: describe(found, catalog).message },
    properties: { path: [...found.path], subject: [...found.subject] },
  }));
  const seen = plain({ grants, withheld }) as Members;
  return {
    executionSuccessful: isComplete,
    ...(notifications.length === 0 ? {} : { toolExecutionNotifications: notifications }),
    ...(Object.keys(seen).length === 0 ? {} : { properties: seen }),
  };
}

/** The rules given, then those that only findings speak of. */
function allRules(rules: readonly SarifRule[], findings: readonly Finding[]): SarifRule[] {
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  for (const { checkId, version, kind, citation } of findings)
    if (!byId.has(checkId)) byId.set(checkId, { id: checkId, version, kind, citation });
  return [...byId.values()];
}

/**
 * Findings as a SARIF 2.1.0 log: items are logical locations, evidence related locations, waivers suppressions.
 *
 * fail, pass, unknown and inapplicable become `fail`, `pass`, `open` and `notApplicable`; `level` is `none` unless a
 * result fails. The standard has no end of a suppression, no data class and no missing fields: these stand in
 * `properties`. With a baseline every result has a state, and failures that are gone are `absent`. `fromSarif` reads it
 * all back.
 *
 * @param findings - those the reader may see
 * @param rules - the checks that ran; rules only findings speak of are added
 * @param catalog - texts
 * @param waivers - for the justification of suppressed results
 * @param context - baseline, faults, grants, whether the run was complete
 * @returns a SARIF log as plain JSON
 *
 * Issues: none.
 * Time O(findings), space the same.
 * Source: OASIS, Static Analysis Results Interchange Format 2.1.0 (2020).
 *
 * @example
 * (toSarif([], [], {}) as { version: string }).version; // => "2.1.0"
 */
export function toSarif(
  findings: readonly Finding[],
  rules: readonly SarifRule[],
  catalog: Catalog,
  waivers: readonly Waiver[] = [],
  context: SarifContext = {},
): Json {
  const byId = new Map(waivers.map((waiver) => [waiver.id, waiver]));
  const described = allRules(rules, findings);
  const places = new Map(described.map(({ id }, at) => [id, at]));
  const ruleIndex = (id: string): Members => {
    const at = places.get(id);
    return at === undefined ? {} : { ruleIndex: at };
  };
  const state = stateBeside(findings, context);
  const results = findings.map((finding) => ({
    ruleId: finding.checkId,
    ...ruleIndex(finding.checkId),
    kind: kinds[finding.outcome],
    level: finding.outcome === "fail" ? levels[finding.severity] : "none",
    message: { text: describe(finding, catalog).message },
    locations: [location(finding.subject)],
    relatedLocations: finding.evidence.map((each, id) => ({ id, ...location(each) })),
    partialFingerprints: { [fingerprintName]: finding.fingerprint },
    suppressions: suppressions(finding, byId),
    ...state(finding),
    properties: properties(finding, described[places.get(finding.checkId) ?? -1]?.citation ?? []),
  }));
  const { version } = context;
  const driver = {
    name: "evenkeel",
    informationUri: "https://github.com/evenkeel/evenkeel",
    ...(version === undefined ? {} : { version }),
    rules: described.map((rule) => sarifRule(rule, catalog)),
  };
  return {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver },
        invocations: [invocation(context, catalog)],
        results: [...results, ...absent(findings, context, ruleIndex)],
      },
    ],
  };
}
