import { type Brand, compareText } from "@evenkeel/kernel";
import type { DataClass, Finding, Grant, Viewer } from "./types.js";

/** Smallest group whose result may be shown, by data class. */
export const smallestGroup: Readonly<Record<DataClass, number>> = /* @__PURE__ */ Object.freeze({
  planFact: 0,
  teamRate: 2,
  record: 5,
  wellbeing: 10,
});

/** What of a check was withheld. */
export interface Withheld {
  readonly checkId: string;
  /** People it judged, not what it found of them. Absent when they are fewer than the smallest group. */
  readonly people?: number;
}

/** What decides besides the viewer. */
export interface VisibilityOptions {
  /** Day; without it a grant that ends opens nothing. */
  readonly today?: string;
  /** People whose records no grant opens. */
  readonly privateIds?: readonly string[];
}

/** A finding that the viewer may see: only `visibleFindings` makes one, so what asks for it cannot be given a raw one. */
export type VisibleFinding = Brand<Finding, "VisibleFinding">;

/** Findings a viewer may see, and of which checks some were withheld. */
export interface VisibleFindings {
  readonly visible: readonly VisibleFinding[];
  /** By check id. */
  readonly withheld: readonly Withheld[];
  /** Grants that were used, for the record. */
  readonly grants: readonly Grant[];
}

function mayTell(finding: Finding): boolean {
  return finding.outcome === "unknown" || finding.outcome === "inapplicable";
}

/** Whether a grant covers a check on a day; its last day is included. */
function holds({ until, checks }: Grant, checkId: string, today: string | undefined): boolean {
  if (until !== undefined && (today === undefined || today > until)) return false;
  return checks === undefined || checks.includes(checkId);
}

function withheldOf(findings: readonly Finding[]): Withheld[] {
  const byCheck = new Map<string, { readonly dataClass: DataClass; readonly people: Set<string> }>();
  for (const { checkId, dataClass, personId } of findings) {
    const { people } = byCheck.get(checkId) ?? { people: new Set<string>() };
    byCheck.set(checkId, { dataClass, people });
    if (personId !== undefined) people.add(personId);
  }
  return [...byCheck]
    .sort(([a], [b]) => compareText(a, b))
    .map(([checkId, { dataClass, people }]) =>
      people.size > 0 && people.size >= smallestGroup[dataClass] ? { checkId, people: people.size } : { checkId },
    );
}

/**
 * Leaves out what a viewer may not see: records and wellbeing of a person go to that person or a stated grant,
 * group results only from groups of at least 5 (wellbeing 10). That data is missing may always be told.
 *
 * A grant opens what it names until its last day, and never a person who is private. Of what is withheld the number of
 * people judged is told, of enough people only: not how many findings there are, which may be one person's number.
 *
 * @param findings - of any data class
 * @param viewer - who looks; undefined = anyone who may see the plan
 * @param options - today, and who is private
 * @returns what is visible, of which checks something was withheld, and the grants used
 *
 * Issues: none.
 * Time O(findings), space the same.
 * Source: design of data classes; group sizes after survey practice (5; wellbeing 10).
 *
 * @example
 * visibleFindings([]).visible; // => []
 */
export function visibleFindings(
  findings: readonly Finding[],
  viewer?: Viewer,
  { today, privateIds = [] }: VisibilityOptions = {},
): VisibleFindings {
  const locked = new Set(privateIds);
  const granted = (viewer?.grants ?? []).filter(({ personId }) => !locked.has(personId));
  const used = new Set<Grant>();
  const withheld: Finding[] = [];
  const visible = findings.filter((finding): finding is VisibleFinding => {
    const { checkId, dataClass, personId, groupSize } = finding;
    if (dataClass === "planFact" || (mayTell(finding) && personId === undefined)) return true;
    if (personId !== undefined && dataClass !== "teamRate") {
      const grant = granted.find((each) => each.personId === personId && holds(each, checkId, today));
      if (grant !== undefined) used.add(grant);
      if (viewer?.personId === personId || grant !== undefined) return true;
    }
    if (personId === undefined && groupSize !== undefined && groupSize >= smallestGroup[dataClass]) return true;
    withheld.push(finding);
    return false;
  });
  return { visible, withheld: withheldOf(withheld), grants: [...used] };
}
