import { runChecks } from "@evenkeel/checks";
import { type Issue, issue, ok, type Result, refuse } from "@evenkeel/kernel";
import { boundaryCases } from "./boundary-cases.js";
import { ruleChecks } from "./compile-rule.js";
import { readRulePack } from "./read-rule-pack.js";
import type { RulePack } from "./types.js";

/** A pack that was read and tried. */
export interface TriedPack {
  readonly pack: RulePack;
  /** Number of cases tried, three for each value. */
  readonly cases: number;
}

/**
 * Reads a pack and tries each of its values: work just below it, at it, and just above it.
 *
 * What the rule says there follows from its comparator, so a surprise means that the measure cannot reach the value, as
 * when the shifts of a rule end with a gap shorter than the rest it asks for.
 *
 * @param value - as read from anywhere
 * @returns the pack and the number of cases
 *
 * Issues: those of `readRulePack`; warning: sustainability/value-out-of-reach.
 * Time O(rules x days of their periods), space the same.
 * Source: boundary value analysis, Myers (1979), The art of software testing.
 *
 * @example
 * tryRulePack({}).ok; // => false
 */
export function tryRulePack(value: unknown): Result<TriedPack> {
  const read = readRulePack(value);
  if (!read.ok) return read;
  const pack = read.value;
  const checks = new Map(ruleChecks([pack], "records").map((check) => [check.id, check]));
  const places = new Map(pack.rules.map(({ id }, at) => [id, at]));
  const cases = boundaryCases(pack);
  const issues = cases.flatMap(({ ruleId, side, value: tried, expected, since, input }): Issue[] => {
    const check = checks.get(ruleId);
    const found =
      check === undefined ? [] : runChecks([check], input, { today: "9999-12-31", includeUnverified: true });
    if (found.length > 0 && found.every(({ outcome }) => outcome === expected)) return [];
    const said = [...new Set(found.map(({ outcome }) => outcome))].join(" + ") || "nothing";
    return [
      issue("sustainability/value-out-of-reach", {
        severity: "warning",
        path: ["rules", places.get(ruleId) ?? 0],
        subject: [ruleId],
        facts: { rule: ruleId, since, side, value: tried, expected, said },
      }),
    ];
  });
  const [first, ...others] = [...read.issues, ...issues].filter(({ severity }) => severity === "error");
  if (first !== undefined) return refuse([first, ...others]);
  return ok({ pack, cases: cases.length }, [...read.issues, ...issues]);
}
