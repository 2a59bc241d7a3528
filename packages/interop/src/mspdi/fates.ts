import { compileFates, type FateRule, fates, unnamedFate } from "../tally.js";

const derived = "derived by the tool from other fields";
const screens = "layout of the tool's screens";
const project = "Project";
const task = `${project}/Tasks/Task`;
const resource = `${project}/Resources/Resource`;
const assignment = `${project}/Assignments/Assignment`;
const calendar = `${project}/Calendars/Calendar`;

const under = (place: string, ...names: readonly string[]): string[] => names.map((name) => `${place}/${name}`);

function days(place: string): string[] {
  return under(
    place,
    ...["WeekDays", "WeekDays/WeekDay", "WeekDays/WeekDay/DayType", "WeekDays/WeekDay/DayWorking"],
    ...["TimePeriod", "TimePeriod/FromDate", "TimePeriod/ToDate"].map((name) => `WeekDays/WeekDay/${name}`),
    ...["WorkingTimes", "WorkingTimes/WorkingTime"].map((name) => `WeekDays/WeekDay/${name}`),
    "WeekDays/WeekDay/WorkingTimes/WorkingTime/*",
  );
}

const rules: readonly FateRule[] = [
  ...fates("mapped", undefined, project, `${project}/@xmlns > format`),
  ...fates("mapped", undefined, ...under(project, "Tasks", "Resources", "Assignments", "Calendars")),
  ...fates(
    "mapped",
    undefined,
    ...under(
      project,
      ...["SaveVersion > report.format.version", "Name > projects.name", "Title > projects.name"],
      ...["StartDate > projects.start", "CalendarUID > projects.calendarId", "StatusDate > projects.dataDate"],
      ...["ScheduleFromStart > projects.scheduling.fromFinish", "MinutesPerDay > projects.scheduling.minutesPerDay"],
      ...["MinutesPerWeek > projects.scheduling.minutesPerWeek", "DaysPerMonth > projects.scheduling.daysPerMonth"],
      "CriticalSlackLimit > projects.scheduling.criticalFloatMinutes",
      "MultipleCriticalPaths > projects.scheduling.multipleCriticalPaths",
      "SplitsInProgressTasks > projects.scheduling.progressMode",
      "LastSaved > schedules.madeAt",
    ),
  ),
  ...fates(
    "mapped",
    undefined,
    task,
    ...under(
      task,
      ...["UID > items.id", "ID > items.sources.key", "Name > items.title", "OutlineLevel > items.parentId"],
      "ExternalTask > items.schedule.mode",
      ...["Manual > items.schedule.mode", "Active > items.schedule.active", "Type > items.schedule.durationType"],
      ...["EffortDriven > items.schedule.effortDriven", "Duration > items.schedule.durationMinutes"],
      ...["DurationFormat > items.schedule.shownUnit", "Estimated > items.schedule.estimated"],
      ...["RemainingDuration > items.schedule.remainingMinutes", "ActualDuration > items.schedule.actualMinutes"],
      ...["PercentComplete > items.schedule.percentComplete", "Notes > items.body"],
      "PhysicalPercentComplete > items.schedule.physicalPercentComplete",
      ...["ManualStart > items.schedule.start", "ManualFinish > items.schedule.finish"],
      ...["ActualStart > items.schedule.actualStart", "ActualFinish > items.schedule.actualFinish"],
      ...["Stop > items.schedule.stop", "Resume > items.schedule.resume", "Milestone > items.kind"],
      "IgnoreResourceCalendar > items.schedule.ignoreResourceCalendars",
      "LevelingDelay > items.schedule.levelingDelayMinutes",
      ...["ConstraintType > items.constraints.kind", "ConstraintDate > items.constraints.at"],
      ...["Deadline > items.deadline", "CalendarUID > items.calendarId", "Priority > items.priority"],
      ...["CreateDate > items.createdAt", "Start > schedules.items.start", "Finish > schedules.items.finish"],
      ...["EarlyStart > schedules.items.earlyStart", "EarlyFinish > schedules.items.earlyFinish"],
      ...["LateStart > schedules.items.lateStart", "LateFinish > schedules.items.lateFinish"],
      ...["TotalSlack > schedules.items.totalFloatMinutes", "FreeSlack > schedules.items.freeFloatMinutes"],
      ...["StartSlack > schedules.items.startFloatMinutes", "FinishSlack > schedules.items.finishFloatMinutes"],
      ...["Critical > schedules.items.isCritical", "PredecessorLink > dependencies"],
      ...["PredecessorLink/PredecessorUID > dependencies.predecessorId", "PredecessorLink/Type > dependencies.type"],
      ...["PredecessorLink/LinkLag > dependencies.lag.amount", "PredecessorLink/LagFormat > dependencies.lag.unit"],
      ...["PredecessorLink/CrossProject > report.issues", "PredecessorLink/CrossProjectName > report.issues"],
      ...["Baseline > schedules", "Baseline/Number > schedules.id"],
      ...["Baseline/Start > schedules.items.start", "Baseline/Finish > schedules.items.finish"],
    ),
  ),
  ...fates("dropped", derived, ...under(task, "Summary", "OutlineNumber", "IsNull", "ResumeValid")),
  ...fates(
    "mapped",
    undefined,
    resource,
    ...under(
      resource,
      ...["UID > people.id", "ID > people.sources.key", "Name > people.name", "EmailAddress > people.email"],
      ...["CalendarUID > people.calendarId", "Type > resources.kind", "IsGeneric > resources.kind"],
      ...["IsCostResource > resources.kind", "MaterialLabel > resources.unit", "IsInactive > people.active"],
    ),
  ),
  ...fates("dropped", derived, `${resource}/IsNull`),
  ...fates(
    "mapped",
    undefined,
    assignment,
    ...under(
      assignment,
      ...["UID > assignments.id", "TaskUID > assignments.itemId", "ResourceUID > assignments.personId"],
      ...["Work > assignments.effortMinutes", "RemainingWork > assignments.remainingEffortMinutes"],
      ...["ActualWork > assignments.actualEffortMinutes", "OvertimeWork > assignments.overtimeEffortMinutes"],
      ...["Units > assignments.units", "Start > assignments.during.from", "Finish > assignments.during.to"],
      "RemainingOvertimeWork > assignments.remainingOvertimeEffortMinutes",
      ...["Stop > assignments.stop", "Resume > assignments.resume", "WorkContour > assignments.contour"],
      ...["Delay > assignments.delayMinutes", "LevelingDelay > assignments.levelingDelayMinutes"],
    ),
  ),
  ...fates(
    "mapped",
    undefined,
    calendar,
    ...under(calendar, "UID > calendars.id", "Name > calendars.name", "BaseCalendarUID > calendars.parentId"),
    ...days(calendar),
    ...under(
      calendar,
      "WorkWeeks",
      "WorkWeeks/WorkWeek",
      "WorkWeeks/WorkWeek/Name",
      "WorkWeeks/WorkWeek/TimePeriod/**",
    ),
    ...days(`${calendar}/WorkWeeks/WorkWeek`),
    ...under(calendar, "Exceptions", "Exceptions/Exception", "Exceptions/Exception/TimePeriod/**"),
    ...under(
      `${calendar}/Exceptions/Exception`,
      ...["Name", "Type", "DayWorking", "DaysOfWeek", "Month", "MonthDay", "MonthItem", "MonthPosition", "Period"],
      ...["Occurrences", "EnteredByOccurrences", "WorkingTimes", "WorkingTimes/**"],
    ),
  ),
  ...fates("dropped", derived, `${calendar}/IsBaseCalendar`),
  ...fates(
    "dropped",
    screens,
    ...under(project, "Views/**", "Filters/**", "Groups/**", "Tables/**", "Maps/**", "Reports/**", "Drawings/**"),
    ...under(project, "DataLinks/**", "VBAProjects/**"),
  ),
];

/** Where each element and attribute of an MSPDI file goes. */
export const mspdiFates = (keep: boolean): ((source: string) => Omit<FateRule, "source">) =>
  compileFates(rules, unnamedFate(keep, "customFields"));
