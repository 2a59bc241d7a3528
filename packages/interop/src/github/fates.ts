import type { Draft } from "../draft.js";
import { compileFates, fates } from "../tally.js";
import { type FateOf, unnamedIn } from "../trackers/account.js";
import type { FieldRole } from "./context.js";

const shown = "address or picture for the tool's own screens";
const copy = "copy of another record";

const people = (place: string, to: string) => [
  ...fates(
    "mapped",
    undefined,
    `${place}/login > ${to}`,
    `${place}/name > people.name`,
    `${place}/email > people.email`,
  ),
  ...fates("dropped", "of the person, not of the work", `${place}/**`),
];

/** Members that list other issues: what blocks, what is blocked, what is below. */
const linkLists = [
  ...["blockedBy", "blocked_by", "blocking", "subIssues", "sub_issues"],
  ...["dependencies/blocked_by", "dependencies/blocking"],
];

const rules = [
  ...fates(
    "mapped",
    undefined,
    ...["number", "html_url", "url", "id"].map((name) => `issue/${name} > items.sources`),
    ...["repository_url", "repository/nameWithOwner", "repository/full_name", "repository"].map(
      (name) => `issue/${name} > projects.id`,
    ),
    "issue/title > items.title",
    ...["body", "state", "state_reason", "stateReason", "draft", "isDraft", "merged"].map(
      (name) => `issue/${name} > items.${name === "body" ? "body" : "stateId"}`,
    ),
    ...["created_at", "createdAt"].map((name) => `issue/${name} > items.createdAt`),
    ...["updated_at", "updatedAt"].map((name) => `issue/${name} > items.updatedAt`),
    ...["closed_at", "closedAt", "merged_at", "mergedAt"].map((name) => `issue/${name} > items.finishedAt`),
    ...["labels", "labels/*", "labels/*/name", "labels/nodes", "labels/nodes/*/name", "labels/edges/*/node/name"].map(
      (name) => `issue/${name} > items.labels`,
    ),
    ...["type/name", "issueType/name", "type"].map((name) => `issue/${name} > items.sourceKind`),
    ...["title", "number", "due_on", "dueOn", "description", "id"].map((name) => `issue/milestone/${name} > timeboxes`),
    "issue/parent/number > items.parentId",
    "issue/parent_issue_url > items.parentId",
    "issue/pull_request/merged_at > items.finishedAt",
    ...linkLists.flatMap((name) =>
      ["nodes/*/number", "*/number", "edges/*/node/number"].map((place) => `issue/${name}/${place} > dependencies`),
    ),
    "projectItem/status > items.stateId",
    "projectItem/status/name > items.stateId",
    "projectItem/title > items.title",
    ...["labels", "labels/*"].map((name) => `projectItem/${name} > items.labels`),
    ...["assignees", "assignees/*"].map((name) => `projectItem/${name} > assignments.personId`),
    ...["title", "dueOn", "description"].map((name) => `projectItem/milestone/${name} > timeboxes`),
    "projectItem/parent issue/url > items.parentId",
    ...["date", "number", "text", "name", "title", "startDate", "duration"].map(
      (name) => `projectField/${name} > items`,
    ),
    ...["value", "value/**", "field/name"].map((name) => `projectField/${name} > items`),
    ...["closingIssuesReferences", "closedByPullRequestsReferences"].flatMap((name) =>
      ["nodes/*/number", "nodes/*/url", "*/number", "*/url"].map((place) => `issue/${name}/${place} > relations`),
    ),
    "projectItem/linked pull requests/* > relations",
    ...["timelineItems", "timeline", "events", "timeline_items", "issue_events"].flatMap((name) => [
      `issue/${name} > events`,
      `issue/${name}/nodes > events`,
      `issue/${name}/totalCount > report`,
      `issue/${name}/pageInfo/* > report`,
    ]),
  ),
  ...people("issue/assignees/*", "assignments.personId"),
  ...people("issue/assignees/nodes/*", "assignments.personId"),
  ...people("issue/assignees/edges/*/node", "assignments.personId"),
  ...people("issue/assignee", "assignments.personId"),
  ...["user", "author"].flatMap((name) => people(`issue/${name}`, "events.actor")),
  ...fates("dropped", "of the person, not of the work", "issue/assignees", "issue/assignees/*"),
  ...fates(
    "dropped",
    shown,
    ...[
      "labels_url",
      "comments_url",
      "events_url",
      "timeline_url",
      "node_id",
      "_links/**",
      "statuses_url",
      "issue_url",
    ].map((name) => `issue/${name}`),
    ...["diff_url", "patch_url", "commits_url", "review_comments_url", "review_comment_url", "__typename"].map(
      (name) => `issue/${name}`,
    ),
    "issue/pull_request/**",
    "issue/labels/**",
    "issue/milestone/**",
    "issue/type/**",
    "issue/issueType/**",
  ),
  ...fates("dropped", "of the field, not of the work", "projectField/**"),
  ...fates("dropped", copy, "projectItem/parent issue/title", "projectItem/repository", "projectItem/milestone/**"),
  ...fates("dropped", copy, "issue/closingIssuesReferences/**", "issue/closedByPullRequestsReferences/**"),
  ...fates("dropped", copy, "issue/parent/**", ...linkLists.map((name) => `issue/${name}/**`)),
  ...fates(
    "mapped",
    undefined,
    ...["event", "__typename", "eventType", "id"].map((name) => `event/${name} > events`),
    ...["created_at", "createdAt", "submitted_at", "submittedAt"].map((name) => `event/${name} > events.at`),
    ...[
      "label/name",
      "milestone/title",
      "milestoneTitle",
      "milestone_title",
      "state_reason",
      "stateReason",
      "issue_type/name",
      "issueType/name",
    ].map((name) => `event/${name} > events`),
    ...["rename/from", "rename/to", "previousTitle", "currentTitle", "body", "state"].map(
      (name) => `event/${name} > events`,
    ),
    ...["previousStatus", "status", "previousProjectColumnName", "projectColumnName"].map(
      (name) => `event/${name} > events`,
    ),
    ...["project_card/column_name", "project_card/previous_column_name"].map((name) => `event/${name} > events`),
    ...[
      "source/issue",
      "source",
      "subIssue",
      "sub_issue",
      "parent",
      "parent_issue",
      "blockingIssue",
      "blocking_issue",
      "blockedIssue",
      "blocked_issue",
      "canonical",
      "subject",
    ].map((name) => `event/${name}/number > events.otherId`),
  ),
  ...["actor", "user", "author"].flatMap((name) => people(`event/${name}`, "events.actor")),
  ...people("event/assignee", "events.assigneeId"),
  ...fates("dropped", "no part of a move, a link or a date", "event/**"),
];

const roleTargets: { readonly [R in FieldRole]: string } = {
  due: "items.dueDate",
  start: "items.constraints",
  estimate: "items.estimates",
  iteration: "timeboxes",
};

/** Where each field goes: what no rule names stays on its issue; what wraps the issues is no work. */
export function githubFates(draft: Draft, roles: ReadonlyMap<string, FieldRole>): FateOf {
  const ofRecord = compileFates(rules, unnamedIn(draft));
  const wrapping = { fate: "dropped", why: "wraps the records" } as const;
  return (source) => {
    const field = source.startsWith("projectItem/") ? source.split("/", 2)[1] : undefined;
    if (field !== undefined && roles.has(field))
      return { fate: "mapped", to: roleTargets[roles.get(field) as FieldRole] };
    return /^(issue|event|projectItem|projectField)(\/|$)/.test(source) ? ofRecord(source) : wrapping;
  };
}
