import type { Progress } from "@evenkeel/kernel";
import { describe, expect, test } from "vitest";
import { type Check, openChecks, runChecks, subjectCheck } from "../src/index.js";

type Words = ReadonlyMap<string, number>;
const today = "2026-05-01";
const card = { kind: "heuristic", citation: [{ title: "house rule" }], needs: [] } as const;
const subjects = (words: Words): Iterable<string> => words.keys();
const rowwise = (id: string, most: number): Check<Words> =>
  subjectCheck(
    { ...card, id },
    {
      table: "words",
      subjects,
      judge: (words, word) => ((words.get(word) ?? 0) > most ? { outcome: "fail" } : "pass"),
      near: (_words, changed) => [changed.id],
    },
  );
const whole: Check<Words> = {
  ...{ ...card, id: "demo/whole", version: "1", dataClass: "planFact", params: {} },
  evaluate: (words) => [{ outcome: words.size > 2 ? "fail" : "pass", subject: { table: "document", id: "all" } }],
};
const words: Words = new Map(Array.from({ length: 1000 }, (_none, at) => [`w${at}`, at % 7]));
const checks = [rowwise("demo/b", 3), whole, rowwise("demo/a", 5)];

describe("open checks", () => {
  test("are in the order of a full run, whatever the order of checks", () => {
    const full = runChecks(checks, words, { today }).filter(({ outcome }) => outcome !== "pass");
    expect(openChecks([...checks].reverse(), words, { today }).findings()).toEqual(full);
  });

  test("tell how far they are: checks begun, then rows, up to all of them", () => {
    const heard: Progress[] = [];
    openChecks(checks, words, { today, onProgress: (progress) => heard.push(progress) });
    expect(heard).toEqual([
      ...[0, 1, 2].map((done) => ({ code: "checks/checking", done, total: 3 })),
      ...[0, 256, 512, 768].map((done) => ({ code: "checks/judging", done })),
      { code: "checks/judging", done: 1000, total: 1000 },
    ]);
  });

  test("stop when told to and say so; what is listed was found", () => {
    const signal = { aborted: false };
    const session = openChecks(checks, words, {
      today,
      signal,
      onProgress: ({ code, done }) => {
        if (code === "checks/judging" && done === 512) signal.aborted = true;
      },
    });
    expect(session.isComplete).toBe(false);
    const full = runChecks(checks, words, { today });
    expect(full).toEqual(expect.arrayContaining([...session.findings()]));
    const passed = session.counts().find(({ checkId }) => checkId === "demo/a")?.pass ?? 0;
    expect(passed).toBeLessThan(512);
  });

  test("a signal that comes when all is done leaves the run complete", () => {
    const signal = { aborted: false };
    const onProgress = ({ done, total }: Progress) => {
      if (done === total) signal.aborted = true;
    };
    expect(openChecks(checks, words, { today, signal, onProgress }).isComplete).toBe(true);
    expect(openChecks(checks, words, { today, signal }).isComplete).toBe(false);
  });

  test("judge an edit whole even after the signal", () => {
    const signal = { aborted: false };
    let now: Words = new Map([["x", 9]]);
    const session = openChecks(checks, now, { today, signal });
    signal.aborted = true;
    session.update([{ table: "words", id: "x" }], () => {
      now = new Map([
        ["x", 1],
        ["y", 1],
        ["z", 1],
      ]);
      return now;
    });
    expect(session.findings().map(({ checkId }) => checkId)).toEqual(["demo/whole"]);
  });

  test("a check that is off in general runs where an override switches it on, in both ways of running", () => {
    const settings = {
      checks: { "demo/a": { off: true }, "demo/b": { off: true }, "demo/whole": { off: true } },
      overrides: [{ kinds: ["odd"], checks: { "demo/b": { off: false, raise: true } } }],
    };
    const traitsOf = ({ id }: { readonly id: string }) => ({ kind: Number(id.slice(1)) % 2 === 1 ? "odd" : "even" });
    const options = { today, settings, traitsOf };
    const full = runChecks(checks, words, options);
    expect(new Set(full.map(({ checkId }) => checkId))).toEqual(new Set(["demo/b"]));
    expect(full.every(({ subject }) => Number(subject.id.slice(1)) % 2 === 1)).toBe(true);
    const failed = full.filter(({ outcome }) => outcome === "fail");
    expect(new Set(failed.map(({ severity }) => severity))).toEqual(new Set(["moderate"]));
    const session = openChecks(checks, words, options);
    expect(session.findings()).toEqual(failed);
    expect(session.counts().map(({ pass }) => pass)).toEqual([full.length - failed.length]);
  });
});
