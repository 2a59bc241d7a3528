import { runChecks } from "@evenkeel/checks";
import { deepFreeze } from "@evenkeel/test-kit";
import { describe, expect, test } from "vitest";
import { measureTexts, readRulePack, ruleChecks, ruleTexts } from "../src/index.js";
import { rulePacks } from "../src/packs.js";
import { measureTextCode } from "../src/rules/rule-texts.js";
import { boundaryCases } from "../src/testing.js";
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
