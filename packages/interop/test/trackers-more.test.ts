import { orThrow } from "@evenkeel/kernel";
import { describe, expect, test } from "vitest";
import { readAsana } from "../src/asana.js";
import { readAzureDevops } from "../src/azure-devops.js";
import { readBugzilla } from "../src/bugzilla.js";
import { readClickup } from "../src/clickup.js";
import { readGitlab } from "../src/gitlab.js";
import { readJiraXml } from "../src/jira-xml.js";
import { readMonday } from "../src/monday.js";

import type { Import } from "../src/types.js";
import { expectAccounted, moves, sum } from "./accounted.js";
import * as samples from "./tracker-samples.js";
import { countJson, countXml } from "./walkers.js";

const links = ({ plan }: Import): unknown[] =>
  (plan.dependencies ?? []).map((row) => [row.predecessorId, row.successorId]);

const codes = ({ report }: Import): string[] => report.issues.map((found) => found.code);

describe("Asana", () => {
  const read = orThrow(readAsana(samples.asana));
  const [dig, fill] = read.plan.items ?? [];

  test("gives every change of section and completion its instant", () => {
    expect(moves(read)).toEqual([
      ["1200000000000001", "2026-03-03T09:00:00Z", "60001", "60002"],
      ["1200000000000001", "2026-03-05T09:00:00Z", "60002", "complete"],
    ]);
    expect(dig).toMatchObject({
      startedAt: "2026-03-03T09:00:00Z",
      finishedAt: "2026-03-05T09:00:00Z",
      dueDate: "2026-03-13",
      labels: ["deep, wide"],
      estimates: [{ of: "points", value: { amount: 3 } }],
    });
    expect(read.report.history).toEqual({ exact: 2, fromTimestamps: 0, unavailable: 0, truncated: 0 });
  });

  test("a task of several projects is one item in several containers", () => {
    expect(dig?.memberships).toEqual([
      { containerId: "60002", stateId: "complete" },
      { containerId: "project:50002", stateId: "complete" },
    ]);
    expect(codes(read)).toContain("interop/asana-multi-home");
  });

  test("parents and dependencies go by id", () => {
    expect(fill).toMatchObject({ parentId: dig?.id, kind: "subtask", stateId: "incomplete" });
    expect(links(read)).toEqual([[dig?.id, fill?.id]]);
    expectAccounted(read, samples.asana);
  });

  test("a CSV export gives the same links by names, even with commas in them", () => {
    const csv = orThrow(readAsana(samples.asanaCsv));
    expect(links(csv)).toEqual([
      ["1", "2"],
      ["1", "3"],
      ["2", "3"],
    ]);
    expect(csv.plan.items?.map((item) => [item.parentId, item.stateId, item.finishedAt, item.labels])).toEqual([
      [undefined, "complete", "2026-03-05", ["sea", "deep"]],
      ["1", "section:To do", undefined, []],
      ["2", "section:Ideas", undefined, []],
    ]);
    expect(csv.plan.items?.[0]?.customFields).toEqual({ Mood: "fine" });
    expect(csv.history.events.every((event) => event.source === "inferred")).toBe(true);
  });

  test("a sheet with lines before the table is the same table", () => {
    const [plain, sheet] = [samples.asanaCsv, `Pier,https://app.asana.com/0/1/2\n\nupdated,daily\n${samples.asanaCsv}`];
    expect(orThrow(readAsana(sheet)).plan).toEqual(orThrow(readAsana(plain)).plan);
    expect(sum(orThrow(readAsana(sheet)).report.fields)).toBe(sum(orThrow(readAsana(plain)).report.fields) + 4);
  });

  test("sections without ids are found by their names, and stories under the id of their task", () => {
    const text = JSON.stringify({
      tasks: [{ gid: "1", name: "Dig", memberships: [{ project: { gid: "77" }, section: { name: "Closed" } }] }],
      stories: {
        "1": [
          {
            gid: "s1",
            resource_subtype: "section_changed",
            type: "system",
            created_at: "2026-03-05T00:00:00Z",
            old_section: { name: "To Do" },
            new_section: { name: "Closed" },
          },
        ],
      },
    });
    expect(moves(orThrow(readAsana(text)))).toEqual([["1", "2026-03-05T00:00:00Z", "section:To Do", "section:Closed"]]);
  });

  test("days saved anew by a spreadsheet are read by the order of their column", () => {
    const header = "Task ID,Created At,Completed At,Name,Section/Column,Parent Task\n";
    const { plan } = orThrow(readAsana(`${header}1,13/03/2026,05/04/2026,Dig,Done,\n2,01/02/2026,,Fill,Done,Dig\n`));
    expect(plan.items?.map((item) => [item.createdAt, item.finishedAt, item.parentId])).toEqual([
      ["2026-03-13", "2026-04-05", undefined],
      ["2026-02-01", undefined, "1"],
    ]);
  });
});

describe("GitLab", () => {
  const read = orThrow(readGitlab(samples.gitlab));

  test("gives every close and every change of a scoped label its instant", () => {
    expect(moves(read)).toEqual([
      ["sea/pier#1", "2026-03-03T09:00:00Z", "opened", "label:workflow::doing"],
      ["sea/pier#1", "2026-03-04T09:00:00Z", "label:workflow::doing", "label:workflow::review"],
      ["sea/pier#1", "2026-03-06T09:00:00Z", "label:workflow::review", "closed"],
    ]);
    expect(read.plan.items?.[0]).toMatchObject({
      startedAt: "2026-03-03T09:00:00Z",
      finishedAt: "2026-03-06T09:00:00Z",
      dueDate: "2026-03-13",
      estimates: [{ of: "points" }, { of: "effort", value: { amount: 120 } }],
    });
    expect(read.plan.timeboxes?.[0]).toMatchObject({ name: "Spring", itemIds: ["sea/pier#1"] });
    expectAccounted(read, samples.gitlab);
  });

  test("an issue closed without a date has no finish, and says so", () => {
    expect(read.plan.items?.[1]).toMatchObject({ stateId: "closed" });
    expect(read.plan.items?.[1]?.finishedAt).toBeUndefined();
    expect(codes(read)).toContain("interop/gitlab-closed-without-date");
  });

  test("reads links, and who was assigned from the tool's notes", () => {
    expect(links(read)).toEqual([["sea/pier#1", "sea/pier#2"]]);
    const assigned = read.history.events.flatMap((event) =>
      event.type === "assigned" || event.type === "unassigned" ? [[event.type, event.assigneeId]] : [],
    );
    expect(assigned).toEqual([
      ["assigned", "bo"],
      ["unassigned", "ada"],
    ]);
  });

  test("is read from its graph by the same rules; a label that means dropped makes a closed issue dropped", () => {
    const graph = orThrow(readGitlab(samples.gitlabGraph));
    expect(graph.plan.items?.map((item) => [item.id, item.stateId, item.finishedAt])).toEqual([
      ["sea/pier#1", "label:workflow::doing", undefined],
      ["sea/pier#2", "label:status::cancelled", undefined],
    ]);
    expect(links(graph)).toEqual([["sea/pier#2", "sea/pier#1"]]);
    expect(graph.records.loggedEffort?.[0]).toMatchObject({ minutes: 30, personId: "ada" });
    expectAccounted(graph, samples.gitlabGraph);
  });
});

describe("monday.com", () => {
  const read = orThrow(readMonday(samples.monday));
  const [dig, mark, fill] = read.plan.items ?? [];

  test("gives every change of label its instant, counted in tenths of a microsecond", () => {
    expect(moves(read)).toEqual([
      ["51", "2026-03-03T09:00:00Z", "41:5", "41:0"],
      ["51", "2026-03-05T09:00:00Z", "41:0", "41:2"],
    ]);
    expect(dig).toMatchObject({
      startedAt: "2026-03-03T09:00:00Z",
      finishedAt: "2026-03-05T09:00:00Z",
      dueDate: "2026-03-13T12:00:00Z",
      memberships: [{ containerId: "41:topics", stateId: "41:2" }],
    });
    expectAccounted(read, samples.monday);
  });

  test("done is what its colour says, a label nobody chose is proposed", () => {
    const states = read.plan.workflows?.[0]?.states ?? [];
    expect(states.find((state) => state.id === "41:2")).toMatchObject({ name: "Shipped it", category: "done" });
    expect(states.find((state) => state.id === "41:5")).toMatchObject({ category: "proposed" });
    expect(codes(read)).toContain("interop/monday-null-label");
  });

  test("subitems are under their item, dependency columns dependencies, groups in order of their positions", () => {
    expect([mark?.parentId, mark?.kind, mark?.stateId]).toEqual(["51", "subtask", undefined]);
    expect(links(read)).toEqual([["51", fill?.id]]);
    expect(read.plan.containers?.map((row) => [row.id, row.rank])).toEqual([
      ["41", undefined],
      ["41:topics", 163840],
      ["41:later", 65536],
    ]);
  });

  test("a record a line is read too; the stamp of a label tells when it is done, unless it is older than the item", () => {
    const lines = orThrow(readMonday(samples.mondayLines));
    expect(lines.plan.items?.map((item) => [item.id, item.stateId, item.finishedAt])).toEqual([
      ["61", "41:1", "2026-03-04T09:00:00Z"],
      ["62", "archived", undefined],
    ]);
    expect(codes(lines)).toContain("interop/monday-changed-before-created");
    expect(sum(lines.report.fields)).toBe(countJson(samples.mondayLines.split("\n").map((line) => JSON.parse(line))));
  });
});

describe("Jira XML", () => {
  const read = orThrow(readJiraXml(samples.jiraXml));
  const [dig, mark, fill] = read.plan.items ?? [];

  test("reads times by their offsets, a due date as the day written, and custom fields by their names", () => {
    expect(dig).toMatchObject({
      id: "A-1",
      body: { text: "<p>by hand</p>", markup: "html" },
      createdAt: "2026-03-02T09:00:00Z",
      finishedAt: "2026-03-05T09:00:00Z",
      dueDate: "2026-03-13",
      labels: ["sea", "deep"],
      estimates: [
        { of: "points", value: { amount: 3 } },
        { of: "effort", value: { amount: 120 } },
      ],
    });
    expect(read.plan.timeboxes?.[0]).toMatchObject({ id: "4", name: "Spring", itemIds: ["A-1"] });
    expect(JSON.stringify(dig?.customFields)).toContain("fine");
    expect(JSON.stringify(dig?.customFields)).not.toContain("Story Points");
  });

  test("a link that stands on both ends is read once; parents stand on either end; a missing one is said", () => {
    expect(links(read)).toEqual([["A-1", "A-3"]]);
    expect([mark?.parentId, fill?.parentId]).toEqual(["A-1", undefined]);
    expect(codes(read)).toContain("interop/any-dangling-reference");
    expect(sum(read.report.fields)).toBe(countXml(samples.jiraXml));
  });

  test("nobody is assigned where the tool says -1", () => {
    expect(read.plan.assignments?.map((row) => [row.itemId, row.personId])).toEqual([["A-1", "ada"]]);
  });

  test("says when the feed was cut", () => {
    const cut = orThrow(readJiraXml(samples.jiraXml.replace('total="3"', 'total="900"')));
    expect(codes(cut)).toContain("interop/jira-page-short-not-last");
  });
});

describe("Azure DevOps CSV", () => {
  const read = orThrow(readAzureDevops(samples.azureCsv, { zone: "UTC" }));

  test("makes a tree of the depths of titles", () => {
    expect(read.plan.items?.map((item) => [item.id, item.title, item.kind, item.parentId, item.stateId])).toEqual([
      ["1", "Harbour", "epic", undefined, "Active"],
      ["2", "Dig", "task", "1", "Closed"],
      ["3", "Mark", "task", "2", "New"],
      ["4", "Fill", "task", "1", "Removed"],
    ]);
  });

  test("reads dates in the order one of its columns decides, hours as minutes, and keeps the rest", () => {
    expect(read.plan.items?.[1]).toMatchObject({
      createdAt: "2026-03-01T09:00:00Z",
      finishedAt: "2026-03-05T14:30:00Z",
      estimates: [{ of: "points", value: { amount: 3 } }],
    });
    expect(read.plan.items?.[2]?.estimates).toEqual([
      { of: "effort", basis: "remaining", value: { kind: "single", amount: 90 } },
    ]);
    expect(read.plan.items?.[0]).toMatchObject({ labels: ["sea", "deep"], customFields: { Mood: "fine" } });
    expect(read.plan.people?.map((person) => [person.id, person.name])).toEqual([["ada@example.org", "Ada"]]);
  });

  test("a tree may repeat the titles above, and have no ids yet", () => {
    const rows = ["Epic,Harbour,,", "Feature,Harbour,Pier,", "Task,Harbour,Pier,Dig"].map((row) => `,${row}`);
    const { plan } = orThrow(readAzureDevops(`ID,Work Item Type,Title 1 ,Title 2,Title 3\n${rows.join("\n")}\n`));
    expect(plan.items?.map((item) => [item.id, item.title, item.parentId])).toEqual([
      ["row-2", "Harbour", undefined],
      ["row-3", "Pier", "row-2"],
      ["row-4", "Dig", "row-3"],
    ]);
  });

  test("a query of direct links gives links, and an item that stands twice is one", () => {
    const csv =
      "ID,Work Item Type,Title 1,Title 2,Link Type\n1,Task,Dig,,\n2,Task,,Fill,Successor\n2,Task,Fill,,\n1,Task,,Dig,Predecessor\n";
    const query = orThrow(readAzureDevops(csv));
    expect(links(query)).toEqual([["1", "2"]]);
    expect(query.report.counts).toEqual({ read: 4, imported: 2, merged: 2, rejected: 0 });
  });
});

describe("Bugzilla", () => {
  const read = orThrow(readBugzilla(samples.bugzilla));

  test("gives each change of status and resolution as one move with its instant", () => {
    expect(moves(read)).toEqual([
      ["71", "2026-03-03T09:00:00Z", "NEW", "ASSIGNED"],
      ["71", "2026-03-05T09:00:00Z", "ASSIGNED", "RESOLVED FIXED"],
      ["74", "2026-03-04T10:00:00Z", undefined, "VERIFIED WONTFIX"],
    ]);
    expect(read.plan.items?.[0]).toMatchObject({
      kind: "defect",
      startedAt: "2026-03-03T09:00:00Z",
      finishedAt: "2026-03-05T09:00:00Z",
      dueDate: "2026-03-13",
      estimates: [{ of: "effort", value: { amount: 120 } }],
      customFields: { whiteboard: "wet", severity: "normal" },
    });
    expect(read.plan.items?.[2]?.finishedAt).toBeUndefined();
    expectAccounted(read, samples.bugzilla);
  });

  test("tells several values in one text apart, and a dependency that stands on both ends is one", () => {
    const linked = read.history.events.flatMap((event) => (event.type === "linkChanged" ? [event.otherId] : []));
    expect(linked).toEqual(["72", "73"]);
    expect(links(read)).toEqual([["71", "72"]]);
  });

  test("nobody is nobody", () => {
    expect(read.plan.people?.map((person) => person.id)).toEqual(["ada@example.org", "bo@example.org"]);
  });
});

describe("ClickUp", () => {
  const read = orThrow(readClickup(samples.clickup));
  const item = (id: string) => read.plan.items?.find((each) => each.id === id);

  test("gives the instant each status was entered", () => {
    expect(moves(read)).toEqual([
      ["9hz1", "2026-03-03T09:00:00Z", "to do", "in progress"],
      ["9hz1", "2026-03-05T09:00:00Z", "in progress", "complete"],
    ]);
    expect(item("9hz1")).toMatchObject({
      startedAt: "2026-03-03T09:00:00Z",
      finishedAt: "2026-03-05T09:00:00Z",
      dueDate: "2026-03-13T12:00:00Z",
      estimates: [{ of: "points" }, { of: "effort", value: { amount: 120 } }],
      labels: ["sea"],
    });
    expect(read.plan.workflows?.[0]?.states).toContainEqual({ id: "complete", name: "complete", category: "done" });
    expectAccounted(read, samples.clickup);
  });

  test("subtasks are under their task, what waits depends, what is linked relates", () => {
    expect(item("9hz3")).toMatchObject({ kind: "subtask", parentId: "9hz1" });
    expect(links(read)).toEqual([["9hz1", "9hz2"]]);
    expect(read.plan.relations?.map((row) => [row.kind, row.fromId, row.toId])).toEqual([["relates", "9hz2", "9hz3"]]);
  });

  test("a checklist is a section, its entries items below the task and each other", () => {
    expect(item("e1")).toMatchObject({ kind: "checklistItem", parentId: "9hz2", stateId: "resolved" });
    expect(item("e2")).toMatchObject({ kind: "checklistItem", parentId: "e1", stateId: "unresolved" });
    expect(read.plan.containers).toContainEqual({ id: "checklist:c1", name: "Tools", kind: "section" });
    expect(read.plan.assignments).toContainEqual({ id: "e1:1", itemId: "e1", personId: "1", role: "responsible" });
  });

  test("the export of a workspace as CSV", () => {
    const { plan, history, report } = orThrow(readClickup(samples.clickupCsv));
    const row = (id: string) => plan.items?.find((each) => each.id === id);
    expect(row("9hz1")).toMatchObject({
      title: "Dig",
      body: { text: "by hand, slowly" },
      createdAt: "2026-03-02T09:00:00Z",
      dueDate: "2026-03-13T12:00:00Z",
      labels: ["sea", "deep"],
      estimates: [{ of: "effort", value: { amount: 90 } }],
      memberships: [{ containerId: "list:Harbour/Works/Pier" }, { containerId: "list:Harbour/Yard" }],
      sources: [{ id: "9hz1", key: "PIER-1" }],
    });
    expect(row("9hz1")?.customFields).toMatchObject({ "Depth (number)": "4", Priority: "2" });
    expect(row("9hz2")).toMatchObject({ kind: "defect", parentId: "9hz1", finishedAt: "2026-03-05T09:00:00Z" });
    expect(row("9hz3")).toMatchObject({ kind: "milestone", parentId: "9hz1", stateId: "cancelled" });
    expect(row("9hz3")).not.toHaveProperty("finishedAt");
    expect(plan.assignments?.map(({ personId }) => personId)).toEqual(["Ada", "Bo Ash"]);
    expect(history.events.filter(({ type }) => type === "stateChanged").map(({ at }) => at)).toEqual([
      "2026-03-05T09:00:00Z",
      "2026-03-05T09:00:00Z",
    ]);
    expect(report.counts).toEqual({ read: 4, imported: 3, merged: 1, rejected: 0 });
  });

  test("time in status of many tasks by their ids is read beside them", () => {
    const { tasks } = JSON.parse(samples.clickup);
    const { time_in_status: told, ...task } = tasks[0];
    const beside = orThrow(readClickup(JSON.stringify([{ tasks: [task] }, { "9hz1": told }])));
    expect(moves(beside)).toEqual(moves(read));
  });
});

describe("Bugzilla as XML", () => {
  test("a bug is what it is from the REST API", () => {
    const { plan, report } = orThrow(readBugzilla(samples.bugzillaXml));
    expect(plan.items?.[0]).toMatchObject({
      id: "71",
      title: "Leak & drip",
      body: { text: "It leaks" },
      stateId: "RESOLVED FIXED",
      labels: ["sea", "deep"],
      createdAt: "2026-03-02T09:00:00Z",
      updatedAt: "2026-03-05T09:00:00Z",
      finishedAt: "2026-03-05T09:00:00Z",
    });
    expect(plan.workflows?.[0]?.states.map(({ id, category }) => [id, category])).toEqual([
      ["RESOLVED FIXED", "done"],
      ["RESOLVED WONTFIX", "dropped"],
    ]);
    expect(plan.dependencies).toMatchObject([{ predecessorId: "72", successorId: "71" }]);
    expect(plan.people?.map(({ id, name }) => [id, name])).toEqual([["bo@example.org", "Bo"]]);
    expect(report.counts).toEqual({ read: 2, imported: 2, merged: 0, rejected: 0 });
    expect(report.fields).toContainEqual(
      expect.objectContaining({ source: "bugs/*/@error", fate: "dropped", count: 1 }),
    );
  });

  test("a DOCTYPE with declarations of its own is refused", () => {
    const bomb = samples.bugzillaXml.replace(/<!DOCTYPE[^>]*>/, '<!DOCTYPE bugzilla [<!ENTITY a "b">]>');
    const result = readBugzilla(bomb);
    expect(result.ok ? [] : result.issues.map(({ code }) => code)).toEqual(["interop/any-entity-bomb"]);
  });
});

describe("GitLab as CSV", () => {
  test("rows are issues of their project, with times in UTC whatever zone is stated", () => {
    const { plan, report } = orThrow(readGitlab(samples.gitlabCsv, { zone: "Europe/Berlin" }));
    expect(plan.items?.[0]).toMatchObject({
      id: "sea/pier#12",
      projectId: "sea/pier",
      stateId: "closed",
      body: { text: "by hand, slowly" },
      labels: ["bug", "deep"],
      dueDate: "2026-03-20",
      createdAt: "2026-03-01T09:00:00Z",
      finishedAt: "2026-03-05T08:00:00Z",
      estimates: [
        { of: "points", value: { amount: 3 } },
        { of: "effort", value: { amount: 120 } },
      ],
    });
    expect(plan.items?.[0]?.customFields).toMatchObject({ "Time Spent": "3600", "Epic Title": "Pier" });
    expect(plan.items?.[1]).toMatchObject({ stateId: "label:workflow::doing" });
    expect(plan.people?.map(({ id, name }) => [id, name])).toEqual([
      ["bo", "Bo"],
      ["cy", "Cy"],
    ]);
    expect(plan.timeboxes?.[0]).toMatchObject({ name: "v1", itemIds: ["sea/pier#12"] });
    expect(report.counts).toEqual({ read: 3, imported: 2, merged: 0, rejected: 1 });
    expect(report.issues.map(({ code, path }) => [code, path])).toContainEqual(["interop/csv-row-without-title", [4]]);
  });
});

describe("GitLab work items", () => {
  test("state labels, dates, parents and links in widgets", () => {
    const widgets = [
      { type: "LABELS", labels: { nodes: [{ title: "workflow::doing" }] } },
      { type: "START_AND_DUE_DATE", startDate: "2026-03-03", dueDate: "2026-03-13" },
      { type: "HIERARCHY", parent: { iid: "9", webUrl: "https://gitlab.com/sea/pier/-/work_items/9" } },
      {
        type: "LINKED_ITEMS",
        linkedItems: {
          nodes: [
            { linkType: "is_blocked_by", workItem: { iid: "9", webUrl: "https://gitlab.com/sea/pier/-/work_items/9" } },
          ],
        },
      },
    ];
    const nodes = [
      {
        id: "gid://gitlab/WorkItem/70",
        iid: "8",
        title: "Dig",
        state: "OPEN",
        webUrl: "https://gitlab.com/sea/pier/-/work_items/8",
        workItemType: { name: "Task" },
        widgets,
      },
      {
        id: "gid://gitlab/WorkItem/71",
        iid: "9",
        title: "Pier",
        state: "CLOSED",
        closedAt: "2026-03-04T09:00:00Z",
        webUrl: "https://gitlab.com/sea/pier/-/work_items/9",
        workItemType: { name: "Issue" },
        widgets: [],
      },
    ];
    const read = orThrow(readGitlab(JSON.stringify({ data: { project: { workItems: { nodes } } } })));
    expect(read.plan.items?.[0]).toMatchObject({
      stateId: "label:workflow::doing",
      parentId: "sea/pier#9",
      kind: "subtask",
      dueDate: "2026-03-13",
      labels: ["workflow::doing"],
    });
    expect(links(read)).toEqual([["sea/pier#9", "sea/pier#8"]]);
    expectAccounted(read, JSON.stringify({ data: { project: { workItems: { nodes } } } }));
  });
});
