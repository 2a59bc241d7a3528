import type { Sample, StatsCode, StatsIssue, StatsResult } from "./types.js";

/** One issue in its one shape. */
export function issue(code: StatsCode, path: StatsIssue["path"], facts: StatsIssue["facts"]): StatsIssue {
  return { code, severity: "error", path, subject: [], remedy: code, facts };
}

/** Faults of a sample: too few values, values that are not finite. */
export function sampleIssues(sample: Sample, needed: number, name: string): StatsIssue[] {
  const found = sample.length;
  const issues = found < needed ? [issue("stats/sample-too-small", [name], { needed, found })] : [];
  for (let at = 0; at < found; at++) {
    const value = sample[at]!;
    if (!(value - value === 0)) issues.push(issue("stats/not-finite", [name, at], { found: String(value) }));
  }
  return issues;
}

/** Faults of a probability. */
export function probabilityIssues(p: number, name: string): StatsIssue[] {
  return p >= 0 && p <= 1 ? [] : [issue("stats/probability-out-of-range", [name], { found: String(p) })];
}

/** The value made by `make` when there is no issue, else all issues. */
export function answer<T>(issues: StatsIssue[], make: () => T): StatsResult<T> {
  const [first, ...rest] = issues;
  return first ? { ok: false, issues: [first, ...rest] } : { ok: true, value: make(), issues: [] };
}
