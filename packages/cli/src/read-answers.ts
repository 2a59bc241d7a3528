import { basename } from "node:path";
import { parseAnswers, type SourceAnswers } from "@evenkeel/interop";
import { type Issue, ok, type Result, refuse } from "@evenkeel/kernel";
import type { Io } from "./io.js";
import type { Options } from "./options.js";
import { sourcesOf } from "./read-config.js";

/**
 * What was answered about each source: `sources` of the config and of those it extends, by the name of the file, `*` for all.
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
  const configs = await sourcesOf(options, io);
  if (!configs.ok) return configs;
  const answers = new Map<string, SourceAnswers>();
  const issues: Issue[] = [];
  for (const { file, sources } of configs.value)
    for (const [name, each] of Object.entries(sources)) {
      const read = parseAnswers(each);
      if (read.ok) answers.set(name, both(answers.get(name), read.value));
      else issues.push(...read.issues.map((found) => ({ ...found, path: [file, "sources", name, ...found.path] })));
    }
  const [first, ...rest] = issues;
  if (first !== undefined) return refuse([first, ...rest]);
  return ok((name) => both(answers.get("*"), answers.get(name) ?? answers.get(basename(name))));
}

/** Answers with others that go before them. */
function both(first: SourceAnswers | undefined, second: SourceAnswers | undefined): SourceAnswers {
  const states = { ...first?.states, ...second?.states };
  return { ...first, ...second, ...(Object.keys(states).length === 0 ? {} : { states }) };
}
