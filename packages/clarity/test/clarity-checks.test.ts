import { runChecks } from "@evenkeel/checks";
import { type AssignmentRole, validateHistory, validatePlan, type WorkPlan, workContext } from "@evenkeel/core";
import { anyClearWork, goldenPlans, kanbanHistory } from "@evenkeel/core/testing";
import { deepFreeze, testLaws } from "@evenkeel/test-kit";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { clarityChecks, en } from "../src/index.js";
import { clarityDefects, clarityLaws } from "../src/testing.js";

const now = Date.UTC(2026, 4, 1);
const run = (plan: WorkPlan) =>
  runChecks(clarityChecks, workContext(deepFreeze({ plan, now })), { today: "2026-05-01" });
const said = (plan: WorkPlan, id: string) =>
  run(plan)
    .filter(({ checkId }) => checkId === id)
    .map(({ outcome, subject }) => `${outcome} ${subject.id}`);
const people = [
  { id: "ana", name: "Ana" },
  { id: "ben", name: "Ben" },
];
const item = { id: "A", title: "Doors", kind: "task" as const };

describe("clarity", () => {
  test("a one-person plan needs no owner", () => {
    expect(said({ formatVersion: 1, items: [item] }, "clarity/missing-owner")).toEqual([
      "inapplicable clarity/missing-owner",
    ]);
    expect(said({ formatVersion: 1, items: [item], people }, "clarity/missing-owner")).toEqual(["fail A"]);
  });

  test("a field the source of a row cannot carry is unknown, not missing", () => {
    const plan: WorkPlan = {
      formatVersion: 1,
      coverage: [{ tool: "jira", table: "items", fields: ["title", "outcomeIds"] }],
      items: [{ ...item, sources: [{ tool: "jira", id: "1" }] }],
    };
    expect(said(plan, "clarity/missing-acceptance")).toEqual(["unknown A"]);
    expect(said(plan, "clarity/missing-outcome")).toEqual(["fail A"]);
  });

  test("a reason that repeats the title is none; the why of an outcome is one", () => {
    expect(said({ formatVersion: 1, items: [{ ...item, reason: " doors " }] }, "clarity/missing-reason")).toEqual([
      "fail A",
    ]);
    const outcomes = [{ id: "o", title: "Quiet", why: "Guests sleep" }];
    expect(
      said({ formatVersion: 1, outcomes, items: [{ ...item, outcomeIds: ["o"] }] }, "clarity/missing-reason"),
    ).toEqual(["pass A"]);
  });

  const assigned = (roles: readonly AssignmentRole[]) =>
    roles.map((role, at) => ({ id: `a${at}`, itemId: "A", personId: "ana", role }));
  const onlyOne = (roles: readonly AssignmentRole[]) =>
    run({ formatVersion: 1, items: [item], people, assignments: assigned(roles) }).find(
      ({ checkId }) => checkId === "clarity/not-one-accountable",
    );

  test.each([
    ["RACI", ["responsible", "consulted"], "accountable"],
    ["RACI", ["responsible", "informed"], "accountable"],
    ["DACI", ["driver"], "approver"],
    ["DACI", ["approver"], "driver"],
    ["RAPID", ["recommender", "agreer"], "decider"],
  ] as const)("%s: of 0, 1, 2 and 3 beside %j exactly 1 %s passes", (model, others, single) => {
    for (const count of [0, 1, 2, 3]) {
      const finding = onlyOne([...others, ...Array.from({ length: count }, () => single)]);
      expect([count, finding?.outcome]).toEqual([count, count === 1 ? "pass" : "fail"]);
      if (count !== 1) expect(finding?.facts).toMatchObject({ model, role: single, count });
    }
  });

  test("in RACI one who is accountable for the whole answers for its parts, but two do not for a part", () => {
    const items = [
      { ...item, parentId: "P" },
      { ...item, id: "P", title: "House" },
    ];
    const above = { id: "z", itemId: "P", personId: "ben", role: "accountable" as const };
    const outcomeOf = (roles: readonly AssignmentRole[]) =>
      run({ formatVersion: 1, items, people, assignments: [...assigned(roles), above] }).find(
        ({ checkId, subject }) => checkId === "clarity/not-one-accountable" && subject.id === "A",
      )?.outcome;
    expect(outcomeOf(["responsible", "consulted"])).toBe("pass");
    expect(outcomeOf(["responsible", "accountable", "accountable"])).toBe("fail");
  });

  test("where no model is in use, nothing is asked of one", () => {
    expect(onlyOne(["responsible", "responsible"])).toBeUndefined();
    expect(onlyOne([])).toBeUndefined();
  });

  test("done, dropped and parent items are not asked", () => {
    const items = [
      { ...item, finishedAt: "2026-04-01" },
      { ...item, id: "P" },
      { ...item, id: "C", parentId: "P" },
    ];
    expect(said({ formatVersion: 1, items }, "clarity/missing-outcome")).toEqual(["fail C"]);
  });

  test("a question whose day has passed waits for its answer, and blocks", () => {
    const decisions = [{ id: "q", question: "Which paint?", deciderId: "ana", by: "2026-04-30", blocks: ["A"] }];
    const [finding] = run({ formatVersion: 1, items: [item], people, decisions }).filter(
      ({ checkId }) => checkId === "clarity/open-decision",
    );
    expect(finding).toMatchObject({ outcome: "fail", severity: "serious", facts: { absent: ["answer"], blocked: 1 } });
  });

  test.each([
    [{ baseline: 10, target: 20, direction: "increase" as const, unit: "%" }, undefined],
    [{ baseline: 20, target: 10, direction: "increase" as const, unit: "%" }, "side"],
    [{ baseline: 10, target: 20, direction: "decrease" as const, unit: "%" }, "side"],
    [{ baseline: 10, target: 10, unit: "%" }, "same"],
    [{ baseline: 10, target: 10, direction: "maintain" as const, unit: "%" }, undefined],
    [{ baseline: 10, target: 20 }, "unit"],
    [{ target: 20, unit: "%", from: "2026-05-02", by: "2026-05-01" }, "dates"],
  ])("the numbers of %j: %s", (measure, why) => {
    const [finding] = run({ formatVersion: 1, outcomes: [{ id: "o", title: "Quiet", measure }] }).filter(
      ({ checkId }) => checkId === "clarity/target-not-ahead",
    );
    expect([finding?.outcome, finding?.facts["why"]]).toEqual([why === undefined ? "pass" : "fail", why]);
  });

  test.each(Object.entries(goldenPlans))("the %s plan is clear: what is found is no matter of method", (name, plan) => {
    const history = name === "kanban" ? { history: kanbanHistory } : {};
    const context = workContext({ plan, ...history, now: Date.UTC(2026, 4, 6) });
    const found = runChecks(clarityChecks, context, { today: "2026-05-06" }).filter(
      ({ outcome }) => outcome === "fail",
    );
    expect(found.map(({ checkId, subject }) => `${checkId} ${subject.id}`)).toEqual([]);
  });
});

describe("the generator of defects", () => {
  test("has one for every check, and each check has its texts", () => {
    const seeded = new Set(clarityDefects.map(({ checkId }) => checkId));
    expect(clarityChecks.map(({ id }) => id).filter((id) => !seeded.has(id))).toEqual([]);
    expect(clarityChecks.map(({ id }) => id).filter((id) => en[id]?.remedy === undefined)).toEqual([]);
  });

  test("makes valid documents, clear or not", () => {
    fc.assert(
      fc.property(anyClearWork, fc.nat(), fc.nat(), (work, which, pick) => {
        const seeded = clarityDefects[which % clarityDefects.length]?.inject(work, pick)?.work ?? work;
        for (const { plan, history } of [work, seeded]) {
          expect(validatePlan(plan).issues).toEqual([]);
          expect(validateHistory(history, plan).issues).toEqual([]);
        }
      }),
      { numRuns: 200 },
    );
  });
});

testLaws("laws of the clarity checks", clarityLaws());
