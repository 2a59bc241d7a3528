export { assert, assertNever, InternalError } from "./assert.js";
export type {
  ActivityId,
  Brand,
  EffortMinutes,
  ElapsedTicks,
  EpochDay,
  EpochMillis,
  EpochTicks,
  LocalMillis,
  PersonId,
  Probability,
  WorkItemId,
  WorkTicks,
} from "./brands.js";
export type { Chart, ChartRow, ChartValue, Json } from "./chart.js";
export { type CivilDay, civilDay, dayNumber, isCivilDay, weekday } from "./civil.js";
export { type Catalog, type CatalogEntry, type Description, describe } from "./describe.js";
export { digitsAt } from "./digits-at.js";
export { en } from "./en.js";
export { inertText } from "./inert.js";
export { type Fact, type Facts, type Issue, type IssueParts, issue, type Message, type Severity } from "./issue.js";
export { canonicalJson, compareText } from "./order.js";
export {
  type Accepted,
  acceptUnlessError,
  ok,
  orThrow,
  type Refused,
  type Result,
  refuse,
  WorkError,
} from "./result.js";
export type { CancelSignal, Progress } from "./signal.js";
export {
  formatDay,
  formatInstant,
  formatLocal,
  parseDay,
  parseInstant,
  parseTimeText,
  type TimeText,
} from "./time-text.js";
