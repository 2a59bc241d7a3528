import { deepFreeze, testLaws } from "@evenkeel/test-kit";
import { describe, expect, test } from "vitest";
import { en, orThrow, type ReviewInput, reviewWork, describe as say, type WorkPlan } from "../src/index.js";
import { reviewLaws } from "../src/testing.js";

const now = "2026-05-11T08:00:00Z";
const workflow = {
  id: "w",
  name: "Board",
  states: [
    { id: "todo", name: "To do", category: "proposed" },
    { id: "doing", name: "Doing", category: "active" },
    { id: "done", name: "Done", category: "done" },
  ],
} as const;
const finished = Array.from({ length: 40 }, (_none, at) => ({
  id: `f${at}`,
  title: `Done ${at}`,
  kind: "task" as const,
  workflowId: "w",
  stateId: "done",
}));
const day = (at: number): string => new Date(Date.UTC(2026, 2, 20) + at * 86_400_000).toISOString();
const events = finished.flatMap(({ id }, at) => {
  const base = { subject: { table: "items" as const, id }, source: "exact" as const, type: "stateChanged" as const };
  return [
    { ...base, id: `${id}s`, at: day(at), to: "doing" },
    { ...base, id: `${id}d`, at: day(at + 3 + (at % 4)), from: "doing", to: "done" },
  ];
});
const plan: WorkPlan = {
  formatVersion: 1,
  title: "Refit",
  workflows: [workflow],
  projects: [{ id: "p", name: "Refit", start: "2026-05-11" }],
  people: [
    { id: "ana", name: "Ana", jurisdiction: "DE" },
    { id: "ben", name: "Ben", jurisdiction: "DE" },
  ],
  items: [
    ...finished,
    {
      id: "A",
      title: "Doors",
      kind: "task",
      projectId: "p",
      workflowId: "w",
      stateId: "doing",
      startedAt: "2026-05-04T08:00:00Z",
      blocked: true,
      schedule: { kind: "task", durationMinutes: 2400 },
    },
    {
      id: "B",
      title: "Walls",
      kind: "task",
      projectId: "p",
      workflowId: "w",
      stateId: "todo",
      schedule: { kind: "task", durationMinutes: 4800 },
    },
  ],
  dependencies: [{ id: "d", predecessorId: "A", successorId: "B", type: "FS" }],
  assignments: [{ id: "a", itemId: "B", personId: "ana", role: "responsible", effortMinutes: 9600 }],
  commitments: [{ id: "c", due: "2026-05-15", byId: "ana", subject: { table: "items", id: "B" }, what: "Walls ready" }],
  decisions: [{ id: "q", question: "Which paint?", blocks: ["B"] }],
  outcomes: [{ id: "o", title: "Quiet", measure: { baseline: 40, target: 30, current: 38 } }],
};
const records = {
  formatVersion: 1 as const,
  workIntervals: [
    { id: "1", personId: "ana", from: "2026-05-04T08:00:00Z", to: "2026-05-04T22:00:00Z", kind: "actual" as const },
    { id: "2", personId: "ana", from: "2026-05-05T06:00:00Z", to: "2026-05-05T12:00:00Z", kind: "actual" as const },
    { id: "3", personId: "ana", from: "2026-05-08T06:00:00Z", to: "2026-05-08T12:00:00Z", kind: "actual" as const },
  ],
};
const input: ReviewInput = deepFreeze({ plan, history: { formatVersion: 1 as const, events }, records, now });
const review = (more: Partial<ReviewInput> = {}) => {
  const result = reviewWork({ ...input, ...more });
  if (!result.ok) throw new TypeError(JSON.stringify(result.issues));
  return result.value;
};

describe("the review", () => {
  test("opens with what a promise stands to lose, and who acts", () => {
    const [first] = review().first;
    expect(first?.consequence).toMatchObject({ commitmentId: "c" });
    expect(review().first.map(({ code }) => code)).toEqual([
      "evenkeel/promise-doubtful-and-late",
      "clarity/open-decision",
      "completion/item-blocked",
      "sustainability/overload",
      "clarity/incomplete-measure",
    ]);
    expect(review().first.find(({ code }) => code.startsWith("evenkeel/promise"))).toMatchObject({ person: "Ana" });
  });

  test("names both answers about a promise where dates and pace disagree", () => {
    const [promise] = review().executive.promises;
    expect(promise).toMatchObject({ networkFinish: "2026-05-29T17:00", networkDaysLate: 14, standing: "at-risk" });
    const chance = promise?.flowChance ?? 0;
    expect(promise?.disagreement?.code).toBe(chance >= 0.85 ? "evenkeel/network-doubts-flow" : undefined);
  });

  test("shows rest to the person alone, and says that it withheld some", () => {
    const rest = (viewer?: string) =>
      review(viewer === undefined ? {} : { viewer: { personId: viewer } }).findings.filter(
        ({ checkId, outcome }) => checkId === "eu-wtd/daily-rest" && outcome === "fail",
      );
    expect(rest()).toEqual([]);
    expect(rest("ben")).toEqual([]);
    expect(rest("ana")).toHaveLength(1);
    expect(review().withheld).toContainEqual({ checkId: "eu-wtd/daily-rest" });
    expect(JSON.stringify(review())).not.toContain('"rest":');
  });

  test("has flow, forecast, load and charts from the same documents", () => {
    const { lead, charts } = review();
    expect(lead.flow).toMatchObject({ wip: 1, cycleTime: { items: 40 } });
    expect(lead.forecast?.openItems).toBe(2);
    expect(lead.load.map(({ week, plannedMinutes }) => [week, Math.round(plannedMinutes)])).toEqual([
      ["2026-05-18", 4800],
      ["2026-05-25", 4800],
    ]);
    expect(Object.keys(charts).sort()).toEqual([
      "ageing",
      "burnUp",
      "cumulativeFlow",
      "cycleTime",
      "forecast",
      "load",
      "loadHeat",
      "stateFlow",
      "throughput",
    ]);
  });

  test("says what is not available without a history, and judges nothing it cannot know", () => {
    const bare = reviewWork({ plan: { formatVersion: 1, items: [{ id: "A", title: "Paint", kind: "task" }] }, now });
    expect(bare.ok && bare.value.unavailable.map(({ code }) => code)).toEqual([
      "evenkeel/items-without-duration",
      "evenkeel/no-finished-work",
      "evenkeel/nothing-in-progress",
      "evenkeel/no-promises",
      "evenkeel/no-effort",
      "evenkeel/too-little-recorded",
    ]);
    expect(
      bare.ok &&
        bare.value.findings.filter(({ outcome, checkId }) => outcome === "fail" && checkId === "clarity/missing-owner"),
    ).toEqual([]);
  });

  test("refuses a plan that breaks an invariant, and a day that is none, all at once", () => {
    const result = reviewWork({
      plan: { formatVersion: 1, items: [{ id: "A", title: "Paint", kind: "task", parentId: "Z" }] },
      now: "yesterday",
    });
    expect(result.issues.map(({ code }) => code)).toEqual(["kernel/invalid-time-text", "core/dangling-reference"]);
  });

  test("keeps ids of people and items apart", () => {
    const twin: WorkPlan = {
      formatVersion: 1,
      people: [
        { id: "1", name: "Ana" },
        { id: "2", name: "Ben" },
      ],
      items: [{ id: "1", title: "Doors", kind: "task", schedule: { kind: "task", durationMinutes: 480 } }],
    };
    expect(
      review({ plan: twin, history: { formatVersion: 1, events: [] }, records: { formatVersion: 1 } }).names,
    ).toEqual({ people: { "1": "Ana", "2": "Ben" }, items: { "1": "Doors" } });
  });

  test("every code it gives has an English text", () => {
    const { first, findings, unavailable, executive, contributor, issues, charts } = review({
      viewer: { personId: "ana" },
    });
    const messages = [
      ...first,
      ...findings,
      ...unavailable,
      ...contributor.next,
      ...contributor.duties,
      ...issues,
      ...executive.promises.flatMap(({ disagreement }) => disagreement ?? []),
      ...Object.values(charts).map(({ text }) => text),
    ];
    expect(messages.length).toBeGreaterThan(10);
    for (const message of messages)
      expect([message.code, Object.hasOwn(en, message.code), say(message).message.includes("?")]).toEqual([
        message.code,
        true,
        /question|Which/.test(say(message).message),
      ]);
  });
});

testLaws("laws of the review", reviewLaws());

test("work that is in progress by its state counts, though nothing tells since when", () => {
  const workflows = [
    { id: "flow", name: "Flow", states: [{ id: "doing", name: "Doing", category: "active" as const }] },
  ];
  const items = ["A", "B"].map((id) => ({
    id,
    title: id,
    kind: "task" as const,
    workflowId: "flow",
    stateId: "doing",
  }));
  const plan = { formatVersion: 1 as const, workflows, items };
  expect(orThrow(reviewWork({ plan, now: "2026-05-03" })).lead.flow.wip).toBe(2);
});
