import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { issue, ok, type Result, refuse } from "@evenkeel/kernel";
import type { Io } from "./io.js";
import { whyOf } from "./why-of.js";

/** A JSON file that an option names; an object. */
export function readJson(file: unknown, io: Io): Result<Readonly<Record<string, unknown>>> {
  const name = String(file);
  const fault = (why: string): Result<never> =>
    refuse([issue("cli/unreadable-file", { path: [name], facts: { file: name, why } })]);
  try {
    const value: unknown = JSON.parse(readFileSync(resolve(io.cwd, name), "utf8"));
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? ok(value as Readonly<Record<string, unknown>>)
      : fault("no JSON object");
  } catch (error) {
    return fault(whyOf(error));
  }
}
