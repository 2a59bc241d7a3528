import type { Check, Verdict } from "@evenkeel/checks";
import { isOnePersonPlan, itemCategories } from "@evenkeel/core";
import { handoffLog } from "./handoff-log.js";
import type { CoordinationInput } from "./types.js";

const millisPerDay = 86_400_000;

/** C14: a handoff that was offered, or whose giver is done, is accepted within the allowed days; nobody waits unnoticed. */
export const handoffNotAccepted: Check<CoordinationInput> = {
  id: "coordination/handoff-not-accepted",
  version: "1.0.0",
  kind: "heuristic",
  citation: [{ title: "Evenkeel house rule: what is offered is accepted or returned" }],
  needs: ["dependencies.handoff"],
  dataClass: "planFact",
  params: { allowedDays: 2 },
  evaluate: ({ plan, history, now }, { allowedDays }) => {
    if (isOnePersonPlan(plan))
      return [{ outcome: "inapplicable", subject: { table: "document", id: "coordination/handoff-not-accepted" } }];
    const log = history === undefined ? undefined : handoffLog(history, now);
    const categories = itemCategories(plan);
    const title = new Map((plan.items ?? []).map((item) => [item.id, item.title]));
    return (plan.dependencies ?? []).flatMap(({ id, handoff, predecessorId, successorId }): Verdict[] => {
      if (handoff === undefined) return [];
      const standing = log?.get(id) ?? (handoff.state === undefined ? undefined : { state: handoff.state });
      const given = categories.get(predecessorId) === "done";
      const days = standing?.since === undefined ? undefined : (now - standing.since) / millisPerDay;
      const overdue =
        standing?.state === "offered"
          ? days === undefined || days > Number(allowedDays)
          : standing?.state !== "accepted" && given;
      return [
        {
          outcome: overdue ? "fail" : "pass",
          subject: { table: "dependencies", id },
          ...(days === undefined
            ? {}
            : { measured: { value: days, unit: "days" }, threshold: { value: Number(allowedDays), unit: "days" } }),
          evidence: [
            { table: "dependencies", id },
            { table: "items", id: predecessorId },
          ],
          facts: {
            what: handoff.what ?? title.get(predecessorId) ?? predecessorId,
            to: handoff.to ?? title.get(successorId) ?? successorId,
            state: standing?.state ?? "not offered",
            days: Math.floor(days ?? 0),
          },
        },
      ];
    });
  },
};
