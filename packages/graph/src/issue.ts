import type { GraphIssue } from "./types.js";

/** An issue in its one shape. */
export function issue(
  code: GraphIssue["code"],
  path: GraphIssue["path"],
  facts: GraphIssue["facts"],
  subject: readonly string[] = [],
): GraphIssue {
  return { code, severity: "error", path, subject, remedy: code, facts };
}
