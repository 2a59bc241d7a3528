import type { Assignment, Estimate, ItemKind, WorkItem } from "@evenkeel/core";
import type { Json } from "@evenkeel/kernel";
import { addRow, defined, sourceOf, table, warn } from "../draft.js";
import { listAt, member, numberAt, pointer, textAt } from "../json-text.js";
import type { FateRule } from "../tally.js";
import { bodyText, type JiraContext, type JiraIssue, jiraTime, personOf, wordsOf } from "./context.js";
import { isSprint, noteSprint } from "./sprints.js";
import { noteStatusResource } from "./states.js";

type FateOf = (source: string) => Omit<FateRule, "source">;

/** The kind of an issue type, by its level first and its English name second. */
export function kindOfType(name: string, isSubtask: boolean, level: number | undefined): ItemKind {
  if (isSubtask) return "subtask";
  if ((level ?? 0) > 0 || /^epic$/i.test(name)) return "epic";
  return /^(bug|defect)$/i.test(name) ? "defect" : "task";
}

function pointsOf(context: JiraContext, found: JiraIssue): number | undefined {
  const values = new Map<string, number>();
  for (const [id, name] of context.fieldNames) {
    const value = numberAt(found.fields, id);
    if (value === undefined || !["story points", "story point estimate"].includes(name)) continue;
    values.set(name, value);
    context.mapped.set(id, "items.estimates");
  }
  const [company, team] = [values.get("story points"), values.get("story point estimate")];
  if (company !== undefined && team !== undefined && company !== team) {
    const facts = { item: found.key, storyPoints: company, storyPointEstimate: team };
    warn(context.draft, "jira-two-point-fields", [...found.path, "fields"], [found.key], facts);
  }
  return company ?? team;
}

function estimatesOf(context: JiraContext, found: JiraIssue): Estimate[] | undefined {
  const single = (of: Estimate["of"], basis: Estimate["basis"], amount: number | undefined): Estimate[] =>
    amount === undefined ? [] : [{ of, basis, value: { kind: "single", amount } }];
  const minutes = (key: string) => {
    const seconds = numberAt(found.fields, key);
    return seconds === undefined ? undefined : seconds / 60;
  };
  const list = [
    ...single("points", "original", pointsOf(context, found)),
    ...single("effort", "original", minutes("timeoriginalestimate")),
    ...single("effort", "remaining", minutes("timeestimate")),
  ];
  return list.length > 0 ? list : undefined;
}

function isFlagged(context: JiraContext, found: JiraIssue): boolean {
  const ids = [...context.fieldNames].filter(([, name]) => name === "flagged").map(([id]) => id);
  return ids.some((id) => listAt(found.fields, id).length > 0);
}

/** Members of the issue and of its fields that have no place in the model, as they are. */
function keptFields(context: JiraContext, found: JiraIssue, fateOf: FateOf): WorkItem["customFields"] {
  const kept = new Map<string, Json>();
  for (const key of Object.keys(found.fields)) {
    const value = found.fields[key] as Json;
    if (value === null || context.mapped.has(key)) continue;
    if (
      fateOf(`fields/${pointer(key)}`).fate === "kept-raw" &&
      fateOf(`fields/${pointer(key)}/x`).fate === "kept-raw"
    ) {
      kept.set(key, value);
    }
  }
  for (const key of Object.keys(found.issue)) {
    const value = found.issue[key] as Json;
    if (key === "fields" || key === "changelog" || value === null || fateOf(pointer(key)).fate !== "kept-raw") continue;
    kept.set(kept.has(key) ? `issue.${key}` : key, value);
  }
  return kept.size === 0 ? undefined : Object.fromEntries(kept);
}

function addAssignee(context: JiraContext, found: JiraIssue): void {
  const personId = personOf(context, member(found.fields, "assignee"));
  if (personId === undefined) return;
  const row: Assignment = { id: `${found.key}:${personId}`, itemId: found.key, personId, role: "responsible" };
  addRow(context.draft, "assignments", row, [...found.path, "fields", "assignee"]);
}

function addWorklogs(context: JiraContext, found: JiraIssue): void {
  const logs = listAt(found.fields, "worklog", "worklogs");
  const total = numberAt(found.fields, "worklog", "total") ?? 0;
  if (total > logs.length) {
    const facts = { item: found.key, found: logs.length, total };
    warn(context.draft, "jira-worklog-truncated", [...found.path, "fields", "worklog"], [found.key], facts);
  }
  for (const [index, log] of logs.entries()) {
    const path = [...found.path, "fields", "worklog", "worklogs", index, "started"];
    const on = jiraTime(context, textAt(log, "started"), path);
    const seconds = numberAt(log, "timeSpentSeconds");
    if (on === undefined || seconds === undefined) continue;
    const id = textAt(log, "id") ?? `${found.key}:${index}`;
    const personId = personOf(context, member(log, "author"));
    const note = wordsOf(member(log, "comment"));
    context.draft.loggedEffort.push(
      defined({ id, personId, itemId: found.key, on, minutes: seconds / 60, note }) as never,
    );
  }
}

function addProject(context: JiraContext, found: JiraIssue): string | undefined {
  const project = member(found.fields, "project");
  const id = textAt(project, "key") ?? textAt(project, "id");
  if (id === undefined) return undefined;
  const source = sourceOf(context.draft, "jira", textAt(project, "id") ?? id, id);
  table(context.draft, "projects").set(id, { id, name: textAt(project, "name") ?? id, sources: [source] });
  return id;
}

function noteSprints(context: JiraContext, found: JiraIssue): void {
  for (const key of Object.keys(found.fields)) {
    const list = listAt(found.fields, key);
    if (!key.startsWith("customfield_") || !isSprint(list[0])) continue;
    for (const [index, sprint] of list.entries())
      noteSprint(context, found.key, sprint, [...found.path, "fields", key, index]);
  }
}

/** Reads one issue into an item with what hangs on it; false when its key was read before. */
export function readIssue(context: JiraContext, found: JiraIssue, fateOf: FateOf): boolean {
  const { fields, key, path } = found;
  const time = (name: string) => jiraTime(context, textAt(fields, name), [...path, "fields", name]);
  const stateId = noteStatusResource(context.book, member(fields, "status"));
  const typeName = textAt(fields, "issuetype", "name") ?? "";
  const estimates = estimatesOf(context, found);
  const column = stateId === undefined ? undefined : context.columns.get(stateId);
  const labels = listAt(fields, "labels").filter((label): label is string => typeof label === "string");
  const kind = kindOfType(
    typeName,
    member(fields, "issuetype", "subtask") === true,
    numberAt(fields, "issuetype", "hierarchyLevel"),
  );
  const row = defined<WorkItem>({
    id: key,
    title: textAt(fields, "summary") ?? "",
    kind,
    sourceKind: typeName === "" ? undefined : typeName,
    body: bodyText(member(fields, "description")),
    parentId: textAt(fields, "parent", "key") ?? textAt(fields, "parent", "id"),
    projectId: addProject(context, found),
    workflowId: stateId === undefined ? undefined : "jira",
    stateId,
    memberships:
      column === undefined ? undefined : [{ containerId: column, ...(stateId === undefined ? {} : { stateId }) }],
    labels: Array.isArray(member(fields, "labels")) ? labels : undefined,
    estimates,
    dueDate: time("duedate"),
    createdAt: time("created"),
    updatedAt: time("updated"),
    blocked: isFlagged(context, found) ? true : undefined,
    sources: [sourceOf(context.draft, "jira", textAt(found.issue, "id") ?? key, key, textAt(found.issue, "self"))],
    customFields: keptFields(context, found, fateOf),
  });
  if (!addRow(context.draft, "items", row, path)) return false;
  addAssignee(context, found);
  addWorklogs(context, found);
  noteSprints(context, found);
  return true;
}
