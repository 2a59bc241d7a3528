import type { FormatName } from "./types.js";

/** Members that tell the JSON of one tracker; `telling` ones suffice two at a time, `certain` ones alone. */
interface Vocabulary {
  readonly format: FormatName;
  readonly what: string;
  readonly certain: readonly string[];
  readonly telling: readonly string[];
}

const vocabularies: readonly Vocabulary[] = [
  {
    format: "azure-devops",
    what: "work items of Azure DevOps",
    certain: ["System.WorkItemType", "System.State", "System.Title", "WorkItemId", "SourceWorkItemId"],
    telling: ["workItemId", "revisedDate", "rev", "System.AreaPath", "System.ChangedDate", "System.IterationPath"],
  },
  {
    format: "trello",
    what: "a board with lists and cards",
    certain: ["idBoardSource", "wekan-board-1.0.0"],
    telling: [
      "cards",
      "lists",
      "idList",
      "idBoard",
      "idMembers",
      "idMemberCreator",
      "dueComplete",
      "shortLink",
      "swimlanes",
    ],
  },
  {
    format: "github",
    what: "issues, pull requests or timelines of GitHub",
    certain: [
      ...["timelineItems", "repository_url", "author_association", "state_reason", "stateReason", "DraftIssue"],
      ...["linked pull requests", "projectV2", "fieldValues", "content_type"],
    ],
    telling: [
      ...["html_url", "node_id", "pull_request", "labels_url", "events_url", "timeline_url", "site_admin", "closed_at"],
      ...[
        "closedAt",
        "nameWithOwner",
        "projectItems",
        "login",
        "number",
        "diff_url",
        "commit_id",
        "content",
        "repository",
      ],
    ],
  },
  // Trackers that came later.
  {
    format: "asana",
    what: "tasks or stories of Asana",
    certain: ["gid", "assignee_status", "resource_subtype"],
    telling: ["resource_type", "due_on", "due_at", "completed_at", "memberships", "num_subtasks", "modified_at"],
  },
  {
    format: "gitlab",
    what: "issues of GitLab",
    certain: ["iid", "time_stats", "webUrl", "resource_state_events", "resource_label_events", "issue_assignees"],
    telling: ["web_url", "confidential", "milestone", "project_id", "user_notes_count", "upvotes", "noteable_iid"],
  },
  {
    format: "monday",
    what: "boards or items of monday.com",
    certain: ["column_values", "settings_str", "items_page", "activity_logs"],
    telling: ["board_kind", "subitems", "parent_item", "groups", "creator_id", "top_group", "updated_at_int"],
  },
  {
    format: "bugzilla",
    what: "bugs of Bugzilla",
    certain: ["assigned_to_detail", "cf_last_resolved", "field_name", "last_change_time"],
    telling: [
      "bugs",
      "resolution",
      "product",
      "component",
      "creation_time",
      "depends_on",
      "dupe_of",
      "is_confirmed",
      "target_milestone",
      "op_sys",
      "whiteboard",
    ],
  },
  {
    format: "linear",
    what: "issues of Linear",
    certain: ["branchName", "priorityLabel", "subIssueSortOrder", "canceledAt", "fromState", "stateHistory"],
    telling: [
      "identifier",
      "sortOrder",
      "completedAt",
      "startedAt",
      "cycle",
      "displayName",
      "stateId",
      "teamId",
      "toState",
    ],
  },
  {
    format: "clickup",
    what: "tasks of ClickUp",
    certain: ["text_content", "date_created", "linked_tasks", "status_history", "custom_item_id"],
    telling: [
      "date_updated",
      "date_closed",
      "orderindex",
      "time_estimate",
      "permission_level",
      "team_id",
      "folder",
      "space",
    ],
  },
];

/** The tracker whose members a JSON text has most of, with how certain that is. */
export function trackerOf(
  head: string,
): { readonly format: FormatName; readonly confidence: number; readonly evidence: string } | undefined {
  // A Jira issue may hold any word of another tracker in a label.
  if (!/^\s*[[{]/.test(head) || /"(issuetype|statusCategory|fromString)"\s*:/.test(head)) return undefined;
  const words = new Set(Array.from(head.matchAll(/"([^"\\\n]{2,60})"\s*[:,}]/g), (match) => match[1]));
  const scored = vocabularies.map(({ format, what, certain, telling }) => {
    const count = telling.filter((word) => words.has(word)).length;
    return { format, what, score: count + (certain.some((word) => words.has(word)) ? 4 : 0) };
  });
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a));
  if (best.score < 2) return undefined;
  return { format: best.format, confidence: best.score < 4 ? 0.8 : 0.95, evidence: best.what };
}

/** Lines looked at for a header: a sheet has a few before its table. */
const headerLines = 20;

/** The tracker whose export has a header as one of the first lines of a table. */
export function trackerTableOf(
  head: string,
): { readonly format: FormatName; readonly confidence: number; readonly evidence: string } | undefined {
  for (const line of head.split(/\r\n|\n|\r/, headerLines)) {
    const cells = new Set(
      line.split(/[,;\t|]/).map((cell) =>
        cell
          .trim()
          .replace(/^\ufeff?"|"$/g, "")
          .toLowerCase(),
      ),
    );
    const count = (...names: readonly string[]) => names.filter((name) => cells.has(name)).length;
    const ofAsana = count("task id", "section/column", "assignee email", "parent task", "last modified", "created at");
    const isNamed = count("name", "task name") > 0;
    // No other tool has one column for sections and columns.
    if (isNamed && (count("section/column") > 0 || (count("task id") > 0 && ofAsana > 1)))
      return { format: "asana", confidence: 0.95, evidence: "headers of an Asana export" };
    const ofClickup = count(
      ...[
        "task content",
        "list name",
        "space name",
        "folder name",
        "folder name/path",
        "task custom id",
        "subtask ids",
      ],
      ...["date created text", "due date text", "start date text", "time estimated text", "assigned comments"],
    );
    if (count("task name") > 0 && ofClickup > 1)
      return { format: "clickup", confidence: 0.95, evidence: "headers of a ClickUp export" };
    const ofGitlab = count("created at (utc)", "updated at (utc)", "author username", "confidential", "time estimate");
    if (count("title") > 0 && count("issue id", "iid", "work item iid") > 0 && ofGitlab > 1)
      return { format: "gitlab", confidence: 0.95, evidence: "headers of a GitLab export" };
    if (count("work item type") > 0 && count("id", "title", "title 1", "state", "assigned to", "area path") > 1)
      return { format: "azure-devops", confidence: 0.95, evidence: "headers of a query of Azure DevOps" };
  }
  return undefined;
}
