/** Samples of Linear's API, made for these tests. */

const state = (id: string, name: string, type: string) => ({ id, name, type, color: "#fff", position: 1 });
const [todo, doing, done, gone] = [
  state("s1", "Todo", "unstarted"),
  state("s2", "In Progress", "started"),
  state("s3", "Done", "completed"),
  state("s4", "Duplicate", "duplicate"),
];
const team = { id: "t1", key: "SEA", name: "Harbour" };
const ada = { id: "u1", name: "Ada", displayName: "ada", email: "ada@example.org" };

/** A page of issues, one with its history, newest first as the tool gives it. */
export const linearGraph = JSON.stringify({
  data: {
    issues: {
      nodes: [
        {
          id: "a1",
          identifier: "SEA-1",
          number: 1,
          title: "Dig",
          description: "**by hand**",
          priority: 2,
          priorityLabel: "High",
          estimate: 3,
          branchName: "ada/dig",
          sortOrder: -12.5,
          createdAt: "2026-03-01T08:00:00.000Z",
          updatedAt: "2026-03-09T08:00:00.000Z",
          startedAt: "2026-03-02T08:00:00.000Z",
          completedAt: "2026-03-05T08:00:00.000Z",
          canceledAt: null,
          dueDate: "2026-03-10",
          url: "https://linear.example/sea/issue/SEA-1",
          state: done,
          assignee: ada,
          creator: { id: "u2", name: "Bo" },
          team,
          project: { id: "p1", name: "Pier", targetDate: "2026-04-01" },
          cycle: {
            id: "c1",
            number: 4,
            name: null,
            startsAt: "2026-03-02T00:00:00.000Z",
            endsAt: "2026-03-16T00:00:00.000Z",
          },
          parent: { id: "a2", identifier: "SEA-2" },
          labels: { nodes: [{ id: "l1", name: "sea", color: "#00f" }] },
          relations: {
            nodes: [
              { id: "r1", type: "blocks", relatedIssue: { id: "a2", identifier: "SEA-2" } },
              { id: "r2", type: "related", relatedIssue: { id: "a3" } },
            ],
          },
          history: {
            nodes: [
              { id: "h3", createdAt: "2026-03-05T08:00:00.000Z", actor: ada, fromState: doing, toState: done },
              {
                id: "h2",
                createdAt: "2026-03-02T08:00:00.000Z",
                actor: ada,
                fromState: todo,
                toState: doing,
                fromAssignee: null,
                toAssignee: ada,
              },
              {
                id: "h1",
                createdAt: "2026-03-01T09:00:00.000Z",
                actor: null,
                fromEstimate: 1,
                toEstimate: 3,
                fromPriority: 0,
                toPriority: 2,
                addedLabelIds: ["l1"],
                addedLabels: [{ id: "l1", name: "sea" }],
              },
            ],
            pageInfo: { hasNextPage: false, endCursor: "h1" },
          },
          comments: { nodes: [{ id: "k1", body: "deep", createdAt: "2026-03-03T00:00:00.000Z" }] },
        },
        {
          id: "a2",
          identifier: "SEA-2",
          title: "Build",
          priority: 0,
          createdAt: "2026-03-01T08:00:00.000Z",
          state: todo,
          team,
          labels: { nodes: [] },
          children: { nodes: [{ id: "a1", identifier: "SEA-1" }] },
          inverseRelations: { nodes: [{ id: "r1", type: "blocks", issue: { id: "a1", identifier: "SEA-1" } }] },
        },
        {
          id: "a3",
          identifier: "SEA-3",
          title: "Dig twice",
          createdAt: "2026-03-01T08:00:00.000Z",
          canceledAt: "2026-03-02T08:00:00.000Z",
          state: gone,
          team,
        },
      ],
      pageInfo: { hasNextPage: false, endCursor: "a3" },
    },
  },
});

/** A change the tool announces: a single issue, whose states are named by their ids beside. */
export const linearAnnounced = JSON.stringify({
  action: "update",
  type: "Issue",
  data: {
    id: "a9",
    number: 9,
    title: "Moor",
    team: { id: "t1", key: "SEA", name: "Harbour" },
    stateId: "s2",
    state: { id: "s2", name: "In Progress", type: "started" },
    labels: [{ id: "l1", name: "sea" }],
    createdAt: "2026-03-01T08:00:00.000Z",
    startedAt: "2026-03-02T08:00:00.000Z",
  },
  updatedFrom: { stateId: "s1", updatedAt: "2026-03-01T08:00:00.000Z" },
});
