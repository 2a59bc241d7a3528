import { canonicalJson } from "@evenkeel/kernel";
import * as fc from "fast-check";
import type { WorkEvent, WorkHistory } from "./history.js";
import { orderEvents } from "./order-events.js";
import type { WorkPlan } from "./plan.js";
import { replayItems } from "./replay-items.js";
import { historyLaws } from "./testing/history-laws.js";
import type { Law } from "./testing/law.js";
import { validatePlan } from "./validate-plan.js";

/** The workflow of generated plans. */
const board = {
  id: "board",
  name: "Board",
  states: [
    { id: "todo", name: "To do", category: "proposed" },
    { id: "wait", name: "Waiting", category: "waiting" },
    { id: "doing", name: "Doing", category: "active" },
    { id: "done", name: "Done", category: "done" },
    { id: "no", name: "Dropped", category: "dropped" },
  ],
} as const;

const second = (value: number): string =>
  `2026-05-01T00:${String(Math.floor(value / 60) % 60).padStart(2, "0")}:${String(value % 60).padStart(2, "0")}Z`;

/** Valid plans with a tree of items, outcomes, people, assignments and dependencies; ids include those every object inherits. */
export const anyPlan: fc.Arbitrary<WorkPlan> = fc
  .record({
    ids: fc.uniqueArray(
      fc.oneof(fc.string({ minLength: 1, maxLength: 6 }), fc.constantFrom("__proto__", "constructor", "toString")),
      { minLength: 1, maxLength: 12 },
    ),
    picks: fc.array(fc.nat(), { minLength: 40, maxLength: 40 }),
  })
  .map(({ ids, picks }) => {
    const pick = (at: number, size: number): number => (picks[at % picks.length] ?? 0) % size;
    const states = board.states.map(({ id }) => id);
    const items = ids.map((id, index) => ({
      id,
      title: `Item ${index}`,
      kind: "task" as const,
      workflowId: "board",
      stateId: states[pick(index, states.length)] ?? "todo",
      ...(index > 0 && pick(index + 1, 3) === 0 ? { parentId: ids[pick(index + 2, index)] ?? "" } : {}),
      ...(pick(index + 3, 2) === 0 ? { outcomeIds: ["goal"] } : {}),
      ...(pick(index + 4, 3) === 0 ? { acceptanceCriteria: [{ text: "It is seen" }] } : {}),
      ...(pick(index + 5, 4) === 0 ? { reason: "It helps" } : {}),
      schedule: { kind: "task" as const, durationMinutes: pick(index + 6, 10) * 480 },
    }));
    const dependencies = ids.slice(1).map((id, index) => ({
      id: `d${index}`,
      predecessorId: ids[pick(index + 7, index + 1)] ?? "",
      successorId: id,
      type: (["FS", "SS", "FF", "SF"] as const)[pick(index + 8, 4)] ?? "FS",
    }));
    const people = ["ana", "ben"].map((id) => ({ id, name: id, contractMinutesPerWeek: 2400 }));
    const assignments = ids.map((itemId, index) => ({
      id: `a${index}`,
      itemId,
      personId: people[pick(index + 9, 2)]?.id ?? "ana",
      role: (["accountable", "responsible"] as const)[pick(index + 10, 2)] ?? "responsible",
      effortMinutes: pick(index + 11, 20) * 60,
    }));
    return {
      formatVersion: 1 as const,
      workflows: [board],
      outcomes: [{ id: "goal", title: "Guests come back", why: "It pays" }],
      items,
      dependencies,
      people,
      assignments,
    };
  });

/** A plan with a history over its items, events in any order. */
export const anyPlanWithHistory: fc.Arbitrary<{ readonly plan: WorkPlan; readonly history: WorkHistory }> = fc
  .tuple(
    anyPlan,
    fc.array(fc.record({ item: fc.nat(), at: fc.nat(3599), state: fc.nat(4), kind: fc.nat(5) }), { maxLength: 40 }),
  )
  .map(([plan, moves]) => {
    const events: WorkEvent[] = moves.map(({ item, at, state, kind }, index) => {
      const id = plan.items?.[item % (plan.items?.length ?? 1)]?.id ?? "";
      const base = {
        id: `e${index}`,
        at: second(at),
        subject: { table: "items" as const, id },
        source: "exact" as const,
      };
      if (kind === 0) return { ...base, type: "created" };
      if (kind === 1) return { ...base, type: "blocked" };
      if (kind === 2) return { ...base, type: "unblocked" };
      return { ...base, type: "stateChanged", to: board.states[state]?.id ?? "todo" };
    });
    return { plan, history: { formatVersion: 1 as const, events } };
  });

/** The same plan with the rows of every table in reverse order. */
export function reversedRows(plan: WorkPlan): WorkPlan {
  return Object.fromEntries(
    Object.entries(plan).map(([key, value]) => [key, Array.isArray(value) ? [...value].reverse() : value]),
  ) as unknown as WorkPlan;
}

/** Laws of validation and replay. */
export function coreLaws(): Law[] {
  return [
    {
      name: "a generated plan is valid, and so is it with its rows in any order",
      statedRuns: 10_000,
      property: fc.property(anyPlan, (plan) => validatePlan(plan).ok && validatePlan(reversedRows(plan)).ok),
    },
    {
      name: "taking away an item that others name is always found",
      statedRuns: 10_000,
      property: fc.property(anyPlan, (plan) => !validatePlan({ ...plan, items: (plan.items ?? []).slice(1) }).ok),
    },
    {
      name: "a history replays the same whatever order it is stored in",
      statedRuns: 10_000,
      property: fc.property(anyPlanWithHistory, ({ plan, history }) => {
        const reversed = { ...history, events: [...history.events].reverse() };
        return canonicalJson(replayItems(plan, history)) === canonicalJson(replayItems(plan, reversed));
      }),
    },
    {
      name: "replay until an instant sees no later event",
      statedRuns: 10_000,
      property: fc.property(anyPlanWithHistory, fc.nat(3599), ({ plan, history }, cut) => {
        const until = 1_777_593_600_000 + cut * 1000;
        const past = { ...history, events: history.events.filter(({ at }) => at <= second(cut)) };
        return canonicalJson(replayItems(plan, history, until)) === canonicalJson(replayItems(plan, past));
      }),
    },
    {
      name: "reading order never goes back in time and keeps every event",
      statedRuns: 10_000,
      property: fc.property(anyPlanWithHistory, ({ history }) => {
        const ordered = orderEvents(history);
        return (
          ordered.length === history.events.length &&
          ordered.every(({ at }, index) => index === 0 || (ordered[index - 1]?.at ?? "") <= at)
        );
      }),
    },
    ...historyLaws(anyPlanWithHistory, Date.UTC(2026, 4, 1, 1)),
  ];
}

export { goldenPlans, kanbanHistory, kanbanPlan, mixedPlan, sprintPlan, waterfallPlan } from "./golden/index.js";
export { emptied, rowChanges, uncovered, withoutRow } from "./plan-variants.js";
export { anyClearWork, reviewInstant } from "./testing/clear-work.js";
export { added, changed, dropped, silenced } from "./testing/editing.js";
export { messy, withMess } from "./testing/history-laws.js";
export type { Law } from "./testing/law.js";
export { type DatedWork, workVariants } from "./testing/work-variants.js";
