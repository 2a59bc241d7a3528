export { checkCertificates } from "./check-certificates.js";
export { checkScheduleFeasible } from "./check-schedule-feasible.js";
export { anyRichSchedule, anyScheduleEdit } from "./testing/any-rich-schedule.js";
export { anyScheduleInput } from "./testing/any-schedule.js";
export { certificateLaws } from "./testing/certificate-laws.js";
export { anyConflictingInput, type CompareFunction, comparisonLaws } from "./testing/control-laws.js";
export { editLaws } from "./testing/edit-laws.js";
export type { Law } from "./testing/law.js";
export { type ScheduleFunction, scheduleLaws } from "./testing/schedule-laws.js";
