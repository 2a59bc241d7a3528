/** A field of the XML: the field of the text format it stands for, and how its values are translated. */
export interface PmxmlField {
  readonly field: string;
  readonly translate?: (text: string) => string;
}

/** An element of the XML as a row of the text format; several elements may fill one field, the first that is there does. */
export type PmxmlFields = Readonly<Record<string, readonly PmxmlField[]>>;

type Translate = NonNullable<PmxmlField["translate"]>;

/** A value that is not known stays as it is, so that it is refused by name. */
const oneOf =
  (choices: Readonly<Record<string, string>>): Translate =>
  (text) =>
    Object.hasOwn(choices, text) ? (choices[text] as string) : text;

const flag = oneOf({ "1": "Y", "0": "N", true: "Y", false: "N" });
/** Shares are 0..1 in the XML, percents in the text format. */
const percent: Translate = (text) => {
  const share = Number(text.replace(",", "."));
  return Number.isFinite(share) ? String(Math.round(share * 1e8) / 1e6) : text;
};
const activityType = oneOf({
  "Task Dependent": "TT_Task",
  "Resource Dependent": "TT_Rsrc",
  "Start Milestone": "TT_Mile",
  "Finish Milestone": "TT_FinMile",
  "Level of Effort": "TT_LOE",
  "WBS Summary": "TT_WBS",
});
const status = oneOf({ "Not Started": "TK_NotStart", "In Progress": "TK_Active", Completed: "TK_Complete" });
const durationType = oneOf({
  "Fixed Duration and Units": "DT_FixedDUR2",
  "Fixed Duration & Units": "DT_FixedDUR2",
  "Fixed Duration and Units/Time": "DT_FixedDrtn",
  "Fixed Duration & Units/Time": "DT_FixedDrtn",
  "Fixed Units": "DT_FixedQty",
  "Fixed Units/Time": "DT_FixedRate",
});
const percentType = oneOf({ Duration: "CP_Drtn", Physical: "CP_Phys", Units: "CP_Units" });
const constraint = oneOf({
  "Start On": "CS_MSO",
  "Start On or Before": "CS_MSOB",
  "Start On or After": "CS_MSOA",
  "Finish On": "CS_MEO",
  "Finish On or Before": "CS_MEOB",
  "Finish On or After": "CS_MEOA",
  "As Late As Possible": "CS_ALAP",
  "Mandatory Start": "CS_MANDSTART",
  "Mandatory Finish": "CS_MANDFIN",
});
const linkType = oneOf({
  "Finish to Start": "PR_FS",
  "Start to Start": "PR_SS",
  "Finish to Finish": "PR_FF",
  "Start to Finish": "PR_SF",
});
const resourceType = oneOf({ Labor: "RT_Labor", Nonlabor: "RT_Equip", Material: "RT_Mat" });
const lagCalendar = oneOf({
  "Predecessor Activity Calendar": "rcal_Predecessor",
  "Successor Activity Calendar": "rcal_Successor",
  "Project Default Calendar": "rcal_ProjDefault",
  "24 Hour Calendar": "rcal_24Hour",
});
const pathType = oneOf({ "Critical Float": "CT_TotFloat", "Longest Path": "CT_DrivPath" });
/** Written out with its formula by some versions. */
const floatType: Translate = (text) =>
  /^Smallest/.test(text) ? "FT_Min" : /^Start/.test(text) ? "FT_SS" : /^Finish/.test(text) ? "FT_FF" : text;
/** Whether lag counts from the early start. */
const outerType = oneOf({ "1": "SD_None", "0": "SD_Both", true: "SD_None", false: "SD_Both" });
const startLag = oneOf({ "1": "Y", "0": "N", true: "Y", false: "N", "Early Start": "Y", "Actual Start": "N" });
const isText =
  (wanted: string): Translate =>
  (text) =>
    text === wanted ? "Y" : "N";

const to = (field: string, translate?: Translate): readonly PmxmlField[] => [
  translate === undefined ? { field } : { field, translate },
];

const options: PmxmlFields = {
  RelationshipLagCalendar: to("sched_calendar_on_relationship_lag", lagCalendar),
  OutOfSequenceScheduleType: [
    { field: "sched_retained_logic", translate: isText("Retained Logic") },
    { field: "sched_progress_override", translate: isText("Progress Override") },
  ],
  ComputeTotalFloatType: to("sched_float_type", floatType),
  StartToStartLagCalculationType: to("sched_lag_early_start_flag", startLag),
  UseExpectedFinishDates: to("sched_use_expect_end_flag", flag),
  MakeOpenEndedActivitiesCritical: to("sched_open_critical_flag", flag),
  IgnoreOtherProjectRelationships: to("sched_outer_depend_type", outerType),
};

/** The elements that are rows of the model. */
export type PmxmlElement =
  | "Project"
  | "ScheduleOptions"
  | "Calendar"
  | "WBS"
  | "Resource"
  | "Role"
  | "Activity"
  | "Relationship"
  | "ResourceAssignment"
  | "ActivityCodeType"
  | "ActivityCode"
  | "Code";

/** The fields of each element that go to the model. */
export const pmxmlFields: Readonly<Record<PmxmlElement, PmxmlFields>> = {
  Project: {
    ...options,
    ObjectId: to("proj_id"),
    Id: to("proj_short_name"),
    Name: to("proj_name"),
    ActivityDefaultCalendarObjectId: to("clndr_id"),
    DataDate: to("last_recalc_date"),
    PlannedStartDate: to("plan_start_date"),
    MustFinishByDate: to("plan_end_date"),
    CriticalActivityPathType: to("critical_path_type", pathType),
    CriticalActivityFloatLimit: to("critical_drtn_hr_cnt"),
    CriticalActivityFloatThreshold: to("critical_drtn_hr_cnt"),
    WBSObjectId: to("wbs_id"),
  },
  ScheduleOptions: { ...options, ProjectObjectId: to("proj_id") },
  Calendar: {
    ObjectId: to("clndr_id"),
    Name: to("clndr_name"),
    BaseCalendarObjectId: to("base_clndr_id"),
    IsDefault: to("default_flag", flag),
  },
  WBS: {
    ObjectId: to("wbs_id"),
    ProjectObjectId: to("proj_id"),
    Name: to("wbs_name"),
    Code: to("wbs_short_name"),
    ParentObjectId: to("parent_wbs_id"),
    SequenceNumber: to("seq_num"),
  },
  Resource: {
    ObjectId: to("rsrc_id"),
    Name: to("rsrc_name"),
    Id: to("rsrc_short_name"),
    ResourceType: to("rsrc_type", resourceType),
    CalendarObjectId: to("clndr_id"),
    EmailAddress: to("email_addr"),
    IsActive: to("active_flag", flag),
  },
  Role: { ObjectId: to("role_id"), Name: to("role_name"), Id: to("role_short_name") },
  Activity: {
    ObjectId: to("task_id"),
    ProjectObjectId: to("proj_id"),
    WBSObjectId: to("wbs_id"),
    CalendarObjectId: to("clndr_id"),
    Id: to("task_code"),
    Name: to("task_name"),
    Type: to("task_type", activityType),
    Status: to("status_code", status),
    DurationType: to("duration_type", durationType),
    PercentCompleteType: to("complete_pct_type", percentType),
    DurationPercentComplete: to("drtn_complete_pct", percent),
    PhysicalPercentComplete: to("phys_complete_pct", percent),
    PlannedDuration: to("target_drtn_hr_cnt"),
    RemainingDuration: to("remain_drtn_hr_cnt"),
    ActualDuration: to("act_drtn_hr_cnt"),
    ActualStartDate: to("act_start_date"),
    ActualFinishDate: to("act_end_date"),
    SuspendDate: to("suspend_date"),
    ResumeDate: to("resume_date"),
    ExpectedFinishDate: to("expect_end_date"),
    ExternalEarlyStartDate: to("external_early_start_date"),
    ExternalLateFinishDate: to("external_late_end_date"),
    PrimaryConstraintType: to("cstr_type", constraint),
    PrimaryConstraintDate: to("cstr_date"),
    SecondaryConstraintType: to("cstr_type2", constraint),
    SecondaryConstraintDate: to("cstr_date2"),
    CreateDate: to("create_date"),
    LastUpdateDate: to("update_date"),
    EarlyStartDate: to("early_start_date"),
    EarlyFinishDate: to("early_end_date"),
    LateStartDate: to("late_start_date"),
    LateFinishDate: to("late_end_date"),
    RemainingEarlyStartDate: [{ field: "restart_date" }, { field: "early_start_date" }],
    RemainingEarlyFinishDate: [{ field: "reend_date" }, { field: "early_end_date" }],
    RemainingLateStartDate: to("late_start_date"),
    RemainingLateFinishDate: to("late_end_date"),
    TotalFloat: to("total_float_hr_cnt"),
    FreeFloat: to("free_float_hr_cnt"),
    IsLongestPath: to("driving_path_flag", flag),
  },
  Relationship: {
    ObjectId: to("task_pred_id"),
    SuccessorActivityObjectId: to("task_id"),
    PredecessorActivityObjectId: to("pred_task_id"),
    SuccessorProjectObjectId: to("proj_id"),
    PredecessorProjectObjectId: to("pred_proj_id"),
    Type: to("pred_type", linkType),
    Lag: to("lag_hr_cnt"),
  },
  ResourceAssignment: {
    ObjectId: to("taskrsrc_id"),
    ActivityObjectId: to("task_id"),
    ResourceObjectId: to("rsrc_id"),
    RoleObjectId: to("role_id"),
    PlannedUnits: to("target_qty"),
    RemainingUnits: to("remain_qty"),
    ActualRegularUnits: to("act_reg_qty"),
    // Both kinds together, where the file states no more.
    ActualUnits: to("act_reg_qty"),
    ActualOvertimeUnits: to("act_ot_qty"),
    PlannedUnitsPerTime: to("target_qty_per_hr"),
    RemainingUnitsPerTime: to("remain_qty_per_hr"),
    PlannedLag: to("target_lag_drtn_hr_cnt"),
    ActualStartDate: to("act_start_date"),
    ActualFinishDate: to("act_end_date"),
    RemainingStartDate: to("restart_date"),
    RemainingFinishDate: to("reend_date"),
  },
  ActivityCodeType: { ObjectId: to("actv_code_type_id"), Name: to("actv_code_type") },
  ActivityCode: {
    ObjectId: to("actv_code_id"),
    CodeTypeObjectId: to("actv_code_type_id"),
    Description: to("actv_code_name"),
    CodeValue: to("short_name"),
  },
  Code: { TypeObjectId: to("actv_code_type_id"), ValueObjectId: to("actv_code_id") },
};
