import type { ScheduledItem, StoredSchedule } from "@evenkeel/core";
import { addRow, type Draft, defined, table, warn } from "../draft.js";
import { parseForeignTime } from "../foreign-time.js";
import { child, children, childText, type XmlElement } from "../xml-tree.js";

const dates = {
  start: ["StartDate", "PlannedStartDate"],
  finish: ["FinishDate", "PlannedFinishDate"],
} as const;

/** Ids of items by project and by the number people see, which is all a baseline shares with its project. */
export function itemsByKey(draft: Draft): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { id, projectId = "", sources } of table(draft, "items").values()) {
    const key = sources?.[0]?.key;
    if (key !== undefined) found.set(`${projectId} ${key}`, id);
  }
  return found;
}

/** The first of some dates that an activity states; it has its place, and need not be kept. */
function dateOf(
  draft: Draft,
  activity: XmlElement,
  names: readonly string[],
  used: Set<XmlElement>,
): string | undefined {
  const name = names.find((each) => childText(activity, each) !== undefined);
  const part = name === undefined ? undefined : child(activity, name);
  if (name === undefined || part === undefined) return undefined;
  const text = childText(activity, name) as string;
  const time = parseForeignTime(text);
  if (!time.ok) {
    const facts = { field: name, found: text.slice(0, 60), expected: "2026-05-01T08:00:00" };
    warn(draft, "any-impossible-date", [part.line, name], [], facts);
    return undefined;
  }
  used.add(part);
  return time.text;
}

/**
 * Adds the dates of each baseline project to its project as a schedule of kind `baseline`, activity by activity of one number; gives
 * the baseline as it is kept, without those dates.
 */
export function readBaseline(draft: Draft, baseline: XmlElement, known: ReadonlyMap<string, string>): XmlElement {
  const projectId = childText(baseline, "OriginalProjectObjectId") ?? "";
  const id = childText(baseline, "ObjectId") ?? String(baseline.line);
  const used = new Set<XmlElement>();
  const items = new Map<string, ScheduledItem>();
  for (const activity of children(baseline, "Activity")) {
    const itemId = known.get(`${projectId} ${childText(activity, "Id") ?? ""}`);
    if (itemId === undefined || items.has(itemId)) continue;
    const [start, finish] = [dateOf(draft, activity, dates.start, used), dateOf(draft, activity, dates.finish, used)];
    if (start !== undefined || finish !== undefined)
      items.set(itemId, defined<ScheduledItem>({ itemId, start, finish }));
  }
  if (items.size === 0) return baseline;
  const row: StoredSchedule = {
    id: `baseline-${id}`,
    kind: "baseline",
    projectId,
    tool: "pmxml",
    items: [...items.values()],
  };
  if (!addRow(draft, "schedules", row, [baseline.line])) return baseline;
  for (const part of used) draft.moved.set(part, { fate: "mapped", to: "schedules.items" });
  const without = (activity: XmlElement) =>
    activity.name === "Activity"
      ? { ...activity, children: activity.children.filter((each) => !used.has(each)) }
      : activity;
  return { ...baseline, children: baseline.children.map(without) };
}
