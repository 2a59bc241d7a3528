import { orThrow } from "@evenkeel/kernel";
import { describe, expect, test } from "vitest";
import { en } from "../src/en.js";
import { exportMeasures } from "../src/export-measures.js";
import { formats } from "../src/formats.js";
import { readJiraCsv } from "../src/jira-csv.js";
import { readJiraJson } from "../src/jira-json.js";
import { readMappedCsv } from "../src/mapped-csv.js";
import { readMarkdown } from "../src/markdown.js";
import { readMspdi } from "../src/mspdi.js";
import { addToOverlay, applyOverlay, emptyOverlay } from "../src/overlay.js";
import type { Import } from "../src/types.js";
import * as samples from "./samples.js";

const table = (read: Import) =>
  Object.fromEntries(exportMeasures(read).map(({ measure, quality, instead }) => [measure, [quality, instead?.code]]));

describe("what an export cannot tell", () => {
  test("differs between the exports of one tool, and names the one that can", () => {
    expect(table(orThrow(readJiraJson(samples.jiraJson)))).toMatchObject({ states: ["exact", undefined] });
    expect(table(orThrow(readJiraCsv(samples.jiraCsv)))).toMatchObject({
      states: ["unavailable", "interop/export-jira-changelog"],
      throughput: ["stamps", "interop/export-jira-changelog"],
      loggedEffort: ["unavailable", "interop/export-jira-worklog"],
      promises: ["unavailable", "interop/export-overlay"],
    });
  });

  test("is dates for trackers, and moves for plans", () => {
    expect(table(orThrow(readMspdi(samples.mspdi)))).toMatchObject({
      dates: ["exact", undefined],
      states: ["unavailable", "interop/export-snapshots"],
    });
    expect(table(orThrow(readMarkdown(samples.markdown)))).toMatchObject({
      dates: ["unavailable", "interop/export-schedule"],
      states: ["unavailable", "interop/export-versions"],
    });
  });

  test("is less once people said what is missing", () => {
    const read = orThrow(readJiraCsv(samples.jiraCsv));
    const promise = {
      id: "p",
      at: "2026-05-01T08:00:00Z",
      type: "commit",
      commitment: "c",
      due: "2026-06-01",
    } as const;
    const overlaid = applyOverlay(read, orThrow(addToOverlay(read, emptyOverlay, [promise])));
    expect(table({ ...read, ...overlaid })).toMatchObject({ promises: ["exact", undefined] });
  });

  test("is nothing where there is no work", () => {
    expect(exportMeasures(orThrow(readMarkdown("words")))).toEqual([]);
  });

  test("has a text for every gap and every way out, and no text that nothing says", () => {
    const texts = Object.keys(en).filter((code) => /^interop\/(measure|export)-/.test(code));
    const reads = [readMarkdown("- [ ] Dig"), readMappedCsv("title,started,done\nDig,2026-05-01,2026-05-04\n")].map(
      orThrow,
    );
    const bare = reads.map((read) => ({ ...read, plan: { ...read.plan, coverage: [] } }));
    const given = bare.flatMap((read) =>
      formats.flatMap(({ name }) =>
        exportMeasures({ ...read, report: { ...read.report, format: { name, confidence: 1 } } }).flatMap(
          ({ gap, instead }) => [gap?.code ?? [], instead?.code ?? []].flat(),
        ),
      ),
    );
    expect([...new Set(given)].sort()).toEqual(texts.sort());
  });
});
