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
