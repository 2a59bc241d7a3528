import { parseForeignTime } from "../foreign-time.js";
import { type Commit, type CommitField, changeOf, type PathChange } from "./commits.js";
import { gitTime } from "./times.js";

/** A line that begins a commit: its hash, what follows, and the character that divides it. */
interface Head {
  readonly hash: string;
  readonly cells: readonly string[];
  readonly divider: string;
}

/** What stands around the hash at the beginning of a line, and what divides the rest. */
const shapes: readonly RegExp[] = [
  /^--([0-9a-f]{7,64})(--)/,
  /^\[([0-9a-f]{7,64})\]( )/,
  /^"?([0-9a-f]{7,64})"?(?: ?([|;,\t~^#]) ?|([\u001f\u0000]))/,
];

/** In brackets a blank divides, and the date says where the author's name ends. */
const blankDivided = /^(.+?) (\d{4}-\d{2}-\d{2}(?:[T ][\d:.]+(?:Z| ?[+-]\d{2}:?\d{2})?)?) ?(.*)$/;

const isTime = (cell: string): boolean => parseForeignTime(gitTime(cell)).ok;
const isAddress = (cell: string): boolean => /^<?[^\s@<>]+@[^\s@<>]+>?$/.test(cell);
const isHashes = (cell: string): boolean => /^(?:[0-9a-f]{7,64}(?: |$))*$/.test(cell);
const unquoted = (cell: string): string =>
  cell
    .trim()
    .replace(/^"(.*)"$/s, "$1")
    .replaceAll('""', '"');

function headOf(line: string): Head | undefined {
  const match = shapes.map((shape) => shape.exec(line)).find((found) => found !== null);
  if (match === undefined) return undefined;
  const [whole, hash = "", one, other] = match;
  const divider = (one ?? other) as string;
  const rest = line.slice(whole.length);
  const cells = divider === " " ? (blankDivided.exec(rest)?.slice(1) ?? []) : rest.split(divider);
  return cells.length === 0 ? undefined : { hash, cells, divider };
}

/** Which cell of each line is what; the one that is left over is the subject, with whatever divides it. */
interface Columns {
  readonly count: number;
  readonly times: readonly number[];
  readonly email: number;
  readonly parents: number;
  readonly author: number;
}

function columnsOf(heads: readonly Head[]): Columns | undefined {
  if (heads.length === 0) return undefined;
  const count = heads.reduce((least, { cells }) => Math.min(least, cells.length), Number.POSITIVE_INFINITY);
  const places = Array.from({ length: count }, (_, place) => place);
  const cellsAt = (place: number) => heads.map(({ cells }) => unquoted(cells[place] as string));
  const always = (test: (cell: string) => boolean) => places.filter((place) => cellsAt(place).every(test));
  const times = always(isTime);
  if (times.length === 0) return undefined;
  const [email = -1] = always(isAddress);
  // Seconds since 1970 are digits of a hash as well.
  const [parents = -1] = always(isHashes).filter(
    (place) => !times.includes(place) && cellsAt(place).some((cell) => cell !== ""),
  );
  const author = places.find((place) => !times.includes(place) && place !== email && place !== parents) ?? -1;
  return { count, times, email, parents, author };
}

/** Whether a text is a list of commits in a format of one's own: each begins with its hash and states a time. */
export function isListedLog(text: string): boolean {
  const heads = text
    .trimStart()
    .split(/\r?\n/, 40)
    .flatMap((line) => headOf(line) ?? []);
  const isFirst = headOf(text.trimStart().split(/\r?\n/, 1)[0] ?? "") !== undefined;
  return isFirst && heads.some(({ hash }) => /[a-f]/.test(hash)) && columnsOf(heads) !== undefined;
}

function commitOf(head: Head, columns: Columns, position: number): Commit {
  const { count, times, email, parents, author } = columns;
  const raw = [...head.cells.slice(0, count - 1), head.cells.slice(count - 1).join(head.divider)];
  const cells = raw.map(unquoted);
  const cell = (place: number) => (place < 0 ? "" : (cells[place] ?? ""));
  const [authored = -1, committed = -1] = times;
  const used = new Set([...times, email, parents, author]);
  const subject = cells.filter((_cell, place) => !used.has(place)).join(" ");
  const told: readonly (readonly [CommitField, boolean])[] = [
    ["hash", true],
    ["authored", authored >= 0],
    ["committed", committed >= 0],
    ["email", email >= 0],
    ["parents", parents >= 0],
    ["author", author >= 0],
    ["subject", subject !== ""],
  ];
  return {
    hash: head.hash,
    parents: cell(parents)
      .split(" ")
      .filter((hash) => hash !== ""),
    author: cell(author),
    email: cell(email).replace(/^<|>$/g, ""),
    authored: gitTime(cell(authored)),
    committed: gitTime(cell(committed)),
    ...{ refs: "", subject, body: "", changes: [], strayLines: 0, position },
    fields: told.flatMap(([field, isTold]) => (isTold ? field : [])),
  };
}

/** Reads a list of commits: `%h|%an|%ad|%s`, `--%h--%ad--%aN`, `[%h] %an %ad %s` and the like, with changed lines below. */
export function readListedLog(text: string): Commit[] {
  const lines = text
    .trimStart()
    .split(/\r?\n/)
    .map((line) => [line, headOf(line)] as const);
  const columns = columnsOf(lines.flatMap(([, head]) => head ?? []));
  if (columns === undefined) return [];
  const read: { readonly commit: Commit; readonly changes: PathChange[]; stray: number }[] = [];
  for (const [line, head] of lines) {
    const last = read.at(-1);
    if (head !== undefined) read.push({ commit: commitOf(head, columns, read.length), changes: [], stray: 0 });
    else if (last !== undefined && line.trim() !== "") {
      const change = changeOf(line);
      if (change === undefined) last.stray++;
      else last.changes.push(change);
    }
  }
  return read.map(({ commit, changes, stray }) => ({ ...commit, changes, strayLines: stray }));
}
