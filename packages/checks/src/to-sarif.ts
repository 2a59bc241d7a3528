import { type Catalog, describe, type Json } from "@evenkeel/kernel";
import type { Check, Finding, FindingSeverity, Outcome, Waiver } from "./types.js";

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

function suppression(waiver: Waiver | undefined): Json {
  if (waiver === undefined) return [];
  return [
    { kind: "external", status: "accepted", justification: waiver.reason, properties: { expiresOn: waiver.expiresOn } },
  ];
}

/** What is needed of a check to describe its rule. */
export type SarifRule = Pick<Check<never>, "id" | "version" | "kind" | "citation">;

/**
 * Findings as a SARIF 2.1.0 log: items are logical locations, waivers are suppressions.
 *
 * @param findings - those the reader may see
 * @param rules - the checks that gave them
 * @param catalog - texts
 * @param waivers - for the justification of suppressed results
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
): Json {
  const byId = new Map(waivers.map((waiver) => [waiver.id, waiver]));
  return {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "evenkeel",
            informationUri: "https://github.com/evenkeel/evenkeel",
            rules: rules.map(({ id, version, kind, citation }) => ({
              id,
              properties: { version, kind, citation: citation.map((each) => ({ ...each })) as Json },
            })),
          },
        },
        results: findings.map((finding) => ({
          ruleId: finding.checkId,
          kind: kinds[finding.outcome],
          level: finding.outcome === "fail" ? (levels[finding.severity] ?? "warning") : "none",
          message: { text: describe(finding, catalog).message },
          locations: [{ logicalLocations: [{ name: finding.subject.id, kind: finding.subject.table }] }],
          partialFingerprints: { "evenkeel/v1": finding.fingerprint },
          suppressions: suppression(finding.waiver === undefined ? undefined : byId.get(finding.waiver)),
        })),
      },
    ],
  };
}
