import type { Project, SchedulingOptions } from "@evenkeel/core";
import { addRow, type Draft, defined, note, sourceOf, table } from "../draft.js";
import { account, choiceOf, flagOf, idOf, minutesOf, noId, type P6Record, type P6Tables, timeOf } from "./record.js";

const lagCalendars = {
  rcal_Predecessor: "predecessor",
  rcal_Successor: "successor",
  rcal_ProjDefault: "project",
  rcal_24Hour: "continuous",
} as const;
const ignoresOthers = { SD_Both: false, SD_None: true } as const;
const floatTypes = { FT_FF: "finish", FT_SS: "start", FT_Min: "least" } as const;
const criticalTypes = { CT_TotFloat: "totalFloat", CT_DrivPath: "longestPath" } as const;

/** Retained logic, progress override, or neither: actual dates. */
function progressModeOf(options: P6Record): SchedulingOptions["progressMode"] {
  const [retained, override] = [flagOf(options, "sched_retained_logic"), flagOf(options, "sched_progress_override")];
  if (retained === undefined && override === undefined) return undefined;
  return retained === true ? "retainedLogic" : override === true ? "progressOverride" : "actualDates";
}

function schedulingOf(draft: Draft, project: P6Record, options: P6Record): SchedulingOptions {
  const startLag = flagOf(options, "sched_lag_early_start_flag");
  return defined<SchedulingOptions>({
    preset: "primavera",
    criticalBy: choiceOf(draft, project, "critical_path_type", criticalTypes),
    criticalFloatMinutes: minutesOf(draft, project, "critical_drtn_hr_cnt"),
    lagCalendar: choiceOf(draft, options, "sched_calendar_on_relationship_lag", lagCalendars),
    progressMode: progressModeOf(options),
    floatType: choiceOf(draft, options, "sched_float_type", floatTypes),
    startLagFrom: startLag === undefined ? undefined : startLag ? "earlyStart" : "actualStart",
    usesExpectedFinish: flagOf(options, "sched_use_expect_end_flag"),
    multipleCriticalPaths: flagOf(options, "sched_open_critical_flag"),
    ignoresOtherProjects: choiceOf(draft, options, "sched_outer_depend_type", ignoresOthers),
  });
}

type Fields = Project["customFields"];

const bothOf = (a: Fields, b: Fields): Fields => (a === undefined || b === undefined ? (a ?? b) : { ...a, ...b });

/**
 * Reads projects, each with its own dates, calendar and options. Its name stands on its own node of the breakdown, its
 * options on a row of their own or on itself.
 */
export function readProjects(draft: Draft, { tool, projects, options, breakdown, calendars }: P6Tables): void {
  const optionsOf = new Map(options.map((record) => [record.get("proj_id"), record]));
  const titles = new Map(
    breakdown
      .filter((record) => flagOf(record, "proj_node_flag") === true)
      .map((record) => [record.get("proj_id"), record.get("wbs_name")]),
  );
  const standard = calendars.find((record) => flagOf(record, "default_flag") === true)?.get("clndr_id");
  const known = table(draft, "calendars");
  for (const record of projects) {
    account(draft, record, () => {
      const id = idOf(draft, record, "proj_id");
      if (id === undefined) return noId;
      const short = record.get("proj_short_name");
      const calendarId = record.get("clndr_id") ?? standard;
      const own = optionsOf.get(id) ?? record;
      const row = defined<Project>({
        id,
        name: titles.get(id) ?? record.get("proj_name") ?? short ?? id,
        calendarId: calendarId !== undefined && known.has(calendarId) ? calendarId : undefined,
        zone: draft.options.zone,
        dataDate: timeOf(draft, record, "last_recalc_date"),
        start: timeOf(draft, record, "plan_start_date"),
        mustFinishBy: timeOf(draft, record, "plan_end_date"),
        scheduling: schedulingOf(draft, record, own),
        sources: [sourceOf(draft, tool, id, short)],
        customFields: own === record ? record.rest() : bothOf(record.rest(), own.rest()),
      });
      return addRow(draft, "projects", row, record.path) ? undefined : noId;
    });
  }
  for (const record of options) {
    account(draft, record, () => {
      const id = record.get("proj_id");
      const isUsed = id !== undefined && optionsOf.get(id) === record && table(draft, "projects").has(id);
      return isUsed ? undefined : "project unknown";
    });
  }
}

/** The project of an activity; one that the file does not describe becomes a row of its own, and is said once. */
export function projectOf(draft: Draft, tool: string, record: P6Record): string {
  const id = record.get("proj_id") ?? "project";
  if (!table(draft, "projects").has(id)) {
    note(draft, "p6-missing-project", record.path, [id], { project: id });
    const row: Project = {
      id,
      name: id === "project" ? "Project" : id,
      scheduling: { preset: "primavera" },
      sources: [sourceOf(draft, tool, id)],
    };
    addRow(draft, "projects", row, record.path);
  }
  return id;
}
