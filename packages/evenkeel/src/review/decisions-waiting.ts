import type { WorkPlan } from "@evenkeel/core";
import type { Names } from "./names.js";
import type { DecisionWaiting } from "./types.js";

/** Decisions that wait, the ones that hold most work first. */
export function decisionsWaiting(plan: WorkPlan, names: Names): DecisionWaiting[] {
  return (plan.decisions ?? [])
    .filter(({ result }) => result === undefined)
    .map(({ id, question, deciderId, by, blocks }) => ({
      decisionId: id,
      question,
      ...(deciderId === undefined ? {} : { decider: names.people.get(deciderId) ?? deciderId }),
      ...(by === undefined ? {} : { by }),
      blocks: blocks ?? [],
    }))
    .sort((a, b) => b.blocks.length - a.blocks.length || (a.decisionId < b.decisionId ? -1 : 1));
}
