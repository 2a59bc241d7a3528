import { validateHistory, validatePlan } from "@evenkeel/core";
import type { Import } from "@evenkeel/interop";
import { ok, parseTimeText, type Result, refuse } from "@evenkeel/kernel";
import { onTimeLine, type WorkContext, workContext } from "evenkeel";
import type { Io } from "./io.js";
import type { Options } from "./options.js";

/**
 * What was read, indexed, as it stands at the instant of `--now`.
 *
 * @param read - from `readFiles`
 * @param options - `--now`
 * @param io - for the clock
 * @returns the context
 *
 * Issues: those of `parseTimeText`, `validatePlan` and `validateHistory`.
 * Time O(rows + events), space the same.
 * Source: own.
 *
 * @example
 * const io = { cwd: ".", now: () => "2026-05-01T00:00:00Z", out: () => {}, err: () => {}, isTerminal: false };
 * contextOf({ plan: { formatVersion: 1 }, history: { formatVersion: 1, events: [] } }, { files: [] }, io).ok; // => true
 */
export function contextOf(
  { plan, history }: Pick<Import, "plan" | "history">,
  options: Options,
  io: Io,
): Result<WorkContext> {
  const now = typeof options["now"] === "string" ? options["now"] : io.now();
  const results = [parseTimeText(now, ["--now"]), validatePlan(plan), validateHistory(history, plan)];
  const [first, ...rest] = results.flatMap((result) => (result.ok ? [] : result.issues));
  return first === undefined ? ok(workContext({ plan, history, now: onTimeLine(now) ?? 0 })) : refuse([first, ...rest]);
}
