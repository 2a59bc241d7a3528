import { deepFreeze } from "@evenkeel/test-kit";
import { describe, expect, test } from "vitest";
import { planAt, validateHistory, type WorkEvent, type WorkHistory, type WorkPlan } from "../src/index.js";

const start: WorkPlan = deepFreeze({
  formatVersion: 1,
  people: [{ id: "ana", name: "Ana" }],
  items: [
    { id: "A", title: "Doors", kind: "task" },
    { id: "B", title: "Walls", kind: "task" },
  ],
});
const base = { source: "exact", subject: { table: "items", id: "A" } } as const;
const at = (minute: number): string => `2026-05-01T08:0${minute}:00Z`;
const history = (...events: readonly object[]): WorkHistory =>
  deepFreeze({
    formatVersion: 1,
    events: events.map((event, index) => ({ ...base, id: `${index}`, at: at(index), ...event }) as WorkEvent),
  });
const titles = (plan: WorkPlan) => plan.items?.map(({ title }) => title);

describe("the plan at an instant", () => {
  const told = history(
    { type: "changed", field: "title", from: "Doors", to: "Oak doors" },
    {
      type: "created",
      subject: { table: "items", id: "C" },
      row: { id: "C", title: "Roof", kind: "task" },
      before: "B",
    },
    { type: "removed", subject: { table: "items", id: "B" } },
  );

  test("is what events until then made of the plan before, in its order", () => {
    const minutes = [-1, 0, 1, 2].map((minute) => titles(planAt(start, told, Date.parse(at(0)) + minute * 60_000)));
    expect(minutes).toEqual([
      ["Doors", "Walls"],
      ["Oak doors", "Walls"],
      ["Oak doors", "Roof", "Walls"],
      ["Oak doors", "Roof"],
    ]);
    expect(planAt(start, told).people).toBe(start.people);
  });

  test("leaves out what was corrected", () => {
    const corrected = history(
      { type: "changed", field: "title", to: "Oak doors" },
      { type: "changed", field: "title", to: "Ash doors", corrects: "0" },
    );
    expect(titles(planAt(start, corrected, Date.parse(at(0))))).toEqual(["Doors", "Walls"]);
    expect(titles(planAt(start, corrected))).toEqual(["Ash doors", "Walls"]);
  });

  test("passes over tables, rows and fields that are none, and taints nothing", () => {
    const strange = ["constructor", "__proto__", "formatVersion", "nope"].map((table) => ({
      type: "created",
      subject: { table, id: "A" },
      row: { id: "A" },
    }));
    const events = [
      ...strange,
      { type: "created", row: 5 },
      { type: "changed", field: { toString: 1 }, to: 1 },
      { type: "changed", field: "id", to: "Z" },
      { type: "changed", field: "__proto__", to: { polluted: 1 } },
    ];
    const plan = planAt(start, history(...events));
    expect(Object.keys(plan).sort()).toEqual(["formatVersion", "items", "people"]);
    expect(plan.items?.map(({ id }) => id)).toEqual(["A", "B"]);
    expect("polluted" in {}).toBe(false);
  });
});

describe("what is no event", () => {
  test.each([
    null,
    5,
    { type: "changed", subject: undefined },
    { type: "changed", subject: { table: "nope", id: "A" } },
    { type: "changed", at: 5 },
  ])("%j is named by its place, alone", (event) => {
    const events = [{ ...base, id: "x", at: at(0), type: "changed", field: "title" }, event].map((each) =>
      typeof each === "object" && each !== null ? { ...base, id: "y", at: at(0), ...each } : each,
    );
    const found = validateHistory({ formatVersion: 1, events } as unknown as WorkHistory, start).issues;
    expect(found.map(({ code, path }) => [code, path])).toEqual([["core/invalid-event", ["events", 1]]]);
  });

  test("nor is what is no history", () => {
    const codes = [undefined, 5, {}, { formatVersion: 1, events: 5 }].map((value) =>
      validateHistory(value as unknown as WorkHistory).issues.map(({ code }) => code),
    );
    expect(codes).toEqual([
      ["core/format-version"],
      ["core/format-version"],
      ["core/format-version", "core/invalid-event"],
      ["core/invalid-event"],
    ]);
  });
});
