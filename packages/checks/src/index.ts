export type { Issue, Json, Message, Progress, Result } from "@evenkeel/kernel";
export {
  type Baseline,
  type BaselineComparison,
  type BaselineEntry,
  baselineOf,
  compareWithBaseline,
  parseBaseline,
} from "./baseline.js";
export { presets } from "./config/presets.js";
export { resolveConfig } from "./config/resolve-config.js";
export { checksOfPack, type Selectable } from "./config/selectors.js";
export type {
  CheckConfig,
  CheckPack,
  ConfigOverride,
  ConfigSetting,
  KnownCheck,
  KnownNames,
  ResolvedConfig,
  SettingsBySelector,
} from "./config/types.js";
export { compileDataChecks, type DataChecks } from "./data/compile-data-checks.js";
export type { Bound, DataCheck, DataPack, Predicate, RowPort, Scalar } from "./data/types.js";
export { en } from "./en.js";
export { compareFindings } from "./finding-of.js";
export { type CheckCount, type CheckSession, type OpenOptions, openChecks, type Rechecked } from "./open-checks.js";
export {
  type FindingGroup,
  type GroupFindings,
  type GroupFindingsOptions,
  type GroupShare,
  groupFindings,
  type PublishedShare,
} from "./privacy/group-findings.js";
export {
  type GroupMean,
  type GroupReport,
  type GroupReportOptions,
  type GroupValue,
  groupMeans,
  groupReport,
  type ValueRange,
} from "./privacy/group-means.js";
export {
  type GroupCell,
  type SafeGroupOptions,
  type SafeGroups,
  safeGroups,
  type WithheldReason,
} from "./privacy/safe-groups.js";
export { type RunOptions, ranChecks, runChecks } from "./run-checks.js";
export { fromSarif } from "./sarif/from-sarif.js";
export { toSarif } from "./sarif/to-sarif.js";
export type { SarifContext, SarifRule } from "./sarif/types.js";
export type { CheckSetting, CheckSettings, Scope, SettingOverride, SubjectTraits } from "./settings.js";
export { compareSeverity, raised, severities, severityOf } from "./severity.js";
export { type Members, ShapeReader } from "./shape/shape.js";
export { type CheckCard, subjectCheck } from "./subject-check.js";
export type {
  Check,
  CheckKind,
  CheckParam,
  CheckParams,
  Citation,
  DataClass,
  Finding,
  FindingSeverity,
  Grant,
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
export {
  smallestGroup,
  type VisibilityOptions,
  type VisibleFinding,
  type VisibleFindings,
  visibleFindings,
  type Withheld,
} from "./visible-findings.js";
export { applyWaivers } from "./waivers/apply-waivers.js";
export { parseWaivers } from "./waivers/read-waivers.js";
