import type { Issue } from "./issue.js";

/** The answer of a function that can refuse: a value (perhaps with issues about what was left out), or at least one issue. */
export type Result<T, I extends Issue = Issue> = Accepted<T, I> | Refused<I>;

/** A value, with issues that each name the subject left out of it. */
export interface Accepted<T, I extends Issue = Issue> {
  readonly ok: true;
  readonly value: T;
  readonly issues: readonly I[];
}

/** No value, and why. */
export interface Refused<I extends Issue = Issue> {
  readonly ok: false;
  readonly issues: readonly [I, ...I[]];
}

/**
 * A result that holds a value.
 *
 * @param value - the answer
 * @param issues - what was left out of it, if anything
 * @returns `{ok: true, value, issues}`
 *
 * Issues: none.
 * Time O(1), space O(1).
 * Source: own.
 *
 * @example
 * ok(3); // => { ok: true, value: 3, issues: [] }
 */
export function ok<T, I extends Issue = Issue>(value: T, issues: readonly I[] = []): Accepted<T, I> {
  return { ok: true, value, issues };
}

/**
 * A result that refuses.
 *
 * @param issues - at least one issue
 * @returns `{ok: false, issues}`
 *
 * Issues: none.
 * Time O(1), space O(1).
 * Source: own.
 *
 * @example
 * refuse([issue("core/duplicate-id")]).ok; // => false
 */
export function refuse<I extends Issue>(issues: readonly [I, ...I[]]): Refused<I> {
  return { ok: false, issues };
}

/**
 * A value, or a refusal when any issue is an error.
 *
 * @param value - the answer, used only when no issue has severity error
 * @param issues - all issues found
 * @returns accepted with the warnings, or refused with all issues
 *
 * Issues: those given.
 * Time O(n), space O(1).
 * Source: own.
 *
 * @example
 * acceptUnlessError(1, [issue("x/y", { severity: "warning" })]).ok; // => true
 */
export function acceptUnlessError<T, I extends Issue>(value: T, issues: readonly I[]): Result<T, I> {
  const [first, ...rest] = issues;
  return first !== undefined && issues.some((found) => found.severity === "error")
    ? refuse([first, ...rest])
    : ok(value, issues);
}

/** Thrown by `orThrow` alone; `issues` says all that is wrong. */
export class WorkError extends Error {
  override readonly name = "WorkError";
  readonly issues: readonly Issue[];

  constructor(issues: readonly Issue[]) {
    super(issues.map((found) => `${found.code} at /${found.path.join("/")} ${JSON.stringify(found.facts)}`).join("\n"));
    this.issues = issues;
  }
}

/**
 * The value of a result; throws one `WorkError` with all issues when there is none.
 *
 * For scripts and examples; libraries pass the result on.
 *
 * @param result - any result
 * @returns its value
 *
 * Issues: those of the result, thrown.
 * Time O(1), space O(1).
 * Source: own.
 *
 * @example
 * orThrow(ok("done")); // => "done"
 */
export function orThrow<T>(result: Result<T>): T {
  if (!result.ok) throw new WorkError(result.issues);
  return result.value;
}
