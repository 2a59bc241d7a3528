import type { Json } from "@evenkeel/kernel";
import type { Draft } from "../draft.js";
import { isObject, type JsonObject, listAt, member, textAt } from "../json-text.js";
import { notePerson } from "../people.js";
import type { Account } from "../trackers/account.js";
import type { RecordBook, TrackerRecord } from "../trackers/records.js";
import type { StateBook } from "../trackers/states.js";
import { either, eitherValue } from "../trackers/values.js";

/** Id and name of the workflow of issues. */
export const gitlabFlow = { id: "gitlab", name: "GitLab" };

/** An event or a note with its place. */
export interface LoggedEvent {
  readonly value: JsonObject;
  readonly path: readonly (string | number)[];
}

/** An issue, a merge request or an epic with its events. */
export interface Ticket extends TrackerRecord {
  /** The members of the record and, of a work item, those of its widgets. */
  seen: JsonObject;
  readonly kind: "issue" | "mergeRequest" | "epic";
  readonly project: string | undefined;
  readonly events: LoggedEvent[];
  hasHistory: boolean;
  isCut: boolean;
}

/** What reading one answer shares. */
export interface GitlabContext extends Account {
  readonly tickets: RecordBook<Ticket>;
  /** Ids of tickets by their global number, which events and links name. */
  readonly byGlobalId: Map<string, string>;
  readonly states: StateBook;
  /** Links that stand beside the issues, with both of their ends. */
  readonly links: LoggedEvent[];
}

/** The members of a record with those of its widgets; its own come first. */
export function withWidgets(value: JsonObject): JsonObject {
  const widgets = Array.isArray(value["widgets"]) ? (value["widgets"] as readonly Json[]) : [];
  if (widgets.length === 0) return value;
  const seen: { [name: string]: Json } = Object.create(null);
  for (const widget of widgets) {
    if (!isObject(widget)) continue;
    for (const key of Object.keys(widget))
      if (key !== "type" && widget[key] !== null) seen[key] ??= widget[key] as Json;
  }
  for (const key of Object.keys(value)) if (value[key] !== null) seen[key] = value[key] as Json;
  return seen;
}

/** Whether an issue stands in the export of a whole project, which is whole and names people by their numbers alone. */
export const isExported = (value: JsonObject): boolean =>
  Object.hasOwn(value, "label_links") || Object.hasOwn(value, "issue_assignees");

/** The members of an issue of an export, with those the API names otherwise under its names too. */
export function withApiNames(value: JsonObject): JsonObject {
  if (!isExported(value)) return value;
  const seen: { [name: string]: Json } = Object.create(null);
  const accountOf = (id: Json | undefined): Json => ({ id: id ?? null });
  seen["labels"] = listAt(value, "label_links").map((link) => member(link, "label") ?? null);
  seen["assignees"] = listAt(value, "issue_assignees").map((each) => accountOf(member(each, "user_id")));
  seen["author"] = accountOf(member(value, "author_id"));
  seen["timeEstimate"] = member(value, "time_estimate") ?? null;
  for (const key of Object.keys(value)) seen[key] = value[key] as Json;
  return seen;
}

/** The text of a note; an export calls it so. */
export const noteText = (value: Json): string | undefined => textAt(value, "body") ?? textAt(value, "note");

/** Who did something: an account, or its number with the name beside it. */
export function actorOf(draft: Draft, value: Json | undefined): string | undefined {
  const account = eitherValue(value, "user", "author");
  const id = either(value, "user_id", "author_id");
  if (either(account, "username", "id") !== undefined || id === undefined) return personOf(draft, account);
  return notePerson(draft, "gitlab", { id, name: either(account, "name") });
}

const marks = { issue: "#", mergeRequest: "!", epic: "&" } as const;
const address = /^https?:\/\/[^/]+\/(?:groups\/)?(.+?)(?:\/-)?\/(issues|work_items|merge_requests|epics)\/(\d+)/;

/** The number at the end of a global id: `gid://gitlab/Issue/7` is 7. */
export const globalId = (text: string | undefined): string | undefined =>
  text === undefined ? undefined : (/^gid:\/\/.*\/(\d+)$/.exec(text)?.[1] ?? text);

/** What a record is called: its project's path, its kind and the number people see. */
export function nameOf(
  value: Json | undefined,
): { readonly project: string | undefined; readonly iid: string; readonly kind: Ticket["kind"] } | undefined {
  const url = address.exec(either(value, "web_url", "webUrl") ?? "");
  const iid = either(value, "iid") ?? url?.[3];
  if (iid === undefined) return undefined;
  const full = textAt(value, "references", "full") ?? either(value, "reference") ?? "";
  const reference = /^(.+)([#!&])\d+$/.exec(full);
  const type = either(value, "issue_type", "type") ?? textAt(value, "workItemType", "name") ?? "";
  const isMerge = url?.[2] === "merge_requests" || either(value, "source_branch", "sourceBranch") !== undefined;
  const kind =
    reference?.[2] === "&" || url?.[2] === "epics" || /^epic$/i.test(type)
      ? "epic"
      : isMerge
        ? "mergeRequest"
        : "issue";
  return { project: reference?.[1] ?? url?.[1] ?? either(value, "project_id", "projectId"), iid, kind };
}

/** The id of a ticket as people write it: `group/project#7`. */
export const ticketId = (name: {
  readonly project: string | undefined;
  readonly iid: string;
  readonly kind: Ticket["kind"];
}): string => `${name.project ?? ""}${marks[name.kind]}${name.iid}`;

/** The person of an account. */
export function personOf(draft: Draft, user: Json | undefined): string | undefined {
  const id = typeof user === "string" ? user : either(user, "username", "id");
  return id === undefined || id === ""
    ? undefined
    : notePerson(draft, "gitlab", { id, name: either(user, "name"), email: either(user, "email", "publicEmail") });
}

/** Members in which a linked issue stands. */
export const linkMembers: readonly string[] = [
  "links",
  "issue_links",
  "linked_issues",
  "linkedItems",
  "linkedWorkItems",
  "blockedByIssues",
  "blocked_by_issues",
  "blockingIssues",
  "blocking_issues",
  "blockedBy",
];
