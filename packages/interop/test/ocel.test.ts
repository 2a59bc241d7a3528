import { readFileSync } from "node:fs";
import { anyClearWork, anyPlanWithHistory, goldenPlans, kanbanHistory, kanbanPlan } from "@evenkeel/core/testing";
import { canonicalJson, orThrow } from "@evenkeel/kernel";
import { deepFreeze, sharedData, testLaws } from "@evenkeel/test-kit";
import { Ajv } from "ajv";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { NativeDocuments } from "../src/evenkeel-json.js";
import { readWork } from "../src/index.js";
import { readOcel, writeOcel } from "../src/ocel.js";
import * as samples from "./samples.js";
import { ocel, ocelFirst } from "./standard-samples.js";

function again(documents: NativeDocuments): string {
  const { plan, history, records } = orThrow(readOcel(writeOcel(deepFreeze(documents))));
  return canonicalJson({ plan, history, records });
}

function whole({ plan, history, records }: NativeDocuments): string {
  return canonicalJson({
    plan,
    history: history ?? { formatVersion: 1, events: [] },
    records: records ?? { formatVersion: 1 },
  });
}

describe("what is written is read again as the same documents", () => {
  testLaws("for generated plans", [
    {
      name: "with their histories",
      statedRuns: 10_000,
      property: fc.property(anyPlanWithHistory, (documents) => again(documents) === whole(documents)),
    },
    {
      name: "with all that makes work clear",
      statedRuns: 2_000,
      property: fc.property(anyClearWork, ({ plan, history }) => again({ plan, history }) === whole({ plan, history })),
    },
  ]);

  test("for the golden plans", () => {
    for (const plan of Object.values(goldenPlans)) expect(again({ plan })).toBe(whole({ plan }));
    const kanban = { plan: kanbanPlan, history: kanbanHistory };
    expect(again(kanban)).toBe(whole(kanban));
  });

  test.each([
    ["mspdi", samples.mspdi],
    ["xer", samples.xer],
    ["pmxml", samples.pmxml],
    ["jira-json", samples.jiraJson],
    ["markdown", samples.markdown],
    ["mapped-csv", samples.eventLog],
    ["git-log", samples.gitLog],
  ])("for all that %s gives", async (_name, text) => {
    const { plan, history, records } = orThrow(await readWork(text));
    expect(again({ plan, history, records })).toBe(whole({ plan, history, records }));
  });

  test("for records, empty tables, times of days and values of odd types", () => {
    const documents: NativeDocuments = {
      plan: {
        formatVersion: 1,
        title: "",
        outcomes: [],
        items: [
          {
            id: "items/1",
            title: '\ud800"</x>',
            kind: "task",
            rank: -0.5,
            customFields: { "a:json": [1, null, { __proto__x: true }] },
          },
        ],
      },
      history: {
        formatVersion: 1,
        events: [
          {
            id: "1",
            at: "2026-05-01",
            subject: { table: "items", id: "items/1" },
            source: "inferred",
            type: "accepted",
          },
          {
            id: "2",
            at: "2026-05-01T09:30",
            subject: { table: "items", id: "gone" },
            source: "exact",
            type: "removed",
          },
          {
            id: "3",
            at: "2026-05-01T09:30:00Z",
            subject: { table: "items", id: "items/1" },
            source: "exact",
            type: "changed",
            field: "rank",
            to: null,
          },
          {
            id: "4",
            at: "2026-05-01T09:31:00Z",
            subject: { table: "items", id: "items/1" },
            source: "exact",
            type: "changed",
            field: "rank",
            to: 4,
          },
          {
            id: "5",
            at: "2026-05-01T09:32:00Z",
            subject: { table: "items", id: "items/1" },
            source: "exact",
            type: "changed",
            field: "rank",
            to: "4",
          },
        ],
      },
      records: { formatVersion: 1, loggedEffort: [{ id: "1", itemId: "items/1", on: "2026-05-01", minutes: 30 }] },
    };
    expect(again(documents)).toBe(whole(documents));
  });
});

test("what is written is valid by the published schema, and every reference has its object", async ({ skip }) => {
  const path = sharedData("exports", "ocel", "pm4py-schema_ocel2.json");
  if (path === undefined) return skip("no shared data");
  const isValid = new Ajv({ strict: false, validateFormats: false }).compile(JSON.parse(readFileSync(path, "utf8")));
  for (const text of [samples.mspdi, samples.jiraJson, samples.markdown]) {
    const log = JSON.parse(writeOcel(orThrow(await readWork(text))));
    expect(isValid(log), JSON.stringify(isValid.errors)).toBe(true);
    const ids = new Set(log.objects.map((each: { id: string }) => each.id));
    expect(ids.size).toBe(log.objects.length);
    for (const each of [...log.objects, ...log.events])
      for (const { objectId } of each.relationships) expect(ids.has(objectId)).toBe(true);
  }
});

describe("a log of another tool", () => {
  const { plan, history, report } = orThrow(readOcel(ocel));

  test("makes items of its objects and an event of every object an event touched", () => {
    expect(plan.items?.map((item) => [item.id, item.sourceKind, item.stateId, item.customFields])).toEqual([
      ["o1", "Order", "Ship", { price: "12" }],
      ["p1", "Parcel", "Ship", undefined],
    ]);
    expect(history.events.map((each) => [each.id, each.at, each.subject.id, each.type])).toEqual([
      ["o1/price/1", "2026-03-03T08:00:00Z", "o1", "changed"],
      ["e1", "2026-03-02T09:00:00Z", "o1", "stateChanged"],
      ["e2", "2026-03-04T09:00:00Z", "o1", "stateChanged"],
      ["e2/1", "2026-03-04T09:00:00Z", "p1", "stateChanged"],
    ]);
    expect(plan.relations?.map((row) => [row.fromId, row.toId, row.sourceKind])).toEqual([["o1", "p1", "goes in"]]);
    expect(report.counts).toEqual({ read: 4, imported: 4, merged: 0, rejected: 0 });
  });

  test("is read in the layout of version 1.0 as well", () => {
    const first = orThrow(readOcel(ocelFirst, { zone: "Europe/Berlin" }));
    expect(first.report.format.version).toBe("1.0");
    expect(first.history.events.map((each) => [each.at, each.subject.id])).toEqual([["2026-03-02T08:00:00Z", "o1"]]);
    expect(first.plan.items?.[0]?.customFields).toEqual({ price: 10 });
  });
});
