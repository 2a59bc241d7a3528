import type { WorkPlan } from "../plan.js";

/** A product team in sprints: stories in points, a sprint with a goal, a definition of ready. */
export const sprintPlan: WorkPlan = {
  formatVersion: 1,
  title: "Booking app",
  people: [
    { id: "noor", name: "Noor Haddad" },
    { id: "eli", name: "Eli Berg" },
  ],
  teams: [{ id: "app", name: "App team", members: [{ personId: "noor" }, { personId: "eli" }] }],
  workflows: [
    {
      id: "app-flow",
      name: "App",
      states: [
        { id: "backlog", name: "Backlog", category: "proposed" },
        { id: "progress", name: "In progress", category: "active" },
        { id: "review", name: "In review", category: "waiting" },
        { id: "shipped", name: "Shipped", category: "done" },
      ],
      ready: [{ field: "acceptanceCriteria" }, { field: "estimates" }],
    },
  ],
  outcomes: [
    { id: "direct", title: "More guests book with us directly", why: "Portals take 18 %", ownerId: "noor" },
    {
      id: "two-taps",
      title: "Returning guests book in two taps",
      why: "Every further tap loses a tenth of them",
      ownerId: "noor",
      parentId: "direct",
      measure: {
        metric: "bookings finished by returning guests",
        unit: "%",
        baseline: 38,
        target: 55,
        by: "2026-08-31",
      },
    },
    {
      id: "no-errors",
      title: "Payments do not fail",
      why: "A failed payment is a lost guest",
      ownerId: "eli",
      parentId: "direct",
      measure: {
        metric: "failed payments",
        unit: "%",
        baseline: 3,
        target: 1,
        direction: "decrease",
        by: "2026-08-31",
      },
    },
  ],
  timeboxes: [
    {
      id: "sprint-9",
      name: "Sprint 9",
      kind: "iteration",
      teamId: "app",
      interval: { from: "2026-05-04", to: "2026-05-15" },
      goal: "Returning guests see their last room",
      itemIds: ["s1", "s2"],
    },
  ],
  items: [
    {
      id: "s1",
      title: "Show the last room booked",
      kind: "task",
      workflowId: "app-flow",
      stateId: "progress",
      outcomeIds: ["two-taps"],
      acceptanceCriteria: [{ text: "The room of the last stay is shown first", observable: "state" }],
      estimates: [{ of: "points", basis: "original", value: { kind: "single", amount: 3 } }],
    },
    {
      id: "s2",
      title: "Retry a payment once",
      kind: "task",
      workflowId: "app-flow",
      stateId: "backlog",
      outcomeIds: ["no-errors"],
      acceptanceCriteria: [{ text: "At most 1 % fail in the test set", observable: "value" }],
      estimates: [{ of: "points", basis: "original", value: { kind: "single", amount: 5 } }],
    },
  ],
  dependencies: [
    {
      id: "sd1",
      predecessorId: "s1",
      successorId: "s2",
      type: "FS",
      discretionary: true,
      handoff: {
        from: "noor",
        to: "eli",
        what: "guest profile call",
        neededBy: "2026-05-11",
        promisedBy: "2026-05-08",
        acceptance: "documented and deployed",
        state: "accepted",
      },
    },
  ],
  assignments: [
    { id: "sa1", itemId: "s1", personId: "noor", role: "responsible" },
    { id: "sa2", itemId: "s2", personId: "eli", role: "responsible" },
  ],
};
