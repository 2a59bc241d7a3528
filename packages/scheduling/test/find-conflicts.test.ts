import { compileCalendars, continuousCalendar, standardCalendar, workBetween } from "@evenkeel/calendar";
import { orThrow, parseTimeText, describe as say } from "@evenkeel/kernel";
import { sharedData, statedRuns } from "@evenkeel/test-kit";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { en, explainConflict, findConflicts, type ScheduleInput, schedule } from "../src/index.js";
import { anyConflictingInput } from "../src/testing.js";
import { day, link, plan, task } from "./control.js";
import { xerInput, xerTables } from "./xer-rows.js";

type Key = string;
const mandatory = { MSO: "SO", MFO: "FO", ALAP: "ASAP" } as Record<string, "SO" | "FO" | "ASAP">;
const tick = (text: string): number => {
  const time = orThrow(parseTimeText(text));
  return time.form === "local" ? time.local / 6000 : Number.NaN;
};

/** Every demand of an input, as the path to it. */
function demandsOf(input: ScheduleInput): Key[] {
  const keys = input.activities.flatMap(({ constraints = [], deadline, manual }, at) => [
    ...constraints.map((_, place) => `activities/${at}/constraints/${place}`),
    ...(deadline === undefined ? [] : [`activities/${at}/deadline`]),
    ...(manual === undefined ? [] : [`activities/${at}/manual`]),
  ]);
  keys.push(...(input.links ?? []).map((_, at) => `links/${at}`));
  return input.mustFinishBy === undefined ? keys : [...keys, "mustFinishBy"];
}

/** The input with these demands alone. */
function only(input: ScheduleInput, kept: ReadonlySet<Key>): ScheduleInput {
  const { mustFinishBy, ...others } = input;
  return {
    ...others,
    ...(kept.has("mustFinishBy") ? { mustFinishBy: mustFinishBy! } : {}),
    activities: input.activities.map(({ constraints = [], deadline, manual, ...row }, at) => ({
      ...row,
      constraints: constraints.filter((_, place) => kept.has(`activities/${at}/constraints/${place}`)),
      ...(deadline !== undefined && kept.has(`activities/${at}/deadline`) ? { deadline } : {}),
      ...(manual !== undefined && kept.has(`activities/${at}/manual`) ? { manual } : {}),
    })),
    links: (input.links ?? []).filter((_, at) => kept.has(`links/${at}`)),
  };
}

/** From the definition: do the earliest dates, links always winning, break a date? */
function isBroken(input: ScheduleInput): boolean {
  const pure: ScheduleInput = {
    ...input,
    options: { ...input.options, honorsLateBounds: false, drivenFinish: "asComputed" },
    activities: input.activities.map((row) => ({
      ...row,
      constraints: (row.actualStart === undefined ? (row.constraints ?? []) : []).map((each) => ({
        ...each,
        kind: mandatory[each.kind] ?? each.kind,
      })),
    })),
  };
  const made = new Map(orThrow(schedule(pure)).activities.map((row) => [row.id, row]));
  const { calendars, indexOf } = orThrow(compileCalendars([...(input.calendars ?? [standardCalendar])]));
  const around = orThrow(compileCalendars([continuousCalendar])).calendars[0]!;
  return pure.activities.some((row) => {
    const dates = made.get(row.id);
    if (dates === undefined || dates.isSummary || row.actualFinish !== undefined) return false;
    const calendar = row.elapsed === true ? around : calendars[indexOf.get(row.calendarId ?? "") ?? 0]!;
    const isLate = (cap: string | undefined, date: string): boolean =>
      cap !== undefined && workBetween(calendar, tick(cap), tick(date)) > 0;
    const { manual, ...free } = row;
    if (manual !== undefined) {
      // By hand it stands where it was put: where links would put it tells whether that can be kept.
      const activities = pure.activities.map((each) => (each === row ? { ...free, constraints: [] } : each));
      const linked = orThrow(schedule({ ...pure, activities })).activities.find(({ id }) => id === row.id)!;
      if (linked.driver?.kind === "link" && isLate(manual.start, linked.earlyStart)) return true;
    }
    return (
      isLate(row.deadline, dates.earlyFinish) ||
      isLate(input.mustFinishBy, dates.earlyFinish) ||
      (manual === undefined &&
        row.actualStart === undefined &&
        (row.constraints ?? []).some(
          ({ kind, at }) =>
            ((kind === "SNLT" || kind === "SO") && isLate(at, dates.earlyStart)) ||
            ((kind === "FNLT" || kind === "FO") && isLate(at, dates.earlyFinish)),
        ))
    );
  });
}

const datesOf = (input: ScheduleInput) =>
  orThrow(findConflicts(input)).conflicts.filter(({ kind }) => kind === "dates");
const keysOf = (demands: readonly { path: readonly (string | number)[] }[]): Key[] =>
  demands.map(({ path }) => path.join("/"));

describe("against the definition, with the scheduler as judge", () => {
  test("there is a set exactly where a date is broken", () => {
    fc.assert(
      fc.property(anyConflictingInput(), (input) => {
        expect(datesOf(input).length > 0).toBe(isBroken(input));
      }),
      { numRuns: statedRuns(20_000) },
    );
  });
  test("a set is broken by itself, and without any one of its demands it is not", () => {
    fc.assert(
      fc.property(anyConflictingInput(), (input) => {
        for (const { demands, isMinimal } of datesOf(input)) {
          expect(isMinimal).toBe(true);
          const keys = keysOf(demands);
          expect([keys, isBroken(only(input, new Set(keys)))]).toEqual([keys, true]);
          for (const key of keys) {
            const rest = new Set(keys.filter((each) => each !== key));
            expect([keys, key, isBroken(only(input, rest))]).toEqual([keys, key, false]);
          }
        }
      }),
      { numRuns: statedRuns(20_000) },
    );
  });
  test("among all sets of a small plan's demands, what is found is one of the minimal ones", () => {
    fc.assert(
      fc.property(anyConflictingInput(), (input) => {
        const keys = demandsOf(input);
        fc.pre(keys.length <= 7);
        const broken = Array.from({ length: 2 ** keys.length }, (_, set) =>
          isBroken(only(input, new Set(keys.filter((_key, at) => (set >> at) & 1)))),
        );
        const isMinimalSet = (set: number): boolean =>
          broken[set]! && keys.every((_key, at) => ((set >> at) & 1) === 0 || !broken[set & ~(1 << at)]);
        const found = datesOf(input).map(({ demands }) =>
          keysOf(demands).reduce((set, key) => set | (1 << keys.indexOf(key)), 0),
        );
        expect(found.every(isMinimalSet)).toBe(true);
        expect(found.length > 0).toBe(broken.at(-1));
      }),
      { numRuns: statedRuns(2_000) },
    );
  });
});

const sentences = (input: ScheduleInput) =>
  orThrow(findConflicts(input)).conflicts.map((each) => explainConflict(each).map((step) => say(step, en).message));
const kinds = (input: ScheduleInput) =>
  orThrow(findConflicts(input)).conflicts.map(({ demands }) => demands.map(({ kind }) => kind));

describe("what a lead reads", () => {
  test("a deadline behind two links", () => {
    const input = plan(
      [task("design", 3), task("build", 4), task("test", 2, { deadline: "2026-06-10" })],
      [link("design", "build"), link("build", "test", { lag: { minutes: day } })],
    );
    expect(sentences(input)).toEqual([
      [
        "test cannot keep 2026-06-10T17:00 (deadline): it is possible on 2026-06-12T17:00 at the earliest, 16 h of working time too late.",
        "design cannot start before the project.",
        "build waits for design (FS).",
        "test waits for build (FS) and 8 h of lag.",
        "test: deadline 2026-06-10.",
        "To resolve this, change any one of these far enough, or shorten an activity.",
      ],
    ]);
  });
  test("only what is needed: the nearest sufficient reason, not the longest chain", () => {
    // b alone, from the start of the project, is too long for its deadline.
    const input = plan([task("a", 3), task("b", 4, { deadline: "2026-06-03" })], [link("a", "b")]);
    expect(kinds(input)).toEqual([["deadline"]]);
    const held = { constraints: [{ kind: "SNET", at: "2026-06-03" }] } as const;
    const late = plan([task("a", 1), task("b", 2, { ...held, deadline: "2026-06-03" })], [link("a", "b")]);
    expect(kinds(late)).toEqual([["constraint", "deadline"]]);
  });
  test("mandatory dates against each other", () => {
    const at = (kind: "MSO" | "MFO", date: string) => ({ constraints: [{ kind, at: date }] });
    const input = plan(
      [task("a", 2, at("MSO", "2026-06-08T08:00")), task("b", 1, at("MFO", "2026-06-09T17:00"))],
      [link("a", "b")],
    );
    const [only_] = orThrow(findConflicts(input)).conflicts;
    expect(only_!.demands.map((each) => each.constraint ?? each.kind)).toEqual(["MSO", "link", "MFO"]);
    expect([only_!.activities, only_!.lateMinutes, only_!.heldBy]).toEqual([["a", "b"], day, undefined]);
  });
  test("the finish of the project, where it is first missed, and by how much in all", () => {
    const input = plan([task("a", 2), task("b", 2), task("c", 2)], [link("a", "b"), link("b", "c")], {
      mustFinishBy: "2026-06-03",
    });
    const { conflicts, overrunMinutes } = orThrow(findConflicts(input));
    expect(conflicts.map(({ activities, demands }) => [activities, demands.length])).toEqual([[["a", "b"], 2]]);
    expect(overrunMinutes).toBe(3 * day);
  });
  test("dates set by hand, and progress", () => {
    const manual = { manual: { start: "2026-06-02T08:00", finish: "2026-06-02T17:00" } };
    expect(kinds(plan([task("a", 3), task("b", 1, manual)], [link("a", "b")]))).toEqual([["link", "manual"]]);
    const started = task("a", 3, { actualStart: "2026-06-02T08:00", remainingMinutes: 3 * day });
    const [found] = orThrow(
      findConflicts(plan([started, task("b", 1, { deadline: "2026-06-04" })], [link("a", "b")])),
    ).conflicts;
    expect([found!.heldBy, found!.activities]).toEqual(["actual", ["a", "b"]]);
  });
  test("what a vendor's rules would hide counts too: caps that pull, starts that a bound replaces do not", () => {
    const pulled = plan(
      [task("a", 3), task("b", 1, { constraints: [{ kind: "FNLT", at: "2026-06-02" }] })],
      [link("a", "b")],
    );
    expect(kinds({ ...pulled, options: { preset: "msProject" } })).toEqual([["link", "constraint"]]);
    const early = plan([
      task("a", 1, { constraints: [{ kind: "SNET", at: "2026-05-25T08:00" }], deadline: "2026-05-26" }),
    ]);
    expect(kinds({ ...early, options: { preset: "msProject" } })).toEqual([]);
    expect(kinds(early)).toEqual([["deadline"]]);
  });
  test("a cycle: its links in order, the shortest of it, and all that wait for each other", () => {
    const input = plan(
      [task("a", 1), task("b", 1), task("c", 1), task("d", 1)],
      [link("a", "b"), link("b", "c"), link("c", "a"), link("c", "d"), link("d", "a")],
    );
    const [cycle] = orThrow(findConflicts(input)).conflicts;
    expect([cycle!.activities, cycle!.members]).toEqual([
      ["a", "b", "c", "a"],
      ["a", "b", "c", "d"],
    ]);
    expect(keysOf(cycle!.demands)).toEqual(["links/0", "links/1", "links/2"]);
    expect(sentences(input)[0]![0]).toBe("a → b → c → a wait for each other.");
  });
  test("the latest first, no more than asked for", () => {
    const input = plan([task("a", 3, { deadline: "2026-06-02" }), task("b", 5, { deadline: "2026-06-02" })]);
    const { conflicts, omitted } = orThrow(findConflicts(input, { most: 1 }));
    expect([conflicts.map(({ activities }) => activities), omitted]).toEqual([[["b"]], 1]);
  });
  test("a plan that cannot be read is refused with its issues", () => {
    expect(findConflicts(plan([task("a", 1)], [link("a", "x")])).issues.map(({ code }) => code)).toEqual([
      "scheduling/unknown-activity",
    ]);
  });
});

test("a stored plan of four thousand: no conflict as it is, one where its finish is wanted earlier", () => {
  const file = sharedData("schedules", "xer", "Hotel Project.xer");
  if (file === undefined) return;
  const tables = xerTables(file);
  for (const project of tables.get("PROJECT")!) {
    const { input, rows } = xerInput(tables, project);
    if (rows.length === 0) continue;
    expect(orThrow(findConflicts(input)).conflicts).toEqual([]);
    const mustFinishBy = new Date(Date.parse(`${orThrow(schedule(input)).finish}Z`) - 30 * 86_400_000)
      .toISOString()
      .slice(0, 16);
    const { conflicts, overrunMinutes } = orThrow(findConflicts({ ...input, mustFinishBy }));
    expect(conflicts.length).toBeGreaterThan(0);
    expect(overrunMinutes).toBeGreaterThan(0);
    const wanted = { ...input, mustFinishBy };
    const keys = keysOf(conflicts[0]!.demands);
    expect(isBroken(only(wanted, new Set(keys)))).toBe(true);
    for (const key of [keys[0]!, keys[keys.length >> 1]!, keys.at(-1)!]) {
      expect([key, isBroken(only(wanted, new Set(keys.filter((each) => each !== key))))]).toEqual([key, false]);
    }
  }
});

test("a chain of a hundred thousand with deadlines along it", () => {
  const count = 100_000;
  const input: ScheduleInput = {
    start: "2026-06-01T08:00",
    calendars: [continuousCalendar],
    activities: Array.from({ length: count }, (_, at) => ({
      id: `A${at}`,
      durationMinutes: 10,
      ...(at % 20_000 === 19_999 ? { deadline: "2026-06-03T08:00" } : {}),
    })),
    links: Array.from({ length: count - 1 }, (_, at) => link(`A${at}`, `A${at + 1}`)),
  };
  const { conflicts } = orThrow(findConflicts(input));
  // 48 hours hold 288 activities of ten minutes: 288 links end in each deadline.
  expect(conflicts.map(({ demands, isMinimal }) => [demands.length, isMinimal])).toEqual(
    Array.from({ length: 5 }, () => [289, true]),
  );
});

test("two hundred thousand activities that all end too late, and a summary of them all", () => {
  const count = 200_000;
  const input: ScheduleInput = {
    start: "2026-06-01T08:00",
    mustFinishBy: "2026-06-01T09:00",
    calendars: [continuousCalendar],
    activities: [
      { id: "all", kind: "summary" },
      ...Array.from({ length: count }, (_, at) => ({ id: `A${at}`, durationMinutes: 120, parentId: "all" })),
      { id: "after", durationMinutes: 10 },
    ],
    links: [link("all", "after", { type: "SS" })],
  };
  const { conflicts } = orThrow(findConflicts(input));
  expect(conflicts.map(({ demands }) => demands.map(({ kind }) => kind))).toEqual([["mustFinishBy"]]);
  const held = {
    ...input,
    mustFinishBy: "2026-06-02",
    activities: input.activities.map((row) => (row.id === "after" ? { ...row, deadline: "2026-06-01T08:05" } : row)),
  };
  expect(kinds(held)).toEqual([["deadline"]]);
});
