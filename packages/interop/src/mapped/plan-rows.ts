import type { DateConstraint, ItemSchedule, ScheduledItem, WorkItem } from "@evenkeel/core";
import { dayNumber, parseTimeText } from "@evenkeel/kernel";
import { assume, defined, table, warn } from "../draft.js";
import { cellOf, type TableContext, type TableRow, timeOf } from "./cells.js";
import { planDuration, planShare } from "./plan-texts.js";
import type { TargetField } from "./target-field.js";

/** Targets that only a table of a plan has: whose dates are planned, not records. */
const planTargets: readonly TargetField[] = [
  ...(["duration", "milestone", "outlineLevel", "percentComplete"] as const),
  ...(["plannedFinish", "plannedStart", "wbs"] as const),
];

/** Whether a table holds a plan. */
export const isPlanTable = ({ at }: TableContext): boolean => planTargets.some((target) => at.has(target));

/** What a row of a plan says of its item, and when its work began and ended as far as it is done. */
export interface PlannedRow {
  readonly schedule: ItemSchedule;
  readonly isMilestone: boolean;
  readonly progress: "proposed" | "active" | "done";
  readonly started?: string | undefined;
  readonly finished?: string | undefined;
}

const saysYes = (cell: string | undefined): boolean => cell !== undefined && /^(?:yes|y|true|1|x|✓)$/i.test(cell);

/** Monday to Friday from one day to another, both included; undefined where a text is no day or time. */
function workdays(from: string, to: string): number | undefined {
  const dayOf = (text: string): number | undefined => {
    const time = parseTimeText(text);
    if (!time.ok || time.value.form === "instant") return undefined;
    return time.value.form === "day" ? time.value.day : Math.floor(time.value.local / 86_400_000);
  };
  const [first, last] = [dayOf(from), dayOf(to)];
  if (first === undefined || last === undefined || last - first > 40_000) return undefined;
  let days = 0;
  for (let day = first; day <= last; day++) if ((day - monday + 7 * 20_000) % 7 < 5) days++;
  return days;
}

/** A Monday. */
const monday = dayNumber(1970, 1, 5);

function unreadable(context: TableContext, entry: TableRow, target: TargetField, found: string): void {
  const field = context.csv.header[context.at.get(target)?.[0] ?? -1] ?? target;
  const trap = target === "duration" ? "any-unreadable-duration" : "csv-unreadable-number";
  warn(context.draft, trap, [entry.number, field], [entry.id], { field, found: found.slice(0, 60) });
}

/** A cell as `read` has it; what it cannot read is an issue. */
function readCell<T>(
  context: TableContext,
  entry: TableRow,
  target: TargetField,
  read: (cell: string) => T | undefined,
): T | undefined {
  const cell = cellOf(context, entry.row, target);
  if (cell === undefined) return undefined;
  const value = read(cell);
  if (value === undefined) unreadable(context, entry, target, cell);
  return value;
}

/** How far the work of a row is: as its share says, else as its status does. */
function progressOf(share: number | undefined, category: string | undefined): PlannedRow["progress"] {
  if (share !== undefined) return share === 1 ? "done" : share > 0 ? "active" : "proposed";
  return category === "done" || category === "active" ? category : "proposed";
}

/** Reads the cells of a plan's row; `category` is that of its status. */
export function plannedRow(context: TableContext, entry: TableRow, category: string | undefined): PlannedRow {
  const unit = context.mapping.estimateUnit;
  const bare = unit === "points" ? undefined : unit;
  const duration = readCell(context, entry, "duration", (cell) => planDuration(cell, bare));
  const share = readCell(context, entry, "percentComplete", planShare);
  const [start, finish] = [timeOf(context, entry, "plannedStart"), timeOf(context, entry, "plannedFinish")];
  if (start !== undefined || finish !== undefined)
    context.planned.set(entry.id, defined<ScheduledItem>({ itemId: entry.id, start, finish }));
  const days = duration !== undefined || start === undefined || finish === undefined ? 0 : workdays(start, finish);
  const minutes = duration?.minutes ?? (days ? days * 480 : undefined);
  const progress = progressOf(share, category);
  const started = timeOf(context, entry, "started") ?? (progress === "proposed" ? undefined : start);
  const finished = timeOf(context, entry, "done") ?? (progress === "done" ? finish : undefined);
  const isMilestone = saysYes(cellOf(context, entry.row, "milestone")) || minutes === 0;
  return {
    schedule: defined<ItemSchedule>({
      kind: "task",
      durationMinutes: minutes ?? (isMilestone ? 0 : undefined),
      elapsed: duration?.elapsed === true ? true : undefined,
      shownUnit: duration?.unit,
      estimated: duration?.estimated === true ? true : undefined,
      percentComplete: share,
      actualStart: started,
      actualFinish: finished,
    }),
    isMilestone,
    progress,
    started,
    finished,
  };
}

/** The parent of each row by the outline: by WBS code where there is one, else by level. */
function outlineParents(context: TableContext, rows: readonly TableRow[]): Map<string, string> {
  const parents = new Map<string, string>();
  if (context.at.has("wbs")) {
    const byCode = new Map<string, string>();
    const codes = rows.map((entry) => [entry.id, cellOf(context, entry.row, "wbs") ?? ""] as const);
    for (const [id, code] of codes) if (code !== "" && !byCode.has(code)) byCode.set(code, id);
    for (const [id, code] of codes) {
      const parent = byCode.get(code.slice(0, Math.max(0, code.search(/[.-][^.-]*$/))));
      if (parent !== undefined && parent !== id) parents.set(id, parent);
    }
    return parents;
  }
  const open: { readonly level: number; readonly id: string }[] = [];
  for (const entry of rows) {
    const level = readCell(context, entry, "outlineLevel", (cell) =>
      /^\d{1,3}$/.test(cell) ? Number(cell) : undefined,
    );
    if (level === undefined) continue;
    while (open.length > 0 && open[open.length - 1]!.level >= level) open.pop();
    const parent = open[open.length - 1];
    if (parent !== undefined) parents.set(entry.id, parent.id);
    open.push({ level, id: entry.id });
  }
  return parents;
}

/** Makes the tree of a plan's outline; a parent that a row names itself goes before it. */
export function placeRows(context: TableContext, rows: readonly TableRow[]): void {
  const items = table(context.draft, "items");
  const put = (id: string, more: Partial<WorkItem>): void => {
    const item = items.get(id);
    if (item !== undefined) items.set(id, { ...item, ...more });
  };
  for (const [id, parentId] of outlineParents(context, rows))
    if (items.get(id)?.parentId === undefined) put(id, { parentId });
  const parents = new Set(Array.from(items.values(), ({ parentId }) => parentId));
  for (const entry of rows) {
    const schedule = items.get(entry.id)?.schedule;
    if (parents.has(entry.id) && schedule !== undefined)
      put(entry.id, { kind: "summary", schedule: { ...schedule, kind: "summary" } });
  }
}

/**
 * Keeps the stated dates as the schedule they are. Work that nothing precedes, and that has not begun, starts no earlier than
 * stated: a plan's row without predecessor stands where somebody put it.
 */
export function keepDates({ draft, planned }: TableContext): void {
  if (planned.size === 0) return;
  const items = table(draft, "items");
  const followers = new Set(Array.from(table(draft, "dependencies").values(), ({ successorId }) => successorId));
  let held = 0;
  for (const [id, { start, finish }] of planned) {
    const item = items.get(id);
    const at = start ?? finish;
    const isFree = item?.schedule?.kind === "task" && item.startedAt === undefined && !followers.has(id);
    if (item === undefined || !isFree || at === undefined) continue;
    const constraint: DateConstraint = { kind: start === undefined ? "finishNoEarlierThan" : "startNoEarlierThan", at };
    items.set(id, { ...item, constraints: [constraint] });
    held++;
  }
  table(draft, "schedules").set("stated", {
    id: "stated",
    kind: "imported",
    tool: "csv",
    items: [...planned.values()],
  });
  if (held > 0) assume(draft, "dates", `${held} rows start no earlier than stated`, "nothing precedes them");
}
