import { deepFreeze, testLaws } from "@evenkeel/test-kit";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  applyWaivers,
  type Check,
  type Finding,
  groupMeans,
  runChecks,
  toSarif,
  type Verdict,
  visibleFindings,
} from "../src/index.js";
import { checkLaws, visibilityLaws } from "../src/testing.js";

interface Row {
  readonly id: string;
  readonly hours: number;
}

const long: Check<readonly Row[]> = {
  id: "demo/long",
  version: "1",
  kind: "heuristic",
  citation: [{ title: "house rule" }],
  needs: ["items.schedule"],
  dataClass: "planFact",
  params: { most: 8 },
  evaluate: (rows, { most }) =>
    rows.map(({ id, hours }) => ({
      outcome: hours > Number(most) ? "fail" : "pass",
      subject: { table: "items", id },
      measured: { value: hours, unit: "h" },
      threshold: { value: Number(most), unit: "h" },
    })),
};
const rows = deepFreeze([
  { id: "b", hours: 9 },
  { id: "a", hours: 30 },
]);
const today = "2026-05-01";

describe("running checks", () => {
  test("orders findings by check and subject, and takes severity from kind and margin", () => {
    expect(runChecks([long], rows, { today }).map(({ subject, severity }) => [subject.id, severity])).toEqual([
      ["a", "moderate"],
      ["b", "minor"],
    ]);
  });

  test("answers unknown with the missing names when a need cannot be told", () => {
    const [finding] = runChecks([long], rows, { today, isAvailable: () => false });
    expect(finding).toMatchObject({ outcome: "unknown", missing: ["items.schedule"], code: "checks/unknown" });
  });

  test("is inapplicable outside the days the rule is in force, and leaves unverified rules out", () => {
    expect(runChecks([{ ...long, since: "2027-01-01" }], rows, { today })[0]?.outcome).toBe("inapplicable");
    expect(runChecks([{ ...long, unverified: true }], rows, { today })).toEqual([]);
    expect(runChecks([{ ...long, unverified: true }], rows, { today, includeUnverified: true })).toHaveLength(2);
  });

  test("gives the finding that was made of the very verdict before", () => {
    const verdicts = long.evaluate(rows, long.params);
    const told: Check<readonly Row[]> = {
      ...long,
      evaluate: () => [],
      tell: (_rows, _params, tell) => verdicts.forEach(tell),
    };
    const before = runChecks([told], rows, { today });
    const first = before[0];
    const known = (verdict: Verdict): Finding | undefined => (verdict === verdicts[1] ? first : undefined);
    const again = runChecks([told], rows, { today, known });
    expect(again).toEqual(before);
    expect(again.map((finding, at) => finding === before[at])).toEqual([true, false]);
  });

  test("takes other parameters", () => {
    expect(
      runChecks([long], rows, { today, settings: { checks: { "demo/long": { params: { most: 20 } } } } }).map(
        ({ outcome }) => outcome,
      ),
    ).toEqual(["fail", "pass"]);
  });
});

describe("waivers", () => {
  const findings = runChecks([long], rows, { today });
  const waiver = {
    id: "w",
    covers: "demo/long|items|a|",
    reason: "agreed with the client",
    by: "Ana",
    grantedOn: "2026-04-01",
    expiresOn: "2026-05-01",
  };

  test("mark one finding until their last day", () => {
    const marked = applyWaivers(findings, [waiver], today).value;
    expect(marked.map(({ waiver: by }) => by)).toEqual(["w", undefined]);
  });

  test("bring the finding back one severity higher afterwards", () => {
    const [first] = applyWaivers(findings, [waiver], "2026-05-02").value;
    expect(first).toMatchObject({ severity: "serious" });
    expect(first?.waiver).toBeUndefined();
  });

  test("need a reason, and are findings themselves when unused", () => {
    const { value, issues } = applyWaivers(
      findings,
      [
        { ...waiver, reason: "ok" },
        { ...waiver, id: "v", covers: "x" },
      ],
      today,
    );
    expect(issues.map(({ code }) => code)).toEqual(["checks/waiver-without-reason"]);
    expect(value.at(-1)?.code).toBe("checks/waiver-unused");
  });
});

describe("privacy", () => {
  test("a grant is used and recorded", () => {
    const [finding] = runChecks(
      [
        {
          ...long,
          dataClass: "record",
          evaluate: () => [{ outcome: "fail", subject: { table: "people", id: "p1" }, personId: "p1" }],
        },
      ],
      rows,
      { today },
    );
    const grants = [{ personId: "p1", by: "p1" }];
    expect(visibleFindings([finding!]).withheld).toEqual([{ checkId: "demo/long" }]);
    expect(visibleFindings([finding!], { grants })).toMatchObject({ visible: [finding], grants });
  });

  test("a single small group takes the next smallest with it", () => {
    const group = (groupId: string, people: number) =>
      Array.from({ length: people }, (_, index) => ({ groupId, personId: `${groupId}${index}`, value: people }));
    expect(
      groupMeans([...group("a", 3), ...group("b", 6), ...group("c", 9)], 5).map(({ groupId, mean }) => [groupId, mean]),
    ).toEqual([
      ["a", undefined],
      ["b", undefined],
      ["c", 9],
    ]);
  });
});

describe("SARIF", () => {
  test("maps outcomes, levels and suppressions", () => {
    const log = toSarif(applyWaivers(runChecks([long], rows, { today }), [], today).value, [long], {}) as {
      runs: [{ results: { kind: string; level: string }[] }];
    };
    expect(log.runs[0].results.map(({ kind, level }) => [kind, level])).toEqual([
      ["fail", "warning"],
      ["fail", "note"],
    ]);
  });
});

const anyRows = fc.uniqueArray(fc.record({ id: fc.string({ minLength: 1 }), hours: fc.integer({ min: 0, max: 50 }) }), {
  selector: ({ id }) => id,
});
testLaws(
  "laws any set of checks owes",
  checkLaws([long], anyRows, (input) => [...input].reverse()),
);
testLaws("laws of visibility", visibilityLaws());
