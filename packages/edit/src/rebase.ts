import type { WorkEvent, WorkPlan } from "@evenkeel/core";
import type { Issue } from "@evenkeel/kernel";
import { openEditor } from "./editor.js";
import type { Command } from "./types.js";

/** What became of commands on another plan than the one they were made for. */
export interface Rebased {
  readonly plan: WorkPlan;
  /** Commands that could be carried out, in order. */
  readonly applied: readonly Command[];
  readonly events: readonly WorkEvent[];
  /** The others, each with why not; they changed nothing. */
  readonly refused: readonly { readonly command: Command; readonly issues: readonly Issue[] }[];
}

/**
 * Carries out commands, made on an older plan, on a newer one: for optimistic sync.
 *
 * Each command sees what those before it did. One that no longer fits is refused with its reasons, and so is what builds on
 * it: rows it would have made are missing. A command that fits says what it said, also where somebody else changed the same
 * field meanwhile: the later word holds. To be told of such fields, use `mergePlans`.
 *
 * @param commands - in the order they were given
 * @param onto - the plan as it is now; valid, not changed
 * @returns the plan with them, and what was refused
 *
 * Issues: of each refused command those of `applyCommand`.
 * Time O(rows + commands), space the same.
 * Source: own; optimistic replication after Saito & Shapiro (2005).
 *
 * @example
 * const base = { at: "2026-05-01T08:00:00Z", table: "items" } as const;
 * const commands = [{ ...base, id: "1", type: "change", target: "A", set: { title: "Oak doors" } }, { ...base, id: "2", type: "change", target: "B", set: { title: "Walls" } }] as const;
 * const { applied, refused } = rebase(commands, { formatVersion: 1, items: [{ id: "A", title: "Doors", kind: "task" }] });
 * [applied.map(({ id }) => id), refused.map(({ command, issues }) => [command.id, issues[0]?.code])]; // => [["1"], [["2", "edit/no-such-row"]]]
 */
export function rebase(commands: readonly Command[], onto: WorkPlan): Rebased {
  const editor = openEditor(onto);
  const applied: Command[] = [];
  const events: WorkEvent[] = [];
  const refused: { readonly command: Command; readonly issues: readonly Issue[] }[] = [];
  for (const command of commands) {
    const change = editor.apply(command);
    if (!change.ok) {
      refused.push({ command, issues: change.issues.map((found) => ({ ...found, path: found.path.slice(1) })) });
      continue;
    }
    applied.push(command);
    events.push(...change.value.events);
  }
  return { plan: editor.plan(), applied, events, refused };
}
