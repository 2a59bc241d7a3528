import { describe, expect, test } from "vitest";
import { applyWaivers, type Check, compareWithBaseline, parseWaivers, runChecks } from "../src/index.js";

const late: Check<readonly string[]> = {
  ...{ id: "demo/late", version: "1", kind: "heuristic", citation: [], needs: ["items.due"], dataClass: "planFact" },
  params: {},
  evaluate: (rows) => rows.map((id) => ({ outcome: "fail", subject: { table: "items", id } })),
};
const findings = runChecks([late], ["a"], { today: "2026-05-01" });
const waiver = {
  id: "w",
  covers: "demo/late",
  reason: "agreed with the client",
  by: "Ana",
  grantedOn: "2026-04-01",
  expiresOn: "2026-05-10",
};
const codes = (...args: Parameters<typeof applyWaivers>) =>
  applyWaivers(...args).value.map(({ code, waiver: by }) => by ?? code);

describe("waivers", () => {
  test("cover from their first to their last day, both included; before they do nothing, after they are a finding", () => {
    expect(codes(findings, [waiver], "2026-03-31")).toEqual(["demo/late"]);
    expect(codes(findings, [waiver], "2026-04-01")).toEqual(["w"]);
    expect(codes(findings, [waiver], "2026-05-10")).toEqual(["w"]);
    expect(codes(findings, [waiver], "2026-05-11")).toEqual(["demo/late", "checks/waiver-expired"]);
    const severity = (today: string) => applyWaivers(findings, [waiver], today).value[0]?.severity;
    expect([severity("2026-03-31"), severity("2026-05-11")]).toEqual(["minor", "moderate"]);
  });

  test("one that still holds covers beside one that has ended", () => {
    const ended = { ...waiver, id: "old", expiresOn: "2026-04-20" };
    for (const both of [
      [ended, waiver],
      [waiver, ended],
    ])
      expect(codes(findings, both, "2026-05-01")).toEqual(["w", "checks/waiver-expired"]);
  });

  test("of several that hold, one for the very finding comes first, then the one that lasts longest", () => {
    const longer = { ...waiver, id: "longer", expiresOn: "2026-06-10" };
    for (const both of [
      [longer, waiver],
      [waiver, longer],
    ])
      expect(codes(findings, both, "2026-05-01")).toEqual(["longer"]);
    const exact = { ...waiver, id: "exact", covers: "demo/late|items|a|" };
    expect(codes(findings, [longer, exact], "2026-05-01")).toEqual(["exact"]);
  });

  test("of rows that could not be judged are not unused", () => {
    const unsure: typeof late = {
      ...late,
      evaluate: () => [{ outcome: "unknown", subject: { table: "items", id: "a" }, missing: ["items.due"] }],
    };
    const unknown = runChecks([unsure], [], { today: "2026-05-01" });
    const covers = (target: string) => codes(unknown, [{ ...waiver, covers: target }], "2026-05-01");
    expect(covers("demo/late")).toEqual(["checks/unknown"]);
    expect(covers("demo/late|items|a|")).toEqual(["checks/unknown"]);
    expect(covers("demo/late|items|b|")).toEqual(["checks/unknown", "checks/waiver-unused"]);
  });

  test("of a check that did not run, or could not tell, are not unused", () => {
    const other = [
      { ...waiver, covers: "other/check" },
      { ...waiver, id: "v", covers: "other/check|items|a|" },
    ];
    expect(codes(findings, other, "2026-05-01", ["demo/late"])).toEqual(["demo/late"]);
    expect(codes(findings, other, "2026-05-01", ["demo/late", "other/check"])).toEqual([
      "demo/late",
      "checks/waiver-unused",
      "checks/waiver-unused",
    ]);
    const unknown = runChecks([late], ["a"], { today: "2026-05-01", isAvailable: () => false });
    expect(codes(unknown, [waiver, { ...waiver, id: "v", covers: "demo/late|items|a|" }], "2026-05-01")).toEqual([
      "checks/unknown",
    ]);
  });

  test("that cannot stand are refused and named, one code a fault", () => {
    const { expiresOn: _end, ...endless } = waiver;
    const raw = [
      endless,
      { ...waiver, reason: " too short " },
      { ...waiver, expiresOn: "2026-02-30" },
      { ...waiver, expiresOn: "2026-03-01" },
      { ...waiver, by: "" },
      { ...waiver, until: "2026-06-01" },
      waiver,
      waiver,
      null,
    ];
    const { value, issues } = parseWaivers(raw);
    expect(value).toEqual([waiver]);
    expect(issues.map(({ code, path }) => `${code} ${path.join(".")}`)).toEqual([
      "checks/waiver-without-expiry waivers.0.expiresOn",
      "checks/waiver-without-reason waivers.1.reason",
      "kernel/impossible-date waivers.2.expiresOn",
      "checks/waiver-ends-before-start waivers.3.expiresOn",
      "checks/wrong-shape waivers.4.by",
      "checks/unknown-key waivers.5.until",
      "checks/waiver-duplicate waivers.7.id",
      "checks/wrong-shape waivers.8",
    ]);
    expect(parseWaivers({}).issues.map(({ code }) => code)).toEqual(["checks/wrong-shape"]);
  });

  test("a failure whose waiver ended is new beside a baseline, and so is the ended waiver for ever", () => {
    const today = "2026-05-11";
    const { value } = applyWaivers(findings, [waiver], today);
    const fresh = compareWithBaseline(value, { formatVersion: 1, findings: [] }).fresh.map(({ code }) => code);
    expect(fresh).toEqual(["demo/late", "checks/waiver-expired"]);
  });
});
