import { describe as textOf } from "@evenkeel/kernel";
import { describe, expect, test } from "vitest";
import { en } from "../src/en.js";
import { fixtures, placesOf, readFixture, regenerate } from "./fixture.js";

describe("every code", () => {
  for (const { name, fixture } of fixtures()) {
    test(`${fixture.code} is given for ${name}, with exactly these issues`, async () => {
      const result = await readFixture(fixture);
      regenerate(name, fixture, result.issues);
      expect(result.issues.map((found) => found.code)).toContain(fixture.code);
      if (process.env["REGEN"] !== "1") expect(placesOf(result.issues)).toEqual(fixture.expected);
    });

    test(`${fixture.code} has a text without gaps for ${name}`, async () => {
      for (const found of (await readFixture(fixture)).issues) {
        const entry = Object.hasOwn(en, found.code) ? en[found.code] : undefined;
        const holes = [...`${entry?.message} ${entry?.remedy}`.matchAll(/\{([a-zA-Z0-9]+)/g)].map((hole) => hole[1]);
        expect(holes.filter((hole) => !Object.hasOwn(found.facts, hole ?? ""))).toEqual([]);
        expect(textOf(found, en).remedy).toBeTypeOf("string");
      }
    });
  }

  test("that has a text has a fixture", () => {
    const tested = new Set(fixtures().map(({ fixture }) => fixture.code));
    const codes = Object.keys(en).filter(
      (code) => !/^interop\/(?:reading$|(?:assumed|answered|measure|export)-)/.test(code),
    );
    expect(codes.filter((code) => !tested.has(code))).toEqual([]);
  });
});
