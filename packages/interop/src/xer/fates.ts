/** Columns that go to the model, by table: `column > where`. */
const mapped: Readonly<Record<string, readonly string[]>> = {
  PROJECT: [
    "proj_id > projects.id",
    "proj_short_name > projects.sources.key",
    "clndr_id > projects.calendarId",
    "last_recalc_date > projects.dataDate",
    "plan_start_date > projects.start",
    "plan_end_date > projects.mustFinishBy",
    "critical_path_type > projects.scheduling.criticalBy",
    "critical_drtn_hr_cnt > projects.scheduling.criticalFloatMinutes",
  ],
  SCHEDOPTIONS: [
    "proj_id > projects.id",
    "sched_calendar_on_relationship_lag > projects.scheduling.lagCalendar",
    "sched_retained_logic > projects.scheduling.progressMode",
    "sched_progress_override > projects.scheduling.progressMode",
    "sched_float_type > projects.scheduling.floatType",
    "sched_lag_early_start_flag > projects.scheduling.startLagFrom",
    "sched_use_expect_end_flag > projects.scheduling.usesExpectedFinish",
    "sched_open_critical_flag > projects.scheduling.multipleCriticalPaths",
    "sched_outer_depend_type > projects.scheduling.ignoresOtherProjects",
  ],
  CALENDAR: [
    "clndr_id > calendars.id",
    "clndr_name > calendars.name",
    "base_clndr_id > calendars.parentId",
    "clndr_data > calendars.week",
    "default_flag > projects.calendarId",
  ],
  PROJWBS: [
    "wbs_id > items.id",
    "proj_id > items.projectId",
    "wbs_name > items.title",
    "wbs_short_name > items.sources.key",
    "parent_wbs_id > items.parentId",
    "seq_num > items.rank",
    "proj_node_flag > projects.name",
  ],
  RSRC: [
    "rsrc_id > people.id",
    "rsrc_name > people.name",
    "rsrc_short_name > people.sources.key",
    "rsrc_type > resources.kind",
    "clndr_id > people.calendarId",
    "email_addr > people.email",
    "active_flag > people.active",
  ],
  ROLES: ["role_id > resources.id", "role_name > resources.name", "role_short_name > resources.sources.key"],
  TASK: [
    "task_id > items.id",
    "proj_id > items.projectId",
    "wbs_id > items.parentId",
    "clndr_id > items.calendarId",
    "task_code > items.sources.key",
    "task_name > items.title",
    "task_type > items.schedule.kind",
    "status_code > items.stateId",
    "duration_type > items.schedule.durationType",
    "complete_pct_type > items.schedule.percentCompleteType",
    "phys_complete_pct > items.schedule.physicalPercentComplete",
    "target_drtn_hr_cnt > items.schedule.durationMinutes",
    "remain_drtn_hr_cnt > items.schedule.remainingMinutes",
    "act_start_date > items.schedule.actualStart",
    "act_end_date > items.schedule.actualFinish",
    "suspend_date > items.schedule.suspend",
    "resume_date > items.schedule.resume",
    "expect_end_date > items.schedule.expectedFinish",
    "external_early_start_date > items.schedule.externalEarlyStart",
    "external_late_end_date > items.schedule.externalLateFinish",
    "cstr_type > items.constraints.kind",
    "cstr_date > items.constraints.at",
    "cstr_type2 > items.constraints.kind",
    "cstr_date2 > items.constraints.at",
    "create_date > items.createdAt",
    "update_date > items.updatedAt",
    "restart_date > schedules.items.start",
    "reend_date > schedules.items.finish",
    "early_start_date > schedules.items.earlyStart",
    "early_end_date > schedules.items.earlyFinish",
    "late_start_date > schedules.items.lateStart",
    "late_end_date > schedules.items.lateFinish",
    "total_float_hr_cnt > schedules.items.totalFloatMinutes",
    "free_float_hr_cnt > schedules.items.freeFloatMinutes",
    "driving_path_flag > schedules.items.isOnLongestPath",
  ],
  TASKPRED: [
    "task_pred_id > dependencies.id",
    "task_id > dependencies.successorId",
    "pred_task_id > dependencies.predecessorId",
    "proj_id > report.issues",
    "pred_proj_id > report.issues",
    "pred_type > dependencies.type",
    "lag_hr_cnt > dependencies.lag.amount",
  ],
  TASKRSRC: [
    "taskrsrc_id > assignments.id",
    "task_id > assignments.itemId",
    "rsrc_id > assignments.personId",
    "role_id > assignments.resourceId",
    "act_start_date > assignments.during.from",
    "restart_date > assignments.during.from",
    "act_end_date > assignments.during.to",
    "reend_date > assignments.during.to",
  ],
  ACTVTYPE: ["actv_code_type_id > items.labels", "actv_code_type > items.labels"],
  ACTVCODE: [
    "actv_code_id > items.labels",
    "actv_code_type_id > items.labels",
    "actv_code_name > items.labels",
    "short_name > items.labels",
  ],
  TASKACTV: ["task_id > items.labels", "actv_code_id > items.labels"],
};

/** Columns of assignments that say how much work there is; of material they count pieces. */
const work: readonly string[] = [
  "target_qty > assignments.effortMinutes",
  "remain_qty > assignments.remainingEffortMinutes",
  "act_reg_qty > assignments.actualEffortMinutes",
  "act_ot_qty > assignments.overtimeEffortMinutes",
  "target_qty_per_hr > assignments.units",
  "remain_qty_per_hr > assignments.units",
  "target_lag_drtn_hr_cnt > assignments.delayMinutes",
];

const split = (rules: readonly string[]): ReadonlyMap<string, string> =>
  new Map(
    rules.map((rule) => {
      const [column = "", to = ""] = rule.split(" > ");
      return [column, to];
    }),
  );

/** Where each column of a table goes; a table without any is kept as a whole. */
export function mappedColumns(table: string): ReadonlyMap<string, string> | undefined {
  if (!Object.hasOwn(mapped, table)) return undefined;
  return split([...(mapped[table] ?? []), ...(table === "TASKRSRC" ? work : [])]);
}
