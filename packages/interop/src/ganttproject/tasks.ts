import type { DateConstraint, Dependency, DependencyType, ScheduledItem, WorkItem } from "@evenkeel/core";
import { type AttributeValues, attributeOf } from "../attribute-values.js";
import { addRow, type Draft, defined, keepDangling, sourceOf, table, warn } from "../draft.js";
import { parseForeignTime } from "../foreign-time.js";
import { keepRest } from "../keep-rest.js";
import { addStamps, progressWorkflow } from "../stamps.js";
import type { FateRule } from "../tally.js";
import { nestedTasks, type TaskRow } from "../xml-records.js";
import { child, children, type XmlElement } from "../xml-tree.js";
import { minutesPerDay } from "./calendar.js";

/** A reading of a file. */
export interface GanttReading {
  readonly draft: Draft;
  readonly values: AttributeValues;
  readonly fateOf: (source: string) => Omit<FateRule, "source">;
}

/** A day of an attribute; one that cannot be read is an issue. */
export function dayOf({ draft, values }: GanttReading, element: XmlElement, name: string): string | undefined {
  const text = values.text(element, name);
  if (text === undefined) return undefined;
  const time = parseForeignTime(text);
  if (time.ok) return time.text.slice(0, 10);
  const facts = { field: name, found: text.slice(0, 60), expected: "2026-05-01" };
  warn(
    draft,
    time.fault === "impossible" ? "any-impossible-date" : "any-unreadable-date",
    [element.line, name],
    [],
    facts,
  );
  return undefined;
}

/** Names of the columns that were added to tasks, by their ids. */
const columnsOf = (root: XmlElement): ReadonlyMap<string, string> =>
  new Map(
    children(child(child(root, "tasks"), "taskproperties"), "taskproperty").flatMap((column) => {
      const [id, name] = [attributeOf(column, "id"), attributeOf(column, "name")];
      const isAdded = attributeOf(column, "type") === "custom";
      return isAdded && id !== undefined && name !== undefined ? [[id, name] as const] : [];
    }),
  );

/** Values of added columns, by the names people see. */
function addedValues({ columns, keeps }: Rows, task: XmlElement): [string, string][] {
  if (!keeps) return [];
  return children(task, "customproperty").flatMap((property): [string, string][] => {
    const name = columns.get(attributeOf(property, "taskproperty-id") ?? "");
    const value = attributeOf(property, "value") ?? "";
    return name === undefined || value === "" ? [] : [[name, value]];
  });
}

/** What all rows share. */
interface Rows {
  /** Tasks that something precedes. */
  readonly bound: ReadonlySet<string>;
  readonly columns: ReadonlyMap<string, string>;
  readonly keeps: boolean;
}

function itemOf(reading: GanttReading, row: TaskRow, rank: number, rows: Rows): WorkItem {
  const { draft, values, fateOf } = reading;
  const { element, id } = row;
  const isMilestone = values.text(element, "meeting") === "true";
  const days = values.number(element, "duration");
  const complete = values.number(element, "complete");
  const start = dayOf(reading, element, "start");
  const isEarliest = values.text(element, "thirdDate-constraint") === "1";
  const earliest = isEarliest ? dayOf(reading, element, "thirdDate") : undefined;
  const at = earliest ?? (rows.bound.has(id) || row.isSummary ? undefined : start);
  const constraints: DateConstraint[] | undefined = at === undefined ? undefined : [{ kind: "startNoEarlierThan", at }];
  const notes = child(element, "notes")?.text.trim() ?? "";
  const bare = {
    ...element,
    children: element.children.filter((each) => each.name !== "task" && each.name !== "depend"),
  };
  const added = addedValues(rows, element);
  const kept = keepRest(bare, "project/tasks/task", fateOf) as WorkItem["customFields"];
  const share = complete === undefined ? undefined : complete / 100;
  return defined<WorkItem>({
    id,
    title: attributeOf(element, "name") ?? "",
    kind: row.isSummary ? "summary" : isMilestone ? "milestone" : "task",
    body: notes === "" ? undefined : { text: notes, markup: "plain" },
    parentId: row.parentId,
    projectId: "project",
    workflowId: progressWorkflow(draft),
    stateId: share === undefined ? undefined : share >= 1 ? "done" : share > 0 ? "doing" : "todo",
    rank,
    schedule: defined({
      kind: row.isSummary ? ("summary" as const) : ("task" as const),
      durationMinutes: isMilestone ? 0 : days === undefined ? undefined : days * minutesPerDay,
      shownUnit: "days" as const,
      percentComplete: share,
    }),
    constraints,
    sources: [sourceOf(draft, "ganttproject", id, values.text(element, "uid"))],
    customFields: added.length === 0 ? kept : { ...Object.fromEntries(added), ...kept },
  });
}

const linkTypes: readonly (DependencyType | undefined)[] = [undefined, "SS", "FS", "FF", "SF"];

/** Links stand on the predecessor and name the successor. */
function readLinks({ draft, values, fateOf }: GanttReading, { element, id }: TaskRow): void {
  for (const depend of children(element, "depend")) {
    const successorId = attributeOf(depend, "id") ?? "";
    const type = linkTypes[Number(attributeOf(depend, "type") ?? 2)];
    const days = values.number(depend, "difference") ?? 0;
    const path = [depend.line, "depend"];
    if (type === undefined) values.refuse(depend, "type", "1 to 4");
    const isUnknown = !table(draft, "items").has(successorId);
    if (isUnknown || successorId === id)
      keepDangling(draft, id, successorId, "depend", path, isUnknown ? undefined : "any-self-link");
    if (type === undefined || isUnknown || successorId === id) {
      draft.lost.set(depend, "type or successor unknown");
      continue;
    }
    const kept = keepRest(depend, "project/tasks/task/depend", fateOf);
    const links = table(draft, "dependencies");
    const base = `${id}>${successorId}`;
    const rowId = links.has(base) ? `${base}:${type}:${depend.line}` : base;
    const lag = { amount: days * minutesPerDay, unit: "minutes", basis: "working", calendar: "project" } as const;
    const row = defined<Dependency>({
      id: rowId,
      predecessorId: id,
      successorId,
      type,
      lag: days === 0 ? undefined : lag,
      customFields: kept as Dependency["customFields"],
    });
    addRow(draft, "dependencies", row, path);
  }
}

/** A task that is left out takes its own parts with it; tasks inside are read for themselves. */
function loseOwn(draft: Draft, task: XmlElement): void {
  const why = "a task with this id was read before";
  for (const each of task.children) if (each.name !== "task") draft.lost.set(each, why);
}

/** Reads all tasks, then their links, and the starts the file states as a stored schedule. */
export function readGanttTasks(reading: GanttReading, root: XmlElement): void {
  const { draft } = reading;
  const rows = nestedTasks(draft, child(root, "tasks"), "gan-missing-id");
  const shared: Rows = {
    bound: new Set(
      rows.flatMap(({ element }) => children(element, "depend").map((each) => attributeOf(each, "id") ?? "")),
    ),
    columns: columnsOf(root),
    keeps: draft.options.keepUnmapped ?? true,
  };
  const accepted: TaskRow[] = [];
  const stored: ScheduledItem[] = [];
  for (const [rank, row] of rows.entries()) {
    const item = itemOf(reading, row, rank, shared);
    if (!addRow(draft, "items", item, [row.element.line, "task"])) {
      draft.counts.rejected++;
      loseOwn(draft, row.element);
      continue;
    }
    draft.counts.imported++;
    accepted.push(row);
    stored.push(defined<ScheduledItem>({ itemId: row.id, start: dayOf(reading, row.element, "start") }));
    addStamps(draft, row.id, {}, { first: "todo", active: "doing", done: "done", dropped: "dropped" });
  }
  for (const row of accepted) readLinks(reading, row);
  if (stored.length > 0) {
    addRow(draft, "schedules", {
      id: "imported",
      kind: "imported",
      projectId: "project",
      tool: "ganttProject",
      items: stored,
    });
  }
}
