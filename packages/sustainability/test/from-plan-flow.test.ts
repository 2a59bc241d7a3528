import type { WorkPlan, WorkRecords } from "@evenkeel/core";
import { orThrow } from "@evenkeel/kernel";
import { deepFreeze } from "@evenkeel/test-kit";
import { describe, expect, test } from "vitest";
import { actualLoadInputFromPlan, flowInputFromPlan, sustainabilityInputFromPlan } from "../src/from-plan.js";
import { measureAfterHours, workedDays } from "../src/index.js";

const now = 20_577 * 86_400_000;
const plan: WorkPlan = {
  formatVersion: 1,
  people: [
    {
      id: "ana",
      name: "Ana",
      zone: "Europe/Berlin",
      skills: ["sql"],
      away: [{ from: "2026-05-05", to: "2026-05-05" }],
    },
    { id: "ben", name: "Ben", zone: "America/New_York" },
    { id: "old", name: "Old", active: false, skills: ["sql"] },
  ],
  items: [
    {
      id: "A",
      title: "Doors",
      kind: "task",
      projectId: "house",
      startedAt: "2026-05-01",
      skills: ["sql"],
      workType: "toil",
    },
    { id: "B", title: "Walls", kind: "task", finishedAt: "2026-05-01" },
    { id: "C", title: "Roof", kind: "task" },
  ],
  assignments: ["A", "B", "C"].map((itemId) => ({
    id: `a${itemId}`,
    itemId,
    personId: "ana",
    role: "responsible",
    effortMinutes: 600,
    actualEffortMinutes: 60,
  })),
  dependencies: [
    {
      id: "d1",
      predecessorId: "A",
      successorId: "C",
      type: "FS",
      handoff: { from: "ana", to: "team", neededBy: "2026-05-06" },
    },
    {
      id: "d2",
      predecessorId: "B",
      successorId: "C",
      type: "FS",
      handoff: { from: "ana", to: "ben", neededBy: "2026-05-06" },
    },
  ],
};
const records: WorkRecords = {
  formatVersion: 1,
  workIntervals: [
    {
      id: "w1",
      personId: "ana",
      from: "2026-05-04T20:00:00Z",
      to: "2026-05-04T23:00:00Z",
      kind: "actual",
      itemId: "A",
    },
    { id: "w2", personId: "ana", from: "2026-05-04T20:00:00Z", to: "2026-05-04T23:00:00Z", kind: "onCallStandby" },
  ],
  loggedEffort: [
    { id: "l1", personId: "ana", itemId: "A", on: "2026-05-04", minutes: 90 },
    { id: "l2", personId: "ben", itemId: "A", on: "2026-05-05T03:00:00Z", minutes: 30 },
  ],
  contactEvents: [{ id: "c1", personId: "ben", at: "2026-05-04T13:30:00Z", kind: "mail" }],
  onCallShifts: [{ id: "s1", personId: "ana", from: "2026-05-04T00:00:00Z", to: "2026-05-05T00:00:00Z" }],
  incidents: [{ id: "i1", at: "2026-05-04T01:00:00Z" }],
  leave: [
    { id: "v1", personId: "ana", from: "2026-05-08", to: "2026-05-11", kind: "annual" },
    { id: "v2", personId: "ana", from: "2026-05-12", to: "2026-05-12", kind: "sick" },
  ],
};
const history = {
  formatVersion: 1 as const,
  events: [
    {
      id: "e1",
      at: "2026-05-04T23:30:00Z",
      subject: { table: "items" as const, id: "A" },
      actor: "ana",
      source: "exact" as const,
      type: "stateChanged" as const,
      to: "doing",
    },
    {
      id: "e2",
      at: "2026-05-04T23:30:00Z",
      subject: { table: "items" as const, id: "A" },
      actor: "ben",
      source: "exact" as const,
      type: "stateChanged" as const,
      to: "doing",
    },
    {
      id: "e3",
      at: "2026-05-04T23:30:00Z",
      subject: { table: "items" as const, id: "A" },
      source: "inferred" as const,
      type: "stateChanged" as const,
      to: "doing",
    },
  ],
};

describe("flow of a plan", () => {
  test("reads open and active work, effort by type, skills, owners and handoffs", () => {
    const found = flowInputFromPlan(deepFreeze(plan), now);
    expect(found).toEqual({
      heldItems: [{ personId: "ana", itemId: "A", projectId: "house", from: 20_577, to: 20_578 }],
      handoffs: [{ id: "d1", day: 20_579, giver: "ana" }],
      efforts: [
        { itemId: "A", minutes: 540, workType: "toil" },
        { itemId: "C", minutes: 540 },
      ],
      skills: {
        people: [
          { personId: "ana", skills: ["sql"] },
          { personId: "ben", skills: [] },
        ],
        items: [
          { itemId: "A", skills: ["sql"] },
          { itemId: "C", skills: [] },
        ],
      },
      owners: [
        { itemId: "A", personId: "ana", projectId: "house" },
        { itemId: "C", personId: "ana" },
      ],
    });
  });

  test("reads records where people are: days, work and contact in their own zone", () => {
    const found = sustainabilityInputFromPlan(plan, now, history, deepFreeze(records), {
      meetings: [],
      entitlements: [],
    });
    expect(found.touches?.map(({ personId, day }) => [personId, day])).toEqual([
      ["ana", 20_578],
      ["ben", 20_577],
    ]);
    expect(found.leaveStanding?.days.map(({ day }) => day)).toEqual([20_581, 20_584]);
    expect(found.rota).toMatchObject({ from: now, to: now + 86_400_000, incidents: [{ id: "i1" }] });
    const days = found.workingDays ?? [];
    expect(days.length).toBe(14);
    const away = days.find(({ personId, day }) => personId === "ana" && day === 20_578);
    expect([away?.from, away?.working]).toEqual([now + 22 * 3_600_000, []]);
    const rows = orThrow(measureAfterHours(days, found.workSpans ?? [], found.contacts ?? []));
    expect(rows.filter(({ workedMinutes }) => workedMinutes > 0)).toMatchObject([
      { personId: "ana", day: 20_577, isRestDay: false, workedMinutes: 120, outsideMinutes: 120 },
      { personId: "ana", day: 20_578, isRestDay: true, workedMinutes: 60, outsideMinutes: 60 },
    ]);
    expect(rows.find(({ contacts }) => contacts > 0)).toMatchObject({ personId: "ben", outsideContacts: [] });
  });

  test("cuts work at local midnights and takes logged effort of those without intervals", () => {
    const input = actualLoadInputFromPlan(plan, records);
    expect(input.worked).toEqual([
      { personId: "ana", itemId: "A", day: 20_577, minutes: 120 },
      { personId: "ana", itemId: "A", day: 20_578, minutes: 60 },
      { personId: "ben", itemId: "A", day: 20_577, minutes: 30 },
    ]);
    const days = orThrow(workedDays(input));
    expect(days.reduce((sum, { loadMinutes }) => sum + loadMinutes, 0)).toBe(210);
    expect(days.find(({ personId, from }) => personId === "ana" && from === 20_578)?.capacityMinutes).toBe(0);
    const long = {
      id: "w",
      personId: "ana",
      from: "1926-01-01T00:00:00Z",
      to: "2026-01-01T00:00:00Z",
      kind: "actual" as const,
    };
    const century = workedDays(actualLoadInputFromPlan(plan, { formatVersion: 1, workIntervals: [long] }));
    expect(century.issues.map(({ code }) => code)).toEqual(["sustainability/impossible-work"]);
  });
});
