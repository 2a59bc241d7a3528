import type { WorkPlan } from "@evenkeel/core";
import * as z from "zod/mini";
import { flag, id, instant, num, text, time } from "./parts.js";
import {
  assignment,
  calendar,
  commitment,
  decision,
  person,
  resource,
  risk,
  storedSchedule,
  team,
  term,
} from "./people-schema.js";
import { coverage, period, quantity, rowFields } from "./row-schema.js";

const opt = z.exactOptional;
const list = z.array;
const choice = z.enum;

const free = rowFields.extensions;
const row = rowFields;

const project = z.strictObject({
  ...row,
  name: text,
  parentId: opt(id),
  rank: opt(num),
  calendarId: opt(id),
  zone: opt(text),
  dataDate: opt(time),
  start: opt(time),
  mustFinishBy: opt(time),
  scheduling: opt(
    z.strictObject({
      preset: opt(choice(["evenkeel", "msProject", "primavera"])),
      fromFinish: opt(flag),
      criticalFloatMinutes: opt(num),
      lagCalendar: opt(choice(["predecessor", "successor", "project", "continuous"])),
      progressMode: opt(choice(["retainedLogic", "progressOverride", "actualDates"])),
      floatType: opt(choice(["start", "finish", "least"])),
      startLagFrom: opt(choice(["earlyStart", "actualStart"])),
      usesExpectedFinish: opt(flag),
      criticalBy: opt(choice(["totalFloat", "longestPath"])),
      multipleCriticalPaths: opt(flag),
      ignoresOtherProjects: opt(flag),
      minutesPerDay: opt(num),
      minutesPerWeek: opt(num),
      daysPerMonth: opt(num),
    }),
  ),
});
const container = z.strictObject({
  ...row,
  name: text,
  kind: choice(["board", "list", "section", "folder"]),
  parentId: opt(id),
  projectId: opt(id),
  workflowId: opt(id),
  rank: opt(num),
  archived: opt(flag),
});
const predicates = opt(list(z.strictObject({ field: text })));
const workflow = z.strictObject({
  ...row,
  name: text,
  states: list(
    z.strictObject({
      id,
      name: text,
      category: choice(["proposed", "waiting", "active", "done", "dropped"]),
      wipLimit: opt(num),
    }),
  ),
  moves: opt(list(z.strictObject({ from: id, to: id }))),
  ready: predicates,
  done: predicates,
});
const timebox = z.strictObject({
  ...row,
  name: text,
  kind: choice(["iteration", "release", "phase"]),
  projectId: opt(id),
  teamId: opt(id),
  interval: opt(period),
  goal: opt(text),
  itemIds: opt(list(id)),
});
const outcome = z.strictObject({
  ...row,
  title: text,
  why: opt(text),
  ownerId: opt(id),
  parentId: opt(id),
  measure: opt(
    z.strictObject({
      metric: opt(text),
      unit: opt(text),
      baseline: opt(num),
      target: opt(num),
      direction: opt(choice(["increase", "decrease", "maintain"])),
      from: opt(time),
      by: opt(time),
      current: opt(num),
    }),
  ),
  weight: opt(num),
});
const estimateValue = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("single"), amount: num }),
  z.strictObject({ kind: z.literal("threePoint"), optimistic: num, mostLikely: num, pessimistic: num }),
  z.strictObject({ kind: z.literal("distribution"), support: list(num), probability: list(num) }),
  z.strictObject({ kind: z.literal("label"), label: text }),
]);
const itemSchedule = z.strictObject({
  kind: choice(["task", "startMilestone", "finishMilestone", "summary", "levelOfEffort", "hammock"]),
  mode: opt(choice(["auto", "manual"])),
  active: opt(flag),
  durationType: opt(choice(["fixedUnits", "fixedDuration", "fixedWork"])),
  effortDriven: opt(flag),
  durationMinutes: opt(num),
  elapsed: opt(flag),
  shownUnit: opt(choice(["minutes", "hours", "days", "weeks", "months"])),
  estimated: opt(flag),
  remainingMinutes: opt(num),
  actualMinutes: opt(num),
  percentComplete: opt(num),
  physicalPercentComplete: opt(num),
  percentCompleteType: opt(choice(["duration", "physical", "units"])),
  start: opt(time),
  finish: opt(time),
  actualStart: opt(time),
  actualFinish: opt(time),
  stop: opt(time),
  suspend: opt(time),
  resume: opt(time),
  expectedFinish: opt(time),
  externalEarlyStart: opt(time),
  externalLateFinish: opt(time),
  splits: opt(list(z.strictObject({ from: time, to: time }))),
  levelingDelayMinutes: opt(num),
  ignoreResourceCalendars: opt(flag),
  placeholder: opt(flag),
  drivenBy: opt(choice(["duration", "assignments"])),
});
const constraintKinds = [
  "asSoonAsPossible",
  "asLateAsPossible",
  "startNoEarlierThan",
  "startNoLaterThan",
  "finishNoEarlierThan",
  "finishNoLaterThan",
  "mustStartOn",
  "mustFinishOn",
  "startOn",
  "finishOn",
] as const;
const item = z.strictObject({
  ...row,
  title: text,
  kind: choice([
    "task",
    "epic",
    "subtask",
    "milestone",
    "approval",
    "checklistItem",
    "defect",
    "pullRequest",
    "summary",
  ]),
  sourceKind: opt(text),
  body: opt(z.strictObject({ text, markup: choice(["plain", "markdown", "html", "wiki", "adf"]) })),
  parentId: opt(id),
  projectId: opt(id),
  memberships: opt(list(z.strictObject({ containerId: id, stateId: opt(id), rank: opt(num) }))),
  stateId: opt(id),
  workflowId: opt(id),
  rank: opt(num),
  outcomeIds: opt(list(id)),
  reason: opt(text),
  acceptanceCriteria: opt(
    list(z.strictObject({ text, observable: opt(choice(["state", "value", "artefact", "approval"])), met: opt(flag) })),
  ),
  classOfService: opt(choice(["standard", "fixedDate", "expedite", "intangible"])),
  priority: opt(num),
  skills: opt(list(text)),
  labels: opt(list(text)),
  estimates: opt(
    list(
      z.strictObject({
        of: choice(["duration", "effort", "points", "size"]),
        basis: choice(["original", "remaining"]),
        value: estimateValue,
      }),
    ),
  ),
  schedule: opt(itemSchedule),
  constraints: opt(list(z.strictObject({ kind: choice(constraintKinds), at: opt(time) }))),
  deadline: opt(time),
  dueDate: opt(time),
  costOfDelay: opt(z.strictObject({ rate: quantity, from: opt(time) })),
  calendarId: opt(id),
  workType: opt(choice(["planned", "unplanned", "toil"])),
  createdAt: opt(time),
  startedAt: opt(time),
  finishedAt: opt(time),
  updatedAt: opt(time),
  blocked: opt(flag),
  blockedReason: opt(text),
  clarifiedAt: opt(instant),
});
const dependency = z.strictObject({
  ...row,
  predecessorId: id,
  successorId: id,
  type: choice(["FS", "SS", "FF", "SF"]),
  lag: opt(
    z.strictObject({
      amount: num,
      unit: choice(["minutes", "percent"]),
      basis: choice(["working", "elapsed"]),
      calendar: opt(choice(["predecessor", "successor", "project", "continuous"])),
    }),
  ),
  discretionary: opt(flag),
  handoff: opt(
    z.strictObject({
      from: opt(id),
      to: opt(id),
      what: opt(text),
      neededBy: opt(time),
      promisedBy: opt(time),
      acceptance: opt(text),
      state: opt(choice(["offered", "accepted", "returned"])),
    }),
  ),
});
const relation = z.strictObject({
  ...row,
  kind: choice(["relates", "duplicates", "causes", "blocks", "implements", "other"]),
  fromId: id,
  toId: id,
  sourceKind: opt(text),
});
/** The schema of a plan; strict: a field it does not know is refused by name. */
export const workPlanSchema: z.ZodMiniType<WorkPlan> = z.strictObject({
  formatVersion: z.literal(1),
  id: opt(text),
  title: opt(text),
  asOf: opt(instant),
  coverage: opt(coverage),
  projects: opt(list(project)),
  containers: opt(list(container)),
  workflows: opt(list(workflow)),
  timeboxes: opt(list(timebox)),
  outcomes: opt(list(outcome)),
  items: opt(list(item)),
  dependencies: opt(list(dependency)),
  relations: opt(list(relation)),
  people: opt(list(person)),
  teams: opt(list(team)),
  resources: opt(list(resource)),
  assignments: opt(list(assignment)),
  commitments: opt(list(commitment)),
  decisions: opt(list(decision)),
  risks: opt(list(risk)),
  terms: opt(list(term)),
  calendars: opt(list(calendar)),
  schedules: opt(list(storedSchedule)),
  extensions: free,
});
