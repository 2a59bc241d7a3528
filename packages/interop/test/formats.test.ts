import { orThrow } from "@evenkeel/kernel";
import { describe, expect, test } from "vitest";
import { readEvenkeelJson, writeEvenkeelJson } from "../src/evenkeel-json.js";
import { readGitLog } from "../src/git-log.js";
import { detectFormat, formats, readWork } from "../src/index.js";
import { githubListing, githubProject } from "./github-samples.js";
import { linearAnnounced, linearGraph } from "./linear-samples.js";
import * as samples from "./samples.js";
import * as standards from "./standard-samples.js";
import * as trackers from "./tracker-samples.js";

describe("detection", () => {
  test.each([
    ["mspdi", samples.mspdi],
    ["pmxml", samples.pmxml],
    ["xer", samples.xer],
    ["jira-json", samples.jiraJson],
    ["jira-csv", samples.jiraCsv],
    ["mapped-csv", samples.table],
    ["mapped-csv", samples.eventLog],
    ["markdown", samples.markdown],
    ["git-log", samples.gitLog],
    ["evenkeel-json", samples.native],
    ["azure-devops", samples.azure],
    ["azure-devops", samples.azureRevisions],
    ["github", samples.github],
    ["github", samples.githubGraph],
    ["linear", samples.linear],
    ["trello", samples.trello],
    ["trello", samples.wekan],
    // Standards and texts.
    ["sticky-notes", standards.excalidraw],
    ["planner", standards.planner],
    ["ganttproject", standards.ganttProject],
    ["todo-txt", standards.todoTxt],
    ["ical", standards.ical],
    ["ocel", standards.ocel],
    ["ocel", standards.ocelFirst],
    ["ocel", standards.ocelOwn],
    ["xes", standards.xes],
    // Trackers that came later.
    ["asana", trackers.asana],
    ["asana", trackers.asanaCsv],
    ["gitlab", trackers.gitlab],
    ["gitlab", trackers.gitlabGraph],
    ["gitlab", trackers.gitlabCsv],
    ["monday", trackers.monday],
    ["monday", trackers.mondayLines],
    ["jira-xml", trackers.jiraXml],
    ["azure-devops", trackers.azureCsv],
    ["bugzilla", trackers.bugzilla],
    ["bugzilla", trackers.bugzillaXml],
    ["clickup", trackers.clickup],
    ["github", githubListing],
    ["github", githubProject],
    ["linear", linearGraph],
    ["linear", linearAnnounced],
    ["clickup", trackers.clickupCsv],
  ])("knows %s by its content, whatever the name", (format, text) => {
    expect(orThrow(detectFormat(text, "plan.xyz")).format).toBe(format);
    expect(orThrow(detectFormat(new TextEncoder().encode(text), "plan.mpp")).format).toBe(format);
  });

  test("knows Jira issues whatever words their labels are", () => {
    const labels = ["bugs", "resolution", "product", "gid", "iid", "column_values", "date_created", "cards", "lists"];
    const text = JSON.stringify({ issues: [{ key: "A-1", fields: { labels, issuetype: { name: "Bug" } } }] });
    expect(orThrow(detectFormat(text)).format).toBe("jira-json");
  });

  test("lists every format with a reader once", () => {
    expect(formats.map((format) => format.name)).toEqual([...new Set(formats.map((format) => format.name))].sort());
  });

  test("says in the report how certain it was", async () => {
    expect(orThrow(await readWork(samples.table)).report.format.confidence).toBe(0.5);
    expect(orThrow(await readWork(samples.table, { format: "mapped-csv" })).report.format.confidence).toBe(1);
  });
});

describe("encodings", () => {
  const utf16 = (text: string, bigEndian: boolean): Uint8Array => {
    const bytes = new Uint8Array(2 + text.length * 2);
    const view = new DataView(bytes.buffer);
    for (const [at, unit] of [0xfeff, ...Array.from(text, (each) => each.charCodeAt(0))].entries()) {
      view.setUint16(at * 2, unit, !bigEndian);
    }
    return bytes;
  };

  test.each([[true], [false]])("UTF-16 is known by its mark (big endian: %s)", async (bigEndian) => {
    expect(orThrow(await readWork(utf16("- [ ] Gräben", bigEndian))).plan.items?.[0]?.title).toBe("Gräben");
  });

  test("what is not UTF-8 is read as windows-1252 and said", async () => {
    const result = orThrow(
      await readWork(
        Uint8Array.from([
          ...new TextEncoder().encode("title,owner\nGr"),
          0xe4,
          ...new TextEncoder().encode("ben,Ada\n"),
        ]),
      ),
    );
    expect(result.plan.items?.[0]?.title).toBe("Gräben");
    expect(result.report.assumptions[0]).toMatchObject({ what: "encoding", value: "windows-1252" });
  });

  test("an XML declaration is obeyed", async () => {
    const text =
      '<?xml version="1.0" encoding="windows-1252"?><Project xmlns="http://schemas.microsoft.com/project"><Tasks><Task><UID>1</UID><Name>Gr#ben</Name></Task></Tasks></Project>';
    const bytes = Uint8Array.from(text, (each) => (each === "#" ? 0xe4 : each.charCodeAt(0)));
    expect(orThrow(await readWork(bytes)).plan.items?.[0]?.title).toBe("Gräben");
  });
});

describe("git logs", () => {
  const { plan, history, report } = orThrow(readGitLog(samples.gitLog));

  test("make an item of each merge from its first commit on, and of each plain commit", () => {
    expect(plan.items?.map((item) => [item.title, item.kind, item.startedAt, item.finishedAt])).toEqual([
      ["Begin", "task", undefined, "2026-03-02T08:00:00Z"],
      ["Merge pull request #4 from dig", "pullRequest", "2026-03-03T08:00:00Z", "2026-03-06T08:00:00Z"],
    ]);
    expect(report.counts).toEqual({ read: 4, imported: 2, merged: 2, rejected: 0 });
    expect(history.events.every((event) => event.source === "inferred")).toBe(true);
  });

  test("keep who changed which path", () => {
    expect(plan.items?.[1]?.customFields?.["changes"]).toEqual([
      { added: 0, by: "bo@example.org", commits: 1, deleted: 0, path: "map.png" },
      { added: 10, by: "ada@example.org", commits: 1, deleted: 0, path: "pier.ts" },
      { added: 3, by: "bo@example.org", commits: 1, deleted: 1, path: "pier.ts" },
    ]);
    expect(plan.items?.[1]?.customFields?.["references"]).toEqual(["#4", "PIER-3"]);
  });
});

describe("the native format", () => {
  test("reads back what it wrote, byte for byte", async () => {
    for (const text of [
      samples.mspdi,
      samples.pmxml,
      samples.xer,
      samples.jiraJson,
      samples.jiraCsv,
      samples.markdown,
      samples.gitLog,
      samples.table,
      samples.trello,
      samples.github,
      samples.azure,
      samples.linear,
      ...Object.values(trackers),
    ]) {
      const { plan, history, records, report } = orThrow(await readWork(text));
      const written = writeEvenkeelJson({ plan, history, records, report });
      const again = orThrow(readEvenkeelJson(written));
      expect(writeEvenkeelJson({ plan: again.plan, history: again.history, records: again.records, report })).toBe(
        written,
      );
    }
  });
});

describe("determinism", () => {
  test("the zone of the machine changes nothing", async () => {
    const before = process.env["TZ"];
    const seen = new Set<string>();
    for (const zone of ["UTC", "Asia/Kolkata", "America/St_Johns", "Pacific/Apia"]) {
      process.env["TZ"] = zone;
      const all = await Promise.all(
        [
          samples.mspdi,
          samples.pmxml,
          samples.xer,
          samples.jiraJson,
          samples.jiraCsv,
          samples.markdown,
          samples.gitLog,
          samples.table,
          samples.trello,
          samples.wekan,
          samples.github,
          samples.githubGraph,
          samples.azure,
          samples.azureRevisions,
          samples.linear,
          ...Object.values(trackers),
        ].map((text) => readWork(text, { zone: "Europe/Berlin" })),
      );
      seen.add(JSON.stringify(all));
    }
    if (before === undefined) delete process.env["TZ"];
    else process.env["TZ"] = before;
    expect(seen.size).toBe(1);
  });
});
