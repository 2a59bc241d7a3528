import { compareText, formatInstant, type Json } from "@evenkeel/kernel";
import { addEvent, note, warn } from "../draft.js";
import { listAt, member, numberAt, textAt } from "../json-text.js";
import { historiesOf } from "./changelog-pages.js";
import { type JiraContext, type JiraIssue, jiraTime, personOf } from "./context.js";
import { noteStatus } from "./states.js";

/** A change of one field, in the order it happened. */
export interface Change {
  readonly id: string;
  readonly at: string;
  readonly actor: string | undefined;
  readonly field: string;
  readonly from: string | undefined;
  readonly fromText: string | undefined;
  readonly to: string | undefined;
  /** Jira's `toString` member, read as a plain key. */
  readonly toText: string | undefined;
  /** The item of the file it was read from. */
  readonly origin: Json;
}

/** The changes of an issue, oldest first, and whether older ones are missing. */
export interface Changes {
  readonly list: readonly Change[];
  readonly has: boolean;
  readonly truncated: boolean;
}

/** Numbers of histories after which a search cuts without saying so. */
const silentCuts = [40, 100];
const idWidth = 15;

function pad(id: string): string {
  return /^\d+$/.test(id) ? id.padStart(idWidth, "0") : id;
}

function changesOfHistory(context: JiraContext, found: JiraIssue, history: Json, index: number): Change[] {
  const path = [...found.path, "changelog", "histories", index, "created"];
  const created = textAt(history, "created");
  // Changelogs fetched in bulk count milliseconds.
  const counted = created !== undefined && /^\d{12,13}$/.test(created) ? formatInstant(Number(created)) : created;
  const at = jiraTime(context, counted, path);
  if (at === undefined) return [];
  const actor = personOf(context, member(history, "author"));
  const id = pad(textAt(history, "id") ?? String(index));
  return listAt(history, "items").map((item, position) => {
    const fieldId = textAt(item, "fieldId");
    const field = textAt(item, "field") ?? "";
    if (fieldId?.startsWith("customfield_")) context.fieldNames.set(fieldId, field.toLowerCase());
    const value = (key: string) => textAt(item, key) || undefined;
    return {
      id: `${found.key}:${id}:${String(position).padStart(3, "0")}`,
      at,
      actor,
      field,
      from: value("from"),
      fromText: value("fromString"),
      to: value("to"),
      toText: value("toString"),
      origin: item,
    };
  });
}

function isCut(context: JiraContext, found: JiraIssue, changelog: Json, count: number): boolean {
  const total = numberAt(changelog, "total");
  const isLast = member(changelog, "isLast");
  const cut = total === undefined ? isLast === undefined && silentCuts.includes(count) : count < total;
  if (cut) {
    const trap = count === 100 ? "jira-history-truncated-100" : "jira-history-truncated-40";
    const facts = { item: found.key, found: count, total: total ?? "not told", suspected: total === undefined };
    warn(context.draft, trap, [...found.path, "changelog"], [found.key], facts);
  }
  return cut;
}

/** Reads the changelog of an issue in the order it happened, whatever the order in the file. */
export function readChanges(context: JiraContext, found: JiraIssue): Changes {
  const own = member(found.issue, "changelog");
  const beside = context.histories.get(textAt(found.issue, "id") ?? found.key);
  const histories = beside ?? historiesOf(own);
  if (histories === undefined) return { list: [], has: false, truncated: false };
  const list = histories.flatMap((history, index) => changesOfHistory(context, found, history, index));
  list.sort((a, b) => compareText(sortable(a.at), sortable(b.at)) || compareText(a.id, b.id));
  return { list, has: true, truncated: beside === undefined && isCut(context, found, own as Json, histories.length) };
}

/** An instant as a text that sorts: `...:02Z` before `...:02.5Z`. */
export function sortable(instant: string): string {
  return instant.endsWith("Z") && !instant.includes(".") ? `${instant.slice(0, -1)}.000Z` : instant;
}

function listChange(from: string | undefined, to: string | undefined): { added: string[]; removed: string[] } {
  const split = (text: string | undefined) =>
    (text ?? "")
      .split(",")
      .map((id) => id.trim())
      .filter((id) => id !== "");
  const [before, after] = [split(from), split(to)];
  return { added: after.filter((id) => !before.includes(id)), removed: before.filter((id) => !after.includes(id)) };
}

type Shared = {
  readonly id: string;
  readonly at: string;
  readonly actor: string | undefined;
  readonly source: "exact";
};

function addSprintEvents(context: JiraContext, key: string, change: Change, shared: Shared): void {
  const { added, removed } = listChange(change.from, change.to);
  const moves = [...added.map((id) => [id, "added"] as const), ...removed.map((id) => [id, "removed"] as const)];
  for (const [index, [id, move]] of moves.entries()) {
    const event = { ...shared, id: `${shared.id}:${index}`, subject: { table: "timeboxes", id } } as const;
    addEvent<"scopeChanged">(context.draft, { ...event, type: "scopeChanged", itemId: key, change: move });
  }
}

function addPeopleEvents(
  context: JiraContext,
  change: Change,
  event: Shared & { readonly subject: { readonly table: "items"; readonly id: string } },
): void {
  const moves = [
    ["unassigned", change.from, change.fromText],
    ["assigned", change.to, change.toText],
  ] as const;
  for (const [type, id, name] of moves) {
    if (id === undefined) continue;
    const assigneeId = personOf(context, { accountId: id, displayName: name ?? id }) as string;
    addEvent<"assigned" | "unassigned">(context.draft, {
      ...event,
      id: `${event.id}:${type}`,
      type,
      assigneeId,
      role: "responsible",
    });
  }
}

const pointFields = new Set(["story points", "story point estimate"]);

/** Adds the event of one change; `Rank` is the place in a list, no work, and is left out. */
export function addChange(context: JiraContext, key: string, change: Change): void {
  const { draft } = context;
  const field = change.field.toLowerCase();
  const shared = { id: change.id, at: change.at, actor: change.actor, source: "exact" } as const;
  const event = { ...shared, subject: { table: "items", id: key } } as const;
  if (field === "rank") {
    draft.lost.set(change.origin as object, "place in a list, no work");
    return;
  }
  if (field === "status" && change.to !== undefined) {
    for (const [id, name] of [
      [change.from, change.fromText],
      [change.to, change.toText],
    ] as const) {
      if (id !== undefined) noteStatus(context.book, id, name ?? id, undefined);
    }
    addEvent<"stateChanged">(draft, { ...event, type: "stateChanged", from: change.from, to: change.to });
  } else if (field === "flagged") {
    const on = change.to !== undefined || change.toText !== undefined;
    const reason = on ? change.toText : change.fromText;
    addEvent<"blocked" | "unblocked">(draft, { ...event, type: on ? "blocked" : "unblocked", reason });
  } else if (field === "sprint") addSprintEvents(context, key, change, shared);
  else if (field === "assignee") addPeopleEvents(context, change, event);
  else if (field === "link" && (change.to ?? change.from) !== undefined) {
    const kind = change.toText ?? change.fromText;
    const otherId = (change.to ?? change.from) as string;
    addEvent<"linkChanged">(draft, {
      ...event,
      type: "linkChanged",
      otherId,
      change: change.to === undefined ? "removed" : "added",
      kind,
    });
  } else if (pointFields.has(field) && change.toText !== undefined && Number.isFinite(Number(change.toText))) {
    const from = change.fromText === undefined ? undefined : Number(change.fromText);
    addEvent<"estimated">(draft, { ...event, type: "estimated", of: "points", from, to: Number(change.toText) });
  } else if (field === "duedate") {
    addEvent<"dateChanged">(draft, {
      ...event,
      type: "dateChanged",
      field: "dueDate",
      from: change.from?.slice(0, 10),
      to: change.to?.slice(0, 10),
    });
  } else {
    if (field === "workflow") note(draft, "jira-workflow-migration", [], [key], { item: key, at: change.at });
    addEvent<"changed">(draft, {
      ...event,
      type: "changed",
      field: change.field,
      from: change.fromText ?? change.from,
      to: change.toText ?? change.to,
    });
  }
}
