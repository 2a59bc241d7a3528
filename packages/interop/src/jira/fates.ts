import { compileFates, type FateRule, fates, unnamedFate } from "../tally.js";

const presentation = "address or picture for the tool's own screens";
const rollUp = "rolled up by the tool from other fields";

const person = (place: string, to: string): FateRule[] => [
  ...fates("mapped", undefined, ...["accountId", "name", "key"].map((name) => `${place}/${name} > ${to}`)),
  ...fates("mapped", undefined, `${place}/displayName > people.name`, `${place}/emailAddress > people.email`),
  ...fates("mapped", undefined, `${place}/timeZone > people.zone`),
  ...fates("dropped", presentation, `${place}/**`),
];

const rules: readonly FateRule[] = [
  ...fates("mapped", undefined, "id > items.sources.id", "key > items.id", "self > items.sources.url"),
  ...fates("dropped", presentation, "expand"),
  ...fates(
    "mapped",
    undefined,
    "changelog/startAt > report",
    "changelog/maxResults > report",
    "changelog/total > report",
    "changelog/isLast > report",
  ),
  ...fates("mapped", undefined, "changelog/histories > events", "changelog/histories/*/id > events.id"),
  ...fates("mapped", undefined, "changelog/histories/*/created > events.at"),
  ...fates("mapped", undefined, "changelog/values > events", "changelog/values/*/id > events.id"),
  ...fates("mapped", undefined, "changelog/values/*/created > events.at"),
  ...["histories", "values"].flatMap((name) => [
    ...person(`changelog/${name}/*/author`, "events.actor"),
    ...fates("mapped", undefined, `changelog/${name}/*/items > events`, `changelog/${name}/*/items/*/* > events`),
  ]),
  ...fates("dropped", "not read", "changelog/**"),
  ...fates("mapped", undefined, "fields/summary > items.title", "fields/created > items.createdAt"),
  ...fates("mapped", undefined, "fields/updated > items.updatedAt", "fields/resolutiondate > items.finishedAt"),
  ...fates("mapped", undefined, "fields/duedate > items.dueDate", "fields/description > items.body"),
  ...fates("mapped", undefined, "fields/description/** > items.body", "fields/labels/* > items.labels"),
  ...fates("mapped", undefined, "fields/labels > items.labels"),
  ...fates(
    "mapped",
    undefined,
    "fields/timeoriginalestimate > items.estimates",
    "fields/timeestimate > items.estimates",
  ),
  ...fates("mapped", undefined, "fields/status/id > items.stateId", "fields/status/name > workflows.states.name"),
  ...fates("mapped", undefined, "fields/status/statusCategory/key > workflows.states.category"),
  ...fates("dropped", presentation, "fields/status/**"),
  ...fates("mapped", undefined, "fields/issuetype/name > items.sourceKind", "fields/issuetype/subtask > items.kind"),
  ...fates("mapped", undefined, "fields/issuetype/hierarchyLevel > items.kind"),
  ...fates("dropped", presentation, "fields/issuetype/**"),
  ...fates("mapped", undefined, "fields/project/key > projects.id", "fields/project/name > projects.name"),
  ...fates("mapped", undefined, "fields/project/id > projects.sources"),
  ...fates("dropped", presentation, "fields/project/**"),
  ...fates("mapped", undefined, "fields/parent/key > items.parentId", "fields/parent/id > items.parentId"),
  ...fates("dropped", "copy of the other issue", "fields/parent/**", "fields/subtasks/**", "fields/subtasks"),
  ...person("fields/assignee", "assignments.personId"),
  ...person("fields/creator", "events.actor"),
  ...fates("mapped", undefined, "fields/issuelinks > dependencies", "fields/issuelinks/*/id > dependencies.id"),
  ...fates("mapped", undefined, "fields/issuelinks/*/type/name > relations.sourceKind"),
  ...fates(
    "mapped",
    undefined,
    "fields/issuelinks/*/type/inward > relations.kind",
    "fields/issuelinks/*/type/outward > relations.kind",
  ),
  ...fates(
    "mapped",
    undefined,
    "fields/issuelinks/*/inwardIssue/key > dependencies",
    "fields/issuelinks/*/outwardIssue/key > dependencies",
  ),
  ...fates("dropped", "copy of the other issue", "fields/issuelinks/**"),
  ...fates(
    "mapped",
    undefined,
    "fields/worklog/worklogs/*/id > records.loggedEffort",
    "fields/worklog/worklogs/*/started > records.loggedEffort",
  ),
  ...fates(
    "mapped",
    undefined,
    "fields/worklog/worklogs/*/timeSpentSeconds > records.loggedEffort",
    "fields/worklog/worklogs > records.loggedEffort",
  ),
  ...fates(
    "mapped",
    undefined,
    "fields/worklog/worklogs/*/comment > records.loggedEffort",
    "fields/worklog/worklogs/*/comment/** > records.loggedEffort",
  ),
  ...person("fields/worklog/worklogs/*/author", "records.loggedEffort"),
  ...fates("dropped", "not read", "fields/worklog/**"),
  ...fates(
    "dropped",
    rollUp,
    "fields/aggregatetimespent",
    "fields/aggregatetimeoriginalestimate",
    "fields/aggregatetimeestimate",
  ),
  ...fates(
    "dropped",
    rollUp,
    "fields/aggregateprogress/**",
    "fields/progress/**",
    "fields/workratio",
    "fields/timespent",
  ),
  ...fates("dropped", rollUp, "fields/statuscategorychangedate", "fields/timetracking/**", "fields/timetracking"),
];

/** Where each field of a Jira issue goes; `fields/*` without a rule is kept on the item. */
export const jiraFates = (keep: boolean): ((source: string) => Omit<FateRule, "source">) =>
  compileFates(rules, unnamedFate(keep, "items.customFields"));
