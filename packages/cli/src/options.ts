import { type Issue, issue, ok, type Result, refuse } from "@evenkeel/kernel";
import { type ArgsDef, parseArgs } from "citty";

/** Options every command knows. */
export const commonArgs: {
  readonly [option in
    | "format"
    | "now"
    | "zone"
    | "from"
    | "mapping"
    | "merge"
    | "limit"
    | "overlay"
    | "config"
    | "help"]: ArgsDef[string];
} = {
  format: { type: "string", default: "text", description: "text or json", valueHint: "text|json" },
  now: { type: "string", description: "day or instant of the review; default: this moment", valueHint: "TIME" },
  zone: { type: "string", description: "zone of times that state none, such as Europe/Berlin", valueHint: "ZONE" },
  from: { type: "string", description: "format of the files, when it should not be detected", valueHint: "FORMAT" },
  mapping: { type: "string", description: "saved mapping of a table, as JSON", valueHint: "FILE" },
  merge: {
    type: "string",
    description: "rules, as JSON, by which rows of several files are the same",
    valueHint: "FILE",
  },
  limit: {
    type: "string",
    description: "larger or smaller limits of reading: bytes, rows, columns, depth, textLength",
    valueHint: "bytes=NUMBER",
  },
  overlay: {
    type: "string",
    description: "answers and manual facts to put onto the files; default: FILE.overlay.json beside each",
    valueHint: "FILE",
  },
  config: {
    type: "string",
    description:
      "answers about the files and settings of checks; default: evenkeel.config.json or evenkeel.config.mjs where you stand",
    valueHint: "FILE",
  },
  help: { type: "boolean", description: "show this help" },
};

/** Options as a command reads them. */
export interface Options {
  readonly files: readonly string[];
  readonly [option: string]: string | boolean | undefined | readonly string[];
}

const camel = (name: string): string => name.replace(/-([a-z])/g, (_all, letter: string) => letter.toUpperCase());

/**
 * Reads a command's words; an option it does not know is named, never passed over.
 *
 * @param command - name of the command, for messages
 * @param words - arguments after the command
 * @param args - options of the command
 * @returns options and files
 *
 * Issues: cli/unknown-option.
 * Time O(words), space the same.
 * Source: own, on citty.
 *
 * @example
 * readOptions("review", ["plan.md"], {}).ok; // => true
 */
export function readOptions(command: string, words: readonly string[], args: ArgsDef): Result<Options> {
  const known = new Set(Object.keys(args).flatMap((name) => [name, camel(name)]));
  const end = words.indexOf("--");
  const flags = (end < 0 ? words : words.slice(0, end)).filter((word) => /^--?[a-zA-Z]/.test(word));
  const unknown = flags
    .map((word) => word.replace(/^--?(no-)?/, "").split("=")[0] ?? "")
    .filter((name) => !known.has(name));
  const issues = unknown.map(
    (found): Issue => issue("cli/unknown-option", { path: [`--${found}`], facts: { found: `--${found}`, command } }),
  );
  const [first, ...rest] = issues;
  if (first !== undefined) return refuse([first, ...rest]);
  const { _: files, ...parsed } = parseArgs([...words], args) as { _: string[] } & Record<
    string,
    string | boolean | undefined
  >;
  return ok({ ...parsed, files } as unknown as Options);
}

/**
 * The value of an option, when it is one of a list.
 *
 * @param options - read options
 * @param name - option
 * @param allowed - its values
 * @returns the value, or undefined when it was not given
 *
 * Issues: cli/invalid-value.
 * Time O(1), space O(1).
 * Source: own.
 *
 * @example
 * oneOf({ files: [], format: "pdf" }, "format", ["text", "json"]).ok; // => false
 */
export function oneOf<T extends string>(options: Options, name: string, allowed: readonly T[]): Result<T | undefined> {
  const found = options[name];
  if (found === undefined) return ok(undefined);
  const value = allowed.find((each) => each === found);
  if (value !== undefined) return ok(value);
  return refuse([
    issue("cli/invalid-value", {
      path: [`--${name}`],
      facts: { found: String(found), option: name, expected: [...allowed] },
    }),
  ]);
}

/**
 * The value of an option, when it is a whole number from 1 to a limit.
 *
 * @param options - read options
 * @param name - option
 * @param most - largest value allowed
 * @returns the value, or undefined when it was not given
 *
 * Issues: cli/invalid-value.
 * Time O(1), space O(1).
 * Source: own.
 *
 * @example
 * wholeNumber({ files: [], most: "3" }, "most", 10); // => { ok: true, value: 3, issues: [] }
 */
export function wholeNumber(options: Options, name: string, most: number): Result<number | undefined> {
  const found = options[name];
  if (found === undefined) return ok(undefined);
  const value = Number(found);
  if (Number.isInteger(value) && value > 0 && value <= most) return ok(value);
  return refuse([
    issue("cli/invalid-value", {
      path: [`--${name}`],
      facts: { found: String(found), option: name, expected: [`a whole number from 1 to ${most}`] },
    }),
  ]);
}
