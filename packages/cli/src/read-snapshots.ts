import { spawnSync } from "node:child_process";
import { statSync } from "node:fs";
import { basename, dirname, resolve } from "node:path";
import { onTimeLine } from "@evenkeel/core";
import { type Import, readWork } from "@evenkeel/interop";
import { inferHistory, type Snapshot } from "@evenkeel/interop/snapshots";
import { formatInstant, issue, ok, type Result, refuse } from "@evenkeel/kernel";
import type { Io } from "./io.js";
import type { Options } from "./options.js";
import { readAnswers } from "./read-answers.js";
import { readFiles, readingOf } from "./read-files.js";

const mostOutput = 1 << 30;

/** Exports of one source, read as the last of them, with what happened between them. */
export interface SnapshotRead {
  readonly value: Import;
  /** When each was made, and by what that is known. */
  readonly made: readonly { readonly name: string; readonly at: string; readonly by: "option" | "file" | "commit" }[];
}

function inferred(snapshots: readonly (Snapshot & Import)[], made: SnapshotRead["made"]): Result<SnapshotRead> {
  const found = inferHistory(snapshots);
  if (!found.ok) return found;
  const timeOf = ({ at }: Snapshot): number => onTimeLine(at) ?? 0;
  const last = snapshots.reduce((latest, each) => (timeOf(each) > timeOf(latest) ? each : latest));
  const report = { ...last.report, issues: [...last.report.issues, ...found.issues] };
  return ok({ value: { ...found.value, records: last.records, report }, made });
}

/** Reads successive exports that are named as files; `--at` says when they were made, else when the files were last changed. */
async function fromFiles(options: Options, io: Io): Promise<Result<SnapshotRead>> {
  const given = typeof options["at"] === "string" ? options["at"].split(",").map((each) => each.trim()) : undefined;
  if (given === undefined ? options.files.includes("-") : given.length !== options.files.length)
    return refuse([
      issue("cli/snapshot-times", {
        path: ["--at"],
        facts: { found: given?.length ?? 0, files: options.files.length },
      }),
    ]);
  const snapshots: (Snapshot & Import)[] = [];
  for (const [index, name] of options.files.entries()) {
    const read = await readFiles({ ...options, files: [name] }, io, { isBare: true });
    if (!read.ok) return read;
    const at = given?.[index] ?? formatInstant(Math.floor(statSync(resolve(io.cwd, name)).mtimeMs));
    snapshots.push({ ...read.value, at });
  }
  const by = given === undefined ? "file" : "option";
  return inferred(
    snapshots,
    snapshots.map(({ at }, index) => ({ name: options.files[index] ?? "", at, by })),
  );
}

function git(folder: string, words: readonly string[], name: string): Result<Uint8Array> {
  const run = spawnSync("git", ["-C", folder, ...words], { maxBuffer: mostOutput });
  if (run.status === 0) return ok(run.stdout);
  const why = run.error?.message ?? run.stderr.toString("utf8").trim().split("\n")[0] ?? "";
  return refuse([issue("cli/git-failed", { path: [name], facts: { path: name, why } })]);
}

/** Reads every version that git holds of a file. */
async function fromGit(options: Options, name: string, io: Io): Promise<Result<SnapshotRead>> {
  const [folder, file] = [dirname(resolve(io.cwd, name)), basename(name)];
  const log = git(folder, ["log", "--format=%H %ct", "--", file], name);
  if (!log.ok) return log;
  const answers = await readAnswers(options, io);
  if (!answers.ok) return answers;
  const asked = readingOf(options, io);
  if (!asked.ok) return asked;
  const lines = new TextDecoder()
    .decode(log.value)
    .split("\n")
    .filter((line) => line !== "");
  // Of versions of one second the last stands: git lists it first.
  const versions = new Map<string, string>();
  for (const line of lines) {
    const [commit = "", seconds = "0"] = line.split(" ");
    const at = formatInstant(Number(seconds) * 1000);
    if (!versions.has(at)) versions.set(at, commit);
  }
  const snapshots: (Snapshot & Import)[] = [];
  for (const [at, commit] of versions) {
    const text = git(folder, ["show", `${commit}:./${file}`], name);
    // A commit that removed the file has no version of it.
    if (!text.ok) continue;
    const read = await readWork(text.value, { ...asked.value, name, answers: answers.value(name) });
    if (!read.ok) {
      const [first, ...rest] = read.issues.map((found) => ({
        ...found,
        path: [`${commit.slice(0, 12)}:${file}`, ...found.path],
      }));
      return refuse(first === undefined ? read.issues : [first, ...rest]);
    }
    snapshots.push({ ...read.value, at });
  }
  if (snapshots.length === 0)
    return refuse([issue("cli/git-failed", { path: [name], facts: { path: name, why: "no version of it" } })]);
  return inferred(
    snapshots,
    snapshots.map(({ at }) => ({ name, at, by: "commit" as const })),
  );
}

/**
 * Reads successive exports of one source: the files named, or with `--versions` all versions git holds of one file.
 *
 * @param options - files, `--at`, `--versions`, and those of `readFiles`
 * @param io - for files and git
 * @returns the last export with what happened between them
 *
 * Issues: cli/snapshot-times, cli/git-failed, and those of `readFiles` and `inferHistory`.
 * Time and space: those of the readers, an export after the other.
 * Source: own.
 *
 * @example
 * const io = { cwd: ".", now: () => "2026-05-01", out: () => {}, err: () => {}, isTerminal: false };
 * (await readSnapshots({ files: [] }, io)).ok; // => false
 */
export async function readSnapshots(options: Options, io: Io): Promise<Result<SnapshotRead>> {
  const { versions } = options;
  return typeof versions === "string" ? fromGit(options, versions, io) : fromFiles(options, io);
}
