import { canonicalJson, type Json } from "@evenkeel/kernel";
import { note, warn } from "../draft.js";
import { isObject, type JsonObject, listAt, member, numberAt, textAt } from "../json-text.js";
import { either, eitherValue } from "../trackers/values.js";
import { addressOf, type GithubContext, nameOf, nodesOf, type Ticket, ticketId } from "./context.js";

type Path = readonly (string | number)[];

/** Members in which a timeline stands beside or within an issue. */
const timelines = ["timelineItems", "timeline", "events", "timeline_items", "issue_events"];
const fullPages = new Set([30, 100]);

/** Whether a value is an issue or a pull request, not a milestone or a project, which have number and title too. */
function isTicket(value: Json | undefined): value is JsonObject {
  if (!isObject(value) || textAt(value, "title") === undefined || nameOf(value) === undefined) return false;
  if (["open_issues", "closed_issues", "openIssues"].some((name) => Object.hasOwn(value, name))) return false;
  const isAddressed = addressOf(either(value, "html_url", "url")) !== undefined;
  return (
    isAddressed ||
    ["labels", "assignees", "timelineItems", "user", "author", "state"].some((name) => Object.hasOwn(value, name))
  );
}

/** The type of an event in the words of the REST API: `ClosedEvent` is `closed`. */
export function typeOf(event: Json): string | undefined {
  const rest = textAt(event, "event");
  if (rest !== undefined) return rest.replaceAll("-", "_");
  const name = either(event, "__typename", "eventType");
  if (name === undefined || !/^[A-Z][A-Za-z0-9]+$/.test(name)) return undefined;
  return name
    .replace(/Event$/, "")
    .replace(/V2/g, "_v2")
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .toLowerCase();
}

const isEvent = (value: Json): value is JsonObject =>
  isObject(value) &&
  typeOf(value) !== undefined &&
  !isTicket(value) &&
  eitherValue(value, "created_at", "createdAt", "submitted_at", "submittedAt", "author", "committer", "commit") !==
    undefined;

/** A note on a project that is no issue yet. */
const isDraftIssue = (value: Json | undefined, holder: Json): value is JsonObject =>
  isObject(value) &&
  textAt(value, "title") !== undefined &&
  /^draft_?issue$/i.test(either(value, "__typename", "type") ?? either(holder, "content_type", "type") ?? "");

/** A draft has no number; it is named by its own id, else by that of the project item. */
function addTicket(context: GithubContext, value: JsonObject, path: Path, holder: Json | undefined): Ticket {
  const { draft, tickets, places } = context;
  const name = nameOf(value) ?? { repository: undefined, number: "" };
  const own = either(value, "id", "node_id") ?? either(holder, "id", "node_id") ?? textAt(value, "title") ?? "";
  const id = name.number === "" ? own : ticketId(name.repository, name.number);
  const before = tickets.get(id);
  draft.counts.read++;
  if (before !== undefined) {
    const isSame = canonicalJson(before.value) === canonicalJson(value);
    if (!isSame) note(draft, "github-repeated-issue", path, [id], { id });
    draft.lost.set(value, "this issue was read before");
    draft.counts.merged++;
    return before;
  }
  places.set(value, "issue");
  draft.counts.imported++;
  const isPull =
    eitherValue(value, "pull_request", "mergedAt", "merged_at", "merge_commit_sha", "isDraft", "headRefName") !==
      undefined ||
    /\/pulls?\/\d+/.test(either(value, "html_url", "url") ?? "") ||
    either(value, "__typename", "type") === "PullRequest";
  const ticket: Ticket = {
    id,
    ...name,
    value,
    path,
    isPull,
    events: [],
    hasTimeline: false,
    isCut: false,
    status: undefined,
  };
  tickets.set(id, ticket);
  return ticket;
}

function attach(context: GithubContext, ticket: Ticket, timeline: Json | undefined, path: Path): void {
  if (timeline === undefined) return;
  const nodes = nodesOf(timeline);
  ticket.hasTimeline = true;
  for (const event of nodes) {
    if (!isObject(event)) continue;
    if (typeOf(event) === undefined) {
      context.draft.lost.set(event, "an event of no known kind");
      continue;
    }
    context.places.set(event, "event");
    ticket.events.push(event);
  }
  const info = member(timeline, "pageInfo");
  const isStated = member(info, "hasNextPage") === true || member(info, "hasPreviousPage") === true;
  const total = numberAt(timeline, "totalCount");
  const isSuspected = Array.isArray(timeline) && fullPages.has(nodes.length);
  if (!isStated && !isSuspected && (total === undefined || total <= nodes.length)) return;
  ticket.isCut = true;
  const facts = {
    issue: ticket.id,
    found: nodes.length,
    total: total ?? "not told",
    suspected: !isStated && total === undefined,
  };
  warn(context.draft, "github-timeline-cut", path, [ticket.id], facts);
}

/** The status a project gives an item: a field value named Status, or the plain member of a listing. */
function statusOf(item: Json): string | undefined {
  const plain = either(item, "status") ?? textAt(item, "status", "name") ?? textAt(item, "fieldValueByName", "name");
  const field = nodesOf(member(item, "fieldValues")).find((value) =>
    /^status$/i.test(textAt(value, "field", "name") ?? ""),
  );
  const rest = nodesOf(member(item, "fields")).find((value) => /^status$/i.test(either(value, "name") ?? ""));
  const told = member(rest, "value");
  return plain ?? textAt(field, "name") ?? either(rest, "value") ?? either(told, "name") ?? textAt(told, "name", "raw");
}

/** The only issue with a number; where several repositories have one, none. */
function byNumber({ tickets }: GithubContext, number: string | undefined): Ticket | undefined {
  const [only, ...more] = [...tickets.values()].filter((ticket) => ticket.number === number);
  return more.length > 0 ? undefined : only;
}

/** A timeline that stands for itself, with the number that stands beside it or that it stands under. */
interface Loose {
  readonly value: Json;
  readonly events: readonly Json[];
  readonly path: Path;
  readonly hint: string | undefined;
}

/** A timeline alone names no issue: its number is taken from an address in it, else it has none. */
function orphan(context: GithubContext, events: readonly Json[], path: Path, hint: string | undefined): Ticket {
  const found = events
    .map(
      (event) =>
        addressOf(either(event, "issue_url")) ??
        addressOf(textAt(event, "pullRequest", "url")) ??
        addressOf(either(event, "url", "html_url")),
    )
    .find((name) => name !== undefined);
  const told = found === undefined ? byNumber(context, hint) : undefined;
  if (told !== undefined) return told;
  const id = ticketId(found?.repository, found?.number ?? "?");
  const before = context.tickets.get(id);
  if (before !== undefined) return before;
  warn(context.draft, "github-timeline-without-issue", path, [id], { issue: id, events: events.length });
  context.draft.counts.read++;
  context.draft.counts.imported++;
  const ticket: Ticket = {
    id,
    number: found?.number ?? "?",
    repository: found?.repository,
    value: {},
    path,
    isPull: path.includes("pullRequest"),
    events: [],
    hasTimeline: true,
    isCut: false,
    status: undefined,
  };
  context.tickets.set(id, ticket);
  return ticket;
}

function noteMissing(context: GithubContext, value: JsonObject, path: Path): void {
  const total = numberAt(value, "total_count") ?? numberAt(value, "totalCount");
  const found = nodesOf(value).length + listAt(value, "items").length;
  const isNext = member(value, "pageInfo", "hasNextPage") === true;
  if (found > 0 && (isNext || (total !== undefined && total > found)))
    warn(context.draft, "github-page-short", path, [], { found, total: total ?? "not told" });
}

/** An issue met within another one: read once those that stand for themselves are, since these tell more. */
interface Inner {
  readonly value: JsonObject;
  readonly path: Path;
}

function collectTicket(
  context: GithubContext,
  value: JsonObject,
  holder: Json | undefined,
  path: Path,
  inner: Inner[],
): Ticket {
  const ticket = addTicket(context, value, path, holder);
  const status = [holder, ...nodesOf(member(value, "projectItems"))].map((item) =>
    item === undefined ? undefined : statusOf(item),
  );
  ticket.status ??= status.find((name) => name !== undefined);
  for (const item of nodesOf(member(value, "projectItems"))) {
    if (member(item, "fieldValues") === undefined) continue;
    context.places.set(item as JsonObject, "projectItem");
    context.holders.set(ticket.id, [...(context.holders.get(ticket.id) ?? []), item]);
  }
  for (const name of timelines) {
    const timeline = eitherValue(value, name);
    if (typeof timeline === "object" && !context.draft.lost.has(value))
      attach(context, ticket, timeline, [...path, name]);
  }
  for (const name of ["subIssues", "sub_issues"]) {
    for (const [index, child] of nodesOf(member(value, name)).entries()) {
      if (isTicket(child) && eitherValue(child, "createdAt", "state") !== undefined)
        inner.push({ value: child, path: [...path, name, index] });
    }
  }
  return ticket;
}

/** Finds the issues of an answer, whatever wraps them, and the events that belong to each. */
export function collect(context: GithubContext, root: Json): void {
  const children: Inner[] = [];
  const loose: Loose[] = [];
  collectPlain(context, root, children, loose);
  // Of sub-issues within sub-issues each is met when the one above it was read.
  for (const { value, path } of children) collectTicket(context, value, undefined, path, children);
  for (const { value, events, path, hint } of loose) attach(context, orphan(context, events, path, hint), value, path);
}

function collectPlain(context: GithubContext, root: Json, children: Inner[], loose: Loose[]): void {
  const stack: { readonly value: Json; readonly path: Path; readonly hint?: string | undefined }[] = [
    { value: root, path: [] },
  ];
  for (let step = stack.pop(); step !== undefined; step = stack.pop()) {
    const { value, path, hint } = step;
    if (isTicket(value)) {
      collectTicket(context, value, undefined, path, children);
      continue;
    }
    const inner = isObject(value) ? eitherValue(value, "issue", "content", "pullRequest", "pull_request") : undefined;
    if (isObject(value) && (isTicket(inner) || isDraftIssue(inner, value))) {
      const isOfRepository = isEvent(value);
      const place = Object.keys(value).find((key) => value[key] === inner) as string;
      const ticket = collectTicket(context, inner, isOfRepository ? undefined : value, [...path, place], children);
      if (isOfRepository) {
        context.places.set(value, "event");
        ticket.events.push(value);
        ticket.hasTimeline = true;
      } else {
        if (
          place === "content" ||
          either(value, "status") !== undefined ||
          member(value, "fieldValues") !== undefined
        ) {
          context.places.set(value, "projectItem");
          context.holders.set(ticket.id, [...(context.holders.get(ticket.id) ?? []), value]);
        }
        for (const name of timelines) attach(context, ticket, eitherValue(value, name), [...path, name]);
      }
      continue;
    }
    const events = nodesOf(value);
    const name = String(path.at(-1) ?? "");
    if (
      (Array.isArray(value) || timelines.includes(name)) &&
      events.length > 0 &&
      events.every((event) => isEvent(event) && !isTicket(member(event, "issue")))
    ) {
      loose.push({ value, events, path, hint });
      continue;
    }
    if (isObject(value)) noteMissing(context, value, path);
    const entries = Array.isArray(value)
      ? value.map((each, index): [number, Json] => [index, each])
      : isObject(value)
        ? Object.keys(value).map((key): [string, Json] => [key, value[key] as Json])
        : [];
    const own = either(value, "number", "issue_number");
    for (const [key, each] of entries.reverse()) {
      const isNumbered = typeof key === "string" && /^\d+$/.test(key);
      stack.push({ value: each, path: [...path, key], hint: isNumbered ? key : (own ?? hint) });
    }
  }
}
