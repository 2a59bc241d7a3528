import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { exitCodes } from "../src/index.js";
import { runIn } from "./run-in.js";

const folder = mkdtempSync(join(tmpdir(), "evenkeel-cli-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const list = `# Hall refit
- [ ] Measure the hall @Ana ~4h id:measure for:quiet
- [ ] Order the doors @Ben ~2d id:order after:measure
- [ ] Hang the doors @Ben ~3d id:hang after:order due:2026-05-20 !promised:2026-05-08
- [x] Choose the paint @Ana id:paint
`;
const plan = {
  format: "evenkeel",
  formatVersion: 1,
  plan: {
    formatVersion: 1,
    projects: [{ id: "p", name: "Hall", start: "2026-05-04" }],
    items: [
      { id: "S", title: "Doors", kind: "summary", projectId: "p", schedule: { kind: "summary" } },
      {
        id: "A",
        title: "Order",
        kind: "task",
        projectId: "p",
        parentId: "S",
        sources: [{ tool: "mspdi", id: "11" }],
        schedule: { kind: "task", durationMinutes: 960 },
      },
      {
        id: "B",
        title: "Hang",
        kind: "task",
        projectId: "p",
        parentId: "S",
        schedule: { kind: "task", durationMinutes: 480 },
      },
      {
        id: "X",
        title: "Old idea",
        kind: "task",
        projectId: "p",
        schedule: { kind: "task", durationMinutes: 480, active: false },
      },
    ],
    dependencies: [{ id: "d", predecessorId: "A", successorId: "B", type: "FS" }],
  },
  history: { formatVersion: 1, events: [] },
  records: { formatVersion: 1 },
};

beforeAll(() => {
  writeFileSync(join(folder, "list.md"), list);
  writeFileSync(join(folder, "plan.json"), JSON.stringify(plan));
  writeFileSync(join(folder, "broken.json"), '{"issues": [');
});

const run = (...words: string[]) => runIn(folder, "2026-05-04T08:00:00Z", words);

describe("evenkeel", () => {
  test("shows its commands with examples", async () => {
    const { exit, out } = await run("--help");
    expect(exit).toBe(exitCodes.fine);
    for (const command of ["review", "schedule", "forecast", "check", "explain", "convert"])
      expect(out).toContain(`  ${command}`);
  });

  test.each(["review", "schedule", "forecast", "check", "explain", "convert"])(
    "%s --help shows options and an example",
    async (command) => {
      const { exit, out } = await run(command, "--help");
      expect(exit).toBe(exitCodes.fine);
      expect(out).toContain(`evenkeel ${command} `);
      expect(out).toContain("--format");
      expect(Math.max(...out.split("\n").map((line) => line.length))).toBeLessThanOrEqual(100);
    },
  );

  test.each<[string[], string]>([
    [["dance"], "cli/no-command"],
    [["review"], "cli/no-file"],
    [["review", "gone.md"], "cli/unreadable-file"],
    [["review", "list.md", "--colour"], "cli/unknown-option"],
    [["review", "list.md", "--format", "pdf"], "cli/invalid-value"],
    [["review", "list.md", "--fail-on", "never mind"], "cli/invalid-value"],
    [["forecast", "list.md", "--items", "-3"], "cli/invalid-value"],
    [["review", "list.md", "--now", "yesterday"], "kernel/invalid-time-text"],
    [["explain", "roof", "list.md"], "cli/no-such-item"],
    [["review", "--git", "."], "cli/git-failed"],
    [["review", "list.md", "--mapping", "list.md"], "cli/invalid-mapping"],
    [["review", "list.md", "--limit", "bytes=12"], "interop/any-too-large"],
    [["review", "list.md", "--limit", "bytes"], "cli/invalid-value"],
    [["review", "list.md", "--limit", "rows=1e3"], "cli/invalid-value"],
    [["review", "broken.json"], "interop/any-invalid-json"],
  ])("%j is refused as %s, in words and with a remedy", async (words, code) => {
    const { exit, err, out } = await run(...words);
    expect(exit).toBe(exitCodes.refused);
    expect(err).toContain(code);
    expect(err.split("\n").length).toBeGreaterThan(1);
    expect(out).toBe("");
  });

  test("reviews a Markdown list in words", async () => {
    const { exit, out, err } = await run("review", "list.md");
    expect([exit, err]).toEqual([exitCodes.fine, ""]);
    for (const said of ["To do first", "What next", "Measure the hall", "Findings"]) expect(out).toContain(said);
  });

  test("reads what lies over a limit when the limit is raised", async () => {
    writeFileSync(
      join(folder, "deep.json"),
      JSON.stringify({ ...plan, note: JSON.parse(`${"[".repeat(70)}${"]".repeat(70)}`) }),
    );
    expect((await run("schedule", "deep.json")).err).toContain("--limit depth=NUMBER");
    expect((await run("schedule", "deep.json", "--limit", "depth=80,rows=50")).exit).toBe(0);
  });

  test("reads a table by a saved mapping", async () => {
    writeFileSync(join(folder, "table.csv"), "Was,Wer,Bis\nTüren,Ana,2026-05-20\n");
    writeFileSync(
      join(folder, "mapping.json"),
      JSON.stringify({ columns: { Was: "title", Wer: "owner", Bis: "due" } }),
    );
    const { exit, out } = await run("schedule", "table.csv", "--mapping", "mapping.json", "--format", "json");
    expect(exit).toBe(0);
    expect((JSON.parse(out) as { activities: { name: string }[] }).activities.map(({ name }) => name)).toEqual([
      "Türen",
    ]);
  });

  test("prints the review as JSON, the same bytes each time", async () => {
    const [first, second] = [
      await run("review", "list.md", "--format", "json"),
      await run("review", "list.md", "--format", "json"),
    ];
    expect(first.out).toBe(second.out);
    expect(JSON.parse(first.out)).toMatchObject({ formatVersion: 1, counts: { items: 4, open: 3 } });
  });

  test("writes the page it is asked for", async () => {
    const { out } = await run("review", "list.md", "--report", "page.html");
    expect(out).toContain("page.html");
    expect(readFileSync(join(folder, "page.html"), "utf8")).toMatch(/^<!doctype html>/i);
  });

  test("fails on findings at or above a severity", async () => {
    expect((await run("check", "list.md", "--fail-on", "minor")).exit).toBe(exitCodes.findings);
    expect((await run("check", "list.md", "--fail-on", "critical")).exit).toBe(exitCodes.fine);
  });

  test("gives findings as SARIF", async () => {
    expect(JSON.parse((await run("check", "list.md", "--format", "sarif")).out)).toMatchObject({ version: "2.1.0" });
  });

  test("shows where dates differ from those the file stores", async () => {
    const task = (uid: number, stored: string) =>
      `<Task><UID>${uid}</UID><Name>Task ${uid}</Name><OutlineLevel>1</OutlineLevel><Duration>PT8H0M0S</Duration><EarlyStart>${stored}</EarlyStart><FreeSlack>0</FreeSlack></Task>`;
    const tasks = task(1, "2026-05-04T08:00:00") + task(2, "2026-05-05T08:00:00");
    writeFileSync(
      join(folder, "stored.xml"),
      `<Project xmlns="http://schemas.microsoft.com/project"><StartDate>2026-05-04T08:00:00</StartDate><Tasks>${tasks}</Tasks></Project>`,
    );
    const { out } = await run("schedule", "stored.xml", "--compare-stored", "--format", "json");
    expect((JSON.parse(out) as { comparison: unknown }).comparison).toEqual({
      values: 4,
      equalValues: 3,
      activities: 2,
      equalActivities: 1,
      differences: [
        { id: "2", name: "Task 2", field: "earlyStart", computed: "2026-05-04T08:00", stored: "2026-05-05T08:00" },
      ],
    });
    const text = (await run("schedule", "stored.xml", "--compare-stored")).out;
    expect(text).toContain("1 of 2 activities have every stored value, 3 of 4 values are equal.");
    expect(text).toMatch(/2 +Task 2 +earlyStart +2026-05-04T08:00 +2026-05-05T08:00/);
    expect((await run("schedule", "plan.json", "--compare-stored")).out).toContain("The file stores no dates.");
  });

  test("schedules every activity, summary and inactive ones flagged, absent values left out", async () => {
    const { out } = await run("schedule", "plan.json", "--format", "json");
    const { activities, issues } = JSON.parse(out) as { activities: Record<string, unknown>[]; issues: unknown[] };
    expect(issues).toEqual([]);
    expect(
      activities.map(({ id, summary, inactive, start, finish }) => [id, summary, inactive, start, finish]),
    ).toEqual([
      ["S", true, undefined, "2026-05-04T08:00", "2026-05-06T17:00"],
      ["A", undefined, undefined, "2026-05-04T08:00", "2026-05-05T17:00"],
      ["B", undefined, undefined, "2026-05-06T08:00", "2026-05-06T17:00"],
      ["X", undefined, true, "2026-05-04T08:00", "2026-05-04T17:00"],
    ]);
    expect(activities[1]).toMatchObject({
      sourceId: "11",
      projectId: "p",
      name: "Order",
      kind: "task",
      isCritical: true,
      totalFloatMinutes: 0,
      driver: { kind: "dataDate" },
    });
    expect(activities[2]).toMatchObject({ driver: { kind: "link", id: "d", type: "FS" } });
  });

  test("explains an item by id, key or title", async () => {
    const { out } = await run("explain", "Hang the doors", "list.md");
    expect(out).toContain("Hang the doors");
    expect(out).toContain("promised");
  });

  test("reads back what it converts", async () => {
    const { out } = await run("convert", "list.md", "--to", "json");
    writeFileSync(join(folder, "again.json"), out);
    const documents = (text: string) => {
      const { report: _report, ...rest } = JSON.parse(text) as Record<string, unknown>;
      return rest;
    };
    expect(documents((await run("convert", "again.json", "--to", "json")).out)).toEqual(documents(out));
    for (const to of ["csv", "jira-csv", "markdown", "mermaid", "ical", "mspdi", "ganttproject", "ocel"])
      expect((await run("convert", "list.md", "--to", to)).out).toContain("Hang the doors");
  });

  test("writes bytes to a file only, and reads them back", async () => {
    const refused = await run("convert", "list.md", "--to", "xlsx");
    expect([refused.exit, refused.out]).toEqual([exitCodes.refused, ""]);
    expect(refused.err).toContain("--out FILE");
    for (const to of ["xlsx", "xer"]) {
      expect((await run("convert", "list.md", "--to", to, "--out", `list.${to}`)).exit).toBe(exitCodes.fine);
      expect((await run("convert", `list.${to}`, "--to", "markdown")).out).toContain("Hang the doors");
    }
    await run("convert", "list.md", "--to", "parquet", "--out", "list.parquet");
    expect(readFileSync(join(folder, "list.parquet")).subarray(0, 4).toString("latin1")).toBe("PAR1");
  });

  test("says what a format does not hold, and only where there is something to lose", async () => {
    expect((await run("convert", "list.md", "--to", "xer", "--out", "list.xer")).err).toMatch(
      /^Not in xer: .*commitments \(1\).*Nothing is lost in json and ocel\.\n$/,
    );
    for (const to of ["json", "ocel"]) expect((await run("convert", "list.md", "--to", to)).err).toBe("");
  });

  test.each([
    ["convert", "list.md", "--out"],
    ["review", "list.md", "--report"],
    ["log", "list.md", "--out"],
    ["check", "list.md", "--write-baseline"],
  ])("refuses a place that cannot be written: %s", async (...words) => {
    const { exit, err } = await run(...words, "nowhere/x");
    expect(exit).toBe(exitCodes.refused);
    expect(err).toContain('"nowhere/x" cannot be written: there is no such file or folder');
  });

  test("puts several files into one review without mixing their rows", async () => {
    const { out } = await run("review", "list.md", "plan.json", "--format", "json");
    expect(JSON.parse(out)).toMatchObject({ counts: { items: 8 } });
  });

  test("runs as a program, with exit code and streams of its own", () => {
    const bin = new URL("../dist/bin.js", import.meta.url).pathname;
    const bad = spawnSync(process.execPath, [bin, "review", "gone.md"], { cwd: folder, encoding: "utf8" });
    expect([bad.status, bad.stdout]).toEqual([2, ""]);
    const good = spawnSync(process.execPath, [bin, "schedule", "-", "--format", "json", "--now", "2026-05-04"], {
      cwd: folder,
      encoding: "utf8",
      input: list,
    });
    expect([good.status, good.stderr]).toEqual([0, ""]);
    expect(JSON.parse(good.stdout)).toHaveProperty("activities");
  });
});
