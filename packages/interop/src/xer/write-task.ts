import type { DateConstraint, ItemSchedule, ScheduledItem, StateCategory, WorkItem } from "@evenkeel/core";
import { clock, flag, hours, ownColumns, rowOf, type XerRow } from "./write-table.js";

/** Columns of activities, in the order of the format. */
export const taskColumns: readonly string[] =
  "task_id proj_id wbs_id clndr_id phys_complete_pct complete_pct_type task_type duration_type status_code task_code task_name total_float_hr_cnt free_float_hr_cnt remain_drtn_hr_cnt target_drtn_hr_cnt cstr_date act_start_date act_end_date late_start_date late_end_date expect_end_date early_start_date early_end_date restart_date reend_date external_early_start_date external_late_end_date cstr_type suspend_date resume_date create_date update_date cstr_date2 cstr_type2 driving_path_flag".split(
    " ",
  );

const types = {
  task: "TT_Task",
  summary: "TT_Task",
  startMilestone: "TT_Mile",
  finishMilestone: "TT_FinMile",
  levelOfEffort: "TT_LOE",
  hammock: "TT_WBS",
} as const;
const durationTypes = { fixedDuration: "DT_FixedDUR2", fixedWork: "DT_FixedQty", fixedUnits: "DT_FixedRate" } as const;
const percentTypes = { duration: "CP_Drtn", physical: "CP_Phys", units: "CP_Units" } as const;
const constraintCodes: { readonly [K in DateConstraint["kind"]]?: string } = {
  startNoEarlierThan: "CS_MSOA",
  startNoLaterThan: "CS_MSOB",
  finishNoEarlierThan: "CS_MEOA",
  finishNoLaterThan: "CS_MEOB",
  startOn: "CS_MSO",
  finishOn: "CS_MEO",
  mustStartOn: "CS_MANDSTART",
  mustFinishOn: "CS_MANDFIN",
  asLateAsPossible: "CS_ALAP",
};

function typeOf(item: WorkItem): string {
  const { kind, drivenBy } = item.schedule ?? {};
  if (kind === undefined) return item.kind === "milestone" ? "TT_FinMile" : "TT_Task";
  return kind === "task" && drivenBy === "assignments" ? "TT_Rsrc" : types[kind];
}

/** What is done by actual dates, else by the state. */
function statusOf(schedule: ItemSchedule | undefined, category: StateCategory | undefined): string {
  if (schedule?.actualFinish !== undefined) return "TK_Complete";
  if (schedule?.actualStart !== undefined) return "TK_Active";
  return category === "done" ? "TK_Complete" : category === "active" ? "TK_Active" : "TK_NotStart";
}

/** Planned and remaining hours: before work begins what remains is what is scheduled, what was planned stands beside it. */
function durations({ schedule, estimates }: WorkItem): XerRow {
  const hasBegun = schedule?.actualStart !== undefined || schedule?.actualFinish !== undefined;
  const { durationMinutes, remainingMinutes } = schedule ?? {};
  if (hasBegun) return { target_drtn_hr_cnt: hours(durationMinutes), remain_drtn_hr_cnt: hours(remainingMinutes) };
  const planned = estimates?.find(
    ({ of, basis, value }) => of === "duration" && basis === "original" && value.kind === "single",
  )?.value;
  const amount = planned?.kind === "single" ? planned.amount : durationMinutes;
  const isStated = remainingMinutes !== undefined || amount !== durationMinutes;
  return {
    target_drtn_hr_cnt: hours(amount),
    remain_drtn_hr_cnt: hours(isStated ? (durationMinutes ?? remainingMinutes) : undefined),
  };
}

function constraintsOf(constraints: readonly DateConstraint[] | undefined): XerRow {
  const [first, second] = (constraints ?? []).filter(({ kind }) => constraintCodes[kind] !== undefined);
  return {
    cstr_type: first && constraintCodes[first.kind],
    cstr_date: clock(first?.at),
    cstr_type2: second && constraintCodes[second.kind],
    cstr_date2: clock(second?.at),
  };
}

function datesOf(stored: ScheduledItem | undefined, schedule: ItemSchedule | undefined): XerRow {
  return {
    restart_date: schedule?.actualStart === undefined ? clock(stored?.start) : undefined,
    reend_date: schedule?.actualFinish === undefined ? clock(stored?.finish) : undefined,
    early_start_date: clock(stored?.earlyStart),
    early_end_date: clock(stored?.earlyFinish),
    late_start_date: clock(stored?.lateStart),
    late_end_date: clock(stored?.lateFinish),
    total_float_hr_cnt: hours(stored?.totalFloatMinutes),
    free_float_hr_cnt: hours(stored?.freeFloatMinutes),
    driving_path_flag: flag(stored?.isOnLongestPath),
  };
}

/** Where an activity stands and what the file says of it elsewhere. */
export interface TaskPlace {
  readonly id: string;
  readonly project: string;
  readonly node: string;
  readonly calendar: string | undefined;
  readonly code: string;
  readonly category: StateCategory | undefined;
  readonly stored: ScheduledItem | undefined;
}

/** An item as a row of TASK; what is not known is left out. */
export function taskRow(item: WorkItem, place: TaskPlace): XerRow {
  const { schedule } = item;
  const share = schedule?.physicalPercentComplete;
  return rowOf(ownColumns(item), {
    task_id: place.id,
    proj_id: place.project,
    wbs_id: place.node,
    clndr_id: place.calendar,
    phys_complete_pct: share === undefined ? undefined : String(Math.round(share * 1e8) / 1e6),
    complete_pct_type: schedule?.percentCompleteType && percentTypes[schedule.percentCompleteType],
    task_type: typeOf(item),
    duration_type: schedule?.durationType && durationTypes[schedule.durationType],
    status_code: statusOf(schedule, place.category),
    task_code: place.code,
    task_name: item.title,
    ...durations(item),
    ...constraintsOf(item.constraints),
    ...datesOf(place.stored, schedule),
    act_start_date: clock(schedule?.actualStart),
    act_end_date: clock(schedule?.actualFinish),
    suspend_date: clock(schedule?.suspend),
    resume_date: clock(schedule?.resume),
    expect_end_date: clock(schedule?.expectedFinish),
    external_early_start_date: clock(schedule?.externalEarlyStart),
    external_late_end_date: clock(schedule?.externalLateFinish),
    create_date: clock(item.createdAt),
    update_date: clock(item.updatedAt),
  });
}
