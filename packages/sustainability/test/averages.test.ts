import { readFileSync } from "node:fs";
import { orThrow } from "@evenkeel/kernel";
import { deepFreeze, sharedData } from "@evenkeel/test-kit";
import { describe, expect, test } from "vitest";
import { averageWork, overtimeBreaches } from "../src/index.js";

describe("average work", () => {
  test("makes up for leave with the first days of work after the period", () => {
    const hoursByDay = [10, 10, 10, 10, 0, 0, 0, 0, 9, 8];
    expect(orThrow(averageWork(deepFreeze({ hoursByDay, weeks: 1, excludedDays: [4, 5] })))).toEqual({
      replaced: 57,
      excluded: 56,
      counted: 40,
    });
    expect(averageWork({ hoursByDay, weeks: 1, excludedDays: [0, 1, 2] }).issues).toMatchObject([
      { code: "sustainability/too-few-days-after", facts: { missing: 1 } },
    ]);
  });

  test("refuses hours, weeks and days that cannot be, all at once", () => {
    const refused = averageWork({ hoursByDay: [25, Number.NaN], weeks: 1, excludedDays: [1, 1, 7] });
    expect(refused.issues.map(({ code, path }) => [code, ...path])).toEqual([
      ["sustainability/impossible-hours", "hoursByDay", 0],
      ["sustainability/impossible-hours", "hoursByDay", 1],
      ["sustainability/period-not-covered", "hoursByDay"],
      ["sustainability/impossible-leave-day", "excludedDays", 1],
      ["sustainability/impossible-leave-day", "excludedDays", 2],
    ]);
    expect(averageWork({ hoursByDay: [], weeks: 0, excludedDays: [] }).issues[0]?.code).toBe(
      "sustainability/impossible-weeks",
    );
  });

  test("gives the published averages under regulation 4(6)", () => {
    const file = sharedData("sustainability", "uk_wtr_reg4_average.json");
    if (file === undefined) return;
    const { cases } = JSON.parse(readFileSync(file, "utf8")) as {
      cases: {
        hoursByDay: number[];
        weeks: number;
        excludedDays: number[];
        expected: { average: number; naiveAverage: number };
      }[];
    };
    for (const { expected, ...input } of cases) {
      const average = orThrow(averageWork(input));
      expect(Math.abs(average.replaced - expected.average)).toBeLessThan(1e-9);
      expect(Math.abs(average.counted - expected.naiveAverage)).toBeLessThan(1e-9);
    }
    expect(cases.length).toBeGreaterThan(10);
  });
});

describe("overtime caps", () => {
  test("are judged at their edges: 720 passes, 100 does not, 80 on average passes", () => {
    const months = (overtime: number, holidayWork = 0) => Array.from({ length: 12 }, () => ({ overtime, holidayWork }));
    expect(orThrow(overtimeBreaches(deepFreeze(months(45, 35))))).toEqual([]);
    expect(orThrow(overtimeBreaches(months(60))).map(({ cap }) => cap)).toEqual(["monthsOver"]);
    expect(orThrow(overtimeBreaches([{ overtime: 100, holidayWork: 0 }])).map(({ cap }) => cap)).toEqual(["month"]);
    expect(overtimeBreaches([...months(-1), ...months(1)]).issues.length).toBe(13);
  });

  test("give the published answers of article 36", () => {
    const file = sharedData("sustainability", "japan_art36_caps.json");
    if (file === undefined) return;
    const { cases } = JSON.parse(readFileSync(file, "utf8")) as {
      cases: { months: [number, number][]; expected: string[] }[];
    };
    for (const { months, expected } of cases) {
      const rows = months.map(([overtime, holidayWork]) => ({ overtime, holidayWork }));
      const codes = orThrow(overtimeBreaches(rows)).map(({ cap, first, months: length }) => {
        if (cap === "year") return "annual-720";
        if (cap === "monthsOver") return "months-over-45>6";
        return cap === "month" ? `month-100@${first}` : `avg${length}-80@${first}`;
      });
      expect(codes).toEqual(expected);
    }
    expect(cases.length).toBeGreaterThan(10);
  });
});
