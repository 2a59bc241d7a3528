import { orThrow, reviewWork } from "evenkeel";
import { describe, expect, test } from "vitest";
import { type ImportAccount, renderReport } from "../src/index.js";

const review = orThrow(
  reviewWork({ plan: { formatVersion: 1, items: [{ id: "A", title: "Paint", kind: "task" }] }, now: "2026-05-01" }),
);
const catalog = {
  "interop/assumed-zone": { message: "Time zone {value} ({evidence}).", remedy: "State the zone." },
  "interop/reference": { message: '"{row}" refers to nothing.', remedy: "Export it too." },
  "interop/capped": { message: "The history is cut." },
  "a/gap": { message: "No moves." },
  "a/other": { message: "No stamps." },
  "a/way": { message: "Export the changelog." },
};
const account: ImportAccount = {
  format: "jira-csv",
  counts: { read: 3, imported: 2, merged: 0, rejected: 1 },
  assumptions: [{ code: "interop/assumed-zone", what: "zone", value: "floating", evidence: "<none> given" }],
  fields: [
    { source: "Comment", fate: "dropped", why: "empty", count: 7 },
    { source: "Title", fate: "mapped", to: "items.title", count: 2 },
    { source: "Votes", fate: "kept-raw", to: "items.customFields", count: 2 },
    { source: "Macro", fate: "dropped", why: "code is not read", count: 1 },
  ],
  answer: '{"sources":{"a.csv":{"dateOrder":"dmy"}}}',
};
const way = { code: "a/way", facts: {} };
const text = (page: string): string => page.replace(/<[^>]*>/g, " ").replace(/\s+/g, " ");

describe("what was read", () => {
  test("opens the page: how much, what was assumed, what was left out, and what settles the rest", async () => {
    const page = await renderReport(review, { catalog, account });
    const shown = text(page);
    expect(page.indexOf('id="source"')).toBeLessThan(page.indexOf('id="first"'));
    expect(page).toContain('href="#source"');
    expect(shown).toContain("2 of 3 records, read as jira-csv. 1 was rejected");
    expect(shown).toContain("Time zone floating (&lt;none&gt; given). State the zone.");
    expect(shown).toContain("2 used, 2 kept as they are, 8 left out");
    expect(shown).toContain("&quot;dateOrder&quot;:&quot;dmy&quot;");
  });

  test("shows losses before what was kept, used, and empty", async () => {
    const page = await renderReport(review, { catalog, account });
    const places = ["Macro", "Votes", "Title", "Comment"].map((name) => page.indexOf(`>${name}</th>`));
    expect(places.every((place) => place > 0)).toBe(true);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  test("says together what one other export carries", async () => {
    const gaps = ["a/gap", "a/other"].map((code) => ({ gap: { code, facts: {} }, instead: way }));
    const page = await renderReport(review, { catalog, gaps });
    expect(page).toContain('<li>No moves. No stamps. <span class="remedy">Export the changelog.</span></li>');
    expect(page).not.toContain("records, read as");
  });
});

test("faults in the input stand together by code, what is said once first", async () => {
  const fault = (code: string, row: string) => ({
    code,
    severity: "warning" as const,
    path: [],
    subject: [],
    remedy: code,
    facts: { row },
  });
  const many = Array.from({ length: 300 }, (_none, at) => fault("interop/reference", `A-${at}`));
  const shown = text(await renderReport({ ...review, issues: [...many, fault("interop/capped", "")] }, { catalog }));
  expect(shown).toContain("&quot;A-0&quot; refers to nothing. (and 299 more like this) Export it too.");
  expect(shown).not.toContain("A-1&quot;");
  expect(shown.indexOf("The history is cut.")).toBeLessThan(shown.indexOf("refers to nothing"));
});
