import type { ItemKind, Timebox, WorkItem } from "@evenkeel/core";
import type { Json } from "@evenkeel/kernel";
import { addRow, defined, keepDangling, sourceOf, table, warn } from "../draft.js";
import { member, textAt } from "../json-text.js";
import { keptFields } from "../trackers/account.js";
import { addRelation } from "../trackers/links.js";
import { joinTimebox } from "../trackers/timeboxes.js";
import { toolTime } from "../trackers/times.js";
import { either, eitherValue } from "../trackers/values.js";
import {
  addressOf,
  type GithubContext,
  githubFlow,
  nameOf,
  nodesOf,
  personOf,
  type Ticket,
  ticketId,
} from "./context.js";
import { readFields } from "./fields.js";
import { currentState } from "./states.js";

/** Id of another issue as a member names it; one without an address is of the same repository. */
export function otherId(ticket: Ticket, value: Json | undefined): string | undefined {
  const name = typeof value === "string" ? addressOf(value) : nameOf(value);
  return name === undefined ? undefined : ticketId(name.repository ?? ticket.repository, name.number);
}

/** Notes a milestone by its title, which is all that events tell. */
export function noteMilestone(
  context: GithubContext,
  milestone: Json | undefined,
  itemId: string | undefined,
): string | undefined {
  const title = typeof milestone === "string" ? milestone : either(milestone, "title");
  if (title === undefined) return undefined;
  const rows = table(context.draft, "timeboxes");
  const before = rows.get(title);
  const due =
    before?.interval === undefined
      ? toolTime(context.draft, eitherValue(milestone, "due_on", "dueOn"), ["milestone", "due_on"], [title])
      : undefined;
  const row = defined<Timebox>({
    id: title,
    name: title,
    kind: "release",
    interval: before?.interval ?? (due === undefined ? undefined : { to: due }),
    goal: before?.goal ?? either(milestone, "description"),
    sources: [sourceOf(context.draft, "github", either(milestone, "number", "id") ?? title)],
  });
  rows.set(title, row);
  if (itemId !== undefined) joinTimebox(context.draft, title, itemId);
  return title;
}

function kindOf(ticket: Ticket, type: string | undefined): ItemKind {
  if (ticket.isPull) return "pullRequest";
  if (type !== undefined && /^(bug|defect)$/i.test(type)) return "defect";
  return type !== undefined && /^epic$/i.test(type) ? "epic" : "task";
}

/** A member of the issue, else of the project item that holds it: the command line lists some there. */
const memberOf = (value: Json, holders: readonly Json[], name: string): Json | undefined =>
  [value, ...holders].map((each) => member(each, name)).find((each) => each !== undefined);

function labelsOf(labels: Json | undefined): string[] | undefined {
  if (labels === undefined) return undefined;
  return nodesOf(labels).flatMap((label) => (typeof label === "string" ? label : (either(label, "name") ?? [])));
}

function addPeople(context: GithubContext, ticket: Ticket, holders: readonly Json[]): void {
  const assignees = nodesOf(memberOf(ticket.value, holders, "assignees"));
  const all = assignees.length > 0 ? assignees : [member(ticket.value, "assignee")];
  const seen = new Set<string>();
  for (const user of all) {
    const personId = personOf(context, user);
    if (personId === undefined || seen.has(personId)) continue;
    seen.add(personId);
    addRow(
      context.draft,
      "assignments",
      { id: `${ticket.id}:${personId}`, itemId: ticket.id, personId, role: "responsible" },
      ticket.path,
    );
  }
}

/** Reads one issue or pull request into an item with what hangs on it. */
export function readTicket(context: GithubContext, ticket: Ticket, holders: readonly Json[]): void {
  const { draft } = context;
  const { id, value, path } = ticket;
  const time = (...names: string[]) =>
    toolTime(
      draft,
      eitherValue(value, ...names),
      [...path, names.find((name) => member(value, name) !== undefined) ?? ""],
      [id],
    );
  const type = textAt(value, "type", "name") ?? textAt(value, "issueType", "name") ?? either(value, "type");
  const body = either(value, "body");
  const state = currentState(context, ticket);
  const project = ticket.repository;
  if (project !== undefined) {
    table(draft, "projects").set(project, {
      id: project,
      name: project,
      sources: [sourceOf(draft, "github", project)],
    });
  }
  const facts = readFields(context, ticket, holders);
  const around = holders.flatMap((holder) => keptFields(context, holder, "projectItem") ?? []);
  const own = keptFields(context, value, "issue");
  const ended =
    state === undefined || /^(open|draft|review|status:)/.test(state)
      ? undefined
      : (time("merged_at", "mergedAt") ?? time("closed_at", "closedAt"));
  if (state === "ended") warn(draft, "github-merge-unknown", path, [id], { pull: id });
  if (ended !== undefined) context.ends.set(id, ended);
  const item = defined<WorkItem>({
    id,
    title: either(value, "title") ?? id,
    kind: kindOf(ticket, type),
    sourceKind: type,
    body: body === undefined ? undefined : { text: body, markup: "markdown" },
    parentId: otherId(
      ticket,
      eitherValue(value, "parent_issue_url", "parent") ?? memberOf(value, holders, "parent issue"),
    ),
    projectId: project,
    workflowId: state === undefined ? undefined : githubFlow,
    stateId: state,
    labels: labelsOf(memberOf(value, holders, "labels")),
    estimates: facts.estimates,
    constraints: facts.constraints,
    dueDate: facts.dueDate,
    createdAt: time("created_at", "createdAt"),
    updatedAt: time("updated_at", "updatedAt"),
    finishedAt: state === "completed" || state === "merged" || state === "ended" ? ended : undefined,
    sources: [
      sourceOf(
        draft,
        "github",
        either(value, "id") ?? id,
        ticket.number === "" ? undefined : `#${ticket.number}`,
        either(value, "html_url", "url"),
      ),
    ],
    customFields: around.length === 0 ? own : { ...own, "(project item)": around },
  });
  addRow(draft, "items", item, path);
  addPeople(context, ticket, holders);
  noteMilestone(context, memberOf(value, holders, "milestone"), id);
}

/** Adds what blocks what, once; an end that is not there stays on the issue. */
export function addDependency(
  context: GithubContext,
  predecessorId: string,
  successorId: string,
  ticket: Ticket,
  field: string,
): void {
  const items = table(context.draft, "items");
  const other = predecessorId === ticket.id ? successorId : predecessorId;
  const id = `${predecessorId}>${successorId}`;
  if (!items.has(other) || other === ticket.id) {
    keepDangling(
      context.draft,
      ticket.id,
      other,
      field,
      [...ticket.path, field],
      other === ticket.id ? "any-self-link" : "any-dangling-reference",
    );
  } else if (!table(context.draft, "dependencies").has(id)) {
    addRow(context.draft, "dependencies", {
      id,
      predecessorId,
      successorId,
      type: "FS",
      sources: [{ tool: "github", id }],
    });
  }
}

/** Pull requests and the issues they close, as either of them lists the other. */
function linkClosing(context: GithubContext, ticket: Ticket): void {
  const { draft } = context;
  const holders = context.holders.get(ticket.id) ?? [];
  for (const field of ["closingIssuesReferences", "closedByPullRequestsReferences", "linked pull requests"]) {
    for (const other of nodesOf(memberOf(ticket.value, holders, field))) {
      const reference = otherId(ticket, other);
      if (reference === undefined) continue;
      const isPull = field === "closingIssuesReferences";
      const isThere = reference !== ticket.id && context.tickets.has(reference);
      const [itemId, otherItem] = isPull || !isThere ? [ticket.id, reference] : [reference, ticket.id];
      addRelation(draft, { itemId, otherId: otherItem, field, path: [...ticket.path, field] }, "implements");
    }
  }
}

/** Members that list what blocks an issue and what it blocks: of GraphQL, and as the REST API's answers are put beside it. */
const blockers = [
  ["blockedBy", true],
  ["blocked_by", true],
  ["blocking", false],
] as const;

/** Resolves parents, sub-issues and what blocks what, once all issues are there. */
export function linkTickets(context: GithubContext): void {
  const items = table(context.draft, "items");
  for (const ticket of context.tickets.values()) {
    const { id, value, path } = ticket;
    const item = items.get(id);
    const parent = item?.parentId;
    if (item !== undefined && parent !== undefined && (parent === id || !items.has(parent))) {
      const { parentId: _left, ...rest } = item;
      items.set(id, rest);
      keepDangling(context.draft, id, parent, "parent", [...path, "parent"]);
    }
    linkClosing(context, ticket);
    for (const name of ["subIssues", "sub_issues"]) {
      for (const child of nodesOf(member(value, name))) {
        const reference = otherId(ticket, child);
        const under = reference === undefined ? undefined : items.get(reference);
        if (under === undefined && reference !== undefined)
          keepDangling(context.draft, id, reference, name, [...path, name]);
        else if (under !== undefined && under.id !== id) items.set(under.id, { ...under, parentId: id });
      }
    }
    for (const [field, isBefore] of blockers) {
      const list = member(value, field) ?? member(value, "dependencies", field);
      for (const other of nodesOf(list)) {
        const reference = otherId(ticket, other);
        if (reference !== undefined)
          addDependency(context, isBefore ? reference : id, isBefore ? id : reference, ticket, field);
      }
    }
  }
}
