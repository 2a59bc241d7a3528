import type { Row, TableName, WorkEvent, WorkPlan } from "@evenkeel/core";
import { type Issue, issue, ok, type Result, refuse } from "@evenkeel/kernel";
import { brokenBy } from "./check-patches.js";
import { commandEvents } from "./command-events.js";
import { commandPatches } from "./command-patches.js";
import { parseCommand, parseStamp } from "./parse-command.js";
import { PlanStore } from "./plan-store.js";
import type { Command, CommandBase, Patch } from "./types.js";

/** What an edit did to the plan the editor holds. */
export interface Change {
  readonly patches: readonly Patch[];
  /** Applied in order, these lead back. */
  readonly inverse: readonly Patch[];
  /** For the history; also undoing and redoing are edits. */
  readonly events: readonly WorkEvent[];
}

/** A plan under edit. Its plain documents are never changed: each `plan()` is one of its own. */
export interface Editor {
  /** The plan as it is now; rows and tables that did not change are the same objects as before. */
  readonly plan: () => WorkPlan;
  readonly row: (table: TableName, id: string) => Row | undefined;
  /** Applies commands in order, all or none; one step for undo. */
  readonly apply: (...commands: readonly Command[]) => Result<Change>;
  /** Takes the last step back; refused when there is none. `stamp` says who did it when. */
  readonly undo: (stamp: CommandBase) => Result<Change>;
  /** Takes the last undone step again; a new step forgets what was undone. */
  readonly redo: (stamp: CommandBase) => Result<Change>;
  /** Numbers of steps that can be undone and redone. */
  readonly steps: () => { readonly undo: number; readonly redo: number };
  /** An editor of its own on the plan as it is now, for what-if, without steps; what it does leaves this one alone. Made in time that does not grow with the plan. */
  readonly branch: () => Editor;
}

type Step = Pick<Change, "patches" | "inverse">;

const reversed = ({ patches, inverse }: Step): Step => ({ patches: inverse, inverse: patches });

/**
 * Opens an editor on a plan: the same commands as `applyCommand`, in time that does not grow with the plan, with undo and redo.
 *
 * Rows are held in chunks by id; an edit copies its chunk. Undo and redo restore the plan bit for bit, including the order of
 * rows. The first command that asks who names a row (`remove`, `merge`, `split`, `acknowledge`) reads all references once.
 *
 * @param plan - a valid plan; not changed
 * @returns the editor
 *
 * Issues: of `apply` those of `applyCommand`, with the command's index first in the path; of `undo` and `redo` edit/nothing-to-undo, edit/nothing-to-redo, edit/invalid-command for the stamp.
 * Time O(rows) to open and for the first look at references, then O(chunk x patches) a command, and O(rows of the changed tables) for `plan()` after a change; space O(rows + steps).
 * Source: own; command pattern with inverse patches, immer within a chunk.
 *
 * @example
 * const editor = openEditor({ formatVersion: 1, items: [{ id: "A", title: "Paint", kind: "task" }] });
 * orThrow(editor.apply({ id: "c1", at: "2026-05-01T08:00:00Z", type: "change", table: "items", target: "A", set: { title: "Paint the hall" } }));
 * orThrow(editor.undo({ id: "c2", at: "2026-05-01T08:01:00Z" }));
 * editor.plan().items?.[0]?.title; // => "Paint"
 */
export function openEditor(plan: WorkPlan): Editor {
  return editorOn(new PlanStore(plan));
}

function editorOn(store: PlanStore): Editor {
  const done: Step[] = [];
  const undone: Step[] = [];

  /** Carries out patches, all or none. */
  const carryOut = (patches: readonly Patch[]): Result<readonly Patch[]> => {
    const inverse: Patch[] = [];
    for (const [index, patch] of patches.entries()) {
      const back = store.patch(patch, index);
      if ("code" in back) {
        for (const [at, undo] of inverse.reverse().entries()) store.patch(undo, at);
        return refuse([back]);
      }
      inverse.push(back);
    }
    return ok(inverse.reverse());
  };
  const applyOne = (command: Command): Result<Change> => {
    const parsed = parseCommand(command);
    if (!parsed.ok) return parsed;
    const patches = commandPatches(store, parsed.value);
    const events = commandEvents(store, parsed.value, patches);
    const inverse = carryOut(patches);
    if (!inverse.ok) return inverse;
    const [first, ...rest] = brokenBy(store, patches);
    if (first === undefined) return ok({ patches, inverse: inverse.value, events });
    for (const [at, undo] of inverse.value.entries()) store.patch(undo, at);
    return refuse([first, ...rest]);
  };
  const apply = (...commands: readonly Command[]): Result<Change> => {
    const changes: Change[] = [];
    for (const [index, command] of commands.entries()) {
      const change = applyOne(command);
      if (change.ok) {
        changes.push(change.value);
        continue;
      }
      for (const { inverse } of changes.reverse()) for (const [at, undo] of inverse.entries()) store.patch(undo, at);
      const located = (found: Issue): Issue => ({ ...found, path: [index, ...found.path] });
      const [first, ...rest] = change.issues;
      return refuse([located(first), ...rest.map(located)]);
    }
    const change = {
      patches: changes.flatMap(({ patches }) => patches),
      inverse: [...changes].reverse().flatMap(({ inverse }) => inverse),
      events: changes.flatMap(({ events }) => events),
    };
    if (commands.length > 0) {
      done.push({ patches: change.patches, inverse: change.inverse });
      undone.length = 0;
    }
    return ok(change);
  };
  /** Moves a step from one pile to the other, carrying out its way back. */
  const turn = (from: Step[], into: Step[], code: string, stamp: CommandBase): Result<Change> => {
    const parsed = parseStamp(stamp);
    if (!parsed.ok) return parsed;
    const step = from.pop();
    if (step === undefined) return refuse([issue(code, { facts: {} })]);
    const { patches, inverse } = reversed(step);
    const events = commandEvents(
      store,
      { id: stamp.id, at: stamp.at, ...(stamp.by === undefined ? {} : { by: stamp.by }) },
      patches,
    );
    carryOut(patches);
    into.push({ patches, inverse });
    return ok({ patches, inverse, events });
  };
  return {
    plan: () => store.plan(),
    row: (table, id) => store.row(table, id),
    apply,
    undo: (stamp) => turn(done, undone, "edit/nothing-to-undo", stamp),
    redo: (stamp) => turn(undone, done, "edit/nothing-to-redo", stamp),
    steps: () => ({ undo: done.length, redo: undone.length }),
    branch: () => editorOn(new PlanStore(store)),
  };
}
