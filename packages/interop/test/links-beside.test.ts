import { orThrow } from "@evenkeel/kernel";
import { describe, expect, test } from "vitest";
import { readAsana } from "../src/asana.js";
import { readAzureDevops } from "../src/azure-devops.js";
import { readGithub } from "../src/github.js";
import { readGitlab } from "../src/gitlab.js";
import { readMappedCsv } from "../src/mapped-csv.js";
import { expectAccounted, moves } from "./accounted.js";

const links = ({ plan }: { readonly plan: { readonly dependencies?: readonly object[] | undefined } }) =>
  plan.dependencies?.map((row) => {
    const { predecessorId, successorId } = row as { predecessorId: string; successorId: string };
    return `${predecessorId} > ${successorId}`;
  });

describe("GitHub", () => {
  const issue = (number: number, more: object = {}) => ({
    number,
    title: `Issue ${number}`,
    html_url: `https://github.com/sea/pier/issues/${number}`,
    state: "open",
    created_at: "2026-03-01T10:00:00Z",
    labels: [],
    ...more,
  });
  const parents = (text: string) =>
    orThrow(readGithub(text)).plan.items?.map(({ id, parentId }) => [id.slice(-1), parentId?.slice(-1)]);

  test("sub-issues and blockers of the REST API are read where their answers stand within an issue", () => {
    const text = JSON.stringify([
      issue(1, { sub_issues: [issue(2)], blocked_by: [issue(3)] }),
      issue(2, { dependencies: { blocked_by: [], blocking: [issue(3)] } }),
      issue(3),
    ]);
    const read = orThrow(readGithub(text));
    expect(links(read)).toEqual(["sea/pier#3 > sea/pier#1", "sea/pier#2 > sea/pier#3"]);
    expect(parents(text)).toEqual([
      ["1", undefined],
      ["2", "1"],
      ["3", undefined],
    ]);
    expectAccounted(read, text);
  });

  test("an issue met within another one first keeps the timeline that came with it", () => {
    const event = { id: 7, event: "closed", created_at: "2026-03-02T10:00:00Z", actor: { login: "ada" } };
    const text = JSON.stringify([issue(1, { sub_issues: [issue(2)] }), issue(2, { events: [event] })]);
    expect(orThrow(readGithub(text)).history.events.map(({ type }) => type)).toContain("stateChanged");
  });

  test("timelines by the number of their issue are those of the issues beside them", () => {
    const events = [{ id: 7, event: "closed", created_at: "2026-03-02T10:00:00Z", actor: { login: "ada" } }];
    const texts = [
      { timelines: { 1: events, 9: [] }, issues: [issue(1, { state: "closed" })] },
      [[issue(1, { state: "closed" })], [{ number: 1, events }]],
    ];
    for (const text of texts.map((each) => JSON.stringify(each))) {
      const read = orThrow(readGithub(text));
      expect(read.plan.items?.map(({ id }) => id)).toEqual(["sea/pier#1"]);
      expect(moves(read)).toEqual([["sea/pier#1", "2026-03-02T10:00:00Z", "open", "completed"]]);
      expect(read.report.issues.map(({ code }) => code)).not.toContain("interop/github-timeline-without-issue");
      expectAccounted(read, text);
    }
  });

  test("what a timeline leaves standing is linked, what it took back is not", () => {
    const event = (id: number, name: string, other: object) => ({
      id,
      event: name,
      created_at: `2026-03-0${id}T10:00:00Z`,
      actor: { login: "ada" },
      ...other,
    });
    const events = [
      event(1, "sub_issue_added", { sub_issue: issue(2) }),
      event(2, "blocked_by_added", { blocking_issue: issue(3) }),
      event(3, "blocked_by_added", { blocking_issue: issue(2) }),
      event(4, "blocked_by_removed", { blocking_issue: issue(2) }),
    ];
    const text = JSON.stringify([issue(1, { events }), issue(2), issue(3)]);
    const read = orThrow(readGithub(text));
    expect(links(read)).toEqual(["sea/pier#3 > sea/pier#1"]);
    expect(parents(text)).toEqual([
      ["1", undefined],
      ["2", "1"],
      ["3", undefined],
    ]);
    expectAccounted(read, text);
  });
});

test("GitLab: a link that stands beside the issues, with both of its ends, links them", () => {
  const issue = (id: number, iid: number) => ({
    ...{ id, iid, project_id: 3, title: `Issue ${iid}`, state: "opened", labels: [] },
    web_url: `https://gitlab.com/sea/pier/-/issues/${iid}`,
  });
  const link = (id: number, source: number, target: number) => ({
    ...{ id, link_type: "blocks" },
    source_issue: { id: source, iid: source - 63, project_id: 3 },
    target_issue: { id: target, iid: target - 63, project_id: 3 },
  });
  const text = JSON.stringify({ issues: [issue(70, 7), issue(71, 8)], links: [link(1, 70, 71), link(2, 99, 70)] });
  const read = orThrow(readGitlab(text));
  expect(links(read)).toEqual(["sea/pier#7 > sea/pier#8"]);
  expect(read.report.fields.find(({ why }) => why === "its issue is not in the input")?.count).toBe(1);
  expectAccounted(read, text);
});

describe("Azure DevOps", () => {
  const item = (id: number, more: object = {}) => ({
    id,
    rev: 1,
    fields: { "System.WorkItemType": "Task", "System.State": "New", "System.Title": `Item ${id}`, ...more },
  });

  test("the answer of a query of links links the work items beside it", () => {
    const relation = (rel: string | null, source: number | null, target: number) => ({
      rel,
      source: source === null ? null : { id: source, url: `https://x/${source}` },
      target: { id: target, url: `https://x/${target}` },
    });
    const text = JSON.stringify({
      query: {
        queryType: "oneHop",
        workItemRelations: [
          relation(null, null, 1),
          relation("System.LinkTypes.Dependency-Forward", 1, 2),
          relation("System.LinkTypes.Hierarchy-Forward", 1, 3),
          relation("System.LinkTypes.Dependency-Forward", 9, 2),
        ],
      },
      value: [item(1), item(2), item(3)],
    });
    const read = orThrow(readAzureDevops(text));
    expect(links(read)).toEqual(["1 > 2"]);
    expect(read.plan.items?.map(({ parentId }) => parentId)).toEqual([undefined, undefined, "1"]);
    expectAccounted(read, text);
  });

  test("a due date at midnight is the day, in JSON and in the table", () => {
    const json = (date: string) =>
      orThrow(readAzureDevops(JSON.stringify(item(1, { "Microsoft.VSTS.Scheduling.TargetDate": date })))).plan;
    expect(json("2026-04-01T00:00:00Z").items?.[0]?.dueDate).toBe("2026-04-01");
    expect(json("2026-04-01T07:00:00Z").items?.[0]?.dueDate).toBe("2026-04-01T07:00:00Z");
    const table = 'ID,Work Item Type,Title,State,Due Date\n1,Task,Dig,New,"4/30/2026 12:00:00 AM"\n';
    const due = orThrow(readAzureDevops(table, { zone: "Europe/Berlin" })).plan.items?.[0]?.dueDate;
    expect(due).toBe("2026-04-30");
  });
});

test("a due day of a table is the day that is written, whatever the zone", () => {
  const table = "Title,Due\nDig,2026-03-06 00:00\nFill,2026-03-06 15:00\n";
  const { plan } = orThrow(readMappedCsv(table, { zone: "Europe/Berlin" }));
  expect(plan.items?.map(({ dueDate }) => dueDate)).toEqual(["2026-03-06", "2026-03-06T14:00:00Z"]);
});

test("Asana: that a task one waits for was completed or moved adds no link", () => {
  const story = (gid: string, resource_subtype: string) => ({
    ...{ gid, resource_type: "story", type: "system", resource_subtype, text: "text" },
    created_at: `2026-03-0${gid}T10:00:00.000Z`,
    dependency: { gid: "8", name: "Fill" },
  });
  const stories = ["dependency_added", "dependency_marked_complete", "dependency_due_date_changed"].map((type, at) =>
    story(String(at + 1), type),
  );
  const task = (gid: string, more: object = {}) => ({
    ...{ gid, resource_type: "task", name: `Task ${gid}`, completed: false, created_at: "2026-03-01T09:00:00.000Z" },
    ...more,
  });
  const text = JSON.stringify({ data: [task("7", { stories }), task("8")] });
  const read = orThrow(readAsana(text));
  expect(read.history.events.filter(({ type }) => type === "linkChanged")).toHaveLength(1);
  expectAccounted(read, text);
});
