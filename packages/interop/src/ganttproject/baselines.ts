import type { ScheduledItem } from "@evenkeel/core";
import { formatDay } from "@evenkeel/kernel";
import { attributeOf } from "../attribute-values.js";
import { addRow, defined, table, warn } from "../draft.js";
import { dayOf as dayNumberOf } from "../shift-day.js";
import { child, children, type XmlElement } from "../xml-tree.js";
import { dayOf, type GanttReading } from "./tasks.js";
import { type LastWorkingDay, lastWorkingDay } from "./working-days.js";

/** Working days of the longest task that is taken for one. */
const maxDuration = 100_000;

function datesOf(reading: GanttReading, task: XmlElement, last: LastWorkingDay): ScheduledItem | undefined {
  const { draft, values } = reading;
  const itemId = attributeOf(task, "id") ?? "";
  if (!table(draft, "items").has(itemId)) {
    const facts = { item: itemId, reference: itemId, field: "id" };
    warn(draft, "any-dangling-reference", [task.line, task.name], [itemId], facts);
    draft.lost.set(task, "its task is no longer in the file");
    return undefined;
  }
  const start = dayOf(reading, task, "start");
  const days = values.number(task, "duration");
  const isCount = days !== undefined && Number.isInteger(days) && days >= 0 && days <= maxDuration;
  if (days !== undefined && !isCount) values.refuse(task, "duration", `a whole number up to ${maxDuration}`);
  const isMoment = values.text(task, "meeting") === "true" || days === 0;
  const end = start === undefined || !isCount || isMoment ? undefined : last(dayNumberOf(start), days);
  const finish = isMoment ? start : end === undefined ? undefined : formatDay(end);
  return defined<ScheduledItem>({ itemId, start, finish });
}

/** Reads the baselines of a file, each by its name; a task ends on the last of its working days. */
export function readGanttBaselines(reading: GanttReading, root: XmlElement): void {
  const { draft } = reading;
  const last = lastWorkingDay(table(draft, "calendars").get("calendar") ?? { id: "calendar", week: {} });
  for (const [index, baseline] of children(child(root, "previous"), "previous-tasks").entries()) {
    const byItem = new Map<string, ScheduledItem>();
    for (const task of children(baseline, "previous-task")) {
      const dates = datesOf(reading, task, last);
      if (dates !== undefined && !byItem.has(dates.itemId)) byItem.set(dates.itemId, dates);
      else if (dates !== undefined) draft.lost.set(task, "a task with this id was read before");
    }
    addRow(draft, "schedules", {
      id: `baseline-${index + 1}`,
      kind: "baseline",
      name: attributeOf(baseline, "name") ?? `baseline-${index + 1}`,
      projectId: "project",
      tool: "ganttProject",
      items: [...byItem.values()],
    });
  }
}
