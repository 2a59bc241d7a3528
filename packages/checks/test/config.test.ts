import { deepFreeze, statedRuns } from "@evenkeel/test-kit";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Check,
  type CheckConfig,
  type CheckPack,
  type CheckSetting,
  presets,
  ranChecks,
  resolveConfig,
  runChecks,
} from "../src/index.js";
import { anyConfig, knownChecks } from "../src/testing.js";

const known = { checks: knownChecks, presets };
const settingsOf = (config: unknown, more: Partial<Parameters<typeof resolveConfig>[1]> = {}) => {
  const resolved = resolveConfig(deepFreeze(config), { ...known, ...more });
  expect(resolved.issues).toEqual([]);
  return resolved.ok ? (resolved.value.settings.checks ?? {}) : {};
};
const faults = (config: unknown, more: Partial<Parameters<typeof resolveConfig>[1]> = {}) =>
  resolveConfig(config, { ...known, ...more }).issues.map(({ code, path }) => `${code} ${path.join(".")}`);

describe("resolving a config", () => {
  test("a severity switches a check on, off switches it off, and an id beats a pattern", () => {
    expect(settingsOf({ checks: { "clarity/too-large": "serious", "*": "off" } })).toEqual({
      "clarity/missing-owner": { off: true },
      "clarity/too-large": { off: false, severity: "serious" },
      "rest/daily": { off: true },
      "rest/weekly": { off: true },
    });
  });

  test("of what is extended the later wins, params join by name, and own words come last", () => {
    const team = { checks: { "clarity/too-large": { severity: "minor", params: { strictly: true } } } };
    const house = { extends: "team", checks: { "clarity/*": { severity: "serious" } } };
    const config = { extends: "house", checks: { "clarity/too-large": { params: { most: 8 } } } };
    expect(settingsOf(config, { presets: { team, house } })["clarity/too-large"]).toEqual({
      severity: "serious",
      params: { strictly: true, most: 8 },
    });
  });

  test("packs choose what runs; a check outside comes back only when switched on by name", () => {
    const packs: CheckPack[] = [
      { id: "clarity", title: "Clarity", version: "1", checks: ["clarity/*"], settings: { "clarity/*": "minor" } },
    ];
    const settings = settingsOf({ packs: ["clarity"], checks: { "rest/daily": "serious" } }, { packs });
    expect(settings).toEqual({
      "clarity/missing-owner": { off: false, severity: "minor" },
      "clarity/too-large": { off: false, severity: "minor" },
      "rest/daily": { off: false, severity: "serious" },
      "rest/weekly": { off: true },
    });
  });

  test("a pack without settings leaves its checks as they are", () => {
    const packs: CheckPack[] = [{ id: "rest", title: "Rest", version: "1", checks: ["rest/daily"] }];
    expect(Object.keys(settingsOf({ packs: ["rest"] }, { packs })).sort()).toEqual([
      "clarity/missing-owner",
      "clarity/too-large",
      "rest/weekly",
    ]);
  });

  test("waivers and overrides of all configs count, and a baseline may be a name", () => {
    const waiver = (id: string) => ({
      id,
      covers: "rest/daily",
      reason: "agreed with the works council",
      by: "Ana",
      grantedOn: "2026-04-01",
      expiresOn: "2026-06-01",
    });
    const override = { kinds: ["bug"], checks: { "clarity/*": "off" as const } };
    const house: CheckConfig = { waivers: [waiver("a")], overrides: [override], baseline: "old.json" };
    const own: CheckConfig = {
      extends: ["house"],
      waivers: [waiver("b")],
      baseline: "baseline.json",
      overrides: [override],
    };
    const resolved = resolveConfig(own, { ...known, presets: { house } });
    expect(resolved.ok && resolved.value).toMatchObject({
      waivers: [{ id: "a" }, { id: "b" }],
      baseline: "baseline.json",
      includeUnverified: false,
      settings: { overrides: [{ kinds: ["bug"] }, { kinds: ["bug"] }] },
    });
  });

  test("presets: minimal runs law and guidelines alone, strict raises every failure", () => {
    const minimal = settingsOf({ extends: "minimal" });
    expect(Object.keys(minimal).filter((id) => minimal[id]?.off !== true)).toEqual(["rest/daily", "rest/weekly"]);
    const strict = resolveConfig({ extends: "strict" }, known);
    expect(strict.ok && strict.value.includeUnverified).toBe(true);
    const check: Check<null> = {
      ...{ id: "rest/daily", version: "1", kind: "legal", citation: [], needs: [], dataClass: "planFact", params: {} },
      evaluate: () => [{ outcome: "fail", subject: { table: "items", id: "A" } }],
    };
    const run = (config: unknown) => {
      const resolved = resolveConfig(config, { checks: [check], presets });
      return resolved.ok ? runChecks([check], null, { today: "2026-05-01", ...resolved.value }) : [];
    };
    expect(run({ extends: "recommended" }).map(({ severity }) => severity)).toEqual(["serious"]);
    expect(run({ extends: "strict" }).map(({ severity }) => severity)).toEqual(["critical"]);
    expect(ranChecks([check], { today: "2026-05-01", settings: { checks: { "rest/daily": { off: true } } } })).toEqual(
      [],
    );
  });
});

describe("a config with faults", () => {
  test("tells a cycle with its members", () => {
    const resolved = resolveConfig(
      { extends: "a" },
      { ...known, presets: { a: { extends: ["b"] }, b: { extends: "a" } } },
    );
    expect(resolved.issues.map(({ code, path, facts }) => ({ code, path, facts }))).toEqual([
      { code: "checks/extends-cycle", path: ["presets", "b", "extends", 0], facts: { cycle: ["a", "b", "a"] } },
    ]);
  });

  test("names the nearest of what it knows", () => {
    const { issues } = resolveConfig(
      { checks: { "clarity/to-large": { params: { mots: 3 } }, "rest/daily": "seriuos" } },
      known,
    );
    expect(issues.map(({ facts }) => facts)).toEqual([
      { name: "clarity/to-large", nearest: "clarity/too-large" },
      { name: "seriuos", nearest: "serious" },
    ]);
    expect(resolveConfig({ checks: {} }, { checks: [] }).ok).toBe(true);
    expect(resolveConfig({ checks: { x: "off" } }, { checks: [] }).issues[0]?.facts).toEqual({
      name: "x",
      nearest: "",
    });
  });

  test("keys that every object has are unknown keys, ids and names like any other", () => {
    const config = JSON.parse(
      '{"__proto__": {}, "extends": "constructor", "checks": {"__proto__": "off", "clarity/too-large": {"params": {"__proto__": 1, "toString": 2}}}}',
    );
    expect(faults(config)).toEqual([
      "checks/unknown-key __proto__",
      "checks/unknown-check checks.__proto__",
      "checks/unknown-param checks.clarity/too-large.params.__proto__",
      "checks/unknown-param checks.clarity/too-large.params.toString",
      "checks/unknown-preset extends.0",
    ]);
    expect(faults(null)).toEqual(["checks/wrong-shape "]);
    expect(faults(new Date(0))).toEqual(["checks/wrong-shape "]);
  });

  test("a long chain of configs is no deep recursion, and a diamond of many is walked once", () => {
    const chain = Object.fromEntries(
      Array.from({ length: 20_000 }, (_none, at) => [
        `c${at}`,
        at === 0 ? {} : { extends: [`c${at - 1}`, `c${at - 1}`] },
      ]),
    );
    expect(resolveConfig({ extends: "c19999" }, { ...known, presets: chain }).ok).toBe(true);
  });
});

describe("oracle", () => {
  /** The setting of one check by going through all configs in order and through each from the least exact selector. */
  function naive(configs: readonly CheckConfig[], id: string, kind: string): CheckSetting {
    let [off, severity, raise, most]: [boolean?, string?, boolean?, unknown?] = [];
    for (const { checks = {} } of configs) {
      for (const selector of ["*", `kind:${kind}`, `${id.split("/")[0]}/*`, id]) {
        const turn = checks[selector];
        if (turn === undefined) continue;
        if (turn === "off") off = true;
        else if (typeof turn === "string") [off, severity] = [false, turn];
        else {
          off = turn.off ?? off;
          severity = turn.severity ?? severity;
          raise = turn.raise ?? raise;
          most = turn.params?.["most"] ?? most;
        }
      }
    }
    return JSON.parse(JSON.stringify({ off, severity, raise, params: most === undefined ? undefined : { most } }));
  }

  test("settings are those found check by check", () => {
    fc.assert(
      fc.property(anyConfig, anyConfig, anyConfig, (a, b, own) => {
        const resolved = resolveConfig({ ...own, extends: ["a", "b"] }, { ...known, presets: { a, b } });
        const checks = resolved.ok ? resolved.value.settings.checks : undefined;
        for (const { id, kind } of knownChecks) expect(checks?.[id] ?? {}).toEqual(naive([a, b, own], id, kind));
      }),
      { numRuns: statedRuns(5_000) },
    );
  });
});
