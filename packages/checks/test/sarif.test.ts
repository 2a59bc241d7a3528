import { createRequire } from "node:module";
import { testLaws } from "@evenkeel/test-kit";
import AjvDraft4 from "ajv-draft-04";
import addFormats from "ajv-formats";
import { describe, expect, test } from "vitest";
import { applyWaivers, type Check, fromSarif, runChecks, toSarif } from "../src/index.js";
import { sarifLaws } from "../src/testing.js";

const require = createRequire(import.meta.url);
// One of the schema's patterns is no regular expression in unicode mode.
const ajv = new AjvDraft4.default({ strict: false, unicodeRegExp: false });
addFormats.default(ajv);
// The schema of OASIS as Microsoft's SARIF tools ship it.
const validate = ajv.compile(require("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json"));

interface Log {
  readonly runs: readonly [
    {
      readonly invocations: readonly unknown[];
      readonly tool: { readonly driver: { readonly rules: readonly unknown[] } };
      readonly results: readonly Readonly<Record<string, unknown>>[];
    },
  ];
}

const long: Check<readonly { id: string; hours: number }[]> = {
  id: "demo/long",
  version: "1",
  kind: "heuristic",
  citation: [{ title: "house rule", url: "https://example.org/rule" }],
  needs: ["items.schedule"],
  dataClass: "planFact",
  params: { most: 8 },
  evaluate: (rows, { most }) =>
    rows.map(({ id, hours }) => ({
      outcome: hours > Number(most) ? "fail" : "pass",
      subject: { table: "items", id },
      measured: { value: hours, unit: "h" },
      threshold: { value: Number(most), unit: "h" },
    })),
};
const today = "2026-05-01";
const rows = [
  { id: "a", hours: 30 },
  { id: "b", hours: 9 },
  { id: "c", hours: 2 },
];
const findings = runChecks([long], rows, { today });
const waiver = {
  id: "w",
  covers: "demo/long|items|a|",
  reason: "agreed with the client",
  by: "Ana",
  grantedOn: "2026-04-01",
  expiresOn: "2026-06-01",
};

describe("SARIF", () => {
  test("maps outcomes and levels, unknown to open with the missing fields", () => {
    const unknown = runChecks([long], rows, { today, isAvailable: () => false });
    const { results } = (toSarif([...findings, ...unknown], [long], {}) as unknown as Log).runs[0];
    expect(results.map(({ kind, level }) => [kind, level])).toEqual([
      ["fail", "warning"],
      ["fail", "note"],
      ["pass", "none"],
      ["open", "none"],
    ]);
    expect(results[3]).toMatchObject({ properties: { missing: ["items.schedule"] } });
  });

  test("makes waivers suppressions with reason and, as a property, the last day", () => {
    const marked = applyWaivers(findings, [waiver], today).value;
    const { results } = (toSarif(marked, [long], {}, [waiver]) as unknown as Log).runs[0];
    expect(results[0]?.["suppressions"]).toEqual([
      {
        kind: "external",
        status: "accepted",
        justification: "agreed with the client",
        properties: { waiver: "w", by: "Ana", grantedOn: "2026-04-01", expiresOn: "2026-06-01" },
      },
    ]);
    expect(results[1]?.["suppressions"]).toEqual([]);
  });

  test("gives every result its state beside a baseline: new, unchanged, updated, absent", () => {
    const entry = (id: string) => ({ fingerprint: `demo/long|items|${id}|`, checkId: "demo/long" });
    const baseline = { formatVersion: 1 as const, findings: ["a", "c", "z"].map(entry) };
    const { results } = (toSarif(findings, [long], {}, [], { baseline }) as unknown as Log).runs[0];
    expect(results.map(({ baselineState }) => baselineState)).toEqual(["unchanged", "new", "updated", "absent"]);
    const ofNone = toSarif(findings, [long], {}, [], { baseline, ran: [] }) as unknown as Log;
    expect(ofNone.runs[0].results).toHaveLength(3);
  });

  test("describes rules with text, help, sources, and only links that are links", () => {
    const catalog = { "demo/long": { message: "{subject} is long.", remedy: "Split it." } };
    const script = { ...long, id: "demo/script", citation: [{ title: "x", url: "javascript:alert(1)" }] };
    const { rules } = (toSarif([], [long, script], catalog) as unknown as Log).runs[0].tool.driver;
    expect(rules).toMatchObject([
      {
        id: "demo/long",
        shortDescription: { text: "{subject} is long." },
        help: { text: "Split it.\nhouse rule, https://example.org/rule" },
        helpUri: "https://example.org/rule",
      },
      { id: "demo/script" },
    ]);
    expect(rules[1]).not.toHaveProperty("helpUri");
  });

  test("says whether the run was complete, what was withheld, and whose grants were used", () => {
    const grants = [{ personId: "p1", by: "p1" }];
    const log = toSarif([], [], {}, [], {
      isComplete: false,
      grants,
      withheld: [{ checkId: "demo/long", people: 12 }],
    });
    expect((log as unknown as Log).runs[0].invocations).toEqual([
      { executionSuccessful: false, properties: { grants, withheld: [{ checkId: "demo/long", people: 12 }] } },
    ]);
  });

  test("is read back as it was, and logs of other tools are refused with paths", () => {
    const read = fromSarif(JSON.parse(JSON.stringify(toSarif(findings, [long], {}))));
    expect(read).toEqual({ ok: true, value: findings, issues: [] });
    const foreign = { version: "2.1.0", runs: [{ results: [{ ruleId: "no-undef", message: { text: "x" } }] }] };
    expect(fromSarif(foreign).issues.map(({ code, path }) => [code, path.join("/")])).toEqual([
      ["checks/wrong-shape", "runs/0/results/0/properties"],
    ]);
    expect(fromSarif({ version: "2.0.0" }).issues.map(({ code }) => code)).toEqual(["checks/sarif-version"]);
  });

  test("the validator refuses what is not SARIF", () => {
    expect(validate({ version: "2.1.0", runs: [{ tool: {} }] })).toBe(false);
  });
});

testLaws(
  "laws of SARIF export",
  sarifLaws((log) => validate(log) === true),
);
