import type { Check } from "@evenkeel/checks";
import { handoffMissing } from "./handoff-missing.js";
import { handoffNotAccepted } from "./handoff-not-accepted.js";
import { needBeforePromise } from "./need-before-promise.js";
import { promiseBeforeInput } from "./promise-before-input.js";
import type { CoordinationInput } from "./types.js";

/** All coordination checks; run them with `runChecks`. */
export const coordinationChecks: readonly Check<CoordinationInput>[] = [
  handoffMissing,
  handoffNotAccepted,
  needBeforePromise,
  promiseBeforeInput,
];
