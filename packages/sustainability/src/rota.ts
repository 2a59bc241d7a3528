export { en } from "./rota/en.js";
export { rotaChecks } from "./rota/rota-checks.js";
export { rotaCost } from "./rota/rota-cost.js";
export { parseRotaRules } from "./rota/rota-rules.js";
export type {
  CoverDemand,
  Limits,
  OnWeekends,
  PatternEntry,
  Rota,
  RotaCost,
  RotaPerson,
  RotaRule,
  RotaRules,
  RotaViolation,
  RuleBase,
  RuleFields,
  RuleOf,
  ShiftAssignment,
  ShiftRequest,
  ShiftType,
} from "./rota/types.js";
