/** Samples of GitHub's command line and of its projects, made for these tests. */

const issue = (number: number, title: string) => ({
  type: "Issue",
  body: "",
  title,
  number,
  repository: "sea/pier",
  url: `https://github.com/sea/pier/issues/${number}`,
});

/** A project as `gh project item-list --format json` prints it. */
export const githubListing = JSON.stringify({
  items: [
    {
      assignees: ["ada", "bo"],
      content: issue(1, "Dig"),
      estimate: 3,
      id: "PVTI_1",
      iteration: { title: "Iteration 4", startDate: "2026-03-02", duration: 14 },
      labels: ["sea"],
      "linked pull requests": ["https://github.com/sea/pier/pull/9"],
      milestone: { title: "Spring", description: "", dueOn: "2026-04-01T00:00:00Z" },
      priority: "High",
      repository: "https://github.com/sea/pier",
      "start date": "2026-03-02",
      status: "In Progress",
      "target date": "2026-03-20",
      title: "Dig",
    },
    {
      content: { type: "DraftIssue", body: "some day", title: "Paint", id: "DI_1" },
      id: "PVTI_2",
      status: "Todo",
      title: "Paint",
    },
    {
      content: { ...issue(9, "Dig it"), type: "PullRequest", url: "https://github.com/sea/pier/pull/9" },
      id: "PVTI_3",
      reviewers: ["bo"],
      status: "Done",
      title: "Dig it",
    },
    {
      content: issue(2, "Fill"),
      id: "PVTI_4",
      "parent issue": { title: "Dig", url: "https://github.com/sea/pier/issues/1" },
      title: "Fill",
    },
  ],
  totalCount: 4,
});

const value = (kind: string, field: string, told: object) => ({
  __typename: `ProjectV2ItemField${kind}Value`,
  field: { name: field },
  ...told,
});

/** Items of a project as GraphQL gives them, a draft among them. */
export const githubProject = JSON.stringify({
  data: {
    organization: {
      projectV2: {
        title: "Harbour",
        items: {
          totalCount: 2,
          pageInfo: { hasNextPage: false },
          nodes: [
            {
              id: "PVTI_1",
              type: "ISSUE",
              fieldValues: {
                nodes: [
                  value("Text", "Title", { text: "Dig" }),
                  value("SingleSelect", "Status", { name: "In Progress", optionId: "47" }),
                  value("Date", "Target date", { date: "2026-03-20" }),
                  value("Number", "Estimate", { number: 3 }),
                  value("Iteration", "Iteration", { title: "Iteration 4", startDate: "2026-03-02", duration: 14 }),
                ],
              },
              content: {
                __typename: "Issue",
                number: 1,
                title: "Dig",
                state: "OPEN",
                createdAt: "2026-03-02T09:00:00Z",
                url: "https://github.com/sea/pier/issues/1",
                labels: { nodes: [{ name: "sea" }] },
              },
            },
            {
              id: "PVTI_2",
              type: "DRAFT_ISSUE",
              fieldValues: { nodes: [value("SingleSelect", "Status", { name: "Todo", optionId: "1" })] },
              content: {
                __typename: "DraftIssue",
                id: "DI_1",
                title: "Paint",
                body: "some day",
                createdAt: "2026-03-01T10:00:00Z",
              },
            },
          ],
        },
      },
    },
  },
});

/** Pull requests as `gh pr list --json` prints them, with the issue one of them closes. */
export const githubPulls = JSON.stringify([
  {
    number: 9,
    title: "Dig it",
    state: "MERGED",
    mergedAt: "2026-03-05T09:00:00Z",
    createdAt: "2026-03-04T09:00:00Z",
    url: "https://github.com/sea/pier/pull/9",
    closingIssuesReferences: [
      {
        id: "I_1",
        number: 1,
        repository: { id: "R_1", name: "pier", owner: { id: "O_1", login: "sea" } },
        url: "https://github.com/sea/pier/issues/1",
      },
    ],
  },
  {
    number: 1,
    title: "Dig",
    state: "CLOSED",
    stateReason: "COMPLETED",
    createdAt: "2026-03-02T09:00:00Z",
    closedAt: "2026-03-05T09:00:00Z",
    url: "https://github.com/sea/pier/issues/1",
  },
]);
