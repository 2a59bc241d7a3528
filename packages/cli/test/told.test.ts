import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { formats } from "@evenkeel/interop";
import { issue } from "@evenkeel/kernel";
import { afterAll, describe, expect, test } from "vitest";
import { issueText } from "../src/print-issues.js";
import { runIn } from "./run-in.js";

const folder = mkdtempSync(join(tmpdir(), "evenkeel-told-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const run = (...words: readonly string[]) => runIn(folder, "2026-05-04T08:00:00Z", words);
const give = (name: string, content: string | Uint8Array): string => {
  writeFileSync(join(folder, name), content);
  return name;
};

const table = (rows: number): string =>
  ["Issue key,Summary,Status,Created,Parent"]
    .concat(Array.from({ length: rows }, (_none, at) => `A-${at},Dig ${at},Parked,03/04/2026,Z-${at}`))
    .join("\n");

describe("issues of an import", () => {
  test("stand together by code, however many there are", async () => {
    const { out } = await run("review", give("many.csv", table(300)));
    const told = out.slice(out.indexOf("In the input"));
    expect(told).toContain("interop/any-date-order-ambiguous (300 times):");
    expect(told).toContain("at 2/created, 3/created, 4/created and 297 more");
    expect(told).toContain("and 297 more\n    Export the missing part too");
    expect(told.split("\n").length).toBeLessThan(20);
  });

  test("come worst first, and what is said once before what is said of many rows", () => {
    const found = [
      ...["1", "2", "3"].map((row) => issue("a/rows", { severity: "warning", path: [row] })),
      issue("a/whole", { severity: "warning" }),
      ...["1", "2"].map((row) => issue("a/refused", { path: [row] })),
    ];
    const codes = issueText(found).match(/a\/\w+(?= \(|:)/g);
    expect([...new Set(codes)]).toEqual(["a/refused", "a/whole", "a/rows"]);
  });
});

describe("what a file leaves open", () => {
  test("is settled by the line the review prints", async () => {
    const name = give("open.csv", table(3));
    const { out } = await run("review", name);
    const line = out.split("\n").find((each) => each.startsWith('  {"sources"')) ?? "";
    expect(JSON.parse(line)).toEqual({ sources: { "open.csv": { states: { Parked: "active" }, dateOrder: "dmy" } } });
    give("evenkeel.config.json", line);
    const answered = (await run("review", name)).out;
    expect(answered).toContain("As answered: what states mean: Parked: active; day and month: dmy.");
    for (const gone of ["leaves open", "any-date-order-ambiguous", "category-unknown"])
      expect(answered).not.toContain(gone);
  });

  test("is told of a file without work", async () => {
    const { out } = await run("review", give("none.csv", "Issue key,Summary\n"));
    expect(out).toContain("No work is in it");
    expect(out).not.toContain("0 open items");
  });
});

test("a forecast that cannot be made gives its own reason alone", async () => {
  const { out } = await run("forecast", give("plain.csv", "title,owner\nDig,Ada\n"));
  expect(out).toBe(
    "No forecast.\nNo item has a recorded finish, so forecast is not available. Import from a source with history, or give items their finish dates.\n",
  );
});

test("work without a name has that of its file", async () => {
  expect((await run("review", give("harbour.csv", "title,owner\nDig,Ada\n"))).out).toMatch(/^harbour\.csv: 1 of 1 /);
});

describe("a file that is none to read", () => {
  test.each([
    ["plan.mpp", Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1), "save it as XML"],
    ["all.zip", Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0), "Unpack it"],
    ["page.json", "<!doctype html><title>Sign in</title>", "Sign in and export again"],
    ["cut.json", '{"issues": [', "a file that ends too early was cut"],
    ["nothing.csv", "", "Export again"],
  ])("is named, with what to do: %s", async (name, content, advice) => {
    const { exit, out, err } = await run("review", give(name, content));
    expect([exit, out]).toEqual([2, ""]);
    expect(err).toContain(advice);
  });

  test("of a format nobody knows lists the formats there are", async () => {
    const { err } = await run("review", give("other.json", '{"a":1}'));
    expect(err).toContain(formats.map(({ name }) => name).join(", "));
  });

  test("in a zone nobody knows is not read, be it used or not", async () => {
    const { exit, err } = await run("review", give("zone.csv", "title,owner\nDig,Ada\n"), "--zone", "Europe/Berlinn");
    expect(exit).toBe(2);
    expect(err).toContain('"Europe/Berlinn" is not known');
  });
});
