import { readFileSync, writeFileSync } from "node:fs";
import { runChecks } from "@evenkeel/checks";
import { deepFreeze, statedRuns } from "@evenkeel/test-kit";
import { Ajv2020 } from "ajv/dist/2020.js";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { measureTexts, readRulePack, ruleChecks, ruleTexts } from "../src/index.js";
import { boundaryCases, rulePackSchema, rulePacks } from "../src/packs.js";
import { measureTextCode } from "../src/rules/rule-texts.js";
import { measures } from "../src/working-time/measures/index.js";

describe("packs of rules", () => {
  test("are read without an issue, each rule with a source", () => {
    for (const pack of rulePacks) expect(readRulePack(pack).issues).toEqual([]);
    expect(new Set(rulePacks.flatMap(({ rules }) => rules.map(({ id }) => id))).size).toBe(
      rulePacks.flatMap(({ rules }) => rules).length,
    );
  });

  for (const pack of rulePacks)
    test(`${pack.id}: below, at and above each value`, () => {
      const checks = ruleChecks([pack], "records");
      const cases = boundaryCases(pack);
      for (const { ruleId, side, since, value, expected, input } of cases) {
        const check = checks.filter(({ id }) => id === ruleId);
        const found = runChecks(check, deepFreeze(input), { today: "2026-05-01", includeUnverified: true });
        const said = `${ruleId} ${side} ${since}: ${value}`;
        expect([said, [...new Set(found.map(({ outcome }) => outcome))]]).toEqual([said, [expected]]);
        // Breaks that are shorter than one that counts are none.
        const isNoBreak = found[0]?.measured?.value === 0 && side === "below";
        if (expected === "fail" && !isNoBreak)
          expect([said, found[0]?.measured?.value]).toEqual([said, expect.closeTo(value, 4)]);
      }
      const versions = pack.rules.reduce((sum, rule) => sum + rule.versions.length, 0);
      expect(cases.length).toBeGreaterThanOrEqual(3 * versions - 1);
    });

  test("every measure has texts and is used by a pack", () => {
    const used = new Set(rulePacks.flatMap(({ rules }) => rules.map(({ measure }) => measure)));
    expect([...measures.keys()].filter((name) => !used.has(name))).toEqual([]);
    for (const name of measures.keys()) expect(Object.hasOwn(measureTexts, measureTextCode(name))).toBe(true);
    expect(ruleTexts(rulePacks)["eu-wtd/daily-rest"]?.remedy).toContain("not legal advice");
  });
});

describe("the schema of packs", () => {
  const file = new URL("../json/rule-pack.json", import.meta.url);
  const written = `${JSON.stringify(rulePackSchema(), null, 2)}\n`;
  const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(rulePackSchema());

  test("is the one that ships", () => {
    if (process.env["REGEN"] === "1" && process.env["CI"] !== "true") writeFileSync(file, written);
    expect(readFileSync(file, "utf8")).toBe(written);
  });

  test("accepts every pack, and whatever it refuses the reader refuses too", () => {
    for (const pack of rulePacks) expect(validate(pack)).toBe(true);
    const keys = ["id", "title", "kind", "citation", "measure", "with", "versions", "jurisdictions", "optOut", "more"];
    const anyChange = fc.record({
      pack: fc.constantFrom(...rulePacks),
      rule: fc.nat(30),
      key: fc.constantFrom(...keys),
      value: fc.constantFrom<unknown>(undefined, null, "", "x", -1, [], {}, [{}], true, "dailyRest", { hours: "8" }),
    });
    fc.assert(
      fc.property(anyChange, ({ pack, rule, key, value }) => {
        const rules: Record<string, unknown>[] = pack.rules.map((each) => ({ ...each }));
        const changed = rules[rule % rules.length] ?? {};
        if (value === undefined) delete changed[key];
        else changed[key] = value;
        const broken = JSON.parse(JSON.stringify({ ...pack, rules })) as unknown;
        expect(validate(broken) || !readRulePack(broken).ok).toBe(true);
      }),
      { numRuns: statedRuns(10_000) },
    );
  });
});

describe("the recipe for packs", () => {
  const file = new URL("../../../docs/rule-packs.md", import.meta.url);
  const cell = (text: string): string => text.replaceAll("|", "\\|");

  test("lists every measure with what it takes", () => {
    const before = readFileSync(file, "utf8");
    const rows = [...measures.values()].map(({ name, what, unit, params }) => {
      const takes = Object.entries(params).map(
        ([key, spec]) => `\`${key}\`${spec.default === undefined ? "" : ` (${String(spec.default)})`}`,
      );
      return `| \`${name}\` | ${cell(what)} | ${unit} | ${takes.join(", ")} |`;
    });
    const table = ["| measure | what is measured | unit | takes (default) |", "|---|---|---|---|", ...rows].join("\n");
    const after = before.replace(
      /<!-- measures -->[\s\S]*<!-- \/measures -->/,
      () => `<!-- measures -->\n\n${table}\n\n<!-- /measures -->`,
    );
    if (process.env["REGEN"] === "1" && process.env["CI"] !== "true") writeFileSync(file, after);
    expect(readFileSync(file, "utf8")).toBe(after);
  });
});
