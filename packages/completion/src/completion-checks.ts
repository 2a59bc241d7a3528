import type { Check } from "@evenkeel/checks";
import { itemAgeing } from "./item-ageing.js";
import { itemBlocked } from "./item-blocked.js";
import { promiseOverdue } from "./promise-overdue.js";
import type { CompletionInput } from "./types.js";
import { wipLimit } from "./wip-limit.js";

/** All completion checks; run them with `runChecks`. */
export const completionChecks: readonly Check<CompletionInput>[] = [itemAgeing, itemBlocked, promiseOverdue, wipLimit];
