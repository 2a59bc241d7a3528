import type { StateCategory } from "@evenkeel/core";
import type { Json } from "@evenkeel/kernel";
import { nodesOf } from "../github/context.js";
import { member, textAt } from "../json-text.js";
import { categoryOfWords } from "../trackers/flow.js";
import { noteState } from "../trackers/states.js";
import { either, eitherValue } from "../trackers/values.js";
import type { GitlabContext, Ticket } from "./context.js";

const plain: { readonly [id: string]: readonly [name: string, category: StateCategory] } = {
  opened: ["Open", "proposed"],
  review: ["Open merge request", "active"],
  closed: ["Closed", "done"],
  merged: ["Merged", "done"],
  abandoned: ["Closed without merge", "dropped"],
  moved: ["Moved to another project", "dropped"],
  duplicate: ["Duplicate", "dropped"],
};

const ofStatus = new Map<string, StateCategory>([
  ["triage", "proposed"],
  ["to_do", "proposed"],
  ["in_progress", "active"],
  ["done", "done"],
  ["canceled", "dropped"],
]);

/** Names of labels of an issue: texts, or objects that have a title or a name. */
export function labelsOf(value: Json): string[] | undefined {
  const labels = member(value, "labels");
  if (labels === undefined) return undefined;
  return nodesOf(labels).flatMap((label) =>
    typeof label === "string" ? label : (either(label, "title", "name") ?? []),
  );
}

/** Whether a label says how far an issue is: scoped as such, or one of the two lists every board begins with. */
export const isStatusLabel = (label: string): boolean =>
  /(^|::)(workflow|status|state|stage|kanban|progress|column)::[^:]+$/i.test(label) || /^(to do|doing)$/i.test(label);

/** The state of such a label. */
export function labelState(context: GitlabContext, label: string): string {
  const name = label.split("::").at(-1) ?? label;
  return noteState(context.states, `label:${label}`, name, categoryOfWords(name));
}

/** The state of a status of newer releases, which tells its category itself. */
export function statusState(context: GitlabContext, status: Json | undefined): string | undefined {
  const name = typeof status === "string" ? status : textAt(status, "name");
  if (name === undefined) return undefined;
  const category = ofStatus.get((either(status, "category") ?? "").toLowerCase()) ?? categoryOfWords(name);
  return noteState(context.states, `status:${name}`, name, category);
}

/** The status of an issue: its own member, or a widget of a work item. */
export function statusOf(context: GitlabContext, ticket: Ticket): string | undefined {
  const status = member(ticket.seen, "status");
  return textAt(status, "name") === undefined ? undefined : statusState(context, status);
}

/** Where an issue stands: open or how it ended, and the label or status that says how far it is. */
export interface Standing {
  readonly end: "closed" | "merged" | undefined;
  readonly status: string | undefined;
}

/** The state of a standing. */
export function stateOf(context: GitlabContext, ticket: Ticket, { end, status }: Standing): string {
  const { seen: value, kind } = ticket;
  const as = (id: keyof typeof plain): string =>
    noteState(context.states, id as string, ...(plain[id] as [string, StateCategory]));
  if (end === "merged") return as("merged");
  if (end === undefined) return status ?? as(kind === "mergeRequest" ? "review" : "opened");
  if (kind === "mergeRequest") return as("abandoned");
  if (eitherValue(value, "moved_to_id", "movedTo", "moved_to") !== undefined) return as("moved");
  if (eitherValue(value, "duplicated_to_id", "duplicatedTo") !== undefined) return as("duplicate");
  return status !== undefined && context.states.get(status)?.category === "dropped" ? status : as("closed");
}

/** How an issue stands now. */
export function currentStanding(context: GitlabContext, ticket: Ticket): Standing | undefined {
  const state = either(ticket.seen, "state")?.toLowerCase();
  const label = labelsOf(ticket.seen)?.find(isStatusLabel);
  const status = statusOf(context, ticket) ?? (label === undefined ? undefined : labelState(context, label));
  if (state === undefined && status === undefined) return undefined;
  return {
    end: state === "merged" ? "merged" : state === "closed" || state === "locked" ? "closed" : undefined,
    status,
  };
}
