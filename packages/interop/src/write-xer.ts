import type { Dependency, Project, ScheduledItem, StateCategory, WorkItem, WorkPlan } from "@evenkeel/core";
import { compareText, type Json } from "@evenkeel/kernel";
import { numbering } from "./numbering.js";
import { calendarText } from "./xer/write-calendar.js";
import { codeRows } from "./xer/write-codes.js";
import { clock, hours, ownColumns, rowOf, tableLines, type XerRow, type XerRows } from "./xer/write-table.js";
import { taskColumns, taskRow } from "./xer/write-task.js";
import { withoutUserFields } from "./xer/write-user-fields.js";
import { assignmentRow, projectRows, resourceRow, roleRow } from "./xer/write-work.js";

/** What all tables of one file share: who has which number. */
interface Writing {
  readonly plan: WorkPlan;
  readonly projects: readonly Project[];
  readonly nodes: readonly WorkItem[];
  readonly activities: readonly WorkItem[];
  readonly items: ReadonlyMap<string, WorkItem>;
  readonly projectOf: (item: WorkItem) => Project;
  readonly projectId: (id: string) => string;
  readonly nodeId: (id: string) => string;
  readonly rootId: (projectId: string) => string;
  readonly taskId: (id: string) => string;
  readonly calendarId: (id: string | undefined) => string | undefined;
}

const withoutPrefix = (id: string, prefix: string): string => (id.startsWith(prefix) ? id.slice(prefix.length) : id);

function compile(plan: WorkPlan): Writing {
  const projects: readonly Project[] =
    plan.projects === undefined || plan.projects.length === 0
      ? [{ id: "1", name: plan.title ?? "Project" }]
      : plan.projects;
  const items = new Map((plan.items ?? []).map((item) => [item.id, item]));
  const parents = new Set((plan.items ?? []).map((item) => item.parentId));
  const sorted = [...items.values()].sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0) || compareText(a.id, b.id));
  const isNode = (item: WorkItem) =>
    parents.has(item.id) || (item.kind === "summary" && (item.schedule?.kind ?? "summary") === "summary");
  const nodes = sorted.filter(isNode);
  const activities = sorted.filter((item) => !isNode(item));
  const byId = new Map(projects.map((row) => [row.id, row]));
  const [first] = projects as readonly [Project, ...Project[]];
  const nodeKey = (id: string) => withoutPrefix(id, "wbs-");
  const rootKey = (id: string) => `project:${id}`;
  const node = numbering([...nodes.map(({ id }) => nodeKey(id)), ...projects.map(({ id }) => rootKey(id))]);
  const calendar = numbering((plan.calendars ?? []).map(({ id }) => id));
  return {
    plan,
    projects,
    nodes,
    activities,
    items,
    projectOf: ({ projectId }) => byId.get(projectId ?? "") ?? first,
    projectId: numbering(projects.map(({ id }) => id)),
    nodeId: (id) => node(nodeKey(id)),
    rootId: (id) => node(rootKey(id)),
    taskId: numbering(activities.map(({ id }) => id)),
    calendarId: (id) => (id === undefined ? undefined : calendar(id)),
  };
}

/** The node something hangs under: that of its parent, else the project's own. */
function nodeOf(writing: Writing, item: WorkItem): string {
  const { parentId } = item;
  const isInside = parentId !== undefined && writing.items.has(parentId);
  return isInside ? writing.nodeId(parentId) : writing.rootId(writing.projectOf(item).id);
}

function calendarRows({ plan, calendarId }: Writing): XerRow[] {
  return (plan.calendars ?? []).map((row) =>
    rowOf(
      { clndr_type: "CA_Base", ...ownColumns(row) },
      {
        clndr_id: calendarId(row.id),
        clndr_name: row.name ?? row.id,
        base_clndr_id: calendarId(row.parentId),
        clndr_data: calendarText(row),
      },
    ),
  );
}

function breakdownRows(writing: Writing): XerRow[] {
  const { projects, nodes, projectId, rootId, nodeId } = writing;
  const roots = projects.map((row, index) => ({
    wbs_id: rootId(row.id),
    proj_id: projectId(row.id),
    seq_num: String(index),
    proj_node_flag: "Y",
    wbs_short_name: row.sources?.find(({ tool }) => tool === "xer")?.key ?? row.name.slice(0, 40),
    wbs_name: row.name,
  }));
  const inner = nodes.map((item, index) =>
    rowOf(ownColumns(item), {
      wbs_id: nodeId(item.id),
      proj_id: projectId(writing.projectOf(item).id),
      seq_num: String(item.rank ?? index),
      proj_node_flag: "N",
      wbs_short_name: item.sources?.find(({ tool }) => tool === "xer")?.key ?? String(index + 1),
      wbs_name: item.title,
      parent_wbs_id: nodeOf(writing, item),
    }),
  );
  return [...roots, ...inner];
}

/** Stored dates by item, of the schedules that are no baseline. */
function storedOf({ schedules }: WorkPlan): ReadonlyMap<string, ScheduledItem> {
  const stored = new Map<string, ScheduledItem>();
  for (const { kind, items } of schedules ?? []) {
    if (kind === "baseline") continue;
    for (const row of items) if (!stored.has(row.itemId)) stored.set(row.itemId, row);
  }
  return stored;
}

/** Codes of activities, each once; those of this tool are kept. */
function codesOf(activities: readonly WorkItem[]): ReadonlyMap<string, string> {
  const stated = new Map(activities.map((item) => [item.id, item.sources?.find(({ tool }) => tool === "xer")?.key]));
  const taken = new Set(stated.values());
  let next = 1000;
  const made = (): string => {
    while (taken.has(`A${next}`)) next += 10;
    const code = `A${next}`;
    taken.add(code);
    return code;
  };
  return new Map([...stated].map(([id, code]) => [id, code ?? made()]));
}

function taskRows(writing: Writing): XerRow[] {
  const { plan, activities } = writing;
  const stored = storedOf(plan);
  const codes = codesOf(activities);
  const categories = new Map<string, StateCategory>(
    (plan.workflows ?? []).flatMap((row) => row.states.map((state) => [`${row.id}\u0000${state.id}`, state.category])),
  );
  return activities.map((item) => {
    const project = writing.projectOf(item);
    return taskRow(item, {
      id: writing.taskId(item.id),
      project: writing.projectId(project.id),
      node: nodeOf(writing, item),
      calendar: writing.calendarId(item.calendarId ?? project.calendarId),
      code: codes.get(item.id) ?? "",
      category: categories.get(`${item.workflowId ?? ""}\u0000${item.stateId ?? ""}`),
      stored: stored.get(item.id),
    });
  });
}

/** Working minutes between the tied ends; a share is one of the predecessor's duration. */
function lagMinutes({ lag }: Dependency, predecessor: WorkItem): number {
  if (lag === undefined) return 0;
  return lag.unit === "minutes" ? lag.amount : lag.amount * (predecessor.schedule?.durationMinutes ?? 0);
}

function linkRows(writing: Writing): XerRow[] {
  const { plan, projectId, projectOf, taskId } = writing;
  const activities = new Map(writing.activities.map((item) => [item.id, item]));
  const links = plan.dependencies ?? [];
  const id = numbering(links.map((row) => row.id));
  return links.flatMap((row) => {
    const [before, after] = [activities.get(row.predecessorId), activities.get(row.successorId)];
    if (before === undefined || after === undefined) return [];
    return [
      rowOf(ownColumns(row), {
        task_pred_id: id(row.id),
        task_id: taskId(after.id),
        pred_task_id: taskId(before.id),
        proj_id: projectId(projectOf(after).id),
        pred_proj_id: projectId(projectOf(before).id),
        pred_type: `PR_${row.type}`,
        lag_hr_cnt: hours(lagMinutes(row, before)),
      }),
    ];
  });
}

/** Resources, roles and who works on what; people and things share one range of numbers, roles have their own. */
function workTables(writing: Writing): XerRows[] {
  const { plan, calendarId } = writing;
  const things = (plan.resources ?? []).filter(({ kind }) => kind !== "placeholder");
  const roles = (plan.resources ?? []).filter(({ kind }) => kind === "placeholder");
  const workers = [
    ...(plan.people ?? []).map((row) => ({ row, key: `person:${row.id}` })),
    ...things.map((row) => ({ row, key: `thing:${row.id}` })),
  ];
  const isShared = new Set(workers.map(({ row }) => row.id)).size < workers.length;
  const bare = (key: string) => (isShared ? key : key.slice(key.indexOf(":") + 1));
  const workerId = numbering(workers.map(({ key }) => bare(key)));
  const roleId = numbering(roles.map(({ id }) => withoutPrefix(id, "role-")));
  const kinds = new Map((plan.resources ?? []).map(({ id, kind }) => [id, kind]));
  const activities = new Map(writing.activities.map((item) => [item.id, item]));
  const rows = plan.assignments ?? [];
  const assignmentId = numbering(rows.map(({ id }) => id));
  const assignments = rows.flatMap((row) => {
    const item = activities.get(row.itemId);
    if (item === undefined || (row.personId === undefined && row.resourceId === undefined)) return [];
    const kind = kinds.get(row.resourceId ?? "");
    const isRole = row.personId === undefined && kind === "placeholder";
    return [
      assignmentRow(row, {
        id: assignmentId(row.id),
        task: writing.taskId(item.id),
        project: writing.projectId(writing.projectOf(item).id),
        ...(isRole
          ? { role: roleId(withoutPrefix(row.resourceId ?? "", "role-")) }
          : {
              resource: workerId(
                bare(row.personId === undefined ? `thing:${row.resourceId}` : `person:${row.personId}`),
              ),
            }),
        item,
        isMaterial: row.personId === undefined && (kind === "material" || kind === "cost"),
      }),
    ];
  });
  const roleRows = roles.map((row) => roleRow(row, roleId(withoutPrefix(row.id, "role-"))));
  const resourceRows = workers.map(({ row, key }) => resourceRow(row, workerId(bare(key)), calendarId(row.calendarId)));
  return [
    { name: "ROLES", columns: ["role_id"], rows: roleRows },
    { name: "RSRC", columns: ["rsrc_id"], rows: resourceRows },
    { name: "TASKRSRC", columns: ["taskrsrc_id", "task_id", "proj_id"], rows: assignments },
  ];
}

const isTable = (name: string): boolean => /^[A-Z][A-Z0-9_]{0,40}$/.test(name);

/** Tables that reading kept as they were. */
function keptTables({ extensions }: WorkPlan): XerRows[] {
  const kept = extensions?.["xer"];
  if (typeof kept !== "object" || kept === null || Array.isArray(kept)) return [];
  return Object.entries(kept as { readonly [name: string]: Json }).flatMap(([name, rows]) =>
    isTable(name) && Array.isArray(rows) ? [{ name, columns: [], rows: rows.map(textsOf) }] : [],
  );
}

function textsOf(row: Json): XerRow {
  if (typeof row !== "object" || row === null || Array.isArray(row)) return {};
  return Object.fromEntries(
    Object.entries(row).flatMap(([name, value]) =>
      typeof value === "string" && /^\w+$/.test(name) ? [[name, value]] : [],
    ),
  );
}

/**
 * Writes a plan as a Primavera XER file: reading it again gives the same activities, links, calendars, options and work, so that
 * a scheduler computes the same dates. What it keeps is `lossOfXer`.
 *
 * Rows that were read from this format have their other columns again, and the tables without a place in the model too. Items that
 * hold others are nodes of the breakdown. The text is the same in any encoding; `encodeXer` gives bytes in one the tool takes.
 *
 * @param plan - any plan
 * @returns tables as text, CRLF, line breaks in cells as two characters 0x7F
 *
 * Issues: none.
 * Time O(n log n + special days of calendars), space O(n).
 * Source: Oracle, P6 XER Import/Export Data Map Guide.
 *
 * @example
 * orThrow(readXer(writeXer({ formatVersion: 1, items: [{ id: "7", title: "Dig", kind: "task" }] }))).plan.items[0].title; // => "Dig"
 */
export function writeXer(plan: WorkPlan): string {
  const writing = compile(withoutUserFields(plan));
  const projects = writing.projects.map((row) =>
    projectRows(row, writing.projectId(row.id), writing.calendarId(row.calendarId)),
  );
  const [roles, resources, assignments] = workTables(writing) as [XerRows, XerRows, XerRows];
  const codes = codeRows(writing.activities, writing.taskId);
  const tables: XerRows[] = [
    ...keptTables(plan),
    { name: "PROJECT", columns: ["proj_id"], rows: projects.map(({ project }) => project) },
    { name: "CALENDAR", columns: ["clndr_id"], rows: calendarRows(writing) },
    { name: "SCHEDOPTIONS", columns: ["schedoptions_id", "proj_id"], rows: projects.map(({ options }) => options) },
    { name: "PROJWBS", columns: ["wbs_id", "proj_id"], rows: breakdownRows(writing) },
    roles,
    resources,
    ...codes.types,
    { name: "TASK", columns: taskColumns, rows: taskRows(writing) },
    { name: "TASKPRED", columns: ["task_pred_id", "task_id", "pred_task_id"], rows: linkRows(writing) },
    assignments,
    ...codes.uses,
  ];
  const day = clock(plan.asOf)?.slice(0, 10) ?? "1970-01-01";
  const header = `ERMHDR\t20.12\t${day}\tProject\tevenkeel\tevenkeel\tevenkeel\tProject Management\tUSD`;
  return [header, ...tables.flatMap(tableLines), "%E", ""].join("\r\n");
}
