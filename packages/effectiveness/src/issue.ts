import { type Issue, type IssueParts, issue, type Result, refuse } from "@evenkeel/kernel";

/** Codes of this package. */
export type EffectivenessCode =
  | "effectiveness/duplicate-id"
  | "effectiveness/impossible-effort"
  | "effectiveness/impossible-value"
  | "effectiveness/sample-too-small"
  | "effectiveness/units-differ";

/** An issue whose code this package declares. */
export function fault(code: EffectivenessCode, parts: IssueParts): Issue {
  return issue(code, parts);
}

/** Refused with all issues, or undefined when there is none. */
export function refusal(issues: readonly Issue[]): Result<never> | undefined {
  const [first, ...rest] = issues;
  return first === undefined ? undefined : refuse([first, ...rest]);
}

/** Fault of a number that is not finite or below a least value. */
export function amountIssues(found: number, least: number, path: Issue["path"], subject: string): Issue[] {
  if (Number.isFinite(found) && found >= least) return [];
  return [
    fault("effectiveness/impossible-value", { path, subject: [subject], facts: { found: String(found), least } }),
  ];
}
