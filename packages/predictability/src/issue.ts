import { type Issue, type IssueParts, issue, type Result, refuse } from "@evenkeel/kernel";

/** Codes of this package. */
export type PredictabilityCode =
  | "predictability/before-promise"
  | "predictability/beyond-horizon"
  | "predictability/duplicate-id"
  | "predictability/finished-before-started"
  | "predictability/invalid-window"
  | "predictability/never-on-this-evidence"
  | "predictability/not-a-count"
  | "predictability/not-a-time"
  | "predictability/not-finite"
  | "predictability/out-of-range"
  | "predictability/nothing-asked"
  | "predictability/part-of-itself"
  | "predictability/promised-after-date"
  | "predictability/record-backdated"
  | "predictability/record-removed"
  | "predictability/record-rewritten"
  | "predictability/resolved-without-date"
  | "predictability/sample-too-small"
  | "predictability/unknown-promise"
  | "predictability/wrong-value"
  | "predictability/unknown-category"
  | "predictability/out-of-order"
  | "predictability/overlapping";

/** An issue whose code this package declares. */
export function fault(code: PredictabilityCode, parts: IssueParts): Issue {
  return issue(code, parts);
}

/** A refusal for a sample of too few. */
export function tooSmall(
  needed: number,
  found: number,
  path: Issue["path"],
  others: readonly Issue[] = [],
): Result<never> {
  return refuse([fault("predictability/sample-too-small", { path, facts: { needed, found } }), ...others]);
}

/** Refused with all issues, or undefined when there is none. */
export function refusal(issues: readonly Issue[]): Result<never> | undefined {
  const [first, ...rest] = issues;
  return first === undefined ? undefined : refuse([first, ...rest]);
}

/** Faults of a chance: outside 0..1, ends excluded. */
export function chanceIssues(value: number, name: string): Issue[] {
  return value > 0 && value < 1
    ? []
    : [fault("predictability/out-of-range", { path: [name], facts: { found: String(value), low: 0, high: 1 } })];
}

/** Faults of values that are no finite numbers. */
export function finiteIssues(values: readonly number[]): Issue[] {
  return values.flatMap((value, at) =>
    Number.isFinite(value)
      ? []
      : [fault("predictability/not-finite", { path: ["values", at], facts: { found: String(value) } })],
  );
}

/** Fault of a baseline: how many of the first values set the limits, 3 or more. */
export function baselineIssues(baseline: number, length: number): Issue[] {
  if (Number.isSafeInteger(baseline) && baseline >= 3 && baseline <= length) return [];
  const facts = { found: String(baseline), low: 3, high: length };
  return [fault("predictability/out-of-range", { path: ["baseline"], facts })];
}
