import { readFileSync } from "node:fs";
import { intlZoneRules } from "@evenkeel/calendar";
import { type Issue, orThrow, parseInstant } from "@evenkeel/kernel";
import { deepFreeze, sharedData, statedRuns, testLaws } from "@evenkeel/test-kit";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { recovery } from "../src/fatigue/three-process-model.js";
import { type UnifiedState, unifiedModel } from "../src/fatigue/unified-model.js";
import {
  en,
  fatigueIndex,
  riskIndex,
  type SampleTime,
  type SleepPlan,
  sampleTimes,
  threeProcessAlertness,
  unifiedPerformance,
} from "../src/fatigue.js";
import { anySleepPlan, fatigueLaws } from "../src/testing/fatigue-laws.js";
import { integrate } from "./oracle-fatigue.js";

const said = ({ issues }: { readonly issues: readonly Issue[] }) =>
  issues.map(({ code, path }) => {
    if (code !== "calendar/unknown-zone") expect(Object.keys(en)).toContain(code);
    return `${code.split("/")[1]} /${path.join("/")}`;
  });
const near = (found: number | undefined, expected: number, within = 1e-9) =>
  expect(Math.abs((found ?? Number.NaN) - expected)).toBeLessThan(within);

describe("the models", () => {
  const plan: SleepPlan = { start: 0, sleeps: [{ from: 16, to: 24 }] };

  test("reach the check values of their papers", () => {
    const at = (time: number, timeOfDay = 0): SampleTime => ({ at: time, timeOfDay });
    const [tired, rested] = orThrow(unifiedPerformance(plan, [at(16), at(24)])).samples;
    near(tired?.homeostatic, 7.95188049);
    near(tired?.allostatic, 3.652510293);
    near(rested?.homeostatic, 0.059177825);
    near(rested?.allostatic, -0.437752216);
    const [night, day] = orThrow(unifiedPerformance(plan, [at(0, 4), at(0, 16)])).samples;
    near(night?.circadian, 0.898419785);
    near(day?.circadian, -0.901770825);
    near(recovery, Math.log((14.3 - 14) / (14.3 - 7.96)) / 8, 1e-15);
  });

  test("a moment of change belongs to what begins, or to what ends when asked for", () => {
    const samples = [24, 16].flatMap((at) => [
      { at, timeOfDay: 7 },
      { at, timeOfDay: 7, before: true as const },
    ]);
    const { samples: told } = orThrow(threeProcessAlertness(deepFreeze(plan), deepFreeze(samples)));
    expect(told.map(({ awake, inertia }) => [awake, inertia === 0])).toEqual([
      [true, false],
      [false, true],
      [false, true],
      [true, false],
    ]);
  });

  test("say that sleep is assumed unless it was measured, and that this is a matter of wellbeing", () => {
    expect(orThrow(unifiedPerformance(plan, []))).toEqual({ dataClass: "wellbeing", basis: "assumed", samples: [] });
    expect(orThrow(threeProcessAlertness({ ...plan, basis: "measured" }, [])).basis).toBe("measured");
  });

  test("a nap begins with the jump of the model", () => {
    const nap: SleepPlan = {
      start: 0,
      sleeps: [
        { from: 0, to: 9 },
        { from: 10, to: 11 },
      ],
    };
    const [up, down] = orThrow(
      threeProcessAlertness(nap, [
        { at: 10, timeOfDay: 0, before: true },
        { at: 10, timeOfDay: 0 },
      ]),
    ).samples;
    expect(up?.homeostatic).toBeGreaterThan(12.2);
    expect(Math.abs((up?.homeostatic ?? 0) - (down?.homeostatic ?? 0))).toBeGreaterThan(0.1);
  });

  test("times that are none are told all at once", () => {
    const wrong: SleepPlan = {
      start: 0,
      sleeps: [
        { from: 5, to: 5 },
        { from: -1, to: 2 },
        { from: 10, to: 20 },
        { from: 19, to: 21 },
        { from: Number.NaN, to: 1 },
      ],
    };
    const samples = [
      { at: -1, timeOfDay: 24 },
      { at: Number.NaN, timeOfDay: Number.NaN },
    ];
    expect(said(unifiedPerformance(wrong, samples)).sort()).toEqual([
      "fatigue-sleep /sleeps/0",
      "fatigue-sleep /sleeps/1",
      "fatigue-sleep /sleeps/3",
      "fatigue-sleep /sleeps/4",
      "fatigue-time /samples/0/at",
      "fatigue-time /samples/1/at",
      "fatigue-time-of-day /samples/0/timeOfDay",
      "fatigue-time-of-day /samples/1/timeOfDay",
    ]);
    expect(said(unifiedPerformance({ start: Number.POSITIVE_INFINITY, sleeps: [] }, []))).toEqual([
      "fatigue-time /start",
    ]);
  });

  test("hours of day follow the clocks of a zone, also over a change of them", () => {
    const [first, second] = ["2026-03-29T00:30:00Z", "2026-03-29T01:30:00Z"].map((text) => orThrow(parseInstant(text)));
    const times = sampleTimes([first ?? 0, second ?? 0], first ?? 0, "Europe/Berlin", intlZoneRules());
    expect(orThrow(times)).toEqual([
      { at: 0, timeOfDay: 1.5 },
      { at: 1, timeOfDay: 3.5 },
    ]);
    expect(said(sampleTimes([0, Number.NaN], 0, "Mars/Olympus", intlZoneRules()))).toEqual([
      "unknown-zone /instants/0",
      "fatigue-time /instants/1",
    ]);
  });
});

testLaws("fatigue laws", fatigueLaws);

test("the closed forms are the integrals of the models' equations", () => {
  fc.assert(
    fc.property(anySleepPlan, ({ start, sleeps }) => {
      const phases: [number, boolean][] = [];
      let at = start;
      for (const { from, to } of sleeps.slice(0, 3)) {
        if (from > at) phases.push([from - at, true]);
        phases.push([to - from, false]);
        at = to;
      }
      const plan = { start, sleeps: sleeps.slice(0, 3) };
      const end = [{ at, timeOfDay: 0, before: true as const }];
      const [told] = orThrow(unifiedPerformance(plan, end)).samples;
      const [s = 0, l = 0] = integrate("unified", [0, 0], phases);
      near(told?.homeostatic, s, 1e-6);
      near(told?.allostatic, l, 1e-6);
      const onsets = sleeps.slice(0, 3).map(({ from }) => ({ at: from, timeOfDay: 0, before: true as const }));
      const naps = orThrow(threeProcessAlertness(plan, onsets)).samples.some(({ homeostatic }) => homeostatic > 12.2);
      if (naps) return;
      const [three] = orThrow(threeProcessAlertness(plan, end)).samples;
      near(three?.homeostatic, integrate("threeProcess", [7.96], phases)[0] ?? Number.NaN, 1e-3);
    }),
    { numRuns: statedRuns(500), seed: 20260501 },
  );
});

describe("the fatigue and risk index", () => {
  test("refuse what is no component", () => {
    expect(said(fatigueIndex({ cumulative: -1, timeOfDay: Number.NaN, task: 101 }))).toEqual([
      "fatigue-component /cumulative",
      "fatigue-component /timeOfDay",
      "fatigue-component /task",
    ]);
    expect(said(fatigueIndex({ cumulative: 0, timeOfDay: 60, task: 41 }))).toEqual(["fatigue-component /task"]);
    expect(said(riskIndex({ cumulative: 1, timing: Number.POSITIVE_INFINITY, jobBreaks: -1 }))).toEqual([
      "fatigue-component /timing",
      "fatigue-component /jobBreaks",
    ]);
  });

  const file = sharedData("sustainability", "hse_fri_rosters.json");
  test.skipIf(file === undefined)("compose as the calculator prints them", () => {
    const { rosters } = JSON.parse(file === undefined ? "{}" : readFileSync(file, "utf8"));
    const inconsistent = new Set<unknown>();
    for (const roster of Object.values<Record<string, Record<string, number>[]>>(rosters)) {
      const { expectedFatigue, expectedRisk } = roster;
      for (const { cumulative = -1, timeOfDay = -1, task = -1, fatigueIndex: printed = -1 } of expectedFatigue ?? [])
        near(orThrow(fatigueIndex({ cumulative, timeOfDay, task })), printed, 0.1);
      for (const { cumulative = -1, timing = -1, jobBreaks = -1, riskIndex: printed = -1 } of expectedRisk ?? [])
        if (Math.abs(orThrow(riskIndex({ cumulative, timing, jobBreaks })) - printed) > 0.016) inconsistent.add(roster);
    }
    // One roster's timing column is not the one its risk index was printed from.
    expect(inconsistent.size).toBeLessThanOrEqual(1);
  });
});

const fiveMinutes = 1 / 12;

/** When sleep began before a row asleep: where on the grid of five minutes its allostatic value comes from. */
function onsetOf(at: number, allostatic: number, last: { readonly at: number; readonly state: UnifiedState }): number {
  const off = (onset: number) => {
    const asleep = unifiedModel.asleep(unifiedModel.awake(last.state, onset - last.at), at - onset);
    return Math.abs(asleep.allostatic - allostatic);
  };
  const grid = Array.from({ length: 12 }, (_none, step) => at - step * fiveMinutes);
  return grid.reduce((best, onset) => (off(onset) < off(best) ? onset : best));
}

/** A plan of sleep from hourly rows; when a sleep ended follows from the inertia of the first row awake. */
function planOf(rows: readonly Record<string, string>[], column: (name: string) => string): [SleepPlan, SampleTime[]] {
  const hour = (text = "") => Date.parse(text.replace(/([+-]\d\d)(\d\d)$/, "$1:$2")) / 3_600_000;
  const origin = hour(rows[0]?.["datetime"]);
  const table = rows.map((row) => ({
    at: hour(row["datetime"]) - origin,
    timeOfDay: Number(row["time"]),
    awake: row["awake"] === "1",
    allostatic: Number(row[column("l")]),
    homeostatic: Number(row[column("s")]),
    inertia: Number(row[column("w")]),
  }));
  const sleeps: { from: number; to: number }[] = [];
  table.forEach(({ at, awake, allostatic, inertia }, index) => {
    const last = table[index - 1];
    if (!awake && last?.awake !== false)
      sleeps.push({ from: last === undefined ? 0 : onsetOf(at, allostatic, { at: last.at, state: last }), to: at + 1 });
    const sleep = sleeps.at(-1);
    if (awake && last?.awake === false && sleep !== undefined)
      sleep.to = at - Math.round(Math.log(inertia / 1.14) / -0.46 / fiveMinutes) * fiveMinutes;
    else if (!awake && sleep !== undefined) sleep.to = at + 1;
  });
  const samples = table.map(({ at, timeOfDay, awake }) => {
    const ends = !awake && sleeps.some(({ to }) => to === at);
    return { at, timeOfDay, ...(ends ? { before: true as const } : {}) };
  });
  return [{ start: 0, sleeps }, samples];
}

describe("the reference rows", () => {
  const files = ["fips_groundtruth_unified_7x3h_3x8h.csv", "fips_regular8h.csv", "fips_splitsleep.csv"];
  test.each(files.flatMap((name) => sharedData("sustainability", name) ?? []))("%s", (file) => {
    const [head = "", ...lines] = readFileSync(file, "utf8").trim().split("\n");
    const columns = head.trim().split(",");
    const rows = lines.map((line) =>
      Object.fromEntries(
        line
          .trim()
          .split(",")
          .map((cell, at) => [columns[at] ?? "", cell]),
      ),
    );
    const both = columns.includes("uS");
    const named = (name: string) => (both ? `u${name[0]?.toUpperCase()}${name.slice(1)}` : name);
    const [plan, samples] = planOf(rows, named);
    const worst: Record<string, number> = {};
    const compare = (row: Record<string, string>, column: string, value: number) => {
      const expected = Number(row[column]);
      worst[column] = Math.max(worst[column] ?? 0, Math.abs(value - expected));
    };
    orThrow(unifiedPerformance(plan, samples)).samples.forEach((sample, at) => {
      const row = rows[at] ?? {};
      compare(row, named("s"), sample.homeostatic);
      compare(row, named("l"), sample.allostatic);
      compare(row, named("c"), sample.circadian);
      compare(row, named("w"), sample.inertia);
      compare(row, named("fatigue"), sample.fatigue);
      compare(row, "awake", Number(sample.awake));
    });
    if (both)
      orThrow(threeProcessAlertness(plan, samples)).samples.forEach((sample, at) => {
        const row = rows[at] ?? {};
        compare(row, "tS", sample.homeostatic);
        compare(row, "tC", sample.circadian);
        compare(row, "tU", sample.ultradian);
        compare(row, "tW", sample.inertia);
        compare(row, "tAlert", sample.alertness);
        compare(row, "tKSS", sample.sleepiness);
      });
    for (const error of Object.values(worst)) expect(error, JSON.stringify(worst)).toBeLessThan(1e-9);
  });
});
