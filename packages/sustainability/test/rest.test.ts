import { readFileSync } from "node:fs";
import { intlZoneRules } from "@evenkeel/calendar";
import { runChecks, visibleFindings } from "@evenkeel/checks";
import { orThrow } from "@evenkeel/kernel";
import { deepFreeze, sharedData, statedRuns, testLaws } from "@evenkeel/test-kit";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { measureDailyRest, measureRestBetween, measureWeeklyRest, mergeIntervals, restByClock } from "../src/index.js";
import { workingTimeChecks } from "../src/packs.js";
import { anySpans, sustainabilityLaws } from "../src/testing.js";
import { walkRest } from "./oracle-rest.js";

const hour = 3_600_000;
const weekly = 7 * 24 * hour;
const before = Date.parse("2026-03-02T00:00:00Z");

describe("rest", () => {
  test("a night of eleven hours passes, a minute less does not; nobody else may see it", () => {
    const run = (gap: number, personId = "ana") => {
      const intervals = [
        { personId, from: before + 9 * hour, to: before + 22 * hour },
        { personId, from: before + 22 * hour + gap, to: before + 30 * hour + gap },
      ];
      return runChecks(
        workingTimeChecks,
        deepFreeze({
          intervals,
          people: [{ id: "ana", jurisdiction: "DE", zone: "Europe/Berlin" }],
          recordsTo: before + 6 * 24 * hour,
        }),
        { today: "2026-05-01" },
      );
    };
    const daily = (gap: number, personId?: string) =>
      run(gap, personId).filter(({ checkId }) => checkId === "eu-wtd/daily-rest");
    expect(daily(11 * hour).map(({ outcome }) => outcome)).toEqual(["pass"]);
    expect(daily(11 * hour - 60_000)).toMatchObject([
      { outcome: "fail", severity: "serious", measured: { value: 659 } },
    ]);
    expect(daily(11 * hour, "ben")).toMatchObject([
      { subject: { id: "ana" }, outcome: "unknown", missing: ["workIntervals.from"] },
      { subject: { id: "ben" }, outcome: "unknown", missing: ["people.jurisdiction"] },
    ]);
    expect(visibleFindings(daily(hour)).visible).toEqual([]);
    expect(visibleFindings(daily(hour), { personId: "ana" }).visible.length).toBe(1);
  });

  test("thirty-five hours in a week pass, a minute less does not", () => {
    const rest = (free: number) => measureWeeklyRest([{ from: 0, to: weekly - free }], 0, weekly)[0]?.restMinutes;
    expect([rest(35 * hour), rest(35 * hour - 60_000)]).toEqual([2100, 2099]);
  });

  test("a week that is not over and asks too much is told, one that may still is not", () => {
    const french = workingTimeChecks.filter(({ id }) => id === "fr-travail/week");
    const people = [{ id: "ana", jurisdiction: "FR", zone: "UTC" }];
    const outcome = (hours: number) => {
      const intervals = [0, 1, 2, 3].map((day) => ({
        personId: "ana",
        from: before + day * 24 * hour,
        to: before + (day * 24 + hours) * hour,
      }));
      return runChecks(french, { people, intervals }, { today: "2026-03-06" }).map(({ outcome }) => outcome);
    };
    expect([outcome(13), outcome(12)]).toEqual([["fail"], ["unknown"]]);
  });

  test("joins touching spans and drops empty ones", () => {
    expect(
      mergeIntervals([
        { from: 3, to: 3 },
        { from: 2, to: 4 },
        { from: 1, to: 2 },
      ]),
    ).toEqual([{ from: 1, to: 4 }]);
  });

  test("agrees with a walk over every five minutes", () => {
    fc.assert(
      fc.property(anySpans, (spans) => {
        for (const { start, restMinutes } of measureDailyRest(spans, 21 * 24 * hour))
          expect(restMinutes).toBe(walkRest(spans, start, start + 24 * hour));
        for (const { start, restMinutes } of measureWeeklyRest(spans, 0, 21 * 24 * hour))
          expect(restMinutes).toBe(walkRest(spans, start, start + weekly));
      }),
      { numRuns: statedRuns(3000) },
    );
  });

  test("agrees with the published cases, daily and weekly", () => {
    const file = sharedData("sustainability", "wtd_rest_oracle.json");
    if (file === undefined) return;
    interface Case {
      readonly horizon: readonly [string, string];
      readonly work: readonly (readonly [string, string])[];
      readonly expected: {
        readonly dailyRest24h: { readonly violations11h: readonly (readonly [string, number])[] };
        readonly gapRule: { readonly violations11h: readonly (readonly [string, number])[] };
        readonly weeks: readonly (readonly [string, number, number])[];
      };
    }
    const { cases } = JSON.parse(readFileSync(file, "utf8")) as { cases: Case[] };
    for (const { horizon, work, expected } of cases) {
      const [from, to] = [Date.parse(horizon[0]), Date.parse(horizon[1])];
      const spans = work.map(([start, end]) => ({ from: Date.parse(start), to: Date.parse(end) }));
      const short = measureDailyRest(spans, to).filter(({ restMinutes }) => restMinutes < 660);
      expect(short.map(({ start, restMinutes }) => [start, restMinutes])).toEqual(
        expected.dailyRest24h.violations11h.map(([at, minutes]) => [Date.parse(at), minutes]),
      );
      const gaps = measureRestBetween(spans).filter(({ restMinutes }) => restMinutes < 660);
      expect(gaps.map(({ end, restMinutes }) => [end, restMinutes])).toEqual(
        expected.gapRule.violations11h.map(([at, minutes]) => [Date.parse(at), minutes]),
      );
      const weeks = measureWeeklyRest(spans, from, to).map(({ start, restMinutes, workMinutes }) => [
        start,
        restMinutes,
        workMinutes,
      ]);
      expect(weeks).toEqual(expected.weeks.map(([at, rest, worked]) => [Date.parse(at), rest, worked]));
    }
    expect(cases.length).toBeGreaterThan(10);
  });

  test("counts rest by instants across daylight saving", () => {
    const file = sharedData("sustainability", "dst_rest_cases.json");
    if (file === undefined) return;
    const rules = intlZoneRules();
    for (const each of JSON.parse(readFileSync(file, "utf8")) as {
      tz: string;
      workEndLocal: string;
      nextStartLocal: string;
      expectedRestMinutes: number;
    }[]) {
      expect(orThrow(restByClock(each.workEndLocal, each.nextStartLocal, each.tz, rules))).toBe(
        each.expectedRestMinutes,
      );
    }
  });
});

testLaws("laws of sustainability", sustainabilityLaws());
