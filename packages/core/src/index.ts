export type { CalendarSpec } from "@evenkeel/calendar";
export type { EpochMillis, Issue, Json, Result } from "@evenkeel/kernel";
export type { CommandDraft } from "./command-draft.js";
export type {
  AnyTimeText,
  DayText,
  InstantText,
  Period,
  Quantity,
  RichText,
  Row,
  SourceReference,
  Subject,
  TableName,
} from "./common.js";
export { isCovered, isKnown } from "./coverage.js";
export { dependencyNeighbourhood, type Neighbour } from "./dependency-neighbourhood.js";
export { digestHistory } from "./digest-history.js";
export { en } from "./en.js";
export { eventEffect, type FieldEffect } from "./event-effect.js";
export { fieldAvailability, type WorkDocuments } from "./field-availability.js";
export { type FoundField, valuesAt } from "./fields.js";
export type { EventBase, EventFacts, EventType, WorkEvent, WorkHistory } from "./history.js";
export { type HistoryIndex, indexHistory, lastEvent, recordEvents } from "./index-history.js";
export { indexPlan, updateIndex } from "./index-plan.js";
export { type BrokenChain, type HistoryQuality, inspectHistory } from "./inspect-history.js";
export type { Commitment, Decision, Outcome, OutcomeMeasure, Risk, Term } from "./intent.js";
export { type NumberRule, numbers, type ReferenceRule, references, type TimeRule, times, trees } from "./invariants.js";
export { type ItemTimes, itemTimes } from "./item-times.js";
export type {
  AcceptanceCriterion,
  CostOfDelay,
  DateConstraint,
  Estimate,
  ItemKind,
  ItemSchedule,
  Membership,
  Split,
  WorkItem,
} from "./items.js";
export { type ItemStanding, itemsAt } from "./items-at.js";
export { type ExpiredRecord, expiredRecords, type KeptRecords, keptRecords, privatePeople } from "./kept-records.js";
export type { Dependency, DependencyType, Handoff, Lag, Relation } from "./links.js";
export { dependenciesNear, itemsNear, outcomesNear, peopleNear } from "./near.js";
export { isOnePersonPlan, openItems } from "./open-items.js";
export { orderEvents } from "./order-events.js";
export type {
  Assignment,
  AssignmentRole,
  AwayPeriod,
  Person,
  Resource,
  Team,
  TeamMember,
  WorkContour,
  WorkSpan,
} from "./people.js";
export { type CalendarRow, type Coverage, formatVersion, type PlanRows, tableNames, type WorkPlan } from "./plan.js";
export { planAt } from "./plan-at.js";
export type {
  DependencyNode,
  ItemNode,
  OutcomeNode,
  PersonNode,
  PlanIndex,
  RowChange,
  TeamNode,
} from "./plan-index.js";
export type {
  Container,
  FieldPredicate,
  Project,
  SchedulingOptions,
  StateCategory,
  Timebox,
  Workflow,
  WorkflowState,
} from "./projects.js";
export {
  accountableFor,
  goalPath,
  isOpenItem,
  type Owner,
  outcomesServed,
  ownerOf,
  type Trace,
  traceToGoal,
} from "./queries.js";
export type {
  ContactEvent,
  Incident,
  LeaveRow,
  LoggedEffort,
  OnCallShift,
  OptOut,
  RecordTable,
  Retention,
  SurveyAggregate,
  WorkIntervalRow,
  WorkRecords,
} from "./records.js";
export { type CategoryChange, type ItemReplay, replayItems, type Span } from "./replay-items.js";
export { type RollUp, type RollUpLevel, rollUp } from "./roll-up.js";
export type { ScheduledItem, StoredSchedule } from "./schedules.js";
export {
  isKnownOf,
  isSharedWork,
  ofOpenDependencies,
  ofOpenItems,
  ofOutcomes,
  overCommitments,
  overDecisions,
  overDependencies,
  overItems,
  overItemsAndAncestors,
  overOutcomes,
  overPeople,
  overTerms,
  overTimeboxes,
  type RowJudge,
  type RowScope,
} from "./scopes.js";
export { itemCategories, type StateMeanings, stateMeanings } from "./state-category.js";
export { statesAt } from "./states-at.js";
export { onTimeLine } from "./time-line.js";
export { titleKey } from "./title-key.js";
export { eventTypes, validateHistory } from "./validate-history.js";
export { validatePlan, validateStates } from "./validate-plan.js";
export { type HasRow, rowValidator } from "./validate-row.js";
export { changeWork, touchedBy, type WorkChange, type WorkContext, workContext } from "./work-context.js";
