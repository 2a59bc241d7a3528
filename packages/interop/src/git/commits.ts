import type { Issue } from "@evenkeel/kernel";

/** Arguments that make `git` print what the reader takes; run with `git` in a repository. */
export const gitLogArguments: readonly string[] = [
  "log",
  "--topo-order",
  "--numstat",
  "--no-renames",
  "--date=iso-strict",
  "--pretty=format:%x1e%H%x1f%P%x1f%an%x1f%ae%x1f%aI%x1f%cI%x1f%D%x1f%s%x1f%b%x1f",
];

/** Lines added and deleted at a path; undefined for binary files. */
export interface PathChange {
  readonly path: string;
  readonly added: number | undefined;
  readonly deleted: number | undefined;
}

/** One commit as printed. */
export interface Commit {
  readonly hash: string;
  readonly parents: readonly string[];
  readonly author: string;
  readonly email: string;
  readonly authored: string;
  readonly committed: string;
  readonly refs: string;
  readonly subject: string;
  readonly body: string;
  readonly changes: readonly PathChange[];
  /** Lines after the fields that are no `numstat` line. */
  readonly strayLines: number;
  /** Place in the file, 0 = newest. */
  readonly position: number;
  /** What the log states of it. */
  readonly fields: readonly CommitField[];
}

/** A field of a record. */
export type CommitField = (typeof commitFields)[number];

/** Fields of a record, in the order of the format. */
export const commitFields = [
  "hash",
  "parents",
  "author",
  "email",
  "authored",
  "committed",
  "refs",
  "subject",
  "body",
] as const;

/** The path a file has after it was renamed: `src/{a => b}/c.ts`, or `a.ts => b.ts`. */
const renamed = (path: string): string =>
  path.includes(" => ")
    ? path
        .replace(/\{.*? => (.*?)\}/, "$1")
        .replace(/^.* => /, "")
        .replace("//", "/")
    : path;

/** A line of `numstat`; undefined for any other. */
export function changeOf(line: string): PathChange | undefined {
  const match = /^(\d+|-)\t(\d+|-)\t(.+)$/.exec(line);
  if (match === null) return undefined;
  const count = (text: string | undefined) => (text === "-" ? undefined : Number(text));
  return { path: renamed(match[3] as string), added: count(match[1]), deleted: count(match[2]) };
}

/** Reads one record; undefined when it has not the fields of the format. */
export function readCommit(record: string, position: number): Commit | undefined {
  const fields = record.split("\u001f");
  const [hash = "", parents = "", author = "", email = "", authored = "", committed = "", refs = "", subject = ""] =
    fields;
  if (fields.length < commitFields.length + 1 || !/^[0-9a-f]{7,64}$/.test(hash)) return undefined;
  const body = fields.slice(8, -1).join("\u001f").trim();
  const lines = (fields.at(-1) ?? "").split("\n").filter((line) => line !== "" && line !== "\r");
  const changes = lines.map(changeOf).filter((change) => change !== undefined);
  const parentList = parents.split(" ").filter((parent) => parent !== "");
  return {
    hash,
    parents: parentList,
    author,
    email,
    authored,
    committed,
    refs,
    subject,
    body,
    changes,
    strayLines: lines.length - changes.length,
    position,
    fields: commitFields,
  };
}

/** Path of an issue about a record. */
export function commitPath(position: number): Issue["path"] {
  return ["commits", position];
}

/** Ids of issues of other tools that a commit names. */
export function referencesOf(commit: Commit): string[] {
  const found = `${commit.subject}\n${commit.body}`.matchAll(/(?:^|[\s([:,])(#\d{1,9}|[A-Z][A-Z0-9]{1,9}-\d{1,9})\b/g);
  return [...new Set([...found].map((match) => match[1] as string))];
}
