import { compareText, type Issue, issue } from "@evenkeel/kernel";
import type { ActivityInput } from "./types.js";

/** The activities of an input as a tree; positions are indices into the input. */
export interface Outline {
  readonly positionOf: ReadonlyMap<string, number>;
  /** -1 without a parent. */
  readonly parent: Int32Array;
  readonly isSummary: Uint8Array;
  /** Those without children that take time of their own, by rising id. */
  readonly leaves: readonly number[];
  /** The active ones below a summary. */
  leavesOf(summary: number): readonly number[];
  isWithin(position: number, summary: number): boolean;
}

function checkTree(activities: readonly ActivityInput[], parent: Int32Array, issues: Issue[]): void {
  // 0 = not looked at, k = on the walk begun at k - 1.
  const walk = new Int32Array(activities.length);
  for (let begin = 0; begin < activities.length; begin++) {
    let at = begin;
    while (at !== -1 && walk[at] === 0) {
      walk[at] = begin + 1;
      at = parent[at]!;
    }
    if (at === -1 || walk[at] !== begin + 1) continue;
    const circle = [activities[at]!.id];
    for (let up = parent[at]!; up !== at; up = parent[up]!) circle.push(activities[up]!.id);
    const facts = { activities: [...circle, circle[0]!] };
    issues.push(issue("scheduling/parent-cycle", { path: ["activities", at, "parentId"], subject: circle, facts }));
    parent[at] = -1;
  }
}

/** Positions by id; of equal ids the first has it. */
function readIds(activities: readonly ActivityInput[], issues: Issue[]): Map<string, number> {
  const positionOf = new Map<string, number>();
  for (let at = 0; at < activities.length; at++) positionOf.set(activities[at]!.id, at);
  if (positionOf.size === activities.length) return positionOf;
  for (let at = activities.length - 1; at >= 0; at--) positionOf.set(activities[at]!.id, at);
  activities.forEach(({ id }, at) => {
    if (positionOf.get(id) !== at)
      issues.push(issue("scheduling/duplicate-id", { path: ["activities", at, "id"], subject: [id], facts: { id } }));
  });
  return positionOf;
}

/** Whether an activity lasts as others span it. */
export const isSpan = (kind: ActivityInput["kind"]): boolean => kind === "levelOfEffort" || kind === "hammock";

/** Makes the tree; duplicate ids, missing parents and circles of parents go to `issues`. */
export function makeOutline(activities: readonly ActivityInput[], issues: Issue[]): Outline {
  const positionOf = readIds(activities, issues);
  const parent = new Int32Array(activities.length).fill(-1);
  const isSummary = new Uint8Array(activities.length);
  activities.forEach(({ id, parentId, kind, inactive }, at) => {
    if (kind === "summary") isSummary[at] = 1;
    if (parentId === undefined) return;
    const found = positionOf.get(parentId);
    if (found === undefined) {
      const path = ["activities", at, "parentId"];
      issues.push(issue("scheduling/dangling-parent", { path, subject: [id], facts: { id, parent: parentId } }));
      return;
    }
    parent[at] = found;
    if (inactive !== true) isSummary[found] = 1;
  });
  checkTree(activities, parent, issues);
  const leaves: number[] = [];
  activities.forEach(({ kind }, at) => {
    if (isSummary[at] === 0 && !isSpan(kind)) leaves.push(at);
  });
  const byId = (a: number, b: number): number => compareText(activities[a]!.id, activities[b]!.id);
  const isSorted = leaves.every((leaf, at) => at === 0 || byId(leaves[at - 1]!, leaf) < 0);
  if (!isSorted) leaves.sort(byId);
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
        if (activities[leaf]!.inactive === true) continue;
        for (let up = parent[leaf]!; up !== -1; up = parent[up]!) {
          const known = byAncestor.get(up);
          if (known === undefined) byAncestor.set(up, [leaf]);
          else known.push(leaf);
        }
      }
    }
    return byAncestor.get(summary) ?? [];
  };
  return { positionOf, parent, isSummary, leaves, leavesOf, isWithin };
}
