import { compareText, type Message } from "@evenkeel/kernel";
import type { CheckKind, DataClass, Finding, Reference } from "../types.js";
import { floorOf, type GroupCell, type WithheldReason } from "./safe-groups.js";

/** People whose work is looked at together: a team, or those of a rota. */
export interface FindingGroup {
  readonly subject: Reference;
  readonly personIds: readonly string[];
}

/** A share that was published: of which check, and of whom. */
export interface PublishedShare extends GroupCell {
  readonly checkId: string;
}

/** For how many of a group a rule was not kept; about the group, never a person. Facts: group, check, people, share. */
export interface GroupShare extends Message {
  readonly checkId: string;
  readonly kind: CheckKind;
  readonly dataClass: Extract<DataClass, "record" | "wellbeing">;
  readonly subject: Reference;
  readonly period?: string;
  /** How many people were judged; absent when withheld. */
  readonly people?: number;
  /** 0..1, from a fifth to four fifths; absent when withheld. */
  readonly share?: number;
  /** Set where the share is a fifth or less, or four fifths or more: which of them is not told. */
  readonly bound?: "at most" | "at least";
  readonly withheld?: WithheldReason;
}

/** What the shares rest on. */
export interface GroupFindingsOptions {
  /** Day, week or month the findings are of. */
  readonly period?: string;
  /** More people than the floor of the data class; fewer has no effect. */
  readonly smallest?: number;
  /** Shares already published, of this and earlier periods. */
  readonly published?: readonly PublishedShare[];
  /** People who go into no share: who is private, and whose findings the reader sees anyway. */
  readonly leaveOut?: readonly string[];
}

/** Shares of groups. */
export interface GroupFindings {
  /** By check id, then group id. */
  readonly shares: readonly GroupShare[];
  /** What is published now: to be given as `published` beside what was given before, the next time. */
  readonly published: readonly PublishedShare[];
}

interface JudgedCheck {
  readonly checkId: string;
  readonly kind: CheckKind;
  readonly dataClass: "record" | "wellbeing";
  /** By person: whether the rule was not kept at least once. */
  readonly failed: Map<string, boolean>;
}

/** The people each check judged. What is unknown of a person says neither. */
function judgedChecks(findings: readonly Finding[], leaveOut: ReadonlySet<string>): JudgedCheck[] {
  const checks = new Map<string, JudgedCheck>();
  for (const { checkId, kind, dataClass, personId, outcome } of findings) {
    if (dataClass !== "record" && dataClass !== "wellbeing") continue;
    if (personId === undefined || leaveOut.has(personId) || (outcome !== "fail" && outcome !== "pass")) continue;
    const check = checks.get(checkId) ?? { checkId, kind, dataClass, failed: new Map<string, boolean>() };
    checks.set(checkId, check);
    check.failed.set(personId, outcome === "fail" || check.failed.get(personId) === true);
  }
  return [...checks.values()].sort((a, b) => compareText(a.checkId, b.checkId));
}

const keyOf = (personIds: readonly string[]): string => JSON.stringify([...new Set(personIds)].sort(compareText));

/** A group's people whom a check judged. */
interface Cell {
  readonly check: JudgedCheck;
  readonly subject: Reference;
  readonly groupId: string;
  /** Each once, sorted. */
  readonly personIds: readonly string[];
}

/**
 * Why a cell must be withheld, by cell: it has too few people, or shares some but not all of them with one that stands.
 * Yes and no tell more than sums do: of two shares that overlap, the difference may be all of those it is over. Cells
 * of all checks count together, for two checks may ask the same of different people. First come the people that most
 * checks judged, then fewer people before more.
 */
function reasonsOf(cells: readonly Cell[], before: readonly GroupCell[], smallest: number): Map<Cell, WithheldReason> {
  const reasons = new Map<Cell, WithheldReason>();
  /** By person, the people that stand together with them. */
  const standing = new Map<string, Set<string>>();
  const stand = (personIds: readonly string[], key: string): void => {
    for (const id of personIds) standing.set(id, (standing.get(id) ?? new Set()).add(key));
  };
  for (const { personIds } of before) stand(personIds, keyOf(personIds));
  const byKey = new Map<string, Cell[]>();
  for (const cell of cells) {
    const { personIds, check } = cell;
    const key = keyOf(personIds);
    if (personIds.length < floorOf({ dataClass: check.dataClass, smallest })) reasons.set(cell, "too few people");
    else byKey.set(key, [...(byKey.get(key) ?? []), cell]);
  }
  const ordered = [...byKey].sort(
    ([keyA, a], [keyB, b]) =>
      b.length - a.length || (a[0]?.personIds.length ?? 0) - (b[0]?.personIds.length ?? 0) || compareText(keyA, keyB),
  );
  for (const [key, same] of ordered) {
    const people = same[0]?.personIds ?? [];
    if (people.some((id) => [...(standing.get(id) ?? [])].some((other) => other !== key)))
      for (const cell of same) reasons.set(cell, "derivable");
    else stand(people, key);
  }
  return reasons;
}

/** A share as it may be told: who is all or none of a group would be known one by one. */
function told(failed: number, people: number): { readonly share: number } & Pick<GroupShare, "bound"> {
  if (5 * failed <= people) return { share: 0.2, bound: "at most" };
  if (5 * failed >= 4 * people) return { share: 0.8, bound: "at least" };
  return { share: failed / people };
}

const codeOf = {
  "at most": "checks/group-share-at-most",
  "at least": "checks/group-share-at-least",
};

/**
 * For what share of each group a rule about people was not kept: what others than the person may learn of records.
 *
 * Only groups of at least 5 (wellbeing 10) who were judged, that share nobody or everybody with what is told of any
 * check, now and before; the people most checks judged come first, then the smaller group, so that a team comes before
 * the department it is part of. A share of a
 * fifth or less, or of four fifths or more, is told as that: no person's yes or no follows from what is told, even when
 * everybody's is the same. Which are withheld does not depend on what was found. What a reader knows besides is not
 * counted, beyond `leaveOut`. No least, no most, no rank, no person.
 *
 * @param findings - of runs of checks; those of data class record or wellbeing that name a person count
 * @param groups - people of each, at most once
 * @param options - period, higher floor, what is published already, who is left out
 * @returns a share, or that it is withheld, for each check and group of which anybody was judged
 *
 * Issues: none.
 * Time O(findings + n log n) for n people in the groups of all checks, space the same.
 * Source: own; top and bottom coding after Willenborg & de Waal (2001), Elements of Statistical Disclosure Control.
 *
 * @example
 * const finding = (personId, outcome) => ({ checkId: "house/rest", kind: "heuristic", dataClass: "record", personId, outcome });
 * const people = ["a", "b", "c", "d", "e"];
 * const found = people.map((id, at) => finding(id, at < 2 ? "fail" : "pass"));
 * groupFindings(found, [{ subject: { table: "teams", id: "ward" }, personIds: people }]).shares.map(({ share, people }) => [share, people]); // => [[0.4, 5]]
 */
export function groupFindings(
  findings: readonly Finding[],
  groups: readonly FindingGroup[],
  { period, smallest = 0, published: before = [], leaveOut = [] }: GroupFindingsOptions = {},
): GroupFindings {
  const cells = judgedChecks(findings, new Set(leaveOut)).flatMap((check) =>
    groups
      .map(({ subject, personIds }) => ({
        check,
        subject,
        groupId: `${subject.table} ${subject.id}`,
        personIds: [...new Set(personIds)].filter((id) => check.failed.has(id)).sort(compareText),
      }))
      .filter(({ personIds }) => personIds.length > 0)
      .sort((a, b) => compareText(a.groupId, b.groupId)),
  );
  const reasons = reasonsOf(cells, before, smallest);
  const when = period === undefined ? {} : { period };
  const shares = cells.map((cell): GroupShare => {
    const { subject, personIds } = cell;
    const { failed, ...check } = cell.check;
    const facts = { group: subject.id, check: check.checkId };
    const withheld = reasons.get(cell);
    if (withheld !== undefined) return { code: "checks/group-withheld", facts, ...check, subject, ...when, withheld };
    const people = personIds.length;
    const shown = told(personIds.filter((id) => failed.get(id) === true).length, people);
    const code = shown.bound === undefined ? "checks/group-share" : codeOf[shown.bound];
    return { code, facts: { ...facts, people, share: shown.share }, ...check, subject, ...when, people, ...shown };
  });
  const published = cells
    .filter((cell) => !reasons.has(cell))
    .map(({ check, groupId, personIds }) => ({ groupId, ...when, personIds, checkId: check.checkId }));
  return { shares, published };
}
