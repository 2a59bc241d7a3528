import type { DataClass, Finding, Viewer } from "./types.js";

/** Smallest group whose result may be shown, by data class. */
export const smallestGroup: Readonly<Record<DataClass, number>> = /* @__PURE__ */ Object.freeze({
  planFact: 0,
  teamRate: 2,
  record: 5,
  wellbeing: 10,
});

/** Findings a viewer may see, and how many were withheld of each check. */
export interface VisibleFindings {
  readonly visible: readonly Finding[];
  readonly withheld: readonly { readonly checkId: string; readonly count: number }[];
  /** Grants that were used, for the record. */
  readonly grants: readonly { readonly personId: string; readonly by: string }[];
}

function mayTell(finding: Finding): boolean {
  return finding.outcome === "unknown" || finding.outcome === "inapplicable";
}

/**
 * Leaves out what a viewer may not see: records and wellbeing of a person go to that person or a stated grant,
 * group results only from groups of at least 5 (wellbeing 10). That data is missing may always be told.
 *
 * @param findings - of any data class
 * @param viewer - who looks; undefined = anyone who may see the plan
 * @returns what is visible, counts of what was withheld, and the grants used
 *
 * Issues: none.
 * Time O(findings), space the same.
 * Source: design of data classes; group sizes after survey practice (5; wellbeing 10).
 *
 * @example
 * visibleFindings([]).visible; // => []
 */
export function visibleFindings(findings: readonly Finding[], viewer?: Viewer): VisibleFindings {
  const granted = new Map((viewer?.grants ?? []).map((grant) => [grant.personId, grant]));
  const used = new Map<string, { readonly personId: string; readonly by: string }>();
  const withheld = new Map<string, number>();
  const visible = findings.filter((finding) => {
    const { dataClass, personId, groupSize } = finding;
    if (dataClass === "planFact" || (mayTell(finding) && personId === undefined)) return true;
    if (personId !== undefined && dataClass !== "teamRate") {
      const grant = granted.get(personId);
      if (grant !== undefined) used.set(personId, grant);
      if (viewer?.personId === personId || grant !== undefined) return true;
    }
    if (personId === undefined && groupSize !== undefined && groupSize >= smallestGroup[dataClass]) return true;
    withheld.set(finding.checkId, (withheld.get(finding.checkId) ?? 0) + 1);
    return false;
  });
  return {
    visible,
    withheld: [...withheld].map(([checkId, count]) => ({ checkId, count })),
    grants: [...used.values()],
  };
}
