import { compareSeverity, type Finding, type Result } from "evenkeel";
import { ok } from "@evenkeel/kernel";
import { exitCodes } from "./io.js";
import { oneOf, type Options } from "./options.js";

const severities = ["info", "minor", "moderate", "serious", "critical", "never"] as const;

/** The option of commands whose exit code follows findings. */
export const failOnArg = {
  "fail-on": { type: "string", default: "never", description: "exit with 1 on findings at or above this severity", valueHint: severities.join("|") },
} as const;

/**
 * Exit code for findings: 1 when one that is not waived is at or above `--fail-on`.
 *
 * @param findings - visible findings
 * @param options - with `fail-on`
 * @returns exit code 0 or 1
 *
 * Issues: cli/invalid-value.
 * Time O(findings), space O(1).
 * Source: own.
 *
 * @example
 * exitOf([], { files: [], "fail-on": "minor" }).value; // => 0
 */
export function exitOf(findings: readonly Finding[], options: Options): Result<number> {
  const level = oneOf(options, "fail-on", severities);
  if (!level.ok) return level;
  const { value } = level;
  if (value === undefined || value === "never") return ok(exitCodes.fine);
  const fails = findings.some(({ outcome, severity, waiver }) => outcome === "fail" && waiver === undefined && compareSeverity(severity, value) <= 0);
  return ok(fails ? exitCodes.findings : exitCodes.fine);
}
