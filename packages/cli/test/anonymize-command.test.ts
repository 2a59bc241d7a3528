import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { WorkHistory, WorkPlan } from "@evenkeel/core";
import { kanbanHistory, kanbanPlan, sprintPlan, waterfallPlan } from "@evenkeel/core/testing";
import { writeEvenkeelJson } from "@evenkeel/interop/evenkeel-json";
import { afterAll, describe, expect, test } from "vitest";
import { runIn } from "./run-in.js";

const folder = mkdtempSync(join(tmpdir(), "evenkeel-anonymize-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = (name: string): string => join(folder, name);
writeFileSync(file("secret.txt"), "correct horse battery staple\n");

const yearAgo = (text: string): string =>
  text.replace(/\d{4}-\d{2}-\d{2}/g, (day) => new Date(Date.parse(day) - 364 * 86_400_000).toISOString().slice(0, 10));

interface Reviewed {
  readonly counts: object;
  readonly lead: {
    readonly flow: object;
    readonly forecast?: object;
    readonly ageing: readonly { readonly days: number }[];
  };
  readonly schedules: readonly {
    readonly schedule: { readonly start: string; readonly finish: string };
    readonly criticalPath: readonly string[];
  }[];
  readonly findings: readonly { readonly checkId: string; readonly outcome: string }[];
}

async function reviewOf(name: string, now: string): Promise<unknown> {
  const { out } = await runIn(folder, now, ["review", name, "--format", "json", "--now", now]);
  const { counts, lead, schedules, findings } = JSON.parse(out) as Reviewed;
  return {
    counts,
    flow: lead.flow,
    forecast: lead.forecast,
    ageing: lead.ageing.map(({ days }) => days).sort((a, b) => a - b),
    schedules: schedules.map(({ schedule, criticalPath }) => [schedule.start, schedule.finish, criticalPath.length]),
    findings: findings.map(({ checkId, outcome }) => `${checkId} ${outcome}`).sort(),
  };
}

const works: readonly (readonly [string, WorkPlan, WorkHistory | undefined])[] = [
  ["waterfall", waterfallPlan, undefined],
  ["kanban", kanbanPlan, kanbanHistory],
  ["sprint", sprintPlan, undefined],
];

describe.each(works)("the %s plan under pseudonyms", (name, plan, history) => {
  test("has the dates, measures and findings of the original, up to names and shift", async () => {
    writeFileSync(file(`${name}.json`), writeEvenkeelJson({ plan, ...(history === undefined ? {} : { history }) }));
    const words = [
      "anonymize",
      `${name}.json`,
      "--key-file",
      "secret.txt",
      "--shift-weeks",
      "-52",
      "--out",
      "shared.json",
    ];
    expect((await runIn(folder, "2026-05-01T08:00:00Z", words)).exit).toBe(0);
    const now = "2026-05-04T08:00:00Z";
    const expected = JSON.parse(yearAgo(JSON.stringify(await reviewOf(`${name}.json`, now)))) as unknown;
    expect((expected as { readonly findings: readonly string[] }).findings.length).toBeGreaterThan(0);
    expect(await reviewOf("shared.json", yearAgo(now))).toEqual(expected);
    const shared = readFileSync(file("shared.json"), "utf8");
    expect((plan.items ?? []).filter(({ title }) => shared.includes(title))).toEqual([]);
  });
});

test("a key is asked for, never made up", async () => {
  expect((await runIn(folder, "2026-05-01T08:00:00Z", ["anonymize", "kanban.json"])).err).toContain("cli/no-key");
  const far = ["anonymize", "kanban.json", "--key-file", "secret.txt", "--shift-weeks", "soon"];
  expect((await runIn(folder, "2026-05-01T08:00:00Z", far)).err).toContain("cli/invalid-value");
  const gone = ["anonymize", "kanban.json", "--key-file", "none.txt"];
  expect((await runIn(folder, "2026-05-01T08:00:00Z", gone)).err).toContain("cli/unreadable-file");
});
