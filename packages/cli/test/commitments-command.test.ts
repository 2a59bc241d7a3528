import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { runIn } from "./run-in.js";

const folder = mkdtempSync(join(tmpdir(), "evenkeel-commitments-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const example = (name: string): string => new URL(`../../../examples/data/${name}`, import.meta.url).pathname;

const run = (now: string, ...words: string[]) => runIn(folder, now, words);

const event = (table: string, id: string, type: string, day: string, more: object = {}) => ({
  id: `${id} ${type} ${day}`,
  at: `${day}T09:00:00Z`,
  subject: { table, id },
  source: "exact",
  type,
  ...more,
});
const doneAt = (id: string, day: string) => ({ id, title: id, kind: "task", finishedAt: `${day}T12:00:00Z` });
const work = {
  format: "evenkeel",
  formatVersion: 1,
  plan: {
    formatVersion: 1,
    teams: [
      { id: "red", name: "The Reds" },
      { id: "blue", name: "The Blues" },
    ],
    people: [{ id: "ana", name: "Ana" }],
    items: [
      doneAt("A", "2026-03-05"),
      doneAt("B", "2026-03-12"),
      { id: "C", title: "C", kind: "task" },
      { id: "D", title: "D", kind: "task", dueDate: "2026-03-20" },
    ],
    timeboxes: [
      {
        id: "s1",
        name: "Sprint 1",
        kind: "iteration",
        teamId: "red",
        interval: { from: "2026-03-02", to: "2026-03-13" },
        itemIds: ["A", "B", "C"],
      },
    ],
    commitments: [
      {
        id: "k",
        byId: "red",
        what: "Kept",
        due: "2026-03-10",
        madeAt: "2026-03-01",
        probability: 0.9,
        state: "met",
        resolvedAt: "2026-03-09",
      },
      {
        id: "l",
        byId: "blue",
        what: "Late",
        due: "2026-03-10",
        madeAt: "2026-03-01",
        probability: 0.8,
        state: "met",
        resolvedAt: "2026-03-14",
      },
      {
        id: "p",
        byId: "ana",
        what: "Gone",
        due: "2026-03-20",
        madeAt: "2026-03-01",
        probability: 0.8,
        state: "withdrawn",
        resolvedAt: "2026-03-15",
      },
    ],
  },
  history: {
    formatVersion: 1,
    events: [event("timeboxes", "s1", "scopeChanged", "2026-03-04", { itemId: "C", change: "removed" })],
  },
  records: { formatVersion: 1 },
};
writeFileSync(
  join(folder, "work.json"),
  JSON.stringify({ ...work, plan: { ...work.plan, timeboxes: [{ ...work.plan.timeboxes[0], itemIds: ["A", "B"] }] } }),
);

describe("commitments", () => {
  test("says in words what became of promises, by what they rest on and by team, never by person", async () => {
    const { exit, out, err } = await run("2026-04-01", "commitments", "work.json");
    expect([exit, err]).toEqual([0, ""]);
    expect(out).toContain("5 promises, each judged by its first date");
    expect(out).toMatch(/commitment +1 +1 +0 +1 +0 +0 +33 % \(6 % to 79 %\)\n/);
    expect(out).toMatch(/due date +0 +0 +1 +0 +0 +0 +0 %/);
    expect(out).toMatch(/iteration +0 +0 +1 +0 +0 +1 +0 %/);
    expect(out).toMatch(/The Reds +1 +0 +1/);
    expect(out).toMatch(/The Blues +0 +1 +0/);
    expect(out).toMatch(/no team +0 +0 +1 +1/);
    expect(out).not.toContain("Ana");
    for (const said of [
      "Of 3 items committed in 1 iteration that are over, 2 were done by the date (67 %). Apart from that, 0 were added and 1 taken out on the way.",
      "It cannot be told: too many are not done.",
      "80 %           0 of 2  0 %",
      "Late notice and surprise cannot be told: no forecast of a promise is recorded.",
    ])
      expect(out).toContain(said);
  });

  test("tells one team's record, and gives all of it as JSON", async () => {
    expect((await run("2026-04-01", "commitments", "work.json", "--team", "The Blues")).out).toContain(
      "1 promise, each",
    );
    const { out } = await run("2026-04-01", "commitments", "work.json", "--team", "red", "--format", "json");
    const { all, byTeam, byBasis } = JSON.parse(out);
    expect([all.promises, all.kept, all.missed, all.renegotiated]).toEqual([2, 1, 1, 1]);
    expect(byTeam).toEqual([{ key: "red", record: all }]);
    expect(byBasis.map(({ key }: { key: string }) => key)).toEqual(["commitment", "iteration"]);
    expect(all.calibration.brier).toBeCloseTo(0.01, 12);
    expect((await run("2026-04-01", "commitments", "work.json", "--team", "green")).out).toContain(
      "No promise is recorded",
    );
  });

  test("sets the chance of a day, and the day of a chance, beside the own record", async () => {
    const file = example("portfolio.evenkeel.json");
    const asked = ["commitments", file, "--safe", "12", "--format", "json"];
    const day = JSON.parse((await run("2026-11-28", ...asked, "--chance", "0.9")).out).safe;
    expect(day.date.confidence).toBe(0.9);
    expect(day.alike.confidence).toBe(0.9);
    const iso = new Date(day.date.day * 86_400_000).toISOString().slice(0, 10);
    const chance = JSON.parse((await run("2026-11-28", ...asked, "--by", iso)).out).safe;
    expect(chance.byDate.days).toBe(day.date.days);
    expect(chance.byDate.chance).toBeGreaterThanOrEqual(0.9);
    const { out } = await run("2026-11-28", "commitments", file, "--safe", "12");
    expect(out).toMatch(
      /12 items by \d{4}-\d{2}-\d{2}, within \d+ days: 85 % chance by the pace so far\.\nOwn record: /,
    );
  });

  test("says why nothing is safe to promise without a record of finished work", async () => {
    const { exit, out } = await run("2026-04-01", "commitments", example("plan.xml"), "--safe", "3");
    expect([exit, out]).toEqual([0, expect.stringContaining("Safe to promise\n---------------\nCannot be told. ")]);
  });

  test.each([
    [["--safe", "none"], "--safe"],
    [["--safe", "3", "--by", "2026-03-01"], "a day from today on"],
    [["--safe", "3", "--by", "soon"], "kernel/"],
    [["--safe", "3", "--chance", "85"], "a chance between 0 and 1"],
    [["--by", "2026-05-01"], "a number of items"],
  ])("%j is refused with what to give instead", async (words, said) => {
    const { exit, err } = await run("2026-04-01", "commitments", "work.json", ...words);
    expect([exit, err]).toEqual([2, expect.stringContaining(said)]);
  });
});
