/** Small valid inputs of each format; their people are invented. */

export const mspdi = `<?xml version="1.0" encoding="UTF-8"?>
<Project xmlns="http://schemas.microsoft.com/project">
<SaveVersion>14</SaveVersion><Title>Harbour</Title><StartDate>2026-03-02T08:00:00</StartDate><CalendarUID>1</CalendarUID>
<MinutesPerDay>480</MinutesPerDay><MinutesPerWeek>2400</MinutesPerWeek><DaysPerMonth>20</DaysPerMonth><StatusDate>2026-03-04T17:00:00</StatusDate>
<Calendars><Calendar><UID>1</UID><Name>Standard</Name><BaseCalendarUID>-1</BaseCalendarUID><WeekDays>
<WeekDay><DayType>1</DayType><DayWorking>0</DayWorking></WeekDay>
<WeekDay><DayType>2</DayType><DayWorking>1</DayWorking><WorkingTimes><WorkingTime><FromTime>08:00:00</FromTime><ToTime>12:00:00</ToTime></WorkingTime><WorkingTime><FromTime>13:00:00</FromTime><ToTime>00:00:00</ToTime></WorkingTime></WorkingTimes></WeekDay>
</WeekDays><Exceptions><Exception><Name>Founders</Name><TimePeriod><FromDate>2026-01-01T00:00:00</FromDate><ToDate>2030-12-31T23:59:00</ToDate></TimePeriod><Type>3</Type><Month>4</Month><MonthItem>4</MonthItem><MonthPosition>4</MonthPosition><DayWorking>0</DayWorking></Exception></Exceptions></Calendar></Calendars>
<Tasks>
<Task><UID>0</UID><ID>0</ID><Name>Harbour</Name><OutlineLevel>0</OutlineLevel></Task>
<Task><UID>7</UID><ID>1</ID><Name>Pier</Name><OutlineLevel>1</OutlineLevel><Summary>1</Summary></Task>
<Task><UID>8</UID><ID>2</ID><Name>Dig</Name><OutlineLevel>2</OutlineLevel><Duration>PT16H0M0S</Duration><DurationFormat>7</DurationFormat><ConstraintType>4</ConstraintType><ConstraintDate>2026-03-03T08:00:00</ConstraintDate><TotalSlack>4800</TotalSlack><EarlyStart>2026-03-03T08:00:00</EarlyStart><Cost>12</Cost></Task>
<Task><UID>9</UID><ID>3</ID><Name>Fill</Name><OutlineLevel>2</OutlineLevel><Duration>PT8H0M0S</Duration><DurationFormat>40</DurationFormat><PredecessorLink><PredecessorUID>8</PredecessorUID><Type>3</Type><LinkLag>50</LinkLag><LagFormat>19</LagFormat></PredecessorLink></Task>
<Task><UID>10</UID><ID>4</ID><Name>Open</Name><OutlineLevel>1</OutlineLevel><Duration>PT0H0M0S</Duration><Milestone>1</Milestone><PredecessorLink><PredecessorUID>9</PredecessorUID><Type>1</Type><LinkLag>4800</LinkLag><LagFormat>7</LagFormat></PredecessorLink></Task>
</Tasks>
<Resources><Resource><UID>1</UID><ID>1</ID><Name>Ada</Name><Type>1</Type><MaxUnits>1</MaxUnits></Resource></Resources>
<Assignments><Assignment><UID>1</UID><TaskUID>8</TaskUID><ResourceUID>1</ResourceUID><Work>PT16H0M0S</Work><Units>1</Units></Assignment></Assignments>
</Project>`;

export const jiraJson = JSON.stringify({
  issues: [
    {
      id: "101",
      key: "A-1",
      changelog: {
        total: 2,
        histories: [
          {
            id: "9",
            created: "2026-03-05T09:00:00.000-0500",
            author: { accountId: "u1", displayName: "Ada" },
            items: [{ field: "status", from: "2", fromString: "Doing", to: "3", toString: "Done" }],
          },
          {
            id: "10",
            created: "2026-03-03T09:00:00.000+0000",
            author: { accountId: "u1", displayName: "Ada" },
            items: [{ field: "status", from: "1", fromString: "To Do", to: "2", toString: "Doing" }],
          },
        ],
      },
      fields: {
        summary: "Dig",
        created: "2026-03-02T09:00:00.000+0000",
        issuetype: { name: "Story", subtask: false },
        status: { id: "3", name: "Done", statusCategory: { key: "done" } },
        assignee: { accountId: "u1", displayName: "Ada" },
        labels: ["pier"],
        customfield_9: { toString: "odd", constructor: 1 },
        issuelinks: [
          {
            id: "7",
            type: { name: "Blocks", inward: "is blocked by", outward: "blocks" },
            outwardIssue: { key: "A-2" },
          },
        ],
      },
    },
    {
      id: "102",
      key: "A-2",
      changelog: { total: 0, histories: [] },
      fields: {
        summary: "Fill",
        created: "2026-03-02T10:00:00.000+0000",
        status: { id: "1", name: "To Do", statusCategory: { key: "new" } },
        parent: { id: "101" },
        issuelinks: [
          {
            id: "7",
            type: { name: "Blocks", inward: "is blocked by", outward: "blocks" },
            inwardIssue: { key: "A-1" },
          },
        ],
      },
    },
  ],
});

export const jiraCsv =
  "\ufeffSummary,Issue key,Issue id,Issue Type,Status,Status Category,Created,Resolved,Due date,Labels,Labels,Original estimate,Σ Time Spent,Outward issue link (Blocks),Parent id,Mood\r\n" +
  '"Dig, deep",A-1,101,Story,Done,Done,09/Jan/24 3:54 PM,10/Jan/24 12:01 AM,31/Jan/24 12:00 AM,pier,sea,3600,7200,A-2,,fine\r\n' +
  "Fill,A-2,102,Task,To Do,To Do,09/Jan/24 3:55 PM,,,,,,,,101,\r\n";

export const table = "title;owner;due;after\nDig;Ada;13/03/2026;\nFill;Bo;01/04/2026;Dig\n";

export const eventLog =
  "case_id,activity,timestamp,resource\n1,dig,2026-03-02 09:00:00+01:00,Ada\n1,fill,2026-03-03 09:00:00+01:00,Bo\n2,dig,2026-03-02 10:00:00+01:00,Ada\n";

export const markdown =
  "# Pier\n\n- [/] Dig @ada ~1d4h #sea id:dig due:2026-03-13 for:trade !promised:2026-03-14\n  by hand\n  - [x] Survey ✅ 2026-03-01\n- [ ] Fill after:dig\n1. [-] Paint [due:: 2026-04-01]\nplain words\n";

const commit = (hash: string, parents: string, who: string, at: string, subject: string, stat = "") =>
  `\x1e${hash.repeat(8)}\x1f${parents}\x1f${who}\x1f${who.toLowerCase()}@example.org\x1f${at}\x1f${at}\x1f\x1f${subject}\x1f\x1f\n${stat}\n`;

export const gitLog =
  commit(
    "d",
    `${"a".repeat(8)} ${"c".repeat(8)}`,
    "Ada",
    "2026-03-06T09:00:00+01:00",
    "Merge pull request #4 from dig",
  ) +
  commit(
    "c",
    "b".repeat(8),
    "Bo",
    "2026-03-04T09:00:00+01:00",
    "Dig more (PIER-3)",
    "\n3\t1\tpier.ts\n-\t-\tmap.png\n",
  ) +
  commit("b", "a".repeat(8), "Ada", "2026-03-03T09:00:00+01:00", "Dig", "\n10\t0\tpier.ts\n") +
  commit("a", "", "Ada", "2026-03-02T09:00:00+01:00", "Begin", "\n1\t0\tREADME.md\n");

export const native =
  '{"format":"evenkeel","formatVersion":1,"plan":{"formatVersion":1,"items":[{"id":"1","title":"Dig","kind":"task"}]},"history":{"formatVersion":1,"events":[]}}';

export const xer = [
  "ERMHDR\t20.12\t2026-03-02\tProject\tada\tAda\tdb\tProject Management\tEUR",
  "%T\tOBS",
  "%F\tobs_id\tobs_name",
  "%R\t5\tHarbour office",
  "%T\tPROJECT",
  "%F\tproj_id\tproj_short_name\tclndr_id\tlast_recalc_date\tplan_start_date\tplan_end_date\tcritical_path_type\tcritical_drtn_hr_cnt\tguid",
  "%R\t1\tPIER\t10\t2026-03-04 08:00\t2026-03-02 00:00\t\tCT_TotFloat\t8\tx",
  "%T\tCALENDAR",
  "%F\tclndr_id\tdefault_flag\tclndr_name\tbase_clndr_id\tclndr_data",
  "%R\t10\tY\tStandard\t\t(0||CalendarData()((0||DaysOfWeek()((0||1()())(0||2()((0||0(s|08:00|f|12:00)())(0||1(f|17:00|s|13:00)())))(0||3()((0||0(s|22:00|f|06:00)())))(0||7()())))(0||Exceptions()((0||0(d|46023)())(0||1(d|46024)((0||0(s|08:00|f|00:00)())))))))",
  "%R\t11\tN\tNights\t10\t(0||()(\u007f\u007f  (0||DaysOfWeek()(\u007f\u007f    (0||2()((0||0(f|00:00|s|00:00)())))))))",
  "%T\tSCHEDOPTIONS",
  "%F\tproj_id\tsched_retained_logic\tsched_progress_override\tsched_float_type\tsched_calendar_on_relationship_lag\tsched_use_expect_end_flag\tsched_lag_early_start_flag\tsched_open_critical_flag\tsched_outer_depend_type",
  "%R\t1\tN\tN\tFT_Min\trcal_24Hour\tY\tN\tN\tSD_Both",
  "%T\tPROJWBS",
  "%F\twbs_id\tproj_id\tproj_node_flag\tseq_num\twbs_short_name\twbs_name\tparent_wbs_id",
  "%R\t20\t1\tY\t1\tPIER\tHarbour pier\t3",
  "%R\t21\t1\tN\t2\tG\tGround\t20",
  "%T\tRSRC",
  "%F\trsrc_id\tclndr_id\trsrc_name\trsrc_short_name\trsrc_type",
  "%R\t7\t11\tAda\tA\tRT_Labor",
  "%R\t8\t\tSand\tS\tRT_Mat",
  "%T\tROLES",
  "%F\trole_id\trole_name",
  "%R\t7\tDiver",
  "%T\tACTVTYPE",
  "%F\tactv_code_type_id\tactv_code_type",
  "%R\t1\tArea",
  "%T\tACTVCODE",
  "%F\tactv_code_id\tactv_code_type_id\tshort_name\tactv_code_name",
  "%R\t2\t1\tN\tNorth",
  "%T\tTASK",
  "%F\ttask_id\tproj_id\twbs_id\tclndr_id\ttask_code\ttask_name\ttask_type\tduration_type\tcomplete_pct_type\tstatus_code\tphys_complete_pct\ttarget_drtn_hr_cnt\tremain_drtn_hr_cnt\tact_start_date\tact_end_date\tcstr_type\tcstr_date\tcstr_type2\tcstr_date2\texpect_end_date\tearly_start_date\tearly_end_date\tlate_start_date\tlate_end_date\ttotal_float_hr_cnt\tfree_float_hr_cnt\tdriving_path_flag\trestart_date\treend_date\tguid",
  "%R\t100\t1\t21\t10\tA100\tDig\tTT_Task\tDT_FixedDUR2\tCP_Phys\tTK_Active\t25\t16\t8.5\t2026-03-02 08:00\t\tCS_MSO\t2026-03-02 08:00\tCS_MEOB\t2026-03-09 00:00\t2026-03-06 17:00\t2026-03-04 08:00\t2026-03-05 08:30\t2026-03-04 08:00\t2026-03-05 08:30\t0\t0\tY\t2026-03-04 08:00\t2026-03-05 08:30\ty",
  "%R\t101\t1\t21\t11\tA101\tFill\tTT_Rsrc\tDT_FixedQty\tCP_Units\tTK_NotStart\t0\t8\t8\t\t\tCS_ALAP\t\t\t\t\t2026-03-06 08:00\t2026-03-06 17:00\t2026-03-06 08:00\t2026-03-06 17:00\t1,5\t0\tN\t2026-03-06 08:00\t2026-03-06 17:00\tz",
  "%R\t102\t1\t21\t10\tA102\tOpen\tTT_FinMile\t\tCP_Drtn\tTK_NotStart\t0\t0\t0\t\t\tCS_MANDFIN\t2026-03-10 17:00",
  "%R\t103\t1\t20\t10\tA103\tWatch\tTT_LOE\t\tCP_Drtn\tTK_NotStart\t0\t40\t40",
  "%T\tTASKPRED",
  "%F\ttask_pred_id\ttask_id\tpred_task_id\tproj_id\tpred_proj_id\tpred_type\tlag_hr_cnt\taref",
  "%R\t1\t101\t100\t1\t1\tPR_SS\t-4\t2026-03-06 08:00",
  "%R\t2\t102\t101\t1\t1\tPR_FF\t0\t",
  "%T\tTASKACTV",
  "%F\ttask_id\tactv_code_id\tactv_code_type_id\tproj_id",
  "%R\t100\t2\t1\t1",
  "%T\tTASKRSRC",
  "%F\ttaskrsrc_id\ttask_id\trsrc_id\trole_id\ttarget_qty\tremain_qty\ttarget_qty_per_hr\tremain_qty_per_hr\ttarget_lag_drtn_hr_cnt\tact_reg_qty\tact_ot_qty\trestart_date",
  "%R\t1\t101\t7\t7\t4\t4\t0.5\t0.5\t2\t0\t0\t2026-03-06 10:00",
  "%R\t2\t100\t8\t\t300\t300\t20\t20\t0\t0\t0\t",
  "%R\t3\t100\t\t7\t16\t8\t1\t0\t0\t8\t1\t",
  "%E",
  "",
].join("\r\n");

export const pmxml = `<?xml version="1.0" encoding="UTF-8"?>
<APIBusinessObjects xmlns="http://xmlns.oracle.com/Primavera/P6/V18.1/API/BusinessObjects" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<OBS><ObjectId>5</ObjectId><Name>Harbour office</Name><GUID xsi:nil="true" /></OBS>
<Calendar><ObjectId>10</ObjectId><Name>Standard</Name><IsDefault>1</IsDefault><BaseCalendarObjectId xsi:nil="true" /><StandardWorkWeek>
<StandardWorkHours><DayOfWeek>Sunday</DayOfWeek><WorkTime xsi:nil="true" /></StandardWorkHours>
<StandardWorkHours><DayOfWeek>Monday</DayOfWeek><WorkTime><Start>08:00:00</Start><Finish>11:59:00</Finish></WorkTime><WorkTime><Start>13:00:00</Start><Finish>23:59:00</Finish></WorkTime></StandardWorkHours>
</StandardWorkWeek><HolidayOrExceptions><HolidayOrException><Date>2026-01-01T00:00:00</Date><WorkTime xsi:nil="true" /></HolidayOrException></HolidayOrExceptions></Calendar>
<ActivityCodeType><ObjectId>1</ObjectId><Name>Area</Name></ActivityCodeType>
<ActivityCode><ObjectId>2</ObjectId><CodeTypeObjectId>1</CodeTypeObjectId><CodeValue>N</CodeValue><Description>North</Description></ActivityCode>
<Resource><ObjectId>7</ObjectId><Id>A</Id><Name>Ada</Name><ResourceType>Labor</ResourceType></Resource>
<Resource><ObjectId>8</ObjectId><Name>Sand</Name><ResourceType>Material</ResourceType></Resource>
<Role><ObjectId>7</ObjectId><Name>Diver</Name></Role>
<Project><ObjectId>1</ObjectId><Id>PIER</Id><Name>Harbour pier</Name><ActivityDefaultCalendarObjectId>10</ActivityDefaultCalendarObjectId><DataDate>2026-03-04T08:00:00</DataDate><PlannedStartDate>2026-03-02T00:00:00</PlannedStartDate><CriticalActivityPathType>Longest Path</CriticalActivityPathType><CriticalActivityFloatLimit>0</CriticalActivityFloatLimit><RelationshipLagCalendar>Successor Activity Calendar</RelationshipLagCalendar><OutOfSequenceScheduleType>Progress Override</OutOfSequenceScheduleType><ComputeTotalFloatType>Start Float = Late Start - Early Start</ComputeTotalFloatType><StartToStartLagCalculationType>1</StartToStartLagCalculationType><UseExpectedFinishDates>0</UseExpectedFinishDates><WBSObjectId>20</WBSObjectId><RiskLevel>Medium</RiskLevel>
<WBS><ObjectId>21</ObjectId><Name>Ground</Name><Code>G</Code><ParentObjectId>20</ParentObjectId><SequenceNumber>1</SequenceNumber></WBS>
<Activity><ObjectId>100</ObjectId><ProjectObjectId>1</ProjectObjectId><WBSObjectId>21</WBSObjectId><CalendarObjectId>10</CalendarObjectId><Id>A100</Id><Name>Dig</Name><Type>Task Dependent</Type><Status>In Progress</Status><DurationType>Fixed Duration and Units</DurationType><PercentCompleteType>Duration</PercentCompleteType><DurationPercentComplete>0,25</DurationPercentComplete><PlannedDuration>16</PlannedDuration><RemainingDuration>12</RemainingDuration><ActualStartDate>2026-03-02T08:00:00</ActualStartDate><PrimaryConstraintType>Mandatory Start</PrimaryConstraintType><PrimaryConstraintDate>2026-03-02T08:00:00</PrimaryConstraintDate><RemainingEarlyStartDate>2026-03-04T08:00:00</RemainingEarlyStartDate><TotalFloat>1.5</TotalFloat><Code><TypeObjectId>1</TypeObjectId><ValueObjectId>2</ValueObjectId></Code></Activity>
<Activity><ObjectId>101</ObjectId><Name>Open</Name><Type>Start Milestone</Type><Status>Not Started</Status><EarlyStartDate>2026-03-09T08:00:00</EarlyStartDate><RemainingEarlyStartDate>2026-03-10T08:00:00</RemainingEarlyStartDate><ResumeDate xsi:nil="true" /></Activity>
<Relationship><ObjectId>1</ObjectId><PredecessorActivityObjectId>100</PredecessorActivityObjectId><SuccessorActivityObjectId>101</SuccessorActivityObjectId><Type>Finish to Start</Type><Lag>-4</Lag></Relationship>
<ResourceAssignment><ObjectId>1</ObjectId><ActivityObjectId>100</ActivityObjectId><ResourceObjectId>7</ResourceObjectId><PlannedUnits>8</PlannedUnits><PlannedUnitsPerTime>0,5</PlannedUnitsPerTime></ResourceAssignment>
<ResourceAssignment><ObjectId>2</ObjectId><ActivityObjectId>100</ActivityObjectId><ResourceObjectId>8</ResourceObjectId><PlannedUnits>300</PlannedUnits></ResourceAssignment>
</Project>
</APIBusinessObjects>`;

const trelloAction = (id: string, type: string, date: string, data: object) => ({
  id,
  type,
  date,
  idMemberCreator: "m1",
  data,
});

export const trello = JSON.stringify({
  id: "69a400000000000000000001",
  name: "Harbour",
  prefs: { voting: "disabled" },
  lists: [
    { id: "l1", name: "To Do", closed: false, pos: 1 },
    { id: "l2", name: "Doing", closed: false, pos: 2.5, softLimit: 3 },
    { id: "l3", name: "Done", closed: false, pos: 3 },
  ],
  labels: [{ id: "g1", name: "", color: "green" }],
  members: [{ id: "m1", fullName: "Ada", username: "ada" }],
  cards: [
    {
      id: "69a54f400000000000000001",
      name: "Dig",
      desc: "by **hand**",
      closed: false,
      idList: "l3",
      idMembers: ["m1"],
      idLabels: ["g1"],
      due: "2026-03-13T12:00:00.000Z",
      dueComplete: false,
      shortLink: "abc",
      pos: 7,
      attachments: [{ id: "t1", url: "https://trello.com/c/def/2-fill" }],
      customFieldItems: [{ id: "f", idCustomField: "u", value: { number: "3" } }],
    },
    { id: "69a54f400000000000000002", name: "Fill", closed: true, idList: "l1", shortLink: "def", labels: [] },
  ],
  checklists: [
    {
      id: "k1",
      idCard: "69a54f400000000000000001",
      name: "Steps",
      checkItems: [{ id: "69a54f400000000000000003", name: "Survey", state: "complete", pos: 1 }],
    },
  ],
  actions: [
    trelloAction("a6", "updateCard", "2026-03-06T09:00:00.000Z", {
      card: { id: "69a54f400000000000000002", closed: true },
      old: { closed: false },
    }),
    trelloAction("a5", "updateCard", "2026-03-05T09:00:00.000Z", {
      card: { id: "69a54f400000000000000001", idList: "l3" },
      old: { idList: "l2" },
      listBefore: { id: "l2", name: "Doing" },
      listAfter: { id: "l3", name: "Done" },
    }),
    trelloAction("a4", "updateCheckItemStateOnCard", "2026-03-04T09:00:00.000Z", {
      card: { id: "69a54f400000000000000001" },
      checkItem: { id: "69a54f400000000000000003", state: "complete" },
    }),
    trelloAction("a3", "updateCard", "2026-03-03T09:00:00.000Z", {
      card: { id: "69a54f400000000000000001", idList: "l2" },
      old: { idList: "l1" },
      listBefore: { id: "l1", name: "To Do" },
      listAfter: { id: "l2", name: "Doing" },
    }),
    trelloAction("a2", "createCard", "2026-03-02T09:00:01.000Z", {
      card: { id: "69a54f400000000000000002" },
      list: { id: "l1" },
    }),
    trelloAction("a1", "createCard", "2026-03-02T09:00:00.000Z", {
      card: { id: "69a54f400000000000000001" },
      list: { id: "l1" },
    }),
  ],
});

export const wekan = JSON.stringify({
  _format: "wekan-board-1.0.0",
  title: "Pier",
  _id: "B",
  swimlanes: [{ _id: "s1", title: "East", archived: false, sort: 0 }],
  lists: [
    { _id: "l1", title: "Backlog", archived: false, sort: 1, wipLimit: { value: 2, enabled: true, soft: false } },
    { _id: "l2", title: "In Progress", archived: false, sort: 2 },
  ],
  users: [{ _id: "u1", username: "bo", profile: { fullname: "Bo" } }],
  labels: [{ _id: "g", name: "sea", color: "blue" }],
  cards: [
    {
      _id: "c1",
      title: "Drill",
      listId: "l2",
      swimlaneId: "s1",
      labelIds: ["g"],
      members: ["u1"],
      createdAt: "2026-03-02T08:00:00.000Z",
      archived: false,
      sort: 1,
    },
    { _id: "c2", title: "Cast", parentId: "c1", listId: "l1", createdAt: "2026-03-02T08:05:00.000Z", archived: false },
  ],
  checklists: [{ _id: "k", cardId: "c1", title: "Steps" }],
  checklistItems: [{ _id: "i", title: "Mark", checklistId: "k", cardId: "c1", isFinished: false, sort: 1 }],
  activities: [
    {
      _id: "v1",
      activityType: "createCard",
      cardId: "c1",
      listId: "l1",
      userId: "u1",
      createdAt: "2026-03-02T08:00:00.000Z",
    },
    {
      _id: "v2",
      activityType: "createCard",
      cardId: "c2",
      listId: "l1",
      userId: "u1",
      createdAt: "2026-03-02T08:05:00.000Z",
    },
    {
      _id: "v3",
      activityType: "moveCard",
      cardId: "c1",
      listId: "l2",
      oldListId: "l1",
      userId: "u1",
      createdAt: "2026-03-03T08:00:00.000Z",
    },
  ],
});

const githubIssue = (number: number, title: string, more: object) => ({
  url: `https://api.github.com/repos/sea/pier/issues/${number}`,
  repository_url: "https://api.github.com/repos/sea/pier",
  html_url: `https://github.com/sea/pier/issues/${number}`,
  id: 100 + number,
  number,
  title,
  user: { login: "ada", id: 1 },
  labels: [{ id: 1, name: "sea", color: "fff" }],
  state: "open",
  assignees: [],
  milestone: null,
  created_at: "2026-03-02T09:00:00Z",
  updated_at: "2026-03-06T09:00:00Z",
  closed_at: null,
  ...more,
});

export const github = JSON.stringify([
  githubIssue(1, "Dig", {
    state: "closed",
    state_reason: "completed",
    closed_at: "2026-03-06T09:00:00Z",
    assignees: [{ login: "bo", id: 2 }],
    milestone: { number: 1, title: "Spring", due_on: "2026-03-20T07:00:00Z" },
    body: "- [x] survey",
    timeline: [
      { id: 5, event: "closed", actor: { login: "bo" }, created_at: "2026-03-06T09:00:00Z", state_reason: null },
      { id: 4, event: "reopened", actor: null, created_at: "2026-03-05T09:00:00Z" },
      {
        id: 3,
        event: "closed",
        actor: { login: "bo" },
        created_at: "2026-03-04T09:00:00Z",
        state_reason: "not_planned",
      },
      {
        id: 2,
        event: "assigned",
        actor: { login: "ada" },
        assignee: { login: "bo" },
        created_at: "2026-03-03T09:00:00Z",
      },
      { id: 1, event: "labeled", actor: { login: "ada" }, label: { name: "sea" }, created_at: "2026-03-02T09:00:00Z" },
    ],
  }),
  githubIssue(2, "Fill", { state: "closed", state_reason: "not_planned", closed_at: "2026-03-04T09:00:00Z" }),
  githubIssue(3, "Add a crane", {
    html_url: "https://github.com/sea/pier/pull/3",
    state: "closed",
    closed_at: "2026-03-05T09:00:00Z",
    pull_request: { url: "https://api.github.com/repos/sea/pier/pulls/3", merged_at: "2026-03-05T09:00:00Z" },
  }),
]);

export const githubGraph = JSON.stringify({
  data: {
    repository: {
      issues: {
        pageInfo: { hasNextPage: false, endCursor: "x" },
        nodes: [
          {
            number: 1,
            title: "Dig",
            url: "https://github.com/sea/pier/issues/1",
            state: "OPEN",
            stateReason: null,
            createdAt: "2026-03-02T09:00:00Z",
            closedAt: null,
            author: { login: "ada" },
            labels: { nodes: [{ name: "sea" }] },
            assignees: { nodes: [{ login: "bo", name: "Bo" }] },
            blockedBy: { nodes: [{ number: 2, url: "https://github.com/sea/pier/issues/2" }] },
            timelineItems: {
              totalCount: 2,
              pageInfo: { hasNextPage: false },
              nodes: [
                {
                  __typename: "ProjectV2ItemStatusChangedEvent",
                  id: "e1",
                  createdAt: "2026-03-03T09:00:00Z",
                  actor: { login: "ada" },
                  previousStatus: "Todo",
                  status: "In Progress",
                },
                {
                  __typename: "CrossReferencedEvent",
                  id: "e2",
                  createdAt: "2026-03-04T09:00:00Z",
                  actor: { login: "ada" },
                  source: {
                    __typename: "Issue",
                    number: 2,
                    title: "Fill",
                    url: "https://github.com/sea/pier/issues/2",
                  },
                },
              ],
            },
          },
          {
            number: 2,
            title: "Fill",
            url: "https://github.com/sea/pier/issues/2",
            state: "CLOSED",
            stateReason: "DUPLICATE",
            createdAt: "2026-03-02T10:00:00Z",
            closedAt: "2026-03-03T10:00:00Z",
            parent: { number: 1, url: "https://github.com/sea/pier/issues/1" },
            labels: { nodes: [] },
          },
        ],
      },
    },
  },
});

const azureItem = (id: number, rev: number, fields: object, more: object = {}) => ({
  id,
  rev,
  url: `https://dev.azure.com/sea/_apis/wit/workItems/${id}`,
  fields: {
    "System.TeamProject": "Pier",
    "System.AreaPath": "Pier\\East",
    "System.IterationPath": "Pier\\Sprint 1",
    "System.WorkItemType": "User Story",
    "System.CreatedDate": "2026-03-02T09:00:00.123Z",
    ...fields,
  },
  ...more,
});
const azureLink = (rel: string, id: number) => ({
  rel: `System.LinkTypes.${rel}`,
  url: `https://dev.azure.com/sea/_apis/wit/workItems/${id}`,
  attributes: { isLocked: false },
});
const azureUpdate = (workItemId: number, rev: number, at: string, fields: object) => ({
  id: rev,
  workItemId,
  rev,
  revisedBy: { displayName: "Ada", uniqueName: "ada@example.org" },
  revisedDate: "9999-01-01T00:00:00Z",
  fields: { "System.ChangedDate": { newValue: at }, ...fields },
});

export const azure = JSON.stringify({
  count: 2,
  value: [
    azureItem(
      7,
      3,
      {
        "System.Title": "Dig",
        "System.State": "Closed",
        "System.Tags": "sea; deep",
        "System.AssignedTo": { displayName: "Bo", uniqueName: "bo@example.org", imageUrl: "x" },
        "Microsoft.VSTS.Scheduling.RemainingWork": 4,
        "Custom.Mood": "fine",
      },
      {
        relations: [
          azureLink("Dependency-Forward", 8),
          azureLink("Hierarchy-Forward", 8),
          { rel: "Hyperlink", url: "https://example.org" },
        ],
        updates: {
          value: [
            azureUpdate(7, 1, "2026-03-02T09:00:00.123Z", { "System.State": { newValue: "New" } }),
            azureUpdate(7, 2, "2026-03-03T09:00:00Z", { "System.State": { oldValue: "New", newValue: "Active" } }),
            azureUpdate(7, 3, "2026-03-05T09:00:00Z", { "System.State": { oldValue: "Active", newValue: "Closed" } }),
          ],
        },
      },
    ),
    azureItem(
      8,
      1,
      { "System.Title": "Fill", "System.State": "New" },
      { relations: [azureLink("Dependency-Reverse", 7)] },
    ),
  ],
});

export const azureRevisions = JSON.stringify([
  azureItem(7, 2, { "System.Title": "Dig", "System.State": "Removed", "System.ChangedDate": "2026-03-04T09:00:00Z" }),
  azureItem(7, 1, { "System.Title": "Dig", "System.State": "New", "System.ChangedDate": "2026-03-02T09:00:00Z" }),
]);

export const linear =
  '"ID","Team","Title","Description","Status","Estimate","Priority","Project","Assignee","Labels","Cycle Number","Cycle Name","Cycle Start","Created","Started","Completed","Canceled","Due Date","Parent issue","Blocked by"\n' +
  '"PIE-1","Pier","\'=Dig",,"Done",5,"High","Harbour","ada@example.org","sea, deep",1,"Cycle 1","Mon Mar 02 2026 05:00:00 GMT+0000 (GMT)","Mon Mar 02 2026 09:00:00 GMT+0000 (GMT)","2026-03-03T09:00:00.000Z","2026-03-05T09:00:00.000Z",,"Fri Mar 13 2026 00:00:00 GMT+0000 (GMT)",,\n' +
  '"PIE-2","Pier","Fill",,"Canceled","XL","Low",,,"",,,,"2026-03-02T10:00:00.000Z",,,"2026-03-04T10:00:00.000Z",,"PIE-1","PIE-1"\n' +
  '"PIE-3","Pier","Paint",,"Todo"\n';
