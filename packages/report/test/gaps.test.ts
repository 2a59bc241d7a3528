import { orThrow, reviewWork } from "evenkeel";
import { expect, test } from "vitest";
import { renderReport } from "../src/index.js";

const review = orThrow(
  reviewWork({ plan: { formatVersion: 1, items: [{ id: "A", title: "Paint", kind: "task" }] }, now: "2026-05-01" }),
);
const gap = { code: "interop/measure-states-unavailable", facts: {} };
const instead = { code: "interop/export-jira-changelog", facts: {} };
const catalog = {
  [gap.code]: { message: "No <moves> are known." },
  [instead.code]: { message: "Export the changelog." },
};

test("the page opens with what the export cannot tell and which one can, before all that rests on it", async () => {
  const page = await renderReport(review, { catalog, gaps: [{ gap, instead }] });
  expect(page).toContain('<li>No &lt;moves&gt; are known. <span class="remedy">Export the changelog.</span></li>');
  expect(page.indexOf("What this export cannot tell")).toBeLessThan(page.indexOf('id="first"'));
});

test("says nothing of it where nothing is missing or known", async () => {
  const [none, unknown] = [await renderReport(review, { gaps: [] }), await renderReport(review)];
  expect(none).toBe(unknown);
  expect(none).not.toContain("What this export cannot tell");
});
