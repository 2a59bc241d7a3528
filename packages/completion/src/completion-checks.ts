import type { Check } from "@evenkeel/checks";
import { doneNotAccepted } from "./checks/done-not-accepted.js";
import { itemAgeing } from "./checks/item-ageing.js";
import { itemBlocked } from "./checks/item-blocked.js";
import { outcomeNotMeasured } from "./checks/outcome-not-measured.js";
import { promiseOverdue } from "./checks/promise-overdue.js";
import { staleWork } from "./checks/stale-work.js";
import { wipLimit } from "./checks/wip-limit.js";
import type { CompletionInput } from "./types.js";

/** All completion checks; run them with `runChecks`, or keep them open with `openChecks`. */
export const completionChecks: readonly Check<CompletionInput>[] = [
  doneNotAccepted,
  itemAgeing,
  itemBlocked,
  outcomeNotMeasured,
  promiseOverdue,
  staleWork,
  wipLimit,
];
