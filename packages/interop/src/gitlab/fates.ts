import type { Draft } from "../draft.js";
import { compileFates, fates } from "../tally.js";
import { type FateOf, unnamedIn } from "../trackers/account.js";
import { linkMembers } from "./context.js";

const shown = "address or picture for the tool's own screens";
const copy = "copy of another record";

const person = (place: string, to: string) => [
  ...fates("mapped", undefined, ...["username", "id"].map((name) => `${place}/${name} > ${to}`)),
  ...fates(
    "mapped",
    undefined,
    `${place}/name > people.name`,
    `${place}/email > people.email`,
    `${place}/publicEmail > people.email`,
  ),
  ...fates("dropped", "of the person, not of the work", `${place}/**`),
];
const both = (to: string, ...names: readonly string[]) =>
  fates("mapped", undefined, ...names.map((name) => `issue/${name} > ${to}`));

const lists = [
  "resource_state_events",
  "resource_label_events",
  "resource_milestone_events",
  "resource_weight_events",
  "resource_iteration_events",
];
const histories = [
  ...lists,
  ...lists.map((name) => name.replace("resource_", "")),
  "notes",
  "discussions",
  "system_notes",
  "notes_data",
  "discussions_data",
];

const rules = [
  ...both("items.sources", "id", "iid", "web_url", "webUrl", "references/full", "reference"),
  ...fates("dropped", copy, "issue/references/**", "issue/_links/**"),
  ...both("items.title", "title"),
  ...both("items.body", "description"),
  ...both("items.stateId", "state", "moved_to_id", "duplicated_to_id", "status", "status/name", "status/category"),
  ...both("items.sourceKind", "issue_type", "type", "workItemType/name"),
  ...both("items.createdAt", "created_at", "createdAt"),
  ...both("items.updatedAt", "updated_at", "updatedAt"),
  ...both("items.finishedAt", "closed_at", "closedAt", "merged_at", "mergedAt"),
  ...both("items.dueDate", "due_date", "dueDate"),
  ...both("items.constraints", "start_date", "startDate"),
  ...both("items.estimates", "weight", "time_stats/time_estimate", "timeEstimate"),
  ...fates(
    "dropped",
    "the same in words",
    "issue/time_stats/human_time_estimate",
    "issue/time_stats/human_total_time_spent",
  ),
  ...both(
    "items.labels",
    "labels",
    "labels/*",
    "labels/*/name",
    "labels/*/title",
    "labels/nodes",
    "labels/nodes/*/title",
    "labels/edges/*/node/title",
  ),
  ...fates("dropped", shown, "issue/labels/**"),
  ...both("items.labels", "label_links/*/label/title"),
  ...both("assignments.personId", "issue_assignees/*/user_id"),
  ...both("events.actor", "author_id"),
  ...both("items.estimates", "time_estimate"),
  ...both("records.loggedEffort", "timelogs/*/user_id", "timelogs/*/created_at"),
  ...fates("dropped", copy, "issue/label_links/**", "issue/events/**"),
  ...both("projects.id", "project_id", "projectId"),
  ...["milestone", "iteration"].flatMap((name) => [
    ...both(
      "timeboxes",
      ...["id", "title", "description", "start_date", "startDate", "due_date", "dueDate", "web_url", "webUrl"].map(
        (each) => `${name}/${each}`,
      ),
    ),
    ...fates("dropped", "of the timebox, not of the work", `issue/${name}/**`),
  ]),
  ...both(
    "records.loggedEffort",
    ...["timeSpent", "time_spent", "spentAt", "spent_at", "id"].flatMap((name) => [
      `timelogs/nodes/*/${name}`,
      `timelogs/*/${name}`,
    ]),
  ),
  ...both("items.parentId", ...["iid", "id", "webUrl", "web_url", "reference"].map((name) => `parent/${name}`)),
  ...linkMembers.flatMap((name) => [
    ...both("dependencies", name, `${name}/nodes`),
    ...["*", "nodes/*", "*/workItem", "nodes/*/workItem", "edges/*/node"].flatMap((place) =>
      both(
        "dependencies",
        ...["id", "iid", "web_url", "webUrl", "references/full", "reference", "link_type", "linkType"].map(
          (each) => `${name}/${place}/${each}`,
        ),
      ),
    ),
    ...fates("dropped", copy, `issue/${name}/**`),
  ]),
  ...["assignees/*", "assignees/nodes/*", "assignees/edges/*/node", "assignee"].flatMap((name) =>
    person(`issue/${name}`, "assignments.personId"),
  ),
  ...fates("dropped", "nobody", "issue/assignees", "issue/assignees/nodes"),
  ...person("issue/author", "events.actor"),
  ...histories.flatMap((name) => [
    ...both("events", name, `${name}/nodes`, `${name}/*/notes`),
    ...both("report", `${name}/pageInfo/hasNextPage`),
    ...fates("dropped", "wraps the records", `issue/${name}/**`),
  ]),
  ...["user", "author"].flatMap((name) => person(`event/${name}`, "events.actor")),
  ...fates("mapped", undefined, "event/user_id > events.actor", "event/author_id > events.actor"),
  ...fates(
    "mapped",
    undefined,
    ...[
      "id",
      "created_at",
      "createdAt",
      "state",
      "action",
      "weight",
      "body",
      "note",
      "system",
      "label/name",
      "label/title",
    ].map((name) => `event/${name} > events`),
    ...["milestone", "iteration"].flatMap((box) =>
      ["id", "title", "description", "due_date", "start_date", "web_url"].map(
        (name) => `event/${box}/${name} > timeboxes`,
      ),
    ),
    ...["resource_id", "noteable_id", "resource_type", "noteable_type"].map((name) => `event/${name} > events.subject`),
  ),
  ...fates("dropped", "no part of a move, a label or a date", "event/**"),
  ...fates(
    "mapped",
    undefined,
    "link/link_type > dependencies",
    ...["id", "iid", "web_url", "references/full"].flatMap((name) => [
      `link/source_issue/${name} > dependencies`,
      `link/target_issue/${name} > dependencies`,
    ]),
  ),
  ...fates("dropped", copy, "link/**"),
];

/** Where each field goes: what no rule names stays on its issue; what wraps the issues is no work. */
export function gitlabFates(draft: Draft): FateOf {
  const ofRecord = compileFates(rules, unnamedIn(draft));
  const wrapping = { fate: "dropped", why: "wraps the records" } as const;
  return (source) => (/^(issue|event|link)(\/|$)/.test(source) ? ofRecord(source) : wrapping);
}
