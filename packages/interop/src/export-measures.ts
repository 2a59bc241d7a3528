import type { Coverage, Row, TableName } from "@evenkeel/core";
import type { Message } from "@evenkeel/kernel";
import type { FormatName, Import } from "./types.js";

/** What people want to know of work, by what it needs of an export. */
export type MeasureName =
  | "states"
  | "cycleTime"
  | "throughput"
  | "blockedTime"
  | "dates"
  | "loggedEffort"
  | "plannedLoad"
  | "promises";

/** How well an export tells a measure. */
export interface ExportMeasure {
  readonly measure: MeasureName;
  /** exact: recorded; stamps: from dates of start and end alone; unavailable: not at all. */
  readonly quality: "exact" | "stamps" | "unavailable";
  /** What cannot be told, for people; absent where it is exact. */
  readonly gap?: Message;
  /** What carries it: another export of the tool, exports of other days, or people. */
  readonly instead?: Message;
}

type Instead = { readonly [M in MeasureName]?: string };

const moves = (source: string): Instead => ({ states: source, cycleTime: source, throughput: source });
/** Of trackers, Jira alone records when work was blocked. */
const jira: Instead = { ...moves("jira-changelog"), blockedTime: "jira-changelog", loggedEffort: "jira-worklog" };

/** Which other export of the tool carries what this one does not. */
const better: { readonly [F in FormatName]?: Instead } = {
  "jira-csv": jira,
  "jira-json": jira,
  "jira-xml": jira,
  github: moves("github-timeline"),
  asana: moves("asana-stories"),
  bugzilla: moves("bugzilla-history"),
  clickup: moves("clickup-time-in-status"),
  gitlab: moves("gitlab-events"),
  linear: moves("linear-history"),
  monday: moves("monday-logs"),
  "monday-xlsx": moves("monday-logs"),
  "azure-devops": moves("azure-updates"),
  trello: moves("trello-actions"),
  "mapped-csv": moves("event-log"),
  markdown: moves("versions"),
  "todo-txt": moves("versions"),
  "git-log": {},
  ocel: {},
  xes: {},
};

/** Where no other export of the tool carries it. */
const otherwise: Instead = { ...moves("snapshots"), dates: "schedule", promises: "overlay" };

function has(read: Import, table: TableName, field: string): boolean {
  const { coverage } = read.plan;
  const rows = (read.plan[table] ?? []) as readonly Row[];
  return (
    rows.some((row) => Object.hasOwn(row, field)) ||
    (coverage ?? []).some((each: Coverage) => each.table === table && each.fields.includes(field))
  );
}

const hasDurations = ({ plan }: Import): boolean =>
  (plan.items ?? []).some(({ estimates = [] }) => estimates.some(({ of }) => of === "duration"));

function qualityOf(read: Import, measure: MeasureName): ExportMeasure["quality"] {
  const { history, records } = read;
  const isRecorded = (...types: readonly string[]): boolean =>
    history.events.some(({ type, source }) => source === "exact" && types.includes(type));
  const when = (holds: boolean): ExportMeasure["quality"] => (holds ? "exact" : "unavailable");
  const finishes = has(read, "items", "finishedAt");
  switch (measure) {
    case "states":
      return when(isRecorded("stateChanged"));
    case "cycleTime":
      if (isRecorded("stateChanged")) return "exact";
      return finishes && has(read, "items", "startedAt") ? "stamps" : "unavailable";
    case "throughput":
      if (isRecorded("stateChanged")) return "exact";
      return finishes ? "stamps" : "unavailable";
    case "blockedTime":
      return when(
        isRecorded("blocked", "unblocked") ||
          (history.coverage ?? []).some(({ table, fields }) => table === "events" && fields.includes("blocked")),
      );
    case "dates":
      return when(has(read, "items", "schedule") || has(read, "schedules", "items") || hasDurations(read));
    case "loggedEffort":
      return when((records.loggedEffort ?? []).length > 0 || has(read, "assignments", "actualEffortMinutes"));
    case "plannedLoad":
      return when(has(read, "assignments", "effortMinutes") || has(read, "assignments", "units"));
    case "promises":
      return when(has(read, "commitments", "due"));
  }
}

const names: readonly MeasureName[] = [
  "states",
  "cycleTime",
  "throughput",
  "blockedTime",
  "dates",
  "loggedEffort",
  "plannedLoad",
  "promises",
];

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
const message = (code: string): Message => ({ code: `interop/${code}`, facts: {} });

/**
 * What an export can tell and what it cannot: for each measure whether it is exact, from stamps of start and end alone, or
 * unavailable, and what carries it instead.
 *
 * Judged by what the documents hold, so that answers put onto an import and histories inferred from several count.
 *
 * @param read - an import
 * @returns every measure, in a stated order; none for work without items
 *
 * Issues: none.
 * Time O(rows + events), space O(1).
 * Source: own.
 *
 * @example
 * import { readMappedCsv } from "@evenkeel/interop/mapped-csv";
 * const read = orThrow(readMappedCsv("title,started,done\nDig,2026-05-01,2026-05-04"));
 * exportMeasures(read).slice(0, 2).map(({ measure, quality }) => [measure, quality]); // => [["states", "unavailable"], ["cycleTime", "stamps"]]
 */
export function exportMeasures(read: Import): ExportMeasure[] {
  if ((read.plan.items ?? []).length === 0) return [];
  const { name } = read.report.format;
  return names.map((measure): ExportMeasure => {
    const quality = qualityOf(read, measure);
    if (quality === "exact") return { measure, quality };
    const instead = better[name]?.[measure] ?? otherwise[measure];
    return {
      measure,
      quality,
      gap: message(`measure-${kebab(measure)}-${quality}`),
      ...(instead === undefined ? {} : { instead: message(`export-${instead}`) }),
    };
  });
}
