/** A file of Microsoft Project with fields of one's own: named, chosen from lists, called alike, and defined nowhere. */
export const mspdiFields = `<Project xmlns="http://schemas.microsoft.com/project">
<OutlineCodes><OutlineCode><FieldID>188744096</FieldID><FieldName>Outline Code1</FieldName><Alias>Trade</Alias>
<Values><Value><ValueID>1</ValueID><FieldGUID>G1</FieldGUID><ParentValueID>0</ParentValueID><Value>Civil</Value></Value>
<Value><ValueID>2</ValueID><FieldGUID>G2</FieldGUID><ParentValueID>1</ParentValueID><Value>Dredging</Value></Value></Values>
<Masks><Mask><Level>1</Level><Separator>-</Separator></Mask></Masks></OutlineCode></OutlineCodes>
<ExtendedAttributes>
<ExtendedAttribute><FieldID>188743731</FieldID><FieldName>Text1</FieldName><Alias>Berth</Alias></ExtendedAttribute>
<ExtendedAttribute><FieldID>188743767</FieldID><FieldName>Number1</FieldName><Alias>Berth</Alias></ExtendedAttribute>
<ExtendedAttribute><FieldID>188743734</FieldID><FieldName>Text2</FieldName><Alias>Permit</Alias>
<ValueList><Value><ID>7</ID><Value>Granted</Value></Value></ValueList></ExtendedAttribute>
<ExtendedAttribute><FieldID>188743737</FieldID><FieldName>Text3</FieldName><Alias>WBS</Alias></ExtendedAttribute>
<ExtendedAttribute><FieldID>205520904</FieldID><FieldName>Text1</FieldName><SecondaryPID>255852547</SecondaryPID></ExtendedAttribute>
</ExtendedAttributes>
<Tasks><Task><UID>1</UID><Name>Dig</Name><WBS>1.1</WBS>
<ExtendedAttribute><FieldID>188743731</FieldID><Value>N1</Value></ExtendedAttribute>
<ExtendedAttribute><FieldID>188743767</FieldID><Value>4.00</Value></ExtendedAttribute>
<ExtendedAttribute><FieldID>188743734</FieldID><ValueID>7</ValueID></ExtendedAttribute>
<ExtendedAttribute><FieldID>188743737</FieldID><Value>own</Value></ExtendedAttribute>
<ExtendedAttribute><FieldID>188743999</FieldID><Value>of no field</Value></ExtendedAttribute>
<OutlineCode><FieldID>188744096</FieldID><ValueGUID>G2</ValueGUID></OutlineCode></Task></Tasks>
<Resources><Resource><UID>5</UID><Name>Ada</Name><Type>1</Type>
<ExtendedAttribute><FieldID>205520904</FieldID><Value>Diver</Value></ExtendedAttribute></Resource></Resources>
<Assignments><Assignment><UID>9</UID><TaskUID>1</TaskUID><ResourceUID>5</ResourceUID>
<ExtendedAttribute><FieldID>255852547</FieldID><Value>night</Value></ExtendedAttribute></Assignment></Assignments></Project>`;

/** A file of GanttProject with two baselines: over a weekend and a holiday, of a milestone, of a task that is gone, without a duration. */
export const ganttBaselines = `<?xml version="1.0" encoding="UTF-8"?><project name="Pier" version="3.3.3309">
<calendars><day-types><default-week id="1" name="default" sun="1" mon="0" tue="0" wed="0" thu="0" fri="0" sat="1"/></day-types>
<date year="2026" month="3" date="10" type="HOLIDAY"/></calendars>
<tasks><task id="1" name="Dig" start="2026-03-09" duration="4"/><task id="2" name="Open" meeting="true" start="2026-03-16" duration="0"/></tasks>
<previous><previous-tasks name="Agreed"><previous-task id="1" start="2026-03-06" duration="3" meeting="false" super="false"/>
<previous-task id="2" start="2026-03-12" duration="1" meeting="true" super="false"/>
<previous-task id="9" start="2026-03-06" duration="3" meeting="false" super="false"/></previous-tasks>
<previous-tasks name="Again"><previous-task id="1" start="2026-03-07" duration="1" meeting="false" super="false"/>
<previous-task id="2" start="2026-03-12" duration="1.5" meeting="false" super="false"/></previous-tasks></previous></project>`;

/** A calendar with zones by names of Windows, defined and not. */
export const icalWindows = [
  ...["BEGIN:VCALENDAR", "VERSION:2.0", "BEGIN:VTIMEZONE", "TZID:Eastern Standard Time", "BEGIN:STANDARD"],
  ...["DTSTART:16010101T000000", "TZOFFSETFROM:-0500", "TZOFFSETTO:-0500", "END:STANDARD", "END:VTIMEZONE"],
  ...["BEGIN:VTODO", "UID:a", "SUMMARY:Dig", 'DUE;TZID="W. Europe Standard Time":20260701T100000', "END:VTODO"],
  ...["BEGIN:VTODO", "UID:b", "SUMMARY:Fill", "DUE;TZID=Eastern Standard Time:20260702T100000", "END:VTODO"],
  ...["END:VCALENDAR", ""],
].join("\r\n");

const spring = {
  ...{ IterationName: "Spring", IterationPath: "Pier\\Spring", IterationSK: "i1" },
  ...{ StartDate: "2026-03-02T00:00:00+01:00", EndDate: "2026-03-13T23:59:59.999+01:00" },
};

/** Work items as Analytics of Azure DevOps answers them, one page of several. */
export const azureAnalytics = JSON.stringify({
  "@odata.context": "https://analytics.example/acme/_odata/v4.0-preview/$metadata#WorkItems",
  value: [
    {
      ...{ WorkItemId: 7, Title: "Dig", WorkItemType: "User Story", State: "Digging", StateCategory: "InProgress" },
      ...{ CreatedDate: "2026-03-02T09:00:00+01:00", InProgressDate: "2026-03-03T09:00:00+01:00", CompletedDate: null },
      ...{ TargetDate: "2026-03-13T00:00:00+01:00", TagNames: "sea; deep", StoryPoints: 5, Priority: 2 },
      ...{ ParentWorkItemId: 9, AreaSK: "a1", ChangedDateSK: 20260303, LeadTimeDays: null },
      ...{ Area: { AreaPath: "Pier\\North", AreaName: "North" }, Iteration: spring, Project: { ProjectName: "Pier" } },
      AssignedTo: { UserSK: "u1", UserName: "Ada", UserEmail: "ada@example.org" },
      Links: [
        {
          ...{ SourceWorkItemId: 7, TargetWorkItemId: 8, DeletedDate: "9999-01-01T11:00:00+11:00", Comment: "" },
          ...{ LinkTypeReferenceName: "System.LinkTypes.Dependency-Forward", LinkTypeName: "Successor" },
        },
      ],
    },
    {
      ...{ WorkItemId: 8, Title: "Fill", WorkItemType: "Task", State: "Laid", StateCategory: "Completed" },
      ...{ CreatedDate: "2026-03-02T09:00:00Z", CompletedDate: "2026-03-06T09:00:00Z" },
    },
    { WorkItemId: 9, Title: "Open", WorkItemType: "Feature", State: "New", StateCategory: "Proposed" },
  ],
  "@odata.nextLink": "https://analytics.example/acme/_odata/v4.0-preview/WorkItems?$skiptoken=9",
});

const revision = (Revision: number, State: string, ChangedDate: string, Priority: number) => ({
  ...{ WorkItemId: 7, Revision, Title: "Dig", WorkItemType: "Task", State, ChangedDate, Priority },
  ...{ CreatedDate: "2026-03-02T09:00:00+01:00", IsCurrent: Revision === 3, WorkItemRevisionSK: 70 + Revision },
});

/** Revisions of a work item as Analytics answers them. */
export const azureAnalyticsRevisions = JSON.stringify({
  value: [
    revision(2, "Active", "2026-03-03T09:00:00.123+01:00", 2),
    revision(1, "New", "2026-03-02T09:00:00+01:00", 2),
    revision(3, "Closed", "2026-03-05T09:00:00+01:00", 1),
  ],
});

/** Commits of one line each, with the graph git draws beside them. */
export const gitBrief = [
  "*   d4e5f6a (HEAD -> main, origin/main) Merge branch 'pier'",
  "|\\  ",
  "| * c3d4e5f 2026-03-03 Dig <Ada>",
  "|/  ",
  "* 1234567 (tag: v1) 2 surveys",
].join("\n");

const table = (name: string, fields: string, ...rows: readonly string[]) =>
  [`%T ${name}`, `%F ${fields}`, ...rows.map((row) => `%R ${row}`)]
    .join("\r\n")
    .replaceAll(" ", "\t")
    .replaceAll("_b", " ");

/** A Primavera text file with notes: one of an activity, two of a node under topics, one without words. */
export const xerNotes = [
  "ERMHDR\t19.12",
  table("PROJECT", "proj_id proj_short_name", "1 Pier"),
  table("PROJWBS", "wbs_id proj_id wbs_name parent_wbs_id proj_node_flag", "10 1 Pier  Y", "11 1 Basin 10 N"),
  table("TASK", "task_id proj_id wbs_id task_name", "100 1 11 Dig", "101 1 11 Fill"),
  table("MEMOTYPE", "memo_type_id memo_type", "5 Scope", "6 Risks"),
  table(
    "TASKMEMO",
    "memo_id memo_type_id proj_id task_id task_memo",
    "1 5 1 100 By_bhand\u007f\u007fonly",
    "2 5 1 101 \ufeff<HTML><BODY></BODY></HTML>",
  ),
  table("WBSMEMO", "wbs_memo_id memo_type_id proj_id wbs_id wbs_memo", "1 5 1 11 <p>North</p>", "2 6 1 11 Tide"),
  "%E",
].join("\r\n");

/** The same in Primavera's XML, with notes within their activity and beside it. */
export const pmxmlNotes = `<APIBusinessObjects><NotebookTopic><ObjectId>5</ObjectId><Name>Scope</Name></NotebookTopic>
<Project><ObjectId>1</ObjectId><Name>Pier</Name><WBSObjectId>10</WBSObjectId>
<WBS><ObjectId>11</ObjectId><Name>Basin</Name><ParentObjectId>10</ParentObjectId></WBS>
<Activity><ObjectId>100</ObjectId><Id>A10</Id><Name>Dig</Name><WBSObjectId>11</WBSObjectId></Activity>
<Activity><ObjectId>101</ObjectId><Id>A20</Id><Name>Fill</Name><WBSObjectId>11</WBSObjectId>
<ActivityNote><ObjectId>3</ObjectId><Note>&lt;p&gt;Tide &amp;amp; wind&lt;/p&gt;</Note></ActivityNote></Activity>
<ActivityNote><ObjectId>1</ObjectId><ActivityObjectId>100</ActivityObjectId><WBSObjectId>11</WBSObjectId><NotebookTopicObjectId>5</NotebookTopicObjectId><Note>By hand</Note></ActivityNote>
<ActivityNote><ObjectId>2</ObjectId><ActivityObjectId>100</ActivityObjectId><NotebookTopicName>Risks</NotebookTopicName><Note>Tide</Note></ActivityNote>
<ProjectNote><ObjectId>4</ObjectId><WBSObjectId>11</WBSObjectId><Note>North</Note></ProjectNote></Project></APIBusinessObjects>`;

const gitlabNote = (note: string, created_at: string, system: boolean) => ({
  ...{ note, noteable_type: "Issue", author_id: 80, created_at, system, author: { name: "Ada" }, events: [] },
});

/** Issues as the export of a whole project of GitLab has them, a line each: people are numbers, notes have other names. */
export const gitlabExport = [
  {
    ...{ title: "Dig", author_id: 80, created_at: "2026-03-02T10:00:00.000+01:00", description: "by hand", iid: 1 },
    ...{ confidential: false, due_date: "2026-03-13", time_estimate: 7200, weight: 3, issue_type: "issue" },
    ...{ closed_at: "2026-03-05T10:00:00.000+01:00", closed_by_id: 80, state: "closed", milestone: null },
    events: [{ action: "closed", author_id: 80, created_at: "2026-03-05T10:00:00.000+01:00", target_type: "Issue" }],
    timelogs: [{ time_spent: 1800, user_id: 81, spent_at: "2026-03-04T10:00:00.000+01:00" }],
    notes: [
      gitlabNote("deep", "2026-03-03T08:00:00.000+01:00", false),
      ...Array.from({ length: 18 }, (_, at) => gitlabNote(`${at}`, `2026-03-03T09:00:${10 + at}.000+01:00`, false)),
      gitlabNote("changed due date to March 13, 2026", "2026-03-03T09:00:00.000+01:00", true),
    ],
    label_links: [{ target_type: "Issue", label: { title: "sea", color: "#fff" } }],
    resource_label_events: [
      { action: "add", user_id: 80, created_at: "2026-03-03T10:00:00.000+01:00", label: { title: "workflow::doing" } },
      {
        action: "remove",
        user_id: 80,
        created_at: "2026-03-05T10:00:00.000+01:00",
        label: { title: "workflow::doing" },
      },
    ],
    resource_state_events: [{ user_id: 80, created_at: "2026-03-05T10:00:01.000+01:00", state: "closed" }],
    issue_assignees: [{ user_id: 81 }],
  },
  {
    ...{ title: "Fill", author_id: 80, created_at: "2026-03-02T10:00:00.000+01:00", iid: 2, confidential: false },
    ...{
      state: "opened",
      time_estimate: 0,
      notes: [],
      label_links: [],
      resource_state_events: [],
      issue_assignees: [],
    },
  },
]
  .map((issue) => JSON.stringify(issue))
  .join("\n");
