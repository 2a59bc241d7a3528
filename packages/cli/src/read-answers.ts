import { basename } from "node:path";
import { parseAnswers, type SourceAnswers } from "@evenkeel/interop";
import { type Issue, ok, type Result, refuse } from "@evenkeel/kernel";
import type { Io } from "./io.js";
import type { Options } from "./options.js";
import { ownConfig } from "./read-config.js";

/**
 * What was answered about each source: `sources` of the config, by the name of the file, `*` for all.
 *
 * @param options - `--config`
 * @param io - for files
 * @returns function of the name a file was given; what is said of the file goes before what is said of all
 *
 * Issues: cli/unreadable-file, and those of `parseAnswers`.
 * Time and space: those of the file.
 * Source: own.
 *
 * @example
 * const io = { cwd: "/", now: () => "2026-05-01", out: () => {}, err: () => {}, isTerminal: false };
 * orThrow(await readAnswers({ files: [] }, io))("plan.csv"); // => {}
 */
export async function readAnswers(options: Options, io: Io): Promise<Result<(name: string) => SourceAnswers>> {
  const config = await ownConfig(options, io);
  if (!config.ok) return config;
  const { file, value } = config.value;
  const sources = (value as { readonly sources?: unknown } | null | undefined)?.sources ?? {};
  const answers = new Map<string, SourceAnswers>();
  const issues: Issue[] = [];
  for (const [name, each] of Object.entries(sources as object)) {
    const read = parseAnswers(each);
    if (read.ok) answers.set(name, read.value);
    else issues.push(...read.issues.map((found) => ({ ...found, path: [file ?? "", "sources", name, ...found.path] })));
  }
  const [first, ...rest] = issues;
  if (first !== undefined) return refuse([first, ...rest]);
  return ok((name) => {
    const [all, own] = [answers.get("*"), answers.get(name) ?? answers.get(basename(name))];
    const states = { ...all?.states, ...own?.states };
    return { ...all, ...own, ...(Object.keys(states).length === 0 ? {} : { states }) };
  });
}
