import { orThrow } from "@evenkeel/kernel";
import { describe, expect, it } from "vitest";
import { hoursWorked } from "../src/mapped/timesheet-columns.js";
import { proposeMapping, readMappedCsv } from "../src/mapped-csv.js";

const lines = (...rows: readonly string[]): string => rows.map((row) => `${row}\n`).join("");
const spans = (text: string, options = {}) =>
  orThrow(readMappedCsv(text, options)).records.workIntervals?.map(({ personId, from, to, kind }) => [
    personId,
    from,
    to,
    kind,
  ]);

/** Columns as two makers of time trackers write them. */
const tracked = lines(
  "User,Email,Project,Task,Description,Start date,Start time,End date,End time,Duration,Tags",
  "Ada,ada@harbour.example,Wall,,Dig,2026-01-05,22:00:00,2026-01-06,06:00:00,08:00:00,night",
);
const clocked = lines(
  "Project,Description,User,Start Date,Start Time,End Date,End Time,Duration (h),Duration (decimal)",
  "Wall,Dig,Bo,13/01/2026,05:30:00 PM,13/01/2026,06:45:00 PM,01:15:00,1.25",
);

describe("timesheets", () => {
  it("reads spans of work, and keeps what it has no place for", () => {
    expect(spans(tracked, { zone: "Europe/Berlin" })).toEqual([
      ["Ada", "2026-01-05T21:00:00Z", "2026-01-06T05:00:00Z", "actual"],
    ]);
    const [row] = orThrow(readMappedCsv(tracked)).records.workIntervals ?? [];
    expect(row?.customFields).toMatchObject({ Project: "Wall", Description: "Dig", Tags: "night" });
    expect(spans(clocked, { zone: "UTC" })).toEqual([["Bo", "2026-01-13T17:30:00Z", "2026-01-13T18:45:00Z", "actual"]]);
  });

  it("ends a shift on the day after where its clock says so", () => {
    const roster = lines(
      "Employee,Date,From,To,Kind",
      "Ada,2026-01-05,22:00,06:00,on-call",
      "Bo,2026-01-05,09:00,17:30,",
    );
    expect(spans(roster, { zone: "UTC" })).toEqual([
      ["Ada", "2026-01-05T22:00:00Z", "2026-01-06T06:00:00Z", "onCallActive"],
      ["Bo", "2026-01-05T09:00:00Z", "2026-01-05T17:30:00Z", "actual"],
    ]);
  });

  it("counts the hour that clocks skip or repeat within a shift", () => {
    const nights = lines("Employee,Date,Start,End", "Ada,2026-03-28,22:00,06:00", "Ada,2026-10-24,22:00,06:00");
    const hours = orThrow(readMappedCsv(nights, { zone: "Europe/Berlin" })).records.workIntervals?.map(
      ({ from, to }) => (Date.parse(to) - Date.parse(from)) / 3_600_000,
    );
    expect(hours).toEqual([7, 9]);
  });

  it("takes a length where there is no end", () => {
    expect(spans(lines("Employee,Date,Start,Hours", 'Ada,2026-01-05,09:00,"7,5"'), { zone: "UTC" })).toEqual([
      ["Ada", "2026-01-05T09:00:00Z", "2026-01-05T16:30:00Z", "actual"],
    ]);
  });

  it("says that it read clocks in UTC", () => {
    const { report } = orThrow(readMappedCsv(tracked));
    expect(report.assumptions).toContainEqual({
      code: "interop/assumed-hours",
      what: "hours",
      value: "1 rows read in UTC",
      evidence: "no zone is stated for what clocks showed",
    });
  });

  it("takes no table of tasks for one of hours", () => {
    const { columns } = proposeMapping(
      ["Task", "User", "Start", "End"],
      [["Dig", "Ada", "2026-01-05", "2026-01-09"]],
    ).mapping;
    expect(columns).toEqual({ Task: "title", Start: "started", End: "done" });
  });

  it.each([
    ["7.5", 450],
    ["7:30", 450],
    ["07:30:30", 450.5],
    ["8 h", 480],
    ["long", undefined],
  ])("reads the length %s", (text, minutes) => expect(hoursWorked(text)).toBe(minutes));
});
