import type { DateConstraint, Estimate, ItemSchedule, WorkItem } from "@evenkeel/core";
import { addRow, type Draft, defined, sourceOf, table, warn } from "../draft.js";
import { addStamps, progressWorkflow } from "../stamps.js";
import { parentOf } from "./breakdown.js";
import { projectOf } from "./projects.js";
import { account, choiceOf, idOf, minutesOf, noId, type P6Record, shareOf, timeOf } from "./record.js";

const kinds = {
  TT_Task: "task",
  TT_Rsrc: "task",
  TT_Mile: "startMilestone",
  TT_FinMile: "finishMilestone",
  TT_LOE: "levelOfEffort",
  TT_WBS: "hammock",
} as const;
const constraintKinds = {
  CS_MSOA: "startNoEarlierThan",
  CS_MSOB: "startNoLaterThan",
  CS_MEOA: "finishNoEarlierThan",
  CS_MEOB: "finishNoLaterThan",
  CS_MSO: "startOn",
  CS_MEO: "finishOn",
  CS_MANDSTART: "mustStartOn",
  CS_MANDFIN: "mustFinishOn",
  CS_ALAP: "asLateAsPossible",
} as const;
const durationTypes = {
  DT_FixedDUR2: "fixedDuration",
  DT_FixedDrtn: "fixedDuration",
  DT_FixedQty: "fixedWork",
  DT_FixedRate: "fixedUnits",
} as const;
const percentTypes = { CP_Drtn: "duration", CP_Phys: "physical", CP_Units: "units" } as const;
const states = { TK_NotStart: "todo", TK_Active: "doing", TK_Complete: "done" } as const;

/** The primary constraint, then the secondary one. */
function constraintsOf(draft: Draft, record: P6Record, id: string): DateConstraint[] | undefined {
  const found: DateConstraint[] = [];
  for (const suffix of ["", "2"]) {
    const kind = choiceOf(draft, record, `cstr_type${suffix}`, constraintKinds);
    const at = timeOf(draft, record, `cstr_date${suffix}`);
    if (kind === undefined) continue;
    if (kind === "asLateAsPossible") found.push({ kind });
    else if (at !== undefined) found.push({ kind, at });
    else {
      const field = record.nameOf(`cstr_date${suffix}`);
      const facts = { field, found: "", expected: "a date for the constraint" };
      warn(draft, "p6-invalid-value", [...record.path, field], [id], facts);
    }
  }
  return found.length === 0 ? undefined : found;
}

/** Before work begins the tool schedules what remains; that may differ from what was planned. */
function durationOf(draft: Draft, record: P6Record): number | undefined {
  const planned = minutesOf(draft, record, "target_drtn_hr_cnt");
  const hasBegun = record.get("act_start_date") !== undefined || record.get("act_end_date") !== undefined;
  return hasBegun ? planned : (minutesOf(draft, record, "remain_drtn_hr_cnt") ?? planned);
}

/** What was planned, where something else is scheduled. */
function estimatesOf(draft: Draft, record: P6Record): Estimate[] | undefined {
  const amount = minutesOf(draft, record, "target_drtn_hr_cnt");
  if (amount === undefined || amount === durationOf(draft, record)) return undefined;
  return [{ of: "duration", basis: "original", value: { kind: "single", amount } }];
}

function scheduleOf(draft: Draft, record: P6Record): ItemSchedule {
  const time = (field: string) => timeOf(draft, record, field);
  const type = record.get("task_type");
  return defined<ItemSchedule>({
    kind: choiceOf(draft, record, "task_type", kinds) ?? "task",
    durationType: choiceOf(draft, record, "duration_type", durationTypes),
    drivenBy: type === "TT_Rsrc" ? "assignments" : "duration",
    durationMinutes: durationOf(draft, record),
    remainingMinutes: minutesOf(draft, record, "remain_drtn_hr_cnt"),
    actualMinutes: minutesOf(draft, record, "act_drtn_hr_cnt"),
    percentComplete: shareOf(draft, record, "drtn_complete_pct"),
    physicalPercentComplete: shareOf(draft, record, "phys_complete_pct"),
    percentCompleteType: choiceOf(draft, record, "complete_pct_type", percentTypes),
    actualStart: time("act_start_date"),
    actualFinish: time("act_end_date"),
    suspend: time("suspend_date"),
    resume: time("resume_date"),
    expectedFinish: time("expect_end_date"),
    externalEarlyStart: time("external_early_start_date"),
    externalLateFinish: time("external_late_end_date"),
  });
}

function addActivity(
  draft: Draft,
  tool: string,
  record: P6Record,
  rank: number,
  labels: readonly string[] | undefined,
): string | undefined {
  const id = idOf(draft, record, "task_id");
  if (id === undefined) return noId;
  const schedule = scheduleOf(draft, record);
  const { actualStart, actualFinish } = schedule;
  const calendarId = record.get("clndr_id");
  const isKnown = calendarId !== undefined && table(draft, "calendars").has(calendarId);
  if (calendarId !== undefined && !isKnown) {
    const facts = { item: id, reference: calendarId, field: record.nameOf("clndr_id") };
    warn(draft, "any-dangling-reference", record.path, [id, calendarId], facts);
  }
  const created = timeOf(draft, record, "create_date");
  const begun = actualFinish !== undefined ? "done" : actualStart !== undefined ? "doing" : "todo";
  const stateId = choiceOf(draft, record, "status_code", states) ?? begun;
  // A milestone is a moment, of which the tool keeps one date.
  const isMoment = schedule.kind.endsWith("Milestone") && stateId === "done";
  const finished = actualFinish ?? (isMoment ? actualStart : undefined);
  const added = addRow(
    draft,
    "items",
    defined<WorkItem>({
      id,
      title: record.get("task_name") ?? record.get("task_code") ?? "",
      kind: schedule.kind.endsWith("Milestone") ? "milestone" : "task",
      sourceKind: record.get("task_type"),
      parentId: parentOf(draft, record),
      projectId: projectOf(draft, tool, record),
      workflowId: progressWorkflow(draft),
      stateId,
      rank,
      labels,
      estimates: estimatesOf(draft, record),
      schedule,
      constraints: constraintsOf(draft, record, id),
      calendarId: isKnown ? calendarId : undefined,
      createdAt: created,
      startedAt: actualStart,
      finishedAt: finished,
      updatedAt: timeOf(draft, record, "update_date"),
      sources: [sourceOf(draft, tool, id, record.get("task_code"))],
      customFields: record.rest(),
    }),
    record.path,
  );
  if (!added) return noId;
  const stamps = { created, started: actualStart, finished };
  addStamps(draft, id, stamps, { first: "todo", active: "doing", done: "done", dropped: "dropped" });
  return undefined;
}

/** Reads activities of all types; gives those that became items, with their ids. */
export function readActivities(
  draft: Draft,
  tool: string,
  records: readonly P6Record[],
  labels: ReadonlyMap<string, readonly string[]>,
): (readonly [string, P6Record])[] {
  const added: (readonly [string, P6Record])[] = [];
  for (const [rank, record] of records.entries()) {
    const id = record.get("task_id") ?? "";
    account(draft, record, () => {
      const why = addActivity(draft, tool, record, rank, labels.get(id));
      if (why === undefined) added.push([id, record]);
      return why;
    });
  }
  return added;
}
