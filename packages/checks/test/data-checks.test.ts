import { describe as textOf } from "@evenkeel/kernel";
import { deepFreeze } from "@evenkeel/test-kit";
import { describe, expect, test } from "vitest";
import { compileDataChecks, type Predicate, type RowPort, resolveConfig, runChecks } from "../src/index.js";

type Rows = ReadonlyMap<string, Readonly<Record<string, unknown>>>;

const port: RowPort<Rows> = {
  tables: ["items"],
  subjects: (rows) => rows.keys(),
  row: (rows, _table, id) => rows.get(id),
};
const today = "2026-05-01";
const ruleOf = (require: readonly Predicate[], more: object = {}) => ({
  id: "acme/label",
  version: "1.0.0",
  kind: "guideline",
  citation: [{ title: "Acme handbook", article: "4.2" }],
  table: "items",
  require,
  message: "{subject}: {field} is {found}, not {expected}.",
  remedy: "Add a label.",
  ...more,
});
const packOf = (...checks: readonly object[]) =>
  deepFreeze({ formatVersion: 1, id: "acme", title: "Acme", version: "1.0.0", checks });
const outcomesOf = (require: readonly Predicate[], values: readonly unknown[], more: object = {}) => {
  const rows = new Map(values.map((value, at) => [String(at), value === undefined ? {} : { field: value }]));
  const compiled = compileDataChecks(packOf(ruleOf(require, more)), port);
  expect(compiled.issues).toEqual([]);
  return compiled.ok ? runChecks(compiled.value.checks, rows, { today }).map(({ outcome }) => outcome) : [];
};

describe("rules as data", () => {
  const pack = packOf(
    ruleOf([{ field: "labels", countBetween: [1, 2] }], { when: [{ field: "kind", equals: "task" }] }),
  );
  const rows: Rows = new Map([
    ["A", { kind: "task", labels: ["x"] }],
    ["B", { kind: "task", labels: [] }],
    ["C", { kind: "goal" }],
  ]);

  test("judge the rows they are about, with text, evidence, measure and source", () => {
    const compiled = compileDataChecks(pack, port);
    if (!compiled.ok) throw new TypeError("refused");
    const { checks, catalog } = compiled.value;
    const findings = runChecks(checks, rows, { today });
    expect(findings.map(({ subject, outcome }) => [subject.id, outcome])).toEqual([
      ["A", "pass"],
      ["B", "fail"],
    ]);
    expect(findings[1]).toMatchObject({
      evidence: [{ table: "items", id: "B" }],
      citation: [{ title: "Acme handbook", article: "4.2" }],
      measured: { value: 0, unit: "entries" },
      threshold: { value: 1, unit: "entries" },
    });
    expect(findings[1] && textOf(findings[1], catalog)).toEqual({
      message: "B: labels is 0 entries, not 1 to 2 entries.",
      remedy: "Add a label.",
    });
  });

  test("need the fields they read, and are a pack that a config can choose", () => {
    const compiled = compileDataChecks(pack, port);
    if (!compiled.ok) throw new TypeError("refused");
    const { checks, pack: chosen } = compiled.value;
    expect(checks[0]?.needs).toEqual(["items.kind", "items.labels"]);
    const unknown = runChecks(checks, rows, { today, isAvailable: (need) => need !== "items.labels" });
    expect(unknown.map(({ outcome, missing }) => [outcome, missing])).toEqual([["unknown", ["items.labels"]]]);
    expect(resolveConfig({ packs: ["acme"] }, { checks, packs: [chosen] }).ok).toBe(true);
  });

  test("need no field for the id, which every row has", () => {
    const compiled = compileDataChecks(packOf(ruleOf([{ field: "id", minLength: 2 }])), port);
    expect(compiled.ok && compiled.value.checks[0]?.needs).toEqual([]);
  });

  test("take values from params, which a config may tune", () => {
    const tuned = packOf(ruleOf([{ field: "size", atMost: { param: "most" } }], { params: { most: 8 } }));
    const compiled = compileDataChecks(tuned, port);
    if (!compiled.ok) throw new TypeError("refused");
    const sized: Rows = new Map([["A", { size: 9 }]]);
    const run = (most?: number) => {
      const settings = most === undefined ? {} : { checks: { "acme/label": { params: { most } } } };
      return runChecks(compiled.value.checks, sized, { today, settings }).map(({ outcome }) => outcome);
    };
    expect([run(), run(9)]).toEqual([["fail"], ["pass"]]);
  });
});

describe("conditions, below, at and above their bound", () => {
  const [pass, fail] = ["pass", "fail"];
  test.each<[string, Predicate, readonly unknown[], readonly string[]]>([
    [
      "present",
      { field: "field", present: true },
      [undefined, null, " ", [], "x", 0, false],
      [fail, fail, fail, fail, pass, pass, pass],
    ],
    ["absent", { field: "field", absent: true }, [undefined, [], "x"], [pass, pass, fail]],
    ["equals", { field: "field", equals: 2 }, [1, 2, 3, "2"], [fail, pass, fail, fail]],
    ["oneOf", { field: "field", oneOf: ["a", 2] }, ["a", 2, "2", undefined], [pass, pass, fail, fail]],
    [
      "atLeast",
      { field: "field", atLeast: 10 },
      [9, 10, 11, "12", undefined, Number.NaN],
      [fail, pass, pass, fail, fail, fail],
    ],
    [
      "atLeast of days",
      { field: "field", atLeast: "2026-05-01" },
      ["2026-04-30", "2026-05-01", "2026-05-02", 5],
      [fail, pass, pass, fail],
    ],
    ["atMost", { field: "field", atMost: 10 }, [9, 10, 11, undefined], [pass, pass, fail, fail]],
    [
      "minLength",
      { field: "field", minLength: 2 },
      ["a", "ab", "😀😀", "abc", undefined, 12],
      [fail, pass, pass, pass, fail, fail],
    ],
    ["minLength of none", { field: "field", minLength: 0 }, [undefined, " ", "a"], [fail, fail, pass]],
    ["maxLength", { field: "field", maxLength: 2 }, ["a", "ab", "abc", undefined, 12], [pass, pass, fail, pass, fail]],
    [
      "countBetween",
      { field: "field", countBetween: [1, 2] },
      [[], [1], [1, 2], [1, 2, 3], undefined, "ab"],
      [fail, pass, pass, fail, fail, fail],
    ],
    [
      "contains",
      { field: "field", contains: "b" },
      [["a"], ["a", "b"], "abc", "a", undefined],
      [fail, pass, pass, fail, fail],
    ],
    [
      "a path into an object",
      { field: "field.mode", equals: "auto" },
      [{ mode: "auto" }, { mode: "x" }, "auto", [{ mode: "auto" }]],
      [pass, fail, fail, fail],
    ],
    ["no member that every object has", { field: "field.constructor", absent: true }, [{}, "x"], [pass, pass]],
  ])("%s", (_name, predicate, values, expected) => {
    expect(outcomesOf([predicate], values)).toEqual(expected);
  });

  test("the days in force are included", () => {
    const present = { field: "field", present: true } as const;
    expect(outcomesOf([present], ["x"], { since: today, until: today })).toEqual(["pass"]);
    expect(outcomesOf([present], ["x"], { since: "2026-05-02" })).toEqual(["inapplicable"]);
    expect(outcomesOf([present], ["x"], { until: "2026-04-30" })).toEqual(["inapplicable"]);
  });

  test("severity follows from the margin unless it is given", () => {
    const rows: Rows = new Map([["A", { size: 16 }]]);
    const severity = (more: object) => {
      const compiled = compileDataChecks(packOf(ruleOf([{ field: "size", atMost: 10, unit: "points" }], more)), port);
      return compiled.ok ? runChecks(compiled.value.checks, rows, { today })[0]?.severity : undefined;
    };
    expect([severity({}), severity({ severity: "info" })]).toEqual(["serious", "info"]);
  });
});
