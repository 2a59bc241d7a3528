import { openChecks, runChecks } from "@evenkeel/checks";
import {
  changeWork,
  touchedBy,
  validateHistory,
  validatePlan,
  type WorkEvent,
  type WorkPlan,
  workContext,
} from "@evenkeel/core";
import { goldenPlans, kanbanHistory } from "@evenkeel/core/testing";
import { deepFreeze, statedRuns, testLaws } from "@evenkeel/test-kit";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  coordinationChecks,
  en,
  handoffStanding,
  logicHealth,
  measureBoundaries,
  measureCongruence,
  sharedMinutes,
  teamMatrix,
} from "../src/index.js";
import { anyTimelyWork, coordinationDefects, coordinationLaws } from "../src/testing.js";

const now = Date.UTC(2026, 4, 10);
const plan: WorkPlan = {
  formatVersion: 1,
  items: [
    { id: "A", title: "Doors", kind: "task" },
    { id: "B", title: "Walls", kind: "task" },
  ],
  people: [
    { id: "ana", name: "Ana" },
    { id: "ben", name: "Ben" },
  ],
  dependencies: [
    {
      id: "d",
      predecessorId: "A",
      successorId: "B",
      type: "FS",
      handoff: { what: "keys", from: "ana", to: "ben", state: "offered" },
    },
  ],
};
const event = (type: "handoffOffered" | "handoffAccepted" | "handoffReturned", at: string): WorkEvent => ({
  id: at,
  at,
  subject: { table: "dependencies", id: "d" },
  source: "exact",
  type,
});
const contextOf = (of: WorkPlan, events: readonly WorkEvent[] = []) =>
  workContext(deepFreeze({ plan: of, history: { formatVersion: 1 as const, events }, now }));
const outcome = (of: WorkPlan, events: readonly WorkEvent[], id: string) =>
  runChecks(coordinationChecks, contextOf(of, events), { today: "2026-05-10" }).find(({ checkId }) => checkId === id)
    ?.outcome;

describe("the life of a handoff", () => {
  test("an offer may wait for two days and no longer", () => {
    const id = "coordination/handoff-not-accepted";
    expect(outcome(plan, [event("handoffOffered", "2026-05-08T00:00:00Z")], id)).toBe("pass");
    expect(outcome(plan, [event("handoffOffered", "2026-05-07T23:59:59Z")], id)).toBe("fail");
    expect(outcome(plan, [], id)).toBe("fail");
  });

  test("is offered, returned, offered again and accepted; waiting adds up, also over events recorded late", () => {
    const life = [
      event("handoffAccepted", "2026-05-06T00:00:00Z"),
      event("handoffOffered", "2026-05-01T00:00:00Z"),
      event("handoffReturned", "2026-05-02T00:00:00Z"),
      event("handoffOffered", "2026-05-04T00:00:00Z"),
    ];
    expect(handoffStanding(contextOf(plan, life), "d")).toEqual({
      state: "accepted",
      since: Date.UTC(2026, 4, 6),
      bounces: 1,
      waitedMillis: 3 * 86_400_000,
    });
    const open = handoffStanding(contextOf(plan, life.slice(1)), "d");
    expect(open).toMatchObject({ state: "offered", heldBy: "ben", waitedMillis: 7 * 86_400_000 });
    expect(measureBoundaries(contextOf(plan, life))).toEqual([
      {
        from: "ana",
        to: "ben",
        handoffs: 1,
        agreed: 0,
        offered: 0,
        accepted: 1,
        returned: 0,
        bounces: 1,
        meanWaitDays: 3,
      },
    ]);
  });

  test("a need on the promised day fits; a day earlier does not; without a promise it is unknown", () => {
    const agreed = (neededBy: string, promisedBy?: string): WorkPlan => ({
      ...plan,
      dependencies: [
        {
          id: "d",
          predecessorId: "A",
          successorId: "B",
          type: "FS",
          handoff: { neededBy, ...(promisedBy === undefined ? {} : { promisedBy }) },
        },
      ],
    });
    const id = "coordination/need-before-promise";
    const said = [agreed("2026-05-09", "2026-05-09"), agreed("2026-05-08", "2026-05-09"), agreed("2026-05-08")];
    expect(said.map((each) => outcome(each, [], id))).toEqual(["pass", "fail", "unknown"]);
  });

  test("one person hands nothing over", () => {
    expect(outcome({ ...plan, people: [] }, [], "coordination/handoff-not-accepted")).toBe("inapplicable");
  });
});

describe("working hours in common", () => {
  const index = contextOf(plan).plan;
  const at = (zone: string) => ({ id: zone, name: zone, zone });
  test.each([
    ["Europe/Berlin", "Europe/Berlin", 2400],
    ["Europe/Berlin", "Europe/London", 1800],
    ["Europe/Berlin", "America/New_York", 900],
    ["Europe/Berlin", "Pacific/Auckland", 0],
  ])("%s and %s share %i minutes a week, either way round", (a, b, minutes) => {
    expect(sharedMinutes(index, at(a), at(b), now)).toBe(minutes);
    expect(sharedMinutes(index, at(b), at(a), now)).toBe(minutes);
  });
});

describe("structure", () => {
  const teams = [
    { id: "t1", name: "One", members: [{ personId: "ana" }] },
    { id: "t2", name: "Two", members: [{ personId: "ben" }] },
  ];
  const assignments = [
    { id: "a", itemId: "A", personId: "ana", role: "responsible" as const },
    { id: "b", itemId: "B", personId: "ben", role: "responsible" as const },
  ];
  const owned = { ...plan, teams, assignments };
  test("counts dependencies between teams", () => {
    expect(teamMatrix(contextOf(owned))).toEqual([{ fromTeam: "t1", toTeam: "t2", dependencies: 1, open: 1 }]);
  });
  test("congruence is unknown without contact data, and the share of needed pairs with it", () => {
    expect(measureCongruence(contextOf(owned))).toEqual({ outcome: "unknown", missing: ["contacts"] });
    expect(measureCongruence(contextOf(owned), [])).toMatchObject({ needed: 1, met: 0, share: 0 });
    expect(measureCongruence(contextOf(owned), [{ a: "ben", b: "ana" }])).toMatchObject({ met: 1, share: 1 });
  });
  test("logic health counts what the assessment counts", () => {
    const task = (id: string, durationMinutes: number) => ({
      id,
      title: id,
      kind: "task" as const,
      schedule: { kind: "task" as const, durationMinutes },
    });
    const scheduled: WorkPlan = {
      ...owned,
      items: [task("A", 480), task("B", 45 * 480)],
      schedules: [{ id: "s", kind: "computed", items: [{ itemId: "A", totalFloatMinutes: -480 }] }],
    };
    const points = logicHealth(contextOf(scheduled)).map(
      ({ name, count, of, holds }) => `${name} ${count}/${of} ${holds}`,
    );
    expect(points).toEqual([
      "logic 2/2 false",
      "leads 0/1 true",
      "lags 0/1 true",
      "relationshipTypes 1/1 true",
      "hardConstraints 0/2 true",
      "highFloat 0/1 true",
      "negativeFloat 1/1 false",
      "highDuration 1/2 false",
      "resources 0/2 true",
    ]);
  });
});

describe.each(Object.entries(goldenPlans))("the %s plan", (name, golden) => {
  test("is coordinated: what is found is no matter of method", () => {
    const history = name === "kanban" ? { history: kanbanHistory } : {};
    const context = workContext({ plan: golden, ...history, now: Date.UTC(2026, 4, 6) });
    const found = runChecks(coordinationChecks, context, { today: "2026-05-06" }).filter(
      (each) => each.outcome === "fail",
    );
    expect(found.map(({ checkId, subject }) => `${checkId} ${subject.id}`)).toEqual([]);
  });
});

describe("the generator of defects", () => {
  test("has one for every check, and each check has its texts", () => {
    const seeded = new Set(coordinationDefects.map(({ checkId }) => checkId));
    expect(coordinationChecks.map(({ id }) => id).filter((id) => !seeded.has(id))).toEqual([]);
    expect(coordinationChecks.map(({ id }) => id).filter((id) => en[id]?.remedy === undefined)).toEqual([]);
  });

  test("makes valid documents, timely or not", () => {
    fc.assert(
      fc.property(anyTimelyWork, fc.nat(), fc.nat(), (work, which, pick) => {
        const seeded = coordinationDefects[which % coordinationDefects.length]?.inject(work, pick)?.work ?? work;
        for (const each of [work, seeded]) {
          expect(validatePlan(each.plan).issues).toEqual([]);
          expect(validateHistory(each.history, each.plan).issues).toEqual([]);
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe("checks kept open", () => {
  test("follow when a state comes to mean something else", () => {
    const meanings = fc.constantFrom("proposed", "waiting", "active", "done", "dropped" as const);
    fc.assert(
      fc.property(anyTimelyWork, fc.nat(), meanings, (work, which, category) => {
        const flow = work.plan.workflows?.[0];
        if (flow === undefined) return;
        const states = flow.states.map((state, at) =>
          at === which % flow.states.length ? { ...state, category } : state,
        );
        const after = { ...flow, states };
        const context = workContext(work);
        const session = openChecks(coordinationChecks, context, { today: "2026-05-15" });
        const change = { changed: [{ table: "workflows" as const, id: flow.id, after }] };
        session.update(touchedBy(change), () => {
          changeWork(context, change);
          return context;
        });
        const full = workContext({ ...work, plan: { ...work.plan, workflows: [after] } });
        const found = runChecks(coordinationChecks, full, { today: "2026-05-15" });
        expect(session.findings()).toEqual(found.filter(({ outcome: each }) => each !== "pass"));
      }),
      { numRuns: statedRuns(5_000) },
    );
  });
});

testLaws("laws of the coordination checks", coordinationLaws());
