import type { Check } from "@evenkeel/checks";
import { acceptanceMissing } from "./acceptance-missing.js";
import { accountableSeveral } from "./accountable-several.js";
import { decisionOpen } from "./decision-open.js";
import { measureIncomplete } from "./measure-incomplete.js";
import { outcomeMissing } from "./outcome-missing.js";
import { ownerMissing } from "./owner-missing.js";
import { reasonMissing } from "./reason-missing.js";
import type { ClarityInput } from "./types.js";

/** All clarity checks; run them with `runChecks`. */
export const clarityChecks: readonly Check<ClarityInput>[] = [
  acceptanceMissing,
  accountableSeveral,
  decisionOpen,
  measureIncomplete,
  outcomeMissing,
  ownerMissing,
  reasonMissing,
];
