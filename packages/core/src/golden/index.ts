import type { WorkPlan } from "../plan.js";
import type { Project } from "../projects.js";
import { kanbanPlan } from "./kanban.js";
import { sprintPlan } from "./sprint.js";
import { waterfallPlan } from "./waterfall.js";

export { kanbanHistory, kanbanPlan } from "./kanban.js";
export { sprintPlan } from "./sprint.js";
export { waterfallPlan } from "./waterfall.js";

const projects: readonly Project[] = [
  { id: "hotel", name: "Hotel 2026" },
  { id: "lobby", name: "New lobby", parentId: "hotel", start: "2026-05-04", mustFinishBy: "2026-07-31" },
  { id: "support-project", name: "Guest support", parentId: "hotel" },
  { id: "app-project", name: "Booking app", parentId: "hotel" },
];

/** All three in one portfolio, with a promise that crosses from one method to the other. */
export const mixedPlan: WorkPlan = {
  ...waterfallPlan,
  title: "Hotel 2026",
  projects,
  people: [...(waterfallPlan.people ?? []), ...(kanbanPlan.people ?? []), ...(sprintPlan.people ?? [])],
  teams: [...(kanbanPlan.teams ?? []), ...(sprintPlan.teams ?? [])],
  workflows: [...(kanbanPlan.workflows ?? []), ...(sprintPlan.workflows ?? [])],
  containers: kanbanPlan.containers ?? [],
  timeboxes: [...(waterfallPlan.timeboxes ?? []), ...(sprintPlan.timeboxes ?? [])],
  outcomes: [
    { id: "loved", title: "Guests choose us again", why: "A guest who returns costs nothing to win", ownerId: "pia" },
    ...[...(waterfallPlan.outcomes ?? []), ...(kanbanPlan.outcomes ?? []), ...(sprintPlan.outcomes ?? [])].map(
      (outcome) => ({ parentId: "loved", ...outcome }),
    ),
  ],
  items: [
    ...(waterfallPlan.items ?? []),
    ...(kanbanPlan.items ?? []).map((item) => ({ ...item, projectId: "support-project" })),
    ...(sprintPlan.items ?? []).map((item) => ({ ...item, projectId: "app-project" })),
  ],
  dependencies: [
    ...(waterfallPlan.dependencies ?? []),
    ...(sprintPlan.dependencies ?? []),
    {
      id: "cross",
      predecessorId: "s1",
      successorId: "k3",
      type: "FS",
      handoff: {
        from: "noor",
        to: "teo",
        what: "the new arrival screen",
        neededBy: "2026-05-18",
        promisedBy: "2026-05-15",
        acceptance: "works with a test guest",
        state: "accepted",
      },
    },
  ],
  assignments: [
    ...(waterfallPlan.assignments ?? []),
    ...(kanbanPlan.assignments ?? []),
    ...(sprintPlan.assignments ?? []),
  ],
};

/** The golden plans: one a method, and all of them mixed. */
export const goldenPlans: Readonly<Record<"kanban" | "waterfall" | "sprint" | "mixed", WorkPlan>> = {
  kanban: kanbanPlan,
  waterfall: waterfallPlan,
  sprint: sprintPlan,
  mixed: mixedPlan,
};
