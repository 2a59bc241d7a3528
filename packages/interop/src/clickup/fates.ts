import type { Draft } from "../draft.js";
import { compileFates, fates } from "../tally.js";
import { type FateOf, unnamedIn } from "../trackers/account.js";

const own = (to: string, ...names: readonly string[]) =>
  fates("mapped", undefined, ...names.map((name) => `task/${name} > ${to}`));
const shown = "colour, picture or setting for the tool's own screens";

const person = (place: string, to: string) => [
  ...fates(
    "mapped",
    undefined,
    place,
    `${place}/id > ${to}`,
    `${place}/username > people.name`,
    `${place}/email > people.email`,
  ),
  ...fates("dropped", "of the person, not of the work", `${place}/**`),
];

const rules = [
  ...own("items.id", "id"),
  ...own("items.sources", "custom_id", "url"),
  ...own("items.title", "name"),
  ...own("items.kind", "custom_item_id"),
  ...own("items.body", "description", "text_content", "markdown_description"),
  ...own("items.stateId", "status", "status/status", "status/type", "archived"),
  ...fates("dropped", shown, "task/status/**"),
  ...own("items.rank", "orderindex"),
  ...own("items.createdAt", "date_created"),
  ...own("items.updatedAt", "date_updated"),
  ...own("items.finishedAt", "date_closed", "date_done"),
  ...own("items.dueDate", "due_date"),
  ...own("items.constraints", "start_date"),
  ...own("items.estimates", "points", "time_estimate"),
  ...own("items.parentId", "parent"),
  ...own("items.labels", "tags", "tags/*", "tags/*/name"),
  ...fates("dropped", shown, "task/tags/**"),
  ...own(
    "containers",
    "list/id",
    "list/name",
    "folder/id",
    "folder/name",
    "folder/hidden",
    "locations/*/id",
    "locations/*/name",
    "locations",
  ),
  ...own("projects", "space/id", "space/name", "project/id", "project/name"),
  ...fates(
    "dropped",
    "of the container, not of the work",
    "task/list/**",
    "task/folder/**",
    "task/space/**",
    "task/project/**",
    "task/locations/**",
  ),
  ...own("dependencies", "dependencies", "dependencies/*/task_id", "dependencies/*/depends_on"),
  ...own("relations", "linked_tasks", "linked_tasks/*/task_id", "linked_tasks/*/link_id"),
  ...own("items", "subtasks", "checklists/**"),
  ...fates(
    "mapped",
    undefined,
    "checklist/id > containers.id",
    "checklist/name > containers.name",
    "checklist/items > items",
    "checklist/task_id > items.parentId",
    "checkItem/id > items.id",
    "checkItem/name > items.title",
    "checkItem/resolved > items.stateId",
    "checkItem/orderindex > items.rank",
    "checkItem/parent > items.parentId",
    "checkItem/children > items",
  ),
  ...person("checkItem/assignee", "assignments.personId"),
  ...fates("dropped", "counted from its entries", "checklist/resolved", "checklist/unresolved"),
  ...fates("dropped", "of the container, not of the work", "checklist/**"),
  ...own("events", "time_in_status", "timeInStatus", "status_time", "history", "history_items"),
  ...person("task/assignees/*", "assignments.personId"),
  ...fates("dropped", "nobody", "task/assignees"),
  ...person("task/creator", "events.actor"),
  ...fates("dropped", shown, "task/permission_level", "task/sharing/**"),
  ...["status_history/*", "current_status"].flatMap((place) =>
    fates(
      "mapped",
      undefined,
      ...["status", "type", "total_time/since", "total_time/by_minute", "since"].map(
        (name) => `timeInStatus/${place}/${name} > events`,
      ),
    ),
  ),
  ...fates(
    "mapped",
    undefined,
    "timeInStatus/status_history > events",
    "timeInStatus/task_id > events.subject",
    "timeInStatus/id > events.subject",
  ),
  ...fates("dropped", shown, "timeInStatus/**"),
  ...fates(
    "mapped",
    undefined,
    ...["id", "date", "field"].map((name) => `change/${name} > events`),
    "change/before/** > events",
    "change/after/** > events",
  ),
  ...person("change/user", "events.actor"),
  ...fates("dropped", "of the announcement, not of the work", "change/**"),
];

/** Where each field goes: what no rule names stays on its task; what wraps the tasks is no work. */
export function clickupFates(draft: Draft): FateOf {
  const ofRecord = compileFates(rules, unnamedIn(draft));
  const wrapping = { fate: "dropped", why: "wraps the records" } as const;
  return (source) =>
    /^(task|timeInStatus|change|checklist|checkItem)(\/|$)/.test(source) ? ofRecord(source) : wrapping;
}
