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
export type { EventBase, EventFacts, EventType, WorkEvent, WorkHistory } from "./history.js";
export type { Commitment, Decision, Outcome, OutcomeMeasure, Risk, Term } from "./intent.js";
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
export type { Dependency, DependencyType, Handoff, Lag, Relation } from "./links.js";
export type { Assignment, AssignmentRole, AwayPeriod, Person, Resource, Team, TeamMember } from "./people.js";
export { type CalendarRow, type Coverage, formatVersion, type PlanRows, tableNames, type WorkPlan } from "./plan.js";
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
export type {
  ContactEvent,
  Incident,
  LeaveRow,
  LoggedEffort,
  OnCallShift,
  OptOut,
  SurveyAggregate,
  WorkIntervalRow,
  WorkRecords,
} from "./records.js";
export type { ScheduledItem, StoredSchedule } from "./schedules.js";
