import { orThrow } from "@evenkeel/kernel";
import { expect, test } from "vitest";
import { readAzureDevops } from "../src/azure-devops.js";
import { detectFormat } from "../src/index.js";
import { sum } from "./accounted.js";
import { countJsonText } from "./walkers.js";
import { azureAnalytics, azureAnalyticsRevisions } from "./wider-samples.js";

test("work items of Analytics have their people, days, iterations and links, and the categories it tells", () => {
  expect(orThrow(detectFormat(azureAnalytics))).toMatchObject({ format: "azure-devops" });
  const { plan, report } = orThrow(readAzureDevops(azureAnalytics));
  const [dig, fill, open] = plan.items ?? [];
  expect(dig).toMatchObject({
    ...{ id: "7", title: "Dig", sourceKind: "User Story", stateId: "Digging", parentId: "9", projectId: "Pier" },
    ...{ labels: ["sea", "deep"], dueDate: "2026-03-13", createdAt: "2026-03-02T08:00:00Z" },
    ...{ startedAt: "2026-03-03T08:00:00Z", customFields: { Priority: 2 } },
    estimates: [{ of: "points", basis: "original", value: { kind: "single", amount: 5 } }],
  });
  expect(dig?.customFields).toEqual({ Priority: 2 });
  expect([fill?.stateId, fill?.finishedAt, open?.title]).toEqual(["Laid", "2026-03-06T09:00:00Z", "Open"]);
  expect(plan.workflows?.[0]?.states.map(({ id, category }) => [id, category])).toEqual([
    ["Digging", "active"],
    ["Laid", "done"],
    ["New", "proposed"],
  ]);
  expect(plan.dependencies?.map(({ predecessorId, successorId }) => [predecessorId, successorId])).toEqual([
    ["7", "8"],
  ]);
  expect(plan.people?.map(({ id, name }) => [id, name])).toEqual([["ada@example.org", "Ada"]]);
  expect(plan.timeboxes?.[0]).toMatchObject({
    ...{ id: "Pier\\Spring", name: "Spring", itemIds: ["7"] },
    interval: { from: "2026-03-02", to: "2026-03-13" },
  });
  expect(report.issues.map(({ code }) => code)).toContain("interop/azure-page-short");
  expect(sum(report.fields)).toBe(countJsonText(azureAnalytics));
});

test("revisions of Analytics are the history of their item, with or without their numbers", () => {
  for (const text of [azureAnalyticsRevisions, azureAnalyticsRevisions.replace(/"Revision":\d,/g, "")]) {
    const { plan, history, report } = orThrow(readAzureDevops(text));
    expect(plan.items?.map(({ id, title, stateId }) => [id, title, stateId])).toEqual([["7", "Dig", "Closed"]]);
    const moves = history.events.flatMap((event) =>
      event.type === "stateChanged" ? [[event.from, event.to, event.at, event.source]] : [],
    );
    expect(moves).toEqual([
      ["New", "Active", "2026-03-03T08:00:00.123Z", "exact"],
      ["Active", "Closed", "2026-03-05T08:00:00Z", "exact"],
    ]);
    expect(history.events.filter(({ type }) => type === "changed")).toMatchObject([
      { field: "Priority", from: 2, to: 1 },
    ]);
    expect(report.history).toMatchObject({ exact: 1, truncated: 0 });
    expect(report.counts).toMatchObject({ read: 3, imported: 1, merged: 2 });
    expect(sum(report.fields)).toBe(countJsonText(text));
  }
});

test("revisions within a work item need not name it, and links stand in a set of their own too", () => {
  const within = JSON.stringify({
    value: [
      {
        ...{ WorkItemId: 7, Title: "Dig", State: "Active", ChangedDate: "2026-03-03T09:00:00Z", Revision: 2 },
        Revisions: [{ State: "New", ChangedDate: "2026-03-02T09:00:00Z", Revision: 1 }],
      },
      { WorkItemId: 8, Title: "Fill", State: "New" },
    ],
  });
  const links = JSON.stringify({
    value: [
      { SourceWorkItemId: 8, TargetWorkItemId: 7, LinkTypeName: "Predecessor" },
      { SourceWorkItemId: 8, TargetWorkItemId: 7, LinkTypeName: "Related", DeletedDate: "2026-03-04T09:00:00Z" },
      { SourceWorkItemId: 5, TargetWorkItemId: 7, LinkTypeName: "Successor" },
    ],
  });
  const text = `[${within},${links}]`;
  const { plan, history, report } = orThrow(readAzureDevops(text));
  expect(history.events.filter(({ type }) => type === "stateChanged")).toMatchObject([{ from: "New", to: "Active" }]);
  expect(plan.dependencies).toMatchObject([{ predecessorId: "7", successorId: "8" }]);
  expect(plan.relations).toBeUndefined();
  expect(sum(report.fields)).toBe(countJsonText(text));
});
