import { orThrow } from "@evenkeel/kernel";
import { expect, test } from "vitest";
import { detectFormat } from "../src/detect-format.js";
import { readJiraJson } from "../src/jira-json.js";
import { expectAccounted, moves } from "./accounted.js";

const status = (id: string, name: string, key: string) => ({ id, name, statusCategory: { key } });
const issue = (id: string, more: object = {}) => ({
  ...{ id, key: `SEA-${id}` },
  fields: { summary: "Dig", created: "2026-03-01T09:00:00.000+0000", status: status("3", "Done", "done") },
  ...more,
});
const history = (id: string, created: string | number, from: string, to: string) => ({
  ...{ id, created, author: { accountId: "a1", displayName: "Ada" } },
  items: [{ field: "status", fieldId: "status", from, fromString: `S${from}`, to, toString: `S${to}` }],
});
const begun = history("1", "2026-03-02T09:00:00.000+0000", "1", "2");
const done = history("2", "2026-03-03T09:00:00.000+0000", "2", "3");
const told = (key: string) => [
  [key, "2026-03-02T09:00:00Z", "1", "2"],
  [key, "2026-03-03T09:00:00Z", "2", "3"],
];

test("the pages of the changelog's own resource are read within their issue, and one that is not the last is cut", () => {
  const page = (isLast: boolean) => ({ startAt: 0, maxResults: 100, isLast, values: [begun, done] });
  const text = JSON.stringify({ issues: [issue("7", { changelog: page(true) })] });
  const read = orThrow(readJiraJson(text));
  expect(moves(read)).toEqual(told("SEA-7"));
  expect(read.report.history).toMatchObject({ exact: 1, truncated: 0 });
  expectAccounted(read, text);
  const cut = JSON.stringify(issue("7", { changelog: { ...page(false), total: 9 } }));
  expect(orThrow(readJiraJson(cut)).report.history.truncated).toBe(1);
});

test("changelogs fetched in bulk are those of the issues beside them", () => {
  const bulk = {
    issueChangeLogs: [
      { issueId: "7", changeHistories: [{ ...begun, created: Date.parse("2026-03-02T09:00:00Z") }] },
      { issueId: "7", changeHistories: [{ ...done, created: Date.parse("2026-03-03T09:00:00Z") }] },
    ],
  };
  for (const both of [{ issues: [issue("7")], ...bulk }, [{ issues: [issue("7")] }, bulk]]) {
    const text = JSON.stringify(both);
    const read = orThrow(readJiraJson(text));
    expect(moves(read)).toEqual(told("SEA-7"));
    expect(read.plan.items?.[0]?.finishedAt).toBe("2026-03-03T09:00:00Z");
    expectAccounted(read, text);
  }
});

test("a page alone tells the moves of an issue that its address names", () => {
  const self = "https://sea.example/rest/api/3/issue/10010/changelog?startAt=0";
  const text = JSON.stringify({ self, maxResults: 100, startAt: 0, total: 2, isLast: true, values: [begun, done] });
  expect(orThrow(detectFormat(text)).format).toBe("jira-json");
  const read = orThrow(readJiraJson(text));
  expect(moves(read)).toEqual(told("10010"));
  expect(read.report.issues.map(({ code }) => code)).toContain("interop/jira-changelog-without-issue");
  expectAccounted(read, text);
});
