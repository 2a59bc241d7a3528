import type { Check, Verdict } from "@evenkeel/checks";
import { type Assignment, isKnown, isOnePersonPlan, itemCategories, type WorkPlan } from "@evenkeel/core";
import type { CoordinationInput } from "./types.js";

function owners(plan: WorkPlan): Map<string, string> {
  const rank = (role: Assignment["role"]): number => ["accountable", "responsible", "driver"].indexOf(role);
  const chosen = new Map<string, Assignment>();
  for (const assignment of plan.assignments ?? []) {
    if (rank(assignment.role) < 0 || assignment.resourceId !== undefined) continue;
    const held = chosen.get(assignment.itemId);
    const better =
      held === undefined ||
      rank(assignment.role) < rank(held.role) ||
      (rank(assignment.role) === rank(held.role) && assignment.id < held.id);
    if (better) chosen.set(assignment.itemId, assignment);
  }
  return new Map([...chosen].map(([item, { personId, teamId }]) => [item, personId ?? teamId ?? ""]));
}

/** C13: a dependency between two owners says what passes, from whom to whom; work between strangers gets lost. */
export const handoffMissing: Check<CoordinationInput> = {
  id: "coordination/handoff-missing",
  version: "1.0.0",
  kind: "heuristic",
  citation: [{ title: "Evenkeel house rule: a dependency between two owners is a handoff" }],
  needs: ["dependencies.handoff", "assignments.itemId"],
  dataClass: "planFact",
  params: {},
  evaluate: ({ plan }) => {
    if (isOnePersonPlan(plan))
      return [{ outcome: "inapplicable", subject: { table: "document", id: "coordination/handoff-missing" } }];
    const owner = owners(plan);
    const categories = itemCategories(plan);
    const title = new Map((plan.items ?? []).map((item) => [item.id, item.title]));
    return (plan.dependencies ?? []).flatMap((link): Verdict[] => {
      const [from, to] = [owner.get(link.predecessorId), owner.get(link.successorId)];
      const over = ["done", "dropped"].includes(categories.get(link.successorId) ?? "");
      if (from === undefined || to === undefined || from === to || over) return [];
      const subject = { table: "dependencies", id: link.id };
      const facts = { predecessor: title.get(link.predecessorId) ?? "", successor: title.get(link.successorId) ?? "" };
      if (link.handoff !== undefined) return [{ outcome: "pass", subject, facts }];
      if (isKnown(plan.coverage, "dependencies", link, "handoff")) return [{ outcome: "fail", subject, facts }];
      return [{ outcome: "unknown", subject, facts, missing: ["dependencies.handoff"] }];
    });
  },
};
