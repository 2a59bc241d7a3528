import type { Commitment, Outcome, WorkEvent, Workflow, WorkItem } from "@evenkeel/core";
import { anyClearWork, type DatedWork } from "@evenkeel/core/testing";
import type * as fc from "fast-check";

const isLeaf = ({ id }: WorkItem): boolean => id.startsWith("i");
const numberOf = (id: string): number => Number(id.slice(1));

/** Each item went where the plan says it is, a week before the review; what is done was accepted the day after. */
function movesOf({ id, stateId = "todo" }: WorkItem): WorkEvent[] {
  const base = { subject: { table: "items" as const, id }, source: "exact" as const };
  if (stateId === "todo") return [];
  const moved: WorkEvent = {
    ...base,
    id: `s${id}`,
    at: "2026-05-08T08:00:00Z",
    type: "stateChanged",
    from: "todo",
    to: stateId,
  };
  if (stateId !== "done") return [moved];
  return [moved, { ...base, id: `y${id}`, at: "2026-05-09T08:00:00Z", type: "accepted", by: "caro" }];
}

const promiseOf = (id: string): Commitment => ({
  id: `c${numberOf(id)}`,
  byId: "ana",
  subject: { table: "items", id },
  due: `2026-07-${String(1 + numberOf(id)).padStart(2, "0")}`,
  state: "open",
});
const measured = (outcome: Outcome): Outcome =>
  outcome.measure === undefined ? outcome : { ...outcome, measure: { ...outcome.measure, current: 15 } };

/** Each active state may hold what it holds now. */
const limited = (flow: Workflow, items: readonly WorkItem[]): Workflow => ({
  ...flow,
  states: flow.states.map((state) => ({
    ...state,
    ...(state.category === "active" ? { wipLimit: items.filter(({ stateId }) => stateId === state.id).length } : {}),
  })),
});

/** Clear work in which also everything moves, is accepted, measured and promised for later. */
export const anySettledWork: fc.Arbitrary<DatedWork> = anyClearWork.map(({ plan, history, now }) => {
  const leaves = (plan.items ?? []).filter(isLeaf);
  return {
    now,
    history: { ...history, events: [...history.events, ...leaves.flatMap(movesOf)] },
    plan: {
      ...plan,
      outcomes: (plan.outcomes ?? []).map(measured),
      workflows: (plan.workflows ?? []).map((flow) => limited(flow, leaves)),
      commitments: leaves.filter(({ stateId }) => stateId !== "done").map(({ id }) => promiseOf(id)),
    },
  };
});
