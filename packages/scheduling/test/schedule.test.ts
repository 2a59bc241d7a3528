import { compileCalendars, continuousCalendar, intlZoneRules, standardCalendar } from "@evenkeel/calendar";
import { orThrow, describe as say } from "@evenkeel/kernel";
import { deepFreeze } from "@evenkeel/test-kit";
import { describe, expect, test } from "vitest";
import {
  type ActivityInput,
  backwardPass,
  compileNetwork,
  criticalPath,
  en,
  explain,
  forwardPass,
  type LinkInput,
  presets,
  type ScheduleInput,
  schedule,
} from "../src/index.js";

const day = 480;
const task = (id: string, days: number, more: Partial<ActivityInput> = {}): ActivityInput => ({
  id,
  durationMinutes: days * day,
  ...more,
});
const link = (predecessor: string, successor: string, type: LinkInput["type"] = "FS", minutes?: number): LinkInput => ({
  predecessor,
  successor,
  type,
  ...(minutes === undefined ? {} : { lag: { minutes } }),
});
// 2026-06-01 is a Monday.
const plan = (activities: ActivityInput[], links: LinkInput[] = [], more: Partial<ScheduleInput> = {}): ScheduleInput =>
  deepFreeze({ start: "2026-06-01T08:00", activities, links, ...more });
const made = (input: ScheduleInput) => orThrow(schedule(input));
const row = (input: ScheduleInput, id: string) => made(input).activities.find((each) => each.id === id)!;
const early = (input: ScheduleInput, id: string) =>
  [row(input, id).earlyStart, row(input, id).earlyFinish].map((text) => text.slice(5));
const late = (input: ScheduleInput, id: string) =>
  [row(input, id).lateStart, row(input, id).lateFinish].map((text) => text.slice(5));
const issuesOf = (input: ScheduleInput) => schedule(input).issues.map((found) => [found.code, found.path.join("/")]);

describe("links", () => {
  const two = (type: LinkInput["type"], minutes?: number) =>
    plan([task("a", 3), task("b", 2)], [link("a", "b", type, minutes)]);
  test.each([
    ["FS", undefined, "06-04T08:00", "06-05T17:00"],
    ["FS", day, "06-05T08:00", "06-08T17:00"],
    ["FS", -day, "06-03T08:00", "06-04T17:00"],
    ["SS", undefined, "06-01T08:00", "06-02T17:00"],
    ["SS", 240, "06-01T13:00", "06-03T12:00"],
    ["FF", undefined, "06-02T08:00", "06-03T17:00"],
    ["FF", day, "06-03T08:00", "06-04T17:00"],
    ["SF", 4 * day, "06-03T08:00", "06-04T17:00"],
    ["SF", undefined, "06-01T08:00", "06-02T17:00"],
  ] as const)("%s with %s minutes of lag", (type, lag, start, finish) => {
    expect(early(two(type, lag), "b")).toEqual([start, finish]);
  });
  test("elapsed lag runs around the clock, percent lag follows the predecessor's duration", () => {
    const lags = (lag: LinkInput["lag"]) =>
      early(plan([task("a", 5), task("b", 1)], [{ predecessor: "a", successor: "b", lag: lag! }]), "b")[0];
    expect(lags({ minutes: 2 * 1440, basis: "elapsed" })).toBe("06-08T08:00");
    expect(lags({ percent: 40 })).toBe("06-10T08:00");
    expect(lags({ percent: 20, basis: "elapsed" })).toBe("06-08T08:00");
  });
  test("working lag runs on the successor's calendar, in Primavera's rules on the predecessor's", () => {
    const weekend = { id: "always", week: continuousCalendar.week };
    const input = (preset: "evenkeel" | "msProject" | "primavera") =>
      plan([task("a", 5), task("b", 1, { calendarId: "always" })], [link("a", "b", "FS", day)], {
        calendars: [standardCalendar, weekend],
        options: { preset },
      });
    expect(early(input("evenkeel"), "b")[0]).toBe("06-06T01:00");
    expect(early(input("msProject"), "b")[0]).toBe("06-06T01:00");
    expect(early(input("primavera"), "b")[0]).toBe("06-08T17:00");
  });
});

describe("dates people set", () => {
  const chain = (more: Partial<ActivityInput>, preset: "evenkeel" | "msProject" = "evenkeel") =>
    plan([task("a", 2), task("b", 1, more), task("c", 1)], [link("a", "b"), link("b", "c")], { options: { preset } });
  const at = (kind: "SNET" | "SNLT" | "FNET" | "FNLT" | "MSO" | "MFO" | "SO" | "FO", date: string) => ({
    constraints: [{ kind, at: date }],
  });
  test("lower bounds delay and name themselves as the driver", () => {
    expect(early(chain(at("SNET", "2026-06-04T08:00")), "b")[0]).toBe("06-04T08:00");
    expect(early(chain(at("FNET", "2026-06-05T12:00")), "b")).toEqual(["06-04T13:00", "06-05T12:00"]);
    expect(row(chain(at("SNET", "2026-06-04")), "b").driver).toEqual({ kind: "constraint", constraint: "SNET" });
    expect(row(chain(at("SNET", "2026-06-02")), "b").driver?.kind).toBe("link");
  });
  test("upper bounds turn float negative where links win, and pull where they are honored", () => {
    const ours = chain(at("FNLT", "2026-06-02T17:00"));
    expect([early(ours, "b")[1], row(ours, "b").totalFloatMinutes, row(ours, "a").totalFloatMinutes]).toEqual([
      "06-03T17:00",
      -day,
      -day,
    ]);
    expect(early(chain(at("FNLT", "2026-06-02T17:00"), "msProject"), "b")).toEqual(["06-02T08:00", "06-02T17:00"]);
    expect(early(chain(at("SNLT", "2026-06-01T08:00"), "msProject"), "b")[0]).toBe("06-01T08:00");
  });
  test("mandatory dates hold against links, in both passes", () => {
    const pinned = chain(at("MSO", "2026-06-01T08:00"));
    expect([early(pinned, "b"), late(pinned, "b"), early(pinned, "c")[0]]).toEqual([
      ["06-01T08:00", "06-01T17:00"],
      ["06-01T08:00", "06-01T17:00"],
      "06-02T08:00",
    ]);
    expect(early(chain(at("MFO", "2026-06-10T17:00")), "b")).toEqual(["06-10T08:00", "06-10T17:00"]);
  });
  test("start on and finish on bound both passes", () => {
    const input = chain(at("SO", "2026-06-04T08:00"));
    expect([early(input, "b")[0], late(input, "b")[0]]).toEqual(["06-04T08:00", "06-04T08:00"]);
    expect(late(chain(at("FO", "2026-06-05T17:00")), "b")[1]).toBe("06-05T17:00");
  });
  test("a deadline bounds late dates alone", () => {
    const input = chain({ deadline: "2026-06-02" });
    expect([early(input, "b")[1], late(input, "b")[1], row(input, "b").totalFloatMinutes]).toEqual([
      "06-03T17:00",
      "06-02T17:00",
      -day,
    ]);
  });
  test("MS Project lets a bound of an unlinked task replace the project start", () => {
    const input = (preset: "evenkeel" | "msProject") =>
      plan([task("a", 1, at("SNET", "2026-05-25T08:00"))], [], { options: { preset } });
    expect(early(input("msProject"), "a")[0]).toBe("05-25T08:00");
    expect(early(input("evenkeel"), "a")[0]).toBe("06-01T08:00");
  });
  test("must finish by gives float or takes it", () => {
    const by = (mustFinishBy: string) => row(plan([task("a", 2)], [], { mustFinishBy }), "a").totalFloatMinutes;
    expect([by("2026-06-04"), by("2026-06-01")]).toEqual([2 * day, -day]);
  });
});

describe("kinds", () => {
  test("milestones: a finish stays at 17:00, a start moves to 08:00, MS Project keeps what was computed", () => {
    const after = (kind: ActivityInput["kind"], preset: "evenkeel" | "msProject" | "primavera" = "evenkeel") =>
      early(
        plan([task("a", 1), { id: "m", kind: kind!, durationMinutes: 0 }], [link("a", "m")], { options: { preset } }),
        "m",
      )[0];
    expect([after("finishMilestone"), after("startMilestone"), after("task")]).toEqual([
      "06-01T17:00",
      "06-02T08:00",
      "06-01T17:00",
    ]);
    expect([after("task", "msProject"), after("finishMilestone", "primavera")]).toEqual(["06-01T17:00", "06-01T17:00"]);
  });
  test("an elapsed duration runs through nights and weekends", () => {
    expect(early(plan([task("a", 5), task("cure", 6, { elapsed: true })], [link("a", "cure")]), "cure")).toEqual([
      "06-05T17:00",
      "06-07T17:00",
    ]);
  });
  test("summaries roll up, and their links reach every part", () => {
    const parts = [
      { id: "P", kind: "summary" as const },
      task("a", 1, { parentId: "P" }),
      task("b", 3, { parentId: "P" }),
      task("c", 1),
      task("z", 1),
    ];
    const input = plan(parts, [link("P", "c"), link("z", "P")]);
    expect([early(input, "P"), early(input, "c")[0], early(input, "a")[0]]).toEqual([
      ["06-02T08:00", "06-04T17:00"],
      "06-05T08:00",
      "06-02T08:00",
    ]);
    expect([late(input, "a")[1], row(input, "P").totalFloatMinutes, row(input, "P").isSummary]).toEqual([
      "06-04T17:00",
      0,
      true,
    ]);
    const starts = plan(parts, [link("P", "c", "SS", day), link("z", "a")]);
    expect(early(starts, "c")[0]).toBe("06-02T08:00");
  });
  test("manual dates stay; nothing follows an inactive activity, and it follows its predecessors", () => {
    const input = plan(
      [
        task("a", 5),
        task("m", 1, { manual: { start: "2026-06-02T08:00" } }),
        task("b", 1),
        task("x", 9, { inactive: true }),
      ],
      [link("a", "m"), link("m", "b"), link("x", "b"), link("b", "x")],
    );
    expect([early(input, "m"), early(input, "b")[0], row(input, "m").driver?.kind]).toEqual([
      ["06-02T08:00", "06-02T17:00"],
      "06-03T08:00",
      "manual",
    ]);
    expect([early(input, "x")[0], made(input).finish, row(input, "b").totalFloatMinutes]).toEqual([
      "06-04T08:00",
      "2026-06-05T17:00",
      960,
    ]);
  });
  test("as late as possible uses free float, in MS Project's rules total float", () => {
    const input = (preset: "evenkeel" | "msProject") =>
      plan(
        [task("a", 1, { constraints: [{ kind: "ALAP" }] }), task("b", 1), task("c", 3), task("d", 1), task("long", 5)],
        [link("a", "b"), link("c", "b")],
        { options: { preset } },
      );
    expect([row(input("evenkeel"), "a").start, row(input("evenkeel"), "b").start]).toEqual([
      "2026-06-03T08:00",
      "2026-06-04T08:00",
    ]);
    expect([row(input("msProject"), "a").start, row(input("msProject"), "b").start]).toEqual([
      "2026-06-04T08:00",
      "2026-06-05T08:00",
    ]);
    expect(row(input("msProject"), "a").totalFloatMinutes).toBe(0);
  });
});

describe("progress", () => {
  const at = (more: Partial<ActivityInput>, rest: Partial<ScheduleInput> = {}) =>
    plan([task("a", 3, more), task("b", 1)], [link("a", "b")], { dataDate: "2026-06-03T08:00", ...rest });
  test("done work keeps its actual dates, work to come lies after the data date", () => {
    const input = at({ actualStart: "2026-05-28T08:00", actualFinish: "2026-05-29T17:00" });
    expect([early(input, "a"), late(input, "a"), row(input, "a").isCritical]).toEqual([
      ["05-28T08:00", "05-29T17:00"],
      ["05-28T08:00", "05-29T17:00"],
      false,
    ]);
    expect([early(input, "b")[0], row(input, "b").driver?.kind]).toEqual(["06-03T08:00", "dataDate"]);
  });
  test("remaining work of started activities begins at the data date, or where it resumes", () => {
    const started = { actualStart: "2026-06-01T08:00" };
    expect(early(at(started), "a")).toEqual(["06-01T08:00", "06-03T17:00"]);
    expect(early(at({ ...started, remainingMinutes: 2 * day }), "a")[1]).toBe("06-04T17:00");
    expect(early(at({ ...started, remainingMinutes: day, resume: "2026-06-08" }), "a")[1]).toBe("06-08T17:00");
    expect(row(at(started), "a").driver?.kind).toBe("actual");
    expect(row(at({ ...started, remainingMinutes: 0 }), "a").earlyFinish).toBe("2026-06-03T17:00");
  });
  test("MS Project's rules leave work before the status date where it is", () => {
    const input = at(
      { actualStart: "2026-06-01T08:00", remainingMinutes: 2 * day },
      { options: { preset: "msProject" } },
    );
    expect([early(input, "a")[1], early(at({}, { options: { preset: "msProject" } }), "a")[0]]).toEqual([
      "06-03T17:00",
      "06-01T08:00",
    ]);
  });
  test("an unfinished predecessor holds back what remains of a started activity", () => {
    const input = plan(
      [task("a", 5), task("b", 2, { actualStart: "2026-06-01T08:00", remainingMinutes: day })],
      [link("a", "b")],
      { dataDate: "2026-06-02T08:00" },
    );
    expect(early(input, "b")).toEqual(["06-01T08:00", "06-09T17:00"]);
  });
  describe("as Primavera retains logic", () => {
    const retained = (more: Partial<ActivityInput>, links: LinkInput[], of: Partial<ActivityInput> = {}) =>
      plan([task("a", 5, more), task("b", 2, of)], links, {
        dataDate: "2026-06-10T08:00",
        options: { preset: "primavera" },
      });
    test("a finished activity shows its actual dates, and an unfinished predecessor still holds what follows it", () => {
      const chain = [
        task("a", 2),
        task("b", 2, { actualStart: "2026-06-01T08:00", actualFinish: "2026-06-02T17:00" }),
        task("c", 1),
      ];
      const input = plan(chain, [link("a", "b"), link("b", "c")], {
        dataDate: "2026-06-10T08:00",
        options: { preset: "primavera" },
      });
      expect([row(input, "b").start, row(input, "b").finish]).toEqual(["2026-06-01T08:00", "2026-06-02T17:00"]);
      // Its node waits at the end of a, which is unfinished: Wednesday and Thursday.
      expect([early(input, "b")[0], early(input, "c")[0], row(input, "a").totalFloatMinutes]).toEqual([
        "06-11T17:00",
        "06-12T08:00",
        0,
      ]);
    });
    test("lag behind finished work is used up by the time passed; a lead is dropped", () => {
      const done = { actualStart: "2026-06-01T08:00", actualFinish: "2026-06-05T17:00" };
      const start = (minutes: number) => early(retained(done, [link("a", "b", "FS", minutes)]), "b")[0];
      expect([start(3 * day), start(day), start(-day)]).toEqual(["06-11T08:00", "06-10T08:00", "06-10T08:00"]);
    });
    test("start lag behind started work is less by the work done, counted from what remains", () => {
      const begun = { actualStart: "2026-06-09T08:00", remainingMinutes: 4 * day };
      expect(early(retained(begun, [link("a", "b", "SS", 3 * day)]), "b")[0]).toBe("06-12T08:00");
      expect(early(retained(begun, []), "a")).toEqual(["06-10T08:00", "06-15T17:00"]);
      expect(row(retained(begun, []), "a").start).toBe("2026-06-09T08:00");
    });
    test("what remains of a started activity waits for its predecessor, and its float is its finish float", () => {
      const input = retained({}, [link("a", "b")], { actualStart: "2026-06-08T08:00", remainingMinutes: day });
      expect([early(input, "b"), late(input, "a")[1], row(input, "b").totalFloatMinutes]).toEqual([
        ["06-17T08:00", "06-17T17:00"],
        "06-16T17:00",
        0,
      ]);
      expect(row(input, "b").start).toBe("2026-06-08T08:00");
    });
  });
});

describe("faults", () => {
  test("cycles are named with a shortest circle, and the rest gets dates", () => {
    const tasks = ["a", "b", "c", "d", "e", "f"].map((id) => task(id, 1));
    const links = [
      link("a", "b"),
      link("b", "c"),
      link("c", "a"),
      link("b", "a"),
      link("c", "d"),
      link("e", "f"),
      link("e", "a"),
    ];
    const result = schedule(plan(tasks, links));
    expect(result.ok && result.value.activities.map(({ id }) => id)).toEqual(["e", "f"]);
    expect(result.issues.map(({ code, subject, path }) => [code, subject, path])).toEqual([
      ["scheduling/dependency-cycle", ["a", "b", "a"], ["links", 0]],
      ["scheduling/behind-cycle", ["d"], ["links"]],
    ]);
    expect(result.issues[0]!.facts["members"]).toEqual(["a", "b", "c"]);
    expect(say(result.issues[0]!, en).message).toBe("a \u2192 b \u2192 a wait for each other.");
  });
  test("everything wrong is said at once", () => {
    const input = plan(
      [
        task("a", 1),
        task("a", 1),
        { id: "b" },
        { id: "c", durationMinutes: Number.NaN },
        { id: "d", durationMinutes: -1 },
        { id: "e", durationMinutes: 1e300 },
        task("__proto__", 1, { calendarId: "toString", parentId: "constructor" }),
        task("p", 1, { parentId: "q" }),
        task("q", 1, { parentId: "p" }),
        task("t", 1, { constraints: [{ kind: "SNET", at: "2026-02-30" }], deadline: "2026-06-01T08:00Z" }),
      ],
      [
        link("a", "zz"),
        link("a", "t"),
        link("a", "t"),
        { predecessor: "a", successor: "t", type: "XX" as "FS" },
        link("t", "a", "FS", Number.NaN),
      ],
      { defaultCalendarId: "none" },
    );
    expect(issuesOf(input)).toEqual([
      ["scheduling/duplicate-id", "activities/1/id"],
      ["scheduling/dangling-parent", "activities/6/parentId"],
      ["scheduling/parent-cycle", "activities/7/parentId"],
      ["scheduling/unknown-calendar", "defaultCalendarId"],
      ["scheduling/unknown-calendar", "activities/6/calendarId"],
      ["scheduling/missing-duration", "activities/2/durationMinutes"],
      ["scheduling/invalid-duration", "activities/3/durationMinutes"],
      ["scheduling/invalid-duration", "activities/4/durationMinutes"],
      ["scheduling/invalid-duration", "activities/5/durationMinutes"],
      ["kernel/impossible-date", "activities/9/constraints/0/at"],
      ["scheduling/instant-without-zone", "activities/9/deadline"],
      ["scheduling/empty-summary", "activities/7"],
      ["scheduling/empty-summary", "activities/8"],
      ["scheduling/unknown-activity", "links/0/successor"],
      ["scheduling/unknown-link-type", "links/3/type"],
      ["scheduling/duplicate-link", "links/2"],
      ["scheduling/invalid-lag", "links/4/lag"],
    ]);
  });
  test("what is left out or not used is said", () => {
    const parts = [
      { id: "P", kind: "summary" as const, constraints: [{ kind: "MSO" as const, at: "2026-06-04" }] },
      task("a", 1, { parentId: "P" }),
      task("b", 1),
      { id: "E", kind: "summary" as const },
    ];
    const links = [link("P", "a"), { predecessor: "P", successor: "b", lag: { percent: 50 } }];
    expect(issuesOf(plan(parts, links))).toEqual([
      ["scheduling/summary-rule-ignored", "activities/0"],
      ["scheduling/empty-summary", "activities/3"],
      ["scheduling/percent-lag-of-summary", "links/1/lag"],
      ["scheduling/link-within-summary", "links/0"],
    ]);
  });
  test("chains that do not fit the time line are refused", () => {
    const long = Array.from({ length: 30 }, (_, at) => ({ id: `a${at}`, durationMinutes: 1e7 }));
    const links = long.slice(1).map(({ id }, at) => link(`a${at}`, id));
    expect(issuesOf(plan(long, links))).toEqual([["scheduling/too-long", ""]]);
    expect(issuesOf(plan(long.slice(0, 15), links.slice(0, 14)))).toEqual([["scheduling/beyond-time", ""]]);
  });
  test("nothing to schedule is a schedule; a start can come from any date, or is asked for", () => {
    expect(made({ start: "2026-06-01T08:00", activities: [] }).activities).toEqual([]);
    expect(issuesOf({ activities: [task("a", 1)] })).toEqual([["scheduling/missing-start", "start"]]);
    expect(made({ activities: [task("a", 1, { constraints: [{ kind: "SNET", at: "2026-06-03" }] })] }).start).toBe(
      "2026-06-03T08:00",
    );
    expect(issuesOf({ start: "2026-06-01", activities: [], options: { preset: "asta" as "evenkeel" } })).toEqual([
      ["scheduling/unknown-preset", "options/preset"],
    ]);
    expect(made({ start: "2026-06-05", activities: [task("a", 2)], calendars: [] }).finish).toBe("2026-06-08T17:00");
  });
});

describe("answers", () => {
  const input = plan(
    [task("design", 3), task("build", 5), task("test", 2)],
    [link("design", "build"), link("build", "test", "SS", day)],
  );
  test("the critical path and the reason of each date", () => {
    expect(criticalPath(made(input))).toEqual(["design", "build"]);
    expect(explain(made(input), "test").map((step) => say(step, en).message)).toEqual([
      "test starts Fri 5 Jun 2026, 08:00 because build starts Thu 4 Jun 2026, 08:00, then 8 h of lag.",
      "build starts Thu 4 Jun 2026, 08:00 because design finishes Wed 3 Jun 2026, 17:00.",
      "design starts the project on Mon 1 Jun 2026, 08:00.",
      "test can slip 16 h of working time, to Wed 10 Jun 2026, 17:00.",
    ]);
    expect(explain(made(input), "nobody")).toEqual([]);
    const team = { id: "team", name: "Team Berlin", parentId: "standard", week: {} };
    const holiday = { name: "Whit Monday", from: "2026-06-08", to: "2026-06-08", intervals: [] };
    const berlin = plan([task("design", 5), task("review", 1)], [link("design", "review", "FF", day)], {
      calendars: [standardCalendar, { ...team, exceptions: [holiday] }],
      defaultCalendarId: "team",
    });
    expect(explain(made(berlin), "review", berlin).map((step) => say(step, en).message)).toEqual([
      "review finishes Tue 9 Jun 2026, 17:00 because design finishes Fri 5 Jun 2026, 17:00, then 8 h of lag.",
      "Mon 8 Jun 2026 is off in calendar Team Berlin: Whit Monday.",
      "design starts the project on Mon 1 Jun 2026, 08:00.",
      "review cannot slip without moving the finish.",
    ]);
    for (const step of explain(made(input), "test")) expect(say(step, en).message).not.toContain("?");
  });
  test("with zone rules, calendars of two zones meet on one time line", () => {
    const zoned = plan([task("a", 1), task("b", 1, { calendarId: "ny" })], [link("a", "b")], {
      start: "2026-06-01",
      zone: "Europe/Berlin",
      calendars: [standardCalendar, { ...standardCalendar, id: "ny", zone: "America/New_York" }],
    });
    const result = orThrow(schedule(zoned, intlZoneRules()));
    expect(result.activities.map(({ start, finish }) => [start, finish])).toEqual([
      ["2026-06-01T08:00", "2026-06-01T17:00"],
      ["2026-06-01T17:00", "2026-06-02T17:00"],
    ]);
    expect(result.zoneRulesVersion).toBe("intl");
  });
  test("a chain of 1,000,000 activities is no trouble", () => {
    const count = 1_000_000;
    const ends = Int32Array.from({ length: count - 1 }, (_, at) => at);
    const none = new Int32Array(count - 1);
    const around = { ...continuousCalendar, exceptions: [{ from: "1970-01-02", to: "1970-01-02", intervals: [] }] };
    const compiled = orThrow(
      compileNetwork({
        duration: new Int32Array(count).fill(10),
        calendarOf: new Int32Array(count),
        calendars: orThrow(compileCalendars([around])).calendars,
        from: ends,
        to: ends.map((at) => at + 1),
        type: new Uint8Array(count - 1),
        lag: none,
        lagCalendar: none,
        start: 0,
        rules: presets.evenkeel,
      }),
    );
    const dates = forwardPass(compiled);
    expect(dates.earlyFinish[count - 1]).toBe(count * 10 + 14_400);
    expect(backwardPass(compiled, dates).lateStart[0]).toBe(0);
  });
});
