import type { WorkItem } from "@evenkeel/core";
import { compareText, issue, type Json, type Result, refuse } from "@evenkeel/kernel";
import { decodeSource } from "./decode.js";
import { addRow, assume, createDraft, type Draft, defined, note, sourceOf, warn } from "./draft.js";
import { finish } from "./finish.js";
import { parseForeignTime } from "./foreign-time.js";
import { type Branch, eachAlone, findBranches, tellsParents, unmerged } from "./git/branches.js";
import { isBriefLog, readBriefLog } from "./git/brief-log.js";
import { type Commit, commitPath, readCommit, referencesOf } from "./git/commits.js";
import { withoutGraph } from "./git/graph.js";
import { isListedLog, readListedLog } from "./git/listed-log.js";
import { isPrintedLog, readPrintedLog } from "./git/printed-log.js";
import { beyondLimit, limitsOf } from "./limits.js";
import { notePerson } from "./people.js";
import { addStamps, progressWorkflow } from "./stamps.js";
import type { Import, ReadOptions, Source } from "./types.js";

export { gitLogArguments } from "./git/commits.js";

function instantOf(draft: Draft, commit: Commit, field: "authored" | "committed"): string | undefined {
  if (commit[field] === "") return undefined;
  const time = parseForeignTime(commit[field]);
  if (time.ok) return time.text;
  const facts = { field, found: commit[field].slice(0, 60), expected: "2026-05-01T08:00:00+02:00" };
  warn(draft, "any-impossible-date", [...commitPath(commit.position), field], [commit.hash], facts);
  return undefined;
}

function authorOf(draft: Draft, commit: Commit): string | undefined {
  const id = (commit.email || commit.author).toLowerCase();
  return id === ""
    ? undefined
    : notePerson(draft, "git", { id, name: commit.author || undefined, email: commit.email || undefined });
}

/** Lines each person changed at each path: what truck factor needs, in a stated order. */
function changesOf(draft: Draft, commits: readonly Commit[]): Json[] {
  const sums = new Map<string, { path: string; by: string; added: number; deleted: number; commits: number }>();
  for (const commit of commits) {
    const by = authorOf(draft, commit) ?? "";
    for (const change of commit.changes) {
      const key = `${change.path}\u0000${by}`;
      const sum = sums.get(key) ?? { path: change.path, by, added: 0, deleted: 0, commits: 0 };
      sum.added += change.added ?? 0;
      sum.deleted += change.deleted ?? 0;
      sum.commits++;
      sums.set(key, sum);
    }
  }
  return [...sums.keys()].sort(compareText).map((key) => ({ ...sums.get(key) }) as Json);
}

function keptOf(draft: Draft, branch: Branch): WorkItem["customFields"] {
  const { end } = branch;
  const all = branch.isMerge ? [end, ...branch.commits] : branch.commits;
  const references = [...new Set(all.flatMap(referencesOf))];
  const changes = changesOf(draft, branch.commits.includes(end) ? branch.commits : [...branch.commits, end]);
  const kept = new Map<string, Json>();
  kept.set(
    "commits",
    branch.commits.map((commit) => commit.hash),
  );
  if (references.length > 0) kept.set("references", references);
  if (changes.length > 0) kept.set("changes", changes);
  if (end.refs !== "") kept.set("refs", end.refs);
  return Object.fromEntries(kept);
}

function addBranch(draft: Draft, branch: Branch, rank: number): void {
  const { end, commits } = branch;
  const starts = branch.isMerge
    ? commits.filter((commit) => commit !== end).map((commit) => instantOf(draft, commit, "authored"))
    : [];
  const started = starts.filter((at) => at !== undefined).sort(compareText)[0];
  const finished = instantOf(draft, end, end.committed === "" ? "authored" : "committed");
  const row = defined<WorkItem>({
    id: end.hash,
    title: end.subject === "" ? end.hash.slice(0, 10) : end.subject,
    kind: /^Merge pull request #\d+/.test(end.subject) ? "pullRequest" : "task",
    sourceKind: branch.isMerge ? "merge" : "commit",
    body: end.body === "" ? undefined : { text: end.body, markup: "plain" },
    workflowId: progressWorkflow(draft),
    stateId: "done",
    rank,
    startedAt: started,
    finishedAt: finished,
    sources: [sourceOf(draft, "git", end.hash, end.hash.slice(0, 10))],
    customFields: keptOf(draft, branch),
  });
  if (!addRow(draft, "items", row, commitPath(end.position))) return;
  for (const personId of new Set(commits.map((commit) => authorOf(draft, commit)))) {
    if (personId === undefined) continue;
    addRow(draft, "assignments", { id: `${end.hash}:${personId}`, itemId: end.hash, personId, role: "responsible" });
  }
  if (started !== undefined && finished !== undefined && started > finished) {
    warn(draft, "git-clock-skew", commitPath(end.position), [end.hash], {
      item: end.hash.slice(0, 10),
      started,
      finished,
    });
  }
  addStamps(draft, end.hash, { started, finished }, { active: "doing", done: "done", dropped: "dropped" });
}

function tallyCommit(draft: Draft, commit: Commit): void {
  const to = {
    hash: "items.id",
    parents: "items.customFields",
    author: "people.name",
    email: "people.email",
    authored: "items.startedAt",
    committed: "items.finishedAt",
    refs: "items.customFields",
    subject: "items.title",
    body: "items.body",
  } as const;
  for (const field of commit.fields) draft.tally.add(field, { fate: "mapped", to: to[field] });
  draft.tally.add("numstat", { fate: "mapped", to: "items.customFields" }, commit.changes.length);
  draft.tally.add(
    "(other line)",
    { fate: "dropped", why: "neither a field nor a path that changed" },
    commit.strayLines,
  );
}

function readRecords(draft: Draft, records: readonly (string | Commit)[]): Commit[] {
  const commits = new Map<string, Commit>();
  for (const [position, record] of records.entries()) {
    draft.counts.read++;
    const commit = typeof record === "string" ? readCommit(record, position) : record;
    if (commit === undefined || commits.has(commit.hash)) {
      if (commit === undefined)
        warn(draft, "git-broken-record", commitPath(position), [], {
          position,
          found: String(record).trim().slice(0, 60),
        });
      else warn(draft, "any-duplicate-id", commitPath(position), [commit.hash], { id: commit.hash, table: "commits" });
      draft.tally.add("(broken record)", { fate: "dropped", why: "not in the stated format, or read before" });
      draft.counts.rejected++;
      continue;
    }
    commits.set(commit.hash, commit);
    tallyCommit(draft, commit);
  }
  return [...commits.values()];
}

/** The commits of a log: records of the stated format, what git prints by itself, or a list with a format of one's own. */
function recordsOf(text: string): readonly (string | Commit)[] {
  const [before = "", ...records] = text.split("\u001e");
  if (before.trim() === "") return records;
  const plain = withoutGraph(text);
  if (isPrintedLog(plain)) return readPrintedLog(plain);
  if (isListedLog(plain)) return readListedLog(plain);
  return isBriefLog(plain) ? readBriefLog(plain) : [];
}

/**
 * Reads the output of `git` run with `gitLogArguments`: each merge into the main line is an item from the first commit
 * it brought in to the merge, each plain commit of the main line a finished item whose start git cannot tell.
 *
 * Other logs are read too: what `git log` prints by itself, in its named formats, with changed lines or patches, lists such as
 * `%h|%an|%ad|%s` and of one line a commit, each with or without a graph beside it. Where a log does not tell the parents of plain commits each commit is an item of its own.
 *
 * Who wrote which lines stands on the items for a truck factor; nobody is ranked. A rebase or squash rewrites what git
 * shows, so all events are inferred.
 *
 * @param source - bytes or text
 * @param options - limits, encoding, strict codes
 * @returns plan of finished items, inferred events, report
 *
 * Issues: interop/any-*, interop/git-*.
 * Time O(commits + changes), space the same.
 * Source: git-log manual, pretty formats; own for the items.
 *
 * @example
 * orThrow(readGitLog("\x1ea1b2c3d\x1f\x1fAda\x1fada@example.org\x1f2026-05-01T08:00:00Z\x1f2026-05-01T09:00:00Z\x1f\x1fDig\x1f\x1f")).plan.items[0].title; // => "Dig"
 */
export function readGitLog(source: Source, options: ReadOptions = {}): Result<Import> {
  const decoded = decodeSource(source, options);
  if (!decoded.ok) return decoded;
  const limits = limitsOf(options);
  const records = recordsOf(decoded.value.text);
  if (records.length === 0) {
    const found = decoded.value.text.trim().slice(0, 40);
    return refuse([
      issue("interop/any-wrong-format", { facts: { found, expected: "git log with the stated format" } }),
    ]);
  }
  if (records.length > limits.rows) return refuse([beyondLimit("rows", records.length, limits.rows)]);
  const draft = createDraft("git-log", options);
  draft.assumptions.push(...decoded.value.assumptions);
  const commits = readRecords(draft, records);
  const isWhole = typeof records[0] === "string" || tellsParents(commits);
  const branches = isWhole ? findBranches(commits) : eachAlone(commits);
  for (const [rank, branch] of branches.entries()) addBranch(draft, branch, rank);
  const left = unmerged(commits, branches);
  if (left.length > 0)
    note(
      draft,
      "git-unmerged",
      [],
      left.slice(0, 20).map((commit) => commit.hash),
      { count: left.length },
    );
  draft.counts.imported += branches.length;
  draft.counts.merged += commits.length - branches.length;
  note(draft, "git-cannot-tell", [], [], { fields: ["createdAt", "dueDate", "estimates", "dependencies", "blocked"] });
  if (isWhole) {
    assume(draft, "mainLine", commits[0]?.hash.slice(0, 10) ?? "", "first parents of the newest commit");
    assume(draft, "started", "author time of the first commit a merge brought in", "git log");
  } else assume(draft, "mainLine", "each commit alone", "the log does not tell the parents of plain commits");
  if (commits.every(({ authored, committed }) => authored === "" && committed === ""))
    note(draft, "git-no-times", [], [], { count: commits.length });
  const tellsCommits = commits.some(({ committed }) => committed !== "");
  assume(draft, "done", `${tellsCommits ? "commit" : "author"} time on the main line`, "git log");
  draft.coverage = [
    { tool: "git", table: "items", fields: ["title", "kind", "body", "stateId", "startedAt", "finishedAt"] },
    { tool: "git", table: "people", fields: ["name", "email"] },
    { tool: "git", table: "assignments", fields: ["itemId", "personId", "role"] },
    { tool: "git", table: "events", fields: ["stateChanged"] },
  ];
  return finish(draft);
}
