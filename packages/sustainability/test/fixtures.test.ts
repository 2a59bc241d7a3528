import { readdirSync, readFileSync } from "node:fs";
import type { Issue } from "@evenkeel/kernel";
import { describe, expect, test } from "vitest";
import { fatigueIndex, en as fatigueTexts, unifiedPerformance } from "../src/fatigue.js";
import {
  averageWork,
  contextSwitches,
  en,
  handoffLoad,
  kingmanWait,
  measureAfterHours,
  measureLeave,
  measureLoad,
  measureWip,
  onCallShares,
  overtimeBreaches,
  queueWait,
  readRulePack,
  restByClock,
  sustainabilityChecks,
  timesheet,
  workedDays,
  workTypeShares,
} from "../src/index.js";
import { tryRulePack } from "../src/packs.js";
import { parseRotaRules, type RotaRule, rotaChecks, rotaCost, en as rotaTexts } from "../src/rota.js";
import { groupScale, parseInstrument, scoreInstrument, en as surveyTexts } from "../src/surveys.js";

type Reader = (...given: never[]) => { readonly issues: readonly Issue[] };

const readers: Readonly<Record<string, Reader>> = {
  averageWork,
  contextSwitches,
  fatigueIndex,
  groupScale,
  handoffLoad,
  kingmanWait,
  measureAfterHours,
  measureLeave,
  measureLoad,
  measureWip,
  onCallShares,
  overtimeBreaches,
  parseInstrument,
  parseRotaRules,
  queueWait,
  readRulePack,
  restByClock,
  rotaCost,
  scoreInstrument,
  timesheet,
  tryRulePack,
  unifiedPerformance,
  workedDays,
  workTypeShares,
};

interface Fixture {
  readonly reader: string;
  readonly arguments: readonly unknown[];
  /** Code and path, in the order told. */
  readonly expected: readonly string[];
}

/** Every kind of rota rule: what a rota fails is a finding, not a fault in the input. */
const kinds: readonly RotaRule["kind"][] = [
  "cover",
  "shiftsPerDay",
  "assignments",
  "consecutiveWorkingDays",
  "consecutiveFreeDays",
  "consecutiveWorkingWeekends",
  "workingWeekendsInFourWeeks",
  "completeWeekends",
  "identicalWeekends",
  "skills",
  "requests",
  "pattern",
];
const rotaRules = kinds.map((kind) => ({ id: kind, kind, weight: 1 }) as RotaRule);
const ofRotas = rotaChecks({ formatVersion: 1, id: "all", title: "All", version: "1", citation: [], rules: rotaRules });

const folder = new URL("fixtures/", import.meta.url);
const fixtures = readdirSync(folder)
  .filter((file) => file.endsWith(".invalid.json"))
  .map((file) => ({ file, ...(JSON.parse(readFileSync(new URL(file, folder), "utf8")) as Fixture) }));

describe("faulty input", () => {
  test.each(fixtures)("$file is told with these codes and paths", ({ reader, arguments: given, expected }) => {
    const issues = readers[reader]?.(...(given as never[])).issues ?? [];
    expect(issues.map(({ code, path }) => `${code} ${path.join(".")}`.trim())).toEqual(expected);
  });

  test("every code of an issue has a fixture and a remedy", () => {
    const texts = { ...en, ...fatigueTexts, ...rotaTexts, ...surveyTexts };
    const told = new Set(fixtures.flatMap(({ expected }) => expected.map((line) => line.split(" ")[0] ?? "")));
    const found = new Set([...sustainabilityChecks, ...ofRotas].map(({ id }) => id));
    const coded = Object.keys(texts).filter((code) => texts[code]?.remedy !== undefined && !found.has(code));
    expect(coded.filter((code) => !told.has(code))).toEqual([]);
    expect([...told].filter((code) => code.startsWith("sustainability/") && texts[code]?.remedy === undefined)).toEqual(
      [],
    );
  });
});
