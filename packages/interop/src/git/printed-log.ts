import { type Commit, type CommitField, changeOf, type PathChange } from "./commits.js";
import { gitTime } from "./times.js";

/** Whether a text is what `git log` prints when nothing else is asked for, or one of its other named formats. */
export const isPrintedLog = (text: string): boolean =>
  /^\s*commit [0-9a-f]{7,64}\b[^\n]*\n(?:Merge: [^\n]*\n)?(?:Author|AuthorDate|tree|Reflog|author)\b[: ]/.test(text);

const opening = /^commit ([0-9a-f]{7,64})((?: [0-9a-f]{7,64})*)(?: \((.*)\))?$/;
const header = /^(Merge|Author|AuthorDate|Commit|CommitDate|Date):[ \t]*(.*)$/;
const rawHeader = /^(parent|author|committer) (.+)$/;

/** What the lines of one commit say. */
interface Draft {
  readonly position: number;
  readonly hash: string;
  readonly fields: Set<CommitField>;
  parents: string[];
  author: string;
  authored: string;
  committed: string;
  refs: string;
  readonly message: string[];
  readonly changes: PathChange[];
  stray: number;
  part: "header" | "message" | "changes";
  isPatch: boolean;
}

/** `Ada Ash <ada@example.org>`, in the raw format with seconds and zone behind it. */
const signature = /^(.*?) ?<([^<>]*)>(?: (\d{1,12} [+-]\d{4}))?$/;

function begin(match: RegExpExecArray, position: number): Draft {
  const parents = (match[2] ?? "").split(" ").filter((hash) => hash !== "");
  const draft: Draft = {
    ...{ position, hash: match[1] as string, fields: new Set<CommitField>(["hash"]), parents },
    ...{ author: "", authored: "", committed: "", refs: match[3] ?? "", message: [], changes: [], stray: 0 },
    ...{ part: "header", isPatch: false },
  };
  if (draft.refs !== "") draft.fields.add("refs");
  if (parents.length > 0) draft.fields.add("parents");
  return draft;
}

/** Reads a line above the message; says whether it is one that is known. */
function readHeader(draft: Draft, line: string): boolean {
  const { fields } = draft;
  const [, name = "", value = ""] = header.exec(line) ?? rawHeader.exec(line) ?? [];
  const signed = signature.exec(value);
  const put = (field: "authored" | "committed", text: string | undefined) => {
    if (text === undefined) return;
    draft[field] = gitTime(text);
    fields.add(field);
  };
  switch (name) {
    case "Merge":
    case "parent":
      draft.parents.push(...value.split(" ").filter((hash) => !draft.parents.some((known) => known.startsWith(hash))));
      fields.add("parents");
      return true;
    case "Author":
    case "author":
      draft.author = signed === null ? value : `${signed[1]}\n${signed[2]}`;
      fields.add("author").add("email");
      put("authored", signed?.[3]);
      return true;
    case "committer":
      put("committed", signed?.[3]);
      return true;
    case "AuthorDate":
    case "Date":
      put("authored", value);
      return true;
    case "CommitDate":
      put("committed", value);
      return true;
    default:
      return false;
  }
}

/** Reads a line below the message: lines changed at a path, its status, its name alone, or the head of a patch. */
function readChange(draft: Draft, line: string): void {
  const patched = /^diff --(?:git a\/.+ b\/|cc |combined )(.+)$/.exec(line)?.[1];
  if (patched !== undefined) draft.isPatch = true;
  const status = /^[ACDMRTUX]\d{0,3}\t(?:.+\t)?(.+)$/.exec(line)?.[1];
  const isName = !draft.isPatch && /^[^\s:|]+$/.test(line);
  const path = patched ?? status ?? (isName ? line : undefined);
  const change = changeOf(line) ?? (path === undefined ? undefined : { path, added: undefined, deleted: undefined });
  const isTwice = change !== undefined && draft.changes.some((known) => known.path === change.path);
  if (change === undefined || isTwice) draft.stray++;
  else draft.changes.push(change);
}

function readLine(draft: Draft, line: string): void {
  if (line === "") {
    if (draft.part === "header") draft.part = "message";
    else if (draft.part === "message") draft.message.push("");
  } else if (draft.part === "header") {
    if (!readHeader(draft, line)) draft.stray++;
  } else if (draft.part === "message" && /^ {4}/.test(line)) draft.message.push(line.slice(4));
  else {
    draft.part = "changes";
    readChange(draft, line);
  }
}

function commitOf(draft: Draft): Commit {
  const { position, hash, parents, authored, committed, refs, changes, stray: strayLines, fields } = draft;
  const [author = "", email = ""] = draft.author.split("\n");
  const message = draft.message.join("\n").trim();
  const [subject = "", ...rest] = message.split("\n");
  const body = rest.join("\n").trim();
  if (message !== "") fields.add("subject");
  if (body !== "") fields.add("body");
  return {
    ...{ hash, parents, author, email, authored, committed, refs, subject, body, changes, strayLines, position },
    fields: [...fields],
  };
}

/** Reads what `git log` prints: its short, medium, full, fuller and raw formats, with changed lines, names or patches below. */
export function readPrintedLog(text: string): Commit[] {
  const drafts: Draft[] = [];
  for (const line of text.split(/\r?\n/)) {
    const match = opening.exec(line);
    const last = drafts.at(-1);
    if (match !== null) drafts.push(begin(match, drafts.length));
    else if (last !== undefined) readLine(last, line);
  }
  return drafts.map(commitOf);
}
