import { orThrow } from "@evenkeel/kernel";
import { describe, expect, test } from "vitest";
import { readAsana } from "../src/asana.js";
import { detectFormat } from "../src/detect-format.js";
import { readGanttProject } from "../src/ganttproject.js";
import { readIcal } from "../src/ical.js";
import { readWork } from "../src/index.js";
import { readJiraJson } from "../src/jira-json.js";
import { readMappedCsv } from "../src/mapped-csv.js";
import { readMarkdown } from "../src/markdown.js";
import { readMspdi } from "../src/mspdi.js";
import { readPmxml } from "../src/pmxml.js";
import { readXer } from "../src/xer.js";
import { countXml } from "./walkers.js";

const codes = (report: { readonly issues: readonly { readonly code: string }[] }) =>
  report.issues.map(({ code }) => code);
const calendarOf = (...lines: readonly string[]) =>
  `${["BEGIN:VCALENDAR", "VERSION:2.0", ...lines, "END:VCALENDAR"].join("\r\n")}\r\n`;

describe("calendars as programs write them", () => {
  const zone = [
    ...["BEGIN:VTIMEZONE", "TZID:W. Europe Standard Time", "BEGIN:STANDARD", "DTSTART:16010101T030000"],
    ...["TZOFFSETFROM:+0200", "TZOFFSETTO:+0100", "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10", "END:STANDARD"],
    ...["BEGIN:DAYLIGHT", "DTSTART:16010101T020000", "TZOFFSETFROM:+0100", "TZOFFSETTO:+0200"],
    ...["RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3", "END:DAYLIGHT", "END:VTIMEZONE"],
  ];
  const leave = (...more: readonly string[]) =>
    calendarOf(
      ...zone,
      ...["BEGIN:VEVENT", "UID:1", 'DTSTART;TZID="W. Europe Standard Time":20260706T000000'],
      ...['DTEND;TZID="W. Europe Standard Time":20260711T000000', "SUMMARY:Away", "X-MICROSOFT-CDO-BUSYSTATUS:OOF"],
      ...['ORGANIZER;CN="Ash, Ada":mailto:ada@example.org', ...more, "END:VEVENT"],
    );

  test("an event Outlook marks as one of whole days is days, though it states midnights in a zone", () => {
    const { plan } = orThrow(readIcal(leave("X-MICROSOFT-CDO-ALLDAYEVENT:TRUE")));
    expect(plan.people?.[0]).toMatchObject({ away: [{ from: "2026-07-06", to: "2026-07-10" }] });
    const timed = orThrow(readIcal(leave("X-MICROSOFT-CDO-ALLDAYEVENT:FALSE")));
    expect(timed.plan.calendars?.[0]?.customFields).toMatchObject({ events: [{ start: "2026-07-05T22:00:00Z" }] });
  });

  test("a day that is only observed is no day off", () => {
    const event = (uid: string, day: string, text: string) => [
      ...["BEGIN:VEVENT", `UID:${uid}`, `DTSTART;VALUE=DATE:${day}`, `SUMMARY:${uid}`, `DESCRIPTION:${text}`],
      "END:VEVENT",
    ];
    const { plan } = orThrow(
      readIcal(
        calendarOf(
          ...event("Easter", "20260406", "Public holiday"),
          ...event("Valentine", "20260214", "Observance\\nTo hide observances\\, go to the settings"),
        ),
      ),
    );
    expect(plan.calendars?.[0]?.exceptions?.map(({ name }) => name)).toEqual(["Easter"]);
  });

  test("a task without a status is to do, unless it was completed or begun", () => {
    const todo = (uid: string, ...more: readonly string[]) => [
      ...["BEGIN:VTODO", `UID:${uid}`, `SUMMARY:${uid}`, ...more, "END:VTODO"],
    ];
    const { plan, report } = orThrow(
      readIcal(
        calendarOf(
          ...todo("a"),
          ...todo("b", "PERCENT-COMPLETE:40"),
          ...todo("c", "COMPLETED:20260501T080000Z"),
          ...todo("d", "STATUS:CANCELLED"),
        ),
      ),
    );
    expect(plan.items?.map(({ stateId }) => stateId)).toEqual(["todo", "doing", "done", "dropped"]);
    expect(report.assumptions.map(({ what }) => what)).toContain("tasksWithoutStatus");
  });
});

test("what was logged in Jira has its comment in words, whatever document it was written as", () => {
  const paragraph = (...content: readonly object[]) => ({ type: "paragraph", content });
  const comment = {
    type: "doc",
    version: 1,
    content: [
      paragraph({ type: "text", text: "Dug with " }, { type: "mention", attrs: { id: "7", text: "@Bo" } }),
      paragraph({ type: "text", text: "deep", marks: [{ type: "strong" }] }),
    ],
  };
  const log = { id: "7", started: "2026-03-02T09:00:00.000+0000", timeSpentSeconds: 3600 };
  const worklogs = [
    { ...log, comment },
    { ...log, id: "8", comment: "plain" },
    { ...log, id: "9", comment: { type: "doc", content: [] } },
  ];
  const fields = { summary: "Dig", issuetype: { name: "Task" }, worklog: { total: 3, worklogs } };
  const { records, report } = orThrow(readJiraJson(JSON.stringify({ issues: [{ id: "1", key: "SEA-1", fields }] })));
  expect(records.loggedEffort?.map(({ note }) => note)).toEqual(["Dug with @Bo\ndeep", "plain", undefined]);
  expect(codes(report)).not.toContain("interop/jira-worklog-truncated");
});

describe("Microsoft Project's XML as other programs write it", () => {
  const project = (body: string, xmlns = ' xmlns="http://schemas.microsoft.com/project"') =>
    `<?xml version="1.0"?>\n<Project${xmlns}>${body}</Project>`;
  const task = "<Tasks><Task><UID>1</UID><Name>Dig</Name><Finish>2026-05-01T24:00:00</Finish></Task></Tasks>";

  test("without a namespace it is known by its elements, and a project of another kind is not taken for it", () => {
    const text = project(task, "");
    expect(orThrow(detectFormat(text))).toMatchObject({ format: "mspdi", confidence: 0.7 });
    expect(orThrow(readMspdi(text)).plan.items?.[0]?.title).toBe("Dig");
    expect(detectFormat('<Project Sdk="a"><Target Name="b"/></Project>').ok).toBe(false);
  });

  test("the end of a day may be 24:00", () => {
    const { plan, report } = orThrow(readMspdi(project(task)));
    expect(plan.schedules?.[0]?.items[0]?.finish).toBe("2026-05-02T00:00");
    expect(codes(report)).toEqual([]);
  });

  test("a zone behind a time of day says nothing", () => {
    const hours = "<WorkingTime><FromTime>08:00:00Z</FromTime><ToTime>12:00:00.000</ToTime></WorkingTime>";
    const day = `<WeekDay><DayType>2</DayType><DayWorking>1</DayWorking><WorkingTimes>${hours}</WorkingTimes></WeekDay>`;
    const { plan, report } = orThrow(
      readMspdi(project(`<Calendars><Calendar><UID>1</UID><WeekDays>${day}</WeekDays></Calendar></Calendars>${task}`)),
    );
    expect(plan.calendars?.[0]?.week).toEqual({ monday: [{ from: 480, to: 720 }] });
    expect(codes(report)).toEqual([]);
  });

  test("the resource called unassigned is nobody, and work it has is nobody's", () => {
    const { plan, report } = orThrow(
      readMspdi(
        project(
          `${task}<Resources><Resource><UID>0</UID><Name>Unassigned</Name></Resource></Resources><Assignments><Assignment><UID>1</UID><TaskUID>1</TaskUID><ResourceUID>0</ResourceUID></Assignment></Assignments>`,
        ),
      ),
    );
    expect([plan.people, plan.assignments]).toEqual([undefined, undefined]);
    expect(report.counts).toEqual({ read: 3, imported: 1, merged: 2, rejected: 0 });
    expect(codes(report)).toEqual([]);
  });

  test("a project without a title has the name of the task that is all of it", () => {
    const whole = "<Tasks><Task><UID>0</UID><Name>Pier</Name></Task></Tasks>";
    expect(orThrow(readMspdi(project(whole))).plan.projects?.[0]?.name).toBe("Pier");
  });
});

describe("Primavera's text", () => {
  const table = (name: string, fields: readonly string[], ...rows: readonly (readonly string[])[]) =>
    [`%T\t${name}`, `%F\t${fields.join("\t")}`, ...rows.map((row) => `%R\t${row.join("\t")}`)].join("\r\n");
  const monday = "(0||CalendarData()((0||DaysOfWeek()((0||2()((0||0(s|08:00|f|16:00)())))))))";
  const text = [
    "ERMHDR\t19.12",
    table("PROJECT", ["proj_id", "proj_short_name"], ["1", "Pier"]),
    table(
      "CALENDAR",
      ["clndr_id", "clndr_name", "base_clndr_id", "clndr_data"],
      ["5", "Base", "", monday],
      ["6", "Ada", "5", ""],
      ["7", "None", "", ""],
    ),
    table(
      "TASK",
      ["task_id", "proj_id", "task_name", "task_type", "status_code", "act_start_date", "act_end_date"],
      ["1", "1", "Begin", "TT_Mile", "TK_Complete", "2026-03-02 08:00", ""],
      ["2", "1", "Dig", "TT_Task", "TK_Complete", "2026-03-02 08:00", ""],
    ),
    "%E",
  ].join("\r\n");

  test("a calendar that states nothing of its own is as the one it is based on; without one it is left out", () => {
    const { plan, report } = orThrow(readXer(text));
    expect(plan.calendars?.map(({ id, parentId, week }) => [id, parentId, week])).toEqual([
      ["5", undefined, { monday: [{ from: 480, to: 960 }] }],
      ["6", "5", {}],
    ]);
    expect(codes(report)).toEqual(["interop/p6-unreadable-calendar"]);
  });

  test("a milestone that was reached is finished at its one date; work without an end has none", () => {
    expect(orThrow(readXer(text)).plan.items?.map(({ finishedAt }) => finishedAt)).toEqual([
      "2026-03-02T08:00",
      undefined,
    ]);
  });
});

test("a baseline in Primavera's XML gives its dates to the activities of the same numbers", () => {
  const activity = (id: number, more: string) => `<Activity><ObjectId>${id}</ObjectId>${more}</Activity>`;
  const text = `<APIBusinessObjects><Project><ObjectId>10</ObjectId><Name>Pier</Name>${activity(1, "<Id>A1</Id><Name>Dig</Name>")}</Project><BaselineProject><ObjectId>11</ObjectId><OriginalProjectObjectId>10</OriginalProjectObjectId>${activity(
    7,
    "<Id>A1</Id><StartDate>2026-03-02T08:00:00</StartDate><PlannedStartDate>2026-03-01T08:00:00</PlannedStartDate><PlannedFinishDate>2026-03-05T17:00:00</PlannedFinishDate>",
  )}${activity(8, "<Id>A2</Id><StartDate>2026-03-02T08:00:00</StartDate>")}</BaselineProject></APIBusinessObjects>`;
  const { plan, report } = orThrow(readPmxml(text));
  expect(plan.schedules).toEqual([
    {
      id: "baseline-11",
      kind: "baseline",
      projectId: "10",
      tool: "pmxml",
      items: [{ itemId: "1", start: "2026-03-02T08:00", finish: "2026-03-05T17:00" }],
    },
  ]);
  const kept = JSON.stringify(plan.extensions);
  expect(kept).toContain("2026-03-01T08:00:00");
  expect(kept).not.toContain("2026-03-05T17:00:00");
  expect(report.fields.reduce((sum, row) => sum + row.count, 0)).toBe(countXml(text));
  const mapped = report.fields.filter(({ to }) => to === "schedules.items").map(({ source }) => source);
  expect(mapped).toEqual([
    "APIBusinessObjects/BaselineProject/Activity/PlannedFinishDate",
    "APIBusinessObjects/BaselineProject/Activity/StartDate",
  ]);
});

test("a day that GanttProject only marks changes no working time", () => {
  const dates = '<date year="2026" month="3" date="20" type="NEUTRAL" color="#0f0"><![CDATA[Fair]]></date>';
  const { plan, report } = orThrow(
    readGanttProject(
      `<project name="Pier" version="3.3"><calendars>${dates}</calendars><tasks><task id="1" name="Dig" start="2026-03-02" duration="1"/></tasks></project>`,
    ),
  );
  expect(plan.calendars?.[0]?.exceptions).toBeUndefined();
  expect(codes(report)).toEqual([]);
});

describe("tasks as Obsidian's plugins write them", () => {
  const tasks = (...lines: readonly string[]) => orThrow(readMarkdown(lines.join("\n"))).plan;

  test("those in quotations and callouts are tasks, with what is below them", () => {
    const { items } = tasks(
      "> [!todo] Today",
      "> - [ ] Dig",
      ">   - [x] Scoop",
      "- [ ] Fill",
      "```",
      "> - [ ] no",
      "```",
    );
    expect(items?.map(({ title, parentId }) => [title, parentId])).toEqual([
      ["Dig", undefined],
      ["Scoop", "dig"],
      ["Fill", undefined],
    ]);
    expect(orThrow(detectFormat("> - [ ] Dig")).format).toBe("markdown");
  });

  test("days and times of cards are when they are due, and nobody", () => {
    const plan = tasks("- [ ] Dig @{2026-03-06}", "- [ ] Fill @[[2026-03-07]] @@{9:30}", "- [ ] Map @ada");
    expect(plan.items?.map(({ title, dueDate }) => [title, dueDate])).toEqual([
      ["Dig", "2026-03-06"],
      ["Fill", "2026-03-07T09:30"],
      ["Map", undefined],
    ]);
    expect(plan.people?.map(({ id }) => id)).toEqual(["ada"]);
  });

  test("the name of a block and what is to be done on completion are no part of the title", () => {
    const plan = tasks("- [ ] Dig 🏁 delete ^dig-1", "- [ ] Area in m ^2 or ft", "- [ ] Fill [onCompletion:: keep]");
    expect(plan.items?.map(({ title, customFields }) => [title, customFields])).toEqual([
      ["Dig", { onCompletion: "delete", block: "dig-1" }],
      ["Area in m ^2 or ft", undefined],
      ["Fill", { onCompletion: "keep" }],
    ]);
  });
});

describe("dates with the day of the week before them", () => {
  const table = (...starts: readonly string[]) =>
    orThrow(readMappedCsv(["Name,Duration,Start", ...starts.map((start) => `Dig,3 days,${start}`)].join("\n")));
  const startsOf = (...starts: readonly string[]) =>
    table(...starts).plan.schedules?.[0]?.items.map(({ start }) => start);

  test("the order of day and month is the one in which the day of the week is right", () => {
    expect(startsOf("Mon 3/2/26", "Thu 3/5/26")).toEqual(["2026-03-02", "2026-03-05"]);
    expect(startsOf("Mo 02.03.26", "Do 05.03.26")).toEqual(["2026-03-02", "2026-03-05"]);
    expect(startsOf("lun. 02/03/2026")).toEqual(["2026-03-02"]);
    expect(table("Mon 3/2/26").report.assumptions.find(({ what }) => what === "dateOrder")?.evidence).toBe(
      "Mon 3/2/26",
    );
  });

  test("one that is right in both or in none decides nothing, and neither do two that contradict each other", () => {
    for (const starts of [["Mon 6/6/22"], ["Mon 3/3/26"], ["Mon 3/2/26", "Mon 2/3/26"], ["Due 3/2/26"]])
      expect(codes(table(...starts).report)).toContain("interop/any-date-order-ambiguous");
  });
});

test("Asana's sheet of chosen columns is known by the column of sections, with lines above its header", () => {
  const text = `"https://app.asana.com/0/1/list"
"Pier"

"Name","Section/Column","Assignee","Due date","Completed at","Notes"
"Dig","To do","Ada","2026-03-06","","deep"
`;
  expect(orThrow(detectFormat(text)).format).toBe("asana");
  const { plan } = orThrow(readAsana(text));
  expect(plan.items?.map(({ title, dueDate, body }) => [title, dueDate, body?.text])).toEqual([
    ["Dig", "2026-03-06", "deep"],
  ]);
});

describe("XML whose writers number their prefixes", () => {
  const prefixed = (text: string, prefix: string) => text.replace(/<(\/?)(?=[A-Za-z])/g, `<$1${prefix}:`);

  test.each([
    [
      "mspdi",
      "ns0",
      "http://schemas.microsoft.com/project",
      "<Tasks><Task><UID>1</UID><Name>Dig</Name></Task></Tasks>",
    ],
    [
      "mspdi",
      "p-1",
      "https://schemas.microsoft.com/project",
      "<Tasks><Task><UID>1</UID><Name>Dig</Name></Task></Tasks>",
    ],
    [
      ...(["pmxml", "ns2", "http://xmlns.oracle.com/Primavera/P6/V21.12/API/BusinessObjects"] as const),
      "<Project><ObjectId>1</ObjectId><Activity><ObjectId>1</ObjectId><Name>Dig</Name></Activity></Project>",
    ],
    ["xes", "ns0", "http://www.xes-standard.org/", '<trace><string key="concept:name" value="Dig"/></trace>'],
  ])("%s, with the prefix %s", async (format, prefix, uri, inner) => {
    const name = format === "mspdi" ? "Project" : format === "xes" ? "log" : "APIBusinessObjects";
    const text = `<?xml version='1.0' encoding='utf-8'?>\n<${prefix}:${name} xmlns:${prefix}="${uri}">${prefixed(inner, prefix)}</${prefix}:${name}>`;
    expect(orThrow(detectFormat(text))).toMatchObject({ format, confidence: 1 });
    expect(orThrow(await readWork(text)).plan.items?.map(({ title }) => title)).toEqual(["Dig"]);
  });
});

test("where a Microsoft Project file states no levels, the numbers of the outline tell who is below whom", () => {
  const task = (uid: number, number: string) => `<Task><UID>${uid}</UID><Name>${uid}</Name>${number}</Task>`;
  const text = `<Project xmlns="http://schemas.microsoft.com/project"><Tasks>${[
    ...[task(1, "<OutlineNumber>1</OutlineNumber>"), task(2, "<OutlineNumber>1.1</OutlineNumber>")],
    ...[task(3, "<OutlineNumber>1.1.1</OutlineNumber>"), task(4, "<WBS>1.2</WBS>"), task(5, "<WBS>P.2.1</WBS>")],
    task(6, "<OutlineLevel>2</OutlineLevel><OutlineNumber>9</OutlineNumber>"),
  ].join("")}</Tasks></Project>`;
  const { plan } = orThrow(readMspdi(text));
  expect(plan.items?.map(({ id, parentId }) => [id, parentId])).toEqual([
    ["1", undefined],
    ["2", "1"],
    ["3", "2"],
    ["4", "1"],
    ["5", undefined],
    ["6", "5"],
  ]);
});

test("a Microsoft Project file whose tasks are counted from 0 keeps its first one", () => {
  const link = "<PredecessorLink><PredecessorUID>0</PredecessorUID><Type>1</Type></PredecessorLink>";
  const read = (first: string) =>
    orThrow(
      readMspdi(
        `<Project xmlns="http://schemas.microsoft.com/project"><Tasks><Task><UID>0</UID><Name>Pier</Name>${first}</Task><Task><UID>1</UID><ID>2</ID><Name>Fill</Name><OutlineLevel>1</OutlineLevel>${link}</Task></Tasks></Project>`,
      ),
    ).plan;
  for (const first of ["<ID>1</ID><OutlineLevel>1</OutlineLevel>", "<ID>1</ID>"]) {
    expect(read(first).items?.map(({ title }) => title)).toEqual(["Pier", "Fill"]);
    expect(read(first).dependencies).toMatchObject([{ predecessorId: "0", successorId: "1" }]);
  }
  for (const first of ["<ID>0</ID><OutlineLevel>0</OutlineLevel>", "<ID>0</ID>", ""]) {
    expect(read(first).items?.map(({ title }) => title)).toEqual(["Fill"]);
    expect(read(first).projects?.[0]?.name).toBe("Pier");
  }
});
