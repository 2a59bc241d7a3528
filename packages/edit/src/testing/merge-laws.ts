import { type Row, tableNames, validatePlan, type WorkPlan } from "@evenkeel/core";
import { canonicalJson } from "@evenkeel/kernel";
import * as fc from "fast-check";
import { applyCommand } from "../apply-command.js";
import { applyPatches } from "../apply-patches.js";
import { diffPlans } from "../diff-plans.js";
import type { MergeConflict } from "../merge-conflict.js";
import { mergePlans } from "../merge-plans.js";
import { rebase } from "../rebase.js";
import type { Command } from "../types.js";
import { anyCommands } from "./any-commands.js";
import { anyEditedPlan } from "./any-plan.js";
import type { Law } from "./law.js";

/** The plan with its rows by id: what it says, whatever the order. */
function said(plan: WorkPlan): string {
  const tables = tableNames.flatMap((table) =>
    Object.hasOwn(plan, table)
      ? [[table, [...((plan[table] ?? []) as readonly Row[])].sort((a, b) => (a.id < b.id ? -1 : 1))]]
      : [],
  );
  return canonicalJson({ ...plan, ...Object.fromEntries(tables) });
}
/** The plan without empty tables, of which differences say nothing. */
const withRows = (plan: WorkPlan): WorkPlan =>
  Object.fromEntries(
    Object.entries(plan).filter(([, table]) => !Array.isArray(table) || table.length > 0),
  ) as unknown as WorkPlan;
const edited = (plan: WorkPlan, commands: readonly Command[], prefix: string): WorkPlan =>
  commands.reduce((now, command) => {
    const next = applyCommand(now, { ...command, id: `${prefix}${command.id}` });
    return next.ok ? next.value.plan : now;
  }, plan);

/** A plan, and what two people made of it. */
export const anyTwoEdits: fc.Arbitrary<{
  readonly base: WorkPlan;
  readonly ours: WorkPlan;
  readonly theirs: WorkPlan;
}> = anyEditedPlan.chain((base) =>
  fc.tuple(anyCommands(base, 6), anyCommands(base, 6)).map(([one, other]) => ({
    base,
    ours: edited(base, one, "o"),
    theirs: edited(base, other, "t"),
  })),
);
const swapped = ({ ours, theirs, ...rest }: MergeConflict): MergeConflict => ({
  ...rest,
  ...(theirs === undefined ? {} : { ours: theirs }),
  ...(ours === undefined ? {} : { theirs: ours }),
});
const withoutIssue = ({ issue: _issue, ...rest }: MergeConflict): object => rest;

/** Laws of differences, merges and rebasing. */
export function mergeLaws(): Law[] {
  return [
    {
      name: "a difference leads from one plan to the other, and a plan differs from itself in nothing",
      statedRuns: 10_000,
      property: fc.property(anyTwoEdits, ({ ours, theirs }) => {
        const led = applyPatches(ours, diffPlans(ours, theirs).patches);
        return (
          led.ok &&
          said(withRows(led.value.plan)) === said(withRows(theirs)) &&
          diffPlans(ours, ours).patches.length === 0
        );
      }),
    },
    {
      name: "every difference is told in words once",
      statedRuns: 1_000,
      property: fc.property(anyTwoEdits, ({ ours, theirs }) => {
        const { patches, changes } = diffPlans(ours, theirs);
        return (
          patches.length === changes.length &&
          patches.every(({ table, id }, at) => changes[at]?.table === table && changes[at]?.id === id)
        );
      }),
    },
    {
      name: "merging ends with a valid plan, the same whichever side is ours, with the same conflicts, each told once",
      statedRuns: 10_000,
      property: fc.property(anyTwoEdits, ({ base, ours, theirs }) => {
        const [one, other] = [mergePlans(base, ours, theirs), mergePlans(base, theirs, ours)];
        const rows = new Set(
          one.conflicts.map(({ kind, table, id, field = "" }) => JSON.stringify([kind, table, id, field])),
        );
        return (
          validatePlan(one.plan).ok &&
          rows.size === one.conflicts.length &&
          canonicalJson(one.plan) === canonicalJson(other.plan) &&
          canonicalJson(one.conflicts.map(withoutIssue)) ===
            canonicalJson(other.conflicts.map(swapped).map(withoutIssue))
        );
      }),
    },
    {
      name: "merging with a side that did nothing, or the same, gives the other",
      statedRuns: 10_000,
      property: fc.property(anyTwoEdits, ({ base, ours }) =>
        [mergePlans(base, ours, base), mergePlans(base, ours, ours)].every(
          ({ plan, conflicts }) => conflicts.length === 0 && said(plan) === said(ours),
        ),
      ),
    },
    {
      name: "where nothing conflicts, each side's own changes are in the merged plan",
      statedRuns: 10_000,
      property: fc.property(anyTwoEdits, ({ base, ours, theirs }) => {
        const { plan, conflicts } = mergePlans(base, ours, theirs);
        if (conflicts.length > 0) return true;
        const lists = (value: unknown): boolean => Array.isArray(value);
        return [ours, theirs].every((side) =>
          diffPlans(base, side).patches.every((patch) => {
            const row = ((plan[patch.table] ?? []) as readonly Row[]).find(({ id }) => id === patch.id) as unknown as
              | Record<string, unknown>
              | undefined;
            if (patch.op === "remove") return row === undefined;
            if (patch.op === "add") return row !== undefined;
            if (patch.op === "unset")
              return row === undefined || !Object.hasOwn(row, patch.field) || lists(row[patch.field]);
            return (
              row === undefined || lists(patch.value) || canonicalJson(row[patch.field]) === canonicalJson(patch.value)
            );
          }),
        );
      }),
    },
    {
      name: "commands rebased onto the plan they were made for do what they did, refused ones change nothing",
      statedRuns: 10_000,
      property: fc.property(
        anyEditedPlan.chain((plan) => anyCommands(plan).map((commands) => ({ plan, commands }))),
        ({ plan, commands }) => {
          const { plan: after, applied, refused } = rebase(commands, plan);
          return (
            applied.length + refused.length === commands.length &&
            canonicalJson(after) === canonicalJson(edited(plan, commands, "")) &&
            canonicalJson(rebase(applied, plan).plan) === canonicalJson(after)
          );
        },
      ),
    },
  ];
}
