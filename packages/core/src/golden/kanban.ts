import type { WorkHistory } from "../history.js";
import type { WorkPlan } from "../plan.js";

/** A Kanban board of one support team: no dates, no estimates, a limit on work in progress. */
export const kanbanPlan: WorkPlan = {
  formatVersion: 1,
  title: "Guest support",
  people: [
    { id: "mara", name: "Mara Lindt" },
    { id: "teo", name: "Teo Alvarez" },
  ],
  teams: [{ id: "support", name: "Support", members: [{ personId: "mara" }, { personId: "teo" }] }],
  workflows: [
    {
      id: "support-flow",
      name: "Support",
      states: [
        { id: "inbox", name: "Inbox", category: "proposed" },
        { id: "doing", name: "Doing", category: "active", wipLimit: 2 },
        { id: "guest", name: "With the guest", category: "waiting" },
        { id: "solved", name: "Solved", category: "done" },
      ],
    },
  ],
  containers: [{ id: "support-board", name: "Support board", kind: "board", workflowId: "support-flow" }],
  outcomes: [
    {
      id: "answered",
      title: "Guests get an answer the same day",
      why: "Unanswered guests book elsewhere",
      ownerId: "mara",
      measure: { metric: "questions answered within a day", unit: "%", baseline: 61, target: 90, by: "2026-06-30" },
    },
  ],
  items: [
    {
      id: "k1",
      title: "Answer the question about late arrival",
      kind: "task",
      outcomeIds: ["answered"],
      memberships: [{ containerId: "support-board", stateId: "doing" }],
      acceptanceCriteria: [{ text: "The guest has a door code", observable: "state" }],
    },
    {
      id: "k2",
      title: "Refund the double booking",
      kind: "task",
      outcomeIds: ["answered"],
      classOfService: "expedite",
      memberships: [{ containerId: "support-board", stateId: "guest" }],
      acceptanceCriteria: [{ text: "The bank confirms the refund", observable: "artefact" }],
    },
    {
      id: "k3",
      title: "Write down how codes are sent",
      kind: "task",
      outcomeIds: ["answered"],
      memberships: [{ containerId: "support-board", stateId: "inbox" }],
      acceptanceCriteria: [{ text: "A colleague sends a code with it", observable: "approval" }],
    },
  ],
  assignments: [
    { id: "ka1", itemId: "k1", personId: "mara", role: "responsible" },
    { id: "ka2", itemId: "k2", personId: "teo", role: "responsible" },
    { id: "ka3", itemId: "k3", personId: "teo", role: "responsible" },
  ],
};

/** What happened on the board. */
export const kanbanHistory: WorkHistory = {
  formatVersion: 1,
  events: [
    {
      id: "ke1",
      at: "2026-05-04T08:00:00Z",
      subject: { table: "items", id: "k1" },
      source: "exact",
      type: "created",
      stateId: "inbox",
    },
    {
      id: "ke2",
      at: "2026-05-04T09:00:00Z",
      subject: { table: "items", id: "k1" },
      source: "exact",
      type: "stateChanged",
      from: "inbox",
      to: "doing",
    },
    {
      id: "ke3",
      at: "2026-05-04T09:30:00Z",
      subject: { table: "items", id: "k2" },
      source: "exact",
      type: "created",
      stateId: "inbox",
    },
    {
      id: "ke4",
      at: "2026-05-04T10:00:00Z",
      subject: { table: "items", id: "k2" },
      source: "exact",
      type: "stateChanged",
      from: "inbox",
      to: "guest",
    },
    {
      id: "ke5",
      at: "2026-05-04T11:00:00Z",
      subject: { table: "items", id: "k3" },
      source: "exact",
      type: "created",
      stateId: "inbox",
    },
    {
      id: "ke6",
      at: "2026-05-04T11:30:00Z",
      subject: { table: "items", id: "k1" },
      source: "exact",
      type: "expectationClarified",
      note: "The guest arrives after midnight",
    },
  ],
};
