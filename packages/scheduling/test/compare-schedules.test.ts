import { standardCalendar } from "@evenkeel/calendar";
import { orThrow, describe as say } from "@evenkeel/kernel";
import { statedRuns, testLaws } from "@evenkeel/test-kit";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareSchedules, en, explainChange, type ScheduleInput, schedule, traceSlippage } from "../src/index.js";
import { anyScheduleInput, comparisonLaws } from "../src/testing.js";
import { day, link, plan, task, version } from "./control.js";

const compared = (before: ScheduleInput, after: ScheduleInput) =>
  orThrow(compareSchedules(version(before), version(after)));
const causes = (before: ScheduleInput, after: ScheduleInput, id: string) =>
  traceSlippage(compared(before, after), id).map(({ kind, activityId, minutes }) => [kind, activityId, minutes]);
const root = (before: ScheduleInput, after: ScheduleInput, id: string) => {
  const found = compared(before, after).changes.find((change) => change.id === id)!.root!;
  return [found.kind, found.activityId];
};
const abc = (a = 1, b = 1, c = 1) => [task("a", a), task("b", b), task("c", c)];
const chain = [link("a", "b"), link("b", "c")];

describe("the cause of a move", () => {
  const base = plan(abc(), chain);
  test.each([
    ["a longer duration, two links away", plan(abc(2), chain), "duration", "a"],
    ["a lag", plan(abc(), [link("a", "b", { lag: { minutes: day } }), chain[1]!]), "lag", "b"],
    [
      "a constraint",
      plan([abc()[0]!, task("b", 1, { constraints: [{ kind: "SNET", at: "2026-06-04" }] }), abc()[2]!], chain),
      "constraint",
      "b",
    ],
    ["a link more", plan([...abc(), task("d", 4)], [...chain, link("d", "b")]), "activityAdded", "b"],
    [
      "a date set by hand",
      plan(
        [task("a", 1, { manual: { start: "2026-06-03T08:00", finish: "2026-06-03T17:00" } }), ...abc().slice(1)],
        chain,
      ),
      "manual",
      "a",
    ],
    ["the start of the project", plan(abc(), chain, { start: "2026-06-03T08:00" }), "projectStart", "a"],
    ["the data date", plan(abc(), chain, { dataDate: "2026-06-03T08:00" }), "dataDate", "a"],
    [
      "progress",
      plan([task("a", 1, { actualStart: "2026-06-02T08:00", remainingMinutes: day }), ...abc().slice(1)], chain),
      "progress",
      "a",
    ],
    [
      "the calendar",
      plan([task("a", 1, { calendarId: "half" }), ...abc().slice(1)], chain, {
        calendars: [
          standardCalendar,
          {
            id: "half",
            week: {
              monday: [{ from: 480, to: 720 }],
              tuesday: [{ from: 480, to: 720 }],
              wednesday: [{ from: 480, to: 720 }],
            },
          },
        ],
      }),
      "calendar",
      "a",
    ],
  ] as const)("is %s", (_name, after, kind, activityId) => {
    expect(root(base, after, "c")).toEqual([kind, activityId]);
  });
  test("is a link that was added or taken away between activities that stay", () => {
    const loose = plan([...abc(), task("d", 4)], chain);
    const tied = plan([...abc(), task("d", 4)], [...chain, link("d", "b")]);
    expect(root(loose, tied, "c")).toEqual(["linkAdded", "b"]);
    expect(root(tied, loose, "c")).toEqual(["linkRemoved", "b"]);
  });
  test("is told in shares: what slack took away, and what a weekend added", () => {
    // b has a day of float before d: of two days more, one arrives.
    const slack = (days: number) =>
      plan([task("a", 2), task("b", days), task("d", 1)], [link("a", "d"), link("b", "d")]);
    expect(causes(slack(1), slack(3), "d")).toEqual([
      ["duration", "b", 2 * 1440],
      ["float", "d", -1440],
    ]);
    // Friday's finish moves over the weekend to Monday.
    expect(causes(plan([task("a", 5)]), plan([task("a", 6)]), "a")).toEqual([["duration", "a", 3 * 1440]]);
    expect(
      causes(
        plan([task("a", 3), task("b", 2)], [link("a", "b")]),
        plan([task("a", 4), task("b", 2)], [link("a", "b")]),
        "b",
      ),
    ).toEqual([
      ["duration", "a", 1440],
      ["nonWorkingTime", "b", 2 * 1440],
    ]);
  });
});

test("shows what was added, removed, and what became critical; working and elapsed time apart", () => {
  const before = plan([task("a", 4), task("b", 3), task("x", 1)], []);
  const after = plan([task("a", 4), task("b", 5), task("y", 1)], []);
  const { changes, finishMinutes, finishElapsedMinutes, unchanged } = compared(before, after);
  expect(changes.map(({ id, change }) => [id, change])).toEqual([
    ["a", "criticality"],
    ["b", "moved"],
    ["y", "added"],
    ["x", "removed"],
  ]);
  const b = changes[1]!;
  expect([b.finishMinutes, b.finishElapsedMinutes, b.startMinutes, b.before!.isCritical, b.after!.isCritical]).toEqual([
    2 * day,
    2 * 1440,
    0,
    false,
    true,
  ]);
  expect([finishMinutes, finishElapsedMinutes, unchanged]).toEqual([day, 1440, 0]);
});

test("a summary moves with the part that ends it, and hands the cause on", () => {
  const of = (days: number) =>
    plan(
      [{ id: "s", kind: "summary" }, task("p", 1, { parentId: "s" }), task("q", days, { parentId: "s" }), task("z", 1)],
      [link("s", "z")],
    );
  expect(root(of(2), of(3), "s")).toEqual(["duration", "q"]);
  expect(root(of(2), of(3), "z")).toEqual(["duration", "q"]);
});

test("a change in sentences: what, then why, from where it arose", () => {
  const of = (days: number, more: Partial<ScheduleInput> = {}) =>
    plan([task("a", days), task("b", 2), task("c", 4)], [link("a", "b")], more);
  const said = (id: string, before: ScheduleInput, after: ScheduleInput) =>
    explainChange(compared(before, after), id).map((step) => say(step, en).message);
  expect(said("b", of(1), of(3))).toEqual([
    "b finishes on 2026-06-05T17:00, 16 h of working time later than 2026-06-03T17:00.",
    "The duration of a changed: 48 h later.",
    "b became critical.",
  ]);
  expect(said("c", of(1), of(3))).toEqual(["c is no longer critical."]);
  expect(said("x", of(1), plan([...of(1).activities, task("x", 1)]))).toEqual([
    "x is new: 2026-06-01T08:00 to 2026-06-01T17:00.",
  ]);
  expect(said("a", of(1), of(1))).toEqual([]);
});

testLaws("comparison laws", comparisonLaws(compareSchedules));

describe("laws", () => {
  test("one longer duration and nothing else: every later finish has it as its root", () => {
    fc.assert(
      fc.property(anyScheduleInput("continuous"), (input) => {
        const at = input.activities.findIndex(
          ({ id }) =>
            !(input.links ?? []).some(({ successor, type }) => successor === id && (type === "FF" || type === "SF")),
        );
        const longer = input.activities.map((row, k) =>
          k === at ? { ...row, durationMinutes: row.durationMinutes! + 60 } : row,
        );
        const { changes } = compared(input, { ...input, activities: longer });
        for (const { finishElapsedMinutes = 0, root: cause } of changes) {
          if (finishElapsedMinutes > 0)
            expect([cause!.kind, cause!.activityId]).toEqual(["duration", input.activities[at]!.id]);
        }
      }),
      { numRuns: statedRuns(20_000) },
    );
  });
});

test("what cannot be read is named with the version it stands in", () => {
  const good = version(plan([task("a", 1)]));
  const bad = { ...good, input: { ...good.input, defaultCalendarId: "none" } };
  expect(compareSchedules(good, bad).issues.map(({ code, path }) => [code, path])).toEqual([
    ["scheduling/unknown-calendar", ["after", "defaultCalendarId"]],
  ]);
  const torn = {
    input: good.input,
    schedule: { ...good.schedule, activities: [{ ...good.schedule.activities[0]!, start: "soon" }] },
  };
  expect(compareSchedules(torn, good).issues[0]!.path).toEqual(["before", "schedule", "activities", 0, "start"]);
});

test("a chain of thirty thousand is compared and traced without overflow", () => {
  const count = 30_000;
  const long = (minutes: number): ScheduleInput => ({
    start: "2026-06-01T08:00",
    calendars: [
      {
        id: "around",
        week: Object.fromEntries(
          ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"].map((name) => [
            name,
            [{ from: 0, to: 1440 }],
          ]),
        ),
      },
    ],
    activities: Array.from({ length: count }, (_, at) => ({ id: `A${at}`, durationMinutes: at === 0 ? minutes : 60 })),
    links: Array.from({ length: count - 1 }, (_, at) => link(`A${at}`, `A${at + 1}`)),
  });
  const plain = (input: ScheduleInput) => ({ input, schedule: orThrow(schedule(input)) });
  const found = orThrow(compareSchedules(plain(long(60)), plain(long(120))));
  expect(found.changes).toHaveLength(count);
  expect(found.changes.at(-1)!.root).toEqual({ kind: "duration", activityId: "A0", minutes: 60 });
  expect(traceSlippage(found, `A${count - 1}`)).toEqual([{ kind: "duration", activityId: "A0", minutes: 60 }]);
});
