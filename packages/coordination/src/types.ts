import type { WorkHistory, WorkPlan } from "@evenkeel/core";

/** What coordination checks read. */
export interface CoordinationInput {
  readonly plan: WorkPlan;
  /** For when a handoff was offered; without it the plan's own state counts. */
  readonly history?: WorkHistory;
  /** Instant of the review, milliseconds UTC. */
  readonly now: number;
}
