import type { Check } from "@evenkeel/checks";
import { fieldNames } from "@evenkeel/schema";
import {
  clarityChecks,
  completionChecks,
  coordinationChecks,
  effectivenessChecks,
  en,
  sustainabilityChecks,
} from "evenkeel";
import { describe, expect, test } from "vitest";

const checks = [
  ...clarityChecks,
  ...completionChecks,
  ...coordinationChecks,
  ...effectivenessChecks,
  ...sustainabilityChecks,
] as readonly Check<never>[];

describe.each(checks.map((check) => [check.id, check] as const))("%s", (id, check) => {
  test("needs fields that the documents have", () => {
    expect(check.needs.filter((need) => !fieldNames().has(need))).toEqual([]);
    expect(check.needs.length).toBeGreaterThan(0);
  });

  test("cites a source, has a version and texts with a remedy", () => {
    expect(check.citation.length).toBeGreaterThan(0);
    expect(check.version).toMatch(/^\d+\.\d+\.\d+$/);
    expect(en[id]?.message).toBeTruthy();
    expect(en[id]?.remedy).toBeTruthy();
  });

  test("is legal only with article, day of reading and day in force", () => {
    const legal = check.kind === "legal";
    expect(
      !legal || check.citation.every(({ article, retrieved }) => article !== undefined && retrieved !== undefined),
    ).toBe(true);
    expect(!legal || check.since !== undefined).toBe(true);
  });
});

test("every check has an id of its own", () => {
  expect(new Set(checks.map(({ id }) => id)).size).toBe(checks.length);
});
