import { type CalendarSpec, standardCalendar } from "@evenkeel/calendar";
import { describe as describeMessage, orThrow } from "@evenkeel/kernel";
import { deepFreeze } from "@evenkeel/test-kit";
import { describe, expect, test } from "vitest";
import {
  type ActivityInput,
  en,
  explain,
  type LinkInput,
  type ScheduleInput,
  type ScheduleOptions,
  schedule,
} from "../src/index.js";

// Every case is a picture of June 2026, whose 1st is a Monday; working days are 08:00 to 17:00 with an hour off at noon:
//   Mo Tu We Th Fr | Mo Tu We Th Fr | Mo Tu We
//    1  2  3  4  5 |  8  9 10 11 12 | 15 16 17
const day = 480;
const task = (id: string, days: number, more: Partial<ActivityInput> = {}): ActivityInput => ({
  id,
  durationMinutes: days * day,
  ...more,
});
const link = (predecessor: string, successor: string, more: Partial<LinkInput> = {}): LinkInput => ({
  predecessor,
  successor,
  ...more,
});
const plan = (activities: ActivityInput[], more: Partial<ScheduleInput> = {}): ScheduleInput =>
  deepFreeze({ start: "2026-06-01T08:00", activities, ...more });
const row = (input: ScheduleInput, id: string) => orThrow(schedule(input)).activities.find((each) => each.id === id)!;
const at = (input: ScheduleInput, id: string) =>
  [row(input, id).start, row(input, id).finish].map((text) => text.slice(5));
const early = (input: ScheduleInput, id: string) =>
  [row(input, id).earlyStart, row(input, id).earlyFinish].map((text) => text.slice(5));

const hours = [
  { from: 480, to: 720 },
  { from: 780, to: 1020 },
];
const withoutFriday: CalendarSpec = { id: "mon-thu", parentId: "standard", week: { friday: [] } };
const lateWeek: CalendarSpec = { id: "wed-fri", week: { wednesday: hours, thursday: hours, friday: hours } };
const calendars = [standardCalendar, withoutFriday, lateWeek];

describe("activities of other projects", () => {
  //   Mo  1 Tu  2 We  3 Th  4 Fr  5 | Mo  8
  //   ------ x ------                           x, elsewhere, from Monday to Tuesday 12:00
  //                ..a. a..                     a waits for x, then takes a day
  //   long long long long                       our own end is Thursday
  //                             ------ y        y, elsewhere, from Thursday 13:00, at the latest on Friday 08:00
  const x = { id: "x", outside: { start: "2026-06-01T08:00", finish: "2026-06-02T12:00" } };
  const y = {
    id: "y",
    outside: {
      start: "2026-06-04T13:00",
      finish: "2026-06-08T17:00",
      lateStart: "2026-06-05T08:00",
      lateFinish: "2026-06-09T12:00",
    },
  };
  const input = plan([x, y, task("a", 1), task("long", 4)], { links: [link("x", "a"), link("a", "y")] });
  test("they tie by the dates they have, early and late", () => {
    expect(row(input, "a")).toMatchObject({
      ...{ earlyStart: "2026-06-02T13:00", earlyFinish: "2026-06-03T12:00" },
      ...{ lateStart: "2026-06-04T08:00", lateFinish: "2026-06-04T17:00" },
      ...{ totalFloatMinutes: 720, freeFloatMinutes: 480, driver: { kind: "link", predecessor: "x" } },
    });
  });
  test("no date of theirs is one of the project", () => {
    const { start, finish } = orThrow(schedule(input));
    expect([start, finish]).toEqual(["2026-06-01T08:00", "2026-06-04T17:00"]);
    const { outside, id } = y;
    expect(row(input, id)).toMatchObject({ ...outside, isOutside: true, isCritical: false, totalFloatMinutes: 0 });
    expect(row(input, id).driver).toBeUndefined();
  });
  test("without late dates nothing they wait for may delay them", () => {
    const { start, finish } = y.outside;
    const held = plan([x, { id: "y", outside: { start, finish } }, task("a", 1), task("long", 4)], {
      links: [link("x", "a"), link("a", "y", { lag: { minutes: day } })],
    });
    expect(row(held, "a")).toMatchObject({ lateFinish: "2026-06-03T12:00", totalFloatMinutes: 0, isCritical: true });
  });
  test("an answer says where they are", () => {
    const [, second] = explain(orThrow(schedule(input)), "a");
    expect(describeMessage(second!, en).message).toBe(
      "x belongs to another project, where it runs from Mon 1 Jun 2026, 08:00 to Tue 2 Jun 2026, 12:00.",
    );
  });
});

describe("from the finish", () => {
  //   Mo  8 Tu  9 We 10 Th 11 Fr 12
  //               a     a     b       c is to be as soon as possible: where the project begins
  const input = plan([task("a", 2), task("b", 1), task("c", 1, { constraints: [{ kind: "ASAP" }] })], {
    mustFinishBy: "2026-06-12",
    links: [link("a", "b")],
    options: { preset: "msProject", fromFinish: true },
  });
  test("activities lie as late as the finish allows, and the project begins with the first of them", () => {
    expect([at(input, "a"), at(input, "b"), at(input, "c")]).toEqual([
      ["06-10T08:00", "06-11T17:00"],
      ["06-12T08:00", "06-12T17:00"],
      ["06-10T08:00", "06-10T17:00"],
    ]);
    expect(orThrow(schedule(input)).start).toBe("2026-06-10T08:00");
  });
  test("it needs that finish", () => {
    const { mustFinishBy: _finish, ...without } = input;
    expect(schedule(without).issues.map(({ code }) => code)).toEqual(["scheduling/missing-finish"]);
  });
});

describe("progress modes", () => {
  const primavera = (progressMode: NonNullable<ScheduleOptions["progressMode"]>, b: Partial<ActivityInput>) =>
    plan([task("a", 3), task("b", 2, b), task("c", 1)], {
      dataDate: "2026-06-10",
      links: [link("a", "b"), link("b", "c")],
      options: { preset: "primavera", progressMode },
    });
  // a has not begun: it takes We 10, Th 11, Fr 12. b began before it.
  test("what remains waits for its predecessor, unless logic is overridden", () => {
    const begun = { actualStart: "2026-06-08", remainingMinutes: day };
    expect(early(primavera("retainedLogic", begun), "b")).toEqual(["06-15T08:00", "06-15T17:00"]);
    expect(early(primavera("progressOverride", begun), "b")).toEqual(["06-10T08:00", "06-10T17:00"]);
    expect(early(primavera("actualDates", begun), "b")).toEqual(["06-15T08:00", "06-15T17:00"]);
  });
  test("what is done out of sequence holds back its successors, or does not, or acts where it was done", () => {
    const done = { actualStart: "2026-06-08", actualFinish: "2026-06-11" };
    expect(early(primavera("retainedLogic", done), "c")[0]).toBe("06-15T08:00");
    expect(early(primavera("progressOverride", done), "c")[0]).toBe("06-10T08:00");
    expect(early(primavera("actualDates", done), "c")[0]).toBe("06-12T08:00");
  });
  test("MS Project splits started work behind its predecessor, or lets it go on", () => {
    // b did a day on Mo 1 and resumes Tu 2; a ends We 3.
    const input = (progressMode: "retainedLogic" | "progressOverride") =>
      plan([task("a", 3), task("b", 2, { actualStart: "2026-06-01", remainingMinutes: day })], {
        links: [link("a", "b")],
        options: { preset: "msProject", progressMode },
      });
    expect(early(input("retainedLogic"), "b")).toEqual(["06-01T08:00", "06-04T17:00"]);
    expect(early(input("progressOverride"), "b")).toEqual(["06-01T08:00", "06-02T17:00"]);
  });
  test("start lag counts from what remains less the work done, or from the actual start", () => {
    // a worked Mo 8, was suspended, and resumes We 10: of 3 days of lag 2 are left by work, 1 by the calendar.
    const input = (startLagFrom: "earlyStart" | "actualStart") =>
      plan(
        [
          task("a", 4, {
            actualStart: "2026-06-08",
            suspend: "2026-06-09T08:00",
            resume: "2026-06-10",
            remainingMinutes: 3 * day,
          }),
          task("b", 1),
        ],
        {
          dataDate: "2026-06-10",
          links: [link("a", "b", { type: "SS", lag: { minutes: 3 * day } })],
          options: { preset: "primavera", startLagFrom },
        },
      );
    expect(early(input("earlyStart"), "b")[0]).toBe("06-12T08:00");
    expect(early(input("actualStart"), "b")[0]).toBe("06-11T08:00");
  });
  test("what remains of suspended work waits until it resumes", () => {
    const suspended = task("a", 4, {
      actualStart: "2026-06-08",
      suspend: "2026-06-09",
      resume: "2026-06-15",
      remainingMinutes: day,
    });
    expect(early(plan([suspended], { dataDate: "2026-06-10", options: { preset: "primavera" } }), "a")[0]).toBe(
      "06-15T08:00",
    );
  });
});

test.each([
  // a ends Mo 1 17:00; a day of lag runs
  ["continuous", "06-02T08:00"], // around the clock to Tu 2 01:00
  ["project", "06-03T08:00"], // on the project's days, through Tu 2
  ["predecessor", "06-03T08:00"], // the same
  ["successor", "06-04T08:00"], // on We 3, the first day of b's own calendar
] as const)("lag on the calendar of %s", (lagCalendar, start) => {
  const input = plan([task("a", 1), task("b", 1, { calendarId: "wed-fri" })], {
    calendars,
    links: [link("a", "b", { lag: { minutes: day } })],
    options: { lagCalendar },
  });
  expect(
    early(
      {
        ...input,
        activities: [task("a", 1), task("b", 1, lagCalendar === "successor" ? { calendarId: "wed-fri" } : {})],
      },
      "b",
    )[0],
  ).toBe(start);
});

test.each([
  // Worked on Mo and Tu without Fridays; late on Th 11 and Mo 15: the start may slip 8 days, the finish 9.
  ["start", 8 * day],
  ["finish", 9 * day],
  ["least", 8 * day],
] as const)("total float by %s", (floatType, float) => {
  const worked = task("a", 2, { assignments: [{ workMinutes: 2 * day, calendarId: "mon-thu" }] });
  const input = plan([worked, task("long", 11)], { calendars, options: { floatType } });
  expect(row(input, "a").totalFloatMinutes).toBe(float);
});

describe("what is critical", () => {
  const input = (options: ScheduleOptions) =>
    plan([task("a", 1), task("b", 1), task("c", 1)], { mustFinishBy: "2026-06-10", links: [link("a", "b")], options });
  const critical = (options: ScheduleOptions) =>
    orThrow(schedule(input(options))).activities.flatMap(({ id, isCritical }) => (isCritical ? [id] : []));
  test("by float: none, since the project may take until We 10; within a bound; by path", () => {
    // a Mo 1, b Tu 2: six days of float; c seven.
    expect(critical({})).toEqual([]);
    expect(critical({ criticalFloatMinutes: 6 * day })).toEqual(["a", "b"]);
    expect(critical({ criticalBy: "longestPath" })).toEqual(["a", "b"]);
  });
  test("every open end to its own finish", () => {
    expect(critical({ multipleCriticalPaths: true })).toEqual(["a", "b", "c"]);
  });
});

describe("assignments", () => {
  const worked = (assignments: ActivityInput["assignments"], more: Partial<ActivityInput> = {}) =>
    plan([task("a", 1, { ...more, assignments: assignments! })], { calendars });
  test("work over units, the longest decides", () => {
    // 8 h at half time take Mo and Tu; 8 h at double time half of Mo.
    expect(
      early(
        worked([
          { workMinutes: day, units: 0.5 },
          { workMinutes: day, units: 2 },
        ]),
        "a",
      )[1],
    ).toBe("06-02T17:00");
  });
  test("overtime takes no working time; a delay does", () => {
    expect(early(worked([{ workMinutes: 2 * day, overtimeMinutes: day }]), "a")[1]).toBe("06-01T17:00");
    expect(early(worked([{ workMinutes: day, delayMinutes: 240 }]), "a")[1]).toBe("06-02T12:00");
  });
  test("a bell takes twice as long as flat work", () => {
    expect(early(worked([{ workMinutes: day, contour: "bell" }]), "a")[1]).toBe("06-02T17:00");
  });
  // The activity's own calendar works We to Fr, the resource Mo to Th: together We 3, Th 4, We 10.
  const both = [{ workMinutes: 3 * day, calendarId: "mon-thu" }];
  test("within the activity's calendar, or each on its own", () => {
    const input = worked(both, { calendarId: "wed-fri" });
    expect(early(input, "a")).toEqual(["06-03T08:00", "06-10T17:00"]);
    // It starts on its own calendar on We 3, and the resource goes on Th 4 and Mo 8.
    expect(early({ ...input, options: { preset: "primavera" } }, "a")).toEqual(["06-03T08:00", "06-08T17:00"]);
    expect(early(worked(both, { calendarId: "wed-fri", ignoreResourceCalendars: true }), "a")[1]).toBe("06-05T17:00");
  });
  test("calendars without common time are said, and the activity's own holds", () => {
    const sunday: CalendarSpec = { id: "sunday", week: { sunday: hours } };
    const input = plan(
      [task("a", 1, { calendarId: "standard", assignments: [{ workMinutes: day, calendarId: "sunday" }] })],
      {
        calendars: [...calendars, sunday],
      },
    );
    expect(schedule(input).issues.map(({ code, severity }) => [code, severity])).toEqual([
      ["calendar/no-common-time", "warning"],
    ]);
    expect(early(input, "a")[1]).toBe("06-01T17:00");
  });
});

test("a split moves with its activity; its late dates lie without it", () => {
  // Mo 1, Tu 2, a gap of We 3 and Th 4, Fr 5, Mo 8; from Tu 2 on: Tu, We, a gap of two days, Mo 8, Tu 9.
  const split = { splits: [{ from: "2026-06-03T08:00", to: "2026-06-04T17:00" }] };
  expect(early(plan([task("a", 4, split)]), "a")).toEqual(["06-01T08:00", "06-08T17:00"]);
  const later = plan([task("a", 4, { ...split, constraints: [{ kind: "SNET", at: "2026-06-02" }] })]);
  expect(early(later, "a")).toEqual(["06-02T08:00", "06-09T17:00"]);
  expect(row(later, "a").lateStart).toBe("2026-06-04T08:00");
});

test("a leveling delay is elapsed time before the start", () => {
  expect(early(plan([task("a", 1, { levelingDelayMinutes: 2 * 1440 })]), "a")[0]).toBe("06-03T08:00");
});

test("an expected finish sets the duration, unless the rules leave it out or a link ties the finish", () => {
  const activities = [task("x", 1), task("a", 1, { expectedFinish: "2026-06-05" })];
  expect(early(plan(activities), "a")[1]).toBe("06-05T17:00");
  expect(early(plan(activities, { options: { usesExpectedFinish: false } }), "a")[1]).toBe("06-01T17:00");
  expect(early(plan(activities, { links: [link("x", "a", { type: "FF" })] }), "a")[1]).toBe("06-01T17:00");
});

test("bounds from other projects act on early start and late finish", () => {
  const input = plan([
    task("a", 1, { externalEarlyStart: "2026-06-03", externalLateFinish: "2026-06-04" }),
    task("long", 9),
  ]);
  expect([early(input, "a")[0], row(input, "a").lateFinish]).toEqual(["06-03T08:00", "2026-06-04T17:00"]);
});

describe("spans", () => {
  test("a level of effort lasts as its links span it, and drives nothing", () => {
    // From the start of a on Mo 1 to the finish of c on Fr 5.
    const input = plan([task("a", 2), task("c", 5), { id: "effort", kind: "levelOfEffort" }], {
      links: [link("a", "effort", { type: "SS" }), link("c", "effort", { type: "FF" })],
    });
    expect(at(input, "effort")).toEqual(["06-01T08:00", "06-05T17:00"]);
    expect(orThrow(schedule(input)).finish).toBe("2026-06-05T17:00");
  });
  test("a hammock lasts as what is unfinished beside it", () => {
    const input = plan([
      { id: "P", kind: "summary" },
      task("a", 2, { parentId: "P", constraints: [{ kind: "SNET", at: "2026-06-02" }] }),
      task("b", 1, { parentId: "P", constraints: [{ kind: "SNET", at: "2026-06-08" }] }),
      { id: "whole", kind: "hammock", parentId: "P" },
      task("outside", 9),
    ]);
    expect(at(input, "whole")).toEqual(["06-02T08:00", "06-08T17:00"]);
  });
});

describe("summaries", () => {
  const below = [task("a", 1, { parentId: "P" }), task("b", 1, { parentId: "P" }), task("long", 9)];
  test("their bounds act on all that is below", () => {
    const input = plan([
      { id: "P", kind: "summary", deadline: "2026-06-05", constraints: [{ kind: "SNET", at: "2026-06-03" }] },
      ...below,
    ]);
    expect([early(input, "a"), row(input, "b").lateFinish]).toEqual([
      ["06-03T08:00", "06-03T17:00"],
      "2026-06-05T17:00",
    ]);
  });
  test("one set by hand is where its parts begin, links aside", () => {
    const input = plan([{ id: "P", kind: "summary", manual: { start: "2026-06-04" } }, ...below], {
      links: [link("a", "b")],
    });
    expect([early(input, "a")[0], early(input, "b")[0]]).toEqual(["06-04T08:00", "06-05T08:00"]);
  });
});

test("a finish tied to a start shows that instant in MS Project's rules", () => {
  // SF: b is done when a starts, Th 4 08:00; its work ends We 3 17:00.
  const input = (preset: "evenkeel" | "msProject") =>
    plan([task("a", 1, { constraints: [{ kind: "SNET", at: "2026-06-04" }] }), task("b", 2)], {
      links: [link("a", "b", { type: "SF" })],
      options: { preset },
    });
  expect(early(input("msProject"), "b")).toEqual(["06-02T08:00", "06-04T08:00"]);
  expect(early(input("evenkeel"), "b")).toEqual(["06-02T08:00", "06-03T17:00"]);
});

test("dates that nobody set make no activity critical; a calendar without time refuses what is on it alone", () => {
  const guess = { manual: { start: "2026-06-01T08:00", isPlaceholder: true } };
  expect(row(plan([task("a", 1, guess)]), "a").isCritical).toBe(false);
  const never: CalendarSpec = { id: "never", week: {} };
  const unused = plan([task("a", 1)], { calendars: [standardCalendar, never] });
  expect(schedule(unused).issues.map(({ code, severity }) => [code, severity])).toEqual([
    ["calendar/no-working-time", "warning"],
  ]);
  const used = plan([task("a", 1, { calendarId: "never" })], { calendars: [standardCalendar, never] });
  expect(schedule(used).issues.map(({ code }) => code)).toContain("scheduling/no-working-time");
});
