import { orThrow } from "@evenkeel/kernel";
import { describe, expect, test } from "vitest";
import { readPmxml } from "../src/pmxml.js";
import { pmxml } from "./samples.js";

const { plan, report } = orThrow(readPmxml(pmxml));
const item = (id: string) => plan.items?.find((row) => row.id === id);

describe("a Primavera XML file", () => {
  test("gives each project its dates and the options that stand on it", () => {
    expect(report.format.version).toBe("18.1");
    expect(plan.projects?.[0]).toMatchObject({
      id: "1",
      name: "Harbour pier",
      sources: [{ key: "PIER" }],
      calendarId: "10",
      dataDate: "2026-03-04T08:00",
      scheduling: {
        preset: "primavera",
        criticalBy: "longestPath",
        lagCalendar: "successor",
        progressMode: "progressOverride",
        floatType: "start",
        startLagFrom: "earlyStart",
        usesExpectedFinish: false,
      },
      customFields: { RiskLevel: "Medium" },
    });
  });

  test("reads options from an element of their own, and options of a project without any as unknown", () => {
    const text = `<APIBusinessObjects><Project><ObjectId>1</ObjectId></Project><ScheduleOptions><ProjectObjectId>1</ProjectObjectId>
      <ComputeTotalFloatType>Smallest of Start Float and Finish Float</ComputeTotalFloatType><MakeOpenEndedActivitiesCritical>true</MakeOpenEndedActivitiesCritical>
      <IgnoreOtherProjectRelationships>1</IgnoreOtherProjectRelationships></ScheduleOptions></APIBusinessObjects>`;
    expect(orThrow(readPmxml(text)).plan.projects?.[0]?.scheduling).toEqual({
      preset: "primavera",
      floatType: "least",
      multipleCriticalPaths: true,
      ignoresOtherProjects: true,
    });
    const bare = text.replace(/<ScheduleOptions>[\s\S]*<\/ScheduleOptions>/, "");
    expect(orThrow(readPmxml(bare)).plan.projects?.[0]?.scheduling).toEqual({ preset: "primavera" });
  });

  test("ends hours with the minute after the stated finish", () => {
    expect(plan.calendars?.[0]).toMatchObject({
      week: {
        sunday: [],
        monday: [
          { from: 480, to: 720 },
          { from: 780, to: 1440 },
        ],
      },
      exceptions: [{ from: "2026-01-01", to: "2026-01-01", intervals: [] }],
    });
  });

  test("reads names of types, shares and numbers with a decimal comma", () => {
    expect(item("100")).toMatchObject({
      parentId: "wbs-21",
      labels: ["Area: North"],
      constraints: [{ kind: "mustStartOn", at: "2026-03-02T08:00" }],
      schedule: { kind: "task", percentComplete: 0.25, percentCompleteType: "duration", remainingMinutes: 720 },
    });
    expect(item("101")?.schedule?.kind).toBe("startMilestone");
    expect(item("wbs-21")).not.toHaveProperty("parentId");
    expect(plan.assignments).toMatchObject([
      { personId: "7", effortMinutes: 480, units: 0.5 },
      { resourceId: "8", customFields: { PlannedUnits: "300" } },
    ]);
  });

  test("takes early dates, and those of remaining work where the file has no others", () => {
    const [stored] = plan.schedules ?? [];
    expect(stored?.items).toMatchObject([
      { itemId: "100", start: "2026-03-02T08:00", earlyStart: "2026-03-04T08:00", totalFloatMinutes: 90 },
      { itemId: "101", start: "2026-03-10T08:00", earlyStart: "2026-03-09T08:00" },
    ]);
  });

  test("keeps what has no place, also where it is called as a row is elsewhere, or has attributes", () => {
    const text = `<APIBusinessObjects><Note lang="en">dig</Note><Project><ObjectId>1</ObjectId><Code><ValueObjectId>9</ValueObjectId></Code></Project></APIBusinessObjects>`;
    const odd = orThrow(readPmxml(text)).plan;
    expect(odd.projects?.[0]?.customFields).toEqual({ Code: { ValueObjectId: "9" } });
    expect(odd.extensions).toEqual({ pmxml: { Note: "dig" } });
    expect(plan.extensions).toEqual({ pmxml: { OBS: { ObjectId: "5", Name: "Harbour office" } } });
  });
});
