import { runChecks } from "@evenkeel/checks";
import type { WorkPlan } from "@evenkeel/core";
import { deepFreeze, statedRuns, testLaws } from "@evenkeel/test-kit";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { clarityChecks } from "../src/index.js";
import { anyClarityInput, clarityLaws } from "../src/testing.js";
import { readAloud } from "./oracle-clarity.js";

const now = Date.UTC(2026, 4, 1);
const run = (plan: WorkPlan) => runChecks(clarityChecks, deepFreeze({ plan, now }), { today: "2026-05-01" });
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
    expect(said({ formatVersion: 1, items: [item] }, "clarity/owner-missing")).toEqual([
      "inapplicable clarity/owner-missing",
    ]);
    expect(said({ formatVersion: 1, items: [item], people }, "clarity/owner-missing")).toEqual(["fail A"]);
  });

  test("a field the source cannot carry is unknown, not missing", () => {
    const plan: WorkPlan = {
      formatVersion: 1,
      coverage: [{ tool: "jira", table: "items", fields: ["title", "outcomeIds"] }],
      items: [{ ...item, sources: [{ tool: "jira", id: "1" }] }],
    };
    expect(said(plan, "clarity/acceptance-missing")).toEqual(["unknown A"]);
    expect(said(plan, "clarity/outcome-missing")).toEqual(["fail A"]);
  });

  test("a reason that repeats the title is none; the why of an outcome is one", () => {
    expect(said({ formatVersion: 1, items: [{ ...item, reason: " doors " }] }, "clarity/reason-missing")).toEqual([
      "fail A",
    ]);
    const outcomes = [{ id: "o", title: "Quiet", why: "Guests sleep" }];
    expect(
      said({ formatVersion: 1, outcomes, items: [{ ...item, outcomeIds: ["o"] }] }, "clarity/reason-missing"),
    ).toEqual(["pass A"]);
  });

  test("two accountable people are one too many, with both as evidence", () => {
    const assignments = people.map(({ id }) => ({
      id: `a-${id}`,
      itemId: "A",
      personId: id,
      role: "accountable" as const,
    }));
    const [finding] = run({ formatVersion: 1, items: [item], people, assignments }).filter(
      ({ checkId }) => checkId === "clarity/accountable-several",
    );
    expect(finding).toMatchObject({
      outcome: "fail",
      evidence: [{ id: "a-ana" }, { id: "a-ben" }],
      measured: { value: 2 },
    });
  });

  test("done, dropped and parent items are not asked", () => {
    const items = [
      { ...item, finishedAt: "2026-04-01" },
      { ...item, id: "P" },
      { ...item, id: "C", parentId: "P" },
    ];
    expect(said({ formatVersion: 1, items }, "clarity/outcome-missing")).toEqual(["fail C"]);
  });

  test("a question whose day has passed waits for its answer, and blocks", () => {
    const decisions = [{ id: "q", question: "Which paint?", deciderId: "ana", by: "2026-04-30", blocks: ["A"] }];
    const [finding] = run({ formatVersion: 1, items: [item], people, decisions }).filter(
      ({ checkId }) => checkId === "clarity/decision-open",
    );
    expect(finding).toMatchObject({ outcome: "fail", severity: "serious", facts: { absent: ["answer"], blocked: 1 } });
  });

  test("agrees with reading the sentences one by one", () => {
    fc.assert(
      fc.property(anyClarityInput, (input) => {
        const found = runChecks(clarityChecks, input, { today: "2026-05-01" }).filter(
          ({ outcome }) => outcome === "fail",
        );
        expect(found.map(({ checkId, subject }) => `${checkId} ${subject.id}`).sort()).toEqual(readAloud(input.plan));
      }),
      { numRuns: statedRuns(10_000) },
    );
  });
});

testLaws("laws of the clarity checks", clarityLaws());
