import { compareText } from "@evenkeel/kernel";
import type { CheckKind } from "../types.js";
import type { CheckPack } from "./types.js";

/** What a selector is compared with. */
export interface Selectable {
  readonly id: string;
  readonly kind: CheckKind;
}

/** Whether a selector is more than the id of one check. */
export function isPattern(selector: string): boolean {
  return selector === "*" || selector.endsWith("/*") || selector.startsWith("kind:");
}

function matches(selector: string, { id, kind }: Selectable): boolean {
  if (selector === id || selector === "*") return true;
  if (selector.startsWith("kind:")) return selector === `kind:${kind}`;
  return selector.endsWith("/*") && id.startsWith(selector.slice(0, -1));
}

const rank = (selector: string): number =>
  selector === "*" ? 0 : selector.startsWith("kind:") ? 1 : selector.endsWith("/*") ? 2 : 3;

/** Order of selectors, the less exact first. Of prefixes the shorter: `*` comes before letters. */
export function compareSelectors(a: string, b: string): number {
  return rank(a) - rank(b) || compareText(a, b);
}

/** The checks a selector means. */
export function selected<T extends Selectable>(selector: string, checks: readonly T[]): T[] {
  return checks.filter((check) => matches(selector, check));
}

/**
 * The checks of a pack, in the order given.
 *
 * @param pack - its `checks` are ids or selectors (`clarity/*`, `kind:legal`, `*`)
 * @param checks - all checks known
 * @returns those that the pack names; an id that is not known is passed over
 *
 * Issues: none.
 * Time O(checks x selectors), space O(checks).
 * Source: own.
 *
 * @example
 * const checks = [{ id: "clarity/missing-owner", kind: "heuristic" }, { id: "acme/label", kind: "guideline" }] as const;
 * checksOfPack({ id: "acme", title: "Acme", version: "1", checks: ["acme/*"] }, checks).map(({ id }) => id); // => ["acme/label"]
 */
export function checksOfPack<T extends Selectable>(pack: CheckPack, checks: readonly T[]): T[] {
  return checks.filter((check) => pack.checks.some((selector) => matches(selector, check)));
}
