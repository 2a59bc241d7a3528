import type { Coverage } from "@evenkeel/core";
import type { Result } from "@evenkeel/kernel";
import { coversOf } from "./covers.js";
import { assume, note, table } from "./draft.js";
import { collect } from "./gitlab/collect.js";
import { type GitlabContext, gitlabFlow } from "./gitlab/context.js";
import { gitlabFates } from "./gitlab/fates.js";
import { addHistory } from "./gitlab/history.js";
import { linkTickets, readTicket } from "./gitlab/issues.js";
import { readGitlabRows } from "./gitlab/rows.js";
import { addStamps } from "./stamps.js";
import { parseJsonLines } from "./trackers/json-lines.js";
import { readDocuments } from "./trackers/read-documents.js";
import { addStates } from "./trackers/states.js";
import { settleStory } from "./trackers/story.js";
import { toolTime } from "./trackers/times.js";
import { eitherValue } from "./trackers/values.js";
import type { Import, ReadOptions, Source } from "./types.js";

function coverageOf(hasHistory: boolean): Coverage[] {
  const covers = coversOf("gitlab");
  return [
    covers("projects", "name"),
    covers("items", "title", "kind", "sourceKind", "body", "parentId", "projectId", "stateId", "labels", "estimates"),
    covers(
      "items",
      "constraints",
      "dueDate",
      "createdAt",
      "updatedAt",
      "finishedAt",
      ...(hasHistory ? ["startedAt"] : []),
    ),
    covers("workflows", "states"),
    covers("timeboxes", "name", "interval", "goal", "itemIds"),
    covers("dependencies", "predecessorId", "successorId", "type"),
    covers("relations", "kind", "fromId", "toId"),
    covers("people", "name", "email"),
    covers("assignments", "itemId", "personId", "role"),
    hasHistory
      ? covers(
          "events",
          "created",
          "stateChanged",
          "assigned",
          "unassigned",
          "scopeChanged",
          "estimated",
          "dateChanged",
          "changed",
        )
      : covers("events", "created"),
  ];
}

function readAll(context: GitlabContext): void {
  const { draft } = context;
  const tickets = [...context.tickets.values()];
  const items = table(draft, "items");
  for (const ticket of tickets) readTicket(context, ticket);
  linkTickets(context);
  const told = tickets.filter((ticket) => ticket.hasHistory);
  const stories = told.map((ticket) => [ticket, addHistory(context, ticket, items.get(ticket.id)?.createdAt)] as const);
  const categoryOf = addStates(draft, gitlabFlow, context.states, "gitlab-label-category-unknown", "active");
  for (const [ticket, story] of stories) {
    const item = items.get(ticket.id);
    settleStory(draft, ticket, story, categoryOf, {
      trap: "gitlab-history-gap",
      current: item?.stateId,
      isCut: ticket.isCut,
      ended: story.moves.length > 0 ? undefined : item?.finishedAt,
    });
  }
  for (const ticket of tickets) {
    const item = items.get(ticket.id);
    if (ticket.hasHistory || item === undefined) continue;
    const state = item.stateId ?? "closed";
    const closed = toolTime(
      draft,
      eitherValue(ticket.seen, "closed_at", "closedAt"),
      [...ticket.path, "closed_at"],
      [ticket.id],
    );
    const isDropped = categoryOf(state) === "dropped";
    const stamps = { created: item.createdAt, ...(isDropped ? { dropped: closed } : { finished: item.finishedAt }) };
    addStamps(draft, item.id, stamps, { first: undefined, active: state, done: state, dropped: state });
  }
  if (told.length === 0 && tickets.length > 0) note(draft, "gitlab-no-events", [], [], { count: tickets.length });
  assume(draft, "started", "first move into a state of category active", "names of labels and statuses");
  assume(draft, "done", "closed, unless moved, a duplicate or of a label that means dropped", "the tool's own word");
  draft.coverage = coverageOf(told.length > 0);
}

/**
 * Reads issues of GitLab from JSON: answers of the REST API (lists, one issue) and of GraphQL, also merge requests and epics, with
 * state, label, milestone and weight events, notes and links where they stand within or beside the issues; or from the CSV export of
 * issues or work items, whose times are in UTC; or `issues.ndjson` of the export of a
 * whole project, which names people by their numbers.
 *
 * An issue is `group/project#7` by the number people see; events and links name it by its global number. Closed is done, unless
 * the issue was moved, is a duplicate, or has a label that means dropped. An open issue stands where its scoped label, such as
 * `workflow::doing`, or its status says.
 *
 * @param source - bytes or text
 * @param options - the common ones
 * @returns plan, history where there are events, report
 *
 * Issues: interop/any-*, interop/gitlab-*.
 * Time O(n log n), space O(n).
 * Source: GitLab, REST API (issues, resource events, notes, links), GraphQL API and export of issues as CSV.
 *
 * @example
 * orThrow(readGitlab('[{"id":70,"iid":7,"title":"Dig","state":"opened","labels":["workflow::doing"]}]')).plan.items[0].stateId; // => "label:workflow::doing"
 */
export function readGitlab(source: Source, options: ReadOptions = {}): Result<Import> {
  return readDocuments(source, options, {
    format: "gitlab",
    parse: parseJsonLines,
    contextOf: (draft): GitlabContext => ({
      draft,
      fateOf: gitlabFates(draft),
      places: new Map(),
      tickets: new Map(),
      byGlobalId: new Map(),
      states: new Map(),
      links: [],
    }),
    collect: (context, value) => {
      collect(context, value);
      return context.tickets.size;
    },
    expected: "issues of GitLab",
    readRows: readGitlabRows,
    readAll,
  });
}
