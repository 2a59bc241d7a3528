import { assert, type Catalog, type CatalogEntry } from "@evenkeel/kernel";
import { measures } from "../working-time/measures/index.js";
import { measureTexts } from "./measure-texts.js";
import type { RulePack, RuleSpec } from "./types.js";

/** The entry for a rule's measure, which every rule of that measure shares. */
export function measureTextCode(measure: string): string {
  return `sustainability/${measure.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

function textOf(code: string, { kind }: RuleSpec, catalog: Catalog, notice: string): CatalogEntry {
  const entry = catalog[code];
  assert(entry !== undefined, "every measure has a text");
  const remedy = [entry.remedy, kind === "legal" ? notice : undefined].filter((text) => text !== undefined);
  return { message: entry.message, ...(remedy.length === 0 ? {} : { remedy: remedy.join(" ") }) };
}

/**
 * Texts for the findings of rules: those of their measures, with the pack's notice behind what to do.
 *
 * @param packs - rules
 * @param catalog - texts of measures; default English
 * @returns entries by id of the rule, for recorded and for planned work
 *
 * Issues: none.
 * Time and space O(rules).
 * Source: own.
 *
 * @example
 * ruleTexts([]); // => {}
 */
export function ruleTexts(packs: readonly RulePack[], catalog: Catalog = measureTexts): Catalog {
  return Object.fromEntries(
    packs.flatMap(({ rules, notice }) =>
      rules.flatMap((rule): [string, CatalogEntry][] => {
        const code = measureTextCode(rule.measure);
        const text: [string, CatalogEntry] = [rule.id, textOf(code, rule, catalog, notice)];
        if (measures.get(rule.measure)?.forPlans !== true) return [text];
        return [text, [`${rule.id}-planned`, textOf(`${code}-planned`, rule, catalog, notice)]];
      }),
    ),
  );
}
