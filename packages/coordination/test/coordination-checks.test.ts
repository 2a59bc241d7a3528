import { runChecks } from "@evenkeel/checks";
import type { WorkHistory, WorkPlan } from "@evenkeel/core";
import { deepFreeze, statedRuns, testLaws } from "@evenkeel/test-kit";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { coordinationChecks } from "../src/index.js";
import { anyCoordinationInput, coordinationLaws } from "../src/testing.js";
import { readAloud } from "./oracle-coordination.js";

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
      handoff: { what: "keys", to: "ben", state: "offered" },
    },
  ],
};
const offered = (at: string): WorkHistory => ({
  formatVersion: 1,
  events: [{ id: "1", at, subject: { table: "dependencies", id: "d" }, source: "exact", type: "handoffOffered" }],
});
const outcome = (input: { plan: WorkPlan; history?: WorkHistory }, id: string) =>
  runChecks(coordinationChecks, deepFreeze({ ...input, now }), { today: "2026-05-10" }).find(
    ({ checkId }) => checkId === id,
  )?.outcome;

describe("coordination", () => {
  test("an offer may wait for two days and no longer", () => {
    const id = "coordination/handoff-not-accepted";
    expect(outcome({ plan, history: offered("2026-05-08T00:00:00Z") }, id)).toBe("pass");
    expect(outcome({ plan, history: offered("2026-05-07T23:59:59Z") }, id)).toBe("fail");
    expect(outcome({ plan }, id)).toBe("fail");
  });

  test("a need on the promised day fits; a day earlier does not; without a promise it is unknown", () => {
    const with_ = (neededBy: string, promisedBy?: string) => ({
      plan: {
        ...plan,
        dependencies: [
          {
            id: "d",
            predecessorId: "A",
            successorId: "B",
            type: "FS" as const,
            handoff: { neededBy, ...(promisedBy === undefined ? {} : { promisedBy }) },
          },
        ],
      },
    });
    const id = "coordination/need-before-promise";
    expect([
      outcome(with_("2026-05-09", "2026-05-09"), id),
      outcome(with_("2026-05-08", "2026-05-09"), id),
      outcome(with_("2026-05-08"), id),
    ]).toEqual(["pass", "fail", "unknown"]);
  });

  test("one person hands nothing over", () => {
    expect(outcome({ plan: { ...plan, people: [] } }, "coordination/handoff-missing")).toBe("inapplicable");
  });

  test("agrees with reading the sentences one by one", () => {
    fc.assert(
      fc.property(anyCoordinationInput, (input) => {
        const found = runChecks(coordinationChecks, input, { today: "2026-05-15" }).filter(
          (finding) => finding.outcome === "fail",
        );
        expect(found.map(({ checkId, subject }) => `${checkId} ${subject.id}`).sort()).toEqual(readAloud(input));
      }),
      { numRuns: statedRuns(10_000) },
    );
  });
});

testLaws("laws of the coordination checks", coordinationLaws());
