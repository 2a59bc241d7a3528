import { blocks, created, endOf, items, type NeutralItem, type State, startOf, stateOf } from "./project.js";
import { csv, dayOf, email, millis, movesOf, staysOf } from "./words.js";

const names: { readonly [S in State]: string } = {
  todo: "To Do",
  doing: "In Progress",
  waiting: "Waiting",
  done: "Done",
  cancelled: "Cancelled",
};
const isEnded = (state: State): boolean => state === "done" || state === "cancelled";
const exact = (at: string): string => at.replace("Z", ".000Z");

/** Tasks of the API with their stories: sections are states, marking complete ends. */
export function asanaJson(): string {
  const gid = (number: number): string => String(1_200_000_000_000_000 + number);
  const person = (owner: string) => ({ gid: `9${owner.charCodeAt(0)}`, name: owner, resource_type: "user" });
  const section = (state: State) => ({ gid: `6${Object.keys(names).indexOf(state)}`, name: names[state] });
  const storiesOf = (item: NeutralItem) =>
    movesOf(item).flatMap(({ at, from, to }, index) => {
      const story = (suffix: number, type: string, more: object) => ({
        gid: String(30_000 + item.number * 100 + index * 10 + suffix),
        resource_type: "story",
        resource_subtype: type,
        type: "system",
        created_at: exact(at),
        created_by: person(item.owner),
        ...more,
      });
      return [
        story(1, "section_changed", { old_section: section(from), new_section: section(to) }),
        ...(isEnded(to) && !isEnded(from) ? [story(2, "marked_complete", {})] : []),
        ...(isEnded(from) && !isEnded(to) ? [story(2, "marked_incomplete", {})] : []),
      ];
    });
  return JSON.stringify({
    data: items.map((item) => {
      const ended = isEnded(stateOf(item));
      return {
        gid: gid(item.number),
        resource_type: "task",
        resource_subtype: "default_task",
        name: item.title,
        assignee: person(item.owner),
        completed: ended,
        completed_at: ended ? exact(item.moves.at(-1)?.[0] ?? "") : null,
        created_at: exact(created),
        due_on: item.due ?? null,
        due_at: null,
        memberships: [{ project: { gid: "5001", name: "Pier" }, section: section(stateOf(item)) }],
        dependencies: item.after.map((other) => ({ gid: gid(other), resource_type: "task" })),
        dependents: blocks(item).map((other) => ({ gid: gid(other), resource_type: "task" })),
        stories: storiesOf(item),
      };
    }),
  });
}

/** The CSV of a project: days, and names of tasks as links. */
export const asanaCsv = (): string => {
  const title = (number: number) => items[number - 1]?.title;
  return csv([
    "Task ID,Created At,Completed At,Last Modified,Name,Section/Column,Assignee,Assignee Email,Start Date,Due Date,Tags,Notes,Projects,Parent task,Blocked By (Dependencies),Blocking (Dependencies)".split(
      ",",
    ),
    ...items.map((item) => [
      1_200_000_000_000_000 + item.number,
      dayOf(created),
      isEnded(stateOf(item)) ? dayOf(item.moves.at(-1)?.[0]) : "",
      dayOf(item.moves.at(-1)?.[0] ?? created),
      item.title,
      names[stateOf(item)],
      item.owner,
      email(item.owner),
      "",
      item.due,
      "",
      "",
      "Pier",
      "",
      item.after.map(title).join(","),
      blocks(item).map(title).join(","),
    ]),
  ]);
};

/** A board with its activity logs: labels by index, times in ticks of 100 ns. */
export function monday(): string {
  const index: { readonly [S in State]: number } = { todo: 5, doing: 0, waiting: 2, done: 1, cancelled: 3 };
  const labels = Object.fromEntries(Object.entries(index).map(([state, at]) => [at, names[state as State]]));
  const ticks = (at: string): string => `${millis(at)}0000`;
  const userId = (owner: string): number => owner.charCodeAt(0);
  const log = (id: string, at: string, owner: string, event: string, data: object) => ({
    id,
    event,
    entity: "pulse",
    user_id: String(userId(owner)),
    created_at: ticks(at),
    data: JSON.stringify({ board_id: 41, ...data }),
  });
  const logs = items.flatMap((item) => [
    log(`c${item.number}`, created, item.owner, "create_pulse", { pulse_id: item.number }),
    ...movesOf(item).map(({ at, from, to }, each) =>
      log(`m${item.number}-${each}`, at, item.owner, "update_column_value", {
        pulse_id: item.number,
        column_id: "status",
        column_type: "color",
        column_title: "Status",
        previous_value: { label: { index: index[from], text: names[from] } },
        value: { label: { index: index[to], text: names[to] } },
      }),
    ),
  ]);
  const column = (id: string, title: string, type: string, settings: object = {}) => ({
    id,
    title,
    type,
    settings_str: JSON.stringify(settings),
  });
  const board = {
    id: "41",
    name: "Pier",
    state: "active",
    columns: [
      column("name", "Name", "name"),
      column("person", "Owner", "people"),
      column("status", "Status", "status", { done_colors: [1], labels }),
      column("date4", "Due date", "date"),
      column("dependency", "Dependent On", "dependency"),
    ],
    groups: [{ id: "topics", title: "Works", position: "65536" }],
    activity_logs: logs,
    items_page: {
      cursor: null,
      items: items.map((item) => ({
        id: String(item.number),
        name: item.title,
        state: "active",
        created_at: created,
        group: { id: "topics" },
        column_values: [
          {
            id: "person",
            type: "people",
            text: item.owner,
            value: JSON.stringify({ personsAndTeams: [{ id: userId(item.owner), kind: "person" }] }),
          },
          {
            id: "status",
            type: "status",
            text: names[stateOf(item)],
            value: JSON.stringify({
              index: index[stateOf(item)],
              post_id: null,
              changed_at: exact(item.moves.at(-1)?.[0] ?? created),
            }),
          },
          {
            id: "date4",
            type: "date",
            text: item.due ?? "",
            value: item.due === undefined ? null : JSON.stringify({ date: item.due }),
          },
          {
            id: "dependency",
            type: "dependency",
            text: item.after.map((other) => items[other - 1]?.title).join(", "),
            value: JSON.stringify({ linkedPulseIds: item.after.map((linkedPulseId) => ({ linkedPulseId })) }),
          },
        ],
      })),
    },
  };
  return JSON.stringify({ data: { boards: [board] } });
}

/** A board export: lists are states, actions the history; the first 8 digits of an id are its second of creation. */
export function trello(): string {
  const second = (millis(created) / 1000).toString(16);
  const card = (number: number): string => `${second}${String(number).padStart(16, "0")}`;
  const list = (state: State): string => `list-${state}`;
  const member = (owner: string): string => `member-${owner.toLowerCase()}`;
  const actions = items.flatMap((item) => {
    const action = (at: string, type: string, data: object) => ({ at, owner: item.owner, type, data });
    return [
      action(created, "createCard", {
        card: { id: card(item.number), name: item.title },
        list: { id: list("todo"), name: names.todo },
      }),
      ...movesOf(item).map(({ at, from, to }) =>
        action(at, "updateCard", {
          card: { id: card(item.number), name: item.title, idList: list(to) },
          old: { idList: list(from) },
          listBefore: { id: list(from), name: names[from] },
          listAfter: { id: list(to), name: names[to] },
        }),
      ),
    ];
  });
  return JSON.stringify({
    id: "69a400000000000000000001",
    name: "Pier",
    lists: Object.entries(names).map(([state, name], pos) => ({ id: list(state as State), name, closed: false, pos })),
    members: ["Ada", "Bo", "Cy"].map((name) => ({
      id: member(name),
      fullName: name,
      username: name.toLowerCase(),
    })),
    labels: [],
    checklists: [],
    cards: items.map((item) => ({
      id: card(item.number),
      idShort: item.number,
      shortLink: `s${item.number}`,
      name: item.title,
      desc: "",
      closed: false,
      idList: list(stateOf(item)),
      idMembers: [member(item.owner)],
      idLabels: [],
      due: item.due === undefined ? null : `${item.due}T12:00:00.000Z`,
      dueComplete: false,
      pos: item.number,
    })),
    actions: actions
      .sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
      .map(({ at, owner, type, data }, index) => ({
        id: `${second}${String(900 - index).padStart(16, "f")}`,
        type,
        date: exact(at),
        idMemberCreator: member(owner),
        data,
      })),
  });
}

/** The CSV export with the columns of newer ages. */
export const linear = (): string =>
  csv([
    "ID,Team,Title,Description,Status,Estimate,Priority,Creator,Assignee,Labels,Created,Updated,Started,Completed,Canceled,Due Date,Blocked by".split(
      ",",
    ),
    ...items.map((item) => [
      `PIE-${item.number}`,
      "Pier",
      item.title,
      "",
      { todo: "Todo", doing: "In Progress", waiting: "Waiting", done: "Done", cancelled: "Canceled" }[stateOf(item)],
      "",
      "No priority",
      "",
      email(item.owner),
      "",
      exact(created),
      exact(item.moves.at(-1)?.[0] ?? created),
      startOf(item),
      endOf(item, "done"),
      endOf(item, "cancelled"),
      item.due === undefined ? "" : `${item.due}T00:00:00.000Z`,
      item.after.map((other) => `PIE-${other}`).join(", "),
    ]),
  ]);

const clickupTypes: { readonly [S in State]: string } = {
  todo: "open",
  doing: "custom",
  waiting: "custom",
  done: "closed",
  cancelled: "done",
};
const clickupStatus = (state: State) => ({ status: names[state].toLowerCase(), type: clickupTypes[state] });
const clickupUser = (owner: string) => ({ id: owner.charCodeAt(0), username: owner, email: email(owner) });

function clickupTask(item: NeutralItem): object {
  const ended = endOf(item, "done") ?? endOf(item, "cancelled");
  const link = (task: number, on: number) => ({ task_id: `86c${task}`, depends_on: `86c${on}`, type: 1 });
  return {
    id: `86c${item.number}`,
    name: item.title,
    status: clickupStatus(stateOf(item)),
    date_created: String(millis(created)),
    date_updated: String(millis(item.moves.at(-1)?.[0] ?? created)),
    date_closed: ended === undefined ? null : String(millis(ended)),
    archived: false,
    creator: clickupUser("Ada"),
    assignees: [clickupUser(item.owner)],
    due_date: item.due === undefined ? null : String(millis(`${item.due}T04:00:00Z`)),
    due_date_time: false,
    dependencies: [
      ...item.after.map((other) => link(item.number, other)),
      ...blocks(item).map((other) => link(other, item.number)),
    ],
    list: { id: "901", name: "Pier" },
  };
}

/** Tasks of the API, and the changes its webhooks announced: epoch milliseconds as texts. */
export const clickup = (): string =>
  JSON.stringify({
    tasks: items.map(clickupTask),
    last_page: true,
    announced: items.flatMap((item) =>
      movesOf(item).map(({ at, from, to }, index) => ({
        event: "taskStatusUpdated",
        task_id: `86c${item.number}`,
        history_items: [
          {
            id: `${item.number}00${index}`,
            type: 1,
            date: String(millis(at)),
            field: "status",
            parent_id: "901",
            user: clickupUser(item.owner),
            before: clickupStatus(from),
            after: clickupStatus(to),
          },
        ],
      })),
    ),
  });

/** The same tasks with time in status: each status once, with all the time spent there and the last time it was entered. */
export const clickupTimes = (): string =>
  JSON.stringify({
    tasks: items.map((item) => {
      const stays = staysOf(item);
      const history = [...new Set(stays.map(({ state }) => state))].map((state) => {
        const own = stays.filter((stay) => stay.state === state);
        const minutes = own.reduce(
          (sum, { from, to }) => sum + (to === undefined ? 1 : (millis(to) - millis(from)) / 60_000),
          0,
        );
        return {
          ...clickupStatus(state),
          total_time: { by_minute: minutes, since: String(millis(own.at(-1)?.from ?? created)) },
        };
      });
      const current = history.find(({ status }) => status === names[stateOf(item)].toLowerCase());
      return { ...clickupTask(item), time_in_status: { current_status: current, status_history: history } };
    }),
    last_page: true,
  });
