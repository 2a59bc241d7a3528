import { compareText, type Issue, issue } from "@evenkeel/kernel";
import { type IdTable, idTable } from "./id-table.js";
import type { ActivityInput } from "./types.js";

/** The activities of an input as a tree; positions are indices into the input. */
export interface Outline {
  readonly positionOf: Pick<IdTable, "get">;
  /** -1 without a parent. */
  readonly parent: Int32Array;
  readonly isSummary: Uint8Array;
  readonly isInactive: Uint8Array;
  /** Levels of effort and hammocks. */
  readonly isSpanned: Uint8Array;
  /** Those without children that take time of their own, by rising id. */
  readonly leaves: readonly number[];
  /** The active ones below a summary. */
  leavesOf(summary: number): readonly number[];
  isWithin(position: number, summary: number): boolean;
}

function checkTree(ids: readonly string[], parent: Int32Array, issues: Issue[]): void {
  // 0 = not looked at, k = on the walk begun at k - 1.
  const walk = new Int32Array(ids.length);
  for (let begin = 0; begin < ids.length; begin++) {
    let at = begin;
    while (at !== -1 && walk[at] === 0) {
      walk[at] = begin + 1;
      at = parent[at]!;
    }
    if (at === -1 || walk[at] !== begin + 1) continue;
    const circle = [ids[at]!];
    for (let up = parent[at]!; up !== at; up = parent[up]!) circle.push(ids[up]!);
    const facts = { activities: [...circle, circle[0]!] };
    issues.push(issue("scheduling/parent-cycle", { path: ["activities", at, "parentId"], subject: circle, facts }));
    parent[at] = -1;
  }
}

/** Positions by id; of equal ids the first has it. */
function readIds(ids: readonly string[], issues: Issue[]): IdTable {
  const table = idTable(ids);
  if (!table.hasRepeated) return table;
  ids.forEach((id, at) => {
    if (table.get(id) !== at)
      issues.push(issue("scheduling/duplicate-id", { path: ["activities", at, "id"], subject: [id], facts: { id } }));
  });
  return table;
}

/** Whether an activity lasts as others span it. */
export const isSpan = (kind: ActivityInput["kind"]): boolean => kind === "levelOfEffort" || kind === "hammock";

/** What one visit of every row finds. */
interface OutlineRows extends Pick<Outline, "isSummary" | "isInactive" | "isSpanned"> {
  readonly ids: string[];
}

/** Visits the rows, which lie far apart; returns whether some are part of others. */
function readRows(activities: readonly ActivityInput[], rows: OutlineRows): boolean {
  const { ids, isSummary, isInactive, isSpanned } = rows;
  let isNested = false;
  for (let at = 0; at < activities.length; at++) {
    const { id, parentId, kind, inactive } = activities[at]!;
    ids[at] = id;
    if (parentId !== undefined) isNested = true;
    if (inactive === true) isInactive[at] = 1;
    if (kind === "summary") isSummary[at] = 1;
    else if (isSpan(kind)) isSpanned[at] = 1;
  }
  return isNested;
}

/** Parents by position; -1 where there is none. */
function readParents(
  activities: readonly ActivityInput[],
  { isSummary, isInactive }: OutlineRows,
  positionOf: IdTable,
  issues: Issue[],
): Int32Array {
  return Int32Array.from(activities, ({ id, parentId }, at) => {
    if (parentId === undefined) return -1;
    const found = positionOf.get(parentId);
    if (found === undefined) {
      const path = ["activities", at, "parentId"];
      issues.push(issue("scheduling/dangling-parent", { path, subject: [id], facts: { id, parent: parentId } }));
      return -1;
    }
    if (isInactive[at] === 0) isSummary[found] = 1;
    return found;
  });
}

/** Those that take time of their own. */
function leavesIn({ isSummary, isSpanned }: OutlineRows): number[] {
  const leaves = new Array<number>(isSummary.length);
  let count = 0;
  for (let at = 0; at < isSummary.length; at++) if (isSummary[at] === 0 && isSpanned[at] === 0) leaves[count++] = at;
  leaves.length = count;
  return leaves;
}

function isRising(ids: readonly string[], places: readonly number[]): boolean {
  for (let k = 1; k < places.length; k++) if (compareText(ids[places[k - 1]!]!, ids[places[k]!]!) >= 0) return false;
  return true;
}

/** Makes the tree; duplicate ids, missing parents and circles of parents go to `issues`. */
export function makeOutline(activities: readonly ActivityInput[], issues: Issue[]): Outline {
  const count = activities.length;
  const rows: OutlineRows = {
    ids: new Array<string>(count),
    isSummary: new Uint8Array(count),
    isInactive: new Uint8Array(count),
    isSpanned: new Uint8Array(count),
  };
  const isNested = readRows(activities, rows);
  const { ids, isSummary, isInactive, isSpanned } = rows;
  const positionOf = readIds(ids, issues);
  const parent = isNested ? readParents(activities, rows, positionOf, issues) : new Int32Array(count).fill(-1);
  if (isNested) checkTree(ids, parent, issues);
  const leaves = leavesIn(rows);
  if (!isRising(ids, leaves)) leaves.sort((a, b) => compareText(ids[a]!, ids[b]!));
  const isWithin = (position: number, summary: number): boolean => {
    let at = position;
    while (at !== -1 && at !== summary) at = parent[at]!;
    return at === summary;
  };
  let byAncestor: Map<number, number[]> | undefined;
  const leavesOf = (summary: number): readonly number[] => {
    if (byAncestor === undefined) {
      byAncestor = new Map();
      for (const leaf of leaves) {
        if (isInactive[leaf] === 1) continue;
        for (let up = parent[leaf]!; up !== -1; up = parent[up]!) {
          const known = byAncestor.get(up);
          if (known === undefined) byAncestor.set(up, [leaf]);
          else known.push(leaf);
        }
      }
    }
    return byAncestor.get(summary) ?? [];
  };
  return { positionOf, parent, isSummary, isInactive, isSpanned, leaves, leavesOf, isWithin };
}
