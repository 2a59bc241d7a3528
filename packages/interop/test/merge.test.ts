import { orThrow } from "@evenkeel/kernel";
import { deepFreeze, testLaws } from "@evenkeel/test-kit";
import { describe, expect, test } from "vitest";
import { readJiraJson } from "../src/jira-json.js";
import { readMappedCsv } from "../src/mapped-csv.js";
import { type MergeRules, mergeSources } from "../src/merge.js";
import { mergeSourcesLaws } from "../src/testing/merge-laws.js";
import * as samples from "./samples.js";

testLaws("merges", mergeSourcesLaws());

const jira = { name: "jira", value: deepFreeze(orThrow(readJiraJson(samples.jiraJson))) };
const table = (text: string) => ({ name: "plan", value: deepFreeze(orThrow(readMappedCsv(text))) });
const merge = (text: string, rules: MergeRules) => orThrow(mergeSources([jira, table(text)], rules));
const titles = ({ value }: ReturnType<typeof merge>) => value.plan.items?.map(({ title }) => title);
const own = jira.value.plan.items?.map(({ title }) => title) ?? [];
const [first = ""] = own;

describe("a board of Jira and a table of dates", () => {
  test("are joined by a key in the title, with the dates of one and the moves of the other", () => {
    const { value, conflicts } = merge("title,due,status\nA-1 Harbour,2026-06-01,Open\nParty,,Open\n", {
      joins: [{ by: "keyInTitle" }],
      wins: { dueDate: ["plan", "jira"] },
    });
    expect(value.plan.items).toHaveLength(own.length + 1);
    expect(value.plan.items?.[0]).toMatchObject({ id: "A-1", title: first, dueDate: "2026-06-01" });
    expect(value.plan.items?.[0]?.sources?.map(({ tool }) => tool)).toEqual(["jira", "csv"]);
    expect(conflicts.map(({ field }) => field)).toContain("title");
    expect(value.history.events.filter(({ type }) => type === "stateChanged").length).toBe(
      jira.value.history.events.filter(({ type }) => type === "stateChanged").length,
    );
  });

  test("are joined by a custom field, by title, by pairs", () => {
    const byField = merge("title,Ticket\nHarbour,A-1\n", { joins: [{ by: "customField", field: "Ticket" }] });
    expect(titles(byField)).toEqual(own);
    expect(titles(merge(`title\n${first.toUpperCase()}\n`, { joins: [{ by: "title" }] }))).toEqual(own);
    const pairs = [
      [
        { source: "jira", id: "A-2" },
        { source: "plan", id: "p" },
      ],
    ] as const;
    expect(titles(merge("id,title\np,Party\n", { joins: [{ by: "pairs", pairs }] }))).toEqual(own);
    expect(titles(merge("id,title\np,Party\n", { joins: [] }))).toEqual([...own, "Party"]);
  });

  test("leave apart what a rule cannot tell, and say so", () => {
    const result = mergeSources([jira, table("title\nA-1 Dig\nA-1 Fill\n")], { joins: [{ by: "keyInTitle" }] });
    expect(result.issues.map(({ code }) => code)).toEqual(["interop/merge-ambiguous"]);
    expect(orThrow(result).value.plan.items).toHaveLength(own.length + 2);
  });

  test("people of one name are one person in every place that names them", () => {
    const owner = jira.value.plan.people?.[0]?.name ?? "";
    const { value } = merge(`title,owner\nParty,${owner}\n`, { joins: [{ by: "name", table: "people" }] });
    expect(value.plan.people).toHaveLength(jira.value.plan.people?.length ?? 0);
    expect(value.plan.assignments?.at(-1)?.personId).toBe(jira.value.plan.people?.[0]?.id);
  });
});
