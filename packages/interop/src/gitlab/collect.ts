import type { Json } from "@evenkeel/kernel";
import { note, warn } from "../draft.js";
import { nodesOf } from "../github/context.js";
import { isObject, type JsonObject, listAt, member, textAt } from "../json-text.js";
import { addRecord } from "../trackers/records.js";
import { either, eitherValue } from "../trackers/values.js";
import {
  type GitlabContext,
  globalId,
  isExported,
  type LoggedEvent,
  nameOf,
  type Ticket,
  ticketId,
  withApiNames,
  withWidgets,
} from "./context.js";

type Path = readonly (string | number)[];

/** Members of an issue in which its history stands. */
const histories =
  /^(resource_)?(state|label|milestone|weight|iteration)_events$|^(notes|discussions|system_notes|(notes|discussions|state_events|label_events)_data)$/;
/** Entries a request gives where nothing else was asked for, and at most. */
const fullPages = new Set([20, 100]);

function isTicket(value: Json | undefined): value is JsonObject {
  if (!isObject(value) || textAt(value, "title") === undefined || nameOf(value) === undefined) return false;
  return (
    ["labels", "author", "assignees", "confidential", "issue_type", "widgets"].some((name) =>
      Object.hasOwn(value, name),
    ) || /\/(issues|work_items|merge_requests|epics)\/\d+/.test(either(value, "web_url", "webUrl") ?? "")
  );
}

const isEvent = (value: Json | undefined): value is JsonObject =>
  isObject(value) &&
  eitherValue(value, "created_at", "createdAt") !== undefined &&
  eitherValue(value, "resource_id", "noteable_id", "body", "note", "action", "weight", "state", "label") !== undefined;

/** The events of a member of an issue: a list, a connection, or discussions that hold notes. */
function eventsOf(context: GitlabContext, ticket: Ticket, value: Json, path: Path): void {
  const list = nodesOf(value);
  if (fullPages.has(list.length) && Array.isArray(value) && !isExported(ticket.value)) {
    ticket.isCut = true;
    warn(context.draft, "gitlab-history-cut", path, [ticket.id], {
      item: ticket.id,
      found: list.length,
      suspected: true,
    });
  } else if (member(value, "pageInfo", "hasNextPage") === true) {
    ticket.isCut = true;
    warn(context.draft, "gitlab-history-cut", path, [ticket.id], {
      item: ticket.id,
      found: list.length,
      suspected: false,
    });
  }
  for (const [index, each] of list.entries()) {
    if (isEvent(each)) {
      context.places.set(each, "event");
      ticket.events.push({ value: each, path: [...path, index] });
    } else if (isObject(each) && member(each, "notes") !== undefined) {
      eventsOf(context, ticket, member(each, "notes") as Json, [...path, index, "notes"]);
    }
  }
}

function addTicket(context: GitlabContext, value: JsonObject, path: Path): void {
  const name = nameOf(value) as NonNullable<ReturnType<typeof nameOf>>;
  const made: Ticket = {
    ...name,
    id: ticketId(name),
    value,
    seen: withApiNames(withWidgets(value)),
    path,
    events: [],
    hasHistory: false,
    isCut: false,
  };
  const ticket = addRecord(context, context.tickets, made, "issue", "gitlab-repeated-issue");
  ticket.seen = withApiNames(withWidgets(ticket.value));
  const global = globalId(either(value, "id"));
  if (global !== undefined && !context.byGlobalId.has(`${ticket.kind}:${global}`))
    context.byGlobalId.set(`${ticket.kind}:${global}`, ticket.id);
  for (const key of Object.keys(made.seen)) {
    const inner = made.seen[key];
    if (!histories.test(key) || typeof inner !== "object" || inner === null) continue;
    ticket.hasHistory = true;
    eventsOf(context, ticket, inner, [...path, key]);
  }
}

/** The ticket an event beside the issues names, by the global number alone. */
function ticketOfEvent(context: GitlabContext, event: JsonObject): Ticket | undefined {
  const kind = /merge/i.test(either(event, "resource_type", "noteable_type") ?? "") ? "mergeRequest" : "issue";
  const id = globalId(either(event, "resource_id", "noteable_id", "issue_id"));
  const named = id === undefined ? undefined : context.byGlobalId.get(`${kind}:${id}`);
  return named === undefined ? undefined : context.tickets.get(named);
}

function attach(context: GitlabContext, events: readonly LoggedEvent[]): void {
  const { draft, places } = context;
  const iids = new Set([...context.tickets.values()].map((ticket) => textAt(ticket.value, "iid")));
  for (const { value, path } of events) {
    const ticket = ticketOfEvent(context, value);
    if (ticket !== undefined) {
      places.set(value, "event");
      ticket.hasHistory = true;
      ticket.events.push({ value, path });
      continue;
    }
    const id = either(value, "resource_id", "noteable_id") ?? "?";
    const trap = iids.has(id) ? "gitlab-iid-vs-id" : "gitlab-event-without-issue";
    warn(draft, trap, path, [id], { id });
    draft.lost.set(value, "its issue is not in the input");
  }
}

/** Whether a value is a link between two issues, as the tool answers when asked for one. */
const isLink = (value: Json): value is JsonObject =>
  isObject(value) &&
  textAt(value, "link_type") !== undefined &&
  isObject(member(value, "source_issue")) &&
  isObject(member(value, "target_issue"));

/** Finds issues, merge requests, epics and their events wherever they stand. */
export function collect(context: GitlabContext, root: Json): void {
  const loose: LoggedEvent[] = [];
  const stack: { readonly value: Json; readonly path: Path }[] = [{ value: root, path: [] }];
  for (let step = stack.pop(); step !== undefined; step = stack.pop()) {
    const { value, path } = step;
    if (isTicket(value)) {
      addTicket(context, value, path);
      continue;
    }
    if (isLink(value)) {
      context.places.set(value, "link");
      context.links.push({ value, path });
    }
    if (isEvent(value) && eitherValue(value, "resource_id", "noteable_id") !== undefined) {
      loose.push({ value, path });
      continue;
    }
    if (typeof value !== "object" || value === null) continue;
    if (member(value, "pageInfo", "hasNextPage") === true)
      note(context.draft, "gitlab-page-short", path, [], {
        found: nodesOf(value).length + listAt(value, "items").length,
      });
    for (const [key, each] of Object.entries<Json>(value as never).reverse()) {
      if (typeof each === "object")
        stack.push({ value: each, path: [...path, Array.isArray(value) ? Number(key) : key] });
    }
  }
  attach(context, loose);
}
