import type { Assignment, Person, Project, Resource, WorkItem } from "@evenkeel/core";
import { clock, flag, hours, ownColumns, rowOf, type XerRow } from "./write-table.js";

const lagCalendars = {
  predecessor: "rcal_Predecessor",
  successor: "rcal_Successor",
  project: "rcal_ProjDefault",
  continuous: "rcal_24Hour",
} as const;
const floatTypes = { finish: "FT_FF", start: "FT_SS", least: "FT_Min" } as const;
const criticalTypes = { totalFloat: "CT_TotFloat", longestPath: "CT_DrivPath" } as const;

/** Columns that reading takes from the row of options to the project. */
const ofOptions =
  /^(schedoptions_id$|sched_|level|limit_|max_multiple|use_total|key_activity|calculate_float|enable_multiple)/i;

/** A project with its options: a row of PROJECT and one of SCHEDOPTIONS. */
export function projectRows(
  row: Project,
  id: string,
  calendar: string | undefined,
): { project: XerRow; options: XerRow } {
  const kept = Object.entries(ownColumns(row));
  const { scheduling } = row;
  const mode = scheduling?.progressMode;
  const isStart = scheduling?.startLagFrom;
  const ignores = scheduling?.ignoresOtherProjects;
  return {
    project: rowOf(
      { project_flag: "Y", ...Object.fromEntries(kept.filter(([name]) => !ofOptions.test(name))) },
      {
        proj_id: id,
        proj_short_name: row.sources?.find(({ tool }) => tool === "xer")?.key ?? row.name.slice(0, 40),
        clndr_id: calendar,
        last_recalc_date: clock(row.dataDate),
        plan_start_date: clock(row.start),
        plan_end_date: clock(row.mustFinishBy),
        critical_path_type: scheduling?.criticalBy && criticalTypes[scheduling.criticalBy],
        critical_drtn_hr_cnt: hours(scheduling?.criticalFloatMinutes),
      },
    ),
    options: rowOf(
      { schedoptions_id: id, ...Object.fromEntries(kept.filter(([name]) => ofOptions.test(name))) },
      {
        proj_id: id,
        sched_calendar_on_relationship_lag: scheduling?.lagCalendar && lagCalendars[scheduling.lagCalendar],
        sched_retained_logic: mode && flag(mode === "retainedLogic"),
        sched_progress_override: mode && flag(mode === "progressOverride"),
        sched_float_type: scheduling?.floatType && floatTypes[scheduling.floatType],
        sched_lag_early_start_flag: isStart && flag(isStart === "earlyStart"),
        sched_use_expect_end_flag: flag(scheduling?.usesExpectedFinish),
        sched_open_critical_flag: flag(scheduling?.multipleCriticalPaths),
        sched_outer_depend_type: ignores === undefined ? undefined : ignores ? "SD_None" : "SD_Both",
      },
    ),
  };
}

const resourceTypes = { equipment: "RT_Equip", material: "RT_Mat", cost: "RT_Mat" } as const;

/** The short name the tool knows a row by. */
function shortName(row: Person | Resource): string {
  return row.sources?.find(({ tool }) => tool === "xer")?.key ?? row.name.slice(0, 40);
}

/** A person or thing as a row of RSRC. */
export function resourceRow(row: Person | Resource, id: string, calendar: string | undefined): XerRow {
  const kind = "kind" in row && row.kind !== "placeholder" ? resourceTypes[row.kind] : "RT_Labor";
  return rowOf(ownColumns(row), {
    rsrc_id: id,
    clndr_id: calendar,
    rsrc_short_name: shortName(row),
    rsrc_name: row.name,
    rsrc_type: kind,
    email_addr: "email" in row ? row.email : undefined,
    active_flag: "active" in row && row.active === false ? "N" : "Y",
  });
}

/** A placeholder as a row of ROLES. */
export function roleRow(row: Resource, id: string): XerRow {
  return rowOf(ownColumns(row), { role_id: id, role_short_name: shortName(row), role_name: row.name });
}

function workOf(row: Assignment): XerRow {
  const overtime = row.overtimeEffortMinutes;
  const actual = row.actualEffortMinutes;
  const units = row.units === undefined ? undefined : String(row.units);
  return {
    target_qty: hours(row.effortMinutes),
    remain_qty: hours(row.remainingEffortMinutes),
    act_reg_qty: hours(actual === undefined ? undefined : actual - (overtime ?? 0)),
    act_ot_qty: hours(overtime),
    target_qty_per_hr: units,
    remain_qty_per_hr: units,
    target_lag_drtn_hr_cnt: hours(row.delayMinutes),
  };
}

/** Who an assignment is of, and of which item. */
export interface AssignmentPlace {
  readonly id: string;
  readonly task: string;
  readonly project: string;
  readonly resource?: string | undefined;
  readonly role?: string | undefined;
  readonly item: WorkItem;
  readonly isMaterial: boolean;
}

/** An assignment as a row of TASKRSRC. */
export function assignmentRow(row: Assignment, place: AssignmentPlace): XerRow {
  const { actualStart, actualFinish } = place.item.schedule ?? {};
  return rowOf(ownColumns(row), {
    taskrsrc_id: place.id,
    task_id: place.task,
    proj_id: place.project,
    rsrc_id: place.resource,
    role_id: place.role,
    ...(place.isMaterial ? {} : workOf(row)),
    [actualStart === undefined ? "restart_date" : "act_start_date"]: clock(row.during?.from),
    [actualFinish === undefined ? "reend_date" : "act_end_date"]: clock(row.during?.to),
  });
}
