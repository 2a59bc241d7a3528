import { readdirSync, readFileSync } from "node:fs";
import type { Issue } from "@evenkeel/kernel";
import { describe, expect, test } from "vitest";
import {
  type CheckConfig,
  compileDataChecks,
  en,
  fromSarif,
  parseBaseline,
  parseWaivers,
  resolveConfig,
} from "../src/index.js";
import { knownChecks } from "../src/testing.js";

interface Fixture {
  readonly reader: "config" | "pack" | "waivers" | "baseline" | "sarif";
  readonly input: unknown;
  readonly presets?: Readonly<Record<string, CheckConfig>>;
  /** Code and path, in the order told. */
  readonly expected: readonly string[];
}

const folder = new URL("fixtures/", import.meta.url);
const fixtures = readdirSync(folder)
  .filter((file) => file.endsWith(".invalid.json"))
  .map((file) => ({ file, ...(JSON.parse(readFileSync(new URL(file, folder), "utf8")) as Fixture) }));

function issuesOf({ reader, input, presets = {} }: Fixture): readonly Issue[] {
  if (reader === "config") return resolveConfig(input, { checks: knownChecks, presets }).issues;
  if (reader === "pack")
    return compileDataChecks(input, { tables: ["items"], subjects: () => [], row: () => undefined }).issues;
  if (reader === "waivers") return parseWaivers(input).issues;
  return reader === "baseline" ? parseBaseline(input).issues : fromSarif(input).issues;
}

describe("faulty input", () => {
  test.each(fixtures)("$file is told with these codes and paths", (fixture) => {
    expect(issuesOf(fixture).map(({ code, path }) => `${code} ${path.join(".")}`)).toEqual(fixture.expected);
  });

  test("every code of an issue has a fixture and a remedy", () => {
    const told = new Set(fixtures.flatMap(({ expected }) => expected.map((line) => line.split(" ")[0] ?? "")));
    const ofFindings = ["checks/waiver-unused", "checks/waiver-expired", "checks/unknown"];
    const coded = Object.keys(en).filter((code) => en[code]?.remedy !== undefined && !ofFindings.includes(code));
    expect(coded.filter((code) => !told.has(code))).toEqual([]);
    expect([...told].filter((code) => code.startsWith("checks/") && en[code]?.remedy === undefined)).toEqual([]);
  });
});
