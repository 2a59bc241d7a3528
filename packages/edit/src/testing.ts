import { type TableName, validatePlan, type WorkPlan } from "@evenkeel/core";
import { anyPlan } from "@evenkeel/core/testing";
import { canonicalJson } from "@evenkeel/kernel";
import * as fc from "fast-check";
import { applyCommand, applyCommands } from "./apply-command.js";
import { applyPatches } from "./apply-patches.js";
import type { Command } from "./types.js";

/** A property with the number of runs its package states. */
export interface Law {
  readonly name: string;
  readonly statedRuns: number;
  readonly property: fc.IProperty<unknown>;
}

const at = "2026-05-01T08:00:00Z";

/** Commands over a plan, sensible and not; ids may be taken or missing. */
export function anyCommands(plan: WorkPlan): fc.Arbitrary<Command[]> {
  const items = (plan.items ?? []).map(({ id }) => id);
  const item = fc.constantFrom(...items, "gone");
  const id = fc.constantFrom("n1", "n2", "n3", "d0", "a0", "__proto__");
  const bodies = fc.oneof(
    fc
      .record({ item, state: fc.constantFrom("todo", "doing", "done", "nowhere") })
      .map((body) => ({ type: "move" as const, ...body })),
    fc.record({ item, parent: item }).map((body) => ({ type: "move" as const, ...body })),
    fc
      .record({ target: item, title: fc.string() })
      .map(({ target, title }) => ({ type: "change" as const, table: "items" as const, target, set: { title } })),
    fc
      .record({ target: item })
      .map(({ target }) => ({ type: "change" as const, table: "items" as const, target, unset: ["reason"] })),
    fc
      .record({ target: item, references: fc.constantFrom("refuse" as const, "clear" as const) })
      .map((body) => ({ type: "remove" as const, table: "items" as TableName, ...body })),
    fc
      .record({ dependency: id, predecessor: item, successor: item })
      .map((body) => ({ type: "link" as const, ...body })),
    fc.record({ dependency: id }).map((body) => ({ type: "unlink" as const, ...body })),
    fc
      .record({
        assignment: id,
        item,
        person: fc.constantFrom("ana", "zed"),
        role: fc.constant("responsible" as const),
      })
      .map((body) => ({ type: "assign" as const, ...body })),
    fc
      .record({ commitment: id, item, due: fc.constantFrom("2026-06-01", "2026-06-31") })
      .map((body) => ({ type: "commit" as const, ...body })),
    fc.record({ row: id }).map(({ row }) => ({
      type: "add" as const,
      table: "items" as const,
      row: { id: row, title: row, kind: "task" as const },
    })),
  );
  return fc
    .array(bodies, { maxLength: 8 })
    .map((list) => list.map((body, index): Command => ({ id: `c${index}`, at, ...body })));
}

/** A plan and commands over it. */
export const anyEdits: fc.Arbitrary<{ readonly plan: WorkPlan; readonly commands: Command[] }> = anyPlan.chain((plan) =>
  anyCommands(plan).map((commands) => ({ plan, commands })),
);

/** Laws of edits. */
export function editLaws(): Law[] {
  return [
    {
      name: "undo restores the plan bit for bit, and redo the edit",
      statedRuns: 10_000,
      property: fc.property(anyEdits, ({ plan, commands }) => {
        for (const command of commands) {
          const edited = applyCommand(plan, command);
          if (!edited.ok) continue;
          const undone = applyPatches(edited.value.plan, edited.value.inverse);
          const redone = undone.ok ? applyPatches(undone.value.plan, edited.value.patches) : undone;
          if (!undone.ok || !redone.ok) return false;

          if (
            canonicalJson(undone.value.plan) !== canonicalJson(plan) ||
            canonicalJson(redone.value.plan) !== canonicalJson(edited.value.plan)
          )
            return false;
        }
        return true;
      }),
    },
    {
      name: "a command that is taken leaves a valid plan, a command that is refused leaves the plan",
      statedRuns: 10_000,
      property: fc.property(anyEdits, ({ plan, commands }) => {
        const before = canonicalJson(plan);
        const edited = applyCommands(plan, commands);
        return canonicalJson(plan) === before && (!edited.ok || validatePlan(edited.value.plan).ok);
      }),
    },
    {
      name: "a batch does what its commands do one by one",
      statedRuns: 10_000,
      property: fc.property(anyEdits, ({ plan, commands }) => {
        let step: WorkPlan | undefined = plan;
        for (const command of commands) {
          const edited: ReturnType<typeof applyCommand> | undefined =
            step === undefined ? undefined : applyCommand(step, command);
          step = edited?.ok === true ? edited.value.plan : undefined;
        }
        const batch = applyCommands(plan, commands);
        return batch.ok
          ? step !== undefined && canonicalJson(batch.value.plan) === canonicalJson(step)
          : step === undefined;
      }),
    },
  ];
}
