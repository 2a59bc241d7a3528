import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { exitCodes } from "../src/index.js";
import { runIn } from "./run-in.js";

const folder = mkdtempSync(join(tmpdir(), "evenkeel-rules-"));
const sample = fileURLToPath(new URL("../../../examples/data/portfolio.evenkeel.json", import.meta.url));
const pack = {
  formatVersion: 1,
  id: "harbour",
  title: "Works agreement of the Harbour branch",
  version: "1.0.0",
  notice: "Information, not legal advice.",
  rules: [
    {
      id: "harbour/week",
      title: "39 hours in a week",
      kind: "guideline",
      citation: [{ title: "Works agreement of the Harbour branch", article: "section 4" }],
      measure: "workPerBlock",
      versions: [{ since: "2026-01-01", bound: { atMost: 2340 } }],
    },
  ],
};

beforeAll(() => {
  writeFileSync(join(folder, "harbour.json"), JSON.stringify(pack));
  const [rule] = pack.rules;
  const broken = { ...pack, rules: [{ ...rule, measure: "workPerBlok", with: { days: 900 } }, rule, rule] };
  writeFileSync(join(folder, "broken.json"), JSON.stringify(broken));
  writeFileSync(
    join(folder, "hours.csv"),
    "Employee,Date,Start,End\nAda,2026-11-09,08:00,22:30\nAda,2026-11-10,08:00,16:00\nBo,2026-11-09,22:00,06:00\n",
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (...words: string[]) => runIn(folder, "2026-11-16T08:00:00Z", words);

describe("evenkeel rules", () => {
  test("lists every pack, and shows one in full with the source of every value", async () => {
    const list = await run("rules");
    expect(list.exit).toBe(exitCodes.fine);
    expect(list.out).toMatch(/eu-wtd +EU working time, Directive 2003\/88\/EC +8/);
    expect(list.out).toContain("Information, not legal advice.");
    const { out } = await run("rules", "eu-wtd");
    expect(out).toContain("Since 2004-08-02: at least 11 h");
    expect(out).toContain(
      "Directive 2003/88/EC concerning certain aspects of the organisation of working time, Art. 3",
    );
    expect(out.match(/\n {2}Source: /g)?.length).toBeGreaterThanOrEqual(8);
    const json = JSON.parse((await run("rules", "sre", "--format", "json")).out) as { packs: { id: string }[] };
    expect(json.packs.map(({ id }) => id)).toEqual(["sre"]);
  });

  test("tries a pack of one's own at its edges, and tells every fault of a broken one", async () => {
    expect((await run("rules", "harbour.json")).out).toContain("3 cases tried below, at and above each value");
    const broken = await run("rules", "broken.json");
    expect(broken.exit).toBe(exitCodes.refused);
    expect(broken.err).toContain('There is no measure "workPerBlok"');
    expect(broken.err).toContain("workPerBlock");
    expect(broken.err).toContain("checks/duplicate-check");
    const unknown = await run("rules", "harbor");
    expect(unknown.err).toContain('There is neither a pack nor a file "harbor"');
  });
});

describe("evenkeel check with rules of working time", () => {
  test("judges by a pack of one's own, and tells the person what others may not see", async () => {
    const own = await run("check", sample, "--rules", "harbour.json", "--pack", "harbour", "--viewer", "jonas");
    expect(own.out).toContain("harbour/week (guideline: Works agreement of the Harbour branch, section 4)");
    expect(own.out).toMatch(/Jonas Weber worked \d+ h( \d+ min)? between Mon 9 Nov 2026/);
    const other = await run("check", sample, "--rules", "harbour.json", "--pack", "harbour");
    expect(other.out).not.toContain("Jonas Weber worked");
    expect(other.out).toContain("The plan asks");
  });

  test("chooses packs by name; a pack of a trade runs only then", async () => {
    const json = async (...words: string[]): Promise<string[]> =>
      (JSON.parse((await run("check", sample, "--format", "json", ...words)).out) as { ran: string[] }).ran;
    expect((await json()).some((id) => id.startsWith("acgme/"))).toBe(false);
    const chosen = await json("--pack", "eu-wtd,acgme");
    expect(new Set(chosen.map((id) => id.split("/")[0]))).toEqual(new Set(["acgme", "eu-wtd"]));
    const british = await run("check", sample, "--pack", "uk-wtr");
    expect(british.out).toContain(
      "6 rules of uk-wtr did not run: not checked against the source; --unverified runs them.",
    );
    expect(await json("--pack", "uk-wtr")).toEqual([]);
    expect((await json("--pack", "uk-wtr", "--unverified")).length).toBeGreaterThanOrEqual(6);
    expect((await run("check", sample, "--pack", "eu-wdt")).err).toContain("eu-wtd");
  });
});

describe("a timesheet", () => {
  const check = (...words: string[]) =>
    run("check", "hours.csv", "--pack", "eu-wtd", "--zone", "Europe/Berlin", ...words);

  test("is judged under the law that is stated for all, and shown to the person alone", async () => {
    const { out } = await check("--jurisdiction", "DE", "--viewer", "Ada");
    expect(out).toContain("Ada had 9 h 30 min of rest in the 24 hours from Mon 9 Nov 2026, 08:00; 11 h are due.");
    expect(out).not.toContain("Bo ");
    expect((await check("--jurisdiction", "DE")).out).toContain("withheld (records are for the person alone)");
  });

  test("without a law says what is missing", async () => {
    const { out } = await check("--viewer", "Ada");
    expect(out).toMatch(/Missing for that: people\.jurisdiction \(\d checks\).*--jurisdiction states the law/);
  });
});
