export { en } from "./fatigue/en.js";
export {
  type FatigueComponents,
  fatigueIndex,
  type RiskComponents,
  riskIndex,
} from "./fatigue/fatigue-risk-index.js";
export { sampleTimes } from "./fatigue/sample-times.js";
export { threeProcessAlertness } from "./fatigue/three-process-model.js";
export type {
  FatigueCurve,
  SampleTime,
  SleepBasis,
  SleepPlan,
  ThreeProcessSample,
  UnifiedSample,
} from "./fatigue/types.js";
export { unifiedPerformance } from "./fatigue/unified-model.js";
