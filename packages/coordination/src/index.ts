export type { Check, Finding } from "@evenkeel/checks";
export { coordinationChecks } from "./coordination-checks.js";
export { en } from "./en.js";
export { type HandoffStanding, handoffLog } from "./handoff-log.js";
export { handoffMissing } from "./handoff-missing.js";
export { handoffNotAccepted } from "./handoff-not-accepted.js";
export { needBeforePromise } from "./need-before-promise.js";
export { promiseBeforeInput } from "./promise-before-input.js";
export type { CoordinationInput } from "./types.js";
