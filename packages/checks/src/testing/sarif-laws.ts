import { canonicalJson, type Json } from "@evenkeel/kernel";
import * as fc from "fast-check";
import { baselineOf } from "../baseline.js";
import { fromSarif } from "../sarif/from-sarif.js";
import { toSarif } from "../sarif/to-sarif.js";
import type { SarifContext } from "../sarif/types.js";
import type { Finding } from "../types.js";
import { applyWaivers } from "../waivers/apply-waivers.js";
import { parseWaivers } from "../waivers/read-waivers.js";
import { anyReport, anyWaivedReport } from "./any-report.js";
import type { Law } from "./law.js";

const anyLog: fc.Arbitrary<{ readonly findings: readonly Finding[]; readonly log: Json }> = fc
  .record({
    waived: anyWaivedReport,
    before: fc.option(anyReport, { nil: undefined }),
    isComplete: fc.boolean(),
    withRules: fc.boolean(),
  })
  .map(({ waived: { report, waivers, today }, before, isComplete, withRules }) => {
    const { value: findings, issues } = applyWaivers(report, waivers, today);
    const context: SarifContext = {
      issues: [...issues, ...parseWaivers([{ id: "w" }]).issues],
      isComplete,
      grants: [{ personId: "p1", by: "p1" }],
      withheld: [{ checkId: "demo/late", people: 12 }],
      ...(before === undefined ? {} : { baseline: baselineOf([...before, ...findings.slice(1)]) }),
    };
    const rules = withRules
      ? [
          {
            id: "demo/late",
            version: "1.0.0",
            kind: "legal" as const,
            citation: [{ title: "a law", url: "https://example.org/law" }],
          },
        ]
      : [];
    const catalog = { "demo/late": { message: "{subject} is late.\u001b", remedy: "Do {x}." } };
    return { findings, log: toSarif(findings, rules, catalog, waivers, context) };
  });

/**
 * Laws of SARIF export.
 *
 * @param isValid - whether a log satisfies the OASIS schema; the caller brings schema and validator
 */
export function sarifLaws(isValid: (log: unknown) => boolean): Law[] {
  return [
    {
      name: "every log is valid by the OASIS schema",
      statedRuns: 1_000,
      property: fc.property(anyLog, ({ log }) => isValid(JSON.parse(JSON.stringify(log)))),
    },
    {
      name: "report to SARIF to report loses nothing of a finding",
      statedRuns: 10_000,
      property: fc.property(anyLog, ({ findings, log }) => {
        const read = fromSarif(JSON.parse(JSON.stringify(log)));
        return read.ok && canonicalJson(read.value) === canonicalJson(findings);
      }),
    },
    {
      name: "a level stands only where a result fails, and a state beside a baseline on all results or on none",
      statedRuns: 1_000,
      property: fc.property(anyLog, ({ log }) => {
        const { runs } = log as unknown as {
          readonly runs: readonly [
            { readonly results: readonly { kind: string; level: string; baselineState?: string }[] },
          ];
        };
        const { results } = runs[0];
        const states = results.filter(({ baselineState }) => baselineState !== undefined).length;
        return (
          (states === 0 || states === results.length) &&
          results.every(
            ({ kind, level, baselineState }) => baselineState === "absent" || (kind === "fail") === (level !== "none"),
          )
        );
      }),
    },
    {
      name: "whatever is read as a log is read or refused, never thrown at",
      statedRuns: 1_000,
      property: fc.property(fc.jsonValue(), (raw) => {
        fromSarif(raw);
        fromSarif({ version: "2.1.0", runs: [{ results: [raw] }] });
        return true;
      }),
    },
  ];
}
