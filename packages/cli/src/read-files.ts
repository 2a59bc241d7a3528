import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { type FormatName, formats, type Import, type ReadWorkOptions, readWork } from "@evenkeel/interop";
import { gitLogArguments } from "@evenkeel/interop/git-log";
import type { CsvMapping } from "@evenkeel/interop/mapped-csv";
import { mergeSources, parseMergeRules } from "@evenkeel/interop/merge";
import { issue, ok, type Result, refuse } from "@evenkeel/kernel";
import { combine, type NamedImport } from "./combine.js";
import type { Io } from "./io.js";
import { type Options, oneOf } from "./options.js";
import { overlaid, overlayBeside } from "./overlay-file.js";
import { readAnswers } from "./read-answers.js";
import { readJson } from "./read-json.js";
import { readLimits } from "./read-limits.js";
import { whyOf } from "./why-of.js";

const mostOutput = 1 << 30;

function bytesOf(file: string, io: Io): Result<Uint8Array> {
  try {
    return ok(readFileSync(file === "-" ? 0 : resolve(io.cwd, file)));
  } catch (error) {
    return refuse([issue("cli/unreadable-file", { path: [file], facts: { file, why: whyOf(error) } })]);
  }
}

/** The saved mapping of a table's columns, where one is named. */
function mappingOf(options: Options, io: Io): Result<{ readonly mapping?: CsvMapping }> {
  const file = options["mapping"];
  if (typeof file !== "string") return ok({});
  const bytes = bytesOf(file, io);
  if (!bytes.ok) return bytes;
  try {
    const mapping = JSON.parse(new TextDecoder().decode(bytes.value)) as CsvMapping;
    if (typeof mapping === "object" && mapping !== null && typeof mapping.columns === "object") return ok({ mapping });
  } catch {
    // Said below: what is not JSON is no mapping either.
  }
  return refuse([issue("cli/invalid-mapping", { path: [file], facts: { file } })]);
}

/** How the options of a command say that its files are read. */
export function readingOf(options: Options, io: Io): Result<Pick<ReadWorkOptions, "mapping" | "limits" | "zone">> {
  const mapping = mappingOf(options, io);
  if (!mapping.ok) return mapping;
  const limits = readLimits(options);
  if (!limits.ok) return limits;
  const zone = typeof options["zone"] === "string" ? { zone: options["zone"] } : {};
  return ok({ ...mapping.value, ...limits.value, ...zone });
}

function logOf(path: string, io: Io): Result<Uint8Array> {
  const run = spawnSync("git", ["-C", resolve(io.cwd, path), ...gitLogArguments], { maxBuffer: mostOutput });
  if (run.status === 0) return ok(run.stdout);
  const why = run.error?.message ?? run.stderr.toString("utf8").trim().split("\n")[0] ?? "";
  return refuse([issue("cli/git-failed", { path: ["--git"], facts: { path, why } })]);
}

/** Several files as one by the rules of a file, which name them as they were named. */
function merged(imports: readonly NamedImport[], file: string, io: Io): Result<Import> {
  const read = readJson(file, io);
  if (!read.ok) return read;
  const rules = parseMergeRules(read.value);
  if (!rules.ok) {
    const [first, ...rest] = rules.issues.map((found) => ({ ...found, path: [file, ...found.path] }));
    return refuse(first === undefined ? rules.issues : [first, ...rest]);
  }
  const result = mergeSources(imports, rules.value);
  return result.ok ? ok(result.value.value) : result;
}

/** How files are read. */
export interface Reading extends Pick<ReadWorkOptions, "repeatedIds"> {
  /** Without the answers kept beside them. */
  readonly isBare?: boolean;
}

/**
 * Reads the files a command names, of any format, and puts them into one set of documents.
 *
 * @param options - files, `--git`, `--from`, `--zone`, `--mapping`, `--limit`, `--merge`, `--overlay`
 * @param io - for files and progress
 * @param reading - what a row is whose id an earlier row of its table has; whether overlays are left aside
 * @returns documents and import reports
 *
 * Issues: cli/no-file, cli/unreadable-file, cli/git-failed, cli/invalid-mapping, cli/invalid-value, and those of `readWork`, `openOverlay`, `parseMergeRules` and `mergeSources`.
 * Time and space: those of the readers.
 * Source: own.
 *
 * @example
 * const io = { cwd: ".", now: () => "2026-05-01", out: () => {}, err: () => {}, isTerminal: false };
 * (await readFiles({ files: [] }, io)).ok; // => false
 */
export async function readFiles(
  options: Options,
  io: Io,
  { isBare = false, ...reading }: Reading = {},
): Promise<Result<Import>> {
  const names = formats.map(({ name }) => name);
  const format = oneOf<FormatName>(options, "from", names);
  if (!format.ok) return format;
  const git = typeof options["git"] === "string" ? options["git"] : undefined;
  if (options.files.length === 0 && git === undefined) return refuse([issue("cli/no-file")]);
  const sources = [
    ...(git === undefined ? [] : [{ name: git, bytes: logOf(git === "" ? "." : git, io), format: "git-log" as const }]),
    ...options.files.map((name) => ({ name, bytes: bytesOf(name, io), format: format.value })),
  ];
  const answers = await readAnswers(options, io);
  if (!answers.ok) return answers;
  const asked = readingOf(options, io);
  if (!asked.ok) return asked;
  const imports: { readonly name: string; readonly value: Import }[] = [];
  for (const source of sources) {
    if (io.isTerminal) io.err(`Reading ${source.name} ...\r`);
    if (!source.bytes.ok) return source.bytes;
    const read = await readWork(source.bytes.value, {
      ...asked.value,
      ...reading,
      name: source.name,
      answers: answers.value(source.name),
      ...(source.format === undefined ? {} : { format: source.format }),
    });
    if (!read.ok) {
      const [first, ...rest] = read.issues.map((found) => ({ ...found, path: [source.name, ...found.path] }));
      return refuse([first ?? issue("cli/no-file"), ...rest]);
    }
    const file = isBare || typeof options["overlay"] === "string" ? undefined : overlayBeside(source.name, io);
    const answered = file === undefined ? read : overlaid(read.value, file, io);
    if (!answered.ok) return answered;
    imports.push({ name: source.name, value: answered.value });
  }
  const all = typeof options["merge"] === "string" ? merged(imports, options["merge"], io) : ok(combine(imports));
  return !all.ok || isBare || typeof options["overlay"] !== "string"
    ? all
    : overlaid(all.value, options["overlay"], io);
}
