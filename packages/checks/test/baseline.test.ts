import { deepFreeze } from "@evenkeel/test-kit";
import { describe, expect, test } from "vitest";
import { applyWaivers, baselineOf, type Check, compareWithBaseline, parseBaseline, runChecks } from "../src/index.js";

const short: Check<readonly string[]> = {
  ...{ id: "demo/short", version: "1", kind: "heuristic", citation: [], needs: ["words.text"], dataClass: "planFact" },
  params: {},
  evaluate: (words) =>
    words.map((id) => ({ outcome: id.length < 3 ? "fail" : "pass", subject: { table: "words", id } })),
};
const run = (...words: readonly string[]) => deepFreeze(runChecks([short], words, { today: "2026-05-01" }));
const ids = (list: readonly { readonly fingerprint: string }[]) => list.map(({ fingerprint }) => fingerprint);

describe("baselines", () => {
  test("hold failures, and tell new, known and gone", () => {
    const baseline = baselineOf(run("go", "slow", "by"));
    expect(baseline).toEqual({
      formatVersion: 1,
      findings: [
        { fingerprint: "demo/short|words|by|", checkId: "demo/short" },
        { fingerprint: "demo/short|words|go|", checkId: "demo/short" },
      ],
    });
    const { fresh, known, gone } = compareWithBaseline(run("go", "up", "byte"), baseline);
    expect([ids(fresh), ids(known), ids(gone)]).toEqual([
      ["demo/short|words|up|"],
      ["demo/short|words|go|"],
      ["demo/short|words|by|"],
    ]);
  });

  test("what could not be judged is not gone", () => {
    const unknown = runChecks([short], ["go"], { today: "2026-05-01", isAvailable: () => false });
    const { gone, unjudged } = compareWithBaseline(unknown, baselineOf(run("go")));
    expect([ids(gone), ids(unjudged)]).toEqual([[], ["demo/short|words|go|"]]);
  });

  test("hold neither waived failures nor faults of waivers, which never count as known", () => {
    const waiver = {
      id: "w",
      covers: "demo/short|words|go|",
      reason: "a word of the client",
      by: "Ana",
      grantedOn: "2026-01-01",
    };
    const ended = { ...waiver, id: "v", covers: "demo/short|words|by|", expiresOn: "2026-04-30" };
    const { value } = applyWaivers(run("go", "by"), [{ ...waiver, expiresOn: "2026-12-31" }, ended], "2026-05-01");
    expect(ids(baselineOf(value).findings)).toEqual(["demo/short|words|by|"]);
    const about = { fingerprint: "checks/waiver-expired|waivers|v|", checkId: "checks/waiver-expired" };
    const { fresh } = compareWithBaseline(value, { formatVersion: 1, findings: [about] });
    expect(ids(fresh)).toEqual(["demo/short|words|by|", "checks/waiver-expired|waivers|v|"]);
  });

  test("are read with all faults at once, sorted, each once", () => {
    const entry = { fingerprint: "b", checkId: "x/y" };
    const read = parseBaseline({ formatVersion: 1, findings: [entry, { ...entry, fingerprint: "a" }, entry] });
    expect(read.ok && ids(read.value.findings)).toEqual(["a", "b"]);
    const faults = parseBaseline({ formatVersion: 1, findings: [{ fingerprint: 3, checkId: "" }, 5], notes: "" });
    expect(faults.issues.map(({ code, path }) => `${code} ${path.join(".")}`)).toEqual([
      "checks/unknown-key notes",
      "checks/wrong-shape findings.0.fingerprint",
      "checks/wrong-shape findings.0.checkId",
      "checks/wrong-shape findings.1",
    ]);
    for (const other of [null, [], { formatVersion: 2, findings: [] }, { formatVersion: 1 }])
      expect(parseBaseline(other).ok).toBe(false);
  });
});
