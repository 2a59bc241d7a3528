import { orThrow } from "@evenkeel/kernel";
import { describe, expect, test } from "vitest";
import { readGithub } from "../src/github.js";
import { expectAccounted } from "./accounted.js";
import * as samples from "./github-samples.js";

const iteration = {
  id: "iteration:Iteration 4",
  kind: "iteration",
  interval: { from: "2026-03-02", to: "2026-03-15" },
  itemIds: ["sea/pier#1"],
};

describe("items of GitHub's projects", () => {
  test("as the command line lists them: what stands around an issue is of the issue", () => {
    const read = orThrow(readGithub(samples.githubListing));
    const item = (id: string) => read.plan.items?.find((each) => each.id === id);
    expect(item("sea/pier#1")).toMatchObject({
      labels: ["sea"],
      stateId: "status:In Progress",
      dueDate: "2026-03-20",
      constraints: [{ kind: "startNoEarlierThan", at: "2026-03-02" }],
      estimates: [{ of: "points", value: { kind: "single", amount: 3 } }],
      customFields: { "(project item)": [{ id: "PVTI_1", priority: "High" }] },
    });
    expect(read.plan.assignments?.map(({ personId }) => personId)).toEqual(["ada", "bo"]);
    expect(read.plan.timeboxes).toMatchObject([iteration, { id: "Spring", kind: "release" }]);
    expect(item("sea/pier#2")?.parentId).toBe("sea/pier#1");
    expect(item("sea/pier#9")?.kind).toBe("pullRequest");
    expect(read.plan.relations?.map((row) => [row.fromId, row.kind, row.toId])).toEqual([
      ["sea/pier#9", "implements", "sea/pier#1"],
    ]);
    expect(read.report.issues.map(({ code }) => code)).toEqual([
      "interop/github-pull-request-in-issues",
      "interop/github-no-timeline",
    ]);
    expectAccounted(read, samples.githubListing);
  });

  test("drafts are items by their own id", () => {
    for (const text of [samples.githubListing, samples.githubProject]) {
      const { plan } = orThrow(readGithub(text));
      expect(plan.items?.find(({ id }) => id === "DI_1")).toMatchObject({
        title: "Paint",
        body: { text: "some day" },
        stateId: "status:Todo",
      });
    }
  });

  test("as GraphQL gives them: date, number and iteration fields are read by their names", () => {
    const read = orThrow(readGithub(samples.githubProject));
    expect(read.plan.items?.[0]).toMatchObject({
      dueDate: "2026-03-20",
      estimates: [{ of: "points", value: { amount: 3 } }],
      customFields: { "(project item)": [{ fieldValues: { nodes: [{ text: "Dig", field: { name: "Title" } }] } }] },
    });
    expect(read.plan.timeboxes).toMatchObject([iteration]);
    expect(read.history.events.map(({ subject, at }) => [subject.id, at])).toContainEqual([
      "DI_1",
      "2026-03-01T10:00:00Z",
    ]);
    expectAccounted(read, samples.githubProject);
  });

  test("of two fields that mean the same the better name is read, the other stays as it is", () => {
    const root = JSON.parse(samples.githubListing);
    root.items[0].deadline = "2026-03-31";
    const text = JSON.stringify(root);
    const read = orThrow(readGithub(text));
    expect(read.plan.items?.[0]?.dueDate).toBe("2026-03-20");
    expect(read.plan.items?.[0]?.customFields).toMatchObject({ "(project item)": [{ deadline: "2026-03-31" }] });
    expectAccounted(read, text);
  });

  test("what a second project says otherwise stays as it is", () => {
    const field = (date: string) => ({ date, field: { name: "Target date" } });
    const project = (date: string) => ({ fieldValues: { nodes: [field(date)] } });
    const issue = (...dates: string[]) =>
      JSON.stringify([
        {
          number: 1,
          title: "Dig",
          state: "OPEN",
          createdAt: "2026-03-02T09:00:00Z",
          url: "https://github.com/sea/pier/issues/1",
          projectItems: { nodes: dates.map(project) },
        },
      ]);
    const read = orThrow(readGithub(issue("2026-03-20", "2026-04-20", "2026-03-20")));
    expect(read.plan.items?.[0]?.dueDate).toBe("2026-03-20");
    expect(JSON.stringify(read.plan.items?.[0]?.customFields)).toContain("2026-04-20");
    expect(JSON.stringify(read.plan.items?.[0]?.customFields)).not.toContain("2026-03-20");
    expectAccounted(read, issue("2026-03-20", "2026-04-20", "2026-03-20"));
  });

  test("an estimate in words is a size", () => {
    const root = JSON.parse(samples.githubListing);
    root.items[0].estimate = "XL";
    expect(orThrow(readGithub(JSON.stringify(root))).plan.items?.[0]?.estimates).toMatchObject([
      { of: "size", value: { kind: "label", label: "XL" } },
    ]);
  });

  test("a pull request implements the issue it closes, whichever of them lists the other", () => {
    const read = orThrow(readGithub(samples.githubPulls));
    expect(read.plan.relations?.map((row) => [row.fromId, row.kind, row.toId])).toEqual([
      ["sea/pier#9", "implements", "sea/pier#1"],
    ]);
    expectAccounted(read, samples.githubPulls);
  });

  test("pages printed one after another without a comma are read as all of them", () => {
    const [pull, issue] = JSON.parse(samples.githubPulls);
    const { plan } = orThrow(readGithub(`${JSON.stringify([pull])}${JSON.stringify([issue], undefined, 1)}\n`));
    expect(plan.items?.map(({ id }) => id)).toEqual(["sea/pier#9", "sea/pier#1"]);
    expect(readGithub(`${JSON.stringify([pull])}[{"number":`).ok).toBe(false);
  });
});
