import type { CheckKind, FindingSeverity, Measured } from "./types.js";

/** All severities, least severe first. */
export const severities: readonly FindingSeverity[] = ["info", "minor", "moderate", "serious", "critical"];
const base: Readonly<Record<CheckKind, number>> = { legal: 3, guideline: 2, evidence: 2, heuristic: 1 };

/**
 * Severity of a failure: from the kind of rule, one step more when the measure misses its threshold by half or more.
 *
 * @param kind - what the rule rests on
 * @param measured - value found, if any
 * @param threshold - value expected, same unit
 * @returns severity
 *
 * Issues: none.
 * Time O(1), space O(1).
 * Source: own.
 *
 * @example
 * severityOf("legal", { value: 5, unit: "h" }, { value: 11, unit: "h" }); // => "critical"
 */
export function severityOf(kind: CheckKind, measured?: Measured, threshold?: Measured): FindingSeverity {
  const far =
    measured !== undefined &&
    threshold !== undefined &&
    threshold.value !== 0 &&
    Math.abs(measured.value - threshold.value) >= Math.abs(threshold.value) / 2;
  return severities[base[kind] + (far ? 1 : 0)] ?? "critical";
}

/**
 * One step more severe; critical stays.
 *
 * @param severity - any
 * @returns the next severity
 *
 * Issues: none.
 * Time O(1), space O(1).
 * Source: own.
 *
 * @example
 * raised("minor"); // => "moderate"
 */
export function raised(severity: FindingSeverity): FindingSeverity {
  return severities[Math.min(severities.length - 1, severities.indexOf(severity) + 1)] ?? severity;
}

/**
 * Order of severities, most severe first.
 *
 * @param a - severity
 * @param b - severity
 * @returns negative when `a` is more severe
 *
 * Issues: none.
 * Time O(1), space O(1).
 * Source: own.
 *
 * @example
 * ["info", "critical", "minor"].sort(compareSeverity); // => ["critical", "minor", "info"]
 */
export function compareSeverity(a: FindingSeverity, b: FindingSeverity): number {
  return severities.indexOf(b) - severities.indexOf(a);
}
