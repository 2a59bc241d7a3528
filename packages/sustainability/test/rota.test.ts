import { readFileSync } from "node:fs";
import { orThrow } from "@evenkeel/kernel";
import { deepFreeze, sharedData } from "@evenkeel/test-kit";
import { describe, expect, test } from "vitest";
import { rotaCost } from "../src/rota.js";
import { inrcRota, inrcRules } from "./inrc2010.js";

const file = sharedData("sustainability", "inrc2010_constraint_unit_tests.json");

describe.skipIf(file === undefined)("the competition's constraint tests", () => {
  const { problems, cases } = JSON.parse(file === undefined ? '{"cases":[]}' : readFileSync(file, "utf8"));
  test("every hard and soft cost is reached", () => {
    const found = cases.map((row: { problem: string; solution: string; assignments: [string, string, string][] }) => {
      const problem = problems[row.problem];
      const { hard, soft } = orThrow(rotaCost(deepFreeze(inrcRota(problem, row.assignments)), inrcRules(problem)));
      return [row.solution, hard, soft];
    });
    expect(found).toEqual(
      cases.map((row: { solution: string; expected: { hard: number; soft: number } }) => [
        row.solution,
        row.expected.hard,
        row.expected.soft,
      ]),
    );
  });
});
