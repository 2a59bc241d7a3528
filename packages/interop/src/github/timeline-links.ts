import type { WorkItem } from "@evenkeel/core";
import { table } from "../draft.js";
import { member } from "../json-text.js";
import type { GithubContext, Ticket } from "./context.js";
import { addDependency } from "./issues.js";

/** A link as an event of a timeline tells it: what the issue is to the other one from then on, or no longer. */
export interface ToldLink {
  readonly other: string;
  readonly kind: string;
  readonly isGone: boolean;
}

/** Whether the issue itself lists what blocks it or stands below it: then the list holds, not what its timeline adds up to. */
const lists = (ticket: Ticket, ...names: readonly string[]): boolean =>
  names.some(
    (name) => member(ticket.value, name) !== undefined || member(ticket.value, "dependencies", name) !== undefined,
  );

/**
 * Adds the links that a timeline leaves standing: answers of the REST API count sub-issues and blockers but do not name them. The
 * last event about a link holds; a parent that is stated on the issue stays. `told` is in order of time.
 */
export function addToldLinks(context: GithubContext, ticket: Ticket, told: readonly ToldLink[]): void {
  const items = table(context.draft, "items");
  const last = new Map(told.map((link) => [`${link.kind} ${link.other}`, link]));
  const putUnder = (childId: string, parentId: string) => {
    const child = items.get(childId);
    if (child !== undefined && child.parentId === undefined && childId !== parentId && items.has(parentId))
      items.set(childId, { ...(child as WorkItem), parentId });
  };
  for (const { other, kind, isGone } of last.values()) {
    if (isGone || !items.has(other)) continue;
    if (kind === "parent of") putUnder(other, ticket.id);
    else if (kind === "child of") putUnder(ticket.id, other);
    else if (kind === "blocked by" && !lists(ticket, "blockedBy", "blocked_by"))
      addDependency(context, other, ticket.id, ticket, "timeline");
    else if (kind === "blocks" && !lists(ticket, "blocking"))
      addDependency(context, ticket.id, other, ticket, "timeline");
  }
}
