import type { Estimate, Timebox, WorkItem } from "@evenkeel/core";
import type { Json } from "@evenkeel/kernel";
import { addRow, defined, sourceOf, table } from "../draft.js";
import { member, numberAt, textAt } from "../json-text.js";
import { keptFields } from "../trackers/account.js";
import { addAssignees, addDependency, addParent, addRelation } from "../trackers/links.js";
import { joinTimebox } from "../trackers/timeboxes.js";
import { toolTime } from "../trackers/times.js";
import { either, eitherValue, plainText } from "../trackers/values.js";
import { nodesOf } from "./collect.js";
import {
  type LinearContext,
  type LinearIssue,
  linearFlow,
  personOf,
  referenceOf,
  stateOf,
  stateOfId,
} from "./context.js";

/** The state an issue stands in. */
export function currentState(context: LinearContext, { value }: LinearIssue): string | undefined {
  return stateOf(context, eitherValue(value, "state", "status")) ?? stateOfId(context, either(value, "stateId"));
}

function estimatesOf(value: Json): Estimate[] | undefined {
  const found = member(value, "estimate");
  const amount = numberAt(value, "estimate") ?? numberAt(found, "value");
  if (amount !== undefined) return [{ of: "points", basis: "original", value: { kind: "single", amount } }];
  const label = plainText(found) ?? either(found, "name");
  return label === undefined || label === ""
    ? undefined
    : [{ of: "size", basis: "original", value: { kind: "label", label } }];
}

function noteProject(context: LinearContext, value: Json): string | undefined {
  const project = member(value, "project");
  const name = plainText(project) ?? either(project, "name");
  if (name === undefined || name === "") return undefined;
  const rows = table(context.draft, "projects");
  const sourceId = either(project, "id");
  const sources = sourceId === undefined ? {} : { sources: [sourceOf(context.draft, "linear", sourceId)] };
  if (!rows.has(name)) rows.set(name, { id: name, name, ...sources });
  return name;
}

function addCycle(context: LinearContext, { id: itemId, value, path }: LinearIssue): void {
  const cycle = member(value, "cycle");
  const number = either(cycle, "number");
  const sourceId = either(cycle, "id");
  const team = either(member(value, "team"), "name", "key");
  const id = number === undefined ? sourceId : team === undefined ? number : `${team}:${number}`;
  if (id === undefined) return;
  const { draft } = context;
  const time = (name: string) => toolTime(draft, member(cycle, name), [...path, "cycle", name], [itemId]);
  const rows = table(draft, "timeboxes");
  const before = rows.get(id);
  const [from, to] = before === undefined ? [time("startsAt"), time("endsAt")] : [];
  const interval =
    from === undefined && to === undefined ? undefined : defined<{ from?: string; to?: string }>({ from, to });
  rows.set(
    id,
    before ??
      defined<Timebox>({
        id,
        name: either(cycle, "name") ?? `Cycle ${number ?? id}`,
        kind: "iteration",
        interval,
        sources: sourceId === undefined ? undefined : [sourceOf(draft, "linear", sourceId)],
      }),
  );
  joinTimebox(draft, id, itemId);
}

/** Reads one issue into an item with who works on it and its cycle. */
export function readIssue(context: LinearContext, issue: LinearIssue): void {
  const { draft } = context;
  const { id, value, path } = issue;
  const time = (name: string) => toolTime(draft, member(value, name), [...path, name], [id]);
  const stateId = currentState(context, issue);
  const category = stateId === undefined ? undefined : context.states.get(stateId)?.category;
  const body = either(value, "description");
  const labels = member(value, "labels");
  const completed = time("completedAt");
  const isDropped = category === "dropped" || (category === undefined && time("canceledAt") !== undefined);
  const priority = numberAt(value, "priority") ?? numberAt(value, "priority", "value");
  const item = defined<WorkItem>({
    id,
    title: textAt(value, "title") ?? "",
    kind: issue.holder !== undefined || member(value, "parent") !== undefined ? "subtask" : "task",
    body: body === undefined ? undefined : { text: body, markup: "markdown" },
    projectId: noteProject(context, value),
    workflowId: stateId === undefined ? undefined : linearFlow.id,
    stateId,
    priority: priority === 0 ? undefined : priority,
    labels:
      labels === undefined
        ? undefined
        : nodesOf(labels).flatMap((each) => plainText(each) ?? either(each, "name") ?? []),
    estimates: estimatesOf(value),
    dueDate: time("dueDate"),
    createdAt: time("createdAt"),
    startedAt: time("startedAt"),
    finishedAt: isDropped ? undefined : completed,
    updatedAt: time("updatedAt"),
    sources: [sourceOf(draft, "linear", either(value, "id") ?? id, id, either(value, "url"))],
    customFields: keptFields(context, value, "issue"),
  });
  addRow(draft, "items", item, path);
  addAssignees(draft, id, [personOf(context, member(value, "assignee"))], path);
  addCycle(context, issue);
}

const relationKinds = new Map([
  ["duplicate", "duplicates"],
  ["related", "relates"],
] as const);

function linkRelations(context: LinearContext, issue: LinearIssue, name: string, end: string): void {
  const { draft } = context;
  const isInverse = name === "inverseRelations";
  for (const [index, relation] of nodesOf(member(issue.value, name)).entries()) {
    const otherId = referenceOf(context, member(relation, end));
    if (otherId === undefined) continue;
    const field = `${name}/${either(relation, "type") ?? ""}`;
    const path = [...issue.path, name, index];
    const type = either(relation, "type") ?? "";
    const own = { itemId: issue.id, otherId, field, path };
    // The same link stands on the other end too, where that is in the input.
    const isThere = context.issues.has(otherId);
    const link = isInverse && isThere ? { ...own, itemId: otherId, otherId: issue.id } : own;
    if (type === "blocks") addDependency(draft, link, isInverse && !isThere ? "predecessor" : "successor");
    else addRelation(draft, link, relationKinds.get(type as "related") ?? "other", type);
  }
}

/** Resolves parents, blocking issues and relations, once all issues are there. */
export function linkIssues(context: LinearContext): void {
  const { draft } = context;
  for (const issue of context.issues.values()) {
    const { id: itemId, value, path } = issue;
    const parent = referenceOf(context, eitherValue(value, "parent", "parentId")) ?? issue.holder;
    if (parent !== undefined) addParent(draft, { itemId, otherId: parent, field: "parent", path: [...path, "parent"] });
    for (const child of nodesOf(member(value, "children"))) {
      const childId = referenceOf(context, child);
      if (childId === undefined || !table(draft, "items").has(childId) || childId === itemId) continue;
      if (table(draft, "items").get(childId)?.parentId === undefined)
        addParent(draft, { itemId: childId, otherId: itemId, field: "children", path: [...path, "children"] });
    }
    linkRelations(context, issue, "relations", "relatedIssue");
    linkRelations(context, issue, "inverseRelations", "issue");
  }
}
