import type { Coverage } from "@evenkeel/core";
import type { Result } from "@evenkeel/kernel";
import { coversOf } from "./covers.js";
import { assume, type Draft, note, table, warn } from "./draft.js";
import { collect } from "./github/collect.js";
import type { GithubContext, Ticket } from "./github/context.js";
import { githubFates } from "./github/fates.js";
import { findRoles } from "./github/fields.js";
import { linkTickets, readTicket } from "./github/issues.js";
import { addWorkflow, categoryOf } from "./github/states.js";
import { addTimeline, noteNobody, type TicketFlow } from "./github/timeline.js";
import { addStamps } from "./stamps.js";
import { spanOfMoves } from "./trackers/flow.js";
import { parseJsonLines } from "./trackers/json-lines.js";
import { readDocuments } from "./trackers/read-documents.js";
import type { Import, ReadOptions, Source } from "./types.js";

function coverageOf(hasTimelines: boolean): Coverage[] {
  const covers = coversOf("github");
  const dates = hasTimelines ? ["startedAt", "finishedAt"] : ["finishedAt"];
  return [
    covers("projects", "name"),
    covers(
      "items",
      "title",
      "kind",
      "sourceKind",
      "body",
      "parentId",
      "projectId",
      "stateId",
      "labels",
      "estimates",
      "constraints",
      "dueDate",
      "createdAt",
      "updatedAt",
      ...dates,
    ),
    covers("workflows", "states"),
    covers("timeboxes", "name", "interval", "goal", "itemIds"),
    covers("dependencies", "predecessorId", "successorId", "type"),
    covers("relations", "kind", "fromId", "toId"),
    covers("people", "name", "email"),
    covers("assignments", "itemId", "personId", "role"),
    hasTimelines
      ? covers("events", "created", "stateChanged", "assigned", "unassigned", "scopeChanged", "linkChanged", "changed")
      : covers("events", "created"),
  ];
}

/** Puts the dates of work on an item, and says where its timeline does not end where it stands. */
function settle(context: GithubContext, ticket: Ticket, flow: TicketFlow): void {
  const { draft } = context;
  const items = table(draft, "items");
  const item = items.get(ticket.id);
  if (item === undefined) return;
  const isOpen = item.stateId === undefined || /^(open|draft|review)$/.test(item.stateId);
  const stateId = isOpen && flow.last.startsWith("status:") ? flow.last : (item.stateId ?? flow.last);
  const isGap = flow.last !== stateId && !stateId.startsWith("status:");
  if (isGap && !ticket.isCut) {
    const facts = { issue: item.id, found: flow.last, expected: stateId };
    warn(draft, "github-timeline-gap", ticket.path, [item.id], facts);
  }
  if (isGap || ticket.isCut) draft.truncated.push({ table: "items", id: item.id });
  draft.quality[isGap || ticket.isCut ? "truncated" : "exact"]++;
  const start = ticket.isCut ? { stateId: undefined, at: undefined } : { stateId: flow.initial, at: item.createdAt };
  const span = spanOfMoves(start, flow.moves, (id) => categoryOf(context, id));
  const isDone = categoryOf(context, stateId) === "done";
  const finishedAt = (isDone ? span.finishedAt : undefined) ?? item.finishedAt;
  items.set(item.id, {
    ...item,
    stateId,
    workflowId: "github",
    ...(ticket.isCut || span.startedAt === undefined ? {} : { startedAt: span.startedAt }),
    ...(finishedAt === undefined ? {} : { finishedAt }),
  });
}

function readAll(context: GithubContext): void {
  const { draft } = context;
  const tickets = [...context.tickets.values()];
  findRoles(context);
  for (const ticket of tickets) readTicket(context, ticket, context.holders.get(ticket.id) ?? []);
  linkTickets(context);
  const flows = tickets.flatMap((ticket): [Ticket, TicketFlow][] =>
    ticket.hasTimeline ? [[ticket, addTimeline(context, ticket, table(draft, "items").get(ticket.id)?.createdAt)]] : [],
  );
  addWorkflow(context);
  for (const [ticket, flow] of flows) settle(context, ticket, flow);
  for (const ticket of tickets) {
    const item = table(draft, "items").get(ticket.id);
    if (ticket.hasTimeline || item === undefined) continue;
    const isDropped = item.stateId !== undefined && categoryOf(context, item.stateId) === "dropped";
    const closed = context.ends.get(ticket.id);
    const stamps = { created: item.createdAt, ...(isDropped ? { dropped: closed } : { finished: item.finishedAt }) };
    const state = item.stateId ?? "open";
    addStamps(draft, item.id, stamps, {
      first: ticket.isPull ? "review" : "open",
      active: "review",
      done: state,
      dropped: state,
    });
  }
  const pulls = tickets.filter((ticket) => ticket.isPull).length;
  if (pulls > 0 && pulls < tickets.length) note(draft, "github-pull-request-in-issues", [], [], { count: pulls });
  if (flows.length === 0 && tickets.length > 0) note(draft, "github-no-timeline", [], [], { count: tickets.length });
  noteNobody(context);
  assume(
    draft,
    "started",
    "first move into a state of category active; an open pull request is at work",
    "states of the tool",
  );
  assume(draft, "done", "closed as completed or without a reason, or merged", "states of the tool");
  draft.coverage = coverageOf(flows.length > 0);
}

function contextOf(draft: Draft): GithubContext {
  const roles: GithubContext["roles"] = new Map();
  return {
    draft,
    fateOf: githubFates(draft, roles),
    places: new Map(),
    tickets: new Map(),
    holders: new Map(),
    ends: new Map(),
    statuses: new Set(),
    roles,
    nobody: 0,
  };
}

/**
 * Reads issues and pull requests of GitHub from JSON: answers of the REST API (lists, searches, one issue, timelines, events),
 * of GraphQL (connections of nodes or edges), listings of its command line, and items of projects, drafts among them.
 *
 * Pull requests are items of kind `pullRequest`. Not planned and duplicate are dropped, never done. Where a timeline came with an
 * issue, as its member `timeline`, `events` or `timelineItems` or beside it, each close, reopening, merge and change of a project's status is a
 * move with its instant; else only stamps speak.
 *
 * Of a project's fields the status is the state of what is open, one named as a date of start or end, an estimate or an iteration is
 * read as such, all others stay as they are.
 *
 * @param source - bytes or text
 * @param options - the common ones
 * @returns plan, history, report
 *
 * Issues: interop/any-*, interop/github-*.
 * Time O(n log n), space O(n).
 * Source: GitHub, REST API (issues, timeline, events) and GraphQL API.
 *
 * @example
 * orThrow(readGithub('[{"number":7,"title":"Dig","state":"closed","state_reason":"not_planned","labels":[]}]')).plan.items[0].stateId; // => "not_planned"
 */
export function readGithub(source: Source, options: ReadOptions = {}): Result<Import> {
  return readDocuments(source, options, {
    format: "github",
    parse: parseJsonLines,
    contextOf,
    collect: (context, value) => {
      collect(context, value);
      return context.tickets.size;
    },
    expected: "issues of GitHub",
    mayBeEmpty: (_context, value) => Array.isArray(value) && value.length === 0,
    readAll,
  });
}
