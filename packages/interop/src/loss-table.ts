import type { FormatName } from "./types.js";

/** What becomes of a part of the model that a writer is given and its reader reads again. */
export type LossFate = "kept" | "approximated" | "lost";

/** What becomes of one part. */
export interface LossRow {
  /** A table for its rows, `table.field` for a field of them, `table.field.member` within the options that have many members. */
  readonly part: string;
  readonly fate: LossFate;
  /** What comes back in its place; there where it is approximated. */
  readonly how?: string;
}

/** What a format keeps of a plan: a row for every part of the model. */
export interface LossTable {
  readonly format: FormatName | "mermaid";
  readonly rows: readonly LossRow[];
}

/** Fields by table, besides those that every row may carry. */
const fields: readonly (readonly [string, string])[] = [
  [
    "projects",
    "name parentId rank calendarId zone dataDate start mustFinishBy scheduling.preset scheduling.fromFinish scheduling.criticalFloatMinutes scheduling.lagCalendar scheduling.progressMode scheduling.floatType scheduling.startLagFrom scheduling.usesExpectedFinish scheduling.criticalBy scheduling.multipleCriticalPaths scheduling.ignoresOtherProjects scheduling.minutesPerDay scheduling.minutesPerWeek scheduling.daysPerMonth",
  ],
  ["containers", "name kind parentId projectId workflowId rank archived"],
  ["workflows", "name states moves ready done"],
  ["timeboxes", "name kind projectId teamId interval goal itemIds"],
  ["outcomes", "title why ownerId parentId measure weight"],
  [
    "items",
    "title kind sourceKind body parentId projectId memberships stateId workflowId rank outcomeIds reason acceptanceCriteria classOfService priority skills labels estimates constraints deadline dueDate costOfDelay calendarId workType createdAt startedAt finishedAt updatedAt blocked blockedReason clarifiedAt schedule.kind schedule.mode schedule.active schedule.durationType schedule.effortDriven schedule.durationMinutes schedule.elapsed schedule.shownUnit schedule.estimated schedule.remainingMinutes schedule.actualMinutes schedule.percentComplete schedule.physicalPercentComplete schedule.percentCompleteType schedule.placeholder schedule.start schedule.finish schedule.actualStart schedule.actualFinish schedule.stop schedule.suspend schedule.resume schedule.expectedFinish schedule.externalEarlyStart schedule.externalLateFinish schedule.splits schedule.levelingDelayMinutes schedule.ignoreResourceCalendars schedule.drivenBy",
  ],
  ["dependencies", "predecessorId successorId type lag.amount lag.unit lag.basis lag.calendar discretionary handoff"],
  ["relations", "kind fromId toId sourceKind"],
  ["people", "name email zone calendarId contractMinutesPerWeek skills jurisdiction away active private"],
  ["teams", "name parentId members calendarId"],
  ["resources", "name kind calendarId capacity unit"],
  [
    "assignments",
    "itemId personId teamId resourceId role effortMinutes remainingEffortMinutes actualEffortMinutes overtimeEffortMinutes remainingOvertimeEffortMinutes units during stop resume delayMinutes levelingDelayMinutes contour remainingSpans actualSpans acceptedOn",
  ],
  ["commitments", "byId toId subject what due madeAt probability count state resolvedAt"],
  ["decisions", "question deciderId by options result decidedAt blocks"],
  ["risks", "title probability effect ownerId itemIds"],
  ["terms", "term meaning synonyms"],
  ["calendars", "name zone parentId week workWeeks exceptions"],
  ["schedules", "kind name projectId tool madeAt items"],
];

/** Every part of a plan that a table of losses speaks of, in the order of the document. */
export function modelParts(): readonly string[] {
  return fields.flatMap(([table, own]) => [
    table,
    ...`id sources customFields extensions ${own}`.split(" ").map((field) => `${table}.${field}`),
  ]);
}

/** A table of losses where nothing is lost. */
export function nothingLost(format: FormatName): LossTable {
  return { format, rows: modelParts().map((part) => ({ part, fate: "kept" })) };
}

/**
 * A table of losses from what is kept and what is approximated; every other part of the model is lost.
 *
 * @param format - the format written
 * @param kept - fields by table, divided by blanks; `rows` for the rows themselves
 * @param approximated - what comes back in place of a part, by part
 */
export function lossTable(
  format: LossTable["format"],
  kept: { readonly [table: string]: string },
  approximated: { readonly [part: string]: string },
): LossTable {
  const isKept = new Set(
    Object.entries(kept).flatMap(([table, own]) =>
      own.split(" ").map((field) => (field === "rows" ? table : `${table}.${field}`)),
    ),
  );
  return {
    format,
    rows: modelParts().map((part): LossRow => {
      const how = approximated[part];
      if (how !== undefined) return { part, fate: "approximated", how };
      return { part, fate: isKept.has(part) ? "kept" : "lost" };
    }),
  };
}
