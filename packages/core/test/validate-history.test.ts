import { deepFreeze, testLaws } from "@evenkeel/test-kit";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { validateHistory, type WorkEvent, type WorkHistory, type WorkPlan } from "../src/index.js";
import { faultsOf } from "./oracle-history.js";

const id = fc.constantFrom("A", "B", "C", "D", "E", "toString", "__proto__");
const time = fc.constantFrom("2026-05-01", "2026-05-01T08:00", "2026-05-01T08:00:00Z", "2026-02-30", "soon", "");
const event = fc.record(
  {
    id: fc.oneof(
      fc.nat(40).map((at) => `e${at}`),
      fc.constantFrom("", "__proto__"),
    ),
    at: time,
    recordedAt: time,
    subject: fc.record({ table: fc.constantFrom("items", "items", "items", "people", "timeboxes"), id }),
    source: fc.constant("exact"),
    type: fc.constantFrom("created", "stateChanged", "removed", "grown", "toString"),
    corrects: fc.nat(40).map((at) => `e${at}`),
  },
  { requiredKeys: ["id", "at", "subject", "source", "type"] },
) as unknown as fc.Arbitrary<WorkEvent>;
const rows = fc.array(fc.record({ id, title: fc.constant("Dig"), kind: fc.constant("task") }), { maxLength: 6 });
const plan = fc.record({
  formatVersion: fc.constant(1),
  items: rows,
  people: rows,
}) as unknown as fc.Arbitrary<WorkPlan>;

const faults = (history: WorkHistory, of?: WorkPlan): string[] =>
  validateHistory(history, of).issues.map(({ code, path }) => `${code} ${path.join("/")}`);

testLaws("validating a history", [
  {
    name: "finds the faults that reading sentence by sentence finds, in the order of the events",
    statedRuns: 10_000,
    property: fc.property(fc.array(event, { maxLength: 12 }), plan, (events, of) => {
      const history = deepFreeze({ formatVersion: 1, events } as const);
      expect(faults(history, of)).toEqual(faultsOf(history, of));
      expect(faults(history)).toEqual(faultsOf(history));
    }),
  },
]);

describe("subjects of events", () => {
  const told = (...ids: string[]): WorkHistory => ({
    formatVersion: 1,
    events: ids.map((each, at) => ({
      id: `e${at}`,
      at: "2026-05-01",
      subject: { table: "items", id: each },
      source: "exact",
      type: "created",
    })),
  });
  const items = ["A", "B", "C"].map((each) => ({ id: each, title: each, kind: "task" as const }));

  test("are found in whatever order their rows stand", () => {
    for (const order of ["ABC", "CBA", "AACCBB", "BCA"])
      expect(faults(told(...order), { formatVersion: 1, items })).toEqual([]);
    expect(faults(told("C", "X", "A"), { formatVersion: 1, items })).toEqual([
      "core/dangling-reference events/1/subject",
    ]);
  });
});
