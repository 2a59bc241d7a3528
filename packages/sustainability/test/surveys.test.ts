import { readFileSync } from "node:fs";
import { type Issue, orThrow } from "@evenkeel/kernel";
import { deepFreeze, sharedData, statedRuns, testLaws } from "@evenkeel/test-kit";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  copsoq,
  en,
  eriShort,
  groupScale,
  hseIndicatorTool,
  type Instrument,
  nasaRawTlx,
  nasaTlx,
  parseInstrument,
  type SurveyAnswers,
  scoreInstrument,
} from "../src/surveys.js";
import { surveyLaws } from "../src/testing/survey-laws.js";

const ratings = ["MD", "PD", "TD", "OP", "EF", "FR"];
const values = (instrument: Instrument, answers: SurveyAnswers): Record<string, number | null> =>
  Object.fromEntries(
    orThrow(scoreInstrument(instrument, deepFreeze(answers))).map(({ scale, value }) => [scale, value]),
  );
const byId = (ids: readonly string[], answers: readonly (number | null)[]): SurveyAnswers =>
  Object.fromEntries(ids.map((id, at) => [id, answers[at] ?? null]));
const said = ({ issues }: { readonly issues: readonly Issue[] }) =>
  issues.map(({ code, path }) => {
    if (code !== "calendar/unknown-zone") expect(Object.keys(en)).toContain(code);
    return `${code.split("/")[1]} /${path.join("/")}`;
  });

describe("scoring", () => {
  test("the instruments are what they say they are", () => {
    for (const instrument of [
      hseIndicatorTool,
      eriShort,
      nasaTlx,
      nasaRawTlx,
      copsoq({ pace: ["WP1", "WP2"] }, ["WP2"]),
    ])
      expect(said(parseInstrument(JSON.parse(JSON.stringify(instrument))))).toEqual([]);
    expect(hseIndicatorTool.scales.flatMap(({ items }) => items).length).toBe(35);
  });

  test("half of the answers are enough where the rule says so, and none is null", () => {
    const pace = copsoq({ pace: ["a", "b", "c", "d"] }, ["d"]);
    expect(values(pace, { a: 100, b: null, d: 0 })).toEqual({ pace: 100 });
    expect(scoreInstrument(pace, { a: 100 })).toEqual({
      ok: true,
      value: [{ scale: "pace", value: null, answered: 1, items: 4, unverified: true }],
      issues: [],
    });
    expect(values(pace, {})).toEqual({ pace: null });
  });

  test("a missing answer leaves out the scales that need all, and says so", () => {
    const answers = {
      ...byId(
        eriShort.items.map(({ id }) => id),
        Array.from({ length: 10 }, () => 2),
      ),
      ERI9: null,
    };
    const result = scoreInstrument(eriShort, answers);
    expect(said(result)).toEqual(["survey-missing /", "survey-missing /"]);
    expect(orThrow(result).map(({ value, answered, items }) => [value, answered, items])).toEqual([
      [6, 3, 3],
      [null, 6, 7],
      [null, 9, 10],
    ]);
    const most = Object.fromEntries(hseIndicatorTool.items.map(({ id }) => [id, ["26", "28"].includes(id) ? null : 2]));
    expect(orThrow(scoreInstrument(hseIndicatorTool, most)).at(-1)).toEqual({
      scale: "change",
      value: 2,
      answered: 1,
      items: 3,
    });
  });

  test("hostile answers are told all at once, without what was answered", () => {
    const hostile = { MD: 101, PD: Number.NaN, TD: "50" as unknown as number, OP: -1, EF: 50, XX: 3 };
    const result = scoreInstrument(nasaRawTlx, hostile);
    expect(said(result)).toEqual([
      "survey-answer /MD",
      "survey-answer /PD",
      "survey-answer /TD",
      "survey-answer /OP",
      "survey-unknown-item /XX",
    ]);
    expect(JSON.stringify(result)).not.toContain("101");
  });

  test("weights that do not add up form no scale", () => {
    const answers = byId([...ratings, ...ratings.map((id) => `${id}-weight`)], [1, 2, 3, 4, 5, 6, 5, 4, 3, 2, 1, 1]);
    const result = scoreInstrument(nasaTlx, answers);
    expect(said(result)).toEqual(["survey-weights /"]);
    expect(orThrow(result).map(({ value }) => value)).toEqual([null, 3.5]);
  });

  test("an instrument is read strictly", () => {
    const broken = {
      formatVersion: 2,
      id: "",
      title: "T",
      version: "1",
      citation: [],
      items: [
        { id: "a", least: 1, most: 5, reversed: "yes" },
        { id: "a", least: 5, most: 1 },
        { id: 3, least: Number.NaN },
        7,
      ],
      scales: [
        { id: "s", rule: "median", items: ["a"] },
        { id: "s", rule: "mean", items: ["a", "a"], answeredShare: -1 },
        { id: "t", rule: "ratio", items: ["b"], unverified: false },
        { id: "u", rule: "weighted", items: ["a"], weights: ["a", "a"], weightTotal: 0 },
        null,
      ],
    };
    expect(said(parseInstrument(broken))).toEqual([
      "survey-instrument /formatVersion",
      "survey-instrument /id",
      "survey-instrument /items/0/reversed",
      "survey-instrument /items/1/most",
      "survey-instrument /items/2/id",
      "survey-instrument /items/2/least",
      "survey-instrument /items/2/most",
      "survey-instrument /items/3",
      "survey-instrument /items/1/id",
      "survey-instrument /scales/0/rule",
      "survey-instrument /scales/1/items",
      "survey-instrument /scales/1/answeredShare",
      "survey-instrument /scales/2/items",
      "survey-instrument /scales/2/unverified",
      "survey-instrument /scales/2/against",
      "survey-instrument /scales/3/weights",
      "survey-instrument /scales/3/weights",
      "survey-instrument /scales/3/weightTotal",
      "survey-instrument /scales/4",
      "survey-instrument /scales/1/id",
    ]);
    fc.assert(
      fc.property(fc.anything(), fc.constantFrom("id", "items", "scales"), (any, field) =>
        [parseInstrument(any), parseInstrument({ ...eriShort, [field]: [any] })].every(
          ({ ok, issues }) => ok || issues.length > 0,
        ),
      ),
      { numRuns: statedRuns(10_000), seed: 20260501 },
    );
    expect(said(parseInstrument(null))).toEqual(["survey-instrument /"]);
    expect(said(scoreInstrument({} as Instrument, {})).length).toBe(7);
  });
});

describe("groups", () => {
  const answers = byId(ratings, [10, 20, 30, 40, 50, 60]);
  const people = (count: number, groupId = "ward") =>
    Array.from({ length: count }, (_none, at) => ({ groupId, personId: `p${at}`, answers }));

  test("ten people are told of, nine are not, and asking for fewer changes nothing", () => {
    expect(orThrow(groupScale(nasaRawTlx, "raw", people(10))).means).toEqual([
      { groupId: "ward", people: 10, mean: 35 },
    ]);
    expect(orThrow(groupScale(nasaRawTlx, "raw", people(9), { smallest: 2 })).means).toEqual([
      { groupId: "ward", people: 9, withheld: "too few people" },
    ]);
    expect(orThrow(groupScale(nasaRawTlx, "raw", people(10), { smallest: 12 })).means[0]?.mean).toBeUndefined();
  });

  test("a group whose people all say the same extreme is told as a bound, so that nobody is told of", () => {
    const all = (value: number) =>
      people(10).map((row) => ({
        ...row,
        answers: byId(
          ratings,
          Array.from({ length: 6 }, () => value),
        ),
      }));
    expect(orThrow(groupScale(nasaRawTlx, "raw", all(0))).means).toEqual([
      { groupId: "ward", people: 10, mean: 10, bound: "at most" },
    ]);
    expect(orThrow(groupScale(nasaRawTlx, "raw", all(100))).totals).toEqual([
      { people: 10, mean: 90, bound: "at least" },
    ]);
  });

  test("what is published already counts: a group that one person has left is withheld", () => {
    const first = orThrow(groupScale(nasaRawTlx, "raw", people(11)));
    const second = groupScale(nasaRawTlx, "raw", people(10), { published: first.published });
    expect(orThrow(second).means).toMatchObject([{ withheld: "derivable" }]);
  });

  test("a response that cannot be scored is left out with an issue at it", () => {
    const hostile = [...people(10), { groupId: "ward", personId: "x", answers: { MD: 999 } }];
    const result = groupScale(nasaRawTlx, "raw", hostile);
    expect(said(result)).toEqual(["survey-answer /responses/10/answers/MD"]);
    expect(JSON.stringify(result)).not.toContain("999");
    expect(orThrow(result)).toMatchObject({ scale: "raw", unverified: true, means: [{ people: 10, mean: 35 }] });
    expect(said(groupScale(nasaRawTlx, "rew", []))).toEqual(["survey-unknown-scale /"]);
    expect(groupScale({ ...nasaRawTlx, items: [] }, "raw", []).ok).toBe(false);
  });
});

testLaws("survey laws", surveyLaws);

const file = sharedData("sustainability", "instruments_scoring.json");

describe.skipIf(file === undefined)("the reference scores", () => {
  const data = JSON.parse(file === undefined ? "{}" : readFileSync(file, "utf8"));
  const close = (found: Record<string, number | null>, expected: Record<string, number | null>) => {
    for (const [scale, value] of Object.entries(expected)) {
      if (value === null) expect(found[scale]).toBeNull();
      else expect(Math.abs((found[scale] ?? Number.NaN) - value)).toBeLessThan(1e-9);
    }
  };

  test("HSE indicator tool", () => {
    for (const { raw, expected } of data.msit.cases) close(values(hseIndicatorTool, raw), expected);
  });
  test("COPSOQ III", () => {
    for (const { items, expected } of data.copsoq.cases) {
      const ids = items.map((_answer: unknown, at: number) => `i${at}`);
      close(values(copsoq({ scale: ids }), byId(ids, items)), { scale: expected });
    }
  });
  test("effort-reward imbalance", () => {
    const ids = eriShort.items.map(({ id }) => id);
    for (const { effortRaw, rewardRaw, expected } of data.eriShort.cases)
      close(values(eriShort, byId(ids, [...effortRaw, ...rewardRaw])), expected);
  });
  test("NASA-TLX", () => {
    const ids = nasaTlx.items.map(({ id }) => id);
    for (const { ratings: rated, weights, expected } of data.nasaTlx.cases)
      close(values(nasaTlx, byId(ids, [...rated, ...weights])), expected);
  });
});
