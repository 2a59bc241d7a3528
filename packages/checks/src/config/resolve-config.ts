import { acceptUnlessError, type Result } from "@evenkeel/kernel";
import type { CheckSetting, SettingOverride } from "../settings.js";
import { ShapeReader } from "../shape/shape.js";
import { linearExtends } from "./linear-extends.js";
import { type Known, type ReadConfig, readSettings } from "./read-config.js";
import { checksOfPack, compareSelectors, selected } from "./selectors.js";
import type { KnownCheck, KnownNames, ResolvedConfig } from "./types.js";

type SettingById = Map<string, CheckSetting>;

function merged(before: CheckSetting, after: CheckSetting): CheckSetting {
  const params = { ...before.params, ...after.params };
  return { ...before, ...after, ...(Object.keys(params).length === 0 ? {} : { params }) };
}

/** Lays settings by selector over those by id, the more exact selector last. */
function lay(onto: SettingById, settings: ReadConfig["checks"], checks: readonly KnownCheck[]): SettingById {
  for (const [selector, setting] of [...settings].sort(([a], [b]) => compareSelectors(a, b)))
    for (const { id } of selected(selector, checks)) onto.set(id, merged(onto.get(id) ?? {}, setting));
  return onto;
}

/** The base of chosen packs: all else is off, and what the packs themselves set. */
function packSettings(
  reader: ShapeReader,
  chosen: readonly string[] | undefined,
  checks: readonly KnownCheck[],
  known: Known,
): SettingById {
  const settings: SettingById = new Map();
  if (chosen === undefined) return settings;
  const packs = chosen.flatMap((id) => known.packs.get(id) ?? []);
  const members = new Set(packs.flatMap((pack) => checksOfPack(pack, checks).map(({ id }) => id)));
  for (const { id } of checks) if (!members.has(id)) settings.set(id, { off: true });
  for (const { id, settings: own } of packs)
    lay(settings, readSettings(reader, own, ["knownPacks", id, "settings"], known), checks);
  return settings;
}

const plain = (settings: SettingById): Readonly<Record<string, CheckSetting>> => Object.fromEntries(settings);

/**
 * Joins a config with all it extends into what a run needs; all faults are told at once, each with its path.
 *
 * Merging: configs are applied in order, each after those it extends, each once, and the later wins. For a check, `off`,
 * `severity` and `raise` replace, `params` join by name. `packs`, `baseline` and `includeUnverified` replace; `overrides`
 * and `waivers` are appended. Packs come first, then `checks`; overrides hold over `checks` of any config. Patterns are
 * written out, so the settings name ids only. It reads no file: the host fills `presets`.
 *
 * @param config - a `CheckConfig` as read from anywhere
 * @param known - checks, packs, and configs that may be extended
 * @returns settings, waivers, packs, baseline
 *
 * Issues: checks/wrong-shape, checks/unknown-key, checks/unknown-check, checks/unknown-param, checks/params-on-pattern,
 * checks/unknown-severity, checks/unknown-preset, checks/unknown-pack, checks/extends-cycle, those of `parseWaivers`
 * and `parseBaseline`. Paths into an extended config start with `presets` and its name, into settings of a pack with
 * `knownPacks` and its id.
 * Time O(size of the configs x checks), space the same.
 * Source: own; after the configuration of linters (extends, overrides, severity by rule).
 *
 * @example
 * const checks = [{ id: "clarity/missing-owner", kind: "heuristic", params: {} }, { id: "clarity/too-large", kind: "heuristic", params: { most: 13 } }] as const;
 * const config = { extends: "team", checks: { "clarity/too-large": { params: { most: 8 } } } };
 * orThrow(resolveConfig(config, { checks, presets: { team: { checks: { "clarity/*": "serious" } } } })).settings.checks?.["clarity/too-large"]; // => { off: false, severity: "serious", params: { most: 8 } }
 * resolveConfig({ checks: { "clarity/to-large": "off" } }, { checks }).issues[0]?.facts; // => { name: "clarity/to-large", nearest: "clarity/too-large" }
 */
export function resolveConfig(config: unknown, known: KnownNames): Result<ResolvedConfig> {
  const reader = new ShapeReader();
  const { checks } = known;
  const names: Known = {
    checks: new Map(checks.map((check) => [check.id, check])),
    packs: new Map((known.packs ?? []).map((pack) => [pack.id, pack])),
  };
  const configs = linearExtends(reader, config, known.presets ?? {}, names);
  const last = <T>(pick: (one: ReadConfig) => T | undefined): T | undefined =>
    configs.reduce<T | undefined>((found, one) => pick(one) ?? found, undefined);
  const packs = last((one) => one.packs);
  const baseline = last((one) => one.baseline);
  const general = packSettings(reader, packs, checks, names);
  for (const one of configs) lay(general, one.checks, checks);
  const overrides: SettingOverride[] = configs
    .flatMap((one) => one.overrides)
    .map(({ scope, checks: settings }) => ({ ...scope, checks: plain(lay(new Map(), settings, checks)) }));
  const resolved: ResolvedConfig = {
    settings: { checks: plain(general), ...(overrides.length === 0 ? {} : { overrides }) },
    waivers: configs.flatMap((one) => one.waivers),
    ...(packs === undefined ? {} : { packs }),
    ...(baseline === undefined ? {} : { baseline }),
    includeUnverified: last((one) => one.includeUnverified) ?? false,
  };
  return acceptUnlessError(resolved, reader.issues);
}
