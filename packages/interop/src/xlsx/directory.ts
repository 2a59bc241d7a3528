import { type Issue, issue, ok, type Result, refuse } from "@evenkeel/kernel";

declare const TextDecoder: new (label: string) => { decode(bytes: Uint8Array): string };

/** A file of an archive, as the directory states it. */
export interface ArchiveEntry {
  readonly name: string;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly packed: number;
  readonly size: number;
  /** Where its packed bytes begin. */
  readonly from: number;
}

/** Bounds on what an archive may hold. */
export interface ArchiveLimits {
  readonly entries: number;
  /** Of all files that are unpacked. */
  readonly bytes: number;
  /** Unpacked to packed, of files large enough to matter. */
  readonly ratio: number;
}

/** Files below this size may have any ratio. */
const smallFile = 1 << 20;
const [endMark, fileMark, localMark] = [0x06054b50, 0x02014b50, 0x04034b50];
const endLength = 22;

const broken = (reason: string): Issue => issue("interop/xlsx-broken-archive", { facts: { reason } });

function endOf(view: DataView): number | undefined {
  const least = Math.max(0, view.byteLength - endLength - 0xffff);
  for (let at = view.byteLength - endLength; at >= least; at--) if (view.getUint32(at, true) === endMark) return at;
  return undefined;
}

/** One entry of the directory, or what is wrong with it. */
function entryAt(
  bytes: Uint8Array,
  view: DataView,
  at: number,
  end: number,
): { entry: ArchiveEntry; next: number } | string {
  if (at + 46 > end || view.getUint32(at, true) !== fileMark) return "the directory ends early";
  const [flags, method] = [view.getUint16(at + 8, true), view.getUint16(at + 10, true)];
  const [packed, size] = [view.getUint32(at + 20, true), view.getUint32(at + 24, true)];
  const lengths = [28, 30, 32].map((offset) => view.getUint16(at + offset, true));
  const [nameLength = 0, extra = 0, comment = 0] = lengths;
  const local = view.getUint32(at + 42, true);
  const next = at + 46 + nameLength + extra + comment;
  if (next > end) return "the directory ends early";
  if ((flags & 1) === 1) return "encrypted";
  if (method !== 0 && method !== 8) return `method ${method}`;
  if (local + 30 > view.byteLength || view.getUint32(local, true) !== localMark)
    return "a file is not where the directory says";
  const from = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  if (from + packed > view.byteLength) return "a file ends beyond the archive";
  if (method === 0 && packed !== size) return "a stored file has two sizes";
  const name = new TextDecoder("utf-8").decode(bytes.subarray(at + 46, at + 46 + nameLength));
  return { entry: { name, method, packed, size, from }, next };
}

function boundFault(entries: readonly ArchiveEntry[], limits: ArchiveLimits): Issue | undefined {
  const fault = (what: string, found: number, limit: number): Issue =>
    issue("interop/xlsx-archive-bomb", { facts: { what, found, limit } });
  const bytes = entries.reduce((sum, { size }) => sum + size, 0);
  if (bytes > limits.bytes) return fault("bytes", bytes, limits.bytes);
  for (const { size, packed } of entries) {
    const ratio = Math.round(size / Math.max(packed, 1));
    if (size > smallFile && ratio > limits.ratio) return fault("ratio", ratio, limits.ratio);
  }
  return undefined;
}

/** Whether two files share bytes of the archive, as in archives that hold themselves. */
function isOverlapping(entries: readonly ArchiveEntry[]): boolean {
  const sorted = [...entries].sort((a, b) => a.from - b.from);
  return sorted.some(({ from, packed }, at) => at + 1 < sorted.length && from + packed > (sorted[at + 1]?.from ?? 0));
}

/** The directory of an archive, judged before anything is unpacked: `isRead` says which files will be. */
export function readDirectory(
  bytes: Uint8Array,
  limits: ArchiveLimits,
  isRead: (name: string) => boolean,
): Result<readonly ArchiveEntry[]> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = bytes.length < endLength ? undefined : endOf(view);
  if (end === undefined) return refuse([broken("no directory")]);
  const count = view.getUint16(end + 10, true);
  if (count > limits.entries) {
    const facts = { what: "entries", found: count, limit: limits.entries };
    return refuse([issue("interop/xlsx-archive-bomb", { facts })]);
  }
  const entries: ArchiveEntry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index++) {
    const found = entryAt(bytes, view, at, end);
    if (typeof found === "string") return refuse([broken(found)]);
    if (isRead(found.entry.name)) entries.push(found.entry);
    at = found.next;
  }
  if (isOverlapping(entries)) return refuse([broken("files overlap")]);
  if (new Set(entries.map(({ name }) => name)).size < entries.length) return refuse([broken("a name stands twice")]);
  const fault = boundFault(entries, limits);
  return fault === undefined ? ok(entries) : refuse([fault]);
}

/** Whether bytes are an archive whose directory names a workbook. */
export function isWorkbook(bytes: Uint8Array): boolean {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return false;
  const limits = { entries: 0xffff, bytes: Number.POSITIVE_INFINITY, ratio: Number.POSITIVE_INFINITY };
  const found = readDirectory(bytes, limits, (name) => name === "xl/workbook.xml");
  return found.ok && found.value.length > 0;
}
