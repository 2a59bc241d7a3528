import type { WorkHistory, WorkPlan } from "@evenkeel/core";

/** What completion checks and the pull policy read. */
export interface CompletionInput {
  readonly plan: WorkPlan;
  readonly history?: WorkHistory;
  /** Instant of the review, milliseconds UTC. */
  readonly now: number;
  /** The team's service level expectation in days, from its own finished and open work; absent = not known. */
  readonly expectedDays?: number;
}

/** Why an item is where it is in the order of pulling. */
export interface NextItem {
  readonly itemId: string;
  readonly title: string;
  /** `completion/next-...`: what decided its place. */
  readonly code: string;
  readonly facts: Readonly<Record<string, string | number>>;
}
