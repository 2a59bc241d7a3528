import { intlZoneRules } from "@evenkeel/calendar";
import type { WorkPlan } from "@evenkeel/core";
import { anyPlan } from "@evenkeel/core/testing";
import { canonicalJson, orThrow } from "@evenkeel/kernel";
import { deepFreeze, testLaws } from "@evenkeel/test-kit";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { unfoldBytes } from "../src/ical/lines.js";
import { windowsZones, zoneOfWindows } from "../src/ical/windows-zones.js";
import { readIcal, writeIcal } from "../src/ical.js";
import { ical } from "./standard-samples.js";

describe("a calendar", () => {
  const { plan, history, report } = orThrow(readIcal(ical));
  const [dig, fill] = plan.items ?? [];

  test("gives its tasks with exact times, by the zone block of the file where it names no zone", () => {
    expect(dig).toMatchObject({
      id: "t1",
      title: "Dig",
      stateId: "doing",
      priority: 1,
      labels: ["sea", "pier, old"],
      dueDate: "2026-07-03",
      constraints: [{ kind: "startNoEarlierThan", at: "2026-07-01T06:00:00Z" }],
      schedule: { percentComplete: 0.4 },
    });
    expect(fill).toMatchObject({ parentId: "t1", dueDate: "2026-07-10T17:00", stateId: "done" });
    expect(fill?.priority).toBeUndefined();
    expect(history.events.map((event) => [event.subject.id, event.at, event.type])).toEqual([
      ["t1", "2026-06-01T08:00:00Z", "created"],
      ["t2", "2026-07-09T16:00:00Z", "stateChanged"],
    ]);
  });

  test("ties them: the component that states a link is the successor", () => {
    expect(plan.dependencies?.map(({ id: _id, ...row }) => row)).toEqual([
      {
        predecessorId: "t1",
        successorId: "t2",
        type: "FS",
        lag: { amount: 1440, unit: "minutes", basis: "elapsed" },
      },
    ]);
  });

  test("gives days off with exclusive ends, leave of people, and keeps timed events with their instants", () => {
    expect(plan.calendars?.[0]?.exceptions).toEqual([
      {
        name: "Founders, all",
        from: "2026-05-01",
        to: "2149-12-31",
        intervals: [],
        recurrence: { kind: "yearly", month: 5, day: 1 },
      },
      { name: "Closed", from: "2026-08-03", to: "2026-08-07", intervals: [] },
    ]);
    expect(plan.people?.[0]).toMatchObject({
      name: "Ada, A.",
      email: "ada@example.org",
      away: [{ from: "2026-06-08", to: "2026-06-12" }],
    });
    expect(plan.calendars?.[0]?.customFields?.["events"]).toMatchObject([
      { start: "2026-05-04T07:00:00Z", end: "2026-05-04T07:15:00Z" },
    ]);
    expect(report.counts).toEqual({ read: 6, imported: 6, merged: 0, rejected: 0 });
  });

  test("takes single days out of a series, and puts others in their place", () => {
    const days = (...lines: string[]) =>
      orThrow(
        readIcal(
          [
            "BEGIN:VCALENDAR",
            ...["BEGIN:VEVENT", "UID:a", "DTSTART;VALUE=DATE:20260501", "RRULE:FREQ=WEEKLY;COUNT=3", ...lines],
            "END:VCALENDAR",
          ].join("\n"),
        ),
      ).plan.calendars?.[0]?.exceptions?.map(({ from, to }) => `${from} ${to}`);
    expect(days("EXDATE;VALUE=DATE:20260508", "END:VEVENT")).toEqual([
      "2026-05-01 2026-05-01",
      "2026-05-15 2026-05-15",
    ]);
    const moved = [
      "BEGIN:VEVENT",
      "UID:a",
      "RECURRENCE-ID;VALUE=DATE:20260508",
      "DTSTART;VALUE=DATE:20260511",
      "END:VEVENT",
    ];
    expect(days("END:VEVENT", ...moved)).toEqual([
      "2026-05-01 2026-05-01",
      "2026-05-15 2026-05-15",
      "2026-05-11 2026-05-11",
    ]);
    expect(days("DURATION:P2D", "RDATE;VALUE=DATE:20260602", "END:VEVENT")?.at(-1)).toBe("2026-06-02 2026-06-03");
  });

  test("is unfolded before it is decoded, though a fold cuts a character", () => {
    const bytes = new TextEncoder().encode("SUMMARY:日本");
    const cut = Uint8Array.from([...bytes.slice(0, 9), 13, 10, 32, ...bytes.slice(9)]);
    expect(unfoldBytes(cut)).toEqual({ bytes, split: 1 });
  });
});

/** What the loss table of the writer keeps. */
function keptByIcal(plan: WorkPlan): unknown {
  const states = new Map((plan.workflows ?? []).flatMap((row) => row.states.map((each) => [each.id, each.category])));
  const waiting = (category: string | undefined) => (category === "waiting" ? "proposed" : category);
  return {
    items: (plan.items ?? [])
      .map(
        ({
          id,
          title,
          parentId,
          dueDate,
          createdAt,
          finishedAt,
          updatedAt,
          labels,
          priority,
          stateId,
          body,
          constraints,
          schedule,
        }) => ({
          ...{ id, title, parentId, dueDate, createdAt, finishedAt, updatedAt, labels, priority, body, constraints },
          percent: schedule?.percentComplete,
          state: waiting(states.get(stateId ?? "")),
        }),
      )
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
    dependencies: (plan.dependencies ?? [])
      .map(({ predecessorId, successorId, type, lag }) => ({ predecessorId, successorId, type, lag }))
      .sort((a, b) => (canonicalJson(a) < canonicalJson(b) ? -1 : 1)),
    people: (plan.assignments ?? []).map((row) => [row.itemId, row.personId, row.role]).sort(),
    exceptions: plan.calendars?.flatMap((row) => row.exceptions ?? []),
  };
}

const day = fc.integer({ min: 0, max: 9999 }).map((each) => new Date(each * 86_400_000).toISOString().slice(0, 10));
const instant = fc
  .integer({ min: 0, max: 2 ** 31 })
  .map((each) => `${new Date(each * 1000).toISOString().slice(0, 19)}Z`);
const words = fc
  .array(fc.constantFrom("Dig", "a,b;c", "\\n", '"^', "日本 ".repeat(20), "Ä", ":"), { minLength: 1 })
  .map((each) => each.join(" ").trim());

/** Plans whose texts and times are all the format has to get right. */
const tricky: fc.Arbitrary<WorkPlan> = fc
  .tuple(
    anyPlan,
    fc.array(
      fc.record({
        title: words,
        due: fc.oneof(day, instant),
        at: instant,
        label: words,
        percent: fc.nat(100),
        lag: fc.integer({ min: -5000, max: 5000 }),
      }),
      { minLength: 12, maxLength: 12 },
    ),
  )
  .map(([plan, more]) => {
    const ids = new Map((plan.items ?? []).map((item, index) => [item.id, `i${index}`]));
    const id = (text: string | undefined): string => ids.get(text ?? "") ?? "";
    return {
      formatVersion: 1,
      workflows: plan.workflows ?? [],
      people: plan.people ?? [],
      calendars: [
        { id: "c", week: {}, exceptions: [{ name: "Off", from: "2026-05-01", to: "2026-05-03", intervals: [] }] },
      ],
      assignments: (plan.assignments ?? []).flatMap((row) =>
        row.personId === undefined ? [] : [{ ...row, itemId: id(row.itemId), role: "responsible" as const }],
      ),
      items: (plan.items ?? []).map(({ outcomeIds: _outcomes, parentId, schedule: _schedule, ...item }, index) => {
        const own = more[index % more.length] as (typeof more)[number];
        return {
          ...item,
          id: id(item.id),
          ...(parentId === undefined ? {} : { parentId: id(parentId) }),
          title: own.title,
          labels: [own.label],
          dueDate: own.due,
          createdAt: own.at,
          constraints: [{ kind: "startNoEarlierThan" as const, at: own.at }],
          body: { text: `${own.title}\n${own.label}`, markup: "plain" as const },
          schedule: { kind: "task" as const, percentComplete: own.percent / 100 },
          priority: 1 + (own.percent % 9),
        };
      }),
      dependencies: (plan.dependencies ?? []).map((row, index) => {
        const amount = more[index % more.length]?.lag ?? 0;
        return {
          ...row,
          predecessorId: id(row.predecessorId),
          successorId: id(row.successorId),
          ...(amount === 0 ? {} : { lag: { amount, unit: "minutes" as const, basis: "elapsed" as const } }),
        };
      }),
    };
  });

testLaws("what is written as iCalendar is read again as the same, but for the loss table", [
  {
    name: "for generated plans",
    statedRuns: 10_000,
    property: fc.property(tricky, (plan) => {
      const text = writeIcal(deepFreeze(plan));
      expect(keptByIcal(orThrow(readIcal(new TextEncoder().encode(text))).plan)).toEqual(keptByIcal(plan));
      for (const line of text.split("\r\n")) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
    }),
  },
]);

test("hostile texts stay within their property", () => {
  const title = "x\r\nEND:VTODO\r\nBEGIN:VTODO\u0000\ud800";
  const plan: WorkPlan = { formatVersion: 1, items: [{ id: "1", title, kind: "task" }] };
  expect(orThrow(readIcal(writeIcal(plan))).plan.items?.map((item) => item.title)).toEqual([
    "x\nEND:VTODO\nBEGIN:VTODO\ufffd\ufffd",
  ]);
});

test("the names Windows gives to zones are zones, where the file does not define them itself", () => {
  const due = (zone: string, more = "") => {
    const lines = ["BEGIN:VCALENDAR", more, "BEGIN:VTODO", "UID:a", `DUE;TZID=${zone}:20260701T100000`, "END:VTODO"];
    const { plan, report } = orThrow(
      readIcal([...lines, "END:VCALENDAR", ""].filter((line) => line !== "").join("\r\n")),
    );
    const assumed = report.assumptions.filter(({ what }) => what === "windowsZone").map(({ value }) => value);
    return [plan.items?.[0]?.dueDate, ...assumed];
  };
  expect(due('"W. Europe Standard Time"')).toEqual(["2026-07-01T08:00:00Z", "W. Europe Standard Time: Europe/Berlin"]);
  expect(due("Pacific Standard Time (Mexico)")[0]).toBe("2026-07-01T17:00:00Z");
  expect(due("Pacific Daylight Time")[0]).toBe("2026-07-01T17:00:00Z");
  expect(due("UTC-11")[0]).toBe("2026-07-01T21:00:00Z");
  expect(due("Russia Time Zone 3")[0]).toBe("2026-07-01T06:00:00Z");
  expect(due('"tzone://Microsoft/Utc"')).toEqual(["2026-07-01T10:00:00Z"]);
  expect(due("Japan")).toEqual(["2026-07-01T01:00:00Z"]);
  // The file's own block says what it means by the name.
  const block = ["BEGIN:VTIMEZONE", "TZID:Eastern Standard Time", "BEGIN:STANDARD", "DTSTART:16010101T000000"];
  const own = [...block, "TZOFFSETFROM:+0300", "TZOFFSETTO:+0300", "END:STANDARD", "END:VTIMEZONE"].join("\r\n");
  expect(due("Eastern Standard Time", own)).toEqual(["2026-07-01T07:00:00Z"]);
  expect(due("Eastern")[0]).toBe("2026-07-01T10:00");
});

test("every name of Windows is that of a zone the engine knows", () => {
  const zones = windowsZones();
  expect(zones.size).toBe(139);
  for (const zone of zones.values()) expect(intlZoneRules().transitions(zone, 0, 86_400_000), zone).toBeDefined();
  expect(zoneOfWindows("Central Standard Time")).toBe("America/Chicago");
  expect([zoneOfWindows("Central"), zoneOfWindows("Sea Standard Time"), zoneOfWindows("Standard Time")]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});
