import type { Verdict } from "@evenkeel/checks";

/** Internal: the failures, and one verdict for each subject that has none: that it passes, where it does anywhere. */
export function onePassEach(verdicts: readonly Verdict[]): Verdict[] {
  const kept = new Map<string, Verdict>();
  const failed = new Set<string>();
  for (const verdict of verdicts) {
    const { id } = verdict.subject;
    if (verdict.outcome === "fail") failed.add(id);
    else if (verdict.outcome === "pass" || !kept.has(id)) {
      const { outcome, subject, personId } = verdict;
      kept.set(id, { outcome, subject, ...(personId === undefined ? {} : { personId }) });
    }
  }
  return [
    ...verdicts.filter(({ outcome }) => outcome === "fail"),
    ...[...kept].flatMap(([id, verdict]) => (failed.has(id) ? [] : [verdict])),
  ];
}
