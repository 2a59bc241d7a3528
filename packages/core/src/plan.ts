import type { CalendarSpec } from "@evenkeel/calendar";
import type { InstantText, Row, TableName } from "./common.js";
import type { Commitment, Decision, Outcome, Risk, Term } from "./intent.js";
import type { WorkItem } from "./items.js";
import type { Dependency, Relation } from "./links.js";
import type { Assignment, Person, Resource, Team } from "./people.js";
import type { Container, Project, Timebox, Workflow } from "./projects.js";
import type { StoredSchedule } from "./schedules.js";

/** The version of the documents this package reads and writes. */
export const formatVersion = 1;

/** Which fields a source can carry; a field outside them is unknown where it is absent, not empty. */
export interface Coverage {
  readonly tool: string;
  readonly instance?: string;
  readonly table: TableName | "events" | "workIntervals" | "onCallShifts" | "contactEvents" | "leave";
  readonly fields: readonly string[];
}

/** A calendar as a row of a plan. */
export interface CalendarRow extends CalendarSpec, Row {}

/** What is intended. Row order means nothing. */
export interface WorkPlan {
  readonly formatVersion: 1;
  readonly id?: string;
  readonly title?: string;
  /** The instant this plan states the facts of. */
  readonly asOf?: InstantText;
  readonly coverage?: readonly Coverage[];
  readonly projects?: readonly Project[];
  readonly containers?: readonly Container[];
  readonly workflows?: readonly Workflow[];
  readonly timeboxes?: readonly Timebox[];
  readonly outcomes?: readonly Outcome[];
  readonly items?: readonly WorkItem[];
  readonly dependencies?: readonly Dependency[];
  readonly relations?: readonly Relation[];
  readonly people?: readonly Person[];
  readonly teams?: readonly Team[];
  readonly resources?: readonly Resource[];
  readonly assignments?: readonly Assignment[];
  readonly commitments?: readonly Commitment[];
  readonly decisions?: readonly Decision[];
  readonly risks?: readonly Risk[];
  readonly terms?: readonly Term[];
  readonly calendars?: readonly CalendarRow[];
  readonly schedules?: readonly StoredSchedule[];
  readonly extensions?: Row["extensions"];
}

/** The row type of each table. */
export interface PlanRows {
  readonly projects: Project;
  readonly containers: Container;
  readonly workflows: Workflow;
  readonly timeboxes: Timebox;
  readonly outcomes: Outcome;
  readonly items: WorkItem;
  readonly dependencies: Dependency;
  readonly relations: Relation;
  readonly people: Person;
  readonly teams: Team;
  readonly resources: Resource;
  readonly assignments: Assignment;
  readonly commitments: Commitment;
  readonly decisions: Decision;
  readonly risks: Risk;
  readonly terms: Term;
  readonly calendars: CalendarRow;
  readonly schedules: StoredSchedule;
}

/** All table names, in the order of the document. */
export const tableNames: readonly TableName[] = [
  "projects",
  "containers",
  "workflows",
  "timeboxes",
  "outcomes",
  "items",
  "dependencies",
  "relations",
  "people",
  "teams",
  "resources",
  "assignments",
  "commitments",
  "decisions",
  "risks",
  "terms",
  "calendars",
  "schedules",
];
