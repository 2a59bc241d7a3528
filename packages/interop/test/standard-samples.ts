import { writeOcel } from "../src/ocel.js";

/** Small valid inputs of standards and text formats; their people are invented. */

const event = (name: string, at: string, ...more: string[]): string =>
  `<event><string key="concept:name" value="${name}"/><date key="time:timestamp" value="${at}"/>${more.join("")}</event>`;

export const xes = `<?xml version="1.0" encoding="UTF-8"?>
<!-- made by hand -->
<log xes.version="1849.2016" xmlns="http://www.xes-standard.org/">
<extension name="Concept" prefix="concept" uri="http://www.xes-standard.org/concept.xesext"/>
<global scope="event"><string key="concept:name" value="name"/></global>
<classifier name="Activity" keys="concept:name"/>
<string key="concept:name" value="Harbour"/>
<trace><string key="concept:name" value="7"/><string key="area" value="north"><int key="depth" value="4"/></string>
${event("Dig", "2026-03-03T09:00:00.000+01:00", '<string key="lifecycle:transition" value="complete"/>', '<string key="org:resource" value="Ada"/>')}
${event("Dig", "2026-03-02T09:00:00.000+01:00", '<string key="lifecycle:transition" value="start"/>', '<string key="org:resource" value="Ada"/>', '<float key="cost" value="12.5"/>')}
${event("Dig", "2026-03-02T12:00:00.000+01:00", '<string key="lifecycle:transition" value="suspend"/>')}
${event("Dig", "2026-03-02T13:00:00.000+01:00", '<string key="lifecycle:transition" value="resume"/>')}
${event("Fill", "2026-03-04T09:00:00.000250+01:00", '<list key="crew"><values><string key="who" value="Bo"/></values></list>')}
</trace>
<trace><string key="concept:name" value="8"/>${event("Dig", "2026-03-02T10:00:00Z", '<string key="lifecycle:transition" value="schedule"/>')}</trace>
</log>
`;

export const ocel = JSON.stringify({
  objectTypes: [
    { name: "Order", attributes: [{ name: "price", type: "float" }] },
    { name: "Parcel", attributes: [] },
  ],
  eventTypes: [
    { name: "Place", attributes: [{ name: "by", type: "string" }] },
    { name: "Ship", attributes: [] },
  ],
  objects: [
    {
      id: "o1",
      type: "Order",
      attributes: [
        { name: "price", time: "1970-01-01T00:00:00Z", value: "10" },
        { name: "price", time: "2026-03-03T09:00:00+01:00", value: "12" },
      ],
      relationships: [{ objectId: "p1", qualifier: "goes in" }],
    },
    { id: "p1", type: "Parcel" },
  ],
  events: [
    {
      id: "e2",
      type: "Ship",
      time: "2026-03-04T09:00:00Z",
      relationships: [
        { objectId: "o1", qualifier: "order" },
        { objectId: "p1", qualifier: "parcel" },
      ],
    },
    {
      id: "e1",
      type: "Place",
      time: "2026-03-02T09:00:00Z",
      attributes: [{ name: "by", value: "Ada" }],
      relationships: [{ objectId: "o1", qualifier: "order" }],
    },
  ],
});

export const ocelFirst = JSON.stringify({
  "ocel:global-log": { "ocel:version": "1.0" },
  "ocel:events": {
    e1: {
      "ocel:activity": "Place",
      "ocel:timestamp": "2026-03-02T09:00:00",
      "ocel:omap": ["o1"],
      "ocel:vmap": { by: "Ada" },
    },
  },
  "ocel:objects": { o1: { "ocel:type": "Order", "ocel:ovmap": { price: 10 } } },
});

export const ocelOwn = writeOcel({
  plan: {
    formatVersion: 1,
    items: [
      { id: "1", title: "Dig", kind: "task", schedule: { kind: "task", durationMinutes: 480 } },
      { id: "2", title: "Fill", kind: "task", parentId: "1" },
    ],
  },
  history: {
    formatVersion: 1,
    events: [{ id: "1", at: "2026-05-01", subject: { table: "items", id: "1" }, source: "exact", type: "accepted" }],
  },
});

export const ical = [
  "BEGIN:VCALENDAR",
  "VERSION:2.0",
  "X-WR-CALNAME:Harbour",
  "BEGIN:VTIMEZONE",
  "TZID:Harbour Time",
  "BEGIN:STANDARD",
  "DTSTART:19701025T030000",
  "TZOFFSETFROM:+0200",
  "TZOFFSETTO:+0100",
  "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
  "END:STANDARD",
  "BEGIN:DAYLIGHT",
  "DTSTART:19700329T020000",
  "TZOFFSETFROM:+0100",
  "TZOFFSETTO:+0200",
  "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
  "END:DAYLIGHT",
  "END:VTIMEZONE",
  "BEGIN:VEVENT",
  "UID:h1",
  "SUMMARY:Founders\\, all",
  "DTSTART;VALUE=DATE:20260501",
  "DTEND;VALUE=DATE:20260502",
  "RRULE:FREQ=YEARLY",
  "END:VEVENT",
  "BEGIN:VEVENT",
  "UID:h2",
  "SUMMARY:Closed",
  "DTSTART;VALUE=DATE:20260803",
  "DTEND;VALUE=DATE:20260808",
  "DESCRIPTION:the whole",
  "  week",
  "END:VEVENT",
  "BEGIN:VEVENT",
  "UID:l1",
  "SUMMARY:Leave",
  "X-MICROSOFT-CDO-BUSYSTATUS:OOF",
  'ATTENDEE;CN="Ada, A.":mailto:ada@example.org',
  "DTSTART;VALUE=DATE:20260608",
  "DURATION:P5D",
  "END:VEVENT",
  "BEGIN:VEVENT",
  "UID:m1",
  "SUMMARY:Standup",
  "DTSTART;TZID=Europe/Berlin:20260504T090000",
  "DTEND;TZID=Europe/Berlin:20260504T091500",
  "RRULE:FREQ=WEEKLY;BYDAY=MO",
  "END:VEVENT",
  "BEGIN:VTODO",
  "UID:t1",
  "SUMMARY:Dig",
  "DTSTART;TZID=Harbour Time:20260701T080000",
  "DUE;VALUE=DATE:20260703",
  "STATUS:IN-PROCESS",
  "PERCENT-COMPLETE:40",
  "PRIORITY:1",
  "CATEGORIES:sea,pier\\, old",
  "ORGANIZER:mailto:bo@example.org",
  "CREATED:20260601T080000Z",
  "X-MOOD:fine",
  "BEGIN:VALARM",
  "TRIGGER:-PT15M",
  "END:VALARM",
  "END:VTODO",
  "BEGIN:VTODO",
  "UID:t2",
  "SUMMARY:Fill",
  "DUE:20260710T170000",
  "RELATED-TO;RELTYPE=FINISHTOSTART;GAP=P1D:t1",
  "RELATED-TO:t1",
  "PRIORITY:0",
  "COMPLETED:20260709T160000Z",
  "END:VTODO",
  "END:VCALENDAR",
  "",
].join("\r\n");

export const todoTxt =
  "(A) 2026-03-01 Dig the basin +pier @sea due:2026-03-13 id:dig rec:+1w\n\nx 2026-03-04 2026-03-02 Survey at 10:30 +pier +map pri:B https://example.org/a\n2026-03-02 Fill +pier after:dig p:dig t:2026-03-05\n";

export const ganttProject = `<?xml version="1.0" encoding="UTF-8"?><project name="Pier" company="Acme" version="3.3.3309" locale="en">
<description/><view id="gantt-chart"><field id="tpd3" name="Name" width="257" order="0"/></view>
<calendars><day-types><day-type id="0"/><day-type id="1"/><default-week id="1" name="default" sun="1" mon="0" tue="0" wed="0" thu="0" fri="1" sat="1"/></day-types>
<date year="" month="5" date="1" type="HOLIDAY"><![CDATA[Founders]]></date><date year="2026" month="3" date="7" type="WORKING_DAY"/></calendars>
<tasks empty-milestones="true"><taskproperties><taskproperty id="tpd0" name="type" type="default" valuetype="icon"/></taskproperties>
<task id="0" uid="aa" name="Ground" color="#99ccff" meeting="false" start="2026-03-02" duration="4" complete="50" expand="true">
<task id="1" uid="bb" name="Dig" meeting="false" start="2026-03-02" duration="3" complete="100" thirdDate="2026-03-02" thirdDate-constraint="1"><notes><![CDATA[by hand]]></notes><depend id="2" type="2" difference="1" hardness="Strong"/><depend id="3" type="3" difference="0" hardness="Rubber"/></task>
<task id="2" uid="cc" name="Fill" meeting="false" start="2026-03-06" duration="1" complete="0" priority="2"/></task>
<task id="3" uid="dd" name="Open" meeting="true" start="2026-03-09" duration="0" complete="0"/></tasks>
<resources><resource id="0" name="Ada" function="1" contacts="ada@example.org" phone="1"><rate name="standard" value="40"/></resource></resources>
<allocations><allocation task-id="1" resource-id="0" function="1" responsible="true" load="50.0"/></allocations>
<vacations><vacation start="2026-04-01" end="2026-04-03" resourceid="0"/></vacations><previous/><roles><role id="1" name="Digger"/></roles></project>`;

export const planner = `<?xml version="1.0"?>
<project name="Pier" company="Acme" manager="" project-start="20260302T000000Z" mrproject-version="2" calendar="1">
<calendars><day-types><day-type id="0" name="Working"/><day-type id="1" name="Nonworking"/><day-type id="2" name="Use base"/></day-types>
<calendar id="1" name="Standard"><default-week mon="0" tue="0" wed="0" thu="0" fri="0" sat="1" sun="1"/>
<overridden-day-types><overridden-day-type id="0"><interval start="0900" end="1200"/><interval start="1300" end="1800"/></overridden-day-type></overridden-day-types>
<days><day date="20260501" type="day-type" id="1"/></days>
<calendar id="2" name="Ada"><default-week mon="2" tue="2" wed="2" thu="2" fri="1" sat="2" sun="2"/><overridden-day-types/><days/></calendar></calendar>
<calendar id="3" name="Nights"><default-week mon="0" tue="0" wed="0" thu="0" fri="0" sat="1" sun="1"/><overridden-day-types><overridden-day-type id="0"><interval start="2200" end="0600"/></overridden-day-type></overridden-day-types><days/></calendar></calendars>
<tasks><task id="1" name="Ground" note="" work="86400" start="20260302T000000Z" end="20260305T170000Z" percent-complete="0" priority="0" type="normal" scheduling="fixed-work">
<task id="2" name="Dig" note="by hand" work="57600" start="20260302T000000Z" end="20260304T170000Z" work-start="20260302T090000Z" percent-complete="50" priority="500" type="normal" scheduling="fixed-work"><constraint type="start-no-earlier-than" time="20260302T000000Z"/></task>
<task id="3" name="Fill" work="28800" start="20260305T000000Z" end="20260305T170000Z" percent-complete="0" type="normal" scheduling="fixed-work"><predecessors><predecessor id="1" predecessor-id="2" type="SS" lag="7200"/></predecessors></task></task>
<task id="4" name="Open" work="0" start="20260306T000000Z" end="20260306T000000Z" percent-complete="0" type="milestone" scheduling="fixed-work"><predecessors><predecessor id="1" predecessor-id="3" type="FS"/></predecessors></task></tasks>
<resource-groups><group id="1" name="Crew"/></resource-groups>
<resources><resource id="1" name="Ada" type="1" units="0" email="ada@example.org" calendar="2" std-rate="0"/><resource id="2" name="Sand" type="2" units="0"/></resources>
<allocations><allocation task-id="2" resource-id="1" units="50"/><allocation task-id="3" resource-id="2" units="100"/></allocations></project>`;

export const excalidraw = JSON.stringify({
  type: "excalidraw",
  version: 2,
  source: "https://example.org",
  elements: [
    { id: "f", type: "frame", name: "Ground", x: 0 },
    {
      id: "r1",
      type: "rectangle",
      frameId: "f",
      backgroundColor: "#ffec99",
      boundElements: [{ id: "t1", type: "text" }],
    },
    { id: "t1", type: "text", text: "Dig", containerId: "r1" },
    { id: "t2", type: "text", text: "Fill\nslowly", originalText: "Fill\nslowly", containerId: null },
    { id: "a1", type: "arrow", startBinding: { elementId: "t1", gap: 1 }, endBinding: { elementId: "t2", gap: 1 } },
    { id: "t3", type: "text", text: "when dry", containerId: "a1" },
    { id: "a2", type: "arrow", startBinding: null, endBinding: { elementId: "t2" } },
    { id: "x", type: "rectangle", isDeleted: true },
    { id: "y", type: "freedraw", points: [] },
  ],
  appState: { viewBackgroundColor: "#ffffff" },
  files: {},
});

export const boardTable = '"Dig","Fill"\r\n"Open, at\nlast",\r\n';
