import type { WorkPlan } from "@evenkeel/core";

/** What clarity checks read. */
export interface ClarityInput {
  readonly plan: WorkPlan;
  /** Instant of the review, milliseconds UTC. */
  readonly now: number;
}
