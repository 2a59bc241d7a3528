import { blocks, created, endOf, items, type NeutralItem, type State, startOf, stateOf } from "./project.js";
import { csv, email, movesOf } from "./words.js";

const isEnded = (state: State): boolean => state === "done" || state === "cancelled";

/** Answers of the GraphQL API: a project's status while open, closing and reopening as events. */
export function github(): string {
  const names = { todo: "Todo", doing: "In Progress", waiting: "Waiting" };
  const url = (number: number): string => `https://github.com/sea/pier/issues/${number}`;
  const other = (number: number) => ({ number, url: url(number) });
  const reason = (state: State): string => (state === "done" ? "COMPLETED" : "NOT_PLANNED");
  const eventsOf = (item: NeutralItem) =>
    movesOf(item).flatMap(({ at, from, to }, index) => {
      const event = (type: string, more: object) => ({
        __typename: type,
        id: `${type}${item.number}-${index}`,
        createdAt: at,
        actor: { login: item.owner.toLowerCase() },
        ...more,
      });
      if (to === "done" || to === "cancelled") return [event("ClosedEvent", { stateReason: reason(to) })];
      return [
        ...(isEnded(from) ? [event("ReopenedEvent", {})] : []),
        ...(isEnded(from)
          ? []
          : [event("ProjectV2ItemStatusChangedEvent", { previousStatus: names[from as "todo"], status: names[to] })]),
      ];
    });
  const nodes = items.map((item) => {
    const state = stateOf(item);
    const events = eventsOf(item);
    return {
      number: item.number,
      title: item.title,
      url: url(item.number),
      state: isEnded(state) ? "CLOSED" : "OPEN",
      stateReason: isEnded(state) ? reason(state) : null,
      createdAt: created,
      closedAt: isEnded(state) ? item.moves.at(-1)?.[0] : null,
      author: { login: "ada" },
      labels: { nodes: [] },
      assignees: { nodes: [{ login: item.owner.toLowerCase(), name: item.owner }] },
      blockedBy: { nodes: item.after.map(other) },
      blocking: { nodes: blocks(item).map(other) },
      timelineItems: { totalCount: events.length, pageInfo: { hasNextPage: false }, nodes: events },
    };
  });
  return JSON.stringify({ data: { repository: { issues: { pageInfo: { hasNextPage: false }, nodes } } } });
}

/** Issues of the REST API with label events, state events and links. */
export function gitlab(): string {
  const label = (state: State): string => `workflow::${state}`;
  const user = (owner: string) => ({ id: owner.charCodeAt(0), username: owner.toLowerCase(), name: owner });
  const web = (number: number): string => `https://gitlab.com/sea/pier/-/issues/${number}`;
  const link = (number: number, type: string) => ({
    id: 700 + number,
    iid: number,
    project_id: 5,
    title: items[number - 1]?.title,
    link_type: type,
    references: { full: `sea/pier#${number}` },
  });
  return JSON.stringify(
    items.map((item) => {
      const state = stateOf(item);
      const moves = movesOf(item);
      const event = (index: number, at: string, more: object) => ({
        id: item.number * 100 + index,
        user: user(item.owner),
        created_at: at,
        resource_type: "Issue",
        resource_id: 700 + item.number,
        ...more,
      });
      const labelled = (name: State, action: string) => ({
        action,
        label: { id: 1, name: label(name), color: "#fff" },
      });
      return {
        id: 700 + item.number,
        iid: item.number,
        project_id: 5,
        title: item.title,
        state: isEnded(state) ? "closed" : "opened",
        created_at: created,
        updated_at: item.moves.at(-1)?.[0] ?? created,
        closed_at: isEnded(state) ? item.moves.at(-1)?.[0] : null,
        labels: state === "done" ? [label("doing")] : [label(state)],
        assignees: [user(item.owner)],
        due_date: item.due ?? null,
        web_url: web(item.number),
        references: { short: `#${item.number}`, relative: `#${item.number}`, full: `sea/pier#${item.number}` },
        resource_label_events: [
          event(0, created, labelled("todo", "add")),
          ...moves.flatMap(({ at, from, to }, index) =>
            to === "done" || from === "done"
              ? []
              : [event(10 + index * 2, at, labelled(to, "add")), event(11 + index * 2, at, labelled(from, "remove"))],
          ),
        ],
        resource_state_events: moves.flatMap(({ at, from, to }, index) =>
          isEnded(to)
            ? [event(50 + index, at, { state: "closed" })]
            : isEnded(from)
              ? [event(50 + index, at, { state: "reopened" })]
              : [],
        ),
        links: [
          ...item.after.map((number) => link(number, "is_blocked_by")),
          ...blocks(item).map((number) => link(number, "blocks")),
        ],
      };
    }),
  );
}

const azureStates: { readonly [S in State]: string } = {
  todo: "New",
  doing: "Active",
  waiting: "Waiting",
  done: "Closed",
  cancelled: "Removed",
};

/** Work items with relations and updates. */
export function azureJson(): string {
  const url = (id: number): string => `https://dev.azure.com/sea/_apis/wit/workItems/${id}`;
  const identity = (owner: string) => ({ displayName: owner, uniqueName: email(owner) });
  const relation = (id: number, way: string) => ({
    rel: `System.LinkTypes.Dependency-${way}`,
    url: url(id),
    attributes: {},
  });
  const value = items.map((item) => {
    const update = (rev: number, at: string, fields: object) => ({
      id: rev,
      workItemId: item.number,
      rev,
      revisedBy: identity(item.owner),
      revisedDate: "9999-01-01T00:00:00Z",
      fields: { "System.ChangedDate": { newValue: at }, ...fields },
    });
    const ended = endOf(item, "done");
    const updates = [
      update(1, created, { "System.State": { newValue: "New" } }),
      ...movesOf(item).map(({ at, from, to }, index) =>
        update(index + 2, at, { "System.State": { oldValue: azureStates[from], newValue: azureStates[to] } }),
      ),
    ];
    return {
      id: item.number,
      rev: updates.length,
      url: url(item.number),
      fields: {
        "System.TeamProject": "Pier",
        "System.WorkItemType": "Task",
        "System.Title": item.title,
        "System.State": azureStates[stateOf(item)],
        "System.AssignedTo": identity(item.owner),
        "System.CreatedDate": created,
        ...(ended === undefined ? {} : { "Microsoft.VSTS.Common.ClosedDate": ended }),
        ...(item.due === undefined ? {} : { "Microsoft.VSTS.Scheduling.DueDate": `${item.due}T00:00:00Z` }),
      },
      relations: [
        ...item.after.map((id) => relation(id, "Reverse")),
        ...blocks(item).map((id) => relation(id, "Forward")),
      ],
      updates: { count: updates.length, value: updates },
    };
  });
  return JSON.stringify({ count: value.length, value });
}

/** A clock of the United States, as a query exports it. */
function americanClock(at: string | undefined): string {
  if (at === undefined) return "";
  const hour = Number(at.slice(11, 13));
  const day = `${Number(at.slice(5, 7))}/${Number(at.slice(8, 10))}/${at.slice(0, 4)}`;
  return `${day} ${hour % 12 === 0 ? 12 : hour % 12}:${at.slice(14, 16)}:00 ${hour < 12 ? "AM" : "PM"}`;
}

/** The CSV of a flat query. */
export const azureCsv = (): string =>
  csv([
    "ID,Work Item Type,Title,Assigned To,State,Created Date,Activated Date,Closed Date,Due Date".split(","),
    ...items.map((item) => [
      item.number,
      "Task",
      item.title,
      `${item.owner} <${email(item.owner)}>`,
      azureStates[stateOf(item)],
      americanClock(created),
      americanClock(startOf(item)),
      americanClock(endOf(item, "done") ?? endOf(item, "cancelled")),
      americanClock(item.due === undefined ? undefined : `${item.due}T00:00:00Z`),
    ]),
  ]);

/** Bugs of the REST API with their histories; links stand on both ends. */
export function bugzilla(): string {
  const status: { readonly [S in State]: readonly [string, string] } = {
    todo: ["NEW", ""],
    doing: ["ASSIGNED", ""],
    waiting: ["NEEDINFO", ""],
    done: ["RESOLVED", "FIXED"],
    cancelled: ["RESOLVED", "WONTFIX"],
  };
  const bugs = items.map((item) => {
    const [now, resolution] = status[stateOf(item)];
    return {
      id: 70 + item.number,
      summary: item.title,
      status: now,
      resolution,
      product: "Pier",
      component: "Deck",
      creation_time: created,
      last_change_time: item.moves.at(-1)?.[0] ?? created,
      creator: email("Ada"),
      assigned_to: email(item.owner),
      assigned_to_detail: { id: 1, name: email(item.owner), email: email(item.owner), real_name: item.owner },
      depends_on: item.after.map((other) => 70 + other),
      blocks: blocks(item).map((other) => 70 + other),
      ...(item.due === undefined ? {} : { deadline: item.due }),
      history: movesOf(item).map(({ at, from, to }) => {
        const changes = [{ field_name: "status", removed: status[from][0], added: status[to][0] }];
        const [old, fresh] = [status[from][1], status[to][1]];
        if (old !== fresh) changes.push({ field_name: "resolution", removed: old, added: fresh });
        return { when: at, who: email(item.owner), changes };
      }),
    };
  });
  return JSON.stringify({ bugs });
}
