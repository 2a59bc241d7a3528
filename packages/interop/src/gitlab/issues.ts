import type { Estimate, ItemKind, Timebox, WorkItem } from "@evenkeel/core";
import type { Json } from "@evenkeel/kernel";
import { addRow, defined, sourceOf, table, warn } from "../draft.js";
import { nodesOf } from "../github/context.js";
import { member, numberAt, textAt } from "../json-text.js";
import { keptFields } from "../trackers/account.js";
import { addAssignees, addDependency, addParent, addRelation, type StatedLink } from "../trackers/links.js";
import { joinTimebox } from "../trackers/timeboxes.js";
import { toolTime } from "../trackers/times.js";
import { either, eitherValue } from "../trackers/values.js";
import {
  actorOf,
  type GitlabContext,
  gitlabFlow,
  globalId,
  linkMembers,
  nameOf,
  personOf,
  type Ticket,
  ticketId,
} from "./context.js";
import { currentStanding, labelsOf, stateOf } from "./states.js";

/** Notes a milestone or iteration, by its global number. */
export function noteTimebox(
  context: GitlabContext,
  box: Json | undefined,
  itemId: string | undefined,
  kind: Timebox["kind"],
): string | undefined {
  const id = globalId(either(box, "id")) ?? either(box, "title");
  if (id === undefined) return undefined;
  const key = `${kind === "release" ? "milestone" : "iteration"}:${id}`;
  const rows = table(context.draft, "timeboxes");
  const before = rows.get(key);
  const time = (...names: string[]) =>
    toolTime(context.draft, eitherValue(box, ...names), [key, names[0] as string], [key]);
  const [from, to] = [time("start_date", "startDate"), time("due_date", "dueDate")];
  const interval =
    from === undefined && to === undefined ? undefined : defined<{ from?: string; to?: string }>({ from, to });
  if (itemId !== undefined) joinTimebox(context.draft, key, itemId);
  const row = defined<Timebox>({
    id: key,
    name: either(box, "title") ?? before?.name ?? id,
    kind,
    interval: before?.interval ?? interval,
    goal: before?.goal ?? either(box, "description"),
    sources: [sourceOf(context.draft, "gitlab", id, undefined, either(box, "web_url", "webUrl"))],
  });
  rows.set(key, row);
  return key;
}

function estimatesOf(value: Json): Estimate[] | undefined {
  const weight = numberAt(value, "weight");
  const seconds = numberAt(value, "time_stats", "time_estimate") ?? numberAt(value, "timeEstimate");
  const list: Estimate[] = [
    ...(weight === undefined
      ? []
      : [{ of: "points", basis: "original", value: { kind: "single", amount: weight } } as const]),
    // 0 is how the tool says that nobody estimated.
    ...(seconds === undefined || seconds === 0
      ? []
      : [{ of: "effort", basis: "original", value: { kind: "single", amount: seconds / 60 } } as const]),
  ];
  return list.length > 0 ? list : undefined;
}

function addTimeLogs(context: GitlabContext, ticket: Ticket): void {
  for (const [index, log] of nodesOf(member(ticket.seen, "timelogs")).entries()) {
    const path = [...ticket.path, "timelogs", index, "spentAt"];
    const on = toolTime(context.draft, eitherValue(log, "spentAt", "spent_at", "created_at"), path, [ticket.id]);
    const seconds = numberAt(log, "timeSpent") ?? numberAt(log, "time_spent");
    if (on === undefined || seconds === undefined) continue;
    const id = either(log, "id") ?? `${ticket.id}:${index}`;
    const personId = actorOf(context.draft, log);
    const row = { id, itemId: ticket.id, on, minutes: seconds / 60, ...(personId === undefined ? {} : { personId }) };
    context.draft.loggedEffort.push(row);
  }
}

function kindOf(ticket: Ticket, type: string | undefined): ItemKind {
  if (ticket.kind !== "issue") return ticket.kind === "epic" ? "epic" : "pullRequest";
  if (type !== undefined && /^(bug|defect)$/i.test(type)) return "defect";
  return type !== undefined && /^task$/i.test(type) && eitherValue(ticket.seen, "parent", "epic") !== undefined
    ? "subtask"
    : "task";
}

/** Reads one issue into an item with what hangs on it. */
export function readTicket(context: GitlabContext, ticket: Ticket): void {
  const { draft } = context;
  const { id, value: record, seen: value, path, project } = ticket;
  const time = (...names: string[]) =>
    toolTime(
      draft,
      eitherValue(value, ...names),
      [...path, names.find((name) => member(value, name) !== undefined) ?? ""],
      [id],
    );
  const standing = currentStanding(context, ticket);
  const stateId = standing === undefined ? undefined : stateOf(context, ticket, standing);
  const type = either(value, "issue_type", "type") ?? textAt(value, "workItemType", "name");
  const body = either(value, "description");
  const closed = time("merged_at", "mergedAt") ?? time("closed_at", "closedAt");
  if (standing?.end !== undefined && closed === undefined)
    warn(draft, "gitlab-closed-without-date", [...path, "closed_at"], [id], { item: id });
  if (project !== undefined)
    table(draft, "projects").set(project, {
      id: project,
      name: project,
      sources: [sourceOf(draft, "gitlab", project)],
    });
  const start = time("start_date", "startDate");
  const item = defined<WorkItem>({
    id,
    title: textAt(value, "title") ?? "",
    kind: kindOf(ticket, type),
    sourceKind: type,
    body: body === undefined ? undefined : { text: body, markup: "markdown" },
    projectId: project,
    workflowId: stateId === undefined ? undefined : gitlabFlow.id,
    stateId,
    labels: labelsOf(value),
    estimates: estimatesOf(value),
    constraints: start === undefined ? undefined : [{ kind: "startNoEarlierThan", at: start }],
    dueDate: time("due_date", "dueDate"),
    createdAt: time("created_at", "createdAt"),
    finishedAt: stateId === "closed" || stateId === "merged" ? closed : undefined,
    updatedAt: time("updated_at", "updatedAt"),
    sources: [sourceOf(draft, "gitlab", either(value, "id") ?? id, id, either(value, "web_url", "webUrl"))],
    customFields: keptFields(context, record, "issue"),
  });
  addRow(draft, "items", item, path);
  const assignees = nodesOf(member(value, "assignees"));
  const people = assignees.length > 0 ? assignees : [member(value, "assignee")];
  addAssignees(
    draft,
    id,
    people.map((user) => personOf(draft, user)),
    path,
  );
  noteTimebox(context, member(value, "milestone"), id, "release");
  noteTimebox(context, member(value, "iteration"), id, "iteration");
  addTimeLogs(context, ticket);
}

function linkType(field: string, link: Json): string {
  const stated = either(link, "link_type", "linkType");
  if (stated !== undefined) return stated.toLowerCase();
  if (/^blocked/i.test(field)) return "is_blocked_by";
  return /^blocking/i.test(field) ? "blocks" : "relates_to";
}

function otherId(context: GitlabContext, ticket: Ticket, value: Json): string | undefined {
  const inner = eitherValue(value, "workItem", "work_item") ?? value;
  const name = nameOf(inner);
  const global = context.byGlobalId.get(`${name?.kind ?? "issue"}:${globalId(either(inner, "id"))}`);
  if (global !== undefined) return global;
  if (name === undefined) return undefined;
  return ticketId({ ...name, project: name.project ?? ticket.project });
}

function addLink({ draft }: GitlabContext, stated: StatedLink, type: string): void {
  if (/^(is_)?blocked_by$/.test(type)) addDependency(draft, stated, "predecessor");
  else if (type === "blocks") addDependency(draft, stated, "successor");
  else addRelation(draft, stated, "relates", type);
}

/** Links that stand beside the issues; one whose first end is not in the input is left out. */
function linkBeside(context: GitlabContext): void {
  for (const { value, path } of context.links) {
    const global = globalId(textAt(value, "source_issue", "id"));
    const ticket = context.tickets.get(context.byGlobalId.get(`issue:${global}`) ?? "");
    const other = ticket === undefined ? undefined : otherId(context, ticket, member(value, "target_issue") as Json);
    if (ticket === undefined || other === undefined) {
      context.draft.lost.set(value, "its issue is not in the input");
      continue;
    }
    addLink(context, { itemId: ticket.id, otherId: other, field: "links", path }, linkType("links", value));
  }
}

/** Resolves parents, epics and links, once all issues are there. */
export function linkTickets(context: GitlabContext): void {
  const { draft } = context;
  for (const ticket of context.tickets.values()) {
    const { id: itemId, seen: value, path } = ticket;
    const parent = member(value, "parent");
    const above = parent === undefined ? undefined : otherId(context, ticket, parent);
    if (above !== undefined) addParent(draft, { itemId, otherId: above, field: "parent", path: [...path, "parent"] });
    const epic = context.byGlobalId.get(`epic:${globalId(textAt(value, "epic", "id"))}`);
    if (epic !== undefined) addParent(draft, { itemId, otherId: epic, field: "epic", path: [...path, "epic"] });
    for (const field of linkMembers) {
      for (const [index, link] of nodesOf(member(value, field)).entries()) {
        const other = otherId(context, ticket, link);
        if (other === undefined) continue;
        addLink(context, { itemId, otherId: other, field, path: [...path, field, index] }, linkType(field, link));
      }
    }
  }
  linkBeside(context);
}
