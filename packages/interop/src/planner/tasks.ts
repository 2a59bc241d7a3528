import type { DateConstraint, Dependency, DependencyType, ScheduledItem, WorkItem } from "@evenkeel/core";
import { attributeOf } from "../attribute-values.js";
import { addRow, defined, keepDangling, note, sourceOf, table } from "../draft.js";
import { keepRest } from "../keep-rest.js";
import { addStamps, progressWorkflow } from "../stamps.js";
import { nestedTasks, type TaskRow } from "../xml-records.js";
import { child, children, type XmlElement } from "../xml-tree.js";
import { localTimeOf, minutesOf, type PlannerReading } from "./values.js";

const constraintKinds = new Map<string, DateConstraint["kind"]>([
  ["must-start-on", "mustStartOn"],
  ["start-no-earlier-than", "startNoEarlierThan"],
  ["finish-no-later-than", "finishNoLaterThan"],
]);

function constraintsOf(reading: PlannerReading, task: XmlElement): DateConstraint[] | undefined {
  const found = children(task, "constraint").flatMap((each): DateConstraint[] => {
    const type = attributeOf(each, "type") ?? "";
    if (type === "as-soon-as-possible") return [];
    const [kind, at] = [constraintKinds.get(type), localTimeOf(reading, each, "time")];
    if (kind !== undefined && at !== undefined) return [{ kind, at }];
    reading.values.refuse(each, kind === undefined ? "type" : "time", [...constraintKinds.keys()].join(", "));
    reading.draft.lost.set(each, "not readable");
    return [];
  });
  return found.length > 0 ? found : undefined;
}

/** Working minutes: as stated, else the work by the units that do it. */
function durationOf(
  reading: PlannerReading,
  { element, id }: TaskRow,
  units: ReadonlyMap<string, number>,
): number | undefined {
  const stated = minutesOf(reading, element, "duration");
  const work = minutesOf(reading, element, "work");
  if (stated !== undefined || work === undefined) return stated;
  const share = units.get(id) ?? 0;
  const isFixed = attributeOf(element, "scheduling") === "fixed-duration";
  return isFixed || share <= 0 ? work : work / share;
}

function itemOf(reading: PlannerReading, row: TaskRow, rank: number, units: ReadonlyMap<string, number>): WorkItem {
  const { draft, values, fateOf } = reading;
  const { element, id, isSummary } = row;
  const isMilestone = attributeOf(element, "type") === "milestone";
  const percent = values.number(element, "percent-complete");
  const work = minutesOf(reading, element, "work");
  const text = attributeOf(element, "note");
  const share = percent === undefined ? undefined : percent / 100;
  const inside = ["task", "predecessors", "constraint"];
  const bare = { ...element, children: element.children.filter((each) => !inside.includes(each.name)) };
  const isFixed = attributeOf(element, "scheduling") === "fixed-duration";
  return defined<WorkItem>({
    id,
    title: attributeOf(element, "name") ?? "",
    kind: isSummary ? "summary" : isMilestone ? "milestone" : "task",
    body: text === undefined ? undefined : { text, markup: "plain" },
    parentId: row.parentId,
    projectId: "project",
    workflowId: progressWorkflow(draft),
    stateId: share === undefined ? undefined : share >= 1 ? "done" : share > 0 ? "doing" : "todo",
    rank,
    priority: values.number(element, "priority"),
    estimates:
      work === undefined || work < 0
        ? undefined
        : [{ of: "effort", basis: "original", value: { kind: "single", amount: work } }],
    schedule: defined({
      kind: isSummary ? ("summary" as const) : ("task" as const),
      durationType: isFixed ? ("fixedDuration" as const) : ("fixedWork" as const),
      durationMinutes: isMilestone ? 0 : durationOf(reading, row, units),
      percentComplete: share,
    }),
    constraints: constraintsOf(reading, element),
    sources: [sourceOf(draft, "planner", id)],
    customFields: keepRest(bare, "project/tasks/task", fateOf) as WorkItem["customFields"],
  });
}

const linkTypes: readonly DependencyType[] = ["FS", "SS", "FF", "SF"];

/** Links stand on the successor; lags are seconds of elapsed time. */
function readLinks(reading: PlannerReading, { element, id }: TaskRow): void {
  const { draft, values, fateOf } = reading;
  for (const link of children(child(element, "predecessors"), "predecessor")) {
    const predecessorId = attributeOf(link, "predecessor-id") ?? "";
    const type = linkTypes.find((each) => each === (attributeOf(link, "type") ?? "FS"));
    const path = [link.line, "predecessor"];
    const isUnknown = !table(draft, "items").has(predecessorId);
    if (type === undefined) values.refuse(link, "type", linkTypes.join(", "));
    if (isUnknown || predecessorId === id) {
      keepDangling(draft, id, predecessorId, "predecessor", path, isUnknown ? undefined : "any-self-link");
    }
    if (type === undefined || isUnknown || predecessorId === id) {
      draft.lost.set(link, "type or predecessor unknown");
      continue;
    }
    const amount = minutesOf(reading, link, "lag") ?? 0;
    if (amount !== 0) note(draft, "planner-elapsed-lag-seconds", path, [id, predecessorId], { seconds: amount * 60 });
    const base = `${predecessorId}>${id}`;
    const row = defined<Dependency>({
      id: table(draft, "dependencies").has(base) ? `${base}:${type}:${link.line}` : base,
      predecessorId,
      successorId: id,
      type,
      lag: amount === 0 ? undefined : { amount, unit: "minutes", basis: "elapsed" },
      sources: [sourceOf(draft, "planner", attributeOf(link, "id") ?? base)],
      customFields: keepRest(link, "project/tasks/task/predecessors/predecessor", fateOf) as Dependency["customFields"],
    });
    addRow(draft, "dependencies", row, path);
  }
}

/** Units that work on each task, 1 = full time. */
function unitsByTask(root: XmlElement): Map<string, number> {
  const units = new Map<string, number>();
  for (const each of children(child(root, "allocations"), "allocation")) {
    const id = attributeOf(each, "task-id") ?? "";
    const share = Number(attributeOf(each, "units") ?? 100) / 100;
    if (Number.isFinite(share)) units.set(id, (units.get(id) ?? 0) + share);
  }
  return units;
}

/** Reads all tasks, then their links, and the dates the file states as a stored schedule. */
export function readPlannerTasks(reading: PlannerReading, root: XmlElement): void {
  const { draft } = reading;
  const units = unitsByTask(root);
  const accepted: TaskRow[] = [];
  const stored: ScheduledItem[] = [];
  for (const [rank, row] of nestedTasks(draft, child(root, "tasks"), "planner-missing-id").entries()) {
    if (!addRow(draft, "items", itemOf(reading, row, rank, units), [row.element.line, "task"])) {
      draft.counts.rejected++;
      for (const each of row.element.children) {
        if (each.name !== "task") draft.lost.set(each, "a task with this id was read before");
      }
      continue;
    }
    draft.counts.imported++;
    accepted.push(row);
    const [start, finish] = [localTimeOf(reading, row.element, "start"), localTimeOf(reading, row.element, "end")];
    stored.push(defined<ScheduledItem>({ itemId: row.id, start, finish }));
    addStamps(draft, row.id, {}, { first: "todo", active: "doing", done: "done", dropped: "dropped" });
  }
  for (const row of accepted) readLinks(reading, row);
  if (stored.length > 0) {
    addRow(draft, "schedules", {
      id: "imported",
      kind: "imported",
      projectId: "project",
      tool: "planner",
      items: stored,
    });
  }
}
