export type { Issue, Json, Message, Result } from "@evenkeel/kernel";
export { applyWaivers } from "./apply-waivers.js";
export { en } from "./en.js";
export { type GroupMean, type GroupValue, groupMeans } from "./group-means.js";
export { type CheckCount, type CheckSession, openChecks, type Rechecked } from "./open-checks.js";
export { type RunOptions, runChecks } from "./run-checks.js";
export type { CheckSetting, CheckSettings, Scope, SettingOverride, SubjectTraits } from "./settings.js";
export { compareSeverity, raised, severityOf } from "./severity.js";
export { type CheckCard, subjectCheck } from "./subject-check.js";
export { type SarifRule, toSarif } from "./to-sarif.js";
export type {
  Check,
  CheckKind,
  CheckParam,
  CheckParams,
  Citation,
  DataClass,
  Finding,
  FindingSeverity,
  Judgement,
  Measured,
  Outcome,
  Reference,
  Ruling,
  SubjectRule,
  Verdict,
  Viewer,
  Waiver,
} from "./types.js";
export { smallestGroup, type VisibleFindings, visibleFindings } from "./visible-findings.js";
