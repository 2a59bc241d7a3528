import { parseForeignTime } from "../foreign-time.js";
import type { Commit, CommitField } from "./commits.js";
import { gitTime } from "./times.js";

/** A hash, the names that point to it, and the rest of the line. */
const shape = /^([0-9a-f]{7,64})(?: -)?(?: \(((?:HEAD\b|tag: |[\w.-]+\/)[^()]*)\))?(?: -)? (.+)$/;
/** A day, with or without a time, before the subject. */
const dated = /^(\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2})?(?: ?[+-]\d{2}:?\d{2}|Z)?)?) (.+)$/;
/** Who wrote it, behind the subject. */
const signed = /^(.+) <([^<>]+)>$/;

const linesOf = (text: string, most?: number): string[] =>
  text.split(/\r?\n/, most).filter((line) => line.trim() !== "");

/**
 * Whether a text is a list of commits of one line each, such as `git log --oneline` prints: all lines begin with a hash and go on with
 * words.
 */
export function isBriefLog(text: string): boolean {
  const lines = linesOf(text, 60);
  const hashes = lines.map((line) => shape.exec(line)?.[1]);
  // Numbers are hashes without letters, words such as `defaced` hashes without digits.
  const sure = hashes.filter((hash) => hash !== undefined && /[a-f]/.test(hash) && /\d/.test(hash));
  return lines.length > 0 && !hashes.includes(undefined) && sure.length * 2 > lines.length;
}

function commitOf(line: string, position: number): Commit | undefined {
  const [, hash, refs = "", rest = ""] = shape.exec(line.trim()) ?? [];
  if (hash === undefined) return undefined;
  const fields = new Set<CommitField>(["hash", "subject"]);
  const [, day, afterDay] = dated.exec(rest) ?? [];
  const isDated = day !== undefined && parseForeignTime(gitTime(day)).ok;
  const [, subject = "", author = ""] = signed.exec(isDated ? (afterDay as string) : rest) ?? [];
  if (refs !== "") fields.add("refs");
  if (isDated) fields.add("authored");
  if (author !== "") fields.add("author");
  return {
    ...{ hash, parents: [], author, email: "", authored: isDated ? gitTime(day) : "", committed: "", refs },
    subject: author === "" ? (isDated ? (afterDay as string) : rest) : subject,
    ...{ body: "", changes: [], strayLines: 0, position, fields: [...fields] },
  };
}

/** Reads lists of one line a commit: `%h %s`, `%h (%D) %s`, `%h %ad %s`, `%h - %s <%an>`. */
export function readBriefLog(text: string): Commit[] {
  const commits: Commit[] = [];
  for (const line of linesOf(text)) {
    const commit = commitOf(line, commits.length);
    const last = commits.at(-1);
    if (commit !== undefined) commits.push(commit);
    else if (last !== undefined) commits[commits.length - 1] = { ...last, strayLines: last.strayLines + 1 };
  }
  return commits;
}
