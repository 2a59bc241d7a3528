import * as fc from "fast-check";
import type { WorkEvent } from "../history.js";
import type { Outcome, Term } from "../intent.js";
import type { WorkItem } from "../items.js";
import type { Dependency } from "../links.js";
import type { Assignment, Person } from "../people.js";
import type { Timebox, Workflow } from "../projects.js";
import type { DatedWork } from "./work-variants.js";

/** Instant of the review of generated work: 15 May 2026. */
export const reviewInstant = 1_778_803_200_000;

const people: readonly Person[] = ["ana", "ben", "caro"].map((id) => ({ id, name: id, active: true, away: [] }));
const workflow: Workflow = {
  id: "flow",
  name: "Board",
  states: [
    { id: "todo", name: "To do", category: "proposed" },
    { id: "doing", name: "Doing", category: "active" },
    { id: "wait", name: "Waiting", category: "waiting" },
    { id: "done", name: "Done", category: "done" },
  ],
  ready: [{ field: "acceptanceCriteria" }, { field: "labels" }],
};
const states = ["todo", "doing", "wait", "done"] as const;
const terms: readonly Term[] = [
  { id: "t1", term: "AC", meaning: "acceptance criterion" },
  { id: "t2", term: "guest", meaning: "a person who stays overnight", synonyms: ["visitor"] },
];

const outcomeOf = (at: number): Outcome => ({
  id: `o${at}`,
  title: `Guests like part ${at}`,
  why: `Part ${at} decides whether they return`,
  ownerId: "ana",
  parentId: "goal",
  measure: { metric: `guests who praise part ${at}`, unit: "%", baseline: 10, target: 20 + at, by: "2026-12-31" },
});
const epicOf = (at: number): WorkItem => ({
  id: `e${at}`,
  title: `Refit part ${at}`,
  kind: "epic",
  outcomeIds: [`o${at}`],
  dueDate: "2026-09-30",
});

function leafOf(at: number, epics: number, pick: (size: number) => number): WorkItem {
  return {
    id: `i${at}`,
    title: pick(4) === 0 ? `Write AC for room ${at}` : `Prepare room ${at}`,
    kind: "task",
    parentId: `e${at % epics}`,
    workflowId: "flow",
    stateId: states[at % 4] ?? "todo",
    ...(pick(2) === 0 ? { outcomeIds: [`o${pick(epics)}`] } : {}),
    ...(pick(2) === 0 ? { reason: "Guests asked for it" } : {}),
    acceptanceCriteria: [{ text: "The guest signs for it", observable: "approval" }],
    labels: ["refit"],
    estimates: [{ of: "points", basis: "original", value: { kind: "single", amount: 1 + pick(8) } }],
    ...(pick(2) === 0 ? { dueDate: "2026-08-31" } : {}),
    createdAt: "2026-05-02T08:00:00Z",
    clarifiedAt: "2026-05-10T08:00:00Z",
  };
}

const personAt = (at: number): string => people[at % people.length]?.id ?? "ana";

function assignmentsOf(at: number): Assignment[] {
  const [itemId, personId] = [`i${at}`, personAt(at)];
  return [
    { id: `a${at}`, itemId, personId, role: "accountable" },
    { id: `r${at}`, itemId, personId, role: "responsible" },
  ];
}

const linkOf = (at: number): Dependency => ({
  id: `d${at}`,
  predecessorId: `i${at}`,
  successorId: `i${at + 1}`,
  type: "FS",
  handoff: {
    from: personAt(at),
    to: personAt(at + 1),
    what: `keys of room ${at}`,
    neededBy: "2026-07-01",
    promisedBy: "2026-06-30",
    acceptance: "each key turns",
    state: "accepted",
  },
});

/** Another person gives the item, the one who gets it answers; so nothing is left open. */
function eventsOf(at: number): WorkEvent[] {
  const base = { subject: { table: "items" as const, id: `i${at}` }, source: "exact" as const };
  const [giver, taker] = [personAt(at + 1), personAt(at)];
  return [
    { ...base, id: `c${at}`, at: "2026-05-02T08:00:00Z", type: "created", stateId: "todo" },
    { ...base, id: `g${at}`, at: "2026-05-03T08:00:00Z", type: "assigned", assigneeId: taker, actor: giver },
    { ...base, id: `k${at}`, at: "2026-05-03T09:00:00Z", type: "expectationAcknowledged", by: taker, actor: taker },
  ];
}

/** Clear work of two to four goals' parts, eight to twenty items in all states, three people, handoffs agreed and known. */
export const anyClearWork: fc.Arbitrary<DatedWork> = fc
  .record({
    epics: fc.integer({ min: 2, max: 4 }),
    leaves: fc.integer({ min: 8, max: 20 }),
    picks: fc.array(fc.nat(), { minLength: 60, maxLength: 60 }),
  })
  .map(({ epics, leaves, picks }) => {
    let asked = 0;
    const pick = (size: number): number => (picks[asked++ % picks.length] ?? 0) % size;
    const parts = Array.from({ length: epics }, (_none, at) => at);
    const rooms = Array.from({ length: leaves }, (_none, at) => at);
    const sprint: Timebox = {
      id: "sprint",
      name: "Sprint 1",
      kind: "iteration",
      itemIds: rooms.filter(() => pick(2) === 0).map((at) => `i${at}`),
    };
    return {
      now: reviewInstant,
      history: { formatVersion: 1, events: rooms.flatMap(eventsOf) },
      plan: {
        formatVersion: 1,
        people,
        teams: [{ id: "crew", name: "Crew", members: people.map(({ id }) => ({ personId: id })) }],
        workflows: [workflow],
        timeboxes: [sprint],
        outcomes: [
          { id: "goal", title: "Guests return", why: "Returning guests cost nothing to win" },
          ...parts.map(outcomeOf),
        ],
        items: [...parts.map(epicOf), ...rooms.map((at) => leafOf(at, epics, pick))],
        dependencies: rooms.slice(1).map((at) => linkOf(at - 1)),
        assignments: rooms.flatMap(assignmentsOf),
        decisions: [
          { id: "q1", question: "Which paint?", deciderId: "ana", by: "2026-06-01", blocks: ["i0"] },
          { id: "q2", question: "Which lamps?", result: "brass" },
        ],
        terms,
      },
    };
  });
