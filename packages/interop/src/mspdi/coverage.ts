import type { Coverage } from "@evenkeel/core";
import { coversOf } from "../covers.js";

const covers = coversOf("mspdi");

/** Which fields an MSPDI file can carry. */
export const mspdiCoverage: readonly Coverage[] = [
  covers("projects", "name", "calendarId", "dataDate", "start", "scheduling"),
  covers(
    "items",
    "title",
    "kind",
    "body",
    "parentId",
    "rank",
    "priority",
    "schedule",
    "constraints",
    "deadline",
    "calendarId",
    "createdAt",
    "startedAt",
    "finishedAt",
    "stateId",
  ),
  covers("dependencies", "predecessorId", "successorId", "type", "lag"),
  covers("people", "name", "email", "calendarId", "active"),
  covers("resources", "name", "kind", "calendarId", "unit"),
  covers(
    "assignments",
    "itemId",
    "personId",
    "resourceId",
    "effortMinutes",
    "remainingEffortMinutes",
    "actualEffortMinutes",
    "overtimeEffortMinutes",
    "units",
    "during",
    "remainingOvertimeEffortMinutes",
    "stop",
    "resume",
    "delayMinutes",
    "levelingDelayMinutes",
    "contour",
    "remainingSpans",
    "actualSpans",
  ),
  covers("calendars", "name", "parentId", "week", "workWeeks", "exceptions"),
  covers("schedules", "kind", "items", "madeAt", "tool"),
  covers("events", "created"),
];
