import { compareText, type Json } from "@evenkeel/kernel";
import { addEvent, addRow, note, table } from "../draft.js";
import { member, textAt } from "../json-text.js";
import type { Move } from "../trackers/flow.js";
import { sortable, toolTime } from "../trackers/times.js";
import { either, eitherValue } from "../trackers/values.js";
import { typeOf } from "./collect.js";
import { type GithubContext, personOf, type Ticket } from "./context.js";
import { noteMilestone, otherId } from "./issues.js";

import { closedState, openState, statusState } from "./states.js";
import { addToldLinks, type ToldLink } from "./timeline-links.js";

interface Step {
  readonly id: string;
  readonly at: string;
  readonly actor: string | undefined;
  readonly type: string;
  readonly event: Json;
}

/** The events of an issue, oldest first whatever their order; one without a time is left out, and so is a repeated one. */
function stepsOf(context: GithubContext, ticket: Ticket): Step[] {
  const seen = new Set<string>();
  const steps = ticket.events.flatMap((event, index): Step[] => {
    const type = typeOf(event) as string;
    const when =
      eitherValue(event, "created_at", "createdAt", "submitted_at", "submittedAt") ??
      eitherValue(member(event, "author"), "date") ??
      textAt(event, "commit", "authoredDate");
    const at = toolTime(context.draft, when, [...ticket.path, "timeline", index, "created_at"], [ticket.id]);
    const id = either(event, "id", "node_id", "sha") ?? `${type}:${index}`;
    if (at === undefined || seen.has(id)) {
      context.draft.lost.set(event as object, at === undefined ? "no time" : "the same event again");
      return [];
    }
    seen.add(id);
    const actor =
      personOf(context, eitherValue(event, "actor", "user")) ?? personOf(context, textAt(event, "author", "login"));
    if (actor === undefined) context.nobody++;
    return [{ id: `${ticket.id}:${id}`, at, actor, type, event }];
  });
  return steps.sort((a, b) => compareText(sortable(a.at), sortable(b.at)) || compareText(a.id, b.id));
}

/** Where an issue stands: open or how it ended, a draft or not, and the status a project gives it. */
interface Standing {
  readonly end: string | undefined;
  readonly isDraft: boolean;
  readonly status: string | undefined;
}

function statusChange(event: Json): { readonly from: string | undefined; readonly to: string | undefined } {
  const card = member(event, "project_card");
  return {
    from:
      either(event, "previousStatus", "previous_status", "previousProjectColumnName") ??
      either(card, "previous_column_name"),
    to: either(event, "status", "projectColumnName") ?? either(card, "column_name"),
  };
}

const statusTypes = new Set(["project_v2_item_status_changed", "moved_columns_in_project", "added_to_project"]);

function after(context: GithubContext, ticket: Ticket, standing: Standing, step: Step, isLastEnd: boolean): Standing {
  const { type, event } = step;
  if (type === "merged") return { ...standing, end: "merged" };
  if (type === "closed") {
    if (standing.end === "merged") return standing;
    const own = either(event, "state_reason", "stateReason");
    const reason = own ?? (isLastEnd ? either(ticket.value, "state_reason", "stateReason") : undefined);
    return { ...standing, end: closedState(ticket, reason) };
  }
  if (type === "reopened") return { ...standing, end: undefined };
  if (type === "convert_to_draft" || type === "converted_to_draft") return { ...standing, isDraft: true };
  if (type === "ready_for_review") return { ...standing, isDraft: false };
  if (statusTypes.has(type)) {
    const { to } = statusChange(event);
    if (to !== undefined) statusState(context, to);
    return to === undefined ? standing : { ...standing, status: to };
  }
  return standing;
}

function stateOf(ticket: Ticket, standing: Standing): string {
  if (standing.end !== undefined) return standing.end;
  return standing.status === undefined ? openState(ticket, standing.isDraft) : `status:${standing.status}`;
}

function linkOf(ticket: Ticket, { type, event }: Step): { readonly other: string; readonly kind: string } | undefined {
  const names: readonly (readonly [RegExp, string, readonly string[]])[] = [
    [/^cross_referenced$/, "mentioned in", ["source"]],
    [/^(sub_issue)_(added|removed)$/, "parent of", ["sub_issue", "subIssue"]],
    [/^(parent_issue)_(added|removed)$/, "child of", ["parent", "parent_issue"]],
    [/^blocked_by_(added|removed)$/, "blocked by", ["blocking_issue", "blockingIssue"]],
    [/^blocking_(added|removed)$/, "blocks", ["blocked_issue", "blockedIssue"]],
    [/^(un)?marked_as_duplicate$/, "duplicates", ["canonical"]],
    [/^(dis)?connected$/, "connected", ["subject", "source"]],
  ];
  const [, kind, members] = names.find(([pattern]) => pattern.test(type)) ?? [];
  if (kind === undefined || members === undefined) return undefined;
  const value = eitherValue(event, ...members);
  const other = otherId(ticket, member(value, "issue") ?? value);
  return other === undefined ? undefined : { other, kind };
}

const isGone = (type: string): boolean => /removed$|^un|^dis|^de/.test(type);

function addPlain(context: GithubContext, ticket: Ticket, step: Step, link: ReturnType<typeof linkOf>): void {
  const { draft } = context;
  const { type, event, id, at, actor } = step;
  const shared = { id, at, actor, source: "exact" } as const;
  const base = { ...shared, subject: { table: "items", id: ticket.id } } as const;
  const assigneeId =
    type === "assigned" || type === "unassigned" ? personOf(context, member(event, "assignee")) : undefined;
  const milestone =
    type === "milestoned" || type === "demilestoned"
      ? noteMilestone(context, eitherValue(event, "milestone", "milestoneTitle", "milestone_title"), undefined)
      : undefined;
  if (assigneeId !== undefined) {
    addEvent<"assigned" | "unassigned">(draft, {
      ...base,
      type: type as "assigned" | "unassigned",
      assigneeId,
      role: "responsible",
    });
  } else if (milestone !== undefined) {
    const subject = { table: "timeboxes", id: milestone } as const;
    addEvent<"scopeChanged">(draft, {
      ...shared,
      subject,
      type: "scopeChanged",
      itemId: ticket.id,
      change: isGone(type) ? "removed" : "added",
    });
  } else if (link !== undefined) {
    addEvent<"linkChanged">(draft, {
      ...base,
      type: "linkChanged",
      otherId: link.other,
      change: isGone(type) ? "removed" : "added",
      kind: link.kind,
    });
    const relation = `${ticket.id}>${link.other}:${link.kind}`;
    const isKnown =
      table(draft, "items").has(link.other) && link.other !== ticket.id && !table(draft, "relations").has(relation);
    if (isKnown && !isGone(type) && /mentioned|duplicates|connected/.test(link.kind)) {
      const kind = link.kind === "duplicates" ? "duplicates" : "relates";
      addRow(draft, "relations", { id: relation, kind, fromId: ticket.id, toId: link.other, sourceKind: type });
    }
  } else {
    const label = textAt(event, "label", "name");
    const from = type === "unlabeled" ? label : (textAt(event, "rename", "from") ?? either(event, "previousTitle"));
    const to =
      type === "labeled"
        ? label
        : (textAt(event, "rename", "to") ??
          textAt(eitherValue(event, "issue_type", "issueType"), "name") ??
          either(event, "currentTitle", "body", "state"));
    const field = label !== undefined ? "labels" : /^renamed/.test(type) ? "title" : type;
    addEvent<"changed">(draft, { ...base, type: "changed", field, from, to });
  }
}

/** What the timeline of an issue amounts to. */
export interface TicketFlow {
  readonly initial: string;
  readonly moves: readonly Move[];
  readonly last: string;
}

/** Adds the events of an issue: every close, reopening, merge and change of status as a move with its instant. */
export function addTimeline(context: GithubContext, ticket: Ticket, createdAt: string | undefined): TicketFlow {
  const { draft } = context;
  const steps = stepsOf(context, ticket);
  const firstStatus = steps.find((step) => statusTypes.has(step.type));
  const drafts = steps.find((step) => /^(convert(ed)?_to_draft|ready_for_review)$/.test(step.type));
  const isDraft =
    drafts === undefined ? eitherValue(ticket.value, "draft", "isDraft") === true : drafts.type === "ready_for_review";
  const before = firstStatus === undefined ? undefined : statusChange(firstStatus.event).from;
  if (before !== undefined) statusState(context, before);
  let standing: Standing = {
    end: undefined,
    isDraft,
    status: before ?? (firstStatus === undefined ? ticket.status : undefined),
  };
  const initial = stateOf(ticket, standing);
  if (createdAt !== undefined) {
    addEvent<"created">(draft, {
      id: `${ticket.id}:+created`,
      at: createdAt,
      subject: { table: "items", id: ticket.id },
      actor: personOf(context, eitherValue(ticket.value, "user", "author")),
      source: "exact",
      type: "created",
      stateId: ticket.isCut ? undefined : initial,
    });
  }
  const moves: Move[] = [];
  const told: ToldLink[] = [];
  const lastEnd = steps.filter((step) => step.type === "closed").at(-1);
  let state = initial;
  for (const step of steps) {
    standing = after(context, ticket, standing, step, step === lastEnd);
    const next = stateOf(ticket, standing);
    if (next === state) {
      const link = linkOf(ticket, step);
      if (link !== undefined) told.push({ ...link, isGone: isGone(step.type) });
      addPlain(context, ticket, step, link);
      continue;
    }
    const { id, at, actor } = step;
    addEvent<"stateChanged">(draft, {
      id,
      at,
      actor,
      subject: { table: "items", id: ticket.id },
      source: "exact",
      type: "stateChanged",
      from: state,
      to: next,
    });
    moves.push({ at, to: next });
    state = next;
  }
  addToldLinks(context, ticket, told);
  return { initial, moves, last: state };
}

/** Says how many events have no actor: accounts that were deleted. */
export function noteNobody(context: GithubContext): void {
  if (context.nobody > 0) note(context.draft, "github-null-actor", [], [], { count: context.nobody });
}
