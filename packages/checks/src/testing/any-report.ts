import { anyText as anyCharacters } from "@evenkeel/kernel/testing";
import * as fc from "fast-check";
import type { Citation, Finding, Reference, Waiver } from "../types.js";

/** Texts as they come: plain, hostile, and names that every object has. */
const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom("__proto__", "constructor", "a|b", "</script>", "\u202eevil", "\u001b[31m", "Ana", "höhe"),
  anyCharacters.filter((text) => text.trim() !== ""),
);
const anyUrl = fc.tuple(fc.domain(), anyText).map(([host, path]) => `https://${host}/${encodeURIComponent(path)}`);
const anyReference: fc.Arbitrary<Reference> = fc.record({
  table: fc.constantFrom("items", "people", "dependencies", "document"),
  id: anyText,
});
const anyCitation: fc.Arbitrary<Citation> = fc.record(
  {
    title: anyText,
    article: anyText,
    url: fc.oneof(anyUrl, anyText, fc.constantFrom("javascript:alert(1)", "http://a b", "https://x/%zz")),
    retrieved: fc.constant("2026-11-01"),
  },
  { requiredKeys: ["title"] },
);
const anyMeasured = fc.record({ value: fc.double({ noNaN: true, noDefaultInfinity: true }), unit: anyText });
const anyFact = fc.oneof(anyText, fc.integer(), fc.boolean(), fc.array(anyText, { maxLength: 3 }));

const anyUnwaived: fc.Arbitrary<Omit<Finding, "fingerprint">> = fc.record(
  {
    code: fc.constantFrom("demo/late", "demo/long", "checks/unknown"),
    facts: fc.dictionary(fc.oneof(fc.constantFrom("subject", "__proto__"), fc.string()), anyFact, { maxKeys: 4 }),
    checkId: fc.constantFrom("demo/late", "demo/long", "other/rule"),
    version: fc.constantFrom("1.0.0", "2"),
    kind: fc.constantFrom("legal", "guideline", "evidence", "heuristic"),
    dataClass: fc.constantFrom("planFact", "teamRate", "record", "wellbeing"),
    outcome: fc.constantFrom("fail", "fail", "pass", "unknown", "inapplicable"),
    severity: fc.constantFrom("critical", "serious", "moderate", "minor", "info"),
    subject: anyReference,
    evidence: fc.array(anyReference, { maxLength: 4 }),
    citation: fc.array(anyCitation, { maxLength: 2 }),
    measured: anyMeasured,
    threshold: anyMeasured,
    window: fc.record({ from: fc.constantFrom("2026-05-01", "2026-05-02"), to: fc.constant("2026-06-01") }),
    missing: fc.array(anyText, { maxLength: 3 }),
    personId: anyText,
    groupSize: fc.nat(50),
  },
  {
    requiredKeys: [
      "code",
      "facts",
      "checkId",
      "version",
      "kind",
      "dataClass",
      "outcome",
      "severity",
      "subject",
      "evidence",
      "citation",
    ],
  },
);

/** Findings of every shape, each fingerprint once. */
export const anyReport: fc.Arbitrary<readonly Finding[]> = fc.uniqueArray(
  anyUnwaived.map((finding) => ({
    ...finding,
    fingerprint: [finding.checkId, finding.subject.table, finding.subject.id, finding.window?.from ?? ""].join("|"),
  })),
  { selector: ({ fingerprint }) => fingerprint, maxLength: 12 },
);

const anyDay = fc.integer({ min: 1, max: 28 }).map((day) => `2026-05-${String(day).padStart(2, "0")}`);

/** Waivers that can stand, of findings of a report, of whole checks, and of nothing. */
export function anyWaivers(report: readonly Finding[]): fc.Arbitrary<readonly Waiver[]> {
  const covered = fc.constantFrom("demo/late", "none/such", ...report.map(({ fingerprint }) => fingerprint));
  const waiver = fc.record({
    id: anyText,
    covers: covered.filter((covers) => covers.trim() !== ""),
    reason: anyText.map((text) => `agreed with the client ${text}`),
    by: anyText,
    days: fc.tuple(anyDay, anyDay),
  });
  return fc.uniqueArray(waiver, { selector: ({ id }) => id, maxLength: 5 }).map((waivers) =>
    waivers.map(({ days, ...rest }) => {
      const [grantedOn = "", expiresOn = ""] = [...days].sort();
      return { ...rest, grantedOn, expiresOn };
    }),
  );
}

/** A report with waivers, and a day to look at them. */
export const anyWaivedReport: fc.Arbitrary<{
  readonly report: readonly Finding[];
  readonly waivers: readonly Waiver[];
  readonly today: string;
}> = anyReport.chain((report) =>
  fc.record({ report: fc.constant(report), waivers: anyWaivers(report), today: anyDay }),
);
