import type { WorkPlan } from "@evenkeel/core";
import { ok, type Result, refuse } from "@evenkeel/kernel";
import { applyPatches } from "./apply-patches.js";
import { brokenBy } from "./check-patches.js";
import { commandEvents } from "./command-events.js";
import { commandPatches } from "./command-patches.js";
import { parseCommand } from "./parse-command.js";
import { rowsOfPlan } from "./rows.js";
import type { Command, Edited } from "./types.js";

/**
 * Applies one command to a plan: next plan, patches, inverse and events; a command that would break an invariant changes nothing.
 *
 * @param plan - a valid plan; not changed
 * @param command - plain JSON, see `Command`; anything else is refused
 * @returns what it did, or every reason against it
 *
 * Issues: those of `parseCommand`, edit/no-such-row, edit/id-taken, edit/still-referenced, and those of `validatePlan` for the rows it touches.
 * Time O(rows of the touched tables), `remove`, `merge` and `split` O(all rows); space O(rows of the touched tables). For many commands on one plan see `openEditor`.
 * Source: own; command pattern with inverse patches.
 *
 * @example
 * const plan = { formatVersion: 1, items: [{ id: "A", title: "Paint", kind: "task" }] } as const;
 * const edited = orThrow(applyCommand(plan, { id: "c1", at: "2026-05-01T08:00:00Z", type: "change", table: "items", target: "A", set: { title: "Paint the hall" } }));
 * edited.inverse; // => [{ op: "set", table: "items", id: "A", field: "title", value: "Paint" }]
 */
export function applyCommand(plan: WorkPlan, command: Command): Result<Edited> {
  const parsed = parseCommand(command);
  if (!parsed.ok) return parsed;
  const before = rowsOfPlan(plan);
  const patches = commandPatches(before, parsed.value);
  const patched = applyPatches(plan, patches);
  if (!patched.ok) return patched;
  const [first, ...rest] = brokenBy(rowsOfPlan(patched.value.plan), patches);
  if (first !== undefined) return refuse([first, ...rest]);
  const events = commandEvents(before, parsed.value, patches);
  return ok({ plan: patched.value.plan, patches, inverse: patched.value.inverse, events });
}

/**
 * Applies commands one after the other, all or none.
 *
 * @param plan - a valid plan; not changed
 * @param commands - in order; each sees what the ones before did
 * @returns the joint effect; its inverse undoes them all
 *
 * Issues: those of `applyCommand`, with the command's index first in the path.
 * Time: the sum of the commands', space the same.
 * Source: own.
 *
 * @example
 * applyCommands({ formatVersion: 1 }, []).ok; // => true
 */
export function applyCommands(plan: WorkPlan, commands: readonly Command[]): Result<Edited> {
  let edited: Edited = { plan, patches: [], inverse: [], events: [] };
  for (const [index, command] of commands.entries()) {
    const next = applyCommand(edited.plan, command);
    if (!next.ok) {
      const [first, ...rest] = next.issues.map((found) => ({ ...found, path: [index, ...found.path] }));
      return refuse(first === undefined ? next.issues : [first, ...rest]);
    }
    edited = {
      plan: next.value.plan,
      patches: [...edited.patches, ...next.value.patches],
      inverse: [...next.value.inverse, ...edited.inverse],
      events: [...edited.events, ...next.value.events],
    };
  }
  return ok(edited);
}
