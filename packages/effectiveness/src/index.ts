export type { Check, Finding } from "@evenkeel/checks";
export type { Issue, Result } from "@evenkeel/kernel";
export { effectivenessChecks } from "./effectiveness-checks.js";
export { effortUnserving } from "./effort-unserving.js";
export { en } from "./en.js";
export type { EffectivenessCode } from "./issue.js";
export { type ActivityAgainstResult, type ActivityRow, measureActivity } from "./measure-activity.js";
export { type Attainment, type AttainmentSummary, measureAttainment } from "./measure-attainment.js";
export { type EstimateHonesty, type EstimateRow, type EstimateShare, measureEstimates } from "./measure-estimates.js";
export { measureRework, type Rework } from "./measure-rework.js";
export { measureServing, type Serving } from "./measure-serving.js";
export { measureYield, type OutcomeYield, type Yield } from "./measure-yield.js";
export {
  type DelayComparison,
  type DelayedJob,
  type DelayOrder,
  type OrderedJob,
  orderByCostOfDelay,
} from "./order-by-cost-of-delay.js";
export { outcomeLate } from "./outcome-late.js";
export type { EffectivenessInput, EffortRow, OutcomeReading } from "./types.js";
