import type { WorkContext } from "@evenkeel/core";

/** What completion checks read: plan and history at an instant, and what the team expects of itself. */
export interface CompletionInput extends WorkContext {
  /** The team's service level expectation in days, from its own finished and open work; absent = not known. */
  readonly expectedDays?: number;
}
