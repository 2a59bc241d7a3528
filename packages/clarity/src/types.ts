import type { WorkContext } from "@evenkeel/core";

/** What clarity checks read: plan and history at an instant, from `workContext`. */
export type ClarityInput = WorkContext;
