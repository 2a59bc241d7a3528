import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { applyCommands, type Command } from "@evenkeel/edit";
import { readWork } from "@evenkeel/interop";
import { sharedData } from "@evenkeel/test-kit";
import { orThrow, type Price, priceOfRule, reschedule, type WorkPlan } from "evenkeel";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runIn } from "./run-in.js";

const folder = mkdtempSync(join(tmpdir(), "evenkeel-price-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const task = (id: string, title: string, days: number) => ({
  ...{ id, title, kind: "task" as const, projectId: "checkout" },
  schedule: { kind: "task" as const, durationMinutes: days * 480 },
});
const does = (itemId: string, personId: string, hours: number) => ({
  ...{ id: `${itemId}-${personId}`, itemId, personId, role: "responsible" as const, effortMinutes: hours * 60 },
});
const plan: WorkPlan = {
  formatVersion: 1,
  projects: [{ id: "checkout", name: "Checkout", start: "2026-04-13" }],
  people: [
    { id: "ana", name: "Ana" },
    { id: "eva", name: "Eva" },
  ],
  teams: [{ id: "pay", name: "Payments", members: [{ personId: "ana" }, { personId: "eva" }] }],
  items: [task("cards", "Take cards", 15), task("report", "Report on cards", 5)],
  assignments: [does("cards", "ana", 156), does("report", "ana", 10)],
};
beforeAll(() => {
  const work = { format: "evenkeel", formatVersion: 1, plan, history: { formatVersion: 1, events: [] } };
  writeFileSync(join(folder, "plan.json"), JSON.stringify({ ...work, records: { formatVersion: 1 } }));
  const idle = { ...work, plan: { ...plan, assignments: [] }, records: { formatVersion: 1 } };
  writeFileSync(join(folder, "idle.json"), JSON.stringify(idle));
});

const run = (...words: string[]) => runIn(folder, "2026-05-10T00:00:00Z", words);

/** Every suggestion carried out by the editor itself: what it was said to do comes true. */
function expectTrue(given: WorkPlan, price: Price, today: string): void {
  for (const { commands, finish, minutesOverRemoved } of price.suggestions) {
    const whole = commands.map((command, at) => ({ ...command, id: `c${at}`, at: "2026-05-01T00:00:00Z" }) as Command);
    const { plan: edited } = orThrow(applyCommands(given, whole));
    const then = orThrow(
      priceOfRule(edited, { minutesPerWeek: price.minutesPerWeek, by: price.by, today, mostSuggestions: 0 }),
    );
    const at = then.curve.find(({ minutesPerWeek }) => minutesPerWeek === price.minutesPerWeek);
    expect(at?.computedFinish).toBe(finish);
    const over = (of: Price): number => of.plannedWeeks.reduce((sum, { minutesOver }) => sum + minutesOver, 0);
    expect(over(price) - over(then)).toBeCloseTo(minutesOverRemoved, 3);
  }
}

describe("evenkeel price", () => {
  test("says what the day takes, draws the curve, names weeks and what would help", async () => {
    const { exit, out } = await run("price", "plan.json", "--hours", "40");
    expect(exit).toBe(0);
    expect(out).toContain(
      "Finishing by Fri 1 May 2026 needs up to 56 h a week from each in Payments, in 3 weeks; at 40 h it is Fri 15 May 2026.\n",
    );
    expect(out).toContain("40 h   2026-05-15  ########### 14 d late                     <- the limit\n");
    expect(out).toContain("56 h   2026-05-01                                            <- meets 2026-05-01\n");
    expect(out).toContain("2026-04-13  Payments  1       22 h\n");
    expect(out).toContain(
      '1. Let Eva take half of "Take cards" from Ana: 46 h less over the limit, done on Fri 1 May 2026.\n',
    );
    expect(out).toContain("Made by serial list scheduling: feasible, not optimal.");
  });

  test("gives the same as JSON, with commands that come true when they are carried out", async () => {
    const { price } = JSON.parse((await run("price", "plan.json", "--format", "json")).out) as {
      readonly price: Price;
    };
    expect(price).toMatchObject({ minutesPerWeek: 2400, by: "2026-05-01", isMet: false, neededMinutesPerWeek: 3360 });
    expect(price.suggestions.length).toBeGreaterThan(1);
    expectTrue(plan, price, "2026-05-10");
  });

  test("takes a day and a team by its name, and says when nothing is asked of anybody", async () => {
    const { out } = await run("price", "plan.json", "--by", "2026-05-15", "--team", "Payments");
    expect(out).toContain("At 40 h a week Fri 15 May 2026 is met, yet the dates as planned ask for more in 3 weeks");
    const idle = await run("price", "idle.json");
    expect(idle.out).toMatch(/^No effort is planned, so hours a week change nothing: all is done on Fri 1 May 2026.\n/);
  });

  test("refuses what is no limit, day or team", async () => {
    expect((await run("price", "plan.json", "--hours", "0")).err).toContain("cli/invalid-value");
    expect((await run("price", "plan.json", "--hours", "many")).exit).toBe(2);
    expect((await run("price", "plan.json", "--by", "soon")).err).toContain("kernel/invalid-time-text");
    expect((await run("price", "plan.json", "--team", "Nobody")).err).toContain("evenkeel/unknown-team");
    expect((await run("price", "plan.json", "--preset", "x")).exit).toBe(2);
  });
});

const schedules = sharedData("schedules", "mspdi");
describe.runIf(schedules !== undefined)("plans of other tools", () => {
  const today = "2026-01-01";
  const names = schedules === undefined ? [] : readdirSync(schedules).filter((name) => name.endsWith(".xml"));

  test("keep their dates without a limit where their effort fits, and edits suggested come true", {
    timeout: 120_000,
  }, async () => {
    let staffed = 0;
    for (const name of names) {
      const read = await readWork(readFileSync(join(schedules!, name)), { name });
      const answer = read.ok
        ? reschedule(read.value.plan, [{ minutesPerWeek: Number.POSITIVE_INFINITY }], { today })
        : read;
      if (!read.ok || !answer.ok || !("effort" in answer.value) || answer.value.effort.length === 0) continue;
      staffed++;
      const { effort, items } = answer.value;
      const planned = new Map(items.map((row) => [row.itemId, row]));
      const beyond = effort.some(({ itemId, from, to }) => {
        const row = planned.get(itemId)!;
        return from < row.plannedStart || to > row.plannedFinish;
      });
      const moved = items.filter((row) => row.start !== row.plannedStart || row.finish !== row.plannedFinish);
      if (!beyond) expect([name, moved]).toEqual([name, []]);
      const price = orThrow(priceOfRule(read.value.plan, { today }));
      expectTrue(read.value.plan, price, today);
    }
    expect(staffed).toBeGreaterThan(5);
  });
});
