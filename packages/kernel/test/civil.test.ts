import { testLaws } from "@evenkeel/test-kit";
import { describe, expect, test } from "vitest";
import { civilDay, dayNumber, isCivilDay, weekday } from "../src/index.js";
import { kernelLaws } from "../src/testing.js";

describe("days of the calendar", () => {
  test("counts from 1970-01-01", () => {
    expect(dayNumber(1970, 1, 1)).toBe(0);
    expect(dayNumber(2000, 2, 29)).toBe(11_016);
    expect(weekday(0)).toBe(4);
  });

  test("knows which days exist", () => {
    expect([
      isCivilDay(2024, 2, 29),
      isCivilDay(2100, 2, 29),
      isCivilDay(2026, 13, 1),
      isCivilDay(Number.NaN, 1, 1),
    ]).toEqual([true, false, false, false]);
  });

  test("agrees with the engine's own calendar over eight centuries", () => {
    for (let day = -146_097; day <= 146_097; day += 11) {
      const engine = new Date(day * 86_400_000);
      expect(civilDay(day)).toEqual({
        year: engine.getUTCFullYear(),
        month: engine.getUTCMonth() + 1,
        day: engine.getUTCDate(),
      });
      expect(weekday(day) % 7).toBe(engine.getUTCDay());
    }
  });
});

testLaws("laws of the kernel", kernelLaws());
