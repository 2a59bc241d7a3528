import type { Coverage } from "@evenkeel/core";
import { coversOf } from "../covers.js";

/** Which fields a Primavera file can carry. */
export function primaveraCoverage(tool: string): readonly Coverage[] {
  const covers = coversOf(tool);
  return [
    covers("projects", "name", "calendarId", "dataDate", "start", "mustFinishBy", "scheduling"),
    covers(
      "items",
      ...[
        "title",
        "kind",
        "sourceKind",
        "parentId",
        "projectId",
        "rank",
        "labels",
        "estimates",
        "schedule",
        "constraints",
      ],
      ...["calendarId", "createdAt", "startedAt", "finishedAt", "updatedAt", "stateId"],
    ),
    covers("dependencies", "predecessorId", "successorId", "type", "lag"),
    covers("people", "name", "email", "calendarId", "active"),
    covers("resources", "name", "kind", "calendarId"),
    covers(
      "assignments",
      ...["itemId", "personId", "resourceId", "effortMinutes", "remainingEffortMinutes", "actualEffortMinutes"],
      ...["overtimeEffortMinutes", "units", "delayMinutes", "during"],
    ),
    covers("calendars", "name", "parentId", "week", "exceptions"),
    covers("schedules", "kind", "items", "tool"),
    covers("events", "created"),
  ];
}
