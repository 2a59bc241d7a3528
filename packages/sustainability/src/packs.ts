import type { Check } from "@evenkeel/checks";
import acgmeJson from "./packs/acgme.json" with { type: "json" };
import auFwaJson from "./packs/au-fwa.json" with { type: "json" };
import deArbzgJson from "./packs/de-arbzg.json" with { type: "json" };
import euStatesJson from "./packs/eu-states.json" with { type: "json" };
import euWtdJson from "./packs/eu-wtd.json" with { type: "json" };
import frTravailJson from "./packs/fr-travail.json" with { type: "json" };
import healthyDefaultsJson from "./packs/healthy-defaults.json" with { type: "json" };
import iloJson from "./packs/ilo.json" with { type: "json" };
import jpLsa36Json from "./packs/jp-lsa36.json" with { type: "json" };
import railStyleJson from "./packs/rail-style.json" with { type: "json" };
import sreJson from "./packs/sre.json" with { type: "json" };
import ukWtrJson from "./packs/uk-wtr.json" with { type: "json" };
import usFaa117Json from "./packs/us-faa117.json" with { type: "json" };
import usFlsaJson from "./packs/us-flsa.json" with { type: "json" };
import usFmcsaJson from "./packs/us-fmcsa.json" with { type: "json" };
import { ruleChecks } from "./rules/compile-rule.js";
import type { RulePack } from "./rules/types.js";
import type { SustainabilityInput } from "./types.js";

/**
 * Every pack of rules that comes with the package, by id. Information, not legal advice: each value names its source,
 * those not yet checked against it are marked and off by default.
 */
export const rulePacks: readonly RulePack[] = /* @__PURE__ */ (() =>
  [
    acgmeJson,
    auFwaJson,
    deArbzgJson,
    euStatesJson,
    euWtdJson,
    frTravailJson,
    healthyDefaultsJson,
    iloJson,
    jpLsa36Json,
    railStyleJson,
    sreJson,
    ukWtrJson,
    usFaa117Json,
    usFlsaJson,
    usFmcsaJson,
  ] as unknown as readonly RulePack[])();

/** The rules of all packs over recorded work and shifts on call. */
export const workingTimeChecks: readonly Check<SustainabilityInput>[] = /* @__PURE__ */ (() =>
  ruleChecks(rulePacks, "records"))();

/** The rules of all packs that say something of a plan, over work as a schedule lays it out. */
export const plannedTimeChecks: readonly Check<SustainabilityInput>[] = /* @__PURE__ */ (() =>
  ruleChecks(rulePacks, "plan"))();

export { type BoundaryCase, boundaryCases } from "./rules/boundary-cases.js";
export { measureOf } from "./rules/measure-of.js";
export { rulePackSchema } from "./rules/rule-pack-schema.js";
export { type TriedPack, tryRulePack } from "./rules/try-rule-pack.js";

/**
 * The checks of working time that a run is made of: those of trades only where their pack is chosen.
 *
 * @param chosen - ids of packs
 * @returns checks of recorded work, then of planned work
 *
 * Issues: none.
 * Time and space O(rules).
 * Source: own.
 *
 * @example
 * chosenTimeChecks().some(({ id }) => id.startsWith("acgme/")); // => false
 */
export function chosenTimeChecks(chosen: readonly string[] = []): Check<SustainabilityInput>[] {
  const left = new Set(rulePacks.flatMap(({ id, optIn }) => (optIn === true && !chosen.includes(id) ? [id] : [])));
  return [...workingTimeChecks, ...plannedTimeChecks].filter(({ id }) => !left.has(id.slice(0, id.indexOf("/"))));
}
