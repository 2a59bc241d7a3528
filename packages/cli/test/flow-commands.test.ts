import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { runIn } from "./run-in.js";

const folder = mkdtempSync(join(tmpdir(), "evenkeel-flow-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const example = (name: string): string => new URL(`../../../examples/data/${name}`, import.meta.url).pathname;
const save = (name: string, text: string): void => writeFileSync(join(folder, name), text);

const run = (now: string, ...words: string[]) => runIn(folder, now, words);

const at = (day: number, hour = 9): string =>
  `2026-03-${String(day).padStart(2, "0")}T${String(hour).padStart(2, "0")}:00:00Z`;
const event = (id: string, type: string, day: number, more: object = {}) => ({
  id: `${id} ${type} ${day}`,
  at: at(day),
  subject: { table: "items", id },
  source: "exact",
  type,
  ...more,
});
const states = [
  { id: "todo", name: "To do", category: "proposed" },
  { id: "doing", name: "Doing", category: "active" },
  { id: "review", name: "Review", category: "waiting" },
  { id: "done", name: "Done", category: "done" },
];
const moved = (id: string, to: string, day: number) => event(id, "stateChanged", day, { to });
const item = (id: string, title: string, more: object = {}) => ({ id, title, kind: "task", workflowId: "w", ...more });
const work = {
  format: "evenkeel",
  formatVersion: 1,
  plan: {
    formatVersion: 1,
    workflows: [{ id: "w", name: "Board", states }],
    teams: [{ id: "crew", name: "The crew" }],
    items: [
      item("A", "Paint", { classOfService: "expedite", parentId: "P" }),
      item("B", "Hang", { parentId: "P" }),
      item("C", "Sweep"),
      { id: "P", title: "Hall", kind: "epic" },
    ],
    assignments: [{ id: "a", itemId: "A", teamId: "crew", role: "responsible" }],
  },
  history: {
    formatVersion: 1,
    events: [
      ...["A", "B", "C"].map((id) => event(id, "created", 1, { stateId: "todo" })),
      moved("A", "doing", 2),
      moved("A", "review", 4),
      moved("A", "done", 10),
      moved("B", "doing", 6),
      event("B", "blocked", 7, { reason: "no paint" }),
      event("B", "unblocked", 9),
      moved("B", "review", 10),
      moved("B", "doing", 12),
    ],
  },
  records: { formatVersion: 1 },
};
save("work.json", JSON.stringify(work));

describe("flow", () => {
  test("says in words what came and went, how long it took and where the time went", async () => {
    const { exit, out, err } = await run("2026-03-15", "flow", "work.json", "--by", "state");
    expect([exit, err]).toEqual([0, ""]);
    for (const said of [
      "Flow of 3 items, 2026-03-01 to 2026-03-14 (14 whole days)",
      "3 created, 2 started, 1 finished (0.5 a week), 0 dropped after the start.",
      "In progress: 0 at the start, 1 at the end, 1.2 on average.",
      "From start to finish (1 item): half took at most 9 days",
      '- "Hang": 9 days, now in Doing',
      "16.6 days in progress, all items added up:",
      "Flow efficiency 25 %: for so much of their time the 1 finished item was in a state of work",
      "Blocked: 1 item, 1 time, 2 days in all (12 % of the time in progress); the longest 2 days.",
      "Rework: 1 move back and 0 reopened, beside 5 moves forward; 1 item went through a state again.",
      "- 2 items arrived and 1 left: Little's law holds only roughly.",
      "- 0 items were in progress at the start and 1 at the end: Little's law holds only roughly.",
    ])
      expect(out).toContain(said);
    expect(out.split("\n").slice(-4)).toEqual([
      "state   now in it  entered  left  half within  85 % within  oldest  of the time",
      "Doing   1          3        2     3 days       5 days       3 days  52 %",
      "Review  0          2        2     3 days       7 days               48 %",
      "",
    ]);
  });

  test.each([
    ["class", "expedite"],
    ["team", "The crew"],
    ["rollUp", "Hall"],
  ])("splits by %s under the name people know", async (by, name) => {
    const { out } = await run("2026-03-15", "flow", "work.json", "--by", by);
    expect(out).toMatch(new RegExp(`\\n${name} +\\d`));
  });

  test("gives the measures themselves as JSON, parts adding up to the whole", async () => {
    const { out } = await run("2026-03-15", "flow", "work.json", "--by", "team", "--format", "json");
    const { window, measures, parts } = JSON.parse(out);
    expect(window).toEqual({ from: 20513, to: 20527 });
    expect(measures.littlesLaw.itemMillis).toBe(
      measures.littlesLaw.departedMillis - measures.littlesLaw.beforeMillis + measures.littlesLaw.openMillis,
    );
    expect(parts.map(({ key }: { key?: string }) => key)).toEqual(["crew", undefined]);
    const sum = parts.reduce(
      (all: number, part: { measures: { wip: { itemMillis: number } } }) => all + part.measures.wip.itemMillis,
      0,
    );
    expect(sum).toBe(measures.wip.itemMillis);
  });

  test("says when the record is silent, when nothing moved, and when there is no record", async () => {
    const late = await run("2026-06-30", "flow", "work.json", "--days", "7");
    expect(late.out).toContain(
      "Nothing is recorded after 2026-03-12: if the record simply ends there, --now 2026-03-13",
    );
    save("done.csv", "title,started,done\nPaint,2026-03-02,2026-03-04\n");
    expect((await run("2026-06-30", "flow", "done.csv", "--days", "7")).out).toContain(
      "Nothing was created, started, finished or in progress in these days.",
    );
    expect((await run("2026-01-01", "flow", "work.json")).out).toContain("No item has a time up to 2025-12-31");
    expect((await run("2026-03-15", "flow", "work.json", "--by", "colour")).err).toContain(
      "Use one of: state, class, team, rollUp.",
    );
  });

  test("counts the same work alike from another tool", async () => {
    const [json, csv] = [
      await run("2026-05-04", "flow", example("jira.json"), "--format", "json"),
      await run("2026-05-04", "flow", example("items.csv"), "--format", "json"),
    ];
    const counts = (text: string) => {
      const { measures } = JSON.parse(text);
      return [measures.throughput.daily, measures.wip.days];
    };
    expect(counts(json.out)).toEqual(counts(csv.out));
  });
});

describe("back-tests of expectations", () => {
  const day = (count: number): string => new Date(Date.UTC(2025, 0, 1 + count)).toISOString().slice(0, 10);
  const rows = (count: number, daysOf: (at: number) => number): string =>
    Array.from({ length: count }, (_none, at) => `${at},Item ${at},${day(at)},${day(at + daysOf(at) - 1)}\n`).join("");
  save("north.csv", `id,title,started,done\n${rows(300, (at) => 1 + (at % 7))}`);
  save("brief.csv", `id,title,started,done\n${rows(20, () => 2)}`);
  const words = ["backtest", "north.csv", "brief.csv", "--of", "expectation"];

  test("say how often they came true, team by team and method by method", async () => {
    const { exit, out, err } = await run("2026-03-15", ...words);
    expect([exit, err]).toEqual([0, ""]);
    expect(out).toContain('1 team: each fortnight "85 % of new items are done within so many days" was said');
    expect(out).toContain("Too short to judge: brief.");
    expect(out).toMatch(/share of what was finished +8\d % +\d\.\d points\n/);
    expect(out).toMatch(/north +\d+ +\d days +\d+ % +\d+ of \d+ \(/);
    const { tests } = JSON.parse((await run("2026-03-15", ...words, "--format", "json")).out);
    expect(tests.map(({ method }: { method: string }) => method)).toEqual(["completed", "kaplan-meier", "adaptive"]);
  });

  test("refuse what holds for forecasts only, all of it at once", async () => {
    const { exit, err } = await run("2026-03-15", ...words, "--cap", "30", "--leave-one-out");
    expect(exit).toBe(2);
    expect(err).toMatch(/cli\/forecasts-only \(2 times\):\n.*--cap .*\n.*--leave-one-out /);
    expect((await run("2026-03-15", "backtest", "north.csv", "--of", "hope")).err).toContain("forecast, expectation");
  });
});
