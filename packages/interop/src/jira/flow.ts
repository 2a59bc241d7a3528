import type { StateCategory, WorkItem } from "@evenkeel/core";
import { addEvent, note, table, warn } from "../draft.js";
import { member, textAt } from "../json-text.js";
import { addStamps } from "../stamps.js";
import { addChange, type Changes, sortable } from "./changelog.js";
import { type JiraContext, type JiraIssue, jiraTime, personOf } from "./context.js";
import { notePastSprints } from "./sprints.js";

/** What the flow of an issue needs once every status is known. */
export interface IssueFlow {
  readonly found: JiraIssue;
  readonly changes: Changes;
}

type CategoryOf = (stateId: string) => StateCategory | undefined;

function resolutionOf(context: JiraContext, found: JiraIssue): string | undefined {
  return jiraTime(context, textAt(found.fields, "resolutiondate"), [...found.path, "fields", "resolutiondate"]);
}

function createdEvent(context: JiraContext, flow: IssueFlow, item: WorkItem): void {
  if (item.createdAt === undefined) return;
  const first = flow.changes.list.find((change) => change.field.toLowerCase() === "status");
  addEvent<"created">(context.draft, {
    id: `${item.id}:+created`,
    at: item.createdAt,
    subject: { table: "items", id: item.id },
    actor: personOf(context, member(flow.found.fields, "creator")),
    source: "exact",
    type: "created",
    stateId: flow.changes.truncated ? undefined : (first?.from ?? item.stateId),
  });
}

/** When work began and ended, by recorded changes of status alone. */
function spanOf(
  flow: IssueFlow,
  item: WorkItem,
  categoryOf: CategoryOf,
): { started?: string | undefined; finished?: string | undefined } {
  const moves = flow.changes.list.filter(
    (change) => change.field.toLowerCase() === "status" && change.to !== undefined,
  );
  const isIn = (id: string | undefined, category: StateCategory) => id !== undefined && categoryOf(id) === category;
  const initial = moves[0]?.from ?? item.stateId;
  const begun = isIn(initial, "active") ? item.createdAt : moves.find((move) => isIn(move.to, "active"))?.at;
  const last = moves.at(-1);
  const ended = [...moves].reverse().findIndex((move) => !isIn(move.to, "done"));
  const finish =
    !isIn(item.stateId, "done") || last === undefined
      ? undefined
      : ended === -1
        ? moves[0]
        : moves[moves.length - ended];
  return { started: flow.changes.truncated ? undefined : begun, finished: finish?.at };
}

function reportOrder(context: JiraContext, flow: IssueFlow, item: WorkItem, resolved: string | undefined): void {
  if (resolved !== undefined && item.createdAt !== undefined && sortable(resolved) < sortable(item.createdAt)) {
    const facts = { item: item.id, created: item.createdAt, resolved };
    warn(
      context.draft,
      "jira-resolved-before-created",
      [...flow.found.path, "fields", "resolutiondate"],
      [item.id],
      facts,
    );
  }
  const moves = flow.changes.list.filter((change) => change.field.toLowerCase() === "status");
  const twin = moves.find((move, index) => moves[index + 1]?.at === move.at);
  if (twin !== undefined) {
    note(context.draft, "jira-history-same-millisecond", [...flow.found.path, "changelog"], [item.id], {
      item: item.id,
      at: twin.at,
    });
  }
}

function addRecorded(context: JiraContext, flow: IssueFlow, item: WorkItem): void {
  createdEvent(context, flow, item);
  for (const change of flow.changes.list) {
    addChange(context, item.id, change);
    if (change.field.toLowerCase() === "sprint") notePastSprints(context, change);
  }
  const flags = flow.changes.list.filter((change) => change.field.toLowerCase() === "flagged");
  const open = flags.at(-1);
  if (open !== undefined && (open.to ?? open.toText) !== undefined) {
    note(context.draft, "jira-flagged-open", [...flow.found.path, "changelog"], [item.id], {
      item: item.id,
      since: open.at,
    });
  }
  if (flow.changes.truncated) context.draft.truncated.push({ table: "items", id: item.id });
  context.draft.quality[flow.changes.truncated ? "truncated" : "exact"]++;
}

/** Adds the events of an issue; without a changelog only its stamps speak. */
export function addFlow(context: JiraContext, flow: IssueFlow): void {
  const item = table(context.draft, "items").get(flow.found.key);
  if (item === undefined) return;
  const resolved = resolutionOf(context, flow.found);
  reportOrder(context, flow, item, resolved);
  if (flow.changes.has) addRecorded(context, flow, item);
  else {
    const states = { first: undefined, active: "", done: item.stateId ?? "done", dropped: "" };
    addStamps(
      context.draft,
      item.id,
      { created: item.createdAt, finished: item.stateId === undefined ? undefined : resolved },
      states,
    );
  }
}

/** Puts the latest dates of work on an item, once the categories of all states are known. */
export function settleDates(context: JiraContext, flow: IssueFlow, categoryOf: CategoryOf): void {
  const items = table(context.draft, "items");
  const item = items.get(flow.found.key);
  if (item === undefined) return;
  const span = flow.changes.has ? spanOf(flow, item, categoryOf) : {};
  const isDone = item.stateId !== undefined && categoryOf(item.stateId) === "done";
  const finishedAt = span.finished ?? (isDone ? resolutionOf(context, flow.found) : undefined);
  items.set(item.id, {
    ...item,
    ...(span.started === undefined ? {} : { startedAt: span.started }),
    ...(finishedAt === undefined ? {} : { finishedAt }),
  });
}
