import type { Import, ReadWorkOptions } from "../../src/index.js";
import { writeMermaid } from "../../src/mermaid.js";
import { writeCsv } from "../../src/write-csv.js";

/** A trap that gives no issue: handled rightly, it leaves nothing to say. */
export interface Handled {
  readonly trap: string;
  readonly input: string | Uint8Array;
  readonly options: ReadWorkOptions;
  /** What of the import would be wrong without the handling. */
  readonly take: (read: Import) => unknown;
  readonly expected: unknown;
}

type Row = { readonly [name: string]: unknown };
const item = (read: Import, id: string): Row =>
  (read.plan.items ?? []).find((each) => each.id === id) as unknown as Row;
const moves = (read: Import): string[] =>
  read.history.events.flatMap((event) => (event.type === "stateChanged" ? [`${event.at} ${event.to}`] : []));
const of = (format: ReadWorkOptions["format"], more: object = {}): ReadWorkOptions => ({
  ...more,
  ...(format === undefined ? {} : { format }),
});

const status = (id: string, name: string, key: string) => ({ id, name, statusCategory: { key } });
const history = (id: string, at: string, ...items: object[]) => ({ id, created: at, items });
const toStatus = (from: string, to: string) => ({
  field: "status",
  from,
  fromString: `s${from}`,
  to,
  toString: `s${to}`,
});
const jira = (fields: object, histories: readonly object[] = []): string =>
  JSON.stringify({
    key: "A-1",
    changelog: { total: histories.length, histories },
    fields: { summary: "Dig", created: "2026-03-02T09:00:00.000+0000", status: status("3", "Done", "done"), ...fields },
  });
const jiraLines = (header: string, ...rows: readonly string[]): string => [header, ...rows].join("\n");

const jiraCases: readonly Handled[] = [
  {
    trap: "jira-to-string-key",
    input: jira({ customfield_1: { toString: "odd" } }, [
      history("1", "2026-03-03T09:00:00.000+0000", { field: "summary", to: null }),
    ]),
    options: of("jira-json"),
    take: (read) => (item(read, "A-1")["customFields"] as Row)["customfield_1"],
    expected: { toString: "odd" },
  },
  {
    trap: "jira-history-newest-first",
    input: jira({}, [
      history("9", "2026-03-05T09:00:00.000+0000", toStatus("2", "3")),
      history("10", "2026-03-03T09:00:00.000+0000", toStatus("1", "2")),
    ]),
    options: of("jira-json"),
    take: moves,
    expected: ["2026-03-03T09:00:00Z 2", "2026-03-05T09:00:00Z 3"],
  },
  {
    trap: "jira-link-prose-localised",
    input: jira({}, [
      history("1", "2026-03-03T09:00:00.000+0000", {
        field: "Link",
        from: null,
        to: "A-2",
        toString: "Dieser Vorgang wird blockiert von A-2",
      }),
    ]),
    options: of("jira-json"),
    take: (read) => read.history.events.flatMap((event) => (event.type === "linkChanged" ? [event.otherId] : [])),
    expected: ["A-2"],
  },
  {
    trap: "jira-sprint-list",
    input: jira({}, [
      history("1", "2026-03-03T09:00:00.000+0000", {
        field: "Sprint",
        from: "3",
        fromString: "Spring",
        to: "3, 4",
        toString: "Spring, Summer",
      }),
    ]),
    options: of("jira-json"),
    take: (read) => (read.plan.timeboxes ?? []).map(({ id }) => id),
    expected: ["3", "4"],
  },
  {
    trap: "jira-offset-without-colon",
    input: jira({ created: "2026-03-02T22:30:00.000-0500" }),
    options: of("jira-json"),
    take: (read) => item(read, "A-1")["createdAt"],
    expected: "2026-03-03T03:30:00Z",
  },
  {
    trap: "jiracsv-bom",
    input: jiraLines("\ufeffIssue key,Summary,Status", "A-1,Dig,Open"),
    options: of("jira-csv"),
    take: (read) => read.plan.items?.[0]?.id,
    expected: "A-1",
  },
  {
    trap: "jiracsv-zoneless-date",
    input: jiraLines("Issue key,Summary,Status,Created", "A-1,Dig,Open,09/Jan/24 3:54 PM"),
    options: of("jira-csv"),
    take: (read) => item(read, "A-1")["createdAt"],
    expected: "2024-01-09T15:54",
  },
  {
    trap: "jiracsv-midnight-due",
    input: jiraLines("Issue key,Summary,Status,Due Date", "A-1,Dig,Open,10/Jan/24 12:00 AM"),
    options: of("jira-csv", { zone: "-08:00" }),
    take: (read) => item(read, "A-1")["dueDate"],
    expected: "2024-01-10",
  },
  {
    trap: "jiracsv-parent-id-or-key",
    input: jiraLines(
      "Issue key,Issue id,Summary,Status,Parent",
      "A-1,101,Dig,Open,",
      "A-2,102,Fill,Open,101",
      "A-3,103,Pave,Open,A-1",
    ),
    options: of("jira-csv"),
    take: (read) => (read.plan.items ?? []).map(({ parentId }) => parentId),
    expected: [undefined, "A-1", "A-1"],
  },
  {
    trap: "jiracsv-quoted-newlines",
    input: 'Issue key,Summary,Status,Description\r\nA-1,Dig,Open,"by hand\r\nA-9,not a row,Open,"\r\n',
    options: of("jira-csv"),
    take: (read) => (read.plan.items ?? []).map(({ id }) => id),
    expected: ["A-1"],
  },
];

const card = "69a54f400000000000000001";
const action = (id: string, type: string, date: string, data: object) => ({
  id,
  type,
  date,
  data: { card: { id: card }, ...data },
});
const trello = (...actions: readonly object[]): string =>
  JSON.stringify({
    id: "69a400000000000000000001",
    name: "Pier",
    lists: [
      { id: "l1", name: "To Do", closed: false, pos: 1 },
      { id: "l2", name: "Doing", closed: false, pos: 2 },
    ],
    cards: [{ id: card, name: "Dig", idList: "l2", closed: false, shortLink: "a" }],
    actions,
  });
const toDoing = action("a3", "updateCard", "2026-03-03T09:00:00.000Z", {
  old: { idList: "l1" },
  listBefore: { id: "l1", name: "Ideas" },
  listAfter: { id: "l2", name: "Doing" },
});

const issue = (more: object): string =>
  JSON.stringify([
    {
      number: 1,
      title: "Dig",
      url: "https://api.github.com/repos/sea/pier/issues/1",
      state: "open",
      labels: [],
      ...more,
    },
  ]);
const dayEvent = (start: string, line: string, kind = "DATE"): string =>
  [
    "BEGIN:VCALENDAR",
    "BEGIN:VEVENT",
    "UID:a",
    `DTSTART;VALUE=${kind}:${start}`,
    line,
    "END:VEVENT",
    "END:VCALENDAR",
  ].join("\r\n");
const linear = (header: string, row: string): string => `ID,Team,Title,Status,${header}\nP-1,Pier,Dig,${row}\n`;
const azure = (fields: object, more: object = {}) => ({
  id: 7,
  rev: 1,
  fields: { "System.Title": "Dig", "System.State": "New", ...fields },
  ...more,
});

const trackerCases: readonly Handled[] = [
  {
    trap: "trello-update-not-a-move",
    input: trello(
      action("a4", "updateCard", "2026-03-04T09:00:00.000Z", { old: { pos: 1 }, list: { id: "l1", name: "To Do" } }),
      toDoing,
      action("a1", "createCard", "2026-03-02T09:00:00.000Z", { list: { id: "l1" } }),
    ),
    options: of("trello"),
    take: moves,
    expected: ["2026-03-03T09:00:00Z l2"],
  },
  {
    trap: "trello-list-renamed",
    input: trello(
      toDoing,
      action("a1", "createCard", "2026-03-02T09:00:00.000Z", { list: { id: "l1", name: "Ideas" } }),
    ),
    options: of("trello"),
    take: (read) => read.plan.workflows?.[0]?.states.map(({ name }) => name),
    expected: ["To Do", "Doing"],
  },
  {
    trap: "trello-card-copied",
    input: trello(toDoing, action("a1", "copyCard", "2026-03-02T09:00:00.000Z", { list: { id: "l1" } })),
    options: of("trello"),
    take: (read) => read.history.events.flatMap((event) => (event.type === "created" ? [event.at] : [])),
    expected: ["2026-03-02T09:00:00Z"],
  },
  {
    trap: "github-not-planned",
    input: issue({ state: "closed", state_reason: "not_planned", closed_at: "2026-03-04T09:00:00Z" }),
    options: of("github"),
    take: (read) => [item(read, "sea/pier#1")["stateId"], item(read, "sea/pier#1")["finishedAt"]],
    expected: ["not_planned", undefined],
  },
  {
    trap: "github-inferred-status",
    input: issue({ labels: [{ name: "in progress" }] }),
    options: of("github"),
    take: (read) => [item(read, "sea/pier#1")["stateId"], item(read, "sea/pier#1")["startedAt"]],
    expected: ["open", undefined],
  },
  {
    trap: "github-links-in-timeline",
    input: JSON.stringify([
      {
        ...JSON.parse(issue({})),
        events: [
          {
            ...{ id: 1, event: "blocked_by_added", created_at: "2026-03-02T09:00:00Z" },
            blocking_issue: { number: 2, url: "https://api.github.com/repos/sea/pier/issues/2" },
          },
        ],
      },
      JSON.parse(issue({ number: 2, url: "https://api.github.com/repos/sea/pier/issues/2" })),
    ]),
    options: of("github"),
    take: (read) => read.plan.dependencies?.map(({ predecessorId }) => predecessorId),
    expected: ["sea/pier#2"],
  },
  {
    trap: "azure-queried-links",
    input: JSON.stringify({
      value: [1, 2].map((id) => ({ id, rev: 1, fields: { "System.Title": `Item ${id}`, "System.State": "New" } })),
      workItemRelations: [{ rel: "System.LinkTypes.Dependency-Forward", source: { id: 1 }, target: { id: 2 } }],
    }),
    options: of("azure-devops"),
    take: (read) => read.plan.dependencies?.map(({ predecessorId, successorId }) => [predecessorId, successorId]),
    expected: [["1", "2"]],
  },
  {
    trap: "azure-midnight-due",
    input:
      '{"id":7,"rev":1,"fields":{"System.Title":"Dig","System.State":"New","Microsoft.VSTS.Scheduling.DueDate":"2026-04-01T00:00:00Z"}}',
    options: of("azure-devops"),
    take: (read) => item(read, "7")["dueDate"],
    expected: "2026-04-01",
  },
  {
    trap: "monday-hours-as-points",
    input: JSON.stringify({
      data: {
        items: [
          {
            ...{ id: "7", name: "Dig" },
            column_values: [
              { id: "h", type: "numbers", text: "6", value: '"6"', column: { id: "h", title: "Estimate (h)" } },
              { id: "p", type: "numbers", text: "5", value: '"5"', column: { id: "p", title: "Points" } },
            ],
          },
        ],
      },
    }),
    options: of("monday"),
    take: (read) => read.plan.items?.[0]?.estimates?.map(({ of: what, value }) => [what, value]),
    expected: [
      ["points", { kind: "single", amount: 5 }],
      ["effort", { kind: "single", amount: 360 }],
    ],
  },
  {
    trap: "github-draft-issue",
    input: '{"items":[{"id":"PVTI_2","status":"Todo","content":{"type":"DraftIssue","title":"Paint","id":"DI_1"}}]}',
    options: of("github"),
    take: (read) => [item(read, "DI_1")["title"], item(read, "DI_1")["stateId"]],
    expected: ["Paint", "status:Todo"],
  },
  {
    trap: "github-pages-joined",
    input: issue({ number: 1 }) + issue({ number: 2 }),
    options: of("github"),
    take: (read) => read.plan.items?.length,
    expected: 2,
  },
  {
    trap: "ical-day-not-in-month",
    input: dayEvent("20260131", "RRULE:FREQ=MONTHLY;COUNT=3"),
    options: of("ical"),
    take: (read) => read.plan.calendars?.[0]?.exceptions?.map(({ from }) => from),
    expected: ["2026-01-31", "2026-03-31", "2026-05-31"],
  },
  {
    trap: "ical-week-start",
    input: dayEvent("20260106", "RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;COUNT=3"),
    options: of("ical"),
    take: (read) => read.plan.calendars?.[0]?.exceptions?.map(({ from }) => from),
    expected: ["2026-01-06", "2026-01-11", "2026-01-20"],
  },
  {
    trap: "ical-marked-all-day",
    input: dayEvent("20260706T000000", "X-MICROSOFT-CDO-ALLDAYEVENT:TRUE", "DATE-TIME"),
    options: of("ical"),
    take: (read) => read.plan.calendars?.[0]?.exceptions?.map(({ from, to }) => [from, to]),
    expected: [["2026-07-06", "2026-07-06"]],
  },
  {
    trap: "ical-windows-zone",
    input:
      "BEGIN:VCALENDAR\r\nBEGIN:VTODO\r\nUID:a\r\nDUE;TZID=W. Europe Standard Time:20260701T100000\r\nEND:VTODO\r\nEND:VCALENDAR\r\n",
    options: of("ical"),
    take: (read) => item(read, "a")["dueDate"],
    expected: "2026-07-01T08:00:00Z",
  },
  {
    trap: "mspdi-numbered-fields",
    input:
      '<Project xmlns="http://schemas.microsoft.com/project"><ExtendedAttributes><ExtendedAttribute><FieldID>188743731</FieldID><FieldName>Text1</FieldName><Alias>Berth</Alias></ExtendedAttribute></ExtendedAttributes><Tasks><Task><UID>1</UID><Name>Dig</Name><ExtendedAttribute><FieldID>188743731</FieldID><Value>N1</Value></ExtendedAttribute></Task></Tasks></Project>',
    options: {},
    take: (read) => read.plan.items?.[0]?.customFields?.["Berth"],
    expected: "N1",
  },
  {
    trap: "mspdi-levels-left-out",
    input:
      '<Project xmlns="http://schemas.microsoft.com/project"><Tasks><Task><UID>1</UID><Name>Pier</Name><OutlineNumber>1</OutlineNumber></Task><Task><UID>2</UID><Name>Dig</Name><OutlineNumber>1.1</OutlineNumber></Task></Tasks></Project>',
    options: {},
    take: (read) => item(read, "2")["parentId"],
    expected: "1",
  },
  {
    trap: "any-numbered-prefix",
    input:
      '<ns0:Project xmlns:ns0="http://schemas.microsoft.com/project"><ns0:Tasks><ns0:Task><ns0:UID>1</ns0:UID><ns0:Name>Dig</ns0:Name></ns0:Task></ns0:Tasks></ns0:Project>',
    options: {},
    take: (read) => [read.report.format.name, item(read, "1")["title"]],
    expected: ["mspdi", "Dig"],
  },
  {
    trap: "azure-warehouse-row",
    input: JSON.stringify({
      value: [
        {
          WorkItemId: 7,
          Title: "Dig",
          State: "Laid",
          StateCategory: "Completed",
          CompletedDate: "2026-03-05T09:00:00Z",
        },
      ],
    }),
    options: {},
    take: (read) => [item(read, "7")["title"], item(read, "7")["finishedAt"]],
    expected: ["Dig", "2026-03-05T09:00:00Z"],
  },
  {
    trap: "git-graph",
    input: `* commit ${"a".repeat(40)}\n| Author: Ada <ada@example.org>\n| Date:   Thu Mar 5 10:00:00 2026 +0100\n| \n|     Dig\n`,
    options: {},
    take: (read) => [item(read, "a".repeat(40))["title"], item(read, "a".repeat(40))["finishedAt"]],
    expected: ["Dig", "2026-03-05T09:00:00Z"],
  },
  {
    trap: "ical-observance",
    input: dayEvent("20260214", "DESCRIPTION:Observance"),
    options: of("ical"),
    take: (read) => read.plan.calendars?.[0]?.exceptions,
    expected: undefined,
  },
  {
    trap: "mspdi-unassigned-resource",
    input:
      '<Project xmlns="http://schemas.microsoft.com/project"><Resources><Resource><UID>0</UID><Name>Unassigned</Name></Resource></Resources></Project>',
    options: of("mspdi"),
    take: (read) => read.plan.people,
    expected: undefined,
  },
  {
    trap: "linear-two-date-formats",
    input: linear("Created,Started", "Todo,Mon Feb 06 2023 05:00:00 GMT+0000 (GMT),2023-02-07T05:00:00.000Z"),
    options: of("linear"),
    take: (read) => [item(read, "P-1")["createdAt"], item(read, "P-1")["startedAt"]],
    expected: ["2023-02-06T05:00:00Z", "2023-02-07T05:00:00Z"],
  },
  {
    trap: "linear-canceled-vs-completed",
    input: linear("Completed,Canceled", "Canceled,,2023-02-07T05:00:00.000Z"),
    options: of("linear"),
    take: (read) => [read.plan.workflows?.[0]?.states.map(({ category }) => category), item(read, "P-1")["finishedAt"]],
    expected: [["dropped"], undefined],
  },
  {
    trap: "linear-estimate-scale",
    input: linear("Estimate", "Todo,XL"),
    options: of("linear"),
    take: (read) => read.plan.items?.[0]?.estimates?.[0]?.value,
    expected: { kind: "label", label: "XL" },
  },
  {
    trap: "azure-backslash-path",
    input: JSON.stringify([azure({ "System.IterationPath": "Pier\\Spring" })]),
    options: of("azure-devops"),
    take: (read) => read.plan.timeboxes?.map(({ name }) => name),
    expected: ["Spring"],
  },
  {
    trap: "azure-relation-url",
    input: JSON.stringify([
      azure(
        {},
        {
          relations: [
            { rel: "System.LinkTypes.Dependency-Forward", url: "https://dev.azure.com/2026/_apis/wit/workItems/8" },
          ],
        },
      ),
      { ...azure({}), id: 8 },
    ]),
    options: of("azure-devops"),
    take: (read) => read.plan.dependencies?.map(({ predecessorId, successorId }) => [predecessorId, successorId]),
    expected: [["7", "8"]],
  },
  {
    trap: "azure-open-revision-9999",
    input: JSON.stringify([
      azure(
        { "System.State": "Closed" },
        {
          updates: [
            {
              id: 2,
              workItemId: 7,
              rev: 2,
              revisedDate: "9999-01-01T00:00:00Z",
              fields: {
                "System.ChangedDate": { newValue: "2026-03-05T09:00:00Z" },
                "System.State": { oldValue: "New", newValue: "Closed" },
              },
            },
          ],
        },
      ),
    ]),
    options: of("azure-devops"),
    take: moves,
    expected: ["2026-03-05T09:00:00Z Closed"],
  },
  {
    trap: "clickup-epoch-ms-text",
    input: JSON.stringify({
      tasks: [{ id: "9hz1", name: "Dig", status: { status: "to do", type: "open" }, date_created: "1772442000000" }],
    }),
    options: of("clickup"),
    take: (read) => item(read, "9hz1")["createdAt"],
    expected: "2026-03-02T09:00:00Z",
  },
  {
    trap: "clickup-task-in-two-lists",
    input: "Task ID,Task Name,Status,List Name,Space Name\n9hz1,Dig,to do,Pier,Sea\n9hz1,Dig,to do,Yard,Sea\n",
    options: of("clickup"),
    take: (read) => (read.plan.items ?? []).map(({ memberships }) => memberships?.map((each) => each.containerId)),
    expected: [["list:Sea/Pier", "list:Sea/Yard"]],
  },
  {
    trap: "csv-plan-table",
    input: "Name,Duration,Start,Finish\nDig,5 days,Mon 1/5/26,Fri 1/9/26\nPour,2 days,Mon 1/12/26,Tue 1/13/26\n",
    options: of("mapped-csv", {
      mapping: {
        columns: { Name: "title", Duration: "duration", Start: "plannedStart", Finish: "plannedFinish" },
        dateOrder: "mdy",
      },
    }),
    take: (read) => [item(read, "row-2")["startedAt"], read.plan.schedules?.[0]?.items[0]?.start],
    expected: [undefined, "2026-01-05"],
  },
  {
    trap: "csv-row-numbers",
    input: "Name,Predecessors\nDig,\nPour,1SS+2 days\n",
    options: of("mapped-csv"),
    take: (read) => read.plan.dependencies,
    expected: [
      {
        id: "row-2>row-3:SS",
        predecessorId: "row-2",
        successorId: "row-3",
        type: "SS",
        lag: { amount: 960, unit: "minutes", basis: "working" },
      },
    ],
  },
  {
    trap: "csv-night-shift",
    input: "Employee,Date,Start,End\nAda,2026-03-28,22:00,06:00\n",
    options: of("mapped-csv", { zone: "Europe/Berlin" }),
    take: (read) => read.records.workIntervals?.map(({ from, to }) => [from, to]),
    expected: [["2026-03-28T21:00:00Z", "2026-03-29T04:00:00Z"]],
  },
  {
    trap: "csv-planned-dates",
    input: "Name,Status,Start,End\nDig,Open,2026-03-01,2026-03-20\n",
    options: of("mapped-csv"),
    take: ({ plan }) => (plan.items ?? []).map((row) => [row.startedAt, row.finishedAt, row.dueDate]),
    expected: [[undefined, undefined, "2026-03-20"]],
  },
  {
    trap: "jiracsv-translated-export",
    input: "Zusammenfassung,Vorgangsschlüssel,Status,Erstellt\nGraben,A-1,Abgebrochen,09/Mär/24 3:54 PM\n",
    options: {},
    take: ({ plan }) => [plan.items?.[0]?.createdAt, plan.workflows?.[0]?.states[0]?.category],
    expected: ["2024-03-09T15:54", "dropped"],
  },
  {
    trap: "trello-done-untold",
    input: JSON.stringify({
      lists: [{ id: "65f000000000000000000022", name: "Done", closed: false, pos: 1 }],
      cards: [{ id: "65f000000000000000000031", name: "Dig", idList: "65f000000000000000000022", dueComplete: true }],
      actions: [],
    }),
    options: of("trello"),
    take: ({ plan }) => (plan.items ?? []).map(({ finishedAt }) => finishedAt),
    expected: [undefined],
  },
];

const task = (uid: number, more = ""): string =>
  `<Task><UID>${uid}</UID><ID>${uid + 1}</ID><Name>T${uid}</Name><OutlineLevel>1</OutlineLevel>${more}</Task>`;
const link = (more: string, uid = 1): string =>
  `<PredecessorLink><PredecessorUID>${uid}</PredecessorUID>${more}</PredecessorLink>`;
const mspdi = (...tasks: readonly string[]): string =>
  `<Project xmlns="http://schemas.microsoft.com/project"><Tasks>${tasks.join("")}</Tasks></Project>`;
const lag = (read: Import) => read.plan.dependencies?.[0]?.lag;

const table = (name: string, fields: string, ...rows: readonly string[]): string[] => [
  `%T\t${name}`,
  `%F\t${fields.replaceAll(" ", "\t")}`,
  ...rows.map((row) => `%R\t${row.replaceAll("|", "\t")}`),
];
const xer = (...tables: readonly (readonly string[])[]): string =>
  ["ERMHDR\t20.12", ...tables.flat(), "%E", ""].join("\r\n");
const project = table("PROJECT", "proj_id proj_short_name clndr_id last_recalc_date", "1|PIER|10|2026-03-04 08:00");
const twoTasks = table("TASK", "task_id proj_id task_name task_type", "100|1|Dig|TT_Task", "101|1|Fill|TT_Task");
const calendarOf = (data: string) =>
  table("CALENDAR", "clndr_id default_flag clndr_name clndr_data", `10|Y|Standard|${data}`);
const standard =
  "(0¦¦CalendarData()((0¦¦DaysOfWeek()((0¦¦2()((0¦¦0(s¦08:00¦f¦12:00)())))))(0¦¦Exceptions()((0¦¦0(d¦46023)())))))";
const constrained = (fields: string, cells: string) =>
  xer(project, table("TASK", `task_id proj_id task_name task_type ${fields}`, `100|1|Dig|TT_Task|${cells}`));
const constraints = (read: Import) => item(read, "100")["constraints"];

const scheduleCases: readonly Handled[] = [
  {
    trap: "mspdi-tenth-minutes",
    input: mspdi(task(1), task(2, link("<Type>1</Type><LinkLag>4800</LinkLag><LagFormat>7</LagFormat>"))),
    options: of("mspdi"),
    take: (read) => lag(read)?.amount,
    expected: 480,
  },
  {
    trap: "mspdi-percent-lag",
    input: mspdi(task(1), task(2, link("<Type>1</Type><LinkLag>50</LinkLag><LagFormat>19</LagFormat>"))),
    options: of("mspdi"),
    take: (read) => [lag(read)?.amount, lag(read)?.unit],
    expected: [0.5, "percent"],
  },
  {
    trap: "mspdi-elapsed-format",
    input: mspdi(task(1), task(2, link("<Type>1</Type><LinkLag>14400</LinkLag><LagFormat>8</LagFormat>"))),
    options: of("mspdi"),
    take: (read) => [lag(read)?.amount, lag(read)?.basis],
    expected: [1440, "elapsed"],
  },
  {
    trap: "mspdi-estimated-format",
    input: mspdi(task(1, "<Duration>PT8H0M0S</Duration><DurationFormat>39</DurationFormat>")),
    options: of("mspdi"),
    take: (read) => [read.plan.items?.[0]?.schedule?.durationMinutes, read.plan.items?.[0]?.schedule?.estimated],
    expected: [480, true],
  },
  {
    trap: "mspdi-uid-vs-id",
    input: mspdi(task(1), task(2, link("<Type>1</Type>")), task(3)),
    options: of("mspdi"),
    take: (read) => read.plan.dependencies?.map(({ predecessorId, successorId }) => [predecessorId, successorId]),
    expected: [["1", "2"]],
  },
  {
    trap: "mspdi-manual-task",
    input: mspdi(
      task(1, "<Manual>1</Manual><ManualStart>2026-03-02T08:00:00</ManualStart><Duration>PT8H0M0S</Duration>"),
    ),
    options: of("mspdi"),
    take: (read) => [read.plan.items?.[0]?.schedule?.mode, read.plan.items?.[0]?.schedule?.start],
    expected: ["manual", "2026-03-02T08:00"],
  },
  {
    trap: "mspdi-code-by-parent",
    input: mspdi(task(1, "<Type>1</Type>"), task(2, `<Type>2</Type>${link("<Type>3</Type>")}`)),
    options: of("mspdi"),
    take: (read) => [read.plan.dependencies?.[0]?.type, read.plan.items?.map(({ schedule }) => schedule?.durationType)],
    expected: ["SS", ["fixedDuration", "fixedWork"]],
  },
  {
    trap: "p6-code-page",
    input: Uint8Array.from(
      xer(project, table("TASK", "task_id proj_id task_name task_type", "100|1|D\u00e9blai|TT_Task")),
      (letter) => letter.charCodeAt(0),
    ),
    options: of("xer"),
    take: (read) => item(read, "100")["title"],
    expected: "D\u00e9blai",
  },
  {
    trap: "p6-multi-project",
    input: xer(table("PROJECT", "proj_id proj_short_name", "1|PIER", "2|DAM"), twoTasks),
    options: of("xer"),
    take: (read) => read.plan.projects?.map(({ id }) => id),
    expected: ["1", "2"],
  },
  {
    trap: "p6-field-order",
    input: xer(project, table("TASK", "task_type task_name proj_id task_id", "TT_Task|Dig|1|100")),
    options: of("xer"),
    take: (read) => item(read, "100")["title"],
    expected: "Dig",
  },
  {
    trap: "p6-exception-epoch",
    input: xer(project, calendarOf(standard), twoTasks).replaceAll("¦", "|"),
    options: of("xer"),
    take: (read) => JSON.stringify(read.plan.calendars?.[0]?.exceptions).includes("2026-01-01"),
    expected: true,
  },
  {
    trap: "p6-inclusive-finish",
    input:
      '<APIBusinessObjects xmlns="http://xmlns.oracle.com/Primavera/P6/V18.1/API/BusinessObjects"><Calendar><ObjectId>10</ObjectId><Name>S</Name><StandardWorkWeek><StandardWorkHours><DayOfWeek>Monday</DayOfWeek><WorkTime><Start>08:00:00</Start><Finish>11:59:00</Finish></WorkTime></StandardWorkHours></StandardWorkWeek></Calendar><Project><ObjectId>1</ObjectId><Id>P</Id><Name>P</Name><Activity><ObjectId>100</ObjectId><Name>Dig</Name><Type>Task Dependent</Type></Activity></Project></APIBusinessObjects>',
    options: of("pmxml"),
    take: (read) => read.plan.calendars?.[0]?.week?.monday,
    expected: [{ from: 480, to: 720 }],
  },
  {
    trap: "p6-lag-calendar",
    input: xer(
      project,
      table("SCHEDOPTIONS", "proj_id sched_calendar_on_relationship_lag", "1|rcal_24Hour"),
      twoTasks,
      table("TASKPRED", "task_pred_id task_id pred_task_id pred_type lag_hr_cnt", "1|101|100|PR_FS|4"),
    ),
    options: of("xer"),
    take: (read) => read.plan.projects?.[0]?.scheduling?.lagCalendar,
    expected: "continuous",
  },
  {
    trap: "p6-mandatory-constraint",
    input: constrained("cstr_type cstr_date", "CS_MANDSTART|2026-03-09 08:00"),
    options: of("xer"),
    take: constraints,
    expected: [{ kind: "mustStartOn", at: "2026-03-09T08:00" }],
  },
  {
    trap: "p6-secondary-constraint",
    input: constrained(
      "cstr_type cstr_date cstr_type2 cstr_date2",
      "CS_MSOA|2026-03-09 08:00|CS_MEOB|2026-03-12 17:00",
    ),
    options: of("xer"),
    take: constraints,
    expected: [
      { kind: "startNoEarlierThan", at: "2026-03-09T08:00" },
      { kind: "finishNoLaterThan", at: "2026-03-12T17:00" },
    ],
  },
  {
    trap: "p6-data-date",
    input: xer(project, twoTasks),
    options: of("xer"),
    take: (read) => read.plan.projects?.[0]?.dataDate,
    expected: "2026-03-04T08:00",
  },
  {
    trap: "gan-link-on-predecessor",
    input:
      '<project name="P"><tasks><task id="1" name="Dig" start="2026-03-02" duration="1"><depend id="2" type="2" difference="0"/></task><task id="2" name="Fill" start="2026-03-03" duration="1"/></tasks></project>',
    options: of("ganttproject"),
    take: (read) =>
      read.plan.dependencies?.map(({ predecessorId, successorId, type }) => [predecessorId, type, successorId]),
    expected: [["1", "FS", "2"]],
  },
  {
    trap: "gan-inverted-week-flag",
    input:
      '<project name="P"><calendars><day-types><default-week id="1" name="d" sun="1" mon="0" tue="1" wed="1" thu="1" fri="1" sat="1"/></day-types></calendars><tasks><task id="1" name="Dig" start="2026-03-02" duration="1"/></tasks></project>',
    options: of("ganttproject"),
    take: (read) =>
      Object.entries(read.plan.calendars?.[0]?.week ?? {}).flatMap(([day, spans]) => (spans.length > 0 ? [day] : [])),
    expected: ["monday"],
  },
];

const dated = (id: string, start?: string, finish?: string) => ({
  id,
  title: id,
  kind: "task" as const,
  ...(start === undefined ? {} : { startedAt: start }),
  ...(finish === undefined ? {} : { finishedAt: finish }),
});
const chart = (...rows: readonly ReturnType<typeof dated>[]) => writeMermaid({ formatVersion: 1, items: rows });

const otherCases: readonly Handled[] = [
  {
    trap: "mermaid-implicit-start",
    input: "title\nDig\n",
    options: of("mapped-csv"),
    take: () => chart(dated("1"), dated("2")).match(/:t\d, \d{4}-\d\d-\d\d/g)?.length,
    expected: 2,
  },
  {
    trap: "mermaid-exclusive-end",
    input: "title\nDig\n",
    options: of("mapped-csv"),
    take: () => /t1, (.*)/.exec(chart(dated("1", "2026-03-02", "2026-03-04")))?.[1],
    expected: "2026-03-02 00:00, 2026-03-04 00:00",
  },
  {
    trap: "mermaid-excluded-days",
    input: "title\nDig\n",
    options: of("mapped-csv"),
    take: () => /^\s*excludes/m.test(chart(dated("1", "2026-03-06", "2026-03-10"))),
    expected: false,
  },
  {
    trap: "any-proto-key",
    input: '{"key":"A-1","fields":{"summary":"Dig","customfield_1":{"__proto__":{"polluted":true},"constructor":1}}}',
    options: of("jira-json"),
    take: (read) => [
      Object.hasOwn((item(read, "A-1")["customFields"] as Row)["customfield_1"] as object, "__proto__"),
      ({} as Row)["polluted"],
    ],
    expected: [true, undefined],
  },
  {
    trap: "text-kanban-date",
    input: "- [ ] Dig @{2026-03-06}",
    options: of("markdown"),
    take: (read) => [item(read, "dig")["dueDate"], read.plan.people],
    expected: ["2026-03-06", undefined],
  },
  {
    trap: "git-decorated-log",
    input: `commit ${"a".repeat(40)} (HEAD -> main, tag: v1)\nAuthor: Ada <ada@example.org>\nDate:   Thu Mar 5 10:00:00 2026 +0100\n\n    Dig\n`,
    options: {},
    take: (read) => [read.report.format.name, item(read, "a".repeat(40))["finishedAt"]],
    expected: ["git-log", "2026-03-05T09:00:00Z"],
  },
  {
    trap: "sticky-arrow-heads",
    input: JSON.stringify({
      type: "excalidraw",
      elements: [
        { id: "a", type: "text", text: "Dig" },
        { id: "b", type: "text", text: "Fill" },
        {
          ...{ id: "c", type: "arrow", startArrowhead: "arrow", endArrowhead: null },
          ...{ startBinding: { elementId: "a" }, endBinding: { elementId: "b" } },
        },
      ],
    }),
    options: of("sticky-notes"),
    take: (read) => read.plan.dependencies?.map(({ predecessorId }) => predecessorId),
    expected: ["b"],
  },
  {
    trap: "any-weekday-date",
    input: "Name,Duration,Start\nDig,3 days,Mon 3/2/26\n",
    options: of("mapped-csv"),
    take: (read) => read.plan.schedules?.[0]?.items[0]?.start,
    expected: "2026-03-02",
  },
  {
    trap: "any-midnight-due-in-zone",
    input: "Title,Due\nDig,2026-03-06 00:00\n",
    options: of("mapped-csv", { zone: "Europe/Berlin" }),
    take: (read) => read.plan.items?.[0]?.dueDate,
    expected: "2026-03-06",
  },
  {
    trap: "any-wrong-delimiter",
    input: 'title;owner;note\n"Dig, deep";Ada;a,b,c\n"Fill, up";Bo;d,e,f\n',
    options: of("mapped-csv"),
    take: (read) => read.plan.items?.map(({ title }) => title),
    expected: ["Dig, deep", "Fill, up"],
  },
  {
    trap: "any-formula-cell",
    input: "title\nDig\n",
    options: of("mapped-csv"),
    take: () =>
      writeCsv({ formatVersion: 1, items: [{ id: "1", title: "=HYPERLINK(1)", kind: "task" }] }).includes(
        "'=HYPERLINK",
      ),
    expected: true,
  },
];

export const handled: readonly Handled[] = [...jiraCases, ...trackerCases, ...scheduleCases, ...otherCases];
