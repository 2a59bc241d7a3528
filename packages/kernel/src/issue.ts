/** A value that a text may show: what was found, what was expected, a count, a list of ids. */
export type Fact = string | number | boolean | readonly string[] | readonly number[];

/** Facts by name. */
export type Facts = Readonly<Record<string, Fact>>;

/** What is to be said, before it is a text: a code of a catalog and the facts that fill it. */
export interface Message {
  /** `package/kebab-noun`; stable within a major. */
  readonly code: string;
  readonly facts: Facts;
}

/** error: the subject is left out; warning: used, but look; info: said for completeness. */
export type Severity = "error" | "warning" | "info";

/** A fault in the input. */
export interface Issue extends Message {
  readonly severity: Severity;
  /** Into the caller's own input: keys and indices. */
  readonly path: readonly (string | number)[];
  /** Ids concerned; the cycle itself for a cycle. */
  readonly subject: readonly string[];
  /** Code of the sentence that says what to do next. */
  readonly remedy: string;
}

/** What an issue needs besides its code. */
export interface IssueParts {
  readonly severity?: Severity;
  readonly path?: readonly (string | number)[];
  readonly subject?: readonly string[];
  readonly facts?: Facts;
  /** Default: the code itself, whose catalog entry holds the remedy. */
  readonly remedy?: string;
}

/**
 * An issue in its one shape, with defaults for what a caller leaves out.
 *
 * @param code - `package/kebab-noun`
 * @param parts - severity (default error), path, subject, facts, remedy code (default the code)
 * @returns a plain issue; keys always in the same order
 *
 * Issues: none.
 * Time O(1), space O(1).
 * Source: own, after the issue model of zod.
 *
 * @example
 * issue("core/duplicate-id", { path: ["items", 3], subject: ["A-7"] }).severity; // => "error"
 */
export function issue(code: string, parts: IssueParts = {}): Issue {
  return {
    code,
    severity: parts.severity ?? "error",
    path: parts.path ?? [],
    subject: parts.subject ?? [],
    remedy: parts.remedy ?? code,
    facts: parts.facts ?? {},
  };
}
