import { type Issue, ok, type Result } from "@evenkeel/kernel";
import { chanceIssues, fault, refusal } from "./issue.js";

/** One part of what is delivered together. */
export interface JointFeature {
  readonly id: string;
  /** Chance to be done by the end of day 1, 2 .., never falling: from `deliveryCurve`. */
  readonly chances: readonly number[];
}

/** Chance that all parts are done by the end of a day. */
export interface JointDay {
  readonly days: number;
  /** No dependence between the parts gives less (Frechet). */
  readonly low: number;
  /** If the parts know nothing of each other. */
  readonly independent: number;
  /** If all share the same luck; no dependence gives more. */
  readonly high: number;
}

/** When parts are delivered together. */
export interface JointDelivery {
  readonly curve: readonly JointDay[];
  readonly confidence: number;
  /** Fewest days for the wanted chance under each; absent = not within the days given. */
  readonly when: { readonly low?: number; readonly independent?: number; readonly high?: number };
}

function curveIssues({ id, chances }: JointFeature, at: number, needed: number): Issue[] {
  const path = ["features", at, "chances"];
  const issues = chances.flatMap((chance, day) => {
    const low = chances[day - 1] ?? 0;
    if (chance >= low && chance <= 1) return [];
    const facts = { found: String(chance), low, high: 1 };
    return [fault("predictability/out-of-range", { path: [...path, day], subject: [id], facts })];
  });
  if (chances.length < needed)
    issues.unshift(
      fault("predictability/sample-too-small", { path, subject: [id], facts: { needed, found: chances.length } }),
    );
  return issues;
}

/**
 * When several parts are all done: independent of each other, with the same luck, and the bounds that hold whatever ties them.
 *
 * How parts depend on each other is seldom known: show the bounds. Parts that one team does in a fixed order are not for this
 * function; `deliverInOrder` knows how they depend.
 *
 * @param features - at least one, all over the same days; not changed
 * @param confidence - chance the date is to have, between 0 and 1
 * @returns chances by day, and the days for the wanted chance
 *
 * Issues: predictability/sample-too-small, predictability/out-of-range.
 * Time O(features days), space O(days).
 * Source: Frechet (1935), "Generalisation du theoreme des probabilites totales"; Hoeffding (1940).
 *
 * @example
 * const doors = { id: "doors", chances: [0.5, 0.9, 1] };
 * const lamps = { id: "lamps", chances: [0.6, 0.8, 1] };
 * orThrow(jointDelivery([doors, lamps], 0.75)).when; // => { low: 3, independent: 3, high: 2 }
 */
export function jointDelivery(features: readonly JointFeature[], confidence: number): Result<JointDelivery> {
  const needed = Math.max(1, ...features.map(({ chances }) => chances.length));
  const issues = features.flatMap((feature, at) => curveIssues(feature, at, needed));
  if (features.length === 0)
    issues.push(fault("predictability/sample-too-small", { path: ["features"], facts: { needed: 1, found: 0 } }));
  const refused = refusal([...issues, ...chanceIssues(confidence, "confidence")]);
  if (refused) return refused;
  const curve = Array.from({ length: needed }, (_none, day): JointDay => {
    const chances = features.map((feature) => feature.chances[day]!);
    const missing = chances.reduce((sum, chance) => sum + (1 - chance), 0);
    return {
      days: day + 1,
      low: Math.max(0, 1 - missing),
      independent: chances.reduce((all, chance) => all * chance, 1),
      high: Math.min(...chances),
    };
  });
  const first = (of: "low" | "independent" | "high"): object => {
    const found = curve.find((day) => day[of] >= confidence - 1e-12);
    return found === undefined ? {} : { [of]: found.days };
  };
  return ok({ curve, confidence, when: { ...first("low"), ...first("independent"), ...first("high") } });
}
