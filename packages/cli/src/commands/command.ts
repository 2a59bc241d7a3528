import type { ArgsDef } from "citty";
import type { Result } from "@evenkeel/kernel";
import type { Io } from "../io.js";
import type { Options } from "../options.js";

/** A command of the program. */
export interface Command {
  readonly name: string;
  readonly what: string;
  readonly args: ArgsDef;
  /** Lines a new user can copy. */
  readonly examples: readonly string[];
  /** What to print on stdout and the exit code, or why the input is refused. */
  readonly run: (options: Options, io: Io) => Promise<Result<{ readonly text: string; readonly exit: number }>>;
}

/**
 * JSON as the commands print it.
 *
 * @param value - plain data
 * @returns two-blank indented JSON with a line break at its end
 *
 * Issues: none.
 * Time O(size), space the same.
 * Source: own.
 *
 * @example
 * jsonText({ a: 1 }); // => '{\n  "a": 1\n}\n'
 */
export function jsonText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
