export type { Issue, Json, Message, Result } from "@evenkeel/kernel";
export { applyWaivers } from "./apply-waivers.js";
export { en } from "./en.js";
export { type GroupMean, type GroupValue, groupMeans } from "./group-means.js";
export { type RunOptions, runChecks } from "./run-checks.js";
export { compareSeverity, raised, severityOf } from "./severity.js";
export { type SarifRule, toSarif } from "./to-sarif.js";
export type {
  Check,
  CheckKind,
  CheckParam,
  Citation,
  DataClass,
  Finding,
  FindingSeverity,
  Measured,
  Outcome,
  Reference,
  Verdict,
  Viewer,
  Waiver,
} from "./types.js";
export { smallestGroup, type VisibleFindings, visibleFindings } from "./visible-findings.js";
