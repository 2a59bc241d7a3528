import type { ScheduledItem, StoredSchedule } from "@evenkeel/core";
import { addRow, type Draft, defined, table } from "../draft.js";
import { flagOf, minutesOf, type P6Record, timeOf } from "./record.js";

/**
 * Dates and floats the tool computed; early and late dates of started activities are those of their remaining work, and
 * blank ones stay absent. What is critical follows from the stored float or path, as the project says.
 */
function storedDates(draft: Draft, itemId: string, record: P6Record): ScheduledItem {
  const time = (field: string) => timeOf(draft, record, field);
  const projectId = table(draft, "items").get(itemId)?.projectId ?? "";
  const { criticalBy, criticalFloatMinutes = 0 } = table(draft, "projects").get(projectId)?.scheduling ?? {};
  const totalFloatMinutes = minutesOf(draft, record, "total_float_hr_cnt");
  const isOnLongestPath = flagOf(record, "driving_path_flag");
  const isCritical =
    criticalBy === "longestPath" || totalFloatMinutes === undefined
      ? undefined
      : totalFloatMinutes <= criticalFloatMinutes;
  return defined<ScheduledItem>({
    itemId,
    start: time("act_start_date") ?? time("restart_date"),
    finish: time("act_end_date") ?? time("reend_date"),
    earlyStart: time("early_start_date"),
    earlyFinish: time("early_end_date"),
    lateStart: time("late_start_date"),
    lateFinish: time("late_end_date"),
    totalFloatMinutes,
    freeFloatMinutes: minutesOf(draft, record, "free_float_hr_cnt"),
    isCritical: criticalBy === "longestPath" ? isOnLongestPath : isCritical,
    isOnLongestPath,
  });
}

const isDated = (row: ScheduledItem): boolean =>
  Object.keys(row).some((field) => field !== "itemId" && field !== "isOnLongestPath");

/** Adds what the tool computed, one schedule a project; activities that were never scheduled are not in it. */
export function addSchedules(draft: Draft, tool: string, activities: readonly (readonly [string, P6Record])[]): void {
  const byProject = new Map<string, ScheduledItem[]>();
  for (const [id, record] of activities) {
    const projectId = table(draft, "items").get(id)?.projectId ?? "";
    const row = storedDates(draft, id, record);
    if (!isDated(row)) continue;
    const before = byProject.get(projectId);
    if (before === undefined) byProject.set(projectId, [row]);
    else before.push(row);
  }
  for (const [projectId, items] of byProject) {
    const row: StoredSchedule = { id: `imported-${projectId}`, kind: "imported", projectId, tool, items };
    addRow(draft, "schedules", row);
  }
}
