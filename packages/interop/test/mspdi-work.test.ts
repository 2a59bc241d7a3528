import { orThrow } from "@evenkeel/kernel";
import { describe, expect, test } from "vitest";
import { readMspdi, writeMspdi } from "../src/mspdi.js";

const calendar = (uid: string, base: string, days: string): string =>
  `<Calendar><UID>${uid}</UID><Name>C${uid}</Name><BaseCalendarUID>${base}</BaseCalendarUID><WeekDays>${days}</WeekDays></Calendar>`;
const day = (type: number): string =>
  `<WeekDay><DayType>${type}</DayType><DayWorking>1</DayWorking><WorkingTimes><WorkingTime><FromTime>08:00:00</FromTime><ToTime>16:00:00</ToTime></WorkingTime></WorkingTimes></WeekDay>`;
const off = (type: number): string => `<WeekDay><DayType>${type}</DayType><DayWorking>0</DayWorking></WeekDay>`;
const span = (type: number, from: string, to: string, value: string): string =>
  `<TimephasedData><Type>${type}</Type><Start>2026-03-${from}:00</Start><Finish>2026-03-${to}:00</Finish><Unit>2</Unit><Value>${value}</Value></TimephasedData>`;

function planOf(task: string, assignment: string) {
  const text = `<Project xmlns="http://schemas.microsoft.com/project"><CalendarUID>1</CalendarUID>
    <Calendars>${calendar("1", "-1", [2, 3, 4, 5, 6].map(day).join(""))}${calendar("2", "1", off(4))}</Calendars>
    <Tasks><Task><UID>7</UID><Name>Dig</Name>${task}</Task></Tasks>
    <Resources><Resource><UID>1</UID><Name>Ada</Name><CalendarUID>2</CalendarUID></Resource></Resources>
    <Assignments>${assignment}</Assignments></Project>`;
  return orThrow(readMspdi(text)).plan;
}

const assigned = (inner: string, resource = "1"): string =>
  `<Assignment><UID>3</UID><TaskUID>7</TaskUID><ResourceUID>${resource}</ResourceUID>${inner}</Assignment>`;

describe("work of an assignment", () => {
  test("has its delay, contour, overtime, and spans of what remains and what is done", () => {
    const inner = `<Units>0.5</Units><Work>PT16H0M0S</Work><OvertimeWork>PT2H0M0S</OvertimeWork><RemainingOvertimeWork>PT1H0M0S</RemainingOvertimeWork>
      <Stop>2026-03-02T12:00:00</Stop><Resume>2026-03-03T08:00:00</Resume><Delay>550</Delay><LevelingDelay>4800</LevelingDelay><WorkContour>6</WorkContour>
      ${span(1, "03T08:00", "04T08:00", "PT8H0M0S")}${span(1, "04T08:00", "05T08:00", "PT0H0M0S")}${span(2, "02T08:00", "02T12:00", "PT3H59M59.4S")}${span(4, "02T08:00", "03T08:00", "PT8H0M0S")}`;
    const plan = planOf("", assigned(inner));
    expect(plan.assignments?.[0]).toMatchObject({
      units: 0.5,
      effortMinutes: 960,
      overtimeEffortMinutes: 120,
      remainingOvertimeEffortMinutes: 60,
      stop: "2026-03-02T12:00",
      resume: "2026-03-03T08:00",
      delayMinutes: 55,
      levelingDelayMinutes: 480,
      contour: "bell",
      remainingSpans: [{ from: "2026-03-03T08:00", to: "2026-03-04T08:00", minutes: 480 }],
      actualSpans: [{ from: "2026-03-02T08:00", to: "2026-03-02T12:00", minutes: 239.99 }],
      customFields: { TimephasedData: { Type: "4" } },
    });
    const [again] = orThrow(readMspdi(writeMspdi(plan))).plan.assignments ?? [];
    const { customFields: _kept, ...row } = plan.assignments?.[0] ?? {};
    expect(again).toEqual(row);
  });

  test("remains as all less what is done where a zero was left out", () => {
    const inner = "<Work>PT16H0M0S</Work><ActualWork>PT16H0M0S</ActualWork>";
    const plan = planOf("<Duration>PT16H0M0S</Duration><ActualDuration>PT12H0M0S</ActualDuration>", assigned(inner));
    expect(plan.assignments?.[0]?.remainingEffortMinutes).toBe(0);
    expect(plan.items?.[0]?.schedule?.remainingMinutes).toBe(240);
    const unknown = planOf("<Duration>PT8H0M0S</Duration>", assigned("<Work>PT8H0M0S</Work>"));
    expect(unknown.assignments?.[0]).not.toHaveProperty("remainingEffortMinutes");
    expect(unknown.items?.[0]?.schedule).not.toHaveProperty("remainingMinutes");
  });

  test("with an unknown contour loses it with an issue", () => {
    const result = readMspdi(
      `<Project xmlns="http://schemas.microsoft.com/project"><Tasks><Task><UID>7</UID></Task></Tasks><Resources><Resource><UID>1</UID><Name>Ada</Name></Resource></Resources><Assignments>${assigned("<WorkContour>9</WorkContour>")}</Assignments></Project>`,
    );
    expect(result.issues.map(({ code }) => code)).toEqual(["interop/mspdi-invalid-value"]);
  });
});

describe("a lag", () => {
  test.each([
    [7, { amount: 30, unit: "minutes", basis: "working" }],
    [8, { amount: 30, unit: "minutes", basis: "elapsed" }],
    [40, { amount: 30, unit: "minutes", basis: "elapsed" }],
    [19, { amount: 3, unit: "percent", basis: "working" }],
    [20, { amount: 3, unit: "percent", basis: "elapsed" }],
    [51, { amount: 3, unit: "percent", basis: "working" }],
    [52, { amount: 3, unit: "percent", basis: "elapsed" }],
  ])("of format %s is %o", (format, lag) => {
    const link = `<PredecessorLink><PredecessorUID>1</PredecessorUID><Type>1</Type><LinkLag>300</LinkLag><LagFormat>${format}</LagFormat></PredecessorLink>`;
    const text = `<Project xmlns="http://schemas.microsoft.com/project/2007"><Tasks><Task><UID>1</UID></Task><Task><UID>2</UID>${link}</Task></Tasks></Project>`;
    expect(orThrow(readMspdi(text)).plan.dependencies?.[0]?.lag).toEqual({ ...lag, calendar: "successor" });
  });
});

describe("a split", () => {
  const gap = `${span(1, "02T08:00", "02T16:00", "PT8H0M0S")}${span(1, "05T08:00", "05T16:00", "PT8H0M0S")}`;

  test("is a gap in which someone could work", () => {
    const [item] = planOf("", assigned(gap)).items ?? [];
    expect(item?.schedule?.splits).toEqual([{ from: "2026-03-02T16:00", to: "2026-03-05T08:00" }]);
  });

  test("is no gap in which the one who works is off, or the task's own calendar", () => {
    const wednesday = `${span(1, "03T08:00", "03T16:00", "PT8H0M0S")}${span(1, "05T08:00", "05T16:00", "PT8H0M0S")}`;
    expect(planOf("", assigned(wednesday)).items?.[0]?.schedule?.splits).toBeUndefined();
    expect(planOf("<CalendarUID>2</CalendarUID>", assigned(wednesday)).items?.[0]?.schedule?.splits).toBeUndefined();
    expect(planOf("", assigned(wednesday, "-65535")).items?.[0]?.schedule?.splits).toEqual([
      { from: "2026-03-03T16:00", to: "2026-03-05T08:00" },
    ]);
  });
});

describe("a manual task", () => {
  const dates = "<Start>2026-03-02T08:00:00</Start><Finish>2026-03-02T16:00:00</Finish>";

  test("whose dates nobody gave is a placeholder", () => {
    const schedule = planOf(`<Manual>1</Manual>${dates}<StartText></StartText>`, "").items?.[0]?.schedule;
    expect(schedule).toMatchObject({ mode: "manual", placeholder: true, start: "2026-03-02T08:00" });
    expect(planOf(`<Manual>1</Manual>${dates}`, "").items?.[0]?.schedule).not.toHaveProperty("placeholder");
  });

  test("is what a task of another project counts as", () => {
    const schedule = planOf(`<ExternalTask>1</ExternalTask>${dates}`, "").items?.[0]?.schedule;
    expect(schedule).toMatchObject({ mode: "manual", start: "2026-03-02T08:00", finish: "2026-03-02T16:00" });
  });
});
