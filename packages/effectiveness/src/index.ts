export type { Check, Finding } from "@evenkeel/checks";
export type { Issue, Result } from "@evenkeel/kernel";
export { effectivenessChecks } from "./effectiveness-checks.js";
export { effortUnserving } from "./effort-unserving.js";
export { en } from "./en.js";
export { type Attainment, type AttainmentSummary, measureAttainment } from "./measure-attainment.js";
export { measureServing, type Serving } from "./measure-serving.js";
export { outcomeLate } from "./outcome-late.js";
export type { EffectivenessInput, EffortRow, OutcomeReading } from "./types.js";
