import { canonicalJson } from "@evenkeel/kernel";
import * as fc from "fast-check";
import { presets } from "../config/presets.js";
import { resolveConfig } from "../config/resolve-config.js";
import type { CheckConfig, ConfigSetting, KnownCheck } from "../config/types.js";
import { severities } from "../severity.js";
import type { Law } from "./law.js";

/** Checks that configs of these laws speak of. */
export const knownChecks: readonly KnownCheck[] = [
  { id: "clarity/missing-owner", kind: "heuristic", params: {} },
  { id: "clarity/too-large", kind: "heuristic", params: { most: 13, strictly: false } },
  { id: "rest/daily", kind: "legal", params: { hours: 11 } },
  { id: "rest/weekly", kind: "guideline", params: {} },
];

const patterns = ["*", "clarity/*", "rest/*", "kind:legal", "kind:heuristic"];
const anyTurn: fc.Arbitrary<ConfigSetting> = fc.oneof(
  fc.constantFrom("off" as const, ...severities),
  fc.record({ off: fc.boolean(), severity: fc.constantFrom(...severities), raise: fc.boolean() }, { requiredKeys: [] }),
);
const anySettings: fc.Arbitrary<Record<string, ConfigSetting>> = fc
  .tuple(
    fc.dictionary(fc.constantFrom(...patterns, ...knownChecks.map(({ id }) => id)), anyTurn),
    fc.option(fc.integer({ min: 1, max: 20 }), { nil: undefined }),
  )
  .map(([settings, most]) =>
    most === undefined ? settings : { ...settings, "clarity/too-large": { params: { most } } },
  );

/** Configs that can stand by themselves. */
export const anyConfig: fc.Arbitrary<CheckConfig> = fc.record(
  {
    checks: anySettings,
    overrides: fc.array(fc.record({ teams: fc.constant(["ops"]), checks: anySettings }), { maxLength: 2 }),
    includeUnverified: fc.boolean(),
  },
  { requiredKeys: [] },
);

const turned = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value), (_key, member: unknown) =>
    typeof member === "object" && member !== null && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).reverse())
      : member,
  );

const hostile = fc.oneof(
  fc.jsonValue(),
  fc.dictionary(
    fc.constantFrom(
      "checks",
      "extends",
      "packs",
      "overrides",
      "waivers",
      "baseline",
      "__proto__",
      "constructor",
      "includeUnverified",
    ),
    fc.oneof(
      fc.jsonValue(),
      fc.dictionary(
        fc.constantFrom("*", "__proto__", "clarity/too-large", "nobody/*"),
        fc.oneof(fc.jsonValue(), fc.record({ params: fc.jsonValue() })),
      ),
    ),
  ),
);

/** Whether a path leads through own members to something. */
function isPlace(raw: unknown, path: readonly (string | number)[]): boolean {
  let value = raw;
  for (const key of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return false;
    value = (value as Readonly<Record<string | number, unknown>>)[key];
  }
  return true;
}

/** Laws of configuration. */
export function configLaws(): Law[] {
  const known = { checks: knownChecks };
  return [
    {
      name: "the order of keys in a config means nothing",
      statedRuns: 5_000,
      property: fc.property(
        anyConfig,
        (config) => canonicalJson(resolveConfig(config, known)) === canonicalJson(resolveConfig(turned(config), known)),
      ),
    },
    {
      name: "extending two configs is extending one that extends both, and each counts once",
      statedRuns: 5_000,
      property: fc.property(anyConfig, anyConfig, anyConfig, (a, b, own) => {
        const both = { extends: ["a", "b"] };
        const named = { ...known, presets: { a, b, both } };
        const [flat, nested, again] = [["a", "b"], "both", ["a", "both", "b"]].map((names) =>
          canonicalJson(resolveConfig({ ...own, extends: names }, named)),
        );
        return flat === nested && flat === again;
      }),
    },
    {
      name: "a config as it is resolved resolves to itself",
      statedRuns: 5_000,
      property: fc.property(anyConfig, (config) => {
        const first = resolveConfig(config, known);
        if (!first.ok) return false;
        const { settings, includeUnverified } = first.value;
        const again = resolveConfig({ ...settings, includeUnverified }, known);
        return again.ok && canonicalJson(again.value) === canonicalJson(first.value);
      }),
    },
    {
      name: "whatever is given as config is resolved or refused with paths into it, and nothing leaks into objects",
      statedRuns: 10_000,
      property: fc.property(hostile, (raw) => {
        const resolved = resolveConfig(raw, { ...known, presets });
        const isPolluted = Object.keys(Object.prototype).length > 0;
        if (isPolluted || resolved.ok) return !isPolluted;
        return resolved.issues.every(({ path }) => path.length === 0 || isPlace(raw, path.slice(0, -1)));
      }),
    },
  ];
}
