import type { Assignment, Period, Person, Resource } from "@evenkeel/core";
import { addRow, type Draft, defined, sourceOf, table, warn } from "../draft.js";
import {
  account,
  choiceOf,
  flagOf,
  idOf,
  minutesOf,
  noId,
  numberOf,
  type P6Record,
  timeOf,
  workMinutesOf,
} from "./record.js";

const kinds = { RT_Labor: "person", RT_Equip: "equipment", RT_Mat: "material" } as const;

function addResource(draft: Draft, tool: string, record: P6Record): string | undefined {
  const id = idOf(draft, record, "rsrc_id");
  if (id === undefined) return noId;
  const kind = choiceOf(draft, record, "rsrc_type", kinds) ?? "person";
  const calendarId = record.get("clndr_id");
  const shared = {
    id,
    name: record.get("rsrc_name") ?? record.get("rsrc_short_name") ?? id,
    calendarId: calendarId !== undefined && table(draft, "calendars").has(calendarId) ? calendarId : undefined,
    sources: [sourceOf(draft, tool, id, record.get("rsrc_short_name"))],
    customFields: record.rest(),
  };
  const isActive = flagOf(record, "active_flag");
  const email = record.get("email_addr");
  const added =
    kind === "person"
      ? addRow(
          draft,
          "people",
          defined<Person>({ ...shared, email, active: isActive === false ? false : undefined }),
          record.path,
        )
      : addRow(draft, "resources", defined<Resource>({ ...shared, kind }), record.path);
  return added ? undefined : noId;
}

/** The id of the placeholder that a role is; roles and resources are numbered apart in this tool. */
const roleId = (id: string): string => `role-${id}`;

function addRole(draft: Draft, tool: string, record: P6Record): string | undefined {
  const id = idOf(draft, record, "role_id");
  if (id === undefined) return noId;
  const row = defined<Resource>({
    id: roleId(id),
    name: record.get("role_name") ?? record.get("role_short_name") ?? id,
    kind: "placeholder",
    sources: [sourceOf(draft, tool, id, record.get("role_short_name"))],
    customFields: record.rest(),
  });
  return addRow(draft, "resources", row, record.path) ? undefined : noId;
}

/** Reads resources into people, equipment and material, and roles into placeholders. */
export function readResources(
  draft: Draft,
  tool: string,
  resources: readonly P6Record[],
  roles: readonly P6Record[],
): void {
  for (const record of resources) account(draft, record, () => addResource(draft, tool, record));
  for (const record of roles) account(draft, record, () => addRole(draft, tool, record));
}

/** Fields of an assignment that say how much work there is; of material they count pieces. */
const workFields = [
  "target_qty",
  "remain_qty",
  "act_reg_qty",
  "act_ot_qty",
  "target_qty_per_hr",
  "remain_qty_per_hr",
  "target_lag_drtn_hr_cnt",
];

/** Rates below this many units an hour stand for none. */
const least = 0.001;

/** Hours of work, and units: the rate of what remains, else the planned one. Material has neither. */
function workOf(draft: Draft, record: P6Record): Partial<Assignment> {
  const minutes = (field: string) => workMinutesOf(draft, record, field);
  const [regular, overtime] = [minutes("act_reg_qty"), minutes("act_ot_qty")];
  const remaining = numberOf(draft, record, "remain_qty_per_hr");
  const planned = numberOf(draft, record, "target_qty_per_hr");
  const units = remaining !== undefined && remaining >= least ? remaining : planned;
  const isKnown = regular !== undefined || overtime !== undefined;
  return defined<Partial<Assignment>>({
    effortMinutes: minutes("target_qty"),
    remainingEffortMinutes: minutes("remain_qty"),
    actualEffortMinutes: isKnown ? (regular ?? 0) + (overtime ?? 0) : undefined,
    overtimeEffortMinutes: overtime === 0 ? undefined : overtime,
    units: units !== undefined && units >= least ? units : undefined,
    delayMinutes: minutesOf(draft, record, "target_lag_drtn_hr_cnt") || undefined,
  });
}

function addAssignment(draft: Draft, tool: string, record: P6Record): string | undefined {
  const itemId = record.get("task_id") ?? "";
  const [rsrc, role] = [record.get("rsrc_id"), record.get("role_id")];
  const isPerson = rsrc !== undefined && table(draft, "people").has(rsrc);
  const resources = table(draft, "resources");
  const resource =
    rsrc !== undefined && resources.has(rsrc)
      ? rsrc
      : role !== undefined && resources.has(roleId(role))
        ? roleId(role)
        : undefined;
  const id = record.get("taskrsrc_id") ?? `${itemId}:${rsrc ?? role ?? ""}`;
  const isItem = table(draft, "items").has(itemId);
  if (!isItem || (!isPerson && resource === undefined)) {
    const [field, reference] = isItem ? (["rsrc_id", rsrc ?? role ?? ""] as const) : (["task_id", itemId] as const);
    warn(draft, "any-dangling-reference", record.path, [id, reference], {
      item: id,
      reference,
      field: record.nameOf(field),
    });
    return "activity or resource unknown";
  }
  const isMaterial = !isPerson && resources.get(resource ?? "")?.kind === "material";
  const [from, to] = [
    timeOf(draft, record, "act_start_date") ?? timeOf(draft, record, "restart_date"),
    timeOf(draft, record, "act_end_date") ?? timeOf(draft, record, "reend_date"),
  ];
  const row = defined<Assignment>({
    id,
    itemId,
    personId: isPerson ? rsrc : undefined,
    resourceId: isPerson ? undefined : resource,
    role: "responsible",
    ...(isMaterial ? {} : workOf(draft, record)),
    during: from === undefined && to === undefined ? undefined : defined<Period>({ from, to }),
    sources: [sourceOf(draft, tool, id)],
    customFields: record.rest(isMaterial ? workFields : []),
  });
  return addRow(draft, "assignments", row, record.path) ? undefined : noId;
}

/** Reads who works on what; a resource counts before the role it fills. */
export function readAssignments(draft: Draft, tool: string, records: readonly P6Record[]): void {
  for (const record of records) account(draft, record, () => addAssignment(draft, tool, record));
}
