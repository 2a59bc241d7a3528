import type { Check } from "@evenkeel/checks";
import { itemFieldCheck } from "./item-field-check.js";
import type { ClarityInput } from "./types.js";

/** C01: every open item serves an outcome, its own or its parent's. */
export const outcomeMissing: Check<ClarityInput> = itemFieldCheck({
  id: "clarity/outcome-missing",
  kind: "guideline",
  citation: [{ title: "ISO 21502:2020 Guidance on project management", article: "benefits and outcomes" }],
  field: "outcomeIds",
  has: (item, index) => index.outcomesOf(item.id).length > 0,
});
