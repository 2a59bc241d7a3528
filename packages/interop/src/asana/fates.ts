import type { Draft } from "../draft.js";
import { compileFates, fates } from "../tally.js";
import { type FateOf, unnamedIn } from "../trackers/account.js";

const copy = "type of a record, as its place says";
const person = (place: string, to: string) => [
  ...fates(
    "mapped",
    undefined,
    `${place}/gid > ${to}`,
    `${place}/id > ${to}`,
    `${place}/name > people.name`,
    `${place}/email > people.email`,
    `${place} > ${to}`,
  ),
  ...fates("dropped", "of the person, not of the work", `${place}/**`),
];
const named = (place: string, to: string) =>
  fates("mapped", undefined, `${place}/gid > ${to}`, `${place}/id > ${to}`, `${place}/name > ${to}`);

const rules = [
  ...fates(
    "mapped",
    undefined,
    "task/gid > items.id",
    "task/id > items.id",
    "task/name > items.title",
    ...["notes", "html_notes"].map((name) => `task/${name} > items.body`),
    ...["resource_subtype", "is_rendered_as_separator"].map((name) => `task/${name} > items.sourceKind`),
    "task/completed > items.stateId",
    "task/completed_at > items.finishedAt",
    "task/created_at > items.createdAt",
    "task/modified_at > items.updatedAt",
    ...["due_on", "due_at"].map((name) => `task/${name} > items.dueDate`),
    ...["start_on", "start_at"].map((name) => `task/${name} > items.constraints`),
    "task/permalink_url > items.sources.url",
    "task/memberships > items.memberships",
    "task/projects > items.projectId",
    "task/tags > items.labels",
    "task/tags/* > items.labels",
    "task/stories > events",
    "task/stories/data > events",
    "task/stories/next_page > report",
    "task/stories/next_page/* > report",
    "task/subtasks > items",
    "task/dependencies > dependencies",
    "task/dependents > dependencies",
    "task/dependencies/* > dependencies",
    "task/dependents/* > dependencies",
  ),
  ...named("task/memberships/*/project", "projects"),
  ...named("task/memberships/*/section", "containers"),
  ...named("task/projects/*", "projects"),
  ...named("task/tags/*", "items.labels"),
  ...named("task/dependencies/*", "dependencies"),
  ...named("task/dependents/*", "dependencies"),
  ...named("task/parent", "items.parentId"),
  ...person("task/assignee", "assignments.personId"),
  ...person("task/created_by", "events.actor"),
  ...fates(
    "dropped",
    copy,
    "task/resource_type",
    ...[
      "memberships/*/project",
      "memberships/*/section",
      "projects/*",
      "tags/*",
      "dependencies/*",
      "dependents/*",
      "parent",
    ].flatMap((place) => [`task/${place}/resource_type`, `task/${place}/resource_subtype`]),
  ),
  ...fates(
    "dropped",
    "counted by the tool from other records",
    "task/num_subtasks",
    "task/num_likes",
    "task/num_hearts",
  ),
  ...person("story/created_by", "events.actor"),
  ...person("story/assignee", "events.assigneeId"),
  ...fates(
    "mapped",
    undefined,
    ...["gid", "id", "created_at", "resource_subtype", "type"].map((name) => `story/${name} > events`),
  ),
  ...[
    "old_section",
    "new_section",
    "project",
    "tag",
    "dependency",
    "dependent",
    "duplicate_of",
    "duplicated_from",
    "custom_field",
    "old_enum_value",
    "new_enum_value",
  ].flatMap((name) => named(`story/${name}`, "events")),
  ...["old_dates", "new_dates"].flatMap((name) => fates("mapped", undefined, `story/${name}/* > events`)),
  ...["text", "number", "people", "multi_enum"].flatMap((kind) =>
    fates("mapped", undefined, `story/old_${kind}_value/** > events`, `story/new_${kind}_value/** > events`),
  ),
  ...["name", "resource_subtype", "approval_status", "date_value", "message"].flatMap((name) =>
    fates("mapped", undefined, `story/old_${name} > events`, `story/new_${name} > events`),
  ),
  ...fates(
    "mapped",
    undefined,
    "story/text > events",
    "story/target/gid > events.subject",
    "story/target/id > events.subject",
  ),
  ...fates("dropped", "no part of a move, a link or a date", "story/**"),
];

/** Where each field goes: what no rule names stays on its task; what wraps the tasks is no work. */
export function asanaFates(draft: Draft): FateOf {
  const ofRecord = compileFates(rules, unnamedIn(draft));
  const wrapping = { fate: "dropped", why: "wraps the records" } as const;
  return (source) => (/^(task|story)(\/|$)/.test(source) ? ofRecord(source) : wrapping);
}
