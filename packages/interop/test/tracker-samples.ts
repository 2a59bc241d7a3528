/** Small valid inputs of the trackers that came later; their people are invented. */

const ada = { gid: "90001", name: "Ada", resource_type: "user" };
const story = (gid: string, at: string, type: string, more: object) => ({
  gid,
  resource_type: "story",
  resource_subtype: type,
  created_at: at,
  created_by: ada,
  type: "system",
  text: "Ada changed this",
  ...more,
});
const pier = { gid: "50001", name: "Pier", resource_type: "project" };
const [toDo, doing] = [
  { gid: "60001", name: "To do", resource_type: "section" },
  { gid: "60002", name: "Doing", resource_type: "section" },
];

export const asana = JSON.stringify({
  data: [
    {
      gid: "1200000000000001",
      name: "Dig",
      resource_type: "task",
      resource_subtype: "default_task",
      notes: "by hand",
      completed: true,
      completed_at: "2026-03-05T09:00:00.000Z",
      created_at: "2026-03-02T09:00:00.000Z",
      modified_at: "2026-03-05T09:00:00.000Z",
      due_on: "2026-03-13",
      due_at: null,
      start_on: "2026-03-03",
      assignee: ada,
      memberships: [{ project: pier, section: doing }, { project: { gid: "50002", name: "Sea" } }],
      parent: null,
      dependencies: [],
      dependents: [{ gid: "1200000000000002", resource_type: "task" }],
      tags: [{ gid: "70001", name: "deep, wide" }],
      custom_fields: [{ gid: "80001", name: "Story points", type: "number", number_value: 3, display_value: "3" }],
      stories: [
        story("30003", "2026-03-05T09:00:00.000Z", "marked_complete", {}),
        story("30001", "2026-03-03T09:00:00.000Z", "section_changed", { old_section: toDo, new_section: doing }),
        story("30002", "2026-03-04T09:00:00.000Z", "due_date_changed", {
          old_dates: { due_on: "2026-03-10", due_at: null },
          new_dates: { due_on: "2026-03-13", due_at: null },
        }),
      ],
    },
    {
      gid: "1200000000000002",
      name: "Fill",
      resource_type: "task",
      completed: false,
      created_at: "2026-03-02T10:00:00.000Z",
      parent: { gid: "1200000000000001", name: "Dig", resource_type: "task" },
      memberships: [],
      stories: [],
    },
  ],
});

export const asanaCsv = `Task ID,Created At,Completed At,Last Modified,Name,Section/Column,Assignee,Assignee Email,Start Date,Due Date,Tags,Notes,Projects,Parent task,Blocked By (Dependencies),Blocking (Dependencies),Mood
1,2026-03-02,2026-03-05,2026-03-05,"Dig, deep",Done,Ada,ada@example.org,2026-03-03,2026-03-13,"sea,deep",by hand,Pier,,,Fill,fine
2,2026-03-02,,2026-03-02,Fill,To do,,bo@example.org,,2026-03-20,,,"Pier,Sea","Dig, deep","Dig, deep",,
3,2026-03-02,,2026-03-02,Paint,Ideas,,,,,,,Pier,Fill,"Dig, deep,Fill",,
`;

const bo = { id: 2, username: "bo", name: "Bo" };
const label = (id: number, at: string, action: string, name: string) => ({
  id,
  user: bo,
  created_at: at,
  resource_type: "Issue",
  resource_id: 701,
  label: { id: 9, name, color: "#fff" },
  action,
});

export const gitlab = JSON.stringify([
  {
    id: 701,
    iid: 1,
    project_id: 5,
    title: "Dig",
    description: "by **hand**",
    state: "closed",
    created_at: "2026-03-02T09:00:00.000Z",
    updated_at: "2026-03-06T09:00:00.000Z",
    closed_at: "2026-03-06T09:00:00.000Z",
    labels: ["sea", "workflow::review"],
    assignees: [bo],
    author: bo,
    milestone: { id: 11, iid: 1, title: "Spring", state: "active", due_date: "2026-04-01" },
    due_date: "2026-03-13",
    weight: 3,
    time_stats: { time_estimate: 7200, total_time_spent: 0, human_time_estimate: "2h" },
    web_url: "https://gitlab.com/sea/pier/-/issues/1",
    references: { short: "#1", relative: "#1", full: "sea/pier#1" },
    resource_label_events: [
      label(3, "2026-03-04T09:00:00.000Z", "add", "workflow::review"),
      label(4, "2026-03-04T09:00:00.000Z", "remove", "workflow::doing"),
      label(1, "2026-03-03T09:00:00.000Z", "add", "workflow::doing"),
      label(2, "2026-03-03T10:00:00.000Z", "add", "sea"),
    ],
    resource_state_events: [
      {
        id: 8,
        user: bo,
        created_at: "2026-03-06T09:00:00.000Z",
        resource_type: "Issue",
        resource_id: 701,
        state: "closed",
      },
    ],
    notes: [
      {
        id: 21,
        body: "assigned to @bo and unassigned @ada",
        author: bo,
        created_at: "2026-03-02T10:00:00.000Z",
        system: true,
      },
      { id: 22, body: "closed", author: bo, created_at: "2026-03-06T09:00:00.000Z", system: true },
    ],
    links: [{ id: 702, iid: 2, project_id: 5, title: "Fill", link_type: "blocks", references: { full: "sea/pier#2" } }],
  },
  {
    id: 702,
    iid: 2,
    project_id: 5,
    title: "Fill",
    state: "closed",
    created_at: "2026-03-02T10:00:00.000Z",
    closed_at: null,
    labels: [],
    web_url: "https://gitlab.com/sea/pier/-/issues/2",
  },
]);

export const gitlabGraph = JSON.stringify({
  data: {
    project: {
      issues: {
        nodes: [
          {
            id: "gid://gitlab/Issue/701",
            iid: "1",
            webUrl: "https://gitlab.com/sea/pier/-/issues/1",
            title: "Dig",
            state: "opened",
            createdAt: "2026-03-02T09:00:00Z",
            labels: { nodes: [{ title: "workflow::doing" }] },
            assignees: { nodes: [{ username: "ada", name: "Ada" }] },
            timeEstimate: 3600,
            timelogs: {
              nodes: [{ id: "t1", timeSpent: 1800, spentAt: "2026-03-03T09:00:00Z", user: { username: "ada" } }],
            },
            blockedByIssues: { nodes: [{ iid: "2", webUrl: "https://gitlab.com/sea/pier/-/issues/2" }] },
          },
          {
            id: "gid://gitlab/Issue/702",
            iid: "2",
            webUrl: "https://gitlab.com/sea/pier/-/issues/2",
            title: "Fill",
            state: "closed",
            createdAt: "2026-03-02T09:00:00Z",
            closedAt: "2026-03-04T09:00:00Z",
            labels: { nodes: [{ title: "status::cancelled" }] },
          },
        ],
      },
    },
  },
});

const settings = JSON.stringify({
  done_colors: [2],
  labels: { "0": "Working on it", "1": "Finished?", "2": "Shipped it" },
});
const status = (index: number | null, changed: string) => ({
  id: "status",
  text: index === null ? null : "x",
  type: "status",
  value: index === null ? null : JSON.stringify({ index, post_id: null, changed_at: changed }),
});
const activity = (id: string, ticks: string, event: string, data: object) => ({
  id,
  event,
  entity: "pulse",
  user_id: "31",
  created_at: ticks,
  data: JSON.stringify({ board_id: 41, ...data }),
});
const toLabel = (item: number, from: number | null, to: number) => ({
  pulse_id: item,
  column_id: "status",
  column_type: "color",
  column_title: "Status",
  previous_value: from === null ? null : { label: { index: from } },
  value: { label: { index: to } },
});

export const monday = JSON.stringify({
  data: {
    boards: [
      {
        id: "41",
        name: "Harbour",
        state: "active",
        columns: [
          { id: "name", title: "Name", type: "name", settings_str: "{}" },
          { id: "person", title: "Owner", type: "people", settings_str: "{}" },
          { id: "status", title: "Status", type: "status", settings_str: settings },
          { id: "date4", title: "Due date", type: "date", settings_str: "{}" },
          { id: "deps", title: "Waits for", type: "dependency", settings_str: "{}" },
        ],
        groups: [
          { id: "topics", title: "Pier", position: "163840.0" },
          { id: "later", title: "Later", position: "65536" },
        ],
        activity_logs: [
          activity("a3", "17727012000000000", "update_column_value", toLabel(51, 0, 2)),
          activity("a1", "17724420000000000", "create_pulse", { pulse_id: 51 }),
          activity("a2", "17725284000000001", "update_column_value", toLabel(51, null, 0)),
        ],
        items_page: {
          cursor: null,
          items: [
            {
              id: "51",
              name: "Dig",
              state: "active",
              created_at: "2026-03-02T09:00:00Z",
              group: { id: "topics" },
              column_values: [
                status(2, "2026-03-05T09:00:00.000Z"),
                { id: "person", text: "Ada", type: "people", value: '{"personsAndTeams":[{"id":31,"kind":"person"}]}' },
                { id: "date4", text: "2026-03-13", type: "date", value: '{"date":"2026-03-13","time":"12:00:00"}' },
                { id: "mood", text: "fine", type: "text", value: '"fine"' },
              ],
              subitems: [
                { id: "53", name: "Mark", created_at: "2026-03-02T09:30:00Z", board: { id: "42" }, column_values: [] },
              ],
            },
            {
              id: "52",
              name: "Fill",
              state: "active",
              created_at: "2026-03-02T10:00:00Z",
              group: { id: "later" },
              column_values: [
                status(null, ""),
                { id: "deps", text: "Dig", type: "dependency", value: '{"linkedPulseIds":[{"linkedPulseId":51}]}' },
              ],
            },
          ],
        },
      },
    ],
  },
});

export const mondayLines = [
  {
    stream: "items",
    data: {
      id: "61",
      name: "Dig",
      board: { id: "41" },
      group: { id: "topics" },
      state: "archived",
      created_at: "2026-03-02T09:00:00Z",
      column_values: [{ ...status(1, "2026-03-04T09:00:00.000Z"), type: "color", title: "Status" }],
    },
  },
  {
    stream: "items",
    data: {
      id: "62",
      name: "Fill",
      board: { id: "41" },
      group: { id: "topics" },
      state: "archived",
      created_at: "2026-03-02T09:00:00Z",
      column_values: [
        { ...status(0, "2019-03-04T09:00:00.000Z"), type: "color", title: "Status", text: "Working on it" },
      ],
    },
  },
]
  .map((line) => JSON.stringify(line))
  .join("\n");

export const jiraXml = `<!-- RSS generated by JIRA -->
<rss version="0.92"><channel><title>Harbour</title><link>https://sea.example/issues</link>
<issue start="0" end="3" total="3"/><build-info><version>9.4.0</version></build-info>
<item><title>[A-1] Dig</title><link>https://sea.example/browse/A-1</link><project id="10" key="A">Harbour</project>
<description>&lt;p&gt;by hand&lt;/p&gt;</description><key id="101">A-1</key><summary>Dig</summary>
<type id="1" iconUrl="x.png">Story</type><priority id="3" iconUrl="y.png">Major</priority>
<status id="5" iconUrl="z.png" description="over">Done</status><statusCategory id="3" key="done" colorName="green"/>
<resolution id="1">Fixed</resolution><assignee username="ada">Ada</assignee><reporter username="bo">Bo</reporter>
<labels><label>sea</label><label>deep</label></labels>
<created>Mon, 2 Mar 2026 10:00:00 +0100</created><updated>Thu, 5 Mar 2026 10:00:00 +0100</updated>
<resolved>Thu, 5 Mar 2026 10:00:00 +0100</resolved><due>Fri, 13 Mar 2026 00:00:00 +0100</due>
<timeoriginalestimate seconds="7200">2 hours</timeoriginalestimate>
<subtasks><subtask id="102">A-2</subtask></subtasks>
<issuelinks><issuelinktype id="10"><name>Blocks</name><outwardlinks description="blocks"><issuelink><issuekey id="103">A-3</issuekey></issuelink></outwardlinks></issuelinktype></issuelinks>
<customfields><customfield id="customfield_7" key="x:float"><customfieldname>Story Points</customfieldname><customfieldvalues><customfieldvalue>3.0</customfieldvalue></customfieldvalues></customfield>
<customfield id="customfield_8" key="com.pyxis.greenhopper.jira:gh-sprint"><customfieldname>Sprint</customfieldname><customfieldvalues><customfieldvalue id="4">Spring</customfieldvalue></customfieldvalues></customfield>
<customfield id="customfield_9" key="x:select"><customfieldname>Mood</customfieldname><customfieldvalues><customfieldvalue>fine</customfieldvalue></customfieldvalues></customfield></customfields></item>
<item><title>[A-2] Mark</title><key id="102">A-2</key><summary>Mark</summary><type id="2">Sub-task</type><status id="1">Open</status><statusCategory id="2" key="new"/><assignee username="-1">Unassigned</assignee><created>Mon, 2 Mar 2026 09:00:00 +0000</created></item>
<item><title>[A-3] Fill</title><key id="103">A-3</key><summary>Fill</summary><parent id="99">A-9</parent><status id="1">Open</status><statusCategory id="2" key="new"/>
<issuelinks><issuelinktype id="10"><name>Blocks</name><inwardlinks description="is blocked by"><issuelink><issuekey id="101">A-1</issuekey></issuelink></inwardlinks></issuelinktype></issuelinks></item>
</channel></rss>`;

export const azureCsv = `ID,Work Item Type,Title 1,Title 2,Title 3,Assigned To,State,Tags,Iteration Path,Story Points,Remaining Work,Created Date,Closed Date,Mood
1,Epic,Harbour,,,Ada <ada@example.org>,Active,sea; deep,Pier\\Sprint 1,,,2/28/2026 9:00:00 AM,,fine
2,User Story,,Dig,,Ada <ada@example.org>,Closed,,Pier\\Sprint 1,3,,3/1/2026 9:00:00 AM,3/5/2026 2:30:00 PM,
3,Task,,,Mark,,New,,,,1.5,3/2/2026 9:00:00 AM,,
4,User Story,,Fill,,,Removed,,,,,3/2/2026 9:00:00 AM,,
`;

const entry = (when: string, ...changes: readonly (readonly [string, string, string])[]) => ({
  when,
  who: "ada@example.org",
  changes: changes.map(([field_name, removed, added]) => ({ field_name, removed, added })),
});

export const bugzilla = JSON.stringify({
  bugs: [
    {
      id: 71,
      summary: "Leak",
      status: "RESOLVED",
      resolution: "FIXED",
      product: "Pier",
      component: "Deck",
      creation_time: "2026-03-02T09:00:00Z",
      last_change_time: "2026-03-05T09:00:00Z",
      creator: "bo@example.org",
      assigned_to: "ada@example.org",
      assigned_to_detail: { id: 1, name: "ada@example.org", email: "ada@example.org", real_name: "Ada" },
      depends_on: [],
      blocks: [72],
      keywords: ["sea"],
      deadline: "2026-03-13",
      estimated_time: 2,
      target_milestone: "Spring",
      severity: "normal",
      whiteboard: "wet",
      history: [
        entry("2026-03-05T09:00:00Z", ["status", "ASSIGNED", "RESOLVED"], ["resolution", "", "FIXED"]),
        entry(
          "2026-03-03T09:00:00Z",
          ["status", "NEW", "ASSIGNED"],
          ["assigned_to", "nobody@example.org", "ada@example.org"],
        ),
        entry("2026-03-04T09:00:00Z", ["blocks", "", "72, 73"]),
      ],
    },
    {
      id: 72,
      summary: "Paint",
      status: "NEW",
      resolution: "",
      creation_time: "2026-03-02T10:00:00Z",
      depends_on: [71],
      blocks: [],
    },
    {
      id: 74,
      summary: "Old",
      status: "VERIFIED",
      resolution: "WONTFIX",
      creation_time: "2026-03-02T10:00:00Z",
      cf_last_resolved: "2026-03-04T10:00:00Z",
    },
  ],
  histories: [{ id: 72, alias: null, history: [] }],
});

const stay = (name: string, type: string, since: string, by_minute: number) => ({
  status: name,
  type,
  total_time: { by_minute, since },
});

export const clickup = JSON.stringify({
  tasks: [
    {
      id: "9hz1",
      custom_id: "PIER-1",
      name: "Dig",
      text_content: "by hand",
      status: { status: "complete", color: "#6bc950", type: "closed", orderindex: 2 },
      orderindex: "1.50",
      date_created: "1772442000000",
      date_updated: "1772701200000",
      date_closed: "1772701200000",
      archived: false,
      creator: { id: 2, username: "Bo", email: "bo@example.org" },
      assignees: [{ id: 1, username: "Ada", email: "ada@example.org", color: "#fff" }],
      tags: [{ name: "sea", tag_fg: "#fff" }],
      parent: null,
      priority: { id: "2", priority: "high" },
      due_date: "1773403200000",
      points: 3,
      time_estimate: 7200000,
      list: { id: "901", name: "Pier", access: true },
      folder: { id: "801", name: "Works", hidden: false },
      space: { id: "701" },
      dependencies: [],
      linked_tasks: [],
      time_in_status: {
        current_status: stay("complete", "closed", "1772701200000", 100),
        status_history: [
          stay("to do", "open", "1772442000000", 1440),
          stay("in progress", "custom", "1772528400000", 2880),
          stay("complete", "closed", "1772701200000", 100),
        ],
      },
      subtasks: [
        { id: "9hz3", name: "Mark", status: { status: "to do", type: "open" }, date_created: "1772442000000" },
      ],
    },
    {
      id: "9hz2",
      name: "Fill",
      status: { status: "to do", type: "open" },
      date_created: "1772442000000",
      dependencies: [{ task_id: "9hz2", depends_on: "9hz1", type: 1, date_created: "1772442000000" }],
      linked_tasks: [{ task_id: "9hz2", link_id: "9hz3" }],
      checklists: [
        {
          id: "c1",
          task_id: "9hz2",
          name: "Tools",
          resolved: 1,
          unresolved: 1,
          items: [
            {
              id: "e1",
              name: "Barrow",
              orderindex: 0,
              assignee: { id: 1, username: "Ada" },
              resolved: true,
              parent: null,
              children: [{ id: "e2", name: "Wheel", orderindex: 0, resolved: false, parent: "e1", children: [] }],
            },
          ],
        },
      ],
      list: { id: "901", name: "Pier" },
    },
  ],
  last_page: true,
});

/** A workspace: times counted and written, null for nothing, a task of two lists, a parent told by its subtasks. */
export const clickupCsv = [
  "Task Type,Task ID,Task Custom ID,Task Name,Task Content,Status,Date Created,Date Created Text,Due Date,Due Date Text,Start Date,Parent ID,Subtask IDs,Assignees,Tags,Priority,List Name,Folder Name/Path,Space Name,Time Estimated,Time Estimated Text,Date Closed,Depth (number)",
  'Task,9hz1,PIER-1,Dig,"by hand, slowly",in progress,1772442000000,"3/2/2026, 9:00:00 AM GMT+0",1773403200000,"3/13/2026, 12:00:00 PM GMT+0",null,null,"[9hz2,9hz3]","[Ada,Bo Ash]","[sea,deep]",2,Pier,Works,Harbour,5400000,1h 30m,,4',
  "Bug,9hz2,,Leak,,complete,1772442000000,,,,,9hz1,,[],[],null,Pier,Works,Harbour,,,1772701200000,",
  "Milestone,9hz3,,Open,,cancelled,1772442000000,,,,,,,[],[],null,Yard,hidden,Harbour,,,1772701200000,",
  "Task,9hz1,PIER-1,Dig,,in progress,1772442000000,,,,,,,[],[],2,Yard,hidden,Harbour,,,,",
].join("\r\n");

/** An export of issues: times in UTC, two assignees, a row without a number. */
export const gitlabCsv = [
  "Title,Description,Issue ID,URL,State,Author,Author Username,Assignee,Assignee Username,Confidential,Locked,Due Date,Created At (UTC),Updated At (UTC),Closed At (UTC),Milestone,Weight,Labels,Time Estimate,Time Spent,Epic ID,Epic Title",
  'Dig,"by hand, slowly",12,https://gitlab.com/sea/pier/-/issues/12,Closed,Ada,ada,"Bo,Cy","bo,cy",No,No,2026-03-20,2026-03-01 09:00:00,2026-03-05 08:00:00,2026-03-05 08:00:00,v1,3,"bug,deep",7200,3600,5,Pier',
  "Fill,,13,https://gitlab.com/sea/pier/-/issues/13,Open,Ada,ada,,,No,No,,2026-03-01 09:00:00,2026-03-04 10:00:00,,,,workflow::doing,0,0,,",
  "Stray,,,,Open,Ada,ada,,,No,No,,2026-03-01 09:00:00,,,,,,,,,",
].join("\n");

/** As show_bug gives it: a DOCTYPE that declares nothing, a zone by its name, a bug that was not found. */
export const bugzillaXml = `<?xml version="1.0" encoding="UTF-8" standalone="yes" ?>
<!DOCTYPE bugzilla SYSTEM "https://bugs.example.org/page.cgi?id=bugzilla.dtd">
<bugzilla version="5.0.3" urlbase="https://bugs.example.org/" maintainer="m@example.org">
  <bug>
    <bug_id>71</bug_id><creation_ts>2026-03-02 01:00 PST</creation_ts><short_desc>Leak &amp; drip</short_desc>
    <delta_ts>2026-03-05 10:00:00 +0100</delta_ts><product>Pier</product><component>Pumps</component>
    <bug_status>RESOLVED</bug_status><resolution>FIXED</resolution>
    <cf_last_resolved>2026-03-05 10:00:00 +0100</cf_last_resolved>
    <keywords>sea, deep</keywords><bug_severity>major</bug_severity><target_milestone>---</target_milestone>
    <dependson>72</dependson><reporter name="Ada">ada@example.org</reporter>
    <assigned_to name="Bo">bo@example.org</assigned_to>
    <long_desc isprivate="0"><who name="Ada">ada@example.org</who><thetext>It leaks</thetext></long_desc>
    <long_desc isprivate="0"><who name="Bo">bo@example.org</who><thetext>Sealed</thetext></long_desc>
  </bug>
  <bug>
    <bug_id>72</bug_id><creation_ts>2026-03-02 09:00:00 +0000</creation_ts><short_desc>Seal</short_desc>
    <product>Pier</product><component>Pumps</component><bug_status>RESOLVED</bug_status>
    <resolution>WONTFIX</resolution><dup_id/><assigned_to>nobody@example.org</assigned_to>
  </bug>
  <bug error="NotFound"><bug_id>73</bug_id></bug>
</bugzilla>`;
