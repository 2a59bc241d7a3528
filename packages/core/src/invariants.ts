import type { TableName } from "./common.js";
import type { PlanRows } from "./plan.js";

/** A field that holds the id of a row of another table. Paths: `a.b`, `a[]` for each, `a[].b`. */
export interface ReferenceRule {
  readonly table: keyof PlanRows;
  readonly field: string;
  readonly to: readonly TableName[];
}

/** A field that holds a time text, and the forms it may have. */
export interface TimeRule {
  readonly table: keyof PlanRows;
  readonly field: string;
  readonly forms: readonly ("day" | "local" | "instant")[];
}

/** A field that holds a number, and its range (both ends included). */
export interface NumberRule {
  readonly table: keyof PlanRows;
  readonly field: string;
  readonly min: number;
  readonly max: number;
}

const refer = (table: keyof PlanRows, field: string, ...to: TableName[]): ReferenceRule => ({ table, field, to });

/** Every reference of a plan, stated once. */
export const references: readonly ReferenceRule[] = /* @__PURE__ */ (() => [
  refer("projects", "parentId", "projects"),
  refer("projects", "calendarId", "calendars"),
  refer("containers", "parentId", "containers"),
  refer("containers", "projectId", "projects"),
  refer("containers", "workflowId", "workflows"),
  refer("timeboxes", "projectId", "projects"),
  refer("timeboxes", "teamId", "teams"),
  refer("timeboxes", "itemIds[]", "items"),
  refer("outcomes", "parentId", "outcomes"),
  refer("outcomes", "ownerId", "people", "teams"),
  refer("items", "parentId", "items"),
  refer("items", "projectId", "projects"),
  refer("items", "memberships[].containerId", "containers"),
  refer("items", "workflowId", "workflows"),
  refer("items", "outcomeIds[]", "outcomes"),
  refer("items", "calendarId", "calendars"),
  refer("dependencies", "predecessorId", "items"),
  refer("dependencies", "successorId", "items"),
  refer("dependencies", "handoff.from", "people", "teams"),
  refer("dependencies", "handoff.to", "people", "teams"),
  refer("relations", "fromId", "items"),
  refer("relations", "toId", "items"),
  refer("people", "calendarId", "calendars"),
  refer("teams", "parentId", "teams"),
  refer("teams", "members[].personId", "people"),
  refer("teams", "calendarId", "calendars"),
  refer("resources", "calendarId", "calendars"),
  refer("assignments", "itemId", "items"),
  refer("assignments", "personId", "people"),
  refer("assignments", "teamId", "teams"),
  refer("assignments", "resourceId", "resources"),
  refer("commitments", "byId", "people", "teams"),
  refer("commitments", "toId", "people", "teams"),
  refer("decisions", "deciderId", "people"),
  refer("decisions", "blocks[]", "items"),
  refer("risks", "ownerId", "people", "teams"),
  refer("risks", "itemIds[]", "items"),
  refer("calendars", "parentId", "calendars"),
  refer("schedules", "projectId", "projects"),
  refer("schedules", "items[].itemId", "items"),
])();

const everyForm = ["day", "local", "instant"] as const;
const time = (table: keyof PlanRows, ...fields: string[]): TimeRule[] =>
  fields.map((field) => ({ table, field, forms: everyForm }));

/** Every time of a plan, stated once. */
export const times: readonly TimeRule[] = /* @__PURE__ */ (() => [
  ...time("projects", "dataDate", "start", "mustFinishBy"),
  ...time("timeboxes", "interval.from", "interval.to"),
  ...time("outcomes", "measure.from", "measure.by"),
  ...time(
    "items",
    "deadline",
    "dueDate",
    "createdAt",
    "startedAt",
    "finishedAt",
    "updatedAt",
    "constraints[].at",
    "costOfDelay.from",
  ),
  ...time(
    "items",
    "schedule.start",
    "schedule.finish",
    "schedule.actualStart",
    "schedule.actualFinish",
    "schedule.stop",
  ),
  ...time(
    "items",
    "schedule.suspend",
    "schedule.resume",
    "schedule.expectedFinish",
    "schedule.splits[].from",
    "schedule.splits[].to",
  ),
  ...time("items", "schedule.externalEarlyStart", "schedule.externalLateFinish"),
  { table: "items", field: "clarifiedAt", forms: ["instant"] },
  ...time("dependencies", "handoff.neededBy", "handoff.promisedBy"),
  ...time("people", "away[].from", "away[].to"),
  ...time("teams", "members[].during.from", "members[].during.to"),
  ...time("assignments", "during.from", "during.to", "stop", "resume"),
  ...time("assignments", "remainingSpans[].from", "remainingSpans[].to", "actualSpans[].from", "actualSpans[].to"),
  { table: "assignments", field: "acceptedOn", forms: ["day"] },
  ...time("commitments", "due", "madeAt", "resolvedAt"),
  ...time("decisions", "by", "decidedAt"),
  { table: "calendars", field: "exceptions[].from", forms: ["day"] },
  { table: "calendars", field: "exceptions[].to", forms: ["day"] },
  { table: "calendars", field: "workWeeks[].from", forms: ["day"] },
  { table: "calendars", field: "workWeeks[].to", forms: ["day"] },
  ...time("schedules", "madeAt", "items[].start", "items[].finish", "items[].earlyStart", "items[].earlyFinish"),
  ...time("schedules", "items[].lateStart", "items[].lateFinish"),
])();

/** Minutes in 408 years: more than Int32 ticks can hold is absurd for any one field. */
const maxMinutes = 214_748_364;
const number = (table: keyof PlanRows, min: number, max: number, ...fields: string[]): NumberRule[] =>
  fields.map((field) => ({ table, field, min, max }));

/** Every bounded number of a plan, stated once. */
export const numbers: readonly NumberRule[] = /* @__PURE__ */ (() => [
  ...number("projects", 1, 1440, "scheduling.minutesPerDay"),
  ...number("projects", 1, 10_080, "scheduling.minutesPerWeek"),
  ...number("projects", 1, 31, "scheduling.daysPerMonth"),
  ...number("projects", -maxMinutes, maxMinutes, "scheduling.criticalFloatMinutes"),
  ...number("workflows", 0, 1e9, "states[].wipLimit"),
  ...number("items", 0, maxMinutes, "schedule.durationMinutes", "schedule.remainingMinutes", "schedule.actualMinutes"),
  ...number("items", -maxMinutes, maxMinutes, "schedule.levelingDelayMinutes"),
  ...number("items", 0, 1, "schedule.percentComplete", "schedule.physicalPercentComplete"),
  ...number("items", 0, 1e15, "estimates[].value.amount", "costOfDelay.rate.value"),
  ...number(
    "items",
    0,
    1e15,
    "estimates[].value.optimistic",
    "estimates[].value.mostLikely",
    "estimates[].value.pessimistic",
  ),
  ...number("dependencies", -maxMinutes, maxMinutes, "lag.amount"),
  ...number("people", 0, 10_080, "contractMinutesPerWeek"),
  ...number("people", 0, 1, "away[].share"),
  ...number("teams", 0, 1, "members[].share"),
  ...number("resources", 0, 1e9, "capacity"),
  ...number(
    "assignments",
    0,
    1e12,
    "effortMinutes",
    "remainingEffortMinutes",
    "actualEffortMinutes",
    "overtimeEffortMinutes",
    "remainingOvertimeEffortMinutes",
    "remainingSpans[].minutes",
    "actualSpans[].minutes",
  ),
  ...number("assignments", -maxMinutes, maxMinutes, "delayMinutes", "levelingDelayMinutes"),
  ...number("assignments", 0, 1e6, "units"),
  ...number("commitments", 0, 1, "probability"),
  ...number("commitments", 0, 1e9, "count"),
  ...number("risks", 0, 1, "probability"),
  ...number("risks", 0, 1e15, "effect.delayMinutes", "effect.extraItems"),
  ...number("outcomes", 0, 1e9, "weight"),
  ...number("outcomes", -1e300, 1e300, "measure.baseline", "measure.target", "measure.current"),
])();

/** Tables whose rows form a tree through `parentId`. */
export const trees: readonly (keyof PlanRows)[] = ["projects", "containers", "outcomes", "items", "teams", "calendars"];
