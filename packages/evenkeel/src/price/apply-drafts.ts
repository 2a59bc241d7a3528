import type { CommandDraft, Row, WorkPlan } from "@evenkeel/core";
import { assert } from "@evenkeel/kernel";

type Table = "items" | "assignments";

/** Rows without one, and without what names it. */
function without(plan: WorkPlan, id: string): WorkPlan {
  const isOther = ({ itemId }: { readonly itemId: string }): boolean => itemId !== id;
  return {
    ...plan,
    items: (plan.items ?? []).filter((row) => row.id !== id),
    assignments: (plan.assignments ?? []).filter(isOther),
    dependencies: (plan.dependencies ?? []).filter(
      ({ predecessorId, successorId }) => predecessorId !== id && successorId !== id,
    ),
  };
}

function applyOne(plan: WorkPlan, { type, table, target, set, row }: CommandDraft): WorkPlan {
  const rows = (plan[table as Table] ?? []) as readonly Row[];
  if (type === "add") return { ...plan, [table as Table]: [...rows, row] };
  if (type === "remove") return without(plan, target as string);
  assert(type === "change", "suggestions add, change and remove");
  return {
    ...plan,
    [table as Table]: rows.map((each) => (each.id === target ? { ...each, ...(set as object) } : each)),
  };
}

/**
 * The plan once the commands of a suggestion are carried out, as far as dates can tell: what `applyCommand` of
 * `@evenkeel/edit` does to items, assignments and dependencies.
 */
export const applyDrafts = (plan: WorkPlan, commands: readonly CommandDraft[]): WorkPlan =>
  commands.reduce(applyOne, plan);
