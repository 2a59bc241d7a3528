import { deepFreeze } from "@evenkeel/test-kit";
import { describe, expect, test } from "vitest";
import {
  en,
  type Review,
  type ReviewInput,
  reviewWork,
  describe as say,
  type WorkHistory,
  type WorkPlan,
} from "../src/index.js";

const now = "2026-05-11T08:00:00Z";
const millisPerDay = 86_400_000;
const at = (day: number, hour = 9): string =>
  new Date(Date.UTC(2026, 0, 1, hour) + day * millisPerDay).toISOString().replace(".000Z", "Z");
const dayText = (day: number): string => at(day).slice(0, 10);
const today = 130;

const states = ["ready", "doing", "review", "done"] as const;
const workflow = {
  id: "w",
  name: "Board",
  states: [
    { id: "ready", name: "Ready", category: "proposed" },
    { id: "doing", name: "Doing", category: "active" },
    { id: "review", name: "Review", category: "waiting" },
    { id: "done", name: "Done", category: "done" },
  ],
} as const;

/** Forty items: a day of work, then three of waiting; the last four are still in work. */
const moves = Array.from({ length: 40 }, (_none, n) => {
  const begin = 30 + n * 2.5;
  const isDone = begin + 4 < today;
  return [
    ["ready", begin - 5],
    ["doing", begin],
    ...(isDone
      ? ([
          ["review", begin + 1],
          ["done", begin + 4],
        ] as const)
      : []),
  ] as const;
});
const items = moves.map((list, n) => ({
  id: `i${n}`,
  title: `Item ${n}`,
  kind: "task" as const,
  workflowId: "w",
  stateId: list.at(-1)?.[0] ?? states[0],
}));
const events = moves.flatMap((list, n) =>
  list.map(([to, day], step) => ({
    id: `e${n}-${step}`,
    subject: { table: "items" as const, id: `i${n}` },
    source: "exact" as const,
    at: at(Math.floor(day), 9 + Math.round((day % 1) * 8)),
    ...(step === 0 ? { type: "created" as const, stateId: to } : { type: "stateChanged" as const, to }),
  })),
);
const commitments = Array.from({ length: 12 }, (_none, n) => ({
  id: `c${n}`,
  what: `Promise ${n}`,
  byId: n % 2 === 0 ? "ana" : "ben",
  madeAt: at(n),
  due: dayText(20 + n * 5),
  probability: 0.8,
  ...(n === 11
    ? { state: "withdrawn" as const, resolvedAt: at(40) }
    : { state: "met" as const, resolvedAt: at(20 + n * 5 + (n >= 9 ? 6 : -2)) }),
}));
const plan: WorkPlan = {
  formatVersion: 1,
  title: "Care",
  workflows: [workflow],
  people: [
    { id: "ana", name: "Ana" },
    { id: "ben", name: "Ben" },
  ],
  items,
  commitments: [
    ...commitments,
    { id: "open", what: "The next one", due: dayText(today + 30), subject: { table: "items", id: "i39" } },
  ],
  outcomes: [{ id: "o", title: "Quiet", measure: { baseline: 40, target: 30, current: 35 } }],
  timeboxes: [
    {
      id: "t",
      name: "Turn 1",
      kind: "iteration",
      interval: { from: dayText(40), to: dayText(54) },
      itemIds: ["i3", "i4", "i5", "i12"],
    },
  ],
};
const history: WorkHistory = { formatVersion: 1, events };
const input: ReviewInput = deepFreeze({ plan, history, now });
const review = (more: Partial<ReviewInput> = {}): Review => {
  const result = reviewWork({ ...input, ...more });
  if (!result.ok) throw new TypeError(JSON.stringify(result.issues));
  return result.value;
};

describe("how work flows", () => {
  const { flow } = review().lead;

  test("tells where time in progress went, to the millisecond", () => {
    const { time } = flow;
    expect(time).toBeDefined();
    const parts = ["active", "waiting", "blocked", "paused", "proposed", "untold"] as const;
    expect(parts.reduce((sum, part) => sum + (time?.[`${part}Millis`] ?? 0), 0)).toBe(time?.itemMillis);
    expect(flow.efficiency?.efficiency).toBeCloseTo(1 / 4, 1);
    expect(flow.rework).toMatchObject({ backward: 0, reopened: 0, items: 0 });
    expect(flow.blocked).toMatchObject({ spells: 0, share: 0 });
    expect(flow.littlesLaw?.departures).toBeGreaterThan(20);
  });

  test("says that moves between states are missing where none are recorded", () => {
    const dated = items.map((item, n) => ({
      id: item.id,
      title: item.title,
      kind: item.kind,
      startedAt: at(30 + n * 2),
      ...(n < 36 ? { finishedAt: at(34 + n * 2) } : {}),
    }));
    const told = review({ plan: { formatVersion: 1, items: dated }, history: { formatVersion: 1, events: [] } });
    expect(told.unavailable.map(({ code }) => code)).toContain("evenkeel/no-states-told");
    expect(told.lead.flow.efficiency).toBeUndefined();
    expect(told.charts.stateFlow).toBeUndefined();
    expect(told.lead.flow.time?.untoldMillis).toBe(told.lead.flow.time?.itemMillis);
  });

  test("draws what there is to do by day where every item tells when it came, else from today on", () => {
    const rows = review().charts.burnUp?.rows.filter(({ line }) => line === "scope") ?? [];
    expect(rows.length).toBeGreaterThan(10);
    expect(rows.at(-1)?.["items"]).toBe(40);
    for (const [place, row] of rows.entries())
      expect(Number(row["items"])).toBeGreaterThanOrEqual(Number(rows[place - 1]?.["items"] ?? 0));
    const silent = review({ history: { formatVersion: 1, events: events.filter(({ type }) => type !== "created") } });
    expect(silent.charts.burnUp?.rows.filter(({ line }) => line === "scope").map(({ items: count }) => count)).toEqual([
      40, 40,
    ]);
  });

  test("places ages in the order of the states, with the chance that is left", () => {
    const rows = review().charts.ageingByState?.rows ?? [];
    expect(rows.length).toBe(review().lead.ageing.length);
    expect(rows.every(({ state, chance }) => state === "Doing" && Number(chance) >= 0)).toBe(true);
  });
});

describe("what cannot be told", () => {
  test("has a text of its own for every reason", () => {
    const bare = review({ plan: { formatVersion: 1 }, history: { formatVersion: 1, events: [] } });
    expect(bare.unavailable.length).toBeGreaterThan(3);
    for (const message of bare.unavailable)
      expect([message.code, Object.hasOwn(en, message.code), say(message).message.includes("?")]).toEqual([
        message.code,
        true,
        false,
      ]);
  });
});

describe("what became of promises", () => {
  test("judges commitments by their first date and taking one back helps nobody", () => {
    const { record } = review().executive;
    expect(record).toMatchObject({ kept: 9, late: 2, missed: 0, withdrawn: 1, open: 1 });
    expect(record?.keptShare).toMatchObject({ hits: 9, n: 12 });
    expect(JSON.stringify(record)).not.toMatch(/ana|ben/i);
  });

  test("says how late and whether the stated chances were honest, once there are enough", () => {
    const { charts } = review();
    expect(charts.slip?.rows).toEqual([
      { share: "50 %", days: -2 },
      { share: "85 %", days: 6 },
    ]);
    expect(charts.calibration?.rows).toMatchObject([{ probability: 0.8, n: 12, hits: 9 }]);
    const few = review({ plan: { ...plan, commitments: commitments.slice(0, 4) } });
    expect(few.charts.slip).toBeUndefined();
    expect(few.charts.calibration).toBeUndefined();
  });

  test("keeps other bases apart, with said against done", () => {
    const { otherRecords } = review().executive;
    expect(otherRecords.map(({ basis }) => basis)).toEqual(["iteration"]);
    expect(otherRecords[0]?.record.sayDo).toMatchObject([{ committed: 4, done: 3, share: 0.75 }]);
  });

  test("names a day that would be safe, later than a day with less chance", () => {
    const [promise] = review().executive.promises;
    expect(promise?.flowChance).toBeGreaterThan(0.85);
    expect(promise?.safeDay).toMatch(/^2026-0[56]-\d\d$/);
    expect(String(promise?.safeDay) <= String(promise?.due)).toBe(true);
  });
});

describe("what effort came to", () => {
  const estimated = items.slice(0, 30).map((item, n) => ({
    ...item,
    outcomeIds: n % 3 === 0 ? [] : ["o"],
    estimates: [{ of: "effort" as const, basis: "original" as const, value: { kind: "single" as const, amount: 60 } }],
  }));
  const effortOf = (personOf: (n: number) => string): WorkPlan => ({
    ...plan,
    items: [...estimated, ...items.slice(30)],
    assignments: estimated.map(({ id }, n) => ({
      id: `a${n}`,
      itemId: id,
      personId: personOf(n),
      role: "responsible" as const,
      effortMinutes: 60,
      actualEffortMinutes: 60 + 60 * (n % 2),
    })),
  });

  test("sets effort on finished work against outcomes, and estimates against what they came to", () => {
    const { executive } = review({ plan: effortOf((n) => (n % 2 === 0 ? "ana" : "ben")) });
    expect(executive.estimates).toMatchObject({ n: 30, within: { hits: 15 } });
    expect(executive.yield).toMatchObject({
      attained: 0.5,
      personDays: (30 * 60) / 480,
      servingNoneDays: (10 * 60) / 480,
    });
    expect(executive.rework).toMatchObject({ reworkedItems: 0, share: 0 });
  });

  test("shows no honesty of estimates that would be one person's", () => {
    const teams = [{ id: "solo", name: "Solo", members: [{ personId: "ana" }] }];
    const alone = review({ plan: effortOf(() => "ana") });
    const { assignments = [], ...rest } = effortOf(() => "ana");
    const asTeam = assignments.map(({ personId: _person, ...row }) => ({ ...row, teamId: "solo" }));
    expect(review({ plan: { ...rest, teams, assignments: asTeam } }).executive.estimates).toBeUndefined();
    const bigger = [{ id: "solo", name: "Duo", members: [{ personId: "ana" }, { personId: "ben" }] }];
    expect(review({ plan: { ...rest, teams: bigger, assignments: asTeam } }).executive.estimates).toBeDefined();
    expect(alone.executive.estimates).toBeUndefined();
    expect(alone.unavailable).toContainEqual({
      code: "evenkeel/one-person",
      facts: { measure: "honesty of estimates" },
    });
  });
});
