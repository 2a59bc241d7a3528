import type { Commit } from "./commits.js";

/** A piece of work as git shows it: a merge with the commits it brought in, or one commit of the main line. */
export interface Branch {
  readonly end: Commit;
  /** Commits brought in, the merge itself not among them; for a plain commit itself. */
  readonly commits: readonly Commit[];
  readonly isMerge: boolean;
}

/** Commits of the main line, newest first: from the newest commit along first parents. */
function mainLine(commits: readonly Commit[], byHash: ReadonlyMap<string, Commit>): Commit[] {
  const line: Commit[] = [];
  const seen = new Set<string>();
  for (let at = commits[0]; at !== undefined && !seen.has(at.hash); at = byHash.get(at.parents[0] ?? "")) {
    seen.add(at.hash);
    line.push(at);
  }
  return line;
}

/** Divides a history into pieces of work; each commit belongs to exactly one, the oldest merge that brought it in. */
export function findBranches(commits: readonly Commit[]): Branch[] {
  const byHash = new Map(commits.map((commit) => [commit.hash, commit]));
  const line = mainLine(commits, byHash);
  const claimed = new Set(line.map((commit) => commit.hash));
  const branches: Branch[] = [];
  for (const end of line.reverse()) {
    const brought: Commit[] = [];
    const stack = end.parents.slice(1);
    for (let hash = stack.pop(); hash !== undefined; hash = stack.pop()) {
      const commit = byHash.get(hash);
      if (commit === undefined || claimed.has(hash)) continue;
      claimed.add(hash);
      brought.push(commit);
      stack.push(...commit.parents);
    }
    const isMerge = end.parents.length > 1;
    branches.push({
      end,
      commits: brought.length > 0 ? brought.sort((a, b) => b.position - a.position) : [end],
      isMerge,
    });
  }
  return branches;
}

/** Each commit as a piece of work: for logs that do not tell the parents of plain commits, so that no merge says what it brought in. */
export const eachAlone = (commits: readonly Commit[]): Branch[] =>
  [...commits].reverse().map((end) => ({ end, commits: [end], isMerge: end.parents.length > 1 }));

/** Whether a log tells how its commits hang together: more than the parents of merges. */
export const tellsParents = (commits: readonly Commit[]): boolean =>
  commits.length < 2 || commits.some(({ parents }) => parents.length === 1);

/** Commits that no main line reaches: work not merged, or of other branches. */
export function unmerged(commits: readonly Commit[], branches: readonly Branch[]): Commit[] {
  const known = new Set(
    branches.flatMap((branch) => [branch.end.hash, ...branch.commits.map((commit) => commit.hash)]),
  );
  return commits.filter((commit) => !known.has(commit.hash));
}
