import type { Check } from "@evenkeel/checks";
import { itemFieldCheck } from "./item-field-check.js";
import type { ClarityInput } from "./types.js";

/** C07: every open item says how one sees that it is done; milestones and checklist items are seen as they are. */
export const acceptanceMissing: Check<ClarityInput> = itemFieldCheck({
  id: "clarity/acceptance-missing",
  kind: "guideline",
  citation: [{ title: "ISO/IEC/IEEE 29148:2018 Requirements engineering", article: "characteristic verifiable" }],
  field: "acceptanceCriteria",
  has: ({ acceptanceCriteria }) => (acceptanceCriteria ?? []).some(({ text }) => text.trim() !== ""),
  covers: ({ kind, schedule }) =>
    kind !== "milestone" &&
    kind !== "checklistItem" &&
    schedule?.kind !== "startMilestone" &&
    schedule?.kind !== "finishMilestone",
});
