import type { Check, Verdict } from "@evenkeel/checks";
import { type Commitment, onTimeLine } from "@evenkeel/core";
import type { CoordinationInput } from "./types.js";

const millisPerDay = 86_400_000;

/** Earliest open promise about each item, in milliseconds UTC. */
function promises(
  commitments: readonly Commitment[],
): Map<string, { readonly due: number; readonly id: string; readonly text: string }> {
  const earliest = new Map<string, { due: number; id: string; text: string }>();
  for (const { id, subject, due: text, state } of commitments) {
    const due = onTimeLine(text, true);
    if (subject?.table !== "items" || due === undefined || (state !== undefined && state !== "open")) continue;
    const held = earliest.get(subject.id);
    if (held === undefined || due < held.due || (due === held.due && id < held.id))
      earliest.set(subject.id, { due, id, text });
  }
  return earliest;
}

/** Nobody promises an item before the promised date of what it waits for. */
export const promiseBeforeInput: Check<CoordinationInput> = {
  id: "coordination/promise-before-input",
  version: "1.0.0",
  kind: "heuristic",
  citation: [{ title: "Evenkeel house rule: a promise is not earlier than the promises it waits for" }],
  needs: ["commitments.due", "commitments.subject", "dependencies.predecessorId"],
  dataClass: "planFact",
  params: {},
  evaluate: ({ plan }) => {
    const promised = promises(plan.commitments ?? []);
    return (plan.dependencies ?? []).flatMap((link): Verdict[] => {
      const [before, after] = [promised.get(link.predecessorId), promised.get(link.successorId)];
      if (before === undefined || after === undefined || link.type !== "FS") return [];
      const days = (before.due - after.due) / millisPerDay;
      return [
        {
          outcome: days > 0 ? "fail" : "pass",
          subject: { table: "dependencies", id: link.id },
          severity: days > 0 ? "serious" : "info",
          measured: { value: days, unit: "days" },
          threshold: { value: 0, unit: "days" },
          evidence: [
            { table: "commitments", id: before.id },
            { table: "commitments", id: after.id },
          ],
          facts: {
            before: before.text,
            after: after.text,
            predecessor: link.predecessorId,
            successor: link.successorId,
            days: Math.ceil(days),
          },
        },
      ];
    });
  },
};
