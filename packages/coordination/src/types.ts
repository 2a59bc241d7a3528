import type { WorkContext } from "@evenkeel/core";

/** What coordination checks read: plan and history at an instant, from `workContext`. */
export type CoordinationInput = WorkContext;
