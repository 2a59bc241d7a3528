import { expect, describe as group, test } from "vitest";
import { canonicalJson, describe, inertText, issue, ok, orThrow, refuse, WorkError } from "../src/index.js";

group("texts at the edge", () => {
  const catalog = {
    "x/cycle": {
      message: "{members:chain} wait for each other ({n} {n|link|links}, {late|late|on time}).",
      remedy: "Remove one of {n} links.",
    },
  };

  test("fills facts, plurals and flags", () => {
    expect(describe({ code: "x/cycle", facts: { members: ["A", "B", "A"], n: 2, late: true } }, catalog)).toEqual({
      message: "A → B → A wait for each other (2 links, late).",
      remedy: "Remove one of 2 links.",
    });
  });

  test("shows a code without a text as itself, and a missing fact as a question mark", () => {
    expect(describe({ code: "toString", facts: {} }, catalog).message).toBe("toString {}");
    expect(describe({ code: "x/cycle", facts: {} }, catalog).message).toContain("?");
  });

  test("formats minutes, shares and rounded numbers", () => {
    const text = (facts: Record<string, number>) =>
      describe({ code: "x/m", facts }, { "x/m": { message: "{a:minutes} {b:percent} {c}" } }).message;
    expect(text({ a: 135, b: 0.849, c: 1.23456 })).toBe("2 h 15 min 85 % 1.23");
    expect(text({ a: -5, b: 0, c: 7 })).toBe("-5 min 0 % 7");
  });

  test("makes terminal escapes, bidi overrides and lone surrogates inert", () => {
    expect(inertText("a\u001b]0;x\u0007b\u202ec\ud800d\u2066")).toBe("a\ufffd]0;x\ufffdb\ufffdc\ufffdd\ufffd");
    expect(inertText("tab\tand\r\nline 😀 é")).toBe("tab and line 😀 é");
  });
});

group("results", () => {
  test("throws one WorkError with every issue", () => {
    const refused = refuse([issue("a/b", { path: ["items", 1] }), issue("a/c")]);
    expect(() => orThrow(refused)).toThrow(WorkError);
    expect(() => orThrow(refused)).toThrow("a/b at /items/1");
    expect(orThrow(ok(4))).toBe(4);
  });

  test("canonical JSON keeps a key named __proto__", () => {
    expect(canonicalJson(JSON.parse('{"b":1,"__proto__":{"z":1,"a":2}}'))).toBe('{"__proto__":{"a":2,"z":1},"b":1}');
  });
});
