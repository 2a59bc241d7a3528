import type { Commitment, PlanIndex } from "@evenkeel/core";

/** Whether a promise still has to be met, missed or withdrawn. */
export const isOpenPromise = ({ state }: Commitment): boolean => state === undefined || state === "open";

/** What was promised, in words. */
export function promiseTitle(plan: PlanIndex, { id, what, subject }: Commitment): string {
  if (what !== undefined) return what;
  if (subject?.table === "items") return plan.row("items", subject.id)?.title ?? id;
  if (subject?.table === "outcomes") return plan.row("outcomes", subject.id)?.title ?? id;
  if (subject?.table === "projects") return plan.row("projects", subject.id)?.name ?? id;
  return subject?.table === "timeboxes" ? (plan.row("timeboxes", subject.id)?.name ?? id) : id;
}
