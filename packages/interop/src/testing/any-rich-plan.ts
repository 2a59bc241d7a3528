import type { WorkPlan } from "@evenkeel/core";
import * as fc from "fast-check";
import { shiftDay } from "../shift-day.js";

/** Days from the first of 2026 that dates fall on. */
const span = 700;

type Pick = <const T extends readonly unknown[]>(choices: T) => T[number];

interface Chance {
  readonly pick: Pick;
  readonly below: (size: number) => number;
  /** The value, or nothing, as often as not. */
  readonly maybe: <K extends string, V>(field: K, value: () => V) => { readonly [key in K]?: V };
}

/** Choices from a list of numbers, so that plans shrink as the list does. */
function chance(numbers: readonly number[]): Chance {
  let at = 0;
  const below = (size: number): number => (numbers[at++ % numbers.length] ?? 0) % size;
  return {
    below,
    pick: (choices) => choices[below(choices.length)],
    maybe: (field, value) => (below(2) === 0 ? {} : ({ [field]: value() } as never)),
  };
}

const day = ({ below }: Chance): string => shiftDay("2026-01-01", below(span));
const local = (own: Chance): string => `${day(own)}T${own.pick(["08:00", "09:30", "13:15", "17:00"])}`;
const instant = (own: Chance): string => `${day(own)}T${own.pick(["00:00:00", "08:15:30", "23:59:59"])}Z`;

const hours = [
  [],
  [{ from: 480, to: 1020 }],
  [
    { from: 480, to: 720 },
    { from: 780, to: 1020 },
  ],
  [{ from: 1320, to: 1800 }],
  [{ from: 0, to: 1440 }],
] as const;
const week = (own: Chance) =>
  Object.fromEntries(
    ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"].map((name) => [
      name,
      own.pick(hours),
    ]),
  );

function exception(own: Chance, index: number) {
  const from = `2026-0${1 + index}-${own.pick(["02", "11", "20"])}`;
  const year = { from: "2026-01-01", to: "2027-12-31", intervals: [] };
  return own.pick([
    { name: "Closed", from, to: from, intervals: [] },
    { from, to: `${from.slice(0, 8)}22`, intervals: own.pick(hours) },
    { name: "Feast", ...year, recurrence: { kind: "yearly" as const, month: 5, day: 1 + index } },
    { name: "Rest", ...year, recurrence: { kind: "weekly" as const, every: 2, weekdays: ["friday" as const] } },
  ] as const);
}

const words = [
  "Dig",
  'Fill "it"',
  "<Lift> & set",
  "Pour, then; wait",
  "=SUM(A1)",
  "Räume süß",
  "two\nlines",
  "日本",
] as const;

function itemsOf(own: Chance, count: number, calendars: readonly string[], isNumbered: boolean) {
  const id = (index: number) => (isNumbered ? String(index + 1) : `i-${index}`);
  const parents = new Set<number>();
  const parentOf = Array.from({ length: count }, (_none, index) => {
    const parent = index > 0 && own.below(3) === 0 ? own.below(index) : -1;
    if (parent >= 0) parents.add(parent);
    return parent;
  });
  return parentOf.map((parent, index) => {
    const isSummary = parents.has(index);
    const percent = own.below(101) / 100;
    return {
      id: id(index),
      title: `${own.pick(words)} ${index}`,
      kind: isSummary ? ("summary" as const) : own.pick(["task", "task", "milestone", "epic", "defect"] as const),
      ...own.maybe("sourceKind", () => own.pick(["Bug", "Epic", "Story"])),
      ...(parent < 0 ? {} : { parentId: id(parent) }),
      ...own.maybe("projectId", () => "p"),
      ...own.maybe("calendarId", () => calendars[own.below(calendars.length)] ?? ""),
      rank: index,
      workflowId: "board",
      stateId: own.pick(["todo", "wait", "doing", "done", "no"]),
      ...own.maybe("body", () => ({ text: `${own.pick(words)}.`, markup: own.pick(["plain", "markdown"] as const) })),
      ...own.maybe("labels", () => [own.pick(["north", "sea, pier", "wet;dry"]), "all"]),
      ...own.maybe("outcomeIds", () => (own.below(2) === 0 ? ["goal"] : ["goal", "other"])),
      ...own.maybe("reason", () => "It helps"),
      ...own.maybe("priority", () => own.below(12)),
      ...own.maybe("blocked", () => true),
      ...own.maybe("skills", () => ["crane"]),
      ...own.maybe("classOfService", () => "expedite" as const),
      ...own.maybe("acceptanceCriteria", () => [{ text: "It stands" }]),
      ...own.maybe("estimates", () => [
        own.pick([
          { of: "effort", basis: "original", value: { kind: "single", amount: 90 } },
          { of: "duration", basis: "original", value: { kind: "single", amount: 540 } },
          { of: "points", basis: "original", value: { kind: "single", amount: 5 } },
          { of: "effort", basis: "remaining", value: { kind: "single", amount: 30 } },
        ] as const),
      ]),
      ...own.maybe("dueDate", () => own.pick([day, local, instant])(own)),
      ...own.maybe("deadline", () => local(own)),
      ...own.maybe("createdAt", () => instant(own)),
      ...own.maybe("startedAt", () => instant(own)),
      ...own.maybe("finishedAt", () => instant(own)),
      ...own.maybe("updatedAt", () => instant(own)),
      ...own.maybe("customFields", () => ({ colour: "red" })),
      ...own.maybe("constraints", () =>
        own.pick([
          [{ kind: "startNoEarlierThan" as const, at: local(own) }],
          [{ kind: "startNoEarlierThan" as const, at: day(own) }],
          [{ kind: "asLateAsPossible" as const }],
          [
            { kind: "mustFinishOn" as const, at: local(own) },
            { kind: "startNoEarlierThan" as const, at: local(own) },
          ],
          [{ kind: "finishNoLaterThan" as const, at: local(own) }],
          [{ kind: "startOn" as const, at: local(own) }],
        ]),
      ),
      ...own.maybe("schedule", () => ({
        kind: isSummary
          ? ("summary" as const)
          : own.pick(["task", "task", "startMilestone", "finishMilestone", "levelOfEffort", "hammock"] as const),
        ...own.maybe("durationMinutes", () => own.pick([0, 45, 480, 510, 960, 4800])),
        ...own.maybe("elapsed", () => true),
        ...own.maybe("shownUnit", () => own.pick(["minutes", "hours", "days", "weeks", "months"] as const)),
        ...own.maybe("estimated", () => true),
        ...own.maybe("remainingMinutes", () => own.below(2000)),
        ...own.maybe("actualMinutes", () => own.below(2000)),
        ...own.maybe("percentComplete", () => percent),
        ...own.maybe("physicalPercentComplete", () => percent),
        ...own.maybe("percentCompleteType", () => own.pick(["duration", "physical", "units"] as const)),
        ...own.pick([{}, { mode: "auto" }, { mode: "manual" }, { mode: "manual", placeholder: true }] as const),
        ...own.maybe("active", () => false),
        ...own.maybe("durationType", () => own.pick(["fixedUnits", "fixedDuration", "fixedWork"] as const)),
        ...own.maybe("effortDriven", () => own.below(2) === 0),
        ...own.maybe("start", () => local(own)),
        ...own.maybe("finish", () => local(own)),
        ...own.maybe("actualStart", () => local(own)),
        ...own.maybe("actualFinish", () => local(own)),
        ...own.maybe("stop", () => local(own)),
        ...own.maybe("suspend", () => local(own)),
        ...own.maybe("resume", () => local(own)),
        ...own.maybe("expectedFinish", () => local(own)),
        ...own.maybe("externalEarlyStart", () => local(own)),
        ...own.maybe("externalLateFinish", () => local(own)),
        ...own.maybe("levelingDelayMinutes", () => 1 + own.below(500)),
        ...own.maybe("ignoreResourceCalendars", () => true),
        ...own.maybe("drivenBy", () => own.pick(["duration", "assignments"] as const)),
      })),
    };
  });
}

function planOf(numbers: readonly number[], count: number): WorkPlan {
  const own = chance(numbers);
  const calendars = ["10", "11"];
  const isNumbered = own.below(3) > 0;
  const items = itemsOf(own, count, calendars, isNumbered);
  const leaf = (index: number): string => items[index % items.length]?.id ?? "";
  const people = ["Ana", "Ben<b>"].map((name, index) => ({
    id: isNumbered ? String(20 + index) : `person-${index}`,
    name,
    ...own.maybe("email", () => `p${index}@example.org`),
    ...own.maybe("calendarId", () => own.pick(["10", "11"])),
    ...own.maybe("active", () => false),
    ...own.maybe("zone", () => "Europe/Vienna"),
    ...own.maybe("contractMinutesPerWeek", () => 2400),
    ...own.maybe("skills", () => ["crane"]),
    ...own.maybe("away", () => [{ from: "2026-04-01", to: "2026-04-03" }]),
  }));
  const resources = (["equipment", "material", "placeholder", "cost"] as const).map((kind, index) => ({
    id: isNumbered ? String(30 + index) : `thing-${index}`,
    name: `Thing ${index}`,
    kind,
    ...own.maybe("calendarId", () => own.pick(["10", "11"])),
    ...own.maybe("capacity", () => 2),
    ...(kind === "material" ? own.maybe("unit", () => "t") : {}),
  }));
  const links = items.slice(1).flatMap((item, index) => {
    const predecessorId = leaf(own.below(index + 1));
    if (predecessorId === item.id) return [];
    const amount = own.pick([0, 240, 480, -960, 75]);
    const isShare = own.below(4) === 0;
    const lag = {
      amount: isShare ? 0.25 : amount,
      unit: isShare ? ("percent" as const) : ("minutes" as const),
      basis: own.pick(["working", "elapsed"] as const),
      ...own.maybe("calendar", () => own.pick(["predecessor", "successor", "project", "continuous"] as const)),
    };
    return [
      {
        id: `d${index}`,
        predecessorId,
        successorId: item.id,
        type: own.pick(["FS", "SS", "FF", "SF"] as const),
        ...(lag.amount === 0 ? {} : { lag }),
        ...own.maybe("discretionary", () => true),
      },
    ];
  });
  const assignments = items.flatMap((item, index) => {
    const who = own.below(people.length + resources.length + 1);
    const of =
      who < people.length
        ? { personId: people[who]?.id ?? "" }
        : who < people.length + resources.length
          ? { resourceId: resources[who - people.length]?.id ?? "" }
          : undefined;
    if (of === undefined) return [];
    return [
      {
        id: isNumbered ? String(100 + index) : `a${index}`,
        itemId: item.id,
        ...of,
        role: own.pick(["responsible", "accountable", "consulted"] as const),
        ...own.maybe("effortMinutes", () => own.below(5000)),
        ...own.maybe("remainingEffortMinutes", () => own.below(5000)),
        ...own.maybe("actualEffortMinutes", () => 60 + own.below(5000)),
        ...own.maybe("overtimeEffortMinutes", () => 1 + own.below(59)),
        ...own.maybe("remainingOvertimeEffortMinutes", () => 1 + own.below(59)),
        ...own.maybe("actualSpans", () => [{ from: "2026-03-02T08:00", to: "2026-03-03T17:00", minutes: 480 }]),
        ...own.maybe("remainingSpans", () => [{ from: "2026-03-04T08:00", to: "2026-03-04T12:00", minutes: 120 }]),
        ...own.maybe("units", () => own.pick([0.5, 1, 2])),
        ...own.maybe("during", () => ({ from: "2026-03-02T08:00", to: "2026-03-20T17:00" })),
        ...own.maybe("stop", () => local(own)),
        ...own.maybe("resume", () => local(own)),
        ...own.maybe("delayMinutes", () => 60 + own.below(600)),
        ...own.maybe("levelingDelayMinutes", () => 60 + own.below(600)),
        ...own.maybe("contour", () => own.pick(["flat", "bell", "backLoaded"] as const)),
        ...own.maybe("acceptedOn", () => "2026-03-01"),
      },
    ];
  });
  const dates = items.map(({ id }) => ({
    itemId: id,
    ...own.maybe("start", () => local(own)),
    ...own.maybe("finish", () => local(own)),
    ...own.maybe("earlyStart", () => local(own)),
    ...own.maybe("earlyFinish", () => local(own)),
    ...own.maybe("lateStart", () => local(own)),
    ...own.maybe("lateFinish", () => local(own)),
    ...own.maybe("totalFloatMinutes", () => own.below(5000) - 500),
    ...own.maybe("freeFloatMinutes", () => own.below(500)),
    ...own.maybe("isOnLongestPath", () => own.below(2) === 0),
  }));
  return {
    formatVersion: 1,
    title: "Pier",
    asOf: "2026-05-01T00:00:00Z",
    projects: [
      {
        id: "p",
        name: "Pier & quay",
        ...own.maybe("calendarId", () => own.pick(["10", "11"])),
        ...own.maybe("zone", () => "Europe/Vienna"),
        ...own.maybe("dataDate", () => local(own)),
        ...own.maybe("start", () => local(own)),
        ...own.maybe("mustFinishBy", () => local(own)),
        ...own.maybe("scheduling", () => ({
          ...own.maybe("preset", () => own.pick(["msProject", "primavera", "evenkeel"] as const)),
          ...own.maybe("fromFinish", () => true),
          ...own.maybe("criticalFloatMinutes", () => own.pick([0, 480])),
          ...own.maybe("lagCalendar", () => own.pick(["predecessor", "successor", "project", "continuous"] as const)),
          ...own.maybe("progressMode", () => own.pick(["retainedLogic", "progressOverride", "actualDates"] as const)),
          ...own.maybe("floatType", () => own.pick(["start", "finish", "least"] as const)),
          ...own.maybe("startLagFrom", () => own.pick(["earlyStart", "actualStart"] as const)),
          ...own.maybe("usesExpectedFinish", () => own.below(2) === 0),
          ...own.maybe("criticalBy", () => own.pick(["totalFloat", "longestPath"] as const)),
          ...own.maybe("multipleCriticalPaths", () => own.below(2) === 0),
          ...own.maybe("ignoresOtherProjects", () => own.below(2) === 0),
          ...own.maybe("minutesPerDay", () => 480),
          ...own.maybe("minutesPerWeek", () => 2400),
          ...own.maybe("daysPerMonth", () => 20),
        })),
      },
    ],
    workflows: [
      {
        id: "board",
        name: "Board",
        states: [
          { id: "todo", name: "To do", category: "proposed" },
          { id: "wait", name: "Waiting", category: "waiting" },
          { id: "doing", name: "Doing", category: "active" },
          { id: "done", name: "Done", category: "done" },
          { id: "no", name: "Dropped", category: "dropped" },
        ],
      },
    ],
    outcomes: ["goal", "other"].map((id) => ({ id, title: "Guests come back", why: "It pays" })),
    items,
    dependencies: links,
    people,
    resources,
    assignments,
    calendars: [
      {
        id: "10",
        name: "Days",
        week: week(own),
        ...own.maybe("exceptions", () => [0, 1, 2].map((each) => exception(own, each))),
      },
      {
        id: "11",
        name: "Nights",
        parentId: "10",
        week: own.below(2) === 0 ? {} : week(own),
        ...own.maybe("workWeeks", () => [
          { name: "Summer", from: "2026-07-01", to: "2026-07-31", week: { monday: [] } },
        ]),
      },
    ],
    schedules: [{ id: "imported", kind: own.pick(["imported", "computed"] as const), projectId: "p", items: dates }],
    risks: [{ id: "r", title: "Storm" }],
    teams: [{ id: "t", name: "Quay" }],
    terms: [{ id: "w", term: "Pier", meaning: "A wall into the sea" }],
  };
}

/** Plans with a tree of items, links of all kinds, calendars, people, things, assignments and stored dates; names are unique. */
export const anyRichPlan: fc.Arbitrary<WorkPlan> = fc
  .tuple(fc.array(fc.nat(10_000), { minLength: 60, maxLength: 400 }), fc.integer({ min: 1, max: 9 }))
  .map(([numbers, count]) => planOf(numbers, count));
