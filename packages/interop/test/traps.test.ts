import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { orThrow, describe as textOf } from "@evenkeel/kernel";
import { describe, expect, test } from "vitest";
import { en } from "../src/en.js";
import { readWork } from "../src/index.js";
import { fixtures, readFixture } from "./fixture.js";
import { catalogue, type Trap } from "./traps/catalogue.js";
import { handled } from "./traps/handled.js";

const page = fileURLToPath(new URL("../docs/traps.md", import.meta.url));
const coded = new Map(fixtures().map(({ fixture }) => [fixture.code.replace("interop/", ""), fixture]));
const silent = new Map(handled.map((each) => [each.trap, each]));

/** What is done about a trap: in our words, or as the issue of its fixture says it. */
async function answerTo({ name, here }: Trap): Promise<string> {
  const fixture = coded.get(name);
  if (fixture === undefined) return here ?? "";
  const found = (await readFixture(fixture)).issues.find(({ code }) => code === fixture.code);
  return found === undefined ? "" : `Said: ${textOf(found, en).message}`;
}

async function table(): Promise<string> {
  const cell = (text: string): string => text.replace(/\|/g, "\\|").replace(/[\r\n\u2028\u2029]+/g, " ");
  const rows: string[] = [];
  for (const trap of catalogue) {
    const mark = coded.has(trap.name) ? `\`interop/${trap.name}\`` : "handled";
    rows.push(`| \`${trap.name}\` | ${cell(trap.elsewhere)} | ${cell(await answerTo(trap))} | ${mark} |`);
  }
  return `# Traps

What files of other tools do to those who read them, and what is done about it here. Each has an input of our own that fails without
it: \`test/fixtures/NAME.invalid.json\` where an issue says it, \`test/traps/handled.ts\` where nothing needs to be said. Made from
\`test/traps/catalogue.ts\`.

| trap | what goes wrong elsewhere | what is done here | code |
|---|---|---|---|
${rows.join("\n")}
`;
}

test("every trap has one input of its own: a fixture with its code, or a case where nothing needs to be said", () => {
  const names = catalogue.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(names.filter((name) => coded.has(name) === silent.has(name))).toEqual([]);
  expect([...silent.keys()].filter((name) => !names.includes(name))).toEqual([]);
  expect(catalogue.filter(({ name, here }) => silent.has(name) !== (here !== undefined))).toEqual([]);
  expect(names.length).toBeGreaterThanOrEqual(120);
});

test("the page of traps is made from the catalogue", async () => {
  const made = await table();
  if (process.env["REGEN"] === "1" && process.env["CI"] !== "true") writeFileSync(page, made);
  expect(readFileSync(page, "utf8")).toBe(made);
});

describe("nothing needs to be said, and the answer is right, of", () => {
  for (const { trap, input, options, take, expected } of handled) {
    test(trap, async () => {
      expect(take(orThrow(await readWork(input, options)))).toEqual(expected);
    });
  }
});
