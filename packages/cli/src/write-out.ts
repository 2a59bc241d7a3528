import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { issue, ok, type Result, refuse } from "@evenkeel/kernel";
import type { Io } from "./io.js";
import { whyOf } from "./why-of.js";

/**
 * Writes a file a command names.
 *
 * @param file - path, from the folder of the run
 * @param content - text or bytes
 * @param io - for the folder
 * @returns nothing, where it is written
 *
 * Issues: cli/unwritable-file.
 * Time O(content), space O(1).
 * Source: own.
 *
 * @example
 * writeOut("/no/such/folder/a.txt", "a", { cwd: "/", now: () => "", out: () => {}, err: () => {}, isTerminal: false }).ok; // => false
 */
export function writeOut(file: string, content: string | Uint8Array, io: Pick<Io, "cwd">): Result<undefined> {
  try {
    writeFileSync(resolve(io.cwd, file), content);
    return ok(undefined);
  } catch (error) {
    return refuse([issue("cli/unwritable-file", { path: [file], facts: { file, why: whyOf(error) } })]);
  }
}
