import { describe as say } from "@evenkeel/kernel";
import { deepFreeze } from "@evenkeel/test-kit";
import { describe, expect, test } from "vitest";
import { delayChart, loadHeatMap } from "../src/charts.js";
import { en } from "../src/index.js";

const week = (personId: string, at: string, plannedMinutes: number, capacityMinutes = 2400) => ({
  personId,
  week: at,
  plannedMinutes,
  capacityMinutes,
  items: [],
});

describe("charts of load", () => {
  test("a heat map has a row a person, or a team that sums its people", () => {
    const load = deepFreeze([
      week("ben", "2026-05-04", 1200),
      week("ana", "2026-05-11", 60, 0),
      week("ana", "2026-05-04", 3000),
    ]);
    const people = loadHeatMap(load, new Map([["ana", "Ana"]]));
    expect(people.rows.map(({ who, utilization }) => [who, utilization])).toEqual([
      ["Ana", 1.25],
      ["Ana", 2],
      ["ben", 0.5],
    ]);
    expect(say(people.text, en).message).toBe("3 weeks carry load; 2 of them more than there is time for.");
    const team = new Map(["ana", "ben"].map((id) => [id, "crew"]));
    expect(loadHeatMap(load, new Map(), team).rows).toEqual([
      { who: "crew", week: "2026-05-04", hours: 70, capacity: 80, utilization: 0.88 },
      { who: "crew", week: "2026-05-11", hours: 1, capacity: 0, utilization: 2 },
    ]);
  });

  test("the curve of delay rises and says its last point", () => {
    const rows = [
      { utilization: 0.9, wait: 18, waitPerService: 9 },
      { utilization: 0.5, wait: 2, waitPerService: 1 },
    ];
    const chart = delayChart(deepFreeze(rows));
    expect(chart.rows.map(({ wait }) => wait)).toEqual([1, 9]);
    expect(say(chart.text, en).message).toBe("At a utilization of 90 % new work waits 9 times its own length.");
    expect(delayChart([]).rows).toEqual([]);
  });
});
